import { sql as raw } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { ItemRequisition, requisitions } from '../../shared/warehouse/requisitions.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { isMine, type Sections } from './places.ts'

const isOpen = raw<boolean>`(requisition.status in ('PENDING', 'APPROVED') and requisitionLine.issued < requisitionLine.quantity)`

const rows = sql.selectFrom('requisitionLine')
  .innerJoin('requisition', 'requisition.id', 'requisitionLine.requisitionId')
  .innerJoin('section', 'section.id', 'requisition.sectionId')
  .innerJoin('user as requester', 'requester.id', 'requisition.requestedBy')
  .innerJoin('item', 'item.id', 'requisitionLine.itemId')
  .innerJoin('unit', 'unit.id', 'item.unitId')
  .select([
    'requisitionLine.id', 'requisitionLine.requisitionId', 'requisitionLine.itemId', 'requisition.number', 'requisition.status', 'section.name as sectionName',
    'requisition.neededBy',
    'requester.fullName as requestedByName', 'unit.code as unitCode', 'unit.places as unitPlaces', 'requisitionLine.quantity', 'requisitionLine.issued',
    isOpen.as('isOpen'),
  ])

export function listItemRequisitions(db: Reader, mine: Sections, input: ParsedInputOf<typeof requisitions.listItemRequisitions>): Page<ItemRequisition> {
  const seen = mine === 'all' ? rows : rows.where(isMine('requisition', mine))
  return listPage(db, input, {
    query: narrowed(sql.with('entry', () => seen).selectFrom('entry').selectAll('entry'), input.filter, { itemId: 'entry.itemId', isOpen: 'entry.isOpen' }),
    columns: { isOpen: 'entry.isOpen', number: 'entry.number', sectionName: textColumn('entry.sectionName'), neededBy: 'entry.neededBy' },
    search: ['entry.number', 'entry.sectionName'],
    defaultSort: [{ column: 'isOpen', descending: true }, { column: 'neededBy', descending: true }],
    id: 'entry.id',
  })
}
