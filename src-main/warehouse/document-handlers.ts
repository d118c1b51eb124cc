import type { stockDocuments } from '../../shared/warehouse/documents.ts'
import type { Handlers } from '../core/handlers.ts'
import { printPaper } from '../documents/paper.ts'
import { documentPaper } from './document-paper.ts'
import { postDocument, reverseDocument } from './document-posting.ts'
import { documentDetail, documentOf, findLots, linesOf, listDocuments, matchLots, requireSeenDocument } from './document-rows.ts'
import { createDocument, deleteDocument, removeLine, saveLines, updateDocument } from './documents.ts'
import { requireSeenPlace } from './places.ts'

export const documentHandlers: Handlers<typeof stockDocuments> = {
  listStockDocuments({ db, scope }, input) {
    requireSeenPlace({ db, scope }, input.filter.locationId)
    return listDocuments(db, scope.mine(), input)
  },
  getStockDocument: (context, { id }) => documentDetail(context, id),

  createStockDocument: (context, entry) => documentOf(context.db, createDocument(context, entry).id),
  updateStockDocument: (context, { id, version, ...head }) => documentOf(context.db, updateDocument(context, { id, version }, head).id),
  saveStockDocumentLines(context, { documentId, lines }) {
    const ids = saveLines(context, documentId, lines)
    const kept = new Map(linesOf(context.db, context.scope.mine(), documentId).map(line => [line.id, line]))
    return ids.map(id => kept.get(id)!)
  },
  removeStockDocumentLine: (context, at) => documentOf(context.db, removeLine(context, at).id),
  deleteStockDocument: (context, at) => ({ number: deleteDocument(context, at).number }),
  postStockDocument(context, at) {
    const { document, request } = postDocument(context, at)
    return { document: documentOf(context.db, document.id), request }
  },
  reverseStockDocument: (context, { reason, ...at }) => documentOf(context.db, reverseDocument(context, at, reason).id),

  async printStockDocument(context, { id, language }) {
    const { number } = context.db.get('stockDocument', id)
    requireSeenDocument(context.scope, context.db.get('stockDocument', id))
    return printPaper(context, await documentPaper(context, id, language ?? context.session.language), number)
  },

  findStockLots({ db, scope }, input) {
    scope.everyone()
    return findLots(db, input)
  },
  matchStockLots({ db, scope }, { texts }) {
    scope.everyone()
    return matchLots(db, texts)
  },
}
