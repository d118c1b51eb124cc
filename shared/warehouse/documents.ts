import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { cost } from '../core/cost.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema, NonNegativeDecimal } from '../core/decimal.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, job, query } from '../core/procedure.ts'
import { bomReads } from '../engineering/boms.ts'
import { verdicts } from '../engineering/gates.ts'
import { findInput, matchInput } from '../masters/record.ts'
import { documentKinds, documentStatuses } from './document-rules.ts'
import { documentDraftWrites, documentWrites } from './document-writes.ts'
import { MoveLot } from './moves.ts'
import { StockLevel } from './quantity.ts'
import { issuePurposes } from './rules.ts'

/** As many as one document may have. */
export const mostDocumentLines = 500

export const DocumentKind = z.enum(documentKinds)
export const DocumentStatus = z.enum(documentStatuses)

/** A document that moves goods. Its places are those of lines that name none. */
export const StockDocument = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), kind: DocumentKind, status: DocumentStatus,
  fromLocationId: z.string().nullable(), fromLocationName: z.string().nullable(), toLocationId: z.string().nullable(), toLocationName: z.string().nullable(),
  issuedFor: z.enum(issuePurposes).nullable(), partnerId: z.string().nullable(), partnerName: z.string().nullable(), reference: z.string(), notes: z.string(),
  lineCount: z.int(), firstItemName: z.string().nullable(), createdByName: z.string(), postedByName: z.string().nullable(), postedAt: z.string().nullable(), postedDay: z.string().nullable(),
  reversedByName: z.string().nullable(), reversedAt: z.string().nullable(), reverseReason: z.string().nullable(),
})
export type StockDocument = z.infer<typeof StockDocument>

/**
 * Goods of one item. `quantity` in `unitCode`, `stockQuantity` in the item's unit once posted; of an adjustment what was counted, beside what the
 * books said when it was entered (`inBooks`). `onHand` and `available`: at its place, of its lot if it names one, as it is now. `lots`: which went along.
 */
export const StockDocumentLine = z.object({
  id: z.string(), version: z.int(), documentId: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), itemUnitId: z.string(), itemUnitCode: z.string(),
  itemUnitPlaces: z.int(), unitId: z.string(), unitCode: z.string(), unitPlaces: z.int(), quantity: DecimalSchema, stockQuantity: DecimalSchema.nullable(),
  lotId: z.string().nullable(), lotCode: z.string().nullable(),
  fromLocationId: z.string().nullable(), fromLocationCode: z.string().nullable(), fromLocationName: z.string().nullable(),
  toLocationId: z.string().nullable(), toLocationCode: z.string().nullable(), toLocationName: z.string().nullable(),
  workOrderId: z.string().nullable(), workOrderNumber: z.string().nullable(), note: z.string(), supplierLot: z.string(), expiresOn: z.string().nullable(), unitCost: cost(DecimalSchema.nullable()),
  inBooks: DecimalSchema.nullable(), onHand: DecimalSchema.nullable(), available: DecimalSchema.nullable(), moveSeq: z.int().nullable(), lots: z.array(MoveLot),
})
export type StockDocumentLine = z.infer<typeof StockDocumentLine>

/** `request`: what waits for a decision, and its step. `overuses`: lines of a draft into production that are to be reviewed once they are posted (BM-5). */
export const StockDocumentDetail = z.object({
  document: StockDocument, lines: z.array(StockDocumentLine), request: z.object({ id: z.string(), number: z.string(), step: z.int() }).nullable(),
  overuses: z.array(z.object({ lineId: z.string(), verdict: z.enum(verdicts), variancePercent: DecimalSchema })),
})
export type StockDocumentDetail = z.infer<typeof StockDocumentDetail>

const head = {
  fromLocationId: IdSchema.nullable().default(null), toLocationId: IdSchema.nullable().default(null), issuedFor: z.enum(issuePurposes).nullable().default(null),
  partnerId: IdSchema.nullable().default(null), reference: optionalText(100).default(''), notes: Note.default(''),
}
export const DocumentEntry = z.object({ kind: DocumentKind, ...head })
export type DocumentEntry = z.infer<typeof DocumentEntry>
export const DocumentHead = z.object(head)
export type DocumentHead = z.infer<typeof DocumentHead>

/** Without an id a new line; without a unit in the item's own; without a place at the document's; without a lot those that came in first. Goods that are moved or issued may be for a work order. */
export const DocumentLineEntry = z.object({
  id: IdSchema.optional(), version: Version.optional(), itemId: IdSchema, lotId: IdSchema.nullable().default(null), quantity: StockLevel, unitId: IdSchema.nullable().default(null),
  fromLocationId: IdSchema.nullable().default(null), toLocationId: IdSchema.nullable().default(null), workOrderId: IdSchema.nullable().default(null), note: Note.default(''),
  supplierLot: optionalText(100).default(''), expiresOn: BusinessDaySchema.nullable().default(null), unitCost: cost(NonNegativeDecimal.nullable().optional()),
})
export type DocumentLineEntry = z.infer<typeof DocumentLineEntry>

const at = { id: IdSchema, version: Version }
const listReads = ['stockDocument', 'stockDocumentLine', 'location', 'partner', 'item', 'user'] as const
const FoundLot = z.object({ id: z.string(), code: z.string(), name: z.string(), isActive: z.boolean() })
const lotReads = ['stockLot', 'item'] as const

/**
 * Documents that move goods of several items at once: a draft is typed line by line, posted whole and reversed whole. Who sees them: who sees the
 * places they touch. An adjustment is posted by those who may adjust the books, or once somebody approved it.
 */
export const stockDocuments = {
  listStockDocuments: query({
    permission: 'warehouse.view',
    input: listInput(
      {
        kind: z.array(DocumentKind).max(documentKinds.length), status: z.array(DocumentStatus).max(documentStatuses.length), locationId: IdSchema, itemId: IdSchema,
        fromDay: BusinessDaySchema, toDay: BusinessDaySchema,
      },
      ['number', 'createdAt', 'kind', 'status', 'postedDay'],
    ),
    output: page(StockDocument),
    reads: listReads,
  }),
  getStockDocument: query({
    permission: 'warehouse.view',
    input: z.object({ id: IdSchema }),
    output: StockDocumentDetail,
    reads: [
      ...listReads, ...bomReads, 'unit', 'stockLot', 'stockBalance', 'lotBalance', 'stockMoveLot', 'approvalRequest', 'workOrder', 'manufacturingOrder', 'orderPart', 'orderMaterial',
      'stockMove', 'conversionEntry', 'unitConversion', 'setting',
    ],
  }),
  createStockDocument: command({ permission: 'warehouse.execute', input: DocumentEntry, output: StockDocument, writes: documentDraftWrites }),
  updateStockDocument: command({ permission: 'warehouse.execute', input: DocumentHead.extend(at), output: StockDocument, writes: documentDraftWrites }),
  /** All lines or none, while it is a draft; answers them in the order given. */
  saveStockDocumentLines: command({
    permission: 'warehouse.execute',
    input: z.object({ documentId: IdSchema, lines: z.array(DocumentLineEntry).min(1).max(mostDocumentLines) }),
    output: z.array(StockDocumentLine),
    writes: documentDraftWrites,
  }),
  removeStockDocumentLine: command({ permission: 'warehouse.execute', action: 'DELETE', input: z.object(at), output: StockDocument, writes: documentDraftWrites }),
  /** A draft that nobody needs, with what hangs on it. */
  deleteStockDocument: command({ permission: 'warehouse.execute', action: 'DELETE', input: z.object(at), output: z.object({ number: z.string() }), writes: [...documentDraftWrites, 'attachment'] }),
  /** All its lines move or none, and each refusal names its line. Who may not adjust the books asks for an adjustment (`request`). */
  postStockDocument: command({
    permission: 'warehouse.execute',
    input: z.object(at),
    output: z.object({ document: StockDocument, request: z.object({ id: z.string(), number: z.string() }).nullable() }),
    writes: [...documentWrites, 'conversionEntry', ...approvalWrites],
  }),
  /** The very lots go back. Refused with the lines whose goods have gone on. */
  reverseStockDocument: command({ permission: 'warehouse.execute', input: z.object({ ...at, reason: Reason }), output: StockDocument, writes: documentWrites }),
  /** On paper, to be signed; the answer's `ticket` fetches it, once. */
  printStockDocument: job({
    permission: 'warehouse.view',
    lane: 'interactive',
    input: z.object({ id: IdSchema, language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
  /** For the field that names a lot; the newest first among equals. */
  findStockLots: query({ permission: 'warehouse.view', input: z.object(findInput), output: page(FoundLot), reads: lotReads }),
  matchStockLots: query({ permission: 'warehouse.view', varies: 'clock', input: z.object(matchInput), output: z.array(FoundLot), reads: lotReads }),
}
