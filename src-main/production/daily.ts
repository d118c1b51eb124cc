import type { Selectable } from 'kysely'
import { addDecimals, compareDecimals, isPositive, isZero, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import { features } from '../../shared/features/settings.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { DayEntry } from '../../shared/production/daily.ts'
import { consentFor, latenessVerdict, needsReason, overVerdict, type ConsentLevel, type LatenessVerdict, type OverVerdict } from '../../shared/production/gates.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import type { CommandContext, Entered } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { DailyProductionTable } from '../database/tables.ts'
import { allocateRest } from '../planning/allocations.ts'
import { tellHealth } from '../planning/health-notices.ts'
import { countOrderBegun } from '../planning/manufacturing-orders.ts'
import { piecesOf } from '../planning/targets.ts'
import { partOfOrder, type WorkOrderRow } from '../planning/work-order-rows.ts'
import { inflowOf, startByEntry } from '../planning/work-orders.ts'
import { settleOutput } from '../warehouse/backflush.ts'
import { invalid } from '../warehouse/refusals.ts'
import { releaseStock } from '../warehouse/reservations.ts'
import { outputAhead, requireRoom, standingAt } from '../ledger/room.ts'
import { requireOpenDay } from '../section-day/open-day.ts'
import { heldOutside, requireInHouse, type Made } from '../transfers/held-outside.ts'
import { requireOpenWorkOrder } from '../warehouse/work-order-stock.ts'

export type DayRow = Selectable<DailyProductionTable>
export type Figures = Omit<DayEntry, 'reason' | 'rejectQuantity'> & { readonly rejectQuantity: Decimal; readonly isFromPaper: boolean }

/** Whose consent these figures need; throws what would keep them from being entered at all, `day-locked` where their day is. `reason` is what their enterer said. */
export function judgeDay(context: CommandContext, workOrder: WorkOrderRow, figures: Figures, entered: Entered, reason: string): ConsentLevel {
  requireOpenDay(context, workOrder.sectionId, figures.day)
  const over = judgeOutput(context, workOrder, figures)
  const late = latenessOf(context, figures.day, entered)
  if (reason === '' && (needsReason(over, late) || figures.isFromPaper)) throw new AppError('reason-needed')
  return consentFor(over, late)
}

/** Pieces of a work order that are not counted yet. */
export interface Ahead { readonly goodQuantity: Decimal; readonly rejectQuantity: Decimal }
const nothingAhead: Ahead = { goodQuantity: zero, rejectQuantity: zero }

/** PX-3: how far they go beyond the target, whenever they are entered; `ahead` is what counts before them. Throws what would keep them from being entered at all. */
export function judgeOutput(context: CommandContext, workOrder: WorkOrderRow, figures: Figures, ahead = nothingAhead): OverVerdict {
  const { db, settings } = context
  requireEnterable(context, workOrder, figures)
  const before = dayOf(db, workOrder.id, figures.day) ?? nothingAhead
  const produced = sumDecimals([subtractDecimals(workOrder.goodQuantity, before.goodQuantity), ahead.goodQuantity, figures.goodQuantity])
  const passed = sumDecimals([produced, subtractDecimals(workOrder.rejectQuantity, before.rejectQuantity), ahead.rejectQuantity, figures.rejectQuantity])
  requireUpstream(db, workOrder, { passed, good: produced })
  requireLedgerRoom(context, workOrder, figures, before)
  // Nobody is asked to agree to what may not begin.
  if (workOrder.status === 'PENDING') startByEntry(context, workOrder)
  return overVerdict(piecesOf(produced), piecesOf(workOrder.targetQuantity), {
    automatic: settings.get(productionSettings.overAutomatic), review: settings.get(productionSettings.overReview), block: settings.get(productionSettings.overBlock),
  })
}

/** What is wrong with figures by themselves, or with entering any for their work order, whether or not their day is open. Throws `wrong-state`, `invalid-input`, `inactive`. */
export function requireEnterable(context: CommandContext, workOrder: WorkOrderRow, figures: Figures): void {
  requireOpenWorkOrder(context.db, workOrder)
  requireSound(context, figures)
}

/** PX-4: whose consent it needs that a day is taken back, or something else is written for it, as late as entering it would be; why is said too where it was copied from paper. */
export function judgeLateness(context: CommandContext, { day, isFromPaper }: Pick<DayRow, 'day' | 'isFromPaper'>, entered: Entered, reason: string): ConsentLevel {
  const late = latenessOf(context, day, entered)
  if (reason === '' && (needsReason('AUTOMATIC', late) || isFromPaper)) throw new AppError('reason-needed')
  return consentFor('AUTOMATIC', late)
}

/** Throws `backdate-refused` where the factory lets nothing be entered later. */
function latenessOf({ settings }: CommandContext, day: string, { on }: Entered): LatenessVerdict {
  const late = latenessVerdict(day as BusinessDay, on, { supervisorDays: settings.get(productionSettings.lateSupervisorDays), managerDays: settings.get(productionSettings.lateManagerDays) })
  if (late !== 'FREE' && settings.get(features.strictBackdate)) throw new AppError('backdate-refused', { day })
  return late
}

/** Writes a day's entry, and counts its work order and order on. Its consent is the caller's matter, and so is that its cartons stay filled. `paperBatchId`: what it was copied with. */
export function writeDay(context: CommandContext, { workOrderId, day, ...figures }: Figures, { by, on }: Entered, paperBatchId: string | null = null): DayRow {
  const { db } = context
  const workOrder = db.get('workOrder', workOrderId)
  requireOpenDay(context, workOrder.sectionId, day)
  if (workOrder.status === 'PENDING') startByEntry(context, workOrder)
  const before = dayOf(db, workOrderId, day)
  requireLedgerRoom(context, workOrder, { day, ...figures }, before ?? nothingAhead)
  const isLate = day < on
  const entry = before
    ? db.update('dailyProduction', before, { ...figures, changedBy: by, ...(isOtherFigure(before, figures) && { figuresBy: by }), isLate: isLate || before.isLate, isFromPaper: figures.isFromPaper || before.isFromPaper })
    : db.insert('dailyProduction', { ...figures, workOrderId, sectionId: workOrder.sectionId, day, isLate, enteredBy: by, figuresBy: by, paperBatchId })
  countOn(context, workOrderId)
  return entry
}

function isOtherFigure(before: Ahead, { goodQuantity, rejectQuantity }: Ahead): boolean {
  return compareDecimals(before.goodQuantity, goodQuantity) !== 0 || compareDecimals(before.rejectQuantity, rejectQuantity) !== 0
}

/** Throws `wrong-state` once it is confirmed, `day-locked` where its day is. */
export function removeDay(context: CommandContext, entry: DayRow): void {
  requireEditable(context.db, entry)
  requireOpenDay(context, entry.sectionId, entry.day)
  context.db.remove('dailyProduction', entry)
  countOn(context, entry.workOrderId)
}

/**
 * PX-1: the sum of its days; with the target reached it is finished, on that day, and what is still kept for it is free. It began with the first of them, or by hand; without either it waits as
 * before.
 */
function countOn(context: CommandContext, workOrderId: string): void {
  const { db, clock } = context
  const workOrder = db.get('workOrder', workOrderId)
  const days = db.all(daysAt({ workOrderId }))
  const goodQuantity = sumDecimals(days.map(entry => entry.goodQuantity))
  const isFinished = compareDecimals(goodQuantity, workOrder.targetQuantity) >= 0
  const finishedDay = isFinished ? dayReached(days, workOrder.targetQuantity) : null
  const startedDay = [workOrder.begunDay, days[0]?.day].filter(day => day != null).toSorted()[0] ?? null
  const counted = db.update('workOrder', workOrder, {
    goodQuantity, rejectQuantity: sumDecimals(days.map(entry => entry.rejectQuantity)), entryCount: days.length, status: isFinished ? 'FINISHED' : startedDay === null ? 'PENDING' : 'RUNNING',
    startedDay, finishedDay, finishedAt: isFinished ? (workOrder.finishedAt ?? clock.now()) : null,
  })
  settleOutput(context, counted)
  if (isFinished) releaseStock({ db }, { documentEntity: 'workOrder', documentId: workOrderId })
  else if (workOrder.status === 'FINISHED') allocateRest(context, counted)
  countOrderBegun(context, counted.manufacturingOrderId)
  tellHealth(context, workOrderId)
}

function dayReached(days: readonly DayRow[], target: Decimal): string {
  let sum = zero
  return days.find(({ goodQuantity }) => compareDecimals((sum = addDecimals(sum, goodQuantity)), target) >= 0)!.day
}

export function dayOf(db: Reader, workOrderId: string, day: string): DayRow | undefined {
  return db.first(dayAt({ workOrderId, day }))
}
const dayAt = planned((at: { workOrderId: string; day: string }) =>
  sql.selectFrom('dailyProduction').selectAll().where('workOrderId', '=', at.workOrderId).where('day', '=', at.day))
const daysAt = planned((at: { workOrderId: string }) => sql.selectFrom('dailyProduction').selectAll().where('workOrderId', '=', at.workOrderId).orderBy('day'))

/** Throws `wrong-state` for a work order that takes no more, or an entry that is confirmed. */
export function requireEditable(db: Reader, entry: DayRow): void {
  if (entry.status !== 'ENTERED') throw new AppError('wrong-state', { entity: 'dailyProduction', id: entry.id, number: entry.day, status: entry.status })
  requireOpenWorkOrder(db, db.get('workOrder', entry.workOrderId))
}

function requireSound({ db, today }: CommandContext, { day, goodQuantity, rejectQuantity, defectReasonId, workShiftId }: Figures): void {
  if (day > today()) throw invalid('day', 'production.issues.day-ahead')
  if (!fitsUnit(goodQuantity, 0)) throw invalid('goodQuantity', 'planning.issues.whole')
  if (!fitsUnit(rejectQuantity, 0)) throw invalid('rejectQuantity', 'planning.issues.whole')
  if (isZero(goodQuantity) && isZero(rejectQuantity)) throw invalid('goodQuantity', 'production.issues.nothing-made')
  if (isPositive(rejectQuantity) && defectReasonId === null) throw invalid('defectReasonId', 'production.issues.reject-reason')
  requireActive(db, 'defectReason', defectReasonId)
  requireActive(db, 'workShift', workShiftId)
}

function requireActive(db: Reader, entity: 'defectReason' | 'workShift', id: string | null): void {
  if (id === null) return
  const { code, isActive } = db.get(entity, id)
  if (!isActive) throw new AppError('inactive', { entity, id, code })
}

/** PX-9: what a section's ledger has of the item. The day's production takes of it what goes beyond its workers' entries, and what it rejects. */
function requireLedgerRoom(context: CommandContext, workOrder: WorkOrderRow, { day, ...figures }: Ahead & { readonly day: string }, before: Ahead): void {
  const { db } = context
  const at = { sectionId: workOrder.sectionId, itemId: partOfOrder(workOrder) ?? db.get('manufacturingOrder', workOrder.manufacturingOrderId).articleId, day }
  const output = outputAhead(db, at, subtractDecimals(figures.goodQuantity, before.goodQuantity))
  requireRoom(context, at, standingAt(db, at), { ahead: { output, rejected: subtractDecimals(figures.rejectQuantity, before.rejectQuantity) } })
}

/** PL-11, TR-9: a stage puts out no more than came to it and is not outside; what lowers its figures brings them nearer, whatever has become of the stage before. */
function requireUpstream(db: Reader, workOrder: WorkOrderRow, made: Made): void {
  const { passed, good } = made
  if (compareDecimals(passed, addDecimals(workOrder.goodQuantity, workOrder.rejectQuantity)) <= 0 && compareDecimals(good, workOrder.goodQuantity) <= 0) return
  const upstream = inflowOf(db, workOrder)
  if (upstream === null) return
  if (compareDecimals(passed, upstream) > 0) throw new AppError('upstream-short', { number: workOrder.number, came: piecesOf(upstream), passed: piecesOf(passed) })
  requireInHouse(workOrder.number, upstream, made, heldOutside(db, workOrder))
}
