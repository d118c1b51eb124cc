import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { cost } from '../core/cost.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { compareDecimals, DecimalSchema } from '../core/decimal.ts'
import { optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { MoneySchema } from '../core/money.ts'
import { command, query } from '../core/procedure.ts'
import { AgeBand } from './bands.ts'
import { debtRisks, debtStatuses, paymentStates } from './debt-rules.ts'
import { stockWrites } from './moves.ts'
import { StockQuantity } from './quantity.ts'

export const DebtStatus = z.enum(debtStatuses)
export const PaymentState = z.enum(paymentStates)
export const DebtRisk = z.enum(debtRisks)

/**
 * What may be taken of an item at a place beyond its stock (WH-20), in the item's unit: `quantity` of all that is `required`; `issued` was taken on it, `settled`
 * came in for it. `payment`, `risk` (by `share`, the percent of the need that is open) and age hold once it is approved.
 */
export const Debt = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(),
  locationId: z.string(), locationName: z.string(), sectionId: z.string(), sectionName: z.string(), workOrderNumber: z.string(),
  required: DecimalSchema, quantity: DecimalSchema, issued: DecimalSchema, settled: DecimalSchema, reason: z.string(), requestedBy: z.string(), requestedByName: z.string(),
  dueDay: z.string(), status: DebtStatus, payment: PaymentState.nullable(), risk: DebtRisk, share: DecimalSchema,
  approvedAt: z.string().nullable(), ageDays: z.int().nullable(), ageBand: AgeBand.nullable(), purchaseOrderId: z.string().nullable(), purchaseOrderNumber: z.string(),
  estimatedCost: cost(MoneySchema.nullable()), rushCost: cost(MoneySchema.nullable()), costImpact: cost(MoneySchema.nullable()),
  requestId: z.string().nullable(), requestNumber: z.string().nullable(), writtenOffAt: z.string().nullable(), writtenOffByName: z.string().nullable(), writeOffReason: z.string().nullable(),
})
export type Debt = z.infer<typeof Debt>

/** Goods that settled it, or were given back where the move that took them was undone (negative). Moves by their numbers in the ledger. */
const Settlement = z.object({
  seq: z.int(), at: z.string(), quantity: DecimalSchema, lotId: z.string(), lotCode: z.string(), issueSeq: z.int(), receiptSeq: z.int(), createdByName: z.string(),
})
/** A move that took something on it: `onDebt` of its quantity, of which `open` is not settled; nothing where it was undone. */
const DebtIssue = z.object({
  seq: z.int(), at: z.string(), quantity: DecimalSchema, onDebt: DecimalSchema, open: DecimalSchema, toLocationName: z.string(), createdByName: z.string(), reversedBy: z.int().nullable(),
})
export const DebtDetail = z.object({ debt: Debt, issues: z.array(DebtIssue), settlements: z.array(Settlement) })
export type DebtDetail = z.infer<typeof DebtDetail>

const Costs = z.object({ count: z.int(), costImpact: cost(MoneySchema) })
/** Debts that are approved and neither settled nor written off (WH-21). `top`: those that leave most of their need open. */
export const DebtSummary = z.object({
  open: Costs, overdue: z.int(), waiting: z.int(),
  risks: z.array(Costs.extend({ risk: DebtRisk })), ages: z.array(Costs.extend({ band: AgeBand })),
  top: z.array(Debt),
})
export type DebtSummary = z.infer<typeof DebtSummary>

const Amount = MoneySchema.refine(amount => amount >= 0, { message: 'negative', params: { reason: 'negative' } })
const debtReads = ['purchaseOrder', 'materialDebt', 'approvalRequest', 'item', 'unit', 'location', 'section', 'user', 'setting'] as const

export const debts = {
  /** Of the asker's sections. */
  listDebts: query({
    permission: 'warehouse.view',
    varies: 'clock',
    input: listInput(
      {
        sectionId: IdSchema, itemId: IdSchema, locationId: IdSchema, status: z.array(DebtStatus).max(debtStatuses.length), payment: z.array(PaymentState).max(paymentStates.length),
        risk: z.array(DebtRisk).max(debtRisks.length), isOpen: z.boolean(),
      },
      ['number', 'createdAt', 'itemName', 'sectionName', 'quantity', 'dueDay'],
    ),
    output: page(Debt),
    reads: debtReads,
  }),
  /** With the moves that took something on it and the goods that settled it, the newest first. */
  getDebt: query({
    permission: 'warehouse.view',
    varies: 'clock',
    input: z.object({ id: IdSchema }),
    output: DebtDetail,
    reads: [...debtReads, 'stockMove', 'stockMoveLot', 'debtSettlement', 'stockLot'],
  }),
  summarizeDebts: query({ permission: 'warehouse.view', varies: 'clock', input: z.object({ sectionId: IdSchema.optional() }), output: DebtSummary, reads: debtReads }),
  /** Asks for it: the section's supervisor decides, then the manager (PL-19); to little the System agrees at once (PL-20). */
  requestDebt: command({
    permission: 'process.requestMaterialDebt',
    input: z.object({
      itemId: IdSchema, locationId: IdSchema, sectionId: IdSchema, required: StockQuantity, quantity: StockQuantity, dueDay: BusinessDaySchema, reason: Reason,
      workOrderNumber: optionalText(50).default(''),
    }).refine(({ required, quantity }) => compareDecimals(quantity, required) <= 0, { path: ['quantity'], params: { reason: 'warehouse.issues.more-than-needed' } }),
    output: Debt,
    writes: ['materialDebt', ...approvalWrites],
  }),
  /** How it will be settled: by when, by which order, at what cost. The order buys the material and is not cancelled. */
  updateDebt: command({
    permission: 'purchasing.update',
    input: z.object({
      id: IdSchema, version: Version, dueDay: BusinessDaySchema.optional(), purchaseOrderId: IdSchema.nullable().optional(),
      estimatedCost: cost(Amount.nullable().optional()), rushCost: cost(Amount.nullable().optional()),
    }),
    output: Debt,
    writes: ['materialDebt'],
  }),
  /** Nothing more is taken on it, and what is still owed is written off against the stock differences. Not by whoever asked for it. */
  closeDebt: command({ permission: 'warehouse.approve', input: z.object({ id: IdSchema, version: Version, reason: Reason }), output: Debt, writes: stockWrites }),
  /** Tells of debts that are past their day. */
  remindOfDebts: command({ permission: 'warehouse.view', visibility: 'internal', input: z.object({}), output: z.object({ reminded: z.int() }), writes: [] }),
}
