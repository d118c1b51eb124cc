import { AppError } from '../../shared/core/errors.ts'
import { fromMinorUnits } from '../../shared/core/money.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { completeOrder } from '../planning/order-completion.ts'
import { usedMaterials } from '../planning/used-materials.ts'
import { cartonsOfOrder, packingOf } from './carton-rows.ts'
import { tellBooks } from './vouchers.ts'

/** PL-24, IO-11: closes an order as far as it is made; what was used for it brought no goods. Throws `cartons-waiting`, `wrong-state`. */
export function closeUnreceived(context: CommandContext, manufacturingOrderId: string): void {
  const { db } = context
  const { number } = db.get('manufacturingOrder', manufacturingOrderId)
  requireNoCartons(db, manufacturingOrderId, number)
  const packedIn = packingOf(db, manufacturingOrderId)[0]?.sectionId ?? ''
  completeOrder(context, manufacturingOrderId, 'force')
  tellBooks(context, { number, manufacturingOrderId, receiptId: null }, fromMinorUnits(0), usedMaterials(context, manufacturingOrderId), packedIn)
}

/** What stands in cartons could never be received once its order is closed. */
function requireNoCartons(db: Reader, manufacturingOrderId: string, number: string): void {
  const waiting = cartonsOfOrder(db, manufacturingOrderId).filter(({ status }) => status !== 'RECEIVED')
  if (waiting.length > 0) throw new AppError('cartons-waiting', { number, cartons: waiting.length })
}
