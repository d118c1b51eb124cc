import { z } from 'zod'
import { DecimalSchema } from '../core/decimal.ts'
import { Name, Note, Reason, text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { approvalWrites, stepReads } from '../approvals/kinds.ts'
import { abcClasses } from './abc.ts'
import { AbcClass } from './bands.ts'
import { countCauses, countRhythms, countStatuses, varianceBands } from './count-rules.ts'
import { countWrites } from './count-writes.ts'
import { StockLevel } from './quantity.ts'

/** As many lines as one count has at most; more are counted in parts. */
export const largestStockCount = 2000

export const CountRhythm = z.enum(countRhythms)
export const CountStatus = z.enum(countStatuses)
export const CountCause = z.enum(countCauses)
export const VarianceBand = z.enum(varianceBands)

/** Stores to be counted with all that stands below them; of all items, or of those of some categories or classes. */
const scope = {
  locationIds: z.array(IdSchema).min(1).max(200), categories: z.array(text(100)).max(50).default([]), abcClasses: z.array(AbcClass).max(abcClasses.length).default([]),
}
const scopeShown = { locationIds: z.array(z.string()), locationNames: z.array(z.string()), categories: z.array(z.string()), abcClasses: z.array(AbcClass) }

/** `everyDays`: after how many days it is due again. `dueOn`: the day it is to be counted by; today where it never was. */
export const CountPlan = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), name: z.string(), rhythm: CountRhythm, ...scopeShown,
  everyDays: z.int(), countedOn: z.string().nullable(), dueOn: z.string(), isDue: z.boolean(), isActive: z.boolean(),
})
export type CountPlan = z.infer<typeof CountPlan>

/** A count of stores (WH-6). Days are the factory's. `frozenUntil`: until then nothing of what is counted moves. */
export const StockCount = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), planId: z.string().nullable(), planName: z.string().nullable(),
  sectionId: z.string().nullable(), sectionName: z.string().nullable(), rhythm: CountRhythm, ...scopeShown, isOnPaper: z.boolean(), notes: z.string(),
  status: CountStatus, createdByName: z.string(), startedAt: z.string().nullable(), frozenUntil: z.string().nullable(),
  firstCounterName: z.string().nullable(), firstDoneAt: z.string().nullable(), secondCounterName: z.string().nullable(), secondDoneAt: z.string().nullable(),
  postedByName: z.string().nullable(), postedAt: z.string().nullable(), postedDay: z.string().nullable(),
  cancelledByName: z.string().nullable(), cancelledAt: z.string().nullable(), cancelReason: z.string().nullable(),
  reversedByName: z.string().nullable(), reversedAt: z.string().nullable(), reverseReason: z.string().nullable(),
})
export type StockCount = z.infer<typeof StockCount>

/**
 * One lot of an item at one place. `mine` is what whoever asks has entered. Books and figures are told when both counters are done:
 * until then neither sees the other's, nor the books.
 */
export const StockCountLine = z.object({
  id: z.string(), version: z.int(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(),
  locationId: z.string(), locationName: z.string(), lotId: z.string().nullable(), lotCode: z.string().nullable(), supplierLot: z.string(),
  firstEntry: DecimalSchema.nullable(), secondEntry: DecimalSchema.nullable(),
  compared: z.object({
    inBooks: DecimalSchema, firstCount: DecimalSchema.nullable(), secondCount: DecimalSchema.nullable(), recount: DecimalSchema.nullable(), recountByName: z.string().nullable(),
    counted: DecimalSchema.nullable(), difference: DecimalSchema.nullable(), percent: DecimalSchema.nullable(), band: VarianceBand.nullable(),
    hasMoved: z.boolean(), needsRecount: z.boolean(), cause: CountCause.nullable(),
  }).nullable(),
})
export type StockCountLine = z.infer<typeof StockCountLine>

const Pass = z.union([z.literal(1), z.literal(2)])

/**
 * `passes`: which figures whoever asks enters – on paper both. `entered`: how many lines have the figure of each counter. `openRequest`:
 * the number of the request that waits for a decision.
 */
export const StockCountDetail = z.object({
  count: StockCount, lines: z.array(StockCountLine), passes: z.array(Pass), entered: z.tuple([z.int(), z.int()]), band: VarianceBand.nullable(),
  openRequest: z.string().nullable(), mayDecide: z.boolean(),
  /** Whether whoever asks counted, counted again, entered a figure or is named on its sheets. */
  hasCounted: z.boolean(),
})
export type StockCountDetail = z.infer<typeof StockCountDetail>

const at = { id: IdSchema, version: Version }
const countReads = ['stockCount', 'countPlan', 'location', 'section', 'user'] as const
const planWrites = ['countPlan'] as const
const planFields = { name: Name, rhythm: CountRhythm, ...scope, isActive: z.boolean().default(true) }

/**
 * Counting (WH-6). Those of the warehouse count, and the people of a section what is in its own stores: the first two who enter figures
 * of a count are its counters.
 */
export const counts = {
  listCountPlans: query({
    permission: 'warehouse.view',
    varies: 'clock',
    input: listInput({ rhythm: CountRhythm, isActive: z.boolean(), isDue: z.boolean() }, ['name', 'countedOn']),
    output: page(CountPlan),
    reads: ['countPlan', 'location'],
  }),
  createCountPlan: command({ permission: 'warehouse.update', input: z.object(planFields), output: CountPlan, writes: planWrites }),
  updateCountPlan: command({ permission: 'warehouse.update', input: z.object({ ...planFields, ...at }), output: CountPlan, writes: planWrites }),

  /** The plans that most factories begin with: the main store by ABC class, sections' stores, packing and finished goods. None where there is a plan already. */
  createUsualCountPlans: command({ permission: 'warehouse.update', input: z.object({}), output: z.array(CountPlan), writes: planWrites }),
  /** By which rhythm each store that keeps stock is usually counted, to be proposed. */
  listStoreRhythms: query({
    permission: 'warehouse.view', input: z.object({}), output: z.array(z.object({ locationId: z.string(), rhythm: CountRhythm })),
    reads: ['location', 'countPlan', 'productionStage', 'stockBalance', 'item'],
  }),

  listCounts: query({
    permission: 'warehouse.view',
    input: listInput({ status: z.array(CountStatus).max(countStatuses.length), rhythm: CountRhythm, planId: IdSchema }, ['number', 'createdAt', 'status', 'postedDay']),
    output: page(StockCount),
    reads: countReads,
  }),
  getCount: query({
    permission: 'warehouse.view',
    varies: 'clock',
    input: z.object({ id: IdSchema }),
    output: StockCountDetail,
    reads: [
      ...countReads, ...stepReads, 'stockCountLine', 'item', 'itemClass', 'productionStage', 'unit', 'stockLot', 'stockMove', 'approvalRequest', 'approvalChain', 'approvalDelegation',
    ],
  }),
  createCount: command({
    permission: 'warehouse.execute',
    input: z.object({ planId: IdSchema.optional(), rhythm: CountRhythm, ...scope, isOnPaper: z.boolean().default(false), notes: Note.default('') }),
    output: StockCount,
    writes: ['stockCount'],
  }),
  /** Takes down what the books say, and freezes it for the minutes of the setting. Throws `count-overlaps`. */
  startCount: command({ permission: 'warehouse.execute', input: z.object(at), output: StockCount, writes: ['stockCount', 'stockCountLine'] }),
  /** Figures of one counter. Without `pass`, whoever enters is a counter of this count, or becomes one; none takes a figure back. */
  enterCounts: command({
    permission: 'warehouse.view',
    input: z.object({ id: IdSchema, pass: Pass.optional(), lines: z.array(z.object({ lineId: IdSchema, quantity: StockLevel.nullable() })).min(1).max(largestStockCount) }),
    output: z.object({ pass: Pass, entered: z.int() }),
    writes: ['stockCount', 'stockCountLine'],
  }),
  /** Something that stands there and of which the books know nothing; without a lot it is one of its own. Answers the line that is there already, if it is. */
  addCountLine: command({
    permission: 'warehouse.view',
    input: z.object({ id: IdSchema, itemId: IdSchema, locationId: IdSchema, lotId: IdSchema.optional() }),
    output: z.object({ lineId: z.string() }),
    writes: ['stockCountLine'],
  }),
  /** A counter is done. When both are, the figures are compared. `countedBy`: whom the sheet names, on paper alone. Throws `count-incomplete`. */
  finishCounting: command({
    permission: 'warehouse.view', input: z.object({ id: IdSchema, pass: Pass.optional(), countedBy: Name.optional() }), output: StockCount, writes: ['stockCount', 'stockCountLine'],
  }),
  /** Counts one line again, against what the books say now. */
  recountLine: command({
    permission: 'warehouse.execute', input: z.object({ lineId: IdSchema, version: Version, quantity: StockLevel }), output: z.object({ version: z.int() }), writes: ['stockCountLine'],
  }),
  setCauses: command({
    permission: 'warehouse.execute',
    input: z.object({ id: IdSchema, lines: z.array(z.object({ lineId: IdSchema, cause: CountCause.nullable() })).min(1).max(largestStockCount) }),
    output: z.object({ set: z.int() }),
    writes: ['stockCountLine'],
  }),
  /**
   * Posts the differences, lot by lot, or asks whoever answers for the gravest of them (`STOCK_COUNT`, `STOCK_COUNT_LARGE`). Every line must be
   * counted, and every difference above the automatic limit have its cause.
   */
  postCount: command({
    permission: 'warehouse.execute',
    input: z.object(at),
    output: z.object({ count: StockCount, request: z.object({ id: z.string(), number: z.string() }).nullable() }),
    writes: [...countWrites, ...approvalWrites],
  }),
  /** The very lots go back, by who may adjust the books and did not count. Refused with the lines whose goods have gone on. */
  reverseCount: command({ permission: 'warehouse.update', input: z.object({ ...at, reason: Reason }), output: StockCount, writes: countWrites }),
  cancelCount: command({ permission: 'warehouse.execute', input: z.object({ ...at, reason: Reason }), output: StockCount, writes: ['stockCount'] }),

  /** The class of each item by the value it moved in a year. */
  classifyItems: command({ permission: 'warehouse.update', input: z.object({}), output: z.object({ changed: z.int() }), writes: ['itemClass'] }),
}
