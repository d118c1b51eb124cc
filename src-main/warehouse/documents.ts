import { isPositive } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { allowsDocumentAct, hasPlace, mayNameWorkOrder, type DocumentAct, type DocumentKind } from '../../shared/warehouse/document-rules.ts'
import { mostDocumentLines, type DocumentEntry, type DocumentHead, type DocumentLineEntry } from '../../shared/warehouse/documents.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt, Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { eachRow } from '../engines/each-row.ts'
import { openRequest } from '../engines/approvals.ts'
import { inItemUnit } from '../engineering/conversions.ts'
import { inBooks } from './adjustments.ts'
import { requireCountedOnce, requireStillCountedOnce } from './counted-once.ts'
import { requireAlive } from './document-life.ts'
import { placesOfLine, rawLines, sectionsIn, type Document, type DocumentLine, type Places } from './document-lines.ts'
import { storeOf } from './places.ts'
import { invalid, placeInLine } from './refusals.ts'
import { newestOf, openWorkOrder } from './work-order-stock.ts'

/** Throws `inactive`, `foreign-section`, and `invalid-input` for a place that keeps no stock, or twice the same. */
export function createDocument(context: CommandContext, { kind, ...entry }: DocumentEntry): Document {
  const { db, session } = context
  const head = fittedHead(kind, entry)
  requireHead(context, head)
  return db.insert('stockDocument', { ...head, kind, number: context.number('stockDocument'), sectionIds: sectionsOf(db, [head]), createdBy: session.userId })
}

/** Throws as `createDocument` does, and as `draftFor`. */
export function updateDocument(context: CommandContext, at: SeenAt, entry: DocumentHead): Document {
  const { db } = context
  const document = draftFor(context, at, 'change')
  const head = fittedHead(document.kind, entry)
  requireHead(context, head)
  const lines = rawLines(db, document.id)
  const changed = db.update('stockDocument', document, { ...head, sectionIds: sectionsOf(db, [head, ...lines]) })
  // A count stays held against the books of its moment, unless it is of another place now.
  const moved = lines.filter(line => placesOfLine(document, line).fromLocationId !== placesOfLine(changed, line).fromLocationId)
  for (const line of moved) db.update('stockDocumentLine', line, { inBooks: booksOf(db, changed, line) })
  requireStillCountedOnce(db, changed)
  return changed
}

/**
 * All of them or none; answers their ids in the order given. What the books say of a counted line is taken down anew. Throws `invalid-input` besides for what
 * is counted twice, and for more lines than a document holds.
 */
export function saveLines(context: CommandContext, documentId: string, entries: readonly DocumentLineEntry[]): string[] {
  const { db } = context
  const document = draftFor(context, { id: documentId }, 'change')
  const before = rawLines(db, documentId)
  let position = before.at(-1)?.position ?? 0
  let count = before.length
  const ids = eachRow('lines', entries, ({ id, version = 0, unitCost, ...entry }) => {
    const line = {
      ...fittedLine(document.kind, entry), unitId: entry.unitId ?? db.get('item', entry.itemId).unitId, ...(unitCost !== undefined && { unitCost }),
    }
    requireLine(context, document, line)
    const kept = { ...line, inBooks: booksOf(db, document, line) }
    if (id === undefined && (count += 1) > mostDocumentLines) throw invalid('itemId', 'warehouse.issues.document-full', { maximum: mostDocumentLines })
    if (id === undefined) return db.insert(
      'stockDocumentLine', { unitCost: null, ...kept, documentId, position: (position += 1), stockQuantity: null, moveSeq: null },
    ).id
    if (db.get('stockDocumentLine', id).documentId !== documentId) throw new AppError('not-found', { entity: 'stockDocumentLine', id })
    return db.update('stockDocumentLine', { id, version }, kept).id
  }, placeInLine)
  requireCountedOnce(db, document, ids)
  touch(db, document)
  return ids
}

export function removeLine(context: CommandContext, at: SeenAt): Document {
  const { db } = context
  const document = draftFor(context, { id: db.get('stockDocumentLine', at.id).documentId }, 'change')
  db.remove('stockDocumentLine', at)
  return touch(db, document)
}

export function deleteDocument(context: CommandContext, at: SeenAt): Document {
  const { db } = context
  const document = draftFor(context, at, 'delete')
  for (const line of rawLines(db, document.id)) db.remove('stockDocumentLine', line)
  for (const paper of papersOf(db, document.id)) db.remove('attachment', paper)
  db.remove('stockDocument', document)
  return document
}

/** What hangs on a document, also what was taken off it. */
function papersOf(db: Reader, documentId: string) {
  return db.all(sql.selectFrom('attachment').select(['id', 'version']).where('entity', '=', 'stockDocument').where('entityId', '=', documentId))
}

/** The document for an act, of whose every place the asker is. Throws `foreign-section`, `conflict`, `wrong-state`. */
export function documentFor(
  { db, scope }: Pick<CommandContext, 'db' | 'scope'>, { id, version }: { readonly id: string; readonly version?: number }, act: DocumentAct,
): Document {
  const document = db.get('stockDocument', id)
  scope.everyone()
  for (const sectionId of sectionsIn(document)) scope.section(sectionId)
  requireAlive('stockDocument', document, version, allowsDocumentAct(document.status, act))
  return document
}

/** A draft that nobody is asked about: deciders would approve something else than they saw. Throws `approval-pending` besides. */
export function draftFor(context: CommandContext, at: { readonly id: string; readonly version?: number }, act: DocumentAct): Document {
  const document = documentFor(context, at, act)
  const request = openRequest(context.db, 'STOCK_DOCUMENT', document.id)
  if (request) throw new AppError('approval-pending', { entity: 'approvalRequest', id: request.id, number: request.number })
  return document
}

type BookedLine = Places & Pick<DocumentLine, 'itemId' | 'lotId'>

/** What the books say of a counted line now; nothing of goods that are moved, or while nobody said where they are. */
function booksOf(db: Reader, document: Document, line: BookedLine) {
  const { fromLocationId } = placesOfLine(document, line)
  if (document.kind !== 'ADJUSTMENT' || fromLocationId === null) return null
  return inBooks(db, { itemId: line.itemId, locationId: fromLocationId, lotId: line.lotId ?? undefined })
}

/** Without what a document of its kind does not have. */
function fittedHead(kind: DocumentKind, head: DocumentHead): DocumentHead {
  return {
    ...head, ...fittedPlaces(kind, head), issuedFor: kind === 'ISSUE' ? head.issuedFor ?? 'PRODUCTION' : null,
    partnerId: kind === 'RECEIPT' ? head.partnerId : null,
  }
}

function fittedLine<Line extends Omit<DocumentLineEntry, 'id' | 'version' | 'unitCost'>>(kind: DocumentKind, line: Line): Line {
  const isReceipt = kind === 'RECEIPT'
  return {
    ...line, ...fittedPlaces(kind, line), lotId: isReceipt ? null : line.lotId, workOrderId: mayNameWorkOrder(kind) ? line.workOrderId : null,
    supplierLot: isReceipt ? line.supplierLot : '', expiresOn: isReceipt ? line.expiresOn : null,
  }
}

function fittedPlaces(kind: DocumentKind, { fromLocationId, toLocationId }: Places): Places {
  return { fromLocationId: hasPlace(kind, 'fromLocationId') ? fromLocationId : null, toLocationId: hasPlace(kind, 'toLocationId') ? toLocationId : null }
}

function requireHead(context: CommandContext, head: DocumentHead): void {
  context.scope.everyone()
  requirePlaces(context, head)
  if (head.partnerId === null) return
  const { id, code, kind, isActive } = context.db.get('partner', head.partnerId)
  if (!isActive) throw new AppError('inactive', { entity: 'partner', id, code })
  if (kind === 'CUSTOMER') throw invalid('partnerId', 'purchasing.issues.not-a-vendor')
}

function requirePlaces({ db, scope }: CommandContext, places: Places): void {
  for (const field of ['fromLocationId', 'toLocationId'] as const) {
    const id = places[field]
    if (id !== null) scope.section(storeOf(db, id, field).sectionId)
  }
  if (places.fromLocationId !== null && places.fromLocationId === places.toLocationId) throw invalid('toLocationId', 'warehouse.issues.same-place')
}

type SoundLine = Places & Pick<DocumentLine, 'itemId' | 'lotId' | 'unitId' | 'quantity' | 'workOrderId'>

/** PL-21, as it was revised last. What leaves the factory, or is lost, is for none. Throws `foreign-section` besides. */
function requireWorkOrder({ db, scope }: CommandContext, { issuedFor }: Document, id: string): void {
  scope.section(openWorkOrder(db, newestOf(db, id)).sectionId)
  if (issuedFor !== null && issuedFor !== 'PRODUCTION') throw invalid('workOrderId', 'warehouse.issues.not-for-work')
}

function requireLine(context: CommandContext, document: Document, line: SoundLine): void {
  const { db } = context
  const item = db.get('item', line.itemId)
  if (item.kind === 'SERVICE') throw invalid('itemId', 'warehouse.issues.service')
  if (line.lotId !== null && db.get('stockLot', line.lotId).itemId !== item.id) throw invalid('lotId', 'warehouse.issues.other-lot')
  const { places } = db.get('unit', line.unitId)
  if (!fitsUnit(line.quantity, places)) throw invalid('quantity', 'masters.issues.unit-places', { places })
  if (document.kind !== 'ADJUSTMENT' && !isPositive(line.quantity)) throw invalid('quantity', 'not-positive')
  inItemUnit(db, line)
  requirePlaces(context, placesOfLine(document, line))
  if (line.workOrderId !== null) requireWorkOrder(context, document, line.workOrderId)
}

/** With its lines a document has a new version: whoever acts upon what they saw before is told. */
function touch(db: Writer, document: Document): Document {
  return db.update('stockDocument', document, { lineChanges: document.lineChanges + 1, sectionIds: sectionsOf(db, [document, ...rawLines(db, document.id)]) })
}

/** The sections of the places that are named, as they are kept. */
function sectionsOf(db: Reader, named: readonly Places[]): string {
  const ids = new Set(named.flatMap(({ fromLocationId, toLocationId }) => [fromLocationId, toLocationId]).filter(id => id !== null))
  return JSON.stringify([...new Set([...ids].map(id => db.get('location', id).sectionId).filter(id => id !== null))].sort())
}
