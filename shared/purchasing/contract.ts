import { itemOrders } from './item-orders.ts'
import { orders } from './orders.ts'
import { receipts } from './receipts.ts'
import { vendors } from './vendors.ts'

/** What is bought, of whom, and how it came in. */
export const purchasing = { ...orders, ...itemOrders, ...receipts, ...vendors }
