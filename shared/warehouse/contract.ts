import { debts } from './debts.ts'
import { counts } from './counts.ts'
import { lots } from './lots.ts'
import { moves } from './moves.ts'
import { openingCount } from './opening-count.ts'
import { stock } from './stock.ts'

/** Stock: what is where, and how it came there. Section rows are those of the sections' own stores; a store without a section is the factory's. */
export const warehouse = { ...stock, ...lots, ...moves, ...openingCount, ...debts, ...counts }
