import { cartons } from './cartons.ts'
import { receipts } from './receipts.ts'

/** Finished goods: packed into cartons, received, and told to the books. */
export const finishedGoods = { ...cartons, ...receipts }
