import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { newId } from '../../shared/core/ids.ts'
import { auditColumns, hashOfValues } from '../../src-main/database/audit-chain.ts'
import { databaseFile, openReader } from '../../src-main/database/open.ts'
import type { Api } from '../../src-renderer/core/client.ts'
import { fillItems, inStandingBulk } from './bulk.ts'
import { openFactory } from './factory.ts'
import { watched } from './gauge.ts'
import { median, milliseconds, plainRow, ratioRow, rounds, timed, type Bench, type Row, type Size } from './harness.ts'

const people = 400
const pageSize = 50
const dayLength = 86_400_000

export const bench: Bench = {
  name: 'audit',
  about: `The audit of years: 5,000,000 rows of ${people} people over five years, in a valid chain, written straight into the file. Each list is asked for through \`dispatch\` and
answered by a worker, ${pageSize} rows with names, changes and total as the screen asks, against the bare SQL of those rows alone. Longest hold: the longest gap of the host's thread
meanwhile. Lists narrowed to a section: 100,000 cards of six sections, as an Admin of one of them sees them, against the bare SQL of the same rows.`,
  async run(size) {
    const factory = await openFactory()
    const [admin] = await factory.signIn('Superadmin')
    const sections = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map(code => factory.system.masters.createSection({ code: `UKUR-${code}`, name: `Bagian ${code}`, parentId: null })))
    await factory.close()
    const { folder } = factory
    const userId = admin!.session.userId
    const facts = inStandingBulk(folder, sqlite => {
      const itemIds = fillItems(sqlite, size(2000, 20))
      fillCards(sqlite, itemIds, sections.map(({ id }) => id), userId, size(100_000, 60))
      return fillAudit(sqlite, itemIds, size(5_000_000, 2000))
    })
    return [...(await lists(folder, facts, size)), ...(await scoped(folder, sections[0]!.id, size))]
  },
}

interface Facts { readonly itemId: string; readonly userId: string; readonly day: string; readonly middle: number }

/** Indexes and guards are put aside while so many rows are written, and made anew from their own words. */
function fillAudit(sqlite: Database, itemIds: readonly string[], count: number): Facts {
  const parts = sqlite.prepare(`select type, name, sql from sqlite_schema where tbl_name = 'auditEntry' and type in ('index', 'trigger') and sql is not null`).all() as { type: string; name: string; sql: string }[]
  for (const { type, name } of parts) sqlite.exec(`drop ${type} ${name}`)
  const insert = sqlite.prepare(`insert into auditEntry (${auditColumns.join()}, hash) values (${auditColumns.map(() => '?').join()}, ?)`)
  const userIds = Array.from({ length: people }, () => newId())
  let { seq, hash } = sqlite.prepare('select seq, hash from auditEntry order by seq desc limit 1').get() as { seq: number; hash: string }
  const end = Date.now() - 60_000
  const span = 5 * 365 * dayLength
  for (let at = 0; at < count; at += 1) {
    seq += 1
    const instant = new Date(end - span + Math.floor((at * span) / count)).toISOString()
    const [module, procedure, entity, action] = kinds[(at * 7919) % kinds.length]!
    const values = [
      seq, instant, userIds[(at * 104_729) % people]!, 'orang', 'Admin Sewing', null, 'desk-7', '10.0.0.7', action, module, procedure, entity, itemIds[(at * 31) % itemIds.length]!,
      '{"quantity":4800000}', '{"quantity":4650000}', null, null, hash,
    ]
    hash = hashOfValues(values)
    insert.run(...values, hash)
  }
  for (const { sql } of parts) sqlite.exec(sql)
  return { itemId: itemIds[3]!, userId: userIds[5]!, day: new Date(end - 400 * dayLength).toISOString().slice(0, 10), middle: Math.floor(seq / 2) }
}

const kinds = [
  ['warehouse', 'warehouse.receiveStock', 'item', 'UPDATE'], ['kanban', 'kanban.createCard', 'item', 'CREATE'], ['kanban', 'kanban.approveCard', 'item', 'APPROVE'],
  ['masters', 'masters.updateItem', 'item', 'UPDATE'], ['warehouse', 'warehouse.issueStock', 'item', 'CREATE'],
] as const

function fillCards(sqlite: Database, itemIds: readonly string[], sectionIds: readonly string[], userId: string, count: number): void {
  const insert = sqlite.prepare(`insert into kanbanCard (id, createdAt, number, sectionId, itemId, quantity, priority, status, neededBy, requestedBy)
    values (?, ?, ?, ?, ?, 10000, 'NORMAL', 'COMPLETED', '2026-11-20', ?)`)
  for (let at = 0; at < count; at += 1) {
    insert.run(newId(), new Date(Date.now() - (count - at) * 60_000).toISOString(), `UKUR-${String(at).padStart(6, '0')}`, sectionIds[at % sectionIds.length]!, itemIds[at % itemIds.length]!, userId)
  }
}

interface Look { readonly ours: (api: Api) => Promise<unknown>; readonly bare: string; readonly values: readonly (string | number)[] }

function looks({ itemId, userId, day, middle }: Facts): Readonly<Record<string, Look>> {
  const columns = 'seq, at, userId, userName, role, action, module, procedure, reason, deskId, ip, entity, entityId, before, after'
  const page = (where: string) => `select ${columns} from auditEntry where ${where} order by seq desc limit ${pageSize + 1}`
  const list = (input: Parameters<Api['audit']['listEntries']>[0]) => (api: Api) => api.audit.listEntries({ pageSize, total: true, ...input })
  const [from, to] = [`${day}T00:00:00.000Z`, `${day}T23:59:59.999Z`]
  return {
    'first page': { ours: list({}), bare: page('1'), values: [] },
    'of one person': { ours: list({ filter: { userId } }), bare: page('userId = ?'), values: [userId] },
    'of one kind of record': { ours: list({ filter: { entity: 'item' } }), bare: page('entity = ?'), values: ['item'] },
    'of one record': { ours: list({ filter: { entity: 'item', entityId: itemId } }), bare: page('entity = ? and entityId = ?'), values: ['item', itemId] },
    'of one day, 400 days ago': { ours: list({ filter: { fromDay: day, toDay: day } }), bare: page('seq between (select min(seq) from auditEntry where at between ? and ?) and (select max(seq) from auditEntry where at between ? and ?)'), values: [from, to, from, to] },
    'of one person and module, approvals': { ours: list({ filter: { userId, module: 'kanban', actions: ['APPROVE'] } }), bare: page(`userId = ? and +module = 'kanban' and +action = 'APPROVE'`), values: [userId] },
    'a page in the middle': { ours: list({ cursor: String(middle), total: false }), bare: page('seq < ?'), values: [middle] },
    'summary': { ours: api => api.audit.summarize({}), bare: `select +userId, +module, count(*) from auditEntry where seq >= (select min(seq) from auditEntry where at >= ?) group by +userId, +module`, values: [new Date(Date.now() - 30 * dayLength).toISOString()] },
  }
}

async function lists(folder: string, facts: Facts, size: Size): Promise<Row[]> {
  const factory = await openFactory(folder)
  const bare = new BetterSqlite(join(folder, databaseFile), { readonly: true })
  try {
    const [manager] = await factory.signIn('Manager')
    await manager!.client.audit.listEntries({ pageSize: 1 })
    const rows: Row[] = []
    for (const [name, { ours, bare: text, values }] of Object.entries(looks(facts))) {
      const statement = bare.prepare(text)
      const measured = await rounds(size(7, 1), async () => {
        const floor = await timed(() => statement.all(...values))
        return { floor, ...(await watched(() => timed(() => ours(manager!.client)))) }
      })
      rows.push(ratioRow(`audit, ${name}`, measured.map(({ floor, time }) => ({ floor, ours: time })), milliseconds))
      rows.push(plainRow('   longest hold of the host', median(measured.map(({ gaps }) => gaps.ours.longest)), milliseconds, { atMost: 50 }, median(measured.map(({ gaps }) => gaps.idle.longest))))
    }
    return rows
  } finally {
    bare.close()
    await factory.close()
  }
}

/** What a section's own user is shown of many sections' cards: narrowing must not cost more than the rows. */
async function scoped(folder: string, sectionId: string, size: Size): Promise<Row[]> {
  const factory = await openFactory(folder)
  const reader = openReader(join(folder, databaseFile))
  try {
    const [clerk] = await factory.signIn('Admin Sewing')
    const session = { ...clerk!.session, sectionId, sections: new Set([sectionId]) }
    const page = reader.prepare(`select card.*, item.code as itemCode, item.name as itemName, unit.code as unitCode, section.name as sectionName, user.fullName
      from kanbanCard card join item on item.id = card.itemId join unit on unit.id = item.unitId join section on section.id = card.sectionId join user on user.id = card.requestedBy
      where card.sectionId = +? order by card.createdAt desc, card.id limit ${pageSize + 1}`)
    const measured = await rounds(size(9, 1), async () => {
      // Answers are kept: a row that the list reads changes before each.
      await factory.system.masters.createUnit({ code: `u-${performance.now()}`, name: 'Ukur', places: 0 })
      return { floor: await timed(() => page.all(sectionId)), ours: await timed(() => factory.ask(session, 'kanban.listCards', { pageSize })) }
    })
    return [ratioRow('100,000 cards, those of one section', measured, milliseconds)]
  } finally {
    reader.close()
    await factory.close()
  }
}
