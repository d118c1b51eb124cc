import { z } from 'zod'
import { decimalText } from '../../shared/core/decimal.ts'
import { optionalText } from '../../shared/core/fields.ts'
import { IdSchema } from '../../shared/core/ids.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { decidesAlone, requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import { orderedIn, packingOf } from './deliveries.ts'
import { requireConfirmable, type Confirmation } from './receipt-judging.ts'
import { postReceipt } from './receipt-posting.ts'
import { cartonsOfReceipt, type ReceiptRow } from './receiving.ts'

/** With what it was found to be when it was asked for. What was asked for when a receipt took in all of an order does not say that it is the last. */
const Change = z.object({ locationId: IdSchema, reason: optionalText(500), notes: optionalText(1000), isLast: z.boolean().default(true), packed: z.string(), received: z.string() })
type Change = z.infer<typeof Change>

/** Takes a receipt in, or asks whoever answers for its difference (BM-6). */
export function confirmOrAsk(context: CommandContext, receipt: ReceiptRow, confirmation: Confirmation): { readonly id: string; readonly number: string } | null {
  const { db } = context
  const { verdict, packed, received, isLast } = requireConfirmable(context, receipt, confirmation)
  const sectionId = packingOf(db, receipt)[0]?.sectionId ?? null
  const kind = { AUTOMATIC: undefined, SUPERVISOR: receiptDifference, MANAGER: largeReceiptDifference }[verdict]
  if (kind === undefined || decidesAlone(context, kind.name, sectionId) || decidesAlone(context, largeReceiptDifference.name, sectionId)) {
    postReceipt(context, receipt, confirmation)
    return null
  }
  const change = { ...confirmation, isLast, packed: decimalText(packed), received: decimalText(received) }
  const { id, number } = requestApproval(context, kind, { entityId: receipt.id, sectionId, change, reason: confirmation.reason })
  return { id, number }
}

const aboutDifference: Omit<ApprovalKind<Change>, 'name'> = {
  change: Change,
  current(db, id) {
    const receipt = db.get('finishedGoodsReceipt', id)
    const packing = packingOf(db, receipt).map(({ goodQuantity }) => decimalText(goodQuantity))
    return { status: receipt.status, order: db.get('manufacturingOrder', receipt.manufacturingOrderId).status, packing, cartons: cartonsOfReceipt(db, id).map(carton => [carton.number, carton.version]) }
  },
  describe(db, id, { packed, received, isLast }) {
    const receipt = db.get('finishedGoodsReceipt', id)
    const order = db.get('manufacturingOrder', receipt.manufacturingOrderId)
    const { name, unitId } = db.get('item', order.articleId)
    const unit = db.get('unit', unitId).code
    return {
      subject: { order: order.number, article: name, receipt: receipt.number },
      lines: [
        { labelKey: 'finishedGoods.fields.received', kind: 'decimal', unit, before: packed, after: received },
        { labelKey: 'finishedGoods.fields.ordered', kind: 'decimal', unit, isNew: true, before: null, after: decimalText(orderedIn(db, receipt)) },
        { labelKey: 'finishedGoods.fields.isLast', kind: 'flag', isNew: true, before: null, after: isLast },
      ],
    }
  },
  apply(context, id, { locationId, reason, notes, isLast }) {
    const receipt = context.db.get('finishedGoodsReceipt', id)
    for (const sectionId of concernedSections(context, receipt, locationId)) context.scope.lend(sectionId)
    postReceipt(context, receipt, { locationId, reason, notes, isLast })
  },
}

/** FG-4, BM-6: goods that differ from what was packed by more than is accepted alone. */
export const receiptDifference: ApprovalKind<Change> = { ...aboutDifference, name: 'RECEIPT_DIFFERENCE' }
/** By more than a supervisor accepts. */
export const largeReceiptDifference: ApprovalKind<Change> = { ...aboutDifference, name: 'RECEIPT_DIFFERENCE_LARGE' }

/** Whoever decides may work in packing alone: the order ends in all its sections. */
function concernedSections({ db }: CommandContext, { manufacturingOrderId }: ReceiptRow, locationId: string): string[] {
  const ofOrder = db.all(sql.selectFrom('workOrder').select('sectionId').distinct().where('manufacturingOrderId', '=', manufacturingOrderId)).map(({ sectionId }) => sectionId)
  return [...ofOrder, db.get('location', locationId).sectionId].filter(sectionId => sectionId !== null)
}
