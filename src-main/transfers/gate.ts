import type { Selectable } from 'kysely'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { addDecimals, compareDecimals, decimalText, isPositive, isZero, maxDecimal, subtractDecimals, zero } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { gate, GatePass } from '../../shared/transfers/gate.ts'
import { openAlerts } from '../../shared/transfers/rules.ts'
import { transfersSettings } from '../../shared/transfers/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { GatePassTable } from '../database/tables.ts'
import { planners } from '../planning/health-notices.ts'
import { piecesOf } from '../planning/targets.ts'
import { inflowOf } from '../planning/work-orders.ts'
import { requireNotHeld, takenIn } from '../stages/sums.ts'
import { invalid } from '../warehouse/refusals.ts'
import { newestOf, requireOpenWorkOrder } from '../warehouse/work-order-stock.ts'
import { settleAlerts } from './alerts.ts'
import { gatePassOf, gateWorkOf, latePasses } from './gate-rows.ts'
import { heldOutside, requireInHouse } from './held-outside.ts'

type GatePassRow = Selectable<GatePassTable>

/** TR-9. */
export function sendToSubcontractor(context: CommandContext, { workOrderId, partnerId, quantity, notes }: ParsedInputOf<typeof gate.sendToSubcontractor>): GatePass {
  const { db, scope, session, settings } = context
  const workOrder = db.get('workOrder', workOrderId)
  scope.section(workOrder.sectionId)
  requireOpenWorkOrder(db, workOrder)
  requireNotHeld(db, workOrder)
  const partner = db.get('partner', partnerId)
  if (!partner.isActive) throw new AppError('inactive', { entity: 'partner', id: partner.id, code: partner.code })
  if (partner.kind !== 'SUBCONTRACTOR') throw invalid('partnerId', 'transfers.issues.no-subcontractor')
  if (!fitsUnit(quantity, 0)) throw invalid('quantity', 'planning.issues.whole')
  const { available } = gateWorkOf(db, workOrder)
  if (compareDecimals(quantity, available) > 0) throw new AppError('over-sent', { number: workOrder.number, available: piecesOf(available), sent: piecesOf(quantity) })
  const dueDay = addDays(context.today() as BusinessDay, partner.leadTimeDays ?? settings.get(transfersSettings.gateDays))
  const { id } = db.insert('gatePass', { number: context.number('gatePass'), workOrderId, sectionId: workOrder.sectionId, partnerId, quantity, dueDay, notes, sentBy: session.userId })
  return gatePassOf(db, id, context.today())
}

/** Throws `conflict`, `wrong-state` once all is back, `over-sent` where more would be back than went out, `reason-needed`. */
export function returnFromSubcontractor(context: CommandContext, { id, version, returnedQuantity, rejectQuantity = zero, isLast, reason }: ParsedInputOf<typeof gate.returnFromSubcontractor>): GatePass {
  const { db, session, clock } = context
  const known = outPass(context, { id, version })
  if (!fitsUnit(returnedQuantity, 0)) throw invalid('returnedQuantity', 'planning.issues.whole')
  if (!fitsUnit(rejectQuantity, 0)) throw invalid('rejectQuantity', 'planning.issues.whole')
  const now = addDecimals(returnedQuantity, rejectQuantity)
  if (isZero(now) && !isLast) throw invalid('returnedQuantity', 'transfers.issues.nothing-back')
  const [good, rejects] = [addDecimals(known.returnedQuantity, returnedQuantity), addDecimals(known.rejectQuantity, rejectQuantity)]
  const out = subtractDecimals(known.quantity, addDecimals(known.returnedQuantity, known.rejectQuantity))
  const missing = subtractDecimals(out, now)
  if (compareDecimals(missing, zero) < 0) throw invalid('returnedQuantity', 'transfers.issues.more-back', { out: piecesOf(out) })
  if (isLast && isPositive(missing) && reason === '') throw new AppError('reason-needed')
  const isOver = isLast || !isPositive(missing)
  db.update('gatePass', known, {
    returnedQuantity: good, rejectQuantity: rejects, status: isOver ? 'RETURNED' : 'OUT', returnedBy: session.userId, returnedAt: clock.now(), shortReason: isOver && isPositive(missing) ? reason : null,
  })
  if (isOver) settlePass(context, id, reason)
  return gatePassOf(db, id, context.today())
}

/** What came back on it in all, where that was entered wrongly; what is missing is waited for again. Throws `conflict`, `wrong-state` where nothing came or it was cancelled, `goods-outside` where more was made than can be by then. */
export function correctGateReturn(context: CommandContext, { id, version, returnedQuantity, rejectQuantity, reason }: ParsedInputOf<typeof gate.correctGateReturn>): GatePass {
  const { db, session, clock } = context
  const known = currentPass(context, { id, version })
  if (known.status === 'CANCELLED' || known.returnedAt === null) throw wrongState(known)
  if (!fitsUnit(returnedQuantity, 0)) throw invalid('returnedQuantity', 'planning.issues.whole')
  if (!fitsUnit(rejectQuantity, 0)) throw invalid('rejectQuantity', 'planning.issues.whole')
  const back = addDecimals(returnedQuantity, rejectQuantity)
  const missing = subtractDecimals(known.quantity, back)
  if (compareDecimals(missing, zero) < 0) throw invalid('returnedQuantity', 'transfers.issues.more-back', { out: piecesOf(known.quantity) })
  const isOver = isZero(missing)
  db.update('gatePass', known, {
    returnedQuantity, rejectQuantity, status: isOver ? 'RETURNED' : 'OUT', shortReason: null, correctedBy: session.userId, correctedAt: clock.now(), correctReason: reason,
    ...(isZero(back) && { returnedBy: null, returnedAt: null }),
  })
  if (isPositive(subtractDecimals(addDecimals(known.returnedQuantity, known.rejectQuantity), back)) || compareDecimals(rejectQuantity, known.rejectQuantity) > 0) requireStillInHouse(db, known.workOrderId)
  if (isOver) settlePass(context, id, reason)
  return gatePassOf(db, id, context.today())
}

/** What was made of it by now was there to be made. Throws `goods-outside`. */
function requireStillInHouse(db: Reader, workOrderId: string): void {
  const workOrder = db.get('workOrder', newestOf(db, workOrderId))
  const { number, goodQuantity, rejectQuantity } = workOrder
  const came = inflowOf(db, workOrder)
  if (came !== null) requireInHouse(number, came, { passed: maxDecimal(addDecimals(goodQuantity, rejectQuantity), takenIn(db, workOrder)), good: goodQuantity }, heldOutside(db, workOrder))
}

/** As if it had not gone out. Throws `conflict`, `wrong-state` once something is back. */
export function cancelGatePass(context: CommandContext, { id, version, reason }: ParsedInputOf<typeof gate.cancelGatePass>): GatePass {
  const { db, session, clock } = context
  const known = outPass(context, { id, version })
  if (known.returnedAt !== null) throw new AppError('wrong-state', { entity: 'gatePass', id, number: known.number, status: 'RETURNED' })
  db.update('gatePass', known, { status: 'CANCELLED', cancelledBy: session.userId, cancelledAt: clock.now(), cancelReason: reason })
  settlePass(context, id, reason)
  return gatePassOf(db, id, context.today())
}

/** As it was seen, and not all back. */
function outPass(context: CommandContext, at: SeenAt): GatePassRow {
  const known = currentPass(context, at)
  if (known.status !== 'OUT') throw wrongState(known)
  return known
}

function currentPass({ db, scope }: CommandContext, { id, version }: SeenAt): GatePassRow {
  const known = db.get('gatePass', id)
  scope.section(known.sectionId)
  if (known.version !== version) throw new AppError('conflict', { entity: 'gatePass', id })
  return known
}

function wrongState({ id, number, status }: GatePassRow): AppError {
  return new AppError('wrong-state', { entity: 'gatePass', id, number, status })
}

function settlePass(context: CommandContext, id: string, resolution: string): void {
  settleAlerts(context, { entity: 'gatePass', id }, { status: 'RESOLVED', resolution })
}

/** Once an alert each, a notice once a day (NT-2). Answers how many are late. */
export function remindOfGatePasses(context: CommandContext): number {
  const { db, session, notify, today } = context
  const late = latePasses(db, today())
  for (const { id, number, partnerName, articleName, remaining, dueDay, sectionId } of late) {
    if (!db.first(sql.selectFrom('transferAlert').select('id').where('gatePassId', '=', id).where('status', 'in', openAlerts))) {
      db.insert('transferAlert', { kind: 'GATE_LATE', severity: 'WARNING', sectionId, transferId: null, productionLineId: null, gatePassId: id, raisedBy: session.userId })
    }
    notify({
      kind: 'GATE_PASS_LATE', audience: [{ section: sectionId }, ...planners], params: { number, partner: partnerName, article: articleName, remaining: decimalText(remaining), from: dueDay }, entity: 'gatePass', entityId: id,
    })
  }
  return late.length
}
