import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { openWriter } from '../src-main/database/open.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { migrationsFolder } from './support/spine.ts'

const all = readMigrations(migrationsFolder)
const before = all.slice(0, all.findIndex(({ name }) => name.startsWith('0940')))
const day = (at: number) => new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10)

interface Column { readonly name: string; readonly type: string; readonly notnull: number; readonly dflt_value: string | null }

/** A row with what this test is about; what else the table insists on is of no matter. */
function add(sqlite: Database, table: string, row: Readonly<Record<string, string | number | null>>): void {
  const needed = (sqlite.pragma(`table_info("${table}")`) as Column[]).filter(({ notnull, dflt_value }) => notnull === 1 && dflt_value === null)
  const whole = { ...Object.fromEntries(needed.map(({ name, type }) => [name, type === 'INTEGER' ? 0 : `${String(row.id)}-${name}`])), ...row }
  const names = Object.keys(whole)
  sqlite.prepare(`insert into "${table}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(Object.values(whole))
}

/** Three weeks of two sections as an earlier version kept them: workers' entries, some of them 0, and daily production beside them. */
function work(sqlite: Database): void {
  sqlite.pragma('foreign_keys = off')
  sqlite.pragma('ignore_check_constraints = on')
  sqlite.transaction(() => fill(sqlite))()
}

function fill(sqlite: Database): void {
  for (const [id, toSectionId, leadDays, isActive] of [['e1', 'SEW', 1, 1], ['e2', 'FIN', 3, 1], ['e3', 'EMB', 0, 0]] as const) {
    add(sqlite, 'processFlowEdge', { id, itemId: 'BODY', fromSectionId: toSectionId === 'FIN' ? 'SEW' : 'CUT', toSectionId, leadDays, isActive })
  }
  add(sqlite, 'manufacturingOrder', { id: 'mo', articleId: 'BEAR' })
  for (const sectionId of ['CUT', 'SEW']) add(sqlite, 'workOrder', { id: `wo-${sectionId}`, manufacturingOrderId: 'mo', itemId: 'BODY', sectionId })
  for (let at = 0; at < 21; at += 1) {
    for (const sectionId of ['CUT', 'SEW']) {
      const id = `${sectionId}${at}`
      if (at % 3 !== 1) add(sqlite, 'workerEntry', { id, sectionId, day: day(at), workerId: 'w', itemId: 'BODY', actualQuantity: at % 5 === 0 ? 0 : at * 70_000 })
      if (at % 4 !== 2) add(sqlite, 'dailyProduction', { id, workOrderId: `wo-${sectionId}`, sectionId, day: day(at), goodQuantity: 200_000 + at * 40_000, rejectQuantity: (at % 2) * 10_000 })
    }
  }
}

const ledgerOf = (sqlite: Database) =>
  sqlite.prepare('select sectionId, itemId, day, isKnown, opening, received, output, rejected, closing from ledgerDay order by sectionId, itemId, day').all()

test('PX-7 what an earlier version entered gives the ledger that the same entries give one by one', () => {
  const folder = temporaryFolder()
  const [old, fresh] = [openWriter(`${folder}/old.db`), openWriter(`${folder}/fresh.db`)]
  migrate(old, before)
  work(old)
  migrate(old, all)
  migrate(fresh, all)
  work(fresh)
  const kept = ledgerOf(old)
  expect(kept.length).toBeGreaterThan(50)
  expect(kept).toContainEqual(expect.objectContaining({ sectionId: 'SEW', day: day(1), isKnown: 1, opening: 0, received: 200_000, output: 240_000, rejected: 10_000, closing: -50_000 }))
  expect(kept).toEqual(ledgerOf(fresh))
  old.close()
  fresh.close()
  removeFolder(folder)
}, 300_000)

test('PX-8 what had come by slip is from then on what was accepted, by the factory’s days, counted from the first slip; the ways lead from the beginning', () => {
  const folder = temporaryFolder()
  const sqlite = openWriter(`${folder}/slips.db`)
  migrate(sqlite, all.slice(0, all.findIndex(({ name }) => name.startsWith('1015'))))
  sqlite.pragma('foreign_keys = off')
  sqlite.pragma('ignore_check_constraints = on')
  add(sqlite, 'processFlowEdge', { id: 'e1', itemId: 'BODY', fromSectionId: 'CUT', toSectionId: 'EMB', leadDays: 1, isActive: 1 })
  add(sqlite, 'productionStage', { id: 'stage', sectionId: 'EMB', isBySlip: 1, isActive: 1 })
  add(sqlite, 'manufacturingOrder', { id: 'mo', articleId: 'BEAR' })
  add(sqlite, 'workOrder', { id: 'wo', manufacturingOrderId: 'mo', itemId: 'BODY', sectionId: 'CUT' })
  for (let at = 0; at < 6; at += 1) add(sqlite, 'workerEntry', { id: `w${at}`, sectionId: 'CUT', day: day(at), workerId: 'w', itemId: 'BODY', actualQuantity: 100_000 })
  const slip = { fromWorkOrderId: 'wo', fromSectionId: 'CUT', toSectionId: 'EMB', quantity: 80_000, receivedQuantity: 70_000, status: 'COMPLETED' }
  // Before midnight by UTC, but the day after in Jakarta.
  add(sqlite, 'transfer', { id: 't1', ...slip, acceptedAt: `${day(3)}T18:00:00.000Z` })
  add(sqlite, 'transfer', { id: 't2', ...slip, receivedQuantity: 20_000, acceptedAt: `${day(5)}T03:00:00.000Z` })
  add(sqlite, 'transfer', { id: 't3', ...slip, status: 'LOCKED', receivedQuantity: null })
  migrate(sqlite, all)
  const received = sqlite.prepare("select day, received, opening from ledgerDay where sectionId = 'EMB' order by day").all()
  expect(received).toEqual([
    { day: day(1), received: 100_000, opening: 0 }, { day: day(2), received: 100_000, opening: 100_000 }, { day: day(3), received: 100_000, opening: 200_000 },
    // What was put out the day before came by the flow still; the first slip came beside it.
    { day: day(4), received: 170_000, opening: 300_000 }, { day: day(5), received: 20_000, opening: 470_000 },
  ])
  expect(sqlite.prepare('select itemId, fromSectionId, toSectionId, leadDays, fromDay, untilDay from flowPeriod').all()).toEqual([{ itemId: 'BODY', fromSectionId: 'CUT', toSectionId: 'EMB', leadDays: 1, fromDay: '', untilDay: null }])
  sqlite.close()
  removeFolder(folder)
})
