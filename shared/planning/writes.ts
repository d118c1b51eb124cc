import type { Entity } from '../core/entities.ts'

/** What a command that changes a buyer's order writes. */
export const salesWrites = ['salesOrder', 'salesLine'] as const satisfies readonly Entity[]

/** What making, unlocking or ending a manufacturing order writes. */
export const manufacturingWrites = ['manufacturingOrder', 'deliveryBatch', 'orderPart', 'orderMaterial', ...salesWrites] as const satisfies readonly Entity[]
