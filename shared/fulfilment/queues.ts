import { z } from 'zod'
import { query } from '../core/procedure.ts'
import { Invoice } from './invoices.ts'
import { invoiceReads } from './writes.ts'

/**
 * What waits on the floor, for whoever comes next. `again`: corrected by billing, to be picked again (IF-4); `check`: picked, and not kept back
 * to be packed together; `box`: in trays, but for those that their packer boxes alone; `driver`: one of our own is still to be chosen.
 */
export const floorQueues = ['pick', 'again', 'check', 'box', 'ready', 'driver', 'road'] as const
export type FloorQueue = (typeof floorQueues)[number]

/** Nobody looks further down a queue than this; the rest moves up. */
export const longestQueue = 200

export const queues = {
  /** A queue's beginning, in turn: express and urgent first, then the oldest; what is held comes last. `count`: those further down too. */
  listQueue: query({
    permission: 'fulfilment.view',
    input: z.object({ queue: z.enum(floorQueues), length: z.int().min(1).max(longestQueue).default(50) }),
    output: z.object({ count: z.int(), invoices: z.array(Invoice) }),
    reads: invoiceReads,
  }),
}
