import type { Entity } from '../core/entities.ts'
import { cancelWrites, manufacturingWrites } from '../planning/writes.ts'
import { stockWrites } from '../warehouse/moves.ts'

/** What a command that changes an order writes. */
export const orderWrites = ['purchaseOrder', 'purchaseLine'] as const satisfies readonly Entity[]

/** What approving one writes: it is made for something (PL-2, PL-4). */
export const orderApprovalWrites = [...orderWrites, ...manufacturingWrites] as const satisfies readonly Entity[]

/** What taking one back writes: what was to be made of it ends. */
export const orderWithdrawalWrites = [...orderWrites, ...cancelWrites] as const satisfies readonly Entity[]

/** What taking goods in, or sending them back, writes. */
export const receiptWrites = ['purchaseReceipt', 'purchaseReceiptLine', 'unitEntry', ...orderWrites, ...stockWrites] as const satisfies readonly Entity[]
