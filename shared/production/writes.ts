import type { Entity } from '../core/entities.ts'

/** What an entry of a day writes: its work order counts on, and the order begins with it. */
export const dayWrites = ['dailyProduction', 'workOrder', 'manufacturingOrder', 'stockReservation', 'stockBalance', 'lotBalance'] as const satisfies readonly Entity[]
