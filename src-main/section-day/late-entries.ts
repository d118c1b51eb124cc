import { sql as raw, type Selectable, type SqlBool } from 'kysely'
import { businessDay, wallClock, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { features } from '../../shared/features/settings.ts'
import { isLateCall, type LateBar, type LateCall, type lateEntries, type LateEntry, type LateFact } from '../../shared/section-day/late.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { LateEntryTable } from '../database/tables.ts'
import { holdersOf } from '../engines/approval-holders.ts'
import { settleNotices } from '../engines/notifications.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { invalid } from '../warehouse/refusals.ts'
import { isMine, type Sections } from '../warehouse/places.ts'
import type { Concerned } from './held-call.ts'
import { heldCalls } from './late-calls.ts'
import { barWithin } from './open-day.ts'
import type { SectionAndDay } from './rows.ts'

type Row = Selectable<LateEntryTable>
interface SeenAt { readonly id: string; readonly version: number }
/** What says whether a day takes an entry now. */
type Asker = Pick<QueryContext, 'db' | 'settings' | 'clock' | 'today'>

const lateRows = sql.selectFrom('lateEntry').innerJoin('section', 'section.id', 'lateEntry.sectionId').innerJoin('user as hander', 'hander.id', 'lateEntry.handedBy').leftJoin('user as decider', 'decider.id', 'lateEntry.decidedBy')
  .select([
    'lateEntry.id', 'lateEntry.version', 'lateEntry.createdAt', 'lateEntry.sectionId', 'section.name as sectionName', 'lateEntry.day', 'lateEntry.procedure', 'lateEntry.input', 'lateEntry.status', 'lateEntry.reason',
    'hander.fullName as handedByName', 'decider.fullName as decidedByName', 'lateEntry.decidedAt', 'lateEntry.decisionReason', 'lateEntry.requestIds',
  ])

/** The newest first. */
export function listLateEntries(asker: Asker, mine: Sections, { filter, ...input }: ParsedInputOf<typeof lateEntries.listLateEntries>): Page<LateEntry> {
  const { db } = asker
  const { fromDay, toDay, ...equal } = filter
  let query = narrowed(lateRows.where(mine === 'all' ? raw<SqlBool>`1` : isMine('lateEntry', mine)), equal, { sectionId: 'lateEntry.sectionId', status: 'lateEntry.status' })
  if (fromDay !== undefined) query = query.where('lateEntry.day', '>=', fromDay)
  if (toDay !== undefined) query = query.where('lateEntry.day', '<=', toDay)
  const found = listPage(db, input, {
    query, columns: { createdAt: 'lateEntry.createdAt', day: 'lateEntry.day', sectionName: textColumn('section.name') }, search: ['section.name', 'lateEntry.reason', 'hander.fullName'],
    defaultSort: [{ column: 'createdAt', descending: true }], id: 'lateEntry.id',
  })
  return { ...found, rows: found.rows.map(row => told(asker, row)) }
}

/** As it was typed; supervisors of the section are told. IA-5: whoever reads a section's entries reads all of them, so each is about one section only. */
export function keepLateEntry(context: CommandContext, { call, input: sent, reason }: ParsedInputOf<typeof lateEntries.keepLateEntry>): LateEntry {
  const { db, scope, session, notify, clock, today } = context
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const input = heldCalls[call].dated(sent, wallClock(clock.now(), timeZone))
  const concerned = heldCalls[call].daysOf(db, input, today() as BusinessDay)
  for (const { sectionId } of concerned) scope.section(sectionId)
  if (new Set(concerned.map(({ sectionId }) => sectionId)).size > 1) throw invalid('input', 'sectionDay.issues.several-sections')
  const barred = barOf(context, call, concerned, today() as BusinessDay)
  if (!barred) throw new AppError('wrong-state', { entity: 'sectionDayLock', id: '', status: 'OPEN' })
  const { sectionId, day } = barred
  const { id } = db.insert('lateEntry', { sectionId, day, procedure: call, input: JSON.stringify(input), reason, handedBy: session.userId })
  const supervisors = holdersOf(context, { by: 'permission', permission: 'production.approve', section: 'concerned' }, { sectionId, requestedBy: session.userId, entity: 'lateEntry', entityId: id })
  if (supervisors.length > 0) {
    const params = { by: session.fullName, section: db.get('section', sectionId).name, from: day, reason }
    notify({ kind: 'LATE_ENTRY', audience: supervisors.map(person => ({ user: person.id })), params, entity: 'lateEntry', entityId: id })
  }
  return lateEntryOf(context, id)
}

/** Once the day is open again: entered as it was typed, by whom and as late as it was typed, with all that is refused to whoever decides; what of it waits for somebody higher is kept beside it. */
export function applyLateEntry(context: CommandContext, at: SeenAt): LateEntry {
  const known = waiting(context, at)
  const typed = { by: known.handedBy, on: handedOn(context.db, known) }
  const waitsIn = heldCalls[callOf(known)].apply({ ...context, typed }, JSON.parse(known.input), known.reason)
  return decide(context, known, { status: 'APPLIED', decisionReason: null, requestIds: JSON.stringify(waitsIn) })
}

export function rejectLateEntry(context: CommandContext, { reason, ...at }: SeenAt & { readonly reason: string }): LateEntry {
  return decide(context, waiting(context, at), { status: 'REJECTED', decisionReason: reason, requestIds: '[]' })
}

function decide(context: CommandContext, known: Row, decision: Pick<Row, 'status' | 'decisionReason' | 'requestIds'>): LateEntry {
  const { db, session, clock } = context
  db.update('lateEntry', known, { ...decision, decidedBy: session.userId, decidedAt: clock.now() })
  settleNotices(db, 'lateEntry', known.id, clock.now())
  return lateEntryOf(context, known.id)
}

/** As it was seen, and not decided. Throws `not-found`, `foreign-section`, `conflict`, `wrong-state`. */
function waiting({ db, scope }: CommandContext, { id, version }: SeenAt): Row {
  const known = db.get('lateEntry', id)
  scope.section(known.sectionId)
  if (known.version !== version) throw new AppError('conflict', { entity: 'lateEntry', id })
  if (known.status !== 'WAITING') throw new AppError('wrong-state', { entity: 'lateEntry', id, status: known.status })
  return known
}

/** The factory's day on which it was typed. */
function handedOn(db: Reader, { createdAt }: Pick<Row, 'createdAt'>): BusinessDay {
  return businessDay(createdAt, db.one(sql.selectFrom('site').select('timeZone').limit(1)))
}

export function lateEntryOf(asker: Asker, id: string): LateEntry {
  return told(asker, asker.db.one(lateRows.where('lateEntry.id', '=', id)))
}

function callOf({ procedure }: { readonly procedure: string }): LateCall {
  if (!isLateCall(procedure)) throw new Error(`No command of a section's day: ${procedure}`)
  return procedure
}

type Stored = Omit<LateEntry, 'facts' | 'unreadable' | 'bar' | 'procedure' | 'requests'> & { readonly procedure: string; readonly input: string; readonly requestIds: string }

function told(asker: Asker, { input, requestIds, ...row }: Stored): LateEntry {
  const { db } = asker
  const procedure = callOf(row)
  const requests = (JSON.parse(requestIds) as string[]).flatMap(id => db.find('approvalRequest', id) ?? []).map(({ id, number, status }) => ({ id, number, status }))
  const bar = barOf(asker, procedure, concernedBy(asker, procedure, input) ?? [row], handedOn(db, row))?.bar ?? null
  return { ...row, procedure, requests, bar, ...factsOf(db, procedure, input) }
}

/** What keeps an entry's first day from taking it: its lock, the books of its month, or that it was over when it was typed (PX-4). */
function barOf(asker: Asker, call: LateCall, concerned: readonly Concerned[], typedOn: BusinessDay): (SectionAndDay & { readonly bar: LateBar }) | undefined {
  const isStrict = heldCalls[call].isStrict && asker.settings.get(features.strictBackdate)
  for (const { sectionId, day, until = day } of concerned) {
    const barred = barWithin(asker, sectionId, { from: day, to: until })
    if (barred) return { sectionId, ...barred }
    if (isStrict && day < typedOn) return { sectionId, day, bar: 'backdate-refused' }
  }
  return undefined
}

/** Nothing where what it was about is gone, or it cannot be read any more. */
function concernedBy({ db, today }: Asker, procedure: LateCall, input: string): readonly Concerned[] | undefined {
  try {
    const concerned = heldCalls[procedure].daysOf(db, JSON.parse(input), today() as BusinessDay)
    return concerned.length === 0 ? undefined : concerned
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid-input')) return undefined
    throw error
  }
}

/** Nothing of what it was about may be left: then it says only what kind of entry it is. One that an earlier Lantai kept, and its command takes no more as it is, is shown as it was kept. */
function factsOf(db: Reader, procedure: LateCall, input: string): { readonly facts: LateFact[]; readonly unreadable: string | null } {
  try {
    return { facts: [...heldCalls[procedure].facts(db, JSON.parse(input))], unreadable: null }
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return { facts: [], unreadable: null }
    if (error instanceof AppError && error.code === 'invalid-input') return { facts: [], unreadable: input }
    throw error
  }
}
