import { decimalText } from '../../shared/core/decimal.ts'
import { Arrival } from '../../shared/purchasing/receipts.ts'
import type { CommandContext } from '../core/handlers.ts'
import { requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import { storeOf } from '../warehouse/places.ts'
import { orderFor } from './orders.ts'
import { orderedLines, receive } from './receiving.ts'

/** Asks whether more may be taken in than the order and its tolerance allow. */
export function requestOverReceipt(
  context: CommandContext, { reason, ...arrival }: Arrival & { readonly reason: string },
): { readonly id: string; readonly number: string } {
  const { db } = context
  const { order } = orderFor(db, { id: arrival.orderId, version: arrival.version }, 'receive')
  orderedLines(db, order, arrival.lines)
  return requestApproval(
    context, overReceiptApproval, { entityId: order.id, sectionId: storeOf(db, arrival.locationId, 'locationId').sectionId, change: arrival, reason },
  )
}

/** PL-7: more came than was ordered. Whoever approves it takes it in. */
export const overReceiptApproval: ApprovalKind<Arrival> = {
  name: 'OVER_RECEIPT',
  change: Arrival,
  current: (db, orderId) => db.find('purchaseOrder', orderId)?.version ?? null,
  describe(db, orderId, { lines }) {
    const { number, partnerId } = db.get('purchaseOrder', orderId)
    return {
      subject: { order: number, vendor: db.get('partner', partnerId).name },
      lines: lines.map(({ lineId, quantity }) => {
        const line = db.get('purchaseLine', lineId)
        const item = db.get('item', line.itemId)
        return {
          labelKey: 'purchasing.fields.item', label: `${item.code} ${item.name}`, kind: 'decimal', unit: db.get('unit', line.unitId).code,
          before: decimalText(line.quantity), after: decimalText(quantity),
        }
      }),
    }
  },
  apply: (context, orderId, arrival) => void receive(context, { ...arrival, orderId }, 'any'),
}
