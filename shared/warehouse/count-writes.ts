import type { Entity } from '../core/entities.ts'
import { stockWrites } from './moves.ts'

/** What posting a count, or taking that back, writes. */
export const countWrites = [...stockWrites, 'stockCount', 'stockCountLine', 'countPlan'] as const satisfies readonly Entity[]
