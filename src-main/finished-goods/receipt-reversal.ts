import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { reopenOrder } from '../planning/order-completion.ts'
import { requireAlive, reversalNow, undoLines } from '../warehouse/document-life.ts'
import { packingOfOrder, postedReceiptsOf } from './deliveries.ts'
import { goodsOfReceipt } from './goods-worth.ts'
import { cartonsOfReceipt, type ReceiptRow } from './receiving.ts'
import { tellGoodsGone, tellReversal } from './vouchers.ts'

/**
 * All of it goes back and its cartons may be scanned anew. Its delivery is open again, and with it the order, unless it was received after that delivery was
 * closed; an order that the director closed stays so. Throws `conflict`, `wrong-state`, `invalid-input` with the lines of which some has gone on.
 */
export function reverseReceipt(context: CommandContext, at: SeenAt, reason: string): ReceiptRow {
  const { db } = context
  const receipt = db.get('finishedGoodsReceipt', at.id)
  requireAlive('finishedGoodsReceipt', receipt, at.version, receipt.status === 'POSTED')
  context.scope.section(db.get('location', receipt.locationId).sectionId)
  const goods = goodsOfReceipt(db, receipt.id)
  undoLines(context, db.all(sql.selectFrom('finishedGoodsReceiptLine').selectAll().where('receiptId', '=', receipt.id).orderBy('moveSeq')), reason)
  const order = db.get('manufacturingOrder', receipt.manufacturingOrderId)
  const isOpenAgain = closedAfter(context, receipt)
  if (order.status === 'COMPLETED') {
    if (isOpenAgain && !isClosedByDirector(db, order.id)) undoCompletion(context, order.id)
    else tellGoodsGone(context, receipt, goods, packingOfOrder(db, order.id)[0]?.sectionId ?? '')
  }
  if (isOpenAgain) reopenDelivery(context, receipt)
  for (const carton of cartonsOfReceipt(db, receipt.id)) db.update('carton', carton, { receiptId: null, countedQuantity: null, scannedBy: null, scannedAt: null, note: '' })
  return db.update('finishedGoodsReceipt', db.get('finishedGoodsReceipt', receipt.id), { ...reversalNow(context, reason), isLast: false })
}

/** Whether its delivery was closed with it or later: then it counted for that. */
function closedAfter({ db }: CommandContext, receipt: ReceiptRow): boolean {
  const posted = postedReceiptsOf(db, receipt)
  return posted.slice(posted.findIndex(({ id }) => id === receipt.id)).some(({ isLast }) => isLast)
}

/** PL-24: what the director closed no receipt opens again. */
function isClosedByDirector(db: Reader, orderId: string): boolean {
  const closing = sql.selectFrom('directorOverride').select('id').where('kind', '=', 'CLOSE_MANUFACTURING_ORDER').where('entityId', '=', orderId)
  return db.first(closing) !== undefined
}

/** The order is in work again, and the books are told the opposite of its completion. */
function undoCompletion(context: CommandContext, orderId: string): void {
  const posted = postedOf(context.db, orderId)
  for (const one of posted) tellReversal(context, one)
  reopenOrder(context, orderId, posted.flatMap(({ endedWorkOrders }) => JSON.parse(endedWorkOrders) as string[]))
}

/** More of it is waited for again. */
function reopenDelivery({ db }: CommandContext, receipt: ReceiptRow): void {
  const closing = new Set(postedReceiptsOf(db, receipt).filter(({ isLast }) => isLast).map(({ id }) => id))
  for (const one of postedOf(db, receipt.manufacturingOrderId)) {
    if (closing.has(one.id) || one.endedWorkOrders !== '[]') db.update('finishedGoodsReceipt', one, { endedWorkOrders: '[]', ...(closing.has(one.id) && { isLast: false }) })
  }
}

function postedOf(db: Reader, orderId: string): ReceiptRow[] {
  return db.all(sql.selectFrom('finishedGoodsReceipt').selectAll().where('manufacturingOrderId', '=', orderId).where('status', '=', 'POSTED').orderBy('number'))
}
