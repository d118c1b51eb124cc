import type { Selectable } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { PurchaseOrderTable } from '../database/tables.ts'
import { invalid } from '../warehouse/refusals.ts'
import { awaitedBuyerOrder, openOrder, type ManufacturingRow } from './buyer-orders.ts'
import { addBatch, unlock } from './manufacturing-orders.ts'

type PurchaseRow = Selectable<PurchaseOrderTable>

/** What an approved order means for what is made. Accessories trigger nothing (PL-1). */
export function orderApproved(context: CommandContext, order: PurchaseRow): void {
  if (order.kind === 'FABRIC') fabricApproved(context, order)
  if (order.kind === 'LABEL') labelApproved(context, order)
}

/**
 * PL-2: the fabric is bought, so that cutting may be planned; once for each order. Throws `no-bom`, `no-route`, `invalid-input` where nobody
 * said how many.
 */
function fabricApproved(context: CommandContext, { id, articleId, articleQuantity, week, destination }: PurchaseRow): void {
  const { db } = context
  if (productionFor(db, id)) return
  const quantity = requireQuantity(articleQuantity)
  const known = awaitedBuyerOrder(db, articleId!)
  const buyer = known ?? openOrder(context, { kind: 'BUYER', status: 'DRAFT', articleId: articleId!, quantity, week, destination })
  const order = openOrder(context, {
    kind: 'PRODUCTION',
    status: 'DRAFT',
    articleId: articleId!,
    quantity,
    buyerOrderId: buyer.id,
    fabricOrderId: id,
    week: buyer.week ?? week,
    destination: buyer.destination ?? destination,
    ...(known && { shipDay: known.shipDay }),
  })
  unlock(context, order, 'PARTIAL', {})
}

/**
 * PL-4: the labels are bought, so that everything may be made; week and destination are theirs from now on. A second label order is another
 * delivery. Throws `no-manufacturing-order`, `manufacturing-completed`.
 */
function labelApproved(context: CommandContext, { id, sourceOrderId, articleQuantity, week, destination }: PurchaseRow): void {
  const { db } = context
  const order = productionFor(db, sourceOrderId!)
  const fabric = () => db.get('purchaseOrder', sourceOrderId!).number
  if (!order) throw new AppError('no-manufacturing-order', { order: fabric() })
  if (db.first(sql.selectFrom('deliveryBatch').select('id').where('labelOrderId', '=', id))) return
  if (order.status === 'COMPLETED') throw new AppError('manufacturing-completed', { order: fabric(), manufacturing: order.number })
  const quantity = articleQuantity === null ? order.quantity : requireQuantity(articleQuantity)
  if (order.labelOrderId === null) unlock(context, order, 'RELEASED', { labelOrderId: id, week, destination })
  addBatch(db, { id: order.id, week, destination }, id, { quantity })
}

/** What is made of a fabric order, unless that was cancelled. */
export function productionFor(db: Reader, fabricOrderId: string): ManufacturingRow | undefined {
  return db.first(
    sql
      .selectFrom('manufacturingOrder')
      .selectAll()
      .where('fabricOrderId', '=', fabricOrderId)
      .where('kind', '=', 'PRODUCTION')
      .where('status', '<>', 'CANCELLED'),
  )
}

function requireQuantity(quantity: Decimal | null): Decimal {
  if (quantity === null) throw invalid('articleQuantity', 'planning.issues.quantity-needed')
  if (!fitsUnit(quantity, 0)) throw invalid('articleQuantity', 'planning.issues.whole')
  return quantity
}
