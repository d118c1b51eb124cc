import { addDecimals, decimalText, isPositive, minDecimal, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { transferAfter, varianceVerdict, type TransferBlock } from '../../shared/transfers/rules.ts'
import { transfersSettings } from '../../shared/transfers/settings.ts'
import type { slips, Transfer } from '../../shared/transfers/slips.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { piecesOf } from '../planning/targets.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { beginWithGoods } from '../planning/work-orders.ts'
import { balanceAt } from '../warehouse/balances.ts'
import { requireNotHeld } from '../stages/sums.ts'
import { invalid } from '../warehouse/refusals.ts'
import { reservedFor } from '../warehouse/reservations.ts'
import { moveStock, releaseStock } from '../warehouse/stock.ts'
import { newestOf, requireOpenWorkOrder } from '../warehouse/work-order-stock.ts'
import { raiseAlert, settleAlerts, tellOfBlock } from './alerts.ts'
import { heldOnFloor, isHeldAsOne } from './floor.ts'
import { blockOf, freeLinesOf, holdWaitingBack, occupancyOf, occupyLine, pauseOrResume, type TransferRow } from './occupancy.ts'
import { transferOf } from './rows.ts'
import { over, requireLine, requireMade } from './sending.ts'
import { passSurplusOn } from './surplus.ts'

/** What is received, and whether a supervisor has looked at the difference. */
interface Received { readonly quantity: Decimal; readonly reason: string; readonly isSettled: boolean }

/** TR-2, TR-3, TR-5, TR-6: exactly one accepts a slip, and another than who sent it (WH-5). What was once counted to be different stays open, also where a later count is not. */
export function acceptTransfer(context: CommandContext, { id, version, countedQuantity, productionLineId, reason }: ParsedInputOf<typeof slips.acceptTransfer>): Transfer {
  const { db, session, settings } = context
  const known = currentOf(context, { id, version }, 'accept')
  if (known.sentBy === session.userId) throw new AppError('own-slip')
  if (!fitsUnit(countedQuantity, 0)) throw invalid('countedQuantity', 'planning.issues.whole')
  requireMade(db, known, countedQuantity)
  const verdict = varianceVerdict(known.quantity, countedQuantity, settings.get(transfersSettings.varianceBlock))
  const firstCountedQuantity = known.firstCountedQuantity ?? (verdict === 'NONE' ? null : countedQuantity)
  const counted = { ...onLine(context, known, productionLineId ?? known.productionLineId), countedQuantity, countedBy: session.userId, firstCountedQuantity }
  const block = blockOf(db, counted) ?? (verdict === 'BLOCKED' ? 'VARIANCE' : undefined)
  if (block) return blocked(context, known, counted, block)
  const isSettled = firstCountedQuantity === null
  if (!isSettled && reason === '') throw new AppError('reason-needed', { field: 'reason' })
  return receive(context, known, counted, { quantity: countedQuantity, reason, isSettled })
}

/** TR-6: by neither of those whose counts differ. */
export function settleVariance(context: CommandContext, { id, version, reason }: ParsedInputOf<typeof slips.settleVariance>): Transfer {
  const { db, session, clock } = context
  const known = currentOf(context, { id, version }, 'settle')
  const { countedQuantity, countedBy, status, block } = known
  if (countedQuantity === null || (status === 'BLOCKED' && block !== 'VARIANCE')) throw new AppError('wrong-state', { entity: 'transfer', id, number: known.number, status })
  if (countedBy === session.userId || known.sentBy === session.userId) throw new AppError('own-slip')
  requireMade(db, known, countedQuantity)
  if (status === 'BLOCKED') {
    if (known.productionLineId !== null) requireLine(db, db.get('workOrder', known.toWorkOrderId), known.productionLineId)
    const lineBlock = blockOf(db, known)
    return lineBlock ? blocked(context, known, known, lineBlock) : receive(context, known, known, { quantity: countedQuantity, reason, isSettled: true })
  }
  db.update('transfer', known, { status: 'COMPLETED', completedAt: clock.now() })
  settleAlerts(context, { entity: 'transfer', id }, { status: 'RESOLVED', resolution: reason })
  return transferOf(db, id, clock.now())
}

/** The slip as it was seen, where an act is open to it. Throws `foreign-section`, `transfer-accepted` with who was first, `wrong-state`, `conflict`. */
export function currentOf({ db, scope }: CommandContext, { id, version }: SeenAt, act: 'accept' | 'settle' | 'release'): TransferRow {
  const known = db.get('transfer', id)
  scope.section(known.toSectionId)
  if (transferAfter(known.status, act) === undefined) throw over(db, known)
  if (known.version !== version) throw new AppError('conflict', { entity: 'transfer', id })
  return known
}

/** On another line, what was allowed for the one it was sent to does not count. Throws `inactive` where that is out of use by now: another takes it. */
function onLine({ db }: CommandContext, known: TransferRow, productionLineId: string | null): TransferRow {
  requireLine(db, db.get('workOrder', known.toWorkOrderId), productionLineId)
  if (productionLineId === known.productionLineId) return known
  return { ...known, productionLineId, releasedBeside: null }
}

/** It goes no further; what was counted is kept. Told once for each reason. */
function blocked(context: CommandContext, known: TransferRow, counted: TransferRow, block: TransferBlock): Transfer {
  const { db, clock } = context
  const isNew = known.block !== block || known.productionLineId !== counted.productionLineId
  const { countedQuantity, countedBy, firstCountedQuantity, productionLineId } = counted
  if (isNew && known.status === 'BLOCKED') settleAlerts(context, { entity: 'transfer', id: known.id }, { status: 'RESOLVED', resolution: '' })
  const now = db.update('transfer', known, { status: 'BLOCKED', block, countedQuantity, countedBy, firstCountedQuantity, productionLineId, blockedAt: isNew ? clock.now() : known.blockedAt, releasedBeside: block === 'VARIANCE' ? counted.releasedBeside : null })
  if (isNew) tellOfBlock(context, now)
  for (const line of new Set([known.productionLineId, productionLineId])) pauseOrResume(context, line)
  return transferOf(db, known.id, clock.now())
}

/** Stock moves, the lines change, the receiver's work order begins with it, and a surplus raises what is made of it. */
function receive(context: CommandContext, known: TransferRow, counted: TransferRow, { quantity, reason, isSettled }: Received): Transfer {
  const { db, session, clock, scope } = context
  const { productionLineId, countedQuantity, countedBy, firstCountedQuantity, releasedBeside } = counted
  requireOpenWorkOrder(db, db.get('workOrder', newestOf(db, known.toWorkOrderId)))
  requireNotHeld(db, db.get('workOrder', newestOf(db, known.fromWorkOrderId)))
  scope.lend(known.fromSectionId)
  moveGoods(context, known, quantity)
  const now = clock.now()
  const isLineClear = productionLineId === null ? floorIsClear(db, db.get('workOrder', known.toWorkOrderId)) : (occupancyOf(db, productionLineId)?.status ?? 'CLEAR') === 'CLEAR'
  settleAlerts(context, { entity: 'transfer', id: known.id }, { status: 'RESOLVED', resolution: reason })
  const received = db.update('transfer', known, {
    status: isSettled ? 'COMPLETED' : 'ACCEPTED', block: null, blockedAt: null, productionLineId, releasedBeside, countedQuantity, countedBy, firstCountedQuantity, receivedQuantity: quantity,
    isLineClear, varianceReason: firstCountedQuantity === null ? null : reason, acceptedBy: session.userId,
    acceptedAt: now, acceptedDay: context.today(), completedAt: isSettled ? now : null,
  })
  if (!isSettled) raiseAlert(context, 'VARIANCE', received)
  occupyLine(context, received)
  freeLinesOf(context, db.get('workOrder', newestOf(db, known.fromWorkOrderId)))
  holdWaitingBack(context, productionLineId === null ? { toSectionId: known.toSectionId } : { productionLineId })
  for (const line of new Set([known.productionLineId, productionLineId])) pauseOrResume(context, line)
  passSurplusOn(context, received)
  beginWithGoods(context, db.get('workOrder', newestOf(db, known.toWorkOrderId)))
  tellSender(context, received)
  return transferOf(db, known.id, now)
}

/** Nothing where the section is not held as one. */
function floorIsClear(db: Reader, workOrder: WorkOrderRow): boolean | null {
  return isHeldAsOne(db, workOrder) ? heldOnFloor(db, workOrder.sectionId) === undefined : null
}

function tellSender({ db, notify }: CommandContext, { id, number, articleId, fromSectionId, toSectionId, quantity, receivedQuantity }: TransferRow): void {
  const params = { number, section: db.get('section', toSectionId).name, article: db.get('item', articleId).name, pieces: piecesOf(receivedQuantity ?? zero), quantity: decimalText(quantity) }
  notify({ kind: 'TRANSFER_RECEIVED', audience: { section: fromSectionId }, params, entity: 'transfer', entityId: id })
}

/** What was received goes to the receiver's store, as far as the sender's has it for this slip or for nobody; the rest stays where it was sent from, to be counted there. */
function moveGoods(context: CommandContext, { id, number, itemId, fromLocationId, toLocationId }: TransferRow, received: Decimal): void {
  if (itemId === null || fromLocationId === null || toLocationId === null) return
  const slip = { documentEntity: 'transfer', documentId: id } as const
  const moved = minDecimal(received, addDecimals(reservedFor(context.db, { ...slip, itemId, locationId: fromLocationId }), balanceAt(context.db, itemId, fromLocationId).available))
  if (isPositive(moved)) moveStock(context, { itemId, quantity: moved, fromLocationId, toLocationId, kind: 'TRANSFER', ...slip, documentNumber: number })
  releaseStock(context, slip)
}
