import type { BusinessDay } from '../../shared/core/dates.ts'
import { addDecimals, compareDecimals, isZero, zero } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { production } from '../../shared/production/contract.ts'
import type { DailyProduction, DayAnswer, DayEntry, DayPatch } from '../../shared/production/daily.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { decidesAlone, requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import { eachRow, eachRowRanked } from '../engines/each-row.ts'
import { enteredNow } from '../engines/entered.ts'
import { requireCartonsFilled } from '../finished-goods/packing.ts'
import { requireSentMade } from '../transfers/sending.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { requireOpenDay } from '../section-day/open-day.ts'
import { requireByHand } from '../stages/by-hand.ts'
import { requireNotHeld } from '../stages/sums.ts'
import { requireOpenWorkOrder } from '../warehouse/work-order-stock.ts'
import { dayOf, judgeDay, judgeLateness, removeDay, requireEditable, writeDay, type DayRow, type Figures } from './daily.ts'
import { dailyProductionOf } from './daily-rows.ts'
import { changeFor, kindFor, requireNothingWaits, type DayChange, type Written } from './day-approvals.ts'

type DayRowInput = ParsedInputOf<typeof production.saveProduction>['rows'][number]

/** PX-1. Throws `duplicate` where the day has an entry, `approval-pending` where something is asked for about it. */
export function enterDay(context: CommandContext, entry: DayEntry): DayAnswer {
  const { db, scope } = context
  const workOrder = db.get('workOrder', entry.workOrderId)
  scope.section(workOrder.sectionId)
  requireOpenWorkOrder(db, workOrder)
  requireOpenDay(context, workOrder.sectionId, entry.day)
  requireNotHeld(db, workOrder)
  requireByHand(db, workOrder, entry.day)
  requireNothingWaits(db, workOrder.id, entry.day)
  const known = dayOf(db, workOrder.id, entry.day)
  if (known) throw new AppError('duplicate', { entity: 'dailyProduction', id: known.id, code: entry.day })
  return enterOrAsk(context, workOrder, entry, false)
}

export function changeDay(context: CommandContext, at: SeenAt, patch: DayPatch): DayAnswer {
  const { db } = context
  const known = correctable(context, at)
  const { workOrderId, day, goodQuantity, rejectQuantity, defectReasonId, workShiftId, isFromPaper, notes } = known
  return enterOrAsk(context, db.get('workOrder', workOrderId), {
    workOrderId, day: day as BusinessDay, goodQuantity, rejectQuantity, defectReasonId, workShiftId, notes, reason: '', ...patch,
  }, isFromPaper)
}

/** PX-4: as late as entering it would be, it needs the same consent; copied from paper, that of both. */
export function takeBackDay(context: CommandContext, at: SeenAt, reason: string): DayAnswer {
  return takeBack(context, correctable(context, at), reason)
}

function takeBack(context: CommandContext, known: DayRow, reason: string): DayAnswer {
  const { db } = context
  const entered = enteredNow(context)
  const workOrder = db.get('workOrder', known.workOrderId)
  const kind = kindFor(judgeLateness(context, known, entered, reason), known.isFromPaper)
  const { goodQuantity, rejectQuantity, defectReasonId, workShiftId, isFromPaper, notes } = known
  const figures = { workOrderId: workOrder.id, day: known.day as BusinessDay, goodQuantity, rejectQuantity, defectReasonId, workShiftId, isFromPaper, notes }
  const request = askIfNeeded(context, kind, workOrder, changeFor(figures, entered, { isRemoval: true }), reason)
  if (!request) removeDay(context, known)
  return { entry: null, request }
}

/** PX-4: what is written for a day and leaves its output as it is, is as late as that would be: with a reason, and the same consent. */
export function askForWritten(context: CommandContext, { workOrderId, day }: Pick<Figures, 'workOrderId' | 'day'>, written: Written, reason: string): DayAnswer['request'] {
  const { db } = context
  const entered = enteredNow(context)
  const kind = kindFor(judgeLateness(context, { day, isFromPaper: false }, entered, reason), false)
  const { goodQuantity, rejectQuantity } = dayOf(db, workOrderId, day) ?? { goodQuantity: zero, rejectQuantity: zero }
  const figures = { workOrderId, day, goodQuantity, rejectQuantity, defectReasonId: null, workShiftId: null, isFromPaper: false, notes: '' }
  return askIfNeeded(context, kind, db.get('workOrder', workOrderId), changeFor(figures, entered, { written }), reason)
}

/** What a day's output is as its work order's steps count it: entered, changed, or taken back where nothing is left, with the consent that it would need by hand. `written`: what was counted. */
export function takeOverDay(context: CommandContext, counted: Pick<Figures, 'workOrderId' | 'day' | 'goodQuantity' | 'rejectQuantity' | 'defectReasonId'>, written: Written, reason: string): DayAnswer {
  const { db } = context
  const { workOrderId, day, goodQuantity, rejectQuantity } = counted
  const known = dayOf(db, workOrderId, day)
  const isSame = compareDecimals(known?.goodQuantity ?? zero, goodQuantity) === 0 && compareDecimals(known?.rejectQuantity ?? zero, rejectQuantity) === 0
  if (isSame) return { entry: known ? dailyProductionOf(db, known.id) : null, request: askForWritten(context, counted, written, reason) }
  if (known) requireEditable(db, known)
  if (known && isZero(goodQuantity) && isZero(rejectQuantity)) return takeBack(context, known, reason)
  return enterOrAsk(context, db.get('workOrder', workOrderId), { ...counted, workShiftId: known?.workShiftId ?? null, notes: known?.notes ?? '', reason }, known?.isFromPaper ?? false)
}

/** Throws `own-request` for whoever entered or changed it. */
export function confirmDay(context: CommandContext, at: SeenAt): DailyProduction {
  const { db, session, clock } = context
  const { id, version, enteredBy, changedBy } = editable(context, at)
  if (enteredBy === session.userId || changedBy === session.userId) throw new AppError('own-request')
  db.update('dailyProduction', { id, version }, { status: 'CONFIRMED', confirmedBy: session.userId, confirmedAt: clock.now() })
  return dailyProductionOf(db, id)
}

/** The day as it was seen. Throws `conflict`, `wrong-state`, `approval-pending`. */
function editable({ db, scope }: CommandContext, { id, version }: SeenAt): DayRow {
  const known = db.get('dailyProduction', id)
  scope.section(known.sectionId)
  if (known.version !== version) throw new AppError('conflict', { entity: 'dailyProduction', id })
  requireEditable(db, known)
  requireNothingWaits(db, known.workOrderId, known.day)
  return known
}

/** PX-5: its figures change only while its section's day is open; who confirms it changes none. */
function correctable(context: CommandContext, at: SeenAt): DayRow {
  const known = editable(context, at)
  const workOrder = context.db.get('workOrder', known.workOrderId)
  requireOpenDay(context, known.sectionId, known.day)
  requireNotHeld(context.db, workOrder)
  requireByHand(context.db, workOrder, known.day)
  return known
}

/** One day by itself, after which what stands in cartons and what was handed over is still made. Throws `over-packed`, `over-sent`. */
export function keepingCartons(context: CommandContext, workOrderId: string, change: () => DayAnswer): DayAnswer {
  const answer = change()
  requireMadeStill(context.db, workOrderId)
  return answer
}

function requireMadeStill(db: Reader, workOrderId: string): void {
  const workOrder = db.get('workOrder', workOrderId)
  requireCartonsFilled(db, workOrder)
  requireSentMade(db, workOrder)
}

/** All or none, each with its own consent. What lowers a day goes first and cartons are looked at last: one day may make up for another, in whatever order they stand. */
export function saveDays(context: CommandContext, rows: readonly DayRowInput[], reason: string): DayAnswer[] {
  const { db } = context
  const saved = eachRowRanked('rows', rows, row => Number(mayAdd(db, row)), row => saveDay(context, row, reason))
  const last = new Map(saved.map(({ workOrderId }, at) => [workOrderId, at]))
  eachRow('rows', saved, ({ workOrderId }, at) => {
    if (last.get(workOrderId) === at) requireMadeStill(db, workOrderId)
  })
  return saved.map(({ answer }) => answer)
}

function mayAdd(db: Reader, row: DayRowInput): boolean {
  if (row.kind !== 'change') return row.kind === 'enter'
  const before = db.find('dailyProduction', row.id)
  if (before === undefined) return false
  const { goodQuantity = before.goodQuantity, rejectQuantity = before.rejectQuantity } = row
  return compareDecimals(addDecimals(goodQuantity, rejectQuantity), addDecimals(before.goodQuantity, before.rejectQuantity)) > 0
}

function saveDay(context: CommandContext, row: DayRowInput, reason: string): { readonly workOrderId: string; readonly answer: DayAnswer } {
  if (row.kind === 'enter') return { workOrderId: row.entry.workOrderId, answer: enterDay(context, { ...row.entry, reason }) }
  const { workOrderId } = context.db.get('dailyProduction', row.id)
  if (row.kind === 'remove') return { workOrderId, answer: takeBackDay(context, row, reason) }
  const { kind: _kind, id, version, ...patch } = row
  return { workOrderId, answer: changeDay(context, { id, version }, { ...patch, reason }) }
}

/** Not by who entered or changed it: who could confirm it opens it again, until its order is completed. Throws `own-request`, `conflict`, `wrong-state`. */
export function reopenDay(context: CommandContext, { id, version }: SeenAt): DailyProduction {
  const { db, scope, session } = context
  const known = db.get('dailyProduction', id)
  scope.section(known.sectionId)
  if (known.version !== version) throw new AppError('conflict', { entity: 'dailyProduction', id })
  if (known.status !== 'CONFIRMED') throw new AppError('wrong-state', { entity: 'dailyProduction', id, number: known.day, status: known.status })
  if (known.enteredBy === session.userId || known.changedBy === session.userId) throw new AppError('own-request')
  requireOpenWorkOrder(db, db.get('workOrder', known.workOrderId))
  requireOpenDay(context, known.sectionId, known.day)
  db.update('dailyProduction', known, { status: 'ENTERED', confirmedBy: null, confirmedAt: null })
  return dailyProductionOf(db, id)
}

/** What whoever enters it may decide alone is done; the rest waits, with everything that was typed. */
function enterOrAsk(context: CommandContext, workOrder: WorkOrderRow, { reason, rejectQuantity = zero, ...entry }: DayEntry, isFromPaper: boolean): DayAnswer {
  const figures = { ...entry, rejectQuantity, isFromPaper }
  const entered = enteredNow(context)
  const kind = kindFor(judgeDay(context, workOrder, figures, entered, reason), isFromPaper)
  const request = askIfNeeded(context, kind, workOrder, changeFor(figures, entered), reason)
  return request ? { entry: null, request } : { entry: dailyProductionOf(context.db, writeDay(context, figures, entered).id), request: null }
}

function askIfNeeded(context: CommandContext, kind: ApprovalKind<DayChange> | undefined, workOrder: WorkOrderRow, change: DayChange, reason: string): DayAnswer['request'] {
  if (!kind || decidesAlone(context, kind.name, workOrder.sectionId)) return null
  const { id, number } = requestApproval(context, kind, { entityId: workOrder.id, sectionId: workOrder.sectionId, change, reason })
  return { id, number }
}
