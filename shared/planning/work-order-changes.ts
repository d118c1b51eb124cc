import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command } from '../core/procedure.ts'
import { StockQuantity } from '../warehouse/quantity.ts'
import { WorkOrder } from './work-orders.ts'
import { revisionWrites } from './writes.ts'

/** What somebody wants changed of a work order: pieces, a day of the factory, or what it puts out. */
export const WorkOrderChange = z.object({ targetQuantity: StockQuantity.optional(), deadlineDay: BusinessDaySchema.optional(), itemId: IdSchema.optional() })
export type WorkOrderChange = z.infer<typeof WorkOrderChange>

/** `workOrder` as it is now: changed, its revision, or as it was while the `request` waits. */
export const WorkOrderChangeAnswer = z.object({ workOrder: WorkOrder, request: z.object({ id: z.string(), number: z.string() }).nullable() })
export type WorkOrderChangeAnswer = z.infer<typeof WorkOrderChangeAnswer>

const changeWrites = [...approvalWrites, ...revisionWrites]

export const workOrderChanges = {
  /**
   * PL-17: another target, deadline or article, by those who answer for its section, with a reason. What changes its target by little (PL-20) is
   * done at once, the rest is asked for; while something is asked for about it, nothing else is (`approval-pending`). Throws `conflict`,
   * `wrong-state` of what is finished, and `invalid-input` with everything that is wrong.
   */
  requestWorkOrderChange: command({
    permission: 'process.requestModification',
    input: WorkOrderChange.extend({ id: IdSchema, version: Version, reason: Reason }),
    output: WorkOrderChangeAnswer,
    writes: changeWrites,
  }),
  /** PL-15: raises targets after a stage that rejects far more than usual; by the System. Answers how many. */
  raiseForDefects: command({
    permission: 'process.requestModification',
    visibility: 'internal',
    input: z.object({}),
    output: z.object({ raised: z.int() }),
    writes: changeWrites,
  }),
  /**
   * PL-11: asks for a target of what has come from the stages before, by whoever is to begin with it. Throws as above, and `wrong-state` of what
   * has begun.
   */
  adjustWorkOrder: command({
    permission: 'process.enterDailyProduction',
    input: z.object({ id: IdSchema, version: Version, reason: Reason }),
    output: WorkOrderChangeAnswer,
    writes: changeWrites,
  }),
}
