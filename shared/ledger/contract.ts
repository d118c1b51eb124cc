import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { StockLevel, StockQuantity } from '../warehouse/quantity.ts'
import { negativeLevels } from './rules.ts'

/** More than a section throws away, or gets by hand, on a day. */
export const mostLedgerRows = 500

const place = { sectionId: z.string(), sectionName: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string() }
/**
 * A section's day and item (PX-7). `isStart`: until this day nothing came to the section, was received by hand or counted, so that nobody can say what it has. `counted`: with what the day opens because it was
 * counted so. `isShort`: it stands below zero; `isAnomaly`: more was put out than was available. `shortPercent` is of what was available (PX-15).
 */
export const LedgerLine = z.object({
  id: z.string(), day: z.string(), ...place, counted: DecimalSchema.nullable(), opening: DecimalSchema, received: DecimalSchema, manual: DecimalSchema, available: DecimalSchema, output: DecimalSchema, rejected: DecimalSchema, waste: DecimalSchema,
  closing: DecimalSchema, wastePercent: DecimalSchema.nullable(), shortPercent: DecimalSchema, isStart: z.boolean(), isShort: z.boolean(), isAnomaly: z.boolean(),
})
export type LedgerLine = z.infer<typeof LedgerLine>

const entered = { id: z.string(), version: z.int(), day: z.string(), ...place, quantity: DecimalSchema, notes: z.string(), enteredByName: z.string(), changedByName: z.string().nullable() }
export const WasteEntry = z.object({ ...entered, wasteReasonId: z.string(), wasteReasonCode: z.string(), wasteReasonName: z.string() })
export type WasteEntry = z.infer<typeof WasteEntry>
/** `isCount`: not received, but what was there before the day's work, as it was counted. */
export const LedgerReceipt = z.object({ ...entered, isCount: z.boolean() })
export type LedgerReceipt = z.infer<typeof LedgerReceipt>

/** A section's day as it is entered: what was thrown away and received by hand, beside what the ledger says. */
export const LedgerEntries = z.object({ lines: z.array(LedgerLine), waste: z.array(WasteEntry), receipts: z.array(LedgerReceipt) })
export type LedgerEntries = z.infer<typeof LedgerEntries>

/** What a worker, or a work order, put out of the item, or rejected of it. */
const OutputEntry = z.object({ kind: z.enum(['WORKER', 'WORK_ORDER']), id: z.string(), label: z.string(), quantity: DecimalSchema, enteredByName: z.string() })
/** A section before or after, with the day on which it put out, or on which it comes to it; with the slip by which it was handed over and on whose day of acceptance it counts, where it was. */
const FlowEntry = z.object({ sectionId: z.string(), sectionName: z.string(), day: z.string(), leadDays: z.int(), quantity: DecimalSchema, slip: z.object({ id: z.string(), number: z.string(), cameBefore: DecimalSchema }).nullable() })
export type FlowEntry = z.infer<typeof FlowEntry>
/**
 * A ledger's day with the rows behind each of its figures. `before`: the last day of which anything is said, from whose closing it opens. `outputs` are of whichever said more, workers or work orders; `sums` is
 * what each of them said, null where it said nothing.
 */
export const LedgerDay = z.object({
  line: LedgerLine, before: z.object({ day: z.string(), closing: DecimalSchema }).nullable(), outputs: z.array(OutputEntry), sums: z.object({ workers: DecimalSchema.nullable(), orders: DecimalSchema.nullable() }), rejects: z.array(OutputEntry),
  inflows: z.array(FlowEntry), outflows: z.array(FlowEntry), receipts: z.array(LedgerReceipt), waste: z.array(WasteEntry),
})
export type LedgerDay = z.infer<typeof LedgerDay>

export const LedgerAlert = z.object({
  id: z.string(), createdAt: z.string(), day: z.string(), ...place, level: z.enum(negativeLevels), percent: DecimalSchema, quantity: DecimalSchema, dueAt: z.string(), isEscalated: z.boolean(), settledAt: z.string().nullable(),
})
export type LedgerAlert = z.infer<typeof LedgerAlert>

const act = { id: IdSchema, version: Version }
const figures = { itemId: IdSchema, quantity: StockQuantity, notes: Note }
const optional = { itemId: true, quantity: true, notes: true } as const
const WasteRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enter'), ...figures, wasteReasonId: IdSchema, notes: Note.default('') }),
  z.object({ kind: z.literal('change'), ...act, ...figures, wasteReasonId: IdSchema }).partial({ ...optional, wasteReasonId: true }),
  z.object({ kind: z.literal('remove'), ...act }),
])
export type WasteRow = z.output<typeof WasteRow>
const receiptFigures = { ...figures, quantity: StockLevel }
const ReceiptRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enter'), ...receiptFigures, isCount: z.boolean().default(false), notes: Note.default('') }),
  z.object({ kind: z.literal('change'), ...act, ...receiptFigures, isCount: z.boolean() }).partial({ ...optional, isCount: true }),
  z.object({ kind: z.literal('remove'), ...act }),
])
export type ReceiptRow = z.output<typeof ReceiptRow>

const onDay = z.object({ sectionId: IdSchema, day: BusinessDaySchema })
const rows = <R extends z.ZodType>(row: R) => onDay.extend({ rows: z.array(row).min(1).max(mostLedgerRows) })
/** All that the ledger is kept from, of whatever section: what comes to one was put out by another, so no answer is kept by its section alone. */
const lineReads = ['workerEntry', 'dailyProduction', 'workOrder', 'manufacturingOrder', 'ledgerReceipt', 'wasteEntry', 'processFlowEdge', 'productionStage', 'transfer', 'section', 'item', 'unit'] as const
const dayReads = [...lineReads, 'wasteReason', 'user', 'worker'] as const
const mayRead = { permission: 'process.readDailyProduction' } as const
const mayEnter = { permission: 'process.enterDailyProduction', action: 'UPDATE' } as const

/** What comes to each section of an item, what it puts out and throws away of it, and what is left, day by day. */
export const ledger = {
  listLedger: query({
    ...mayRead, output: page(LedgerLine), reads: lineReads,
    input: listInput({ sectionId: IdSchema, itemId: IdSchema, fromDay: BusinessDaySchema, toDay: BusinessDaySchema, isShort: z.boolean() }, ['day', 'sectionName', 'itemName', 'output', 'waste', 'closing']),
  }),
  /** A day of which nothing is said has no figures but its opening. */
  getLedgerDay: query({ ...mayRead, input: onDay.extend({ itemId: IdSchema }), output: LedgerDay, reads: dayReads }),
  getLedgerEntries: query({ ...mayRead, input: onDay, output: LedgerEntries, reads: dayReads }),
  listLedgerAlerts: query({
    ...mayRead, output: page(LedgerAlert), reads: ['ledgerAlert', 'section', 'item', 'unit'],
    input: listInput({ sectionId: IdSchema, level: z.enum(negativeLevels), isSettled: z.boolean() }, ['createdAt', 'percent', 'dueAt']),
  }),
  /**
   * What a section threw away on a day, all rows or none; of an item once for each reason (`duplicate`). Where the ledger binds, never more than was left of what was available (`ledger-waste`, PX-9). Throws
   * `day-locked`, `period-closed`.
   */
  saveWaste: command({ ...mayEnter, input: rows(WasteRow), output: z.array(WasteEntry.nullable()), writes: ['wasteEntry'] }),
  /** What a section received on a day by another way than the flow, or was counted to have before its work (of an item once, and with its reason: `duplicate`), all rows or none. */
  saveReceipts: command({ ...mayEnter, input: rows(ReceiptRow), output: z.array(LedgerReceipt.nullable()), writes: ['ledgerReceipt'] }),
  /** PX-15: keeps an alert for each item that stands below zero in a section, tells of it, and again when its time is over; ends those that are settled. Once a day the whole ledger is told, on Fridays the week. */
  remindOfNegative: command({
    permission: 'production.approve', visibility: 'internal', action: 'UPDATE', input: z.object({}), output: z.object({ open: z.int() }), writes: ['ledgerAlert', 'ledgerReview', 'notificationReceipt'],
  }),
}
