import { sql as raw, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { AuditEntry, AuditRow, entries } from '../../shared/audit/entries.ts'
import { changesListed, mostCounted } from '../../shared/audit/entries.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { AuditAction, ParsedInputOf } from '../../shared/core/procedure.ts'
import { daySpan } from '../database/day-span.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { Tables } from '../database/tables.ts'
import { changesOf, fieldsOf } from './changes.ts'
import { knownEntity, recordNames, type RecordNames } from './record-names.ts'

type Input = ParsedInputOf<typeof entries.listEntries>
export type EntryFilter = Input['filter']
/** A record that a search means. */
export interface MeantRecord { readonly entity: string; readonly id: string }
export interface EntryQuestion { readonly filter: EntryFilter; readonly search: string; readonly meant: readonly MeantRecord[] }
interface Sight { readonly canSeeCost: boolean }

/** Without its own neighbours in the chain: what a list, a file or a summary shows of a row. */
const told = [
  'auditEntry.seq', 'auditEntry.at', 'auditEntry.userId', 'auditEntry.userName', 'user.fullName', 'auditEntry.role', 'auditEntry.action', 'auditEntry.module', 'auditEntry.procedure',
  'auditEntry.reason', 'auditEntry.deskId', 'auditEntry.ip', 'auditEntry.entity', 'auditEntry.entityId', 'auditEntry.before', 'auditEntry.after',
] as const
export type ToldRow = ReturnType<typeof toldRows> extends SelectQueryBuilder<Tables, never, infer Row> ? Row : never

/** One page by number: as fast at the end as at the beginning. Counted only as far as a person would look. */
export function listEntries(db: Reader, question: EntryQuestion, { sort, cursor, pageSize, total }: Input, sight: Sight): Page<AuditRow> {
  const isDescending = sort[0]?.descending ?? true
  const found = db.all(entryPage(db, question, { after: cursorOf(cursor), isDescending, most: pageSize + 1 }))
  const names = recordNames(db)
  const rows = found.slice(0, pageSize).map(row => {
    const entry = entryOf(row, names, sight)
    return { ...entry, changes: entry.changes.slice(0, changesListed), changeCount: entry.changes.length }
  })
  return { rows, next: found.length > pageSize ? String(rows.at(-1)!.seq) : undefined, total: total ? countEntries(db, question) : undefined }
}

export interface PageOfEntries { readonly after: number | undefined; readonly isDescending: boolean; readonly most: number }

export function entryPage(db: Reader, question: EntryQuestion, { after, isDescending, most }: PageOfEntries) {
  const narrowed = toldRows(matching(db, question)).orderBy('auditEntry.seq', isDescending ? 'desc' : 'asc').limit(most)
  return after === undefined ? narrowed : narrowed.where('auditEntry.seq', isDescending ? '<' : '>', after)
}

export function entryOf({ fullName, before, after, ...row }: ToldRow, names: RecordNames, { canSeeCost }: Sight): Omit<AuditRow, 'changeCount'> {
  const entity = knownEntity(row.entity)
  return {
    ...row, userName: fullName ?? row.userName, action: row.action as AuditAction,
    record: entity && row.entityId !== null ? names.full(entity, row.entityId, { ...fieldsOf(before), ...fieldsOf(after) }) : null,
    changes: entity ? changesOf(entity, { before, after }, names, canSeeCost) : [],
  }
}

export function getEntry(db: Reader, seq: number, sight: Sight): AuditEntry {
  const one = toldRows(sql.selectFrom('auditEntry').where('auditEntry.seq', '=', seq)).select([
    'auditEntry.sessionId', 'auditEntry.replayKey', 'auditEntry.previousHash', 'auditEntry.hash',
  ])
  const row = db.first(one)
  if (!row) throw new AppError('not-found', { entity: 'auditEntry', id: String(seq) })
  const { sessionId, replayKey, previousHash, hash, ...rest } = row
  return { ...entryOf(rest, recordNames(db), sight), userAccount: rest.userName, sessionId, replayKey, previousHash, hash }
}

/** Nothing where there are so many that nobody would count them: then the list goes on without a last page. */
export function countEntries(db: Reader, question: EntryQuestion): number | undefined {
  if (question.search === '' && Object.keys(question.filter).length === 0) return liveCount(db)
  const some = matching(db, question).select('auditEntry.seq').limit(mostCounted + 1)
  const { count } = db.one(sql.selectFrom(some.as('some')).select(({ fn }) => fn.countAll<number>().as('count')))
  return count > mostCounted ? undefined : count
}

/** Numbers have no gaps, so the first and the last say how many rows there are. */
export function liveCount(db: Reader): number {
  // One at a time: asked for both at once, SQLite would read every row.
  const { first } = db.one(sql.selectFrom('auditEntry').select(raw<number | null>`min(seq)`.as('first')))
  const { last } = db.one(sql.selectFrom('auditEntry').select(raw<number>`coalesce(max(seq), 0)`.as('last')))
  return first === null ? 0 : last - first + 1
}

type Rows = SelectQueryBuilder<Tables, 'auditEntry', object>

function toldRows(rows: Rows) {
  return rows.leftJoin('user', 'user.id', 'auditEntry.userId').select(told)
}

function matching(db: Reader, { filter, search, meant }: EntryQuestion): Rows {
  const { userId, module, actions, entity, entityId, fromDay, toDay } = filter
  const isRecord = entity !== undefined && entityId !== undefined
  const isRare = actions?.every(action => !common.includes(action)) === true
  // SQLite knows nothing of how many rows each has: the one that narrows most leads, and a + keeps the others' indexes out.
  const leads = { userId: !isRecord, entity: isRecord || userId === undefined, action: isRare && !isRecord && userId === undefined && entity === undefined, module: !isRecord && userId === undefined && entity === undefined && !isRare }
  const column = (name: keyof typeof leads) => (leads[name] ? raw.ref(`auditEntry.${name}`) : raw`+${raw.ref(`auditEntry.${name}`)}`)
  let rows: Rows = sql.selectFrom('auditEntry')
  if (userId !== undefined) rows = rows.where(raw<SqlBool>`${column('userId')} = ${userId}`)
  if (module !== undefined) rows = rows.where(raw<SqlBool>`${column('module')} = ${module}`)
  if (actions !== undefined) rows = rows.where(raw<SqlBool>`${column('action')} in (${raw.join(actions)})`)
  if (leads.action) rows = rows.where(raw<SqlBool>`auditEntry.action not in ('CREATE', 'UPDATE')`)
  if (entity !== undefined) rows = rows.where(raw<SqlBool>`${column('entity')} = ${entity}`)
  if (entityId !== undefined) rows = rows.where('auditEntry.entityId', '=', entityId)
  const span = spanOf(db, fromDay, toDay)
  if (span) rows = rows.where('auditEntry.seq', '>=', span.first).where('auditEntry.seq', '<=', span.last).where('auditEntry.at', '>=', span.from).where('auditEntry.at', '<', span.to)
  if (search !== '') rows = rows.where(raw<SqlBool>`auditEntry.seq in (${numbersOf(search, meant)})`)
  return rows
}

/** What the index of rare actions leaves out. */
const common: readonly AuditAction[] = ['CREATE', 'UPDATE']

/** The numbers of the rows of those records, and the row of that very number. */
function numbersOf(search: string, meant: readonly MeantRecord[]) {
  const number = /^#?(\d{1,15})$/.exec(search)?.[1]
  const ofRecords = raw`select seq from auditEntry where (entity, entityId) in (select value ->> 'entity', value ->> 'id' from json_each(${JSON.stringify(meant)}))`
  return number === undefined ? ofRecords : raw`${ofRecords} union select ${Number(number)}`
}

interface Span { readonly from: string; readonly to: string; readonly first: number; readonly last: number }

/**
 * The numbers between which all rows of these days stand. The clock of a host may have been put back, so that a number does not tell a
 * time by itself: it is the index of times that does.
 */
function spanOf(db: Reader, fromDay: BusinessDay | undefined, toDay: BusinessDay | undefined): Span | undefined {
  const days = daySpan(db, fromDay, toDay)
  if (!days) return undefined
  const { from, to } = days
  const { first, last } = db.one(
    sql.selectFrom('auditEntry').select([raw<number | null>`min(seq)`.as('first'), raw<number | null>`max(seq)`.as('last')]).where('at', '>=', from).where('at', '<', to),
  )
  return { from, to, first: first ?? 0, last: last ?? 0 }
}

function cursorOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  if (!/^\d{1,15}$/.test(cursor)) throw new AppError('invalid-input', { issues: [{ path: ['cursor'], reason: 'cursor', params: {} }] })
  return Number(cursor)
}
