import { daysBefore, type BusinessDay } from '../../shared/core/dates.ts'
import { isPositive } from '../../shared/core/decimal.ts'
import type { FlowEntry, LedgerDay } from '../../shared/ledger/contract.ts'
import { arrivalDay } from '../../shared/ledger/rules.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { receiptsAt, wasteAt } from './entry-rows.ts'
import { dayBefore, lineAt, type LedgerPlace } from './lines.ts'
import { madeOn } from './room.ts'

const workersAt = planned((at: LedgerPlace) => sql.selectFrom('workerEntry').innerJoin('worker', 'worker.id', 'workerEntry.workerId').innerJoin('user', 'user.id', 'workerEntry.enteredBy')
  .select(['workerEntry.id', 'worker.code', 'worker.name', 'workerEntry.actualQuantity as quantity', 'user.fullName as enteredByName'])
  .where('workerEntry.sectionId', '=', at.sectionId).where('workerEntry.itemId', '=', at.itemId).where('workerEntry.day', '=', at.day).orderBy('worker.code'))
const producedAt = planned((at: LedgerPlace) => sql.selectFrom('ledgerProduction').innerJoin('dailyProduction', 'dailyProduction.id', 'ledgerProduction.id').innerJoin('workOrder', 'workOrder.id', 'ledgerProduction.workOrderId')
  .innerJoin('user', 'user.id', 'dailyProduction.enteredBy').select(['ledgerProduction.workOrderId as id', 'workOrder.number as label', 'ledgerProduction.quantity', 'ledgerProduction.rejected', 'user.fullName as enteredByName'])
  .where('ledgerProduction.sectionId', '=', at.sectionId).where('ledgerProduction.itemId', '=', at.itemId).where('ledgerProduction.day', '=', at.day).orderBy('workOrder.number'))
const ways = sql.selectFrom('flowPeriod').innerJoin('section as source', 'source.id', 'flowPeriod.fromSectionId').innerJoin('section as target', 'target.id', 'flowPeriod.toSectionId')
  .select(['fromSectionId', 'source.name as fromName', 'toSectionId', 'target.name as toName', 'leadDays', 'fromDay', 'untilDay'])
const waysTo = planned((at: { sectionId: string; itemId: string }) => ways.where('itemId', '=', at.itemId).where('toSectionId', '=', at.sectionId).orderBy('source.name').orderBy('fromDay'))
const waysFrom = planned((at: { sectionId: string; itemId: string }) => ways.where('itemId', '=', at.itemId).where('fromSectionId', '=', at.sectionId).orderBy('target.name').orderBy('fromDay'))
const slipPeriods = planned((of: { sectionId: string }) => sql.selectFrom('slipPeriod').select(['fromDay', 'untilDay']).where('sectionId', '=', of.sectionId))
const slips = sql.selectFrom('ledgerSlip').innerJoin('section as source', 'source.id', 'ledgerSlip.fromSectionId').innerJoin('section as target', 'target.id', 'ledgerSlip.toSectionId')
  .select(['ledgerSlip.id', 'ledgerSlip.number', 'fromSectionId', 'source.name as fromName', 'toSectionId', 'target.name as toName', 'quantity', 'cameBefore'])
const slipsTo = planned((at: LedgerPlace) => slips.where('toSectionId', '=', at.sectionId).where('itemId', '=', at.itemId).where('day', '=', at.day).orderBy('number'))
const slipsFrom = planned((at: LedgerPlace) => slips.where('fromSectionId', '=', at.sectionId).where('itemId', '=', at.itemId).where('day', '=', at.day).orderBy('number'))
const outputAt = planned((at: LedgerPlace) => sql.selectFrom('ledgerDay').select('output').where('sectionId', '=', at.sectionId).where('itemId', '=', at.itemId).where('day', '=', at.day))

/** A ledger's day with the rows behind each of its figures. */
export function explainedDay(db: Reader, at: LedgerPlace): LedgerDay {
  const line = lineAt(db, at)
  const sums = madeOn(db, at)
  const orders = db.all(producedAt(at))
  return {
    line, before: dayBefore(db, at) ?? null, sums, outputs: isByWorkers(sums) ? workersOn(db, at) : ofOrders(orders.filter(({ quantity }) => isPositive(quantity))),
    rejects: ofOrders(orders.filter(({ rejected }) => isPositive(rejected)).map(entry => ({ ...entry, quantity: entry.rejected }))), inflows: inflowsAt(db, at), outflows: outflowsAt(db, at, line), receipts: receiptsAt(db, at), waste: wasteAt(db, at),
  }
}

/** `[own]` The larger of what the workers made and what the work orders put out good counts; where they agree, by name. */
function isByWorkers({ workers, orders }: LedgerDay['sums']): boolean {
  return (workers ?? -1) >= (orders ?? 0)
}

function workersOn(db: Reader, at: LedgerPlace): LedgerDay['outputs'] {
  return db.all(workersAt(at)).map(({ code, name, ...entry }) => ({ kind: 'WORKER' as const, ...entry, label: `${code} · ${name}` }))
}

type OfOrder = Omit<LedgerDay['outputs'][number], 'kind'>
function ofOrders(entries: readonly OfOrder[]): LedgerDay['outputs'] {
  return entries.map(({ id, label, quantity, enteredByName }) => ({ kind: 'WORK_ORDER' as const, id, label, quantity, enteredByName }))
}

/** PX-8: each section before, on the day whose output comes on this one; by slip, what was accepted on this one. */
function inflowsAt(db: Reader, { day, ...at }: LedgerPlace): FlowEntry[] {
  const periods = db.all(waysTo(at))
  const output = periods.flatMap(({ fromSectionId, fromName, leadDays, ...period }) => {
    const from = daysBefore(day as BusinessDay, leadDays)
    if (!isWithin(from, period) || isBySlip(db, at.sectionId, from)) return []
    const quantity = db.first(outputAt({ sectionId: fromSectionId, itemId: at.itemId, day: from }))?.output
    return quantity === undefined ? [] : [{ sectionId: fromSectionId, sectionName: fromName, day: from, leadDays, quantity, slip: null }]
  })
  return [...output, ...acceptedOn(db, { day, ...at }, slipsTo, periods).map(({ fromSectionId, fromName, toSectionId: _toSectionId, toName: _toName, ...slip }) => slipEntry(slip, day, fromSectionId, fromName))]
}

/** Where a section after receives by slip, what it accepted on this day, whenever that was put out. */
function outflowsAt(db: Reader, { day, ...at }: LedgerPlace, { output }: Pick<LedgerDay['line'], 'output'>): FlowEntry[] {
  const periods = db.all(waysFrom(at))
  const onward = periods.filter(({ toSectionId, ...period }) => isPositive(output) && isWithin(day, period) && !isBySlip(db, toSectionId, day))
    .map(({ toSectionId, toName, leadDays }) => ({ sectionId: toSectionId, sectionName: toName, day: arrivalDay(day as BusinessDay, leadDays), leadDays, quantity: output, slip: null }))
  return [...onward, ...acceptedOn(db, { day, ...at }, slipsFrom, periods).map(({ toSectionId, toName, fromSectionId: _fromSectionId, fromName: _fromName, ...slip }) => slipEntry(slip, day, toSectionId, toName))]
}

type Way = Period & { readonly fromSectionId: string; readonly toSectionId: string }

/** The slips that count: along a way of the flow, to where things are handed over by slip. */
function acceptedOn(db: Reader, at: LedgerPlace, slipsOn: typeof slipsTo, ways: readonly Way[]) {
  return db.all(slipsOn(at)).filter(({ fromSectionId, toSectionId }) =>
    isBySlip(db, toSectionId, at.day) && ways.some(way => way.fromSectionId === fromSectionId && way.toSectionId === toSectionId && isWithin(at.day, way)))
}

interface Slip extends Pick<FlowEntry, 'quantity'>, NonNullable<FlowEntry['slip']> {}

function slipEntry({ quantity, ...slip }: Slip, day: string, sectionId: string, sectionName: string): FlowEntry {
  return { sectionId, sectionName, day, leadDays: 0, quantity, slip }
}

interface Period { readonly fromDay: string; readonly untilDay: string | null }

function isWithin(day: string, { fromDay, untilDay }: Period): boolean {
  return day >= fromDay && (untilDay === null || day <= untilDay)
}

function isBySlip(db: Reader, sectionId: string, day: string): boolean {
  return db.all(slipPeriods({ sectionId })).some(period => isWithin(day, period))
}
