import type { Entity } from '../core/entities.ts'
import { stockWrites } from './moves.ts'

/** What posting a count writes. */
export const countWrites = [...stockWrites, 'stockCount', 'countPlan'] as const satisfies readonly Entity[]
