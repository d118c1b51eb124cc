import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { ManufacturingRow } from '../planning/buyer-orders.ts'

/** Whoever planned the order, and whoever plans, hear that its goods are in the store. */
export function tellCompleted({ db, notify, session }: CommandContext, { id, number, articleId, createdBy }: ManufacturingRow, received: Decimal): void {
  const { name, unitId } = db.get('item', articleId)
  const params = { number, article: name, quantity: decimalText(received), unit: db.get('unit', unitId).code }
  const audience = [{ role: 'PPIC Manager' }, ...(createdBy === session.userId ? [] : [{ user: createdBy }])]
  notify({ kind: 'ORDER_COMPLETED', audience, params, entity: 'manufacturingOrder', entityId: id })
}
