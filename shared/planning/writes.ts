import type { Entity } from '../core/entities.ts'

/** What a command that changes a buyer's order writes. */
export const salesWrites = ['salesOrder', 'salesLine'] as const satisfies readonly Entity[]

/** What making, unlocking or ending a manufacturing order writes. */
export const manufacturingWrites = ['manufacturingOrder', 'deliveryBatch', 'orderPart', 'orderMaterial', ...salesWrites] as const satisfies readonly Entity[]

/** What ends an order writes: its work orders too, and what was kept for them. */
export const cancelWrites = [...manufacturingWrites, 'workOrder', 'stockReservation', 'stockBalance', 'lotBalance'] as const satisfies readonly Entity[]

/** What generating work orders writes: they keep stock, and what the System may not approve is asked for. */
export const workOrderWrites = [
  'workOrder',
  'workOrderSource',
  'materialAllocation',
  'stockReservation',
  'stockBalance',
  'lotBalance',
  'approvalRequest',
  'approvalDecision',
] as const satisfies readonly Entity[]

/** What changing one writes: one that runs is replaced by its revision, to which all of it goes over. */
export const revisionWrites = [
  'workOrder', 'workOrderSource', 'materialAllocation', 'stockReservation', 'stockBalance', 'lotBalance', 'dailyProduction', 'paperBatchLine', 'lateEntry',
  'stepRecord', 'reworkCard', 'reworkRound', 'stageHold', 'stageFigureValue',
] as const satisfies readonly Entity[]

/** What beginning with one writes. */
export const startWrites = ['workOrder', 'stockReservation', 'stockBalance', 'lotBalance'] as const satisfies readonly Entity[]
