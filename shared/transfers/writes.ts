import type { Entity } from '../core/entities.ts'
import { approvalWrites } from '../approvals/kinds.ts'
import { revisionWrites } from '../planning/writes.ts'
import { stockWrites } from '../warehouse/moves.ts'

/** What seeing to an alert writes: the slips and the lines it is about. */
export const alertWrites = ['transfer', 'transferAlert', 'lineOccupancy', 'lineOccupant', 'notificationReceipt'] as const satisfies readonly Entity[]

/** What clearing a line writes. */
export const lineWrites = [...alertWrites, 'lineClearance'] as const satisfies readonly Entity[]

/** What sending writes: stock is kept for the slip. */
export const sendWrites = [...alertWrites, 'stockReservation', 'stockBalance', 'lotBalance'] as const satisfies readonly Entity[]

/** What accepting writes: stock moves, the receiver's work begins, and a surplus raises what is to be made of it (TR-8). */
export const acceptWrites = [...new Set([...alertWrites, ...stockWrites, ...revisionWrites, ...approvalWrites])] satisfies readonly Entity[]
