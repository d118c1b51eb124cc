import { isPositive, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { toDecimal } from '../../shared/core/rational.ts'
import { traceCodeOf } from '../../shared/planning/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { completeOrder } from '../planning/order-completion.ts'
import { usedMaterials, worthOf } from '../planning/used-materials.ts'
import { postingNow } from '../warehouse/document-life.ts'
import { partsOfMove } from '../warehouse/lots.ts'
import { basePlace } from '../warehouse/places.ts'
import { moveStock } from '../warehouse/stock.ts'
import { areOthersIn, deliveryOfCarton, packingOfOrder } from './deliveries.ts'
import { costOfOne, goodsOfOrder, goodsOfReceipt, receivedOfOrder } from './goods-worth.ts'
import { requireConfirmable, type Confirmation } from './receipt-judging.ts'
import { tellCompleted } from './receipt-notices.ts'
import { cartonsOfReceipt, type ReceiptRow } from './receiving.ts'
import { tellBooks } from './vouchers.ts'

/** Takes what was scanned in, and completes the order with the last of its deliveries. Its consent is the caller's matter; throws what `moveStock` throws. */
export function postReceipt(context: CommandContext, receipt: ReceiptRow, confirmation: Confirmation): void {
  const { db } = context
  const { isLast, packed, difference } = requireConfirmable(context, receipt, confirmation)
  const order = db.get('manufacturingOrder', receipt.manufacturingOrderId)
  const isCompleting = isLast && order.status !== 'COMPLETED' && areOthersIn(db, receipt)
  const used = usedMaterials(context, order.id)
  const quantity = sumDecimals(cartonsOfReceipt(db, receipt.id).map(({ countedQuantity }) => countedQuantity ?? zero))
  const unitCost = costOfOne(db, order, { worth: worthOf(used), quantity, areLast: isCompleting })
  const { locationId, reason, notes } = confirmation
  const endedWorkOrders = JSON.stringify(isCompleting ? completeOrder(context, order.id) : [])
  const posted = db.update('finishedGoodsReceipt', receipt, {
    locationId, reason, notes, isLast, ...postingNow(context), packedQuantity: packed, receivedQuantity: quantity, variancePercent: toDecimal(difference.percent, 'half-up'), endedWorkOrders,
  })
  takeIn(context, posted, unitCost)
  const source = { number: posted.number, manufacturingOrderId: order.id, receiptId: posted.id }
  const packedIn = packingOfOrder(db, order.id)[0]?.sectionId ?? ''
  if (isCompleting) {
    tellBooks(context, source, goodsOfOrder(db, order.id), used, packedIn)
    tellCompleted(context, order, receivedOfOrder(db, order.id))
  } else if (order.status === 'COMPLETED') tellBooks(context, source, goodsOfReceipt(db, posted.id), [], packedIn)
}

function takeIn(context: CommandContext, receipt: ReceiptRow, unitCost: Decimal | null): void {
  const { db } = context
  const order = db.get('manufacturingOrder', receipt.manufacturingOrderId)
  const byDelivery = Map.groupBy(cartonsOfReceipt(db, receipt.id), carton => deliveryOfCarton(db, carton).deliveryBatchId)
  for (const [deliveryBatchId, its] of byDelivery) {
    const quantity = sumDecimals(its.map(({ countedQuantity }) => countedQuantity ?? zero))
    if (!isPositive(quantity)) continue
    const { week, destination } = deliveryBatchId === null ? order : db.get('deliveryBatch', deliveryBatchId)
    const move = moveStock(context, {
      itemId: order.articleId, quantity, fromLocationId: basePlace(db, 'PRODUCTION').id, toLocationId: receipt.locationId, kind: 'RECEIPT', documentEntity: 'finishedGoodsReceipt',
      documentId: receipt.id, documentNumber: receipt.number, note: order.number,
      lot: { code: traceCodeOf(order.number, week, destination) ?? order.number, unitCost, notes: order.number },
    })
    db.insert('finishedGoodsReceiptLine', { receiptId: receipt.id, deliveryBatchId, quantity, moveSeq: move.seq, lotId: partsOfMove(db, move.seq)[0]!.lotId })
  }
}
