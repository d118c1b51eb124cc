import type { Entity } from '../core/entities.ts'
import { stockWrites } from '../warehouse/moves.ts'

/** What scanning cartons writes: the first opens the receipt. */
export const scanWrites = ['carton', 'finishedGoodsReceipt'] as const satisfies readonly Entity[]

/** What taking goods into the store, or taking that back, writes: the order and its work orders end with it, and the books of accounts are told. */
export const receiptWrites = [
  ...scanWrites, ...stockWrites, 'finishedGoodsReceiptLine', 'manufacturingOrder', 'workOrder', 'voucherLine',
] as const satisfies readonly Entity[]
