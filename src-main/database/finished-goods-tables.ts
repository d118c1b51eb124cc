import type { Generated } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Money } from '../../shared/core/money.ts'
import type { ReceiptStatus } from '../../shared/finished-goods/rules.ts'
import type { VoucherKind } from '../../shared/finished-goods/vouchers.ts'
import type { Numbered, Versioned } from './row-kinds.ts'

export interface CartonTable extends Versioned {
  number: string; manufacturingOrderId: string; workOrderId: string; position: number; quantity: Decimal; isPartial: boolean; packedDay: string; packedBy: string
  receiptId: string | null; countedQuantity: Decimal | null; note: Generated<string>; scannedBy: string | null; scannedAt: string | null
}
/** `deliveryBatchId`: none where it is of the whole order; `isLast`: nothing more of its delivery is waited for; `endedWorkOrders`: ids, as JSON. */
export interface FinishedGoodsReceiptTable extends Versioned {
  number: string; manufacturingOrderId: string; deliveryBatchId: string | null; isLast: Generated<boolean>; locationId: string; status: Generated<ReceiptStatus>; packedQuantity: Decimal | null; receivedQuantity: Decimal | null
  variancePercent: Decimal | null; reason: Generated<string>; notes: Generated<string>; endedWorkOrders: Generated<string>; createdBy: string
  postedBy: string | null; postedAt: string | null; postedDay: string | null; reversedBy: string | null; reversedAt: string | null; reverseReason: string | null
}
export interface FinishedGoodsReceiptLineTable extends Versioned { receiptId: string; deliveryBatchId: string | null; quantity: Decimal; lotId: string; moveSeq: number }
export interface VoucherLineTable extends Numbered {
  day: string; number: string; position: number; manufacturingOrderId: string; receiptId: string | null; kind: VoucherKind; debit: string; credit: string; amount: Money; department: string
}
