import { stockDocuments } from './documents.ts'
import { debts } from './debts.ts'
import { counts } from './counts.ts'
import { lots } from './lots.ts'
import { moves } from './moves.ts'
import { openingCount } from './opening-count.ts'
import { requisitions } from './requisitions.ts'
import { shortages } from './shortages.ts'
import { stock } from './stock.ts'
import { uses } from './uses.ts'
import { namedWorkOrders } from './work-orders.ts'

/** Stock: what is where, and how it came there. Section rows are those of the sections' own stores; a store without a section is the factory's. */
export const warehouse = { ...requisitions, ...shortages, ...uses, ...stock, ...lots, ...moves, ...openingCount, ...debts, ...counts, ...stockDocuments, ...namedWorkOrders }
