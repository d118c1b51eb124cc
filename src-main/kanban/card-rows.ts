import { sql as raw } from 'kysely'
import type { Card } from '../../shared/kanban/cards.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** Cards with the names a person reads; `priorityRank` grows with the urgency. */
export const cardRows = sql.selectFrom('kanbanCard')
  .innerJoin('section', 'section.id', 'kanbanCard.sectionId')
  .innerJoin('item', 'item.id', 'kanbanCard.itemId')
  .innerJoin('unit', 'unit.id', 'item.unitId')
  .innerJoin('user as requester', 'requester.id', 'kanbanCard.requestedBy')
  .leftJoin('user as approver', 'approver.id', 'kanbanCard.approvedBy')
  .leftJoin('user as completer', 'completer.id', 'kanbanCard.completedBy')
  .leftJoin('user as canceller', 'canceller.id', 'kanbanCard.cancelledBy')
  .select([
    'kanbanCard.id', 'kanbanCard.version', 'kanbanCard.number', 'kanbanCard.createdAt', 'kanbanCard.status', 'kanbanCard.priority',
    'kanbanCard.sectionId',
    'section.code as sectionCode', 'section.name as sectionName', 'kanbanCard.itemId', 'item.code as itemCode', 'item.name as itemName',
    'unit.code as unitCode', 'unit.places as unitPlaces', 'kanbanCard.quantity', 'kanbanCard.fulfilled', 'kanbanCard.neededBy', 'kanbanCard.notes',
    'kanbanCard.isAutomatic', 'kanbanCard.reorderPoint', 'kanbanCard.requestedBy', 'requester.fullName as requestedByName',
    'approver.fullName as approvedByName', 'kanbanCard.approvedAt', 'completer.fullName as completedByName', 'kanbanCard.completedAt',
    'canceller.fullName as cancelledByName', 'kanbanCard.cancelledAt', 'kanbanCard.cancelReason', 'kanbanCard.workOrderId',
    raw<number>`case kanbanCard.priority when 'URGENT' then 3 when 'HIGH' then 2 when 'NORMAL' then 1 else 0 end`.as('priorityRank'),
  ])

/** Throws `not-found`. */
export function cardOf(db: Reader, id: string): Card {
  db.get('kanbanCard', id)
  return db.one(cardRows.where('kanbanCard.id', '=', id))
}
