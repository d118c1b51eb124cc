import { wallClock } from '../../shared/core/dates.ts'
import { addDecimals, compareDecimals, isPositive, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { slipCode, stampOf } from '../../shared/transfers/barcode.ts'
import { isSegregated, transferAfter } from '../../shared/transfers/rules.ts'
import type { slips, Transfer } from '../../shared/transfers/slips.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { piecesOf } from '../planning/targets.ts'
import { partOfOrder, type WorkOrderRow } from '../planning/work-order-rows.ts'
import { ownStore } from '../warehouse/backflush.ts'
import { invalid } from '../warehouse/refusals.ts'
import { balanceAt } from '../warehouse/balances.ts'
import { keepAvailable, releaseStock } from '../warehouse/reservations.ts'
import { requireNotHeld } from '../stages/sums.ts'
import { newestOf, requireOpenWorkOrder } from '../warehouse/work-order-stock.ts'
import { sentOf, takenBy } from './accepted.ts'
import { settleAlerts, tellOfBlock } from './alerts.ts'
import { linesOf } from './floor.ts'
import { blockOf, pauseOrResume, type TransferRow } from './occupancy.ts'
import { requireSeen, transferOf } from './rows.ts'
import { availableOf, goodsFor, receiversOf } from './sendable.ts'

type NewTransfer = ParsedInputOf<typeof slips.sendTransfer>

/** TR-1, TR-2. */
export function sendTransfer(context: CommandContext, { fromWorkOrderId, toWorkOrderId, productionLineId, quantity, batch, notes }: NewTransfer): Transfer {
  const { db, session, clock, scope } = context
  const [from, to] = [db.get('workOrder', fromWorkOrderId), db.get('workOrder', toWorkOrderId)]
  scope.section(from.sectionId)
  requireSender(context, from)
  requireRoute(db, from, to)
  requireNotHeld(db, from)
  requireOpenWorkOrder(db, to)
  requireAvailable(db, from, quantity)
  requireLine(db, to, productionLineId)
  const ordered = goodsFor(db, from, to)
  const goods = { ...ordered, batch: batch === '' ? ordered.batch : batch }
  const block = blockOf(db, { ...goods, toWorkOrderId, productionLineId, releasedBeside: null }) ?? null
  const sent = db.insert('transfer', {
    number: context.number('transfer'), barcode: newCode(context, from, { ...goods, pieces: piecesOf(quantity) }), fromWorkOrderId, fromSectionId: from.sectionId, toWorkOrderId, toSectionId: to.sectionId, productionLineId,
    itemId: from.itemId, ...goods, quantity, status: block === null ? 'LOCKED' : 'BLOCKED', block, blockedAt: block === null ? null : clock.now(), ...storesFor(db, from, to), notes, sentBy: session.userId,
  })
  if (sent.fromLocationId !== null && sent.itemId !== null) keepAvailable(context, { entity: 'transfer', id: sent.id, number: sent.number, sectionId: from.sectionId }, sent.itemId, sent.fromLocationId, quantity)
  if (block !== null) tellOfBlock(context, sent)
  pauseOrResume(context, productionLineId)
  tellReceiver(context, from, to, { id: sent.id, number: sent.number, quantity })
  return transferOf(db, sent.id, clock.now())
}

/** Handing over out of cutting is granted by its own name. Throws `forbidden`. */
function requireSender({ db, session }: CommandContext, { productionStageId }: WorkOrderRow): void {
  const needed = 'process.transferOutOfCutting'
  if (db.get('productionStage', productionStageId).kind === 'CUTTING' && !session.permissions.has(needed)) throw new AppError('forbidden', { needed })
}

/** TR-1: along the route, to who goes on with it by slip. */
function requireRoute(db: Reader, from: WorkOrderRow, to: WorkOrderRow): void {
  if (!receiversOf(db, from).some(({ id }) => id === to.id)) throw new AppError('transfer-route', { from: from.number, to: to.number })
}

/** Throws `over-sent`: what is finished, or confirmed of what is not, and nobody was sent yet. */
function requireAvailable(db: Reader, from: WorkOrderRow, quantity: Decimal): void {
  if (!fitsUnit(quantity, 0)) throw invalid('quantity', 'planning.issues.whole')
  const available = availableOf(db, from)
  if (compareDecimals(quantity, available) > 0) throw new AppError('over-sent', { number: from.number, available: piecesOf(available), sent: piecesOf(quantity) })
}

/** Where a section has lines, and they are to be clear or weeks are kept apart on them, it is said which one. */
export function requireLine(db: Reader, to: WorkOrderRow, productionLineId: string | null): void {
  if (productionLineId === null) {
    const { mustBeClear, kind } = db.get('productionStage', to.productionStageId)
    if ((mustBeClear || isSegregated(kind)) && linesOf(db, to.sectionId).length > 0) throw invalid('productionLineId', 'transfers.issues.which-line')
    return
  }
  const { id, code, sectionId, isActive } = db.get('productionLine', productionLineId)
  if (sectionId !== to.sectionId) throw invalid('productionLineId', 'transfers.issues.other-section')
  if (!isActive) throw new AppError('inactive', { entity: 'productionLine', id, code })
}

/** What the sender's store holds of a part is kept there for the slip, as far as it goes, and moves to the receiver's with it. */
function storesFor(db: Reader, from: WorkOrderRow, to: WorkOrderRow): { readonly fromLocationId: string | null; readonly toLocationId: string | null } {
  const [fromLocationId, toLocationId] = [ownStore(db, from.sectionId), ownStore(db, to.sectionId)]
  const isStocked = from.itemId !== null && fromLocationId !== undefined && toLocationId !== undefined && toLocationId !== fromLocationId && isPositive(balanceAt(db, from.itemId, fromLocationId).available)
  return isStocked ? { fromLocationId, toLocationId } : { fromLocationId: null, toLocationId: null }
}

/** TR-10: of two slips that say the same within a second, the later one is stamped a second later. */
function newCode({ db, clock }: CommandContext, from: WorkOrderRow, goods: { readonly articleId: string; readonly batch: string; readonly week: string | null; readonly destination: string | null; readonly pieces: number }): string {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const article = db.get('item', partOfOrder(from) ?? goods.articleId).code
  let at = Date.parse(clock.now())
  for (;;) {
    const instant = new Date(at).toISOString()
    const { day, time } = wallClock(instant, timeZone)
    const code = slipCode({ section: db.get('section', from.sectionId).code, article, ...goods, stamp: stampOf(day, time, new Date(at).getUTCSeconds()) })
    if (!db.first(sql.selectFrom('transfer').select('id').where('barcode', '=', code))) return code
    at += 1000
  }
}

function tellReceiver({ db, notify }: CommandContext, from: WorkOrderRow, to: WorkOrderRow, { id, number, quantity }: { readonly id: string; readonly number: string; readonly quantity: Decimal }): void {
  const article = db.get('item', db.get('manufacturingOrder', from.manufacturingOrderId).articleId).name
  notify({ kind: 'TRANSFER_SENT', audience: { section: to.sectionId }, params: { number, section: db.get('section', from.sectionId).name, article, pieces: piecesOf(quantity) }, entity: 'transfer', entityId: id })
}

/** What was kept for it is free again, and the line that waited for it goes on. Throws `transfer-accepted`, `transfer-counted`. */
export function cancelTransfer(context: CommandContext, { id, version, reason }: SeenAt & { readonly reason: string }): Transfer {
  const { db, session, clock, scope } = context
  const known = db.get('transfer', id)
  requireSeen(context, id)
  if (known.firstCountedQuantity === null) scope.section(known.fromSectionId)
  if (transferAfter(known.status, 'cancel') === undefined) throw over(db, known)
  requireCanceller(context, known)
  if (known.version !== version) throw new AppError('conflict', { entity: 'transfer', id })
  scope.lend(known.fromSectionId)
  releaseStock(context, { documentEntity: 'transfer', documentId: id })
  db.update('transfer', known, { status: 'CANCELLED', block: null, blockedAt: null, cancelledBy: session.userId, cancelledAt: clock.now(), cancelReason: reason })
  settleAlerts(context, { entity: 'transfer', id }, { status: 'RESOLVED', resolution: reason })
  pauseOrResume(context, known.productionLineId)
  return transferOf(db, id, clock.now())
}

/** TR-6: what was counted to be different is not taken back by its sender, but by whoever could agree to the difference. Throws `transfer-counted`. */
function requireCanceller({ scope, session }: CommandContext, { id, number, toSectionId, firstCountedQuantity, sentBy, countedBy }: TransferRow): void {
  if (firstCountedQuantity === null) return
  const mine = scope.mine()
  const isSupervisor = session.permissions.has('production.approve') && (mine === 'all' || mine.includes(toSectionId))
  if (!isSupervisor || session.userId === sentBy || session.userId === countedBy) throw new AppError('transfer-counted', { id, number })
}

/** TR-2: what keeps an act from a slip that somebody has accepted: who, and when; or that it was cancelled. */
export function over(db: Reader, { id, number, status, acceptedBy, acceptedAt }: { readonly id: string; readonly number: string; readonly status: string; readonly acceptedBy: string | null; readonly acceptedAt: string | null }): AppError {
  if (acceptedBy === null) return new AppError('wrong-state', { entity: 'transfer', id, number, status })
  return new AppError('transfer-accepted', { id, number, who: db.get('user', acceptedBy).fullName, at: acceptedAt })
}

/** What left a work order was made: its days are not lowered below that. Throws `over-sent`. */
export function requireSentMade(db: Reader, workOrder: WorkOrderRow): void {
  const sent = sentOf(db, workOrder)
  if (compareDecimals(sent, workOrder.goodQuantity) > 0) throw new AppError('over-sent', { number: workOrder.number, available: piecesOf(workOrder.goodQuantity), sent: piecesOf(sent) })
}

/** A receiver may count more than was sent, never more than was made. Throws `over-sent`. */
export function requireMade(db: Reader, slip: TransferRow, counted: Decimal): void {
  if (compareDecimals(counted, slip.quantity) <= 0) return
  const from = db.get('workOrder', newestOf(db, slip.fromWorkOrderId))
  const most = addDecimals(takenBy(slip), availableOf(db, from))
  if (compareDecimals(counted, most) > 0) throw new AppError('over-sent', { number: from.number, available: piecesOf(most), sent: piecesOf(counted) })
}
