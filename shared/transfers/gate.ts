import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, job, query } from '../core/procedure.ts'
import { StockLevel, StockQuantity } from '../warehouse/quantity.ts'

export const gatePassStatuses = ['OUT', 'RETURNED', 'CANCELLED'] as const
export type GatePassStatus = (typeof gatePassStatuses)[number]
/** Two papers of a pass: what goes along with the goods, and what came back of them. */
export const gatePapers = ['OUT', 'BACK'] as const
export type GatePaper = (typeof gatePapers)[number]

/** Goods at a subcontractor's, for the work order of the stage that is done there. `remaining`: still there. `isLate`: not back when they were due (TR-9). */
export const GatePass = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), workOrderId: z.string(), workOrderNumber: z.string(), sectionId: z.string(), sectionName: z.string(), stageName: z.string(), partnerId: z.string(),
  partnerName: z.string(), articleName: z.string(), itemName: z.string().nullable(), quantity: DecimalSchema, dueDay: z.string(), status: z.enum(gatePassStatuses), isLate: z.boolean(), returnedQuantity: DecimalSchema,
  rejectQuantity: DecimalSchema, remaining: DecimalSchema, notes: z.string(), sentByName: z.string(), returnedByName: z.string().nullable(), returnedAt: z.string().nullable(), shortReason: z.string().nullable(),
  cancelledByName: z.string().nullable(), cancelledAt: z.string().nullable(), cancelReason: z.string().nullable(), correctedByName: z.string().nullable(), correctedAt: z.string().nullable(),
  correctReason: z.string().nullable(),
})
export type GatePass = z.infer<typeof GatePass>

/** What there is of a work order's goods to be sent out: `came` to its stage, `taken` went out with a pass, `made` was made in-house, `available` may still. */
export const GateWork = z.object({
  workOrderId: z.string(), number: z.string(), articleName: z.string(), itemName: z.string().nullable(), stageName: z.string(), came: DecimalSchema, taken: DecimalSchema, made: DecimalSchema, available: DecimalSchema,
})
export type GateWork = z.infer<typeof GateWork>

const writes = ['gatePass', 'transferAlert', 'notificationReceipt'] as const
const reads = ['gatePass', 'workOrder', 'productionStage', 'manufacturingOrder', 'section', 'partner', 'item', 'user'] as const
const mayRead = { permission: 'process.readDailyProduction' } as const
const mayEnter = { permission: 'process.enterDailyProduction', output: GatePass, writes } as const
const act = { id: IdSchema, version: Version }

export const gate = {
  listGatePasses: query({
    ...mayRead, varies: 'day', output: page(GatePass), reads: [...reads, 'site'],
    input: listInput(
      { status: z.enum(gatePassStatuses), isLate: z.boolean(), sectionId: IdSchema, partnerId: IdSchema, workOrderId: IdSchema, fromDay: BusinessDaySchema, toDay: BusinessDaySchema },
      ['number', 'dueDay', 'createdAt', 'partnerName', 'quantity'],
    ),
  }),
  getGatePass: query({ ...mayRead, varies: 'day', input: z.object({ id: IdSchema }), output: GatePass, reads }),
  /** What may go out for a work order. */
  getGateWork: query({ ...mayRead, input: z.object({ workOrderId: IdSchema }), output: GateWork, reads: [...reads, 'workOrderSource', 'orderPart', 'orderMaterial', 'routeStep', 'transfer', 'dailyProduction', 'stepRecord', 'stageStep', 'reworkCard', 'reworkRound'] }),
  /** TR-9: no more goes out than came to the stage and neither is out already nor was made in-house (`over-sent`). It is due back in as many days as the factory has set. */
  sendToSubcontractor: command({
    ...mayEnter, action: 'TRANSFER', input: z.object({ workOrderId: IdSchema, partnerId: IdSchema, quantity: StockQuantity, notes: Note.default('') }),
  }),
  /** What came back, good and rejected, beside what had. With `isLast` nothing more is waited for; where less is back than went out that needs a reason. */
  returnFromSubcontractor: command({
    ...mayEnter, action: 'UPDATE',
    input: z.object({ ...act, returnedQuantity: StockLevel, rejectQuantity: StockLevel.optional(), isLast: z.boolean().default(false), reason: optionalText(500).default('') }),
  }),
  /** What came back in all, where it was entered wrongly: what is missing is waited for again. Throws `wrong-state` where nothing came. */
  correctGateReturn: command({
    ...mayEnter, permission: 'production.approve', action: 'UPDATE', input: z.object({ ...act, returnedQuantity: StockLevel, rejectQuantity: StockLevel, reason: Reason }),
  }),
  /** A pass that was written wrongly, as long as nothing has come back on it: what it took out may be sent again. Throws `wrong-state`. */
  cancelGatePass: command({ ...mayEnter, action: 'DELETE', input: z.object({ ...act, reason: Reason }) }),
  /** A paper of the pass, with its number to scan; the answer's `ticket` fetches it, once. */
  printGatePass: job({
    ...mayRead, lane: 'interactive', input: z.object({ id: IdSchema, paper: z.enum(gatePapers), language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
  /** Tells of what is not back from subcontractors when it was due. */
  remindOfGatePasses: command({ permission: 'process.readDailyProduction', visibility: 'internal', input: z.object({}), output: z.object({ told: z.int() }), writes }),
}
