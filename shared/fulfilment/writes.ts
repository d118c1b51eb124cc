import type { Entity } from '../core/entities.ts'
import { stockWrites } from '../warehouse/moves.ts'

/** What every step of an invoice writes: the first of a day keeps what was held that morning (IF-19). */
export const stepWrites = ['invoice', 'fulfilmentDay', 'notificationReceipt'] as const satisfies readonly Entity[]
/** What picking writes: goods that are kept in stock leave their shelf. */
export const pickingWrites = [...stepWrites, 'invoiceLine', 'pickingSession', 'invoiceReturn', ...stockWrites] as const satisfies readonly Entity[]
export const packingWrites = [...stepWrites, 'pickingSession', 'packingSession', 'packingContainer'] as const satisfies readonly Entity[]
export const deliveryWrites = [...stepWrites, 'deliverySession'] as const satisfies readonly Entity[]
/** What goes past stages, or takes them back, writes of all of them. */
export const allStageWrites = [...pickingWrites, 'packingSession', 'packingContainer', 'deliverySession'] as const satisfies readonly Entity[]
/** An invoice comes with its customer and salesman. */
export const importWrites = ['fulfilmentDay', 'invoice', 'invoiceLine', 'customer', 'salesman'] as const satisfies readonly Entity[]

/** What is read to tell an invoice. */
export const invoiceReads = [
  'invoice',
  'invoiceLine',
  'customer',
  'salesman',
  'user',
  'pickingSession',
  'packingSession',
  'deliverySession',
  'courier',
] as const satisfies readonly Entity[]
export const detailReads = [
  ...invoiceReads,
  'packingContainer',
  'tray',
  'invoiceReturn',
  'creditNote',
  'courierChange',
  'item',
  'attachment',
] as const satisfies readonly Entity[]
