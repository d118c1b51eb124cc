import type { Entity } from '../core/entities.ts'
import { stockWrites } from '../warehouse/moves.ts'

/** What an entry of a day writes: its work order counts on, the order begins with it, and what it takes of material is used. */
export const dayWrites = ['dailyProduction', 'workOrder', 'manufacturingOrder', ...stockWrites] as const satisfies readonly Entity[]
