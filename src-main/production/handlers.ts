import { zero } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { production } from '../../shared/production/contract.ts'
import type { DayAnswer, DayEntry } from '../../shared/production/daily.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { decidesAlone, requestApproval } from '../engines/approvals.ts'
import { dayOf, judgeDay, removeDay, requireEditable, requireOpen, writeDay } from './daily.ts'
import { dailyProductionOf, daysOfOrder, productionCalendar } from './daily-rows.ts'
import { kindFor } from './day-approvals.ts'

export const productionHandlers: Handlers<typeof production> = {
  getWorkOrderDays({ db, scope }, { workOrderId }) {
    scope.section(db.get('workOrder', workOrderId).sectionId)
    return daysOfOrder(db, workOrderId)
  },
  getProductionCalendar({ db, scope }, { sectionId, month }) {
    scope.section(sectionId)
    return productionCalendar(db, sectionId, month)
  },
  enterProduction(context, entry) {
    const { db, scope } = context
    const workOrder = db.get('workOrder', entry.workOrderId)
    scope.section(workOrder.sectionId)
    requireOpen(db, workOrder)
    const known = dayOf(db, workOrder.id, entry.day)
    if (known) throw new AppError('duplicate', { entity: 'dailyProduction', id: known.id, code: entry.day })
    return enterOrAsk(context, entry)
  },
  updateProduction(context, { id, version, ...patch }) {
    const { db, scope } = context
    const known = db.get('dailyProduction', id)
    scope.section(known.sectionId)
    if (known.version !== version) throw new AppError('conflict', { entity: 'dailyProduction', id })
    requireEditable(db, known)
    const { workOrderId, day, goodQuantity, rejectQuantity, defectReasonId, isFromPaper, notes } = known
    return enterOrAsk(context, { workOrderId, day: day as DayEntry['day'], goodQuantity, rejectQuantity, defectReasonId, isFromPaper, notes, reason: '', ...patch })
  },
  removeProduction(context, at) {
    const { db, scope } = context
    scope.section(db.get('dailyProduction', at.id).sectionId)
    removeDay(context, at)
    return {}
  },
  confirmProduction({ db, scope, session, clock }, { id, version }) {
    const entry = db.get('dailyProduction', id)
    scope.section(entry.sectionId)
    requireEditable(db, entry)
    if (entry.enteredBy === session.userId) throw new AppError('own-request')
    db.update('dailyProduction', { id, version }, { status: 'CONFIRMED', confirmedBy: session.userId, confirmedAt: clock.now() })
    return dailyProductionOf(db, id)
  },
}

/** What whoever enters it may decide alone is done; the rest waits, with everything that was typed. */
function enterOrAsk(context: CommandContext, { reason, rejectQuantity = zero, ...entry }: DayEntry): DayAnswer {
  const { db } = context
  const figures = { ...entry, rejectQuantity }
  const workOrder = db.get('workOrder', entry.workOrderId)
  const kind = kindFor(judgeDay(context, workOrder, figures, reason), entry.isFromPaper)
  if (kind && !decidesAlone(context, kind.name, workOrder.sectionId)) {
    const { id, number } = requestApproval(context, kind, { entityId: workOrder.id, sectionId: workOrder.sectionId, change: figures, reason })
    return { entry: null, request: { id, number } }
  }
  return { entry: dailyProductionOf(db, writeDay(context, figures).id), request: null }
}
