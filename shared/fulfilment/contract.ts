import { bulk } from './bulk.ts'
import { delivery } from './delivery.ts'
import { history } from './history.ts'
import { invoices } from './invoices.ts'
import { packing } from './packing.ts'
import { papers } from './papers.ts'
import { picking } from './picking.ts'
import { queues } from './queues.ts'

/** From a bill to its delivery: every step proved by whoever did it. */
export const fulfilment = { ...invoices, ...picking, ...packing, ...papers, ...delivery, ...bulk, ...history, ...queues }
