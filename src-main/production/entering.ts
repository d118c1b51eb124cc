import type { BusinessDay } from '../../shared/core/dates.ts'
import { zero } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { DailyProduction, DayAnswer, DayEntry, DayPatch } from '../../shared/production/daily.ts'
import type { CommandContext } from '../core/handlers.ts'
import { decidesAlone, requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { requireOpenWorkOrder } from '../warehouse/work-order-stock.ts'
import { dayOf, judgeDay, judgeRemoval, removeDay, requireEditable, writeDay, type DayRow, type Entered } from './daily.ts'
import { dailyProductionOf } from './daily-rows.ts'
import { changeFor, kindFor, requireNothingWaits, type DayChange } from './day-approvals.ts'

interface SeenAt { readonly id: string; readonly version: number }

/** PX-1. Throws `duplicate` where the day has an entry, `approval-pending` where something is asked for about it. */
export function enterDay(context: CommandContext, entry: DayEntry): DayAnswer {
  const { db, scope } = context
  const workOrder = db.get('workOrder', entry.workOrderId)
  scope.section(workOrder.sectionId)
  requireOpenWorkOrder(db, workOrder)
  requireNothingWaits(db, workOrder.id, entry.day)
  const known = dayOf(db, workOrder.id, entry.day)
  if (known) throw new AppError('duplicate', { entity: 'dailyProduction', id: known.id, code: entry.day })
  return enterOrAsk(context, workOrder, entry)
}

export function changeDay(context: CommandContext, at: SeenAt, patch: DayPatch): DayAnswer {
  const { db } = context
  const known = editable(context, at)
  const { workOrderId, day, goodQuantity, rejectQuantity, defectReasonId, workShiftId, isFromPaper, notes } = known
  return enterOrAsk(context, db.get('workOrder', workOrderId), {
    workOrderId, day: day as BusinessDay, goodQuantity, rejectQuantity, defectReasonId, workShiftId, isFromPaper, notes, reason: '', ...patch,
  })
}

/** PX-4: as late as entering it would be, it needs the same consent. */
export function takeBackDay(context: CommandContext, at: SeenAt, reason: string): DayAnswer {
  const { db } = context
  const known = editable(context, at)
  const entered = enteredNow(context)
  const workOrder = db.get('workOrder', known.workOrderId)
  const kind = kindFor(judgeRemoval(context, known, entered, reason), false)
  const { goodQuantity, rejectQuantity, defectReasonId, workShiftId, isFromPaper, notes } = known
  const figures = { workOrderId: workOrder.id, day: known.day as BusinessDay, goodQuantity, rejectQuantity, defectReasonId, workShiftId, isFromPaper, notes }
  const request = askIfNeeded(context, kind, workOrder, changeFor(figures, entered, true), reason)
  if (!request) removeDay(context, known)
  return { entry: null, request }
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

/** What whoever enters it may decide alone is done; the rest waits, with everything that was typed. */
function enterOrAsk(context: CommandContext, workOrder: WorkOrderRow, { reason, rejectQuantity = zero, ...entry }: DayEntry): DayAnswer {
  const figures = { ...entry, rejectQuantity }
  const entered = enteredNow(context)
  const kind = kindFor(judgeDay(context, workOrder, figures, entered, reason), entry.isFromPaper)
  const request = askIfNeeded(context, kind, workOrder, changeFor(figures, entered), reason)
  return request ? { entry: null, request } : { entry: dailyProductionOf(context.db, writeDay(context, figures, entered).id), request: null }
}

function askIfNeeded(context: CommandContext, kind: ApprovalKind<DayChange> | undefined, workOrder: WorkOrderRow, change: DayChange, reason: string): DayAnswer['request'] {
  if (!kind || decidesAlone(context, kind.name, workOrder.sectionId)) return null
  const { id, number } = requestApproval(context, kind, { entityId: workOrder.id, sectionId: workOrder.sectionId, change, reason })
  return { id, number }
}

function enteredNow({ session, today }: CommandContext): Entered {
  return { by: session.userId, on: today() as BusinessDay }
}
