import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ManufacturingRow } from '../planning/buyer-orders.ts'
import { orderFor } from '../planning/manufacturing-orders.ts'
import { completeOrder } from '../planning/order-completion.ts'
import { usedMaterials } from '../planning/used-materials.ts'
import { cartonsOfOrder } from './carton-rows.ts'
import { isAllIn, packingOfOrder } from './deliveries.ts'
import { goodsOfOrder, receivedOfOrder } from './goods-worth.ts'
import { tellCompleted } from './receipt-notices.ts'
import { tellBooks } from './vouchers.ts'

/** PL-24, IO-11: closes an order as far as it is made; what was used for it brought the goods that were received until then. Throws `cartons-waiting`, `wrong-state`. */
export function closeUnreceived(context: CommandContext, manufacturingOrderId: string): void {
  const { db } = context
  const { number } = db.get('manufacturingOrder', manufacturingOrderId)
  requireNoCartons(db, manufacturingOrderId, number)
  const packedIn = packingOfOrder(db, manufacturingOrderId)[0]?.sectionId ?? ''
  completeOrder(context, manufacturingOrderId, 'force')
  tellBooks(context, { number, manufacturingOrderId, receiptId: null }, goodsOfOrder(db, manufacturingOrderId), usedMaterials(context, manufacturingOrderId), packedIn)
}

/**
 * FG-4: the planner completes an order by what came in, once no delivery of it is awaited any more: the labels of another were taken back after these had come in. It is
 * told with the newest receipt, with which no books were told yet; taken back, that opens the order again as any other. Throws `deliveries-open`, `cartons-waiting`, `conflict`, `wrong-state`.
 */
export function completeReceived(context: CommandContext, at: SeenAt, reason: string): ManufacturingRow {
  const { db } = context
  const { order } = orderFor(db, at, 'complete')
  requireNoCartons(db, order.id, order.number)
  const newest = postedReceipts(db, order.id).at(-1)
  if (!newest || !isAllIn(db, order.id)) throw new AppError('deliveries-open', { number: order.number })
  const packedIn = packingOfOrder(db, order.id)[0]?.sectionId ?? ''
  const used = usedMaterials(context, order.id)
  const endedWorkOrders = JSON.stringify(completeOrder(context, order.id))
  db.update('finishedGoodsReceipt', newest, { endedWorkOrders })
  tellBooks(context, { number: newest.number, manufacturingOrderId: order.id, receiptId: newest.id }, goodsOfOrder(db, order.id), used, packedIn)
  tellCompleted(context, order, receivedOfOrder(db, order.id))
  return db.update('manufacturingOrder', db.get('manufacturingOrder', order.id), { completeReason: reason })
}

function postedReceipts(db: Reader, manufacturingOrderId: string) {
  return db.all(sql.selectFrom('finishedGoodsReceipt').selectAll().where('manufacturingOrderId', '=', manufacturingOrderId).where('status', '=', 'POSTED').orderBy('postedAt').orderBy('number'))
}

/** What stands in cartons could never be received once its order is closed. */
function requireNoCartons(db: Reader, manufacturingOrderId: string, number: string): void {
  const waiting = cartonsOfOrder(db, manufacturingOrderId).filter(({ status }) => status !== 'RECEIVED')
  if (waiting.length > 0) throw new AppError('cartons-waiting', { number, cartons: waiting.length })
}
