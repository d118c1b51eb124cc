import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import type { Entity } from '../core/entities.ts'
import { Note, Reason } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { LotEntry } from './lots.ts'
import { BookLevel, StockLevel, StockQuantity } from './quantity.ts'
import { moveKinds } from './rules.ts'

/** What a command that moves stock writes: a move may call for a new card (KB-4), and what comes in settles debts (WH-20). Every such command declares these. */
export const stockWrites = ['stockMove', 'stockMoveLot', 'stockLot', 'lotBalance', 'stockBalance', 'stockReservation', 'itemCost', 'kanbanCard', 'materialDebt', 'debtSettlement'] as const satisfies readonly Entity[]

export const MoveKind = z.enum(moveKinds)

/**
 * A quantity that went from one place to another, for good. `seq` is its number in the ledger; `reverses` the move it undoes,
 * `reversedBy` the move that undid it. A document that caused it is named as it read then.
 */
export const StockMove = z.object({
  seq: z.int(), at: z.string(), postingDay: z.string(), kind: MoveKind,
  itemId: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(), quantity: DecimalSchema,
  fromLocationId: z.string(), fromLocationName: z.string(), toLocationId: z.string(), toLocationName: z.string(),
  documentEntity: z.string().nullable(), documentId: z.string().nullable(), documentNumber: z.string().nullable(),
  reverses: z.int().nullable(), reversedBy: z.int().nullable(), note: z.string(), createdBy: z.string(), createdByName: z.string(),
})
export type StockMove = z.infer<typeof StockMove>

/** A move just made, as far as a screen needs it to say so and to offer its reversal. */
export const PostedMove = z.object({
  seq: z.int(), postingDay: z.string(), kind: MoveKind, itemId: z.string(), quantity: DecimalSchema, fromLocationId: z.string(),
  toLocationId: z.string(),
})
export type PostedMove = z.infer<typeof PostedMove>

/** A receipt, and the lot that came of it. */
export const ReceivedMove = PostedMove.extend({ lotId: z.string() })

/** So much of a lot that a move took along. */
export const MoveLot = z.object({ lotId: z.string(), code: z.string(), quantity: DecimalSchema, expiresOn: z.string().nullable() })

const moved = { itemId: IdSchema, quantity: StockQuantity, note: Note.default('') }
/** Without a lot, those that came in first. */
const movedLot = { ...moved, lotId: IdSchema.optional() }
/** What the stock does not give is taken on the debt, if there is one. */
export const usedUp = { ...movedLot, debtId: IdSchema.optional() }

/** Stock in motion. Whatever takes more than is available is `stock-short`; places that keep no stock, and inactive ones, are refused. */
export const moves = {
  /** Moves that touch a place of the asker's sections, or that concern no section at all. */
  listMoves: query({
    permission: 'warehouse.view',
    long: true,
    input: listInput(
      {
        itemId: IdSchema, locationId: IdSchema, kind: MoveKind, fromDay: BusinessDaySchema, toDay: BusinessDaySchema, documentId: IdSchema,
        createdBy: IdSchema, lotId: IdSchema, seq: z.int().min(1),
      },
      ['seq', 'itemCode', 'itemName', 'quantity'],
    ),
    output: page(StockMove),
    reads: ['stockMove', 'stockMoveLot', 'item', 'unit', 'location', 'user'],
  }),
  /** Which lots a move took along; none of moves that are older than the lots. */
  listMoveLots: query({
    permission: 'warehouse.view',
    input: z.object({ seq: z.int().min(1) }),
    output: z.array(MoveLot),
    reads: ['stockMove', 'stockMoveLot', 'stockLot', 'location'],
  }),
  /** From a supplier into a store, as a lot of its own. */
  receiveStock: command({
    permission: 'warehouse.execute',
    input: z.object({ ...moved, toLocationId: IdSchema, lot: LotEntry.optional() }),
    output: ReceivedMove,
    writes: stockWrites,
  }),
  /** From one store to another. */
  transferStock: command({
    permission: 'warehouse.execute',
    action: 'TRANSFER',
    input: z.object({ ...movedLot, fromLocationId: IdSchema, toLocationId: IdSchema }),
    output: PostedMove,
    writes: stockWrites,
  }),
  /** The section puts back what it had posted as used up. */
  returnMaterial: command({
    permission: 'production.execute',
    input: z.object({ seq: z.int().min(1), reason: Reason }),
    output: PostedMove,
    writes: stockWrites,
  }),
  /**
   * Sets the books to what was counted. `expected` is what the books said when it was counted; if they say something else by
   * now, that is a `conflict`. Nothing is posted where the count agrees.
   */
  adjustStock: command({
    permission: 'warehouse.update',
    input: z.object({ itemId: IdSchema, locationId: IdSchema, counted: StockLevel, expected: BookLevel, reason: Reason }),
    output: PostedMove.nullable(),
    writes: stockWrites,
  }),
  /** Asks for the same where the asker may not do it (PL-19): whoever decides, posts it; what is little is posted at once (PL-20). */
  requestAdjustment: command({
    permission: 'warehouse.execute',
    input: z.object({ itemId: IdSchema, locationId: IdSchema, counted: StockLevel, expected: BookLevel, reason: Reason }),
    output: z.object({ move: PostedMove.nullable(), request: z.object({ id: z.string(), number: z.string() }).nullable() }),
    writes: [...stockWrites, 'approvalRequest', 'approvalDecision'],
  }),
  /**
   * Moves it all back, once (`reversed-already`). What a document moved is reversed at the document (`document-move`), so that
   * document and stock stay of one mind. Openings and adjustments are taken back by those who may adjust (`warehouse.update`), and
   * nothing goes back to a place that is no longer active.
   */
  reverseMove: command({
    permission: 'warehouse.execute',
    input: z.object({ seq: z.int().min(1), reason: Reason }),
    output: PostedMove,
    writes: stockWrites,
  }),
}
