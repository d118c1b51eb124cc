import { z } from 'zod'
import { decimalText, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { documentRight } from '../../shared/warehouse/document-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import type { SeenAt } from '../database/pen.ts'
import { requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import { eachRow, type Place } from '../engines/each-row.ts'
import { costInItemUnit, inItemUnit } from '../engineering/conversions.ts'
import { postInItemUnit } from '../engineering/unit-entries.ts'
import { adjustStock, inBooks } from './adjustments.ts'
import { requireCountedOnce } from './counted-once.ts'
import { postingNow, reversalNow, undoLines } from './document-life.ts'
import { tellPosted, tellReversed } from './document-notices.ts'
import { placesOfLine, rawLines, type Document, type DocumentLine } from './document-lines.ts'
import { documentFor, draftFor } from './documents.ts'
import { basePlace } from './places.ts'
import { invalid } from './refusals.ts'
import { moveStock, type Move } from './stock.ts'
import { reviewIssues } from './use-gate.ts'
import { newestOf, openWorkOrder } from './work-order-stock.ts'

export interface PostedDocument { readonly document: Document; readonly request: { readonly id: string; readonly number: string } | null }

/**
 * Moves all its goods, or none of them: each line that is refused is named. An adjustment by somebody who may not adjust the books is
 * asked for. Throws `invalid-input`, `conflict`, `wrong-state`, `foreign-section`, `approval-pending`, `period-closed`, `no-approver`.
 */
export function postDocument(context: CommandContext, at: SeenAt): PostedDocument {
  const document = draftFor(context, at, 'post')
  const lines = linesToPost(context, document)
  if (context.session.permissions.has(documentRight(document.kind))) return { document: carryOut(context, document, lines, null), request: null }
  const { id, number } = requestApproval(context, stockDocument, { entityId: document.id, sectionId: null, change: {}, reason: document.notes })
  return { document, request: { id, number } }
}

/** The very lots go back. Throws `invalid-input` with the lines whose goods have gone on, `forbidden` for an adjustment by somebody who may not adjust. */
export function reverseDocument(context: CommandContext, at: SeenAt, reason: string): Document {
  const { db } = context
  const document = documentFor(context, at, 'reverse')
  const needed = documentRight(document.kind)
  if (!context.session.permissions.has(needed)) throw new AppError('forbidden', { needed })
  undoLines(context, rawLines(db, document.id), reason)
  const reversed = db.update('stockDocument', document, reversalNow(context, reason))
  tellReversed(context, reversed)
  return reversed
}

/**
 * Throws `invalid-input` where nothing stands in it, an adjustment says not why or counts something twice, or what was counted is held against books that have
 * changed.
 */
function linesToPost({ db }: CommandContext, document: Document): DocumentLine[] {
  const lines = rawLines(db, document.id)
  if (lines.length === 0) throw invalid('lines', 'warehouse.issues.no-lines')
  if (document.kind !== 'ADJUSTMENT') return lines
  requireCountedOnce(db, document, lines.map(({ id }) => id))
  eachRow('lines', lines, line => {
    const { itemId, locationId, lotId } = counted(document, line)
    if (inBooks(db, { itemId, locationId, lotId }) !== line.inBooks) throw invalid('quantity', 'warehouse.issues.books-moved')
  })
  if (document.notes === '') throw invalid('notes', 'warehouse.issues.adjustment-reason')
  return lines
}

/** `approvedBy`: who agreed, where that was asked for. */
function carryOut(context: CommandContext, document: Document, lines: readonly DocumentLine[], approvedBy: string | null): Document {
  const { db } = context
  const posted = db.update('stockDocument', document, postingNow(context))
  const moves = eachRow('lines', lines, line => {
    const { itemId, unitId, quantity } = line
    const { fromLocationId, toLocationId } = placesOfLine(posted, line)
    const stockQuantity = postInItemUnit(context, { itemId, unitId, quantity, locationId: toLocationId ?? fromLocationId, approvedBy, ...posting(posted) })
    const move = moveLine(context, posted, line, stockQuantity)
    db.update('stockDocumentLine', line, { stockQuantity, moveSeq: move?.seq ?? null })
    return move
  }, placeIn(document))
  if (document.kind === 'ISSUE') reviewIssues(context, moves.filter(move => move !== null), [document.number, document.notes].filter(Boolean).join(': '))
  tellPosted(context, posted, lines)
  return posted
}

/** No move where a count agrees. */
function moveLine(context: CommandContext, document: Document, line: DocumentLine, quantity: Decimal): Move | null {
  const { db } = context
  const { itemId, supplierLot, expiresOn, unitCost } = line
  const by = posting(document)
  const note = line.note === '' ? document.notes : line.note
  const lotId = line.lotId ?? undefined
  const shared = { itemId, quantity, note, lotId, workOrderId: workOrderOf(db, document, line), ...by }
  const at = (place: 'fromLocationId' | 'toLocationId') => placeNamed(document, line, place)
  switch (document.kind) {
    case 'RECEIPT': {
      const lot = {
        supplierLot, expiresOn, partnerId: document.partnerId, ...(unitCost !== null && { unitCost: costInItemUnit(unitCost, line.quantity, quantity) }),
      }
      return moveStock(context, { ...shared, kind: 'RECEIPT', fromLocationId: basePlace(db, 'SUPPLIER').id, toLocationId: at('toLocationId'), lot })
    }
    case 'TRANSFER': return moveStock(context, { ...shared, kind: 'TRANSFER', fromLocationId: at('fromLocationId'), toLocationId: at('toLocationId') })
    case 'ISSUE': return moveStock(
      context, { ...shared, kind: 'ISSUE', fromLocationId: at('fromLocationId'), toLocationId: basePlace(db, document.issuedFor ?? 'PRODUCTION').id },
    )
    case 'ADJUSTMENT': return adjustStock(context, { ...counted(document, line), counted: quantity, reason: note, document: by })
  }
}

/** What a line is for, as it was revised last. Throws `wrong-state` where that takes no more (PL-21). */
function workOrderOf(db: Reader, { issuedFor }: Document, { workOrderId }: DocumentLine): string | undefined {
  if (workOrderId === null || (issuedFor !== null && issuedFor !== 'PRODUCTION')) return undefined
  return openWorkOrder(db, newestOf(db, workOrderId)).id
}

function posting({ id, number }: Document) {
  return { documentEntity: 'stockDocument', documentId: id, documentNumber: number } as const
}

function counted(document: Document, line: DocumentLine) {
  return { itemId: line.itemId, locationId: placeNamed(document, line, 'fromLocationId'), lotId: line.lotId ?? undefined, expected: line.inBooks ?? zero }
}

function placeNamed(document: Document, line: DocumentLine, place: 'fromLocationId' | 'toLocationId'): string {
  const id = placesOfLine(document, line)[place]
  if (id === null) throw invalid(place, 'warehouse.issues.no-place')
  return id
}

/** The cell of its line that a refusal belongs to, in words that fit what was entered there. */
function placeIn({ kind }: Document): (error: AppError) => Place | undefined {
  const short = kind === 'ADJUSTMENT' ? {
    'stock-short': 'count-below-reserved', 'lot-short': 'count-short',
  } : { 'stock-short': 'stock-short', 'lot-short': 'lot-short' }
  return ({ code, params }) => {
    if (code === 'stock-short' || code === 'lot-short') return { field: 'quantity', reason: `warehouse.issues.${short[code]}` }
    return code === 'inactive' ? { field: params.entity === 'item' ? 'itemId' : 'toLocationId' } : undefined
  }
}

const nothing = z.object({})

/** PL-19: what is asked for is the document as it stands. */
export const stockDocument: ApprovalKind<z.infer<typeof nothing>> = {
  name: 'STOCK_DOCUMENT',
  change: nothing,
  current: (db, id) => db.find('stockDocument', id)?.version ?? null,
  describe(db, id) {
    const { number, notes } = db.get('stockDocument', id)
    const lines = rawLines(db, id)
    const figures = lines.slice(0, 5).map(line => {
      const item = db.get('item', line.itemId)
      const unit = db.get('unit', item.unitId)
      return {
        labelKey: 'warehouse.fields.onHand', kind: 'decimal' as const, unit: `${unit.code} · ${item.code}`, before: decimalText(line.inBooks ?? zero),
        after: decimalText(inItemUnit(db, line)),
      }
    })
    return {
      subject: { document: number, reason: notes },
      lines: [{ labelKey: 'warehouse.documents.lineCount', kind: 'number', isNew: true, before: null, after: lines.length }, ...figures],
    }
  },
  apply(context, id) {
    const document = context.db.get('stockDocument', id)
    carryOut(context, document, linesToPost(context, document), context.session.userId)
  },
}
