import { sql as raw } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { WorkOrderRequest } from '../../shared/warehouse/work-orders.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { isSeenDocument } from './document-rows.ts'
import type { Sections } from './places.ts'
import { revisionsBefore } from './work-order-stock.ts'

/**
 * What asks for goods for a work order, or moves them for it, also for what it revises; the newest first. Documents that touch other sections' places alone are
 * not shown, as their list does not show them.
 */
export function requestsFor(db: Reader, mine: Sections, workOrderId: string): WorkOrderRequest[] {
  const { sectionId, ...workOrder } = db.get('workOrder', workOrderId)
  const revisions = revisionsBefore(db, workOrder)
  const [ids, numbers] = [revisions.map(({ id }) => id), revisions.map(({ number }) => number)]
  const ownRequisitions = requisitions.where('requisition.workOrderNumber', 'in', numbers).where('requisition.sectionId', '=', sectionId)
  const seenDocuments = documentsFor(ids, sectionId).where(isSeenDocument(mine))
  return [
    ...db.all(cards.where('kanbanCard.workOrderId', 'in', ids)).map(card => ({ ...card, entity: 'kanbanCard' as const })),
    ...db.all(ownRequisitions).map(line => ({ ...line, entity: 'requisition' as const })),
    ...db.all(seenDocuments).map(line => ({ ...line, entity: 'stockDocument' as const })),
  ].toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
}

const ofItem = ['item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode', 'unit.places as unitPlaces'] as const

const cards = sql.selectFrom('kanbanCard').innerJoin('item', 'item.id', 'kanbanCard.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
  .select(['kanbanCard.id', 'kanbanCard.number', 'kanbanCard.status', 'kanbanCard.createdAt', 'kanbanCard.quantity', ...ofItem])
  .select('kanbanCard.fulfilled as delivered')

const requisitions = sql.selectFrom('requisitionLine').innerJoin('requisition', 'requisition.id', 'requisitionLine.requisitionId')
  .innerJoin('item', 'item.id', 'requisitionLine.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
  .select(['requisition.id', 'requisition.number', 'requisition.status', 'requisition.createdAt', 'requisitionLine.quantity', ...ofItem])
  .select('requisitionLine.issued as delivered')

/**
 * Those that are for production, in the unit they were entered in. Given is what its move really carried for the work order; what went from its section's store
 * back to another is given back, and less than nothing.
 */
const documentsFor = (ids: readonly string[], sectionId: string) => sql.selectFrom('stockDocumentLine')
  .innerJoin('stockDocument', 'stockDocument.id', 'stockDocumentLine.documentId')
  .innerJoin('item', 'item.id', 'stockDocumentLine.itemId').innerJoin('unit', 'unit.id', 'stockDocumentLine.unitId')
  .leftJoin('stockMove', 'stockMove.seq', 'stockDocumentLine.moveSeq')
  .leftJoin('location as fromPlace', 'fromPlace.id', 'stockMove.fromLocationId').leftJoin('location as toPlace', 'toPlace.id', 'stockMove.toLocationId')
  .where('stockDocumentLine.workOrderId', 'in', [...ids])
  .where(({ or, eb }) => or([eb('stockDocument.issuedFor', 'is', null), eb('stockDocument.issuedFor', '=', 'PRODUCTION')]))
  .select(['stockDocument.id', 'stockDocument.number', 'stockDocument.status', 'stockDocument.createdAt', 'stockDocumentLine.quantity', ...ofItem])
  .select(raw<Decimal>`case
    when stockDocument.status <> 'POSTED' or stockMove.workOrderId is null then 0
    when fromPlace.sectionId = ${sectionId} and toPlace.kind = 'INTERNAL' and toPlace.sectionId is not ${sectionId} then -stockDocumentLine.quantity
    else stockDocumentLine.quantity end`.as('delivered'))
