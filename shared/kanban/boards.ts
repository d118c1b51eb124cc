import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema, zero } from '../core/decimal.ts'
import { Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { StockLevel, StockQuantity } from '../warehouse/quantity.ts'
import { Card, Priority } from './cards.ts'
import { boardLanes } from './rules.ts'

/**
 * How one section asks for material. Its requests are heard by the supply section; stock goes from the supply location, one of
 * the factory's own, to the section's store. Limits are KB-2, approval by itself is KB-3.
 */
export const Board = z.object({
  id: z.string(), version: z.int(), sectionId: z.string(), sectionCode: z.string(), sectionName: z.string(),
  supplySectionId: z.string(), supplySectionName: z.string(), supplyLocationId: z.string(), supplyLocationName: z.string(),
  storeLocationId: z.string(), storeLocationName: z.string(), maximumPending: z.int(), maximumInProgress: z.int(),
  hasAutoApproval: z.boolean(), autoApprovalThreshold: DecimalSchema,
  hasNoticeOnNew: z.boolean(), hasNoticeOnApproval: z.boolean(), hasNoticeOnFulfilment: z.boolean(), isActive: z.boolean(),
})
export type Board = z.infer<typeof Board>

const Limit = z.int().min(1).max(1000)
const boardFields = {
  supplySectionId: IdSchema, supplyLocationId: IdSchema, storeLocationId: IdSchema, maximumPending: Limit, maximumInProgress: Limit,
  hasAutoApproval: z.boolean(), autoApprovalThreshold: StockLevel,
  hasNoticeOnNew: z.boolean(), hasNoticeOnApproval: z.boolean(), hasNoticeOnFulfilment: z.boolean(),
}
const NewBoard = z.object({
  ...boardFields, sectionId: IdSchema, maximumPending: Limit.optional(), maximumInProgress: Limit.optional(),
  hasAutoApproval: z.boolean().default(false), autoApprovalThreshold: StockLevel.default(zero),
  hasNoticeOnNew: z.boolean().default(true), hasNoticeOnApproval: z.boolean().default(true), hasNoticeOnFulfilment: z.boolean().default(true),
})

/** KB-4: at `reorderPoint` or below it in the section's store, `orderQuantity` is asked for, needed in `leadDays` days. */
export const Rule = z.object({
  id: z.string(), version: z.int(), sectionId: z.string(), sectionCode: z.string(), sectionName: z.string(),
  itemId: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(),
  reorderPoint: DecimalSchema, orderQuantity: DecimalSchema, priority: Priority, leadDays: z.int(), isActive: z.boolean(), storeOnHand: DecimalSchema,
})
export type Rule = z.infer<typeof Rule>

const ruleFields = { reorderPoint: StockLevel, orderQuantity: StockQuantity, priority: Priority, leadDays: z.int().min(0).max(365) }

/** All there are, also where the answer shows only the first ones of a long lane. */
const Counts = z.record(z.enum(boardLanes), z.int())
export type Counts = z.infer<typeof Counts>

/** What a request changes that may approve itself. */
const cardWrites = ['kanbanCard', 'stockBalance', 'lotBalance', 'stockReservation'] as const
const boardReads = ['kanbanBoard', 'section', 'location'] as const
const cardReads = ['kanbanCard', 'item', 'unit', 'user'] as const

export const boards = {
  listBoards: query({ permission: 'kanban.view', input: z.object({}), output: z.array(Board), reads: boardReads }),
  createBoard: command({ permission: 'kanban.update', input: NewBoard, output: Board, writes: ['kanbanBoard', ...cardWrites] }),
  /** A higher limit, or approval by itself, lets planned cards come up; a board in force again, or with another store, asks by its rules (KB-4). */
  updateBoard: command({
    permission: 'kanban.update',
    input: z.object(boardFields).extend({ isActive: z.boolean() }).partial().extend({ id: IdSchema, version: Version }),
    output: Board,
    writes: ['kanbanBoard', ...cardWrites],
  }),
  /**
   * The lanes of one section, or of all the asker may see: open cards, most urgent and then earliest needed first, and those
   * completed since a day (`completedSince(today)`; an input, so that all desks of a day share one answer).
   */
  getBoard: query({
    permission: 'kanban.view',
    scope: ({ sectionId }) => ({ sectionId }),
    input: z.object({ sectionId: IdSchema.optional(), completedSince: BusinessDaySchema }),
    output: z.object({ boards: z.array(Board), cards: z.array(Card), counts: Counts }),
    reads: [...boardReads, ...cardReads],
  }),
  /** One section at a glance: its cards by status, what is low in its store, what waits or is late, what came last. */
  getSectionDashboard: query({
    permission: 'kanban.view',
    varies: 'clock',
    input: z.object({ sectionId: IdSchema }),
    output: z.object({
      board: Board, counts: Counts, waiting: z.array(Card), late: z.array(Card),
      low: z.array(Rule.extend({ openCardNumber: z.string().nullable() })),
      store: z.object({ items: z.int(), empty: z.int() }),
      deliveries: z.array(z.object({
        seq: z.int(), at: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(), quantity: DecimalSchema,
        cardId: z.string().nullable(), cardNumber: z.string().nullable(),
      })),
    }),
    reads: [...boardReads, ...cardReads, 'kanbanRule', 'stockBalance', 'stockMove'],
  }),

  listRules: query({
    permission: 'kanban.view',
    scope: ({ filter }) => ({ sectionId: filter.sectionId }),
    input: listInput(
      { sectionId: IdSchema, itemId: IdSchema, isActive: z.boolean() },
      ['sectionName', 'itemCode', 'itemName', 'reorderPoint', 'orderQuantity', 'priority', 'leadDays', 'storeOnHand'],
    ),
    output: page(Rule),
    reads: ['kanbanRule', 'kanbanBoard', 'section', 'item', 'unit', 'stockBalance'],
  }),
  /** Asks at once where the store is at the reorder point already (KB-4); so does one that is raised or in force again. */
  createRule: command({
    permission: 'kanban.update',
    input: z.object({
      sectionId: IdSchema, itemId: IdSchema, ...ruleFields, priority: Priority.default('NORMAL'), leadDays: ruleFields.leadDays.default(1),
    }),
    output: Rule,
    writes: ['kanbanRule', ...cardWrites],
  }),
  updateRule: command({
    permission: 'kanban.update',
    input: z.object(ruleFields).extend({ isActive: z.boolean() }).partial().extend({ id: IdSchema, version: Version }),
    output: Rule,
    writes: ['kanbanRule', ...cardWrites],
  }),
}
