import type { BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { downtime } from '../../shared/downtime/contract.ts'
import { ledger } from '../../shared/ledger/contract.ts'
import { daily, type DayAnswer } from '../../shared/production/daily.ts'
import { days } from '../../shared/section-day/days.ts'
import { teamDays } from '../../shared/section-day/team-days.ts'
import type { LateCall, LateFact } from '../../shared/section-day/late.ts'
import type { Reader } from '../database/reader.ts'
import { cancelDowntime, endDowntime, startDowntime, updateDowntime } from '../downtime/records.ts'
import { openFactoryHours } from '../downtime/working-hours.ts'
import { saveReceipts, saveWaste } from '../ledger/entries.ts'
import { changeDay, enterDay, keepingCartons, saveDays, takeBackDay } from '../production/entering.ts'
import { stepCalls } from '../stages/late.ts'
import { saveAttendance } from './attendance.ts'
import { saveWorkerEntries } from './entries.ts'
import { blankFact as blank, counting, held, joinedNames as joined, removedFact as removed, type Concerned, type HeldCall, type Moment, type Sent, type WaitsIn } from './held-call.ts'
import { enterTeamDay, removeTeamDay, updateTeamDay } from './team-days.ts'
import type { SectionAndDay } from './rows.ts'

const datedAt = (day: string, time: string) => (input: Sent, now: Moment): Sent => (input[day] == null && input[time] == null ? { ...input, [day]: now.day, [time]: now.time } : input)

const waitsIn = (answers: readonly DayAnswer[]): WaitsIn => answers.flatMap(({ request }) => (request ? [request.id] : []))
const nameIn = (db: Reader, entity: 'worker' | 'item' | 'wasteReason' | 'machine' | 'productionLine' | 'downtimeReason', id: string | null | undefined) => (id ? db.find(entity, id)?.name ?? null : null)

type DayRow = ParsedInputOf<typeof daily.saveProduction>['rows'][number]
interface OrderDay { readonly workOrderId: string; readonly day: string }

function orderDay(db: Reader, row: DayRow): OrderDay | undefined {
  return row.kind === 'enter' ? row.entry : db.find('dailyProduction', row.id)
}

function sectionOf(db: Reader, { workOrderId, day }: OrderDay): SectionAndDay {
  return { sectionId: db.get('workOrder', workOrderId).sectionId, day }
}

function dayFact(db: Reader, row: DayRow): LateFact {
  const at = orderDay(db, row)
  const about = { ...blank, label: at ? db.get('workOrder', at.workOrderId).number : null, day: at?.day ?? null }
  if (row.kind === 'remove') return { ...about, ...removed }
  const { goodQuantity, rejectQuantity } = row.kind === 'enter' ? row.entry : row
  return { ...about, value: [goodQuantity, rejectQuantity].filter(quantity => quantity !== undefined).map(decimalText).join(' / ') }
}

interface TeamsDay { readonly productionLineId: string; readonly day: string }
const teamFact = (db: Reader, { productionLineId, day }: TeamsDay, efficiency: Decimal | undefined): LateFact => ({
  ...blank, label: nameIn(db, 'productionLine', productionLineId), day, value: efficiency === undefined ? null : decimalText(efficiency),
})

const known = (db: Reader, id: string) => db.get('dailyProduction', id)

interface Stop { readonly machineId: string | null; readonly productionLineId: string | null; readonly downtimeReasonId: string }
const stopLabel = (db: Reader, { machineId, productionLineId, downtimeReasonId }: Stop) => joined(nameIn(db, 'machine', machineId), nameIn(db, 'productionLine', productionLineId), nameIn(db, 'downtimeReason', downtimeReasonId))
interface Times { readonly startDay?: string | null; readonly startTime?: string | null; readonly endDay?: string | null; readonly endTime?: string | null }
const timesOf = ({ startDay = null, startTime = null, endDay = null, endTime = null }: Times) => ({ startDay, startTime, endDay, endTime })

/** The days of a record as it stands; a night shift's day is the one on which it began, whatever day its clock shows. */
function downtimeDays(db: Reader, id: string, today: BusinessDay): Required<Concerned> {
  const { sectionId, startedAt, endedAt } = db.get('downtime', id)
  const { dayAt } = openFactoryHours(db)
  return { sectionId, day: dayAt(startedAt), until: endedAt === null ? today : dayAt(endedAt) }
}
/** Of what a night shift types after midnight: the day on which the shift began. */
function typedDay(db: Reader, day: string | null | undefined, time: string | null | undefined): string | undefined {
  return day == null || time == null ? day ?? undefined : openFactoryHours(db).dayOf(day as BusinessDay, time)
}
const downtimeFact = (db: Reader, id: string, fact: Partial<LateFact>): readonly LateFact[] => [{ ...blank, label: stopLabel(db, db.get('downtime', id)), ...fact }]

type WasteRow = ParsedInputOf<typeof ledger.saveWaste>['rows'][number]
type ReceiptRow = ParsedInputOf<typeof ledger.saveReceipts>['rows'][number]

function wasteFact(db: Reader, row: WasteRow): LateFact {
  const before = row.kind === 'enter' ? undefined : db.find('wasteEntry', row.id)
  const { itemId = before?.itemId, wasteReasonId = before?.wasteReasonId }: { itemId?: string | undefined; wasteReasonId?: string | undefined } = row.kind === 'remove' ? {} : row
  return quantityFact(row, joined(nameIn(db, 'item', itemId), nameIn(db, 'wasteReason', wasteReasonId)))
}

function receiptFact(db: Reader, row: ReceiptRow): LateFact {
  const before = row.kind === 'enter' ? undefined : db.find('ledgerReceipt', row.id)
  const { itemId = before?.itemId }: { itemId?: string | undefined } = row.kind === 'remove' ? {} : row
  return quantityFact(row, nameIn(db, 'item', itemId))
}

function quantityFact(row: WasteRow | ReceiptRow, label: string | null): LateFact {
  if (row.kind === 'remove') return { ...blank, label, ...removed }
  return { ...blank, label, value: row.quantity === undefined ? null : decimalText(row.quantity) }
}

/** Every command that can be handed in late, by its name. */
export const heldCalls: Readonly<Record<LateCall, HeldCall>> = {
  'sectionDay.saveWorkerEntries': held(days.saveWorkerEntries, {
    daysOf: (_db, input) => [input],
    facts: (db, { rows }) => rows.map(row => {
      const before = row.kind === 'enter' ? undefined : db.find('workerEntry', row.id)
      const workerId = row.kind === 'enter' ? row.workerId : before?.workerId
      const itemId = row.kind === 'remove' ? before?.itemId : row.itemId ?? before?.itemId
      const label = joined(nameIn(db, 'worker', workerId), nameIn(db, 'item', itemId))
      return row.kind === 'remove' ? { ...blank, label, ...removed } : { ...blank, label, value: row.actualQuantity === undefined ? null : decimalText(row.actualQuantity) }
    }),
    apply: counting(saveWorkerEntries),
  }),
  'sectionDay.saveAttendance': held(days.saveAttendance, {
    daysOf: (_db, input) => [input],
    facts: (db, { lines }) => lines.map(({ workerId, status, notes }) => ({ ...blank, label: joined(nameIn(db, 'worker', workerId), notes || null), valueKey: `sectionDay.attendance.${status}` })),
    apply: counting(saveAttendance),
  }),
  'sectionDay.enterTeamDay': held(teamDays.enterTeamDay, {
    daysOf: (db, { productionLineId, day }) => [{ sectionId: db.get('productionLine', productionLineId).sectionId, day }],
    facts: (db, entry) => [teamFact(db, entry, entry.actualEfficiency)],
    apply: counting(enterTeamDay),
  }),
  'sectionDay.updateTeamDay': held(teamDays.updateTeamDay, {
    daysOf: (db, { id }) => [db.get('teamDay', id)],
    facts: (db, { id, actualEfficiency }) => [teamFact(db, db.get('teamDay', id), actualEfficiency)],
    apply: counting(updateTeamDay),
  }),
  'sectionDay.removeTeamDay': held(teamDays.removeTeamDay, {
    daysOf: (db, { id }) => [db.get('teamDay', id)],
    facts: (db, { id }) => [{ ...teamFact(db, db.get('teamDay', id), undefined), ...removed }],
    apply: counting(removeTeamDay),
  }),
  'production.enterProduction': held(daily.enterProduction, {
    daysOf: (db, entry) => [sectionOf(db, entry)],
    facts: (db, entry) => [dayFact(db, { kind: 'enter', entry })],
    apply: (context, entry, reason) => waitsIn([keepingCartons(context, entry.workOrderId, () => enterDay(context, { ...entry, reason: entry.reason || reason }))]),
  }),
  'production.updateProduction': held(daily.updateProduction, {
    daysOf: (db, { id }) => [sectionOf(db, known(db, id))],
    facts: (db, input) => [dayFact(db, { kind: 'change', ...input })],
    apply: (context, { id, version, ...patch }, reason) => waitsIn([keepingCartons(context, known(context.db, id).workOrderId, () => changeDay(context, { id, version }, { ...patch, reason: patch.reason || reason }))]),
  }),
  'production.removeProduction': held(daily.removeProduction, {
    daysOf: (db, { id }) => [sectionOf(db, known(db, id))],
    facts: (db, { id, version }) => [dayFact(db, { kind: 'remove', id, version })],
    apply: (context, { reason: given, ...at }, reason) => waitsIn([keepingCartons(context, known(context.db, at.id).workOrderId, () => takeBackDay(context, at, given || reason))]),
  }),
  'production.saveProduction': held(daily.saveProduction, {
    daysOf: (db, { rows }) => rows.map(row => orderDay(db, row)).filter(at => at !== undefined).map(at => sectionOf(db, at)),
    facts: (db, { rows }) => rows.map(row => dayFact(db, row)),
    apply: (context, { rows, reason: given }, reason) => waitsIn(saveDays(context, rows, given || reason)),
  }),
  ...stepCalls,
  'downtime.startDowntime': held(downtime.startDowntime, {
    daysOf: (db, { sectionId, startDay, startTime, endDay, endTime }, today) => [{ sectionId, day: typedDay(db, startDay, startTime) ?? today, until: typedDay(db, endDay, endTime) ?? today }],
    facts: (db, entry) => [{ ...blank, label: stopLabel(db, entry), times: timesOf(entry) }],
    apply: counting(startDowntime),
  }, { dated: datedAt('startDay', 'startTime'), isStrict: false }),
  'downtime.endDowntime': held(downtime.endDowntime, {
    daysOf: (db, { id, endDay, endTime }, today) => [{ sectionId: db.get('downtime', id).sectionId, day: typedDay(db, endDay, endTime) ?? today, until: today }],
    facts: (db, { id, ...times }) => downtimeFact(db, id, { times: timesOf(times) }),
    apply: counting(endDowntime),
  }, { dated: datedAt('endDay', 'endTime'), isStrict: false }),
  'downtime.updateDowntime': held(downtime.updateDowntime, {
    daysOf: (db, { id, startDay, startTime, endDay, endTime }, today) => {
      const known = downtimeDays(db, id, today)
      return [known, { ...known, day: typedDay(db, startDay, startTime) ?? known.day, until: typedDay(db, endDay, endTime) ?? today }]
    },
    facts: (db, entry) => [{ ...blank, label: stopLabel(db, entry), times: timesOf(entry) }],
    apply: counting(updateDowntime),
  }, { isStrict: false }),
  'downtime.cancelDowntime': held(downtime.cancelDowntime, {
    daysOf: (db, { id }, today) => [downtimeDays(db, id, today)],
    facts: (db, { id }) => downtimeFact(db, id, removed),
    apply: counting(cancelDowntime),
  }, { isStrict: false }),
  'ledger.saveWaste': held(ledger.saveWaste, { daysOf: (_db, input) => [input], facts: (db, { rows }) => rows.map(row => wasteFact(db, row)), apply: counting(saveWaste) }),
  'ledger.saveReceipts': held(ledger.saveReceipts, { daysOf: (_db, input) => [input], facts: (db, { rows }) => rows.map(row => receiptFact(db, row)), apply: counting(saveReceipts) }),
}
