import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { StockQuantity } from '../warehouse/quantity.ts'
import { stockWrites } from '../warehouse/moves.ts'
import { cardStatuses, priorities } from './rules.ts'

export const Priority = z.enum(priorities)
export const CardStatus = z.enum(cardStatuses)

/**
 * A section's request for an item. `quantity` and `fulfilled` (what was delivered so far) are in the item's unit. Automatic
 * cards are the System's; `reorderPoint` is the one that called for it (KB-4). One may be for a work order of its section. Days are the factory's.
 */
export const Card = z.object({
  id: z.string(), version: z.int(), number: z.string(), createdAt: z.string(), status: CardStatus, priority: Priority,
  sectionId: z.string(), sectionCode: z.string(), sectionName: z.string(),
  itemId: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(),
  quantity: DecimalSchema, fulfilled: DecimalSchema, neededBy: z.string(), notes: z.string(),
  isAutomatic: z.boolean(), reorderPoint: DecimalSchema.nullable(),
  requestedBy: z.string(), requestedByName: z.string(),
  approvedByName: z.string().nullable(), approvedAt: z.string().nullable(),
  completedByName: z.string().nullable(), completedAt: z.string().nullable(),
  cancelledByName: z.string().nullable(), cancelledAt: z.string().nullable(), cancelReason: z.string().nullable(),
  workOrderId: z.string().nullable(),
})
export type Card = z.infer<typeof Card>

const Place = z.object({ locationId: z.string(), locationName: z.string(), onHand: DecimalSchema, reserved: DecimalSchema, available: DecimalSchema })

/** `reserved` is what is kept for this very card, or for its work order; `deliverable` what can be delivered of the rest now. */
export const CardDetail = z.object({
  card: Card,
  workOrderNumber: z.string().nullable(),
  supply: Place,
  store: Place,
  reserved: DecimalSchema,
  deliverable: DecimalSchema,
  deliveries: z.array(z.object({
    seq: z.int(), at: z.string(), postingDay: z.string(), quantity: DecimalSchema, createdByName: z.string(), note: z.string(),
    reverses: z.int().nullable(),
    reversedBy: z.int().nullable(),
  })),
})
export type CardDetail = z.infer<typeof CardDetail>

/** What a request's item field offers: what the supply could deliver, and what the section still has. */
export const RequestableItem = z.object({
  id: z.string(), code: z.string(), name: z.string(), unitCode: z.string(), unitPlaces: z.int(), supplyAvailable: DecimalSchema,
  storeOnHand: DecimalSchema,
})
export type RequestableItem = z.infer<typeof RequestableItem>

const act = { id: IdSchema, version: Version }
const cardReads = ['kanbanCard', 'section', 'item', 'unit', 'user'] as const
/** A place that becomes free lets a planned card come up, which may be approved by itself and so reserve stock. */
const cardWrites = ['kanbanCard', 'stockBalance', 'lotBalance', 'stockReservation'] as const

export const cards = {
  listCards: query({
    permission: 'kanban.view',
    scope: ({ filter }) => ({ sectionId: filter.sectionId }),
    input: listInput(
      {
        sectionId: IdSchema, itemId: IdSchema, status: z.array(CardStatus).max(cardStatuses.length),
        priority: z.array(Priority).max(priorities.length),
        neededFrom: BusinessDaySchema, neededTo: BusinessDaySchema, isAutomatic: z.boolean(),
      },
      ['number', 'createdAt', 'status', 'priority', 'sectionName', 'itemCode', 'itemName', 'quantity', 'fulfilled', 'neededBy'],
    ),
    output: page(Card),
    reads: cardReads,
  }),
  /** A card with the stock behind it and what was delivered, newest first. */
  getCard: query({
    permission: 'kanban.view',
    input: z.object({ id: IdSchema }),
    output: CardDetail,
    reads: [...cardReads, 'kanbanBoard', 'location', 'stockBalance', 'stockReservation', 'stockMove', 'workOrder', 'requisition', 'requisitionLine'],
  }),
  /** Items to ask for: the best matches by code and name, as one page. */
  searchItems: query({
    permission: 'kanban.view',
    input: z.object({ sectionId: IdSchema, search: optionalText(100).default(''), pageSize: z.int().min(1).max(50).default(20) }),
    output: page(RequestableItem),
    reads: ['item', 'unit', 'kanbanBoard', 'stockBalance'],
  }),
  /** Refused with `pending-limit` where the section has as many requests waiting as its board allows (KB-2). */
  createCard: command({
    permission: 'kanban.create',
    offline: true,
    input: z.object({
      sectionId: IdSchema, itemId: IdSchema, quantity: StockQuantity, priority: Priority.default('NORMAL'), neededBy: BusinessDaySchema,
      notes: Note.default(''), workOrderId: IdSchema.nullable().default(null),
    }),
    output: Card,
    writes: cardWrites,
  }),
  /** Reserves what is available at the supply, at most the quantity. */
  approveCard: command({ permission: 'kanban.approve', action: 'APPROVE', input: z.object(act), output: Card, writes: cardWrites }),
  /**
   * Back to waiting; what was reserved is free again. [own] A correction is never refused for a limit (KB-2): the section may then
   * have more waiting than its board allows, and asks for nothing new until there is a place again.
   */
  withdrawApproval: command({ permission: 'kanban.approve', input: z.object(act), output: Card, writes: cardWrites }),
  /** Refused with `in-progress-limit` where the section has as many cards in progress as its board allows (KB-2). */
  startCard: command({ permission: 'kanban.execute', input: z.object(act), output: Card, writes: cardWrites }),
  /** Back to approved, while nothing is delivered. */
  withdrawStart: command({ permission: 'kanban.execute', input: z.object(act), output: Card, writes: cardWrites }),
  /** Moves stock from the supply to the section's store. A part keeps the card in progress, the whole completes it (KB-1). */
  fulfilCard: command({
    permission: 'kanban.execute',
    action: 'TRANSFER',
    input: z.object({ ...act, quantity: StockQuantity }),
    output: Card,
    writes: stockWrites,
  }),
  /**
   * Moves one delivery back to the supply and opens the card again. `move` is its number in the ledger. [own] As a correction it
   * may lead over the limit of cards in progress (KB-2), and nothing new is started until there is a place again.
   */
  reverseFulfilment: command({
    permission: 'kanban.execute',
    input: z.object({ ...act, move: z.int().min(1), reason: Reason }),
    output: Card,
    writes: stockWrites,
  }),
  /** By those who ask. */
  cancelCard: command({ permission: 'kanban.create', input: z.object({ ...act, reason: Reason }), output: Card, writes: cardWrites }),
  /** The same by those who decide. */
  rejectCard: command({
    permission: 'kanban.approve',
    action: 'REJECT',
    input: z.object({ ...act, reason: Reason }),
    output: Card,
    writes: cardWrites,
  }),
}
