import { sql as raw } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { checks, ConversionEntry } from '../../shared/engineering/checks.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'

/** What was entered; what settles an entry is told with it. */
const entryRows = sql.selectFrom('conversionEntry')
  .innerJoin('section', 'section.id', 'conversionEntry.sectionId').innerJoin('item', 'item.id', 'conversionEntry.itemId').leftJoin('item as component', 'component.id', 'conversionEntry.componentItemId')
  .innerJoin('unit', 'unit.id', 'conversionEntry.unitId').innerJoin('unit as ownUnit', join => join.on('ownUnit.id', '=', raw<string>`coalesce(component.unitId, item.unitId)`))
  .innerJoin('user', 'user.id', 'conversionEntry.createdBy').leftJoin('conversionEntry as settling', 'settling.settles', 'conversionEntry.seq')
  .leftJoin('user as approver', join => join.on('approver.id', '=', raw<string>`coalesce(settling.approvedBy, conversionEntry.approvedBy)`))
  .leftJoin('approvalRequest', join => join.on('approvalRequest.entity', '=', 'conversionEntry').on('approvalRequest.entityId', '=', raw<string>`cast(conversionEntry.seq as text)`))
  .where('conversionEntry.settles', 'is', null)
  .select([
    'conversionEntry.seq', 'conversionEntry.at', 'conversionEntry.day', 'conversionEntry.kind', 'conversionEntry.sectionId', 'section.name as sectionName', 'conversionEntry.itemId', 'item.code as itemCode',
    'item.name as itemName', 'conversionEntry.componentItemId', 'component.code as componentCode', 'component.name as componentName', 'conversionEntry.pieces', 'conversionEntry.quantity', 'unit.code as unitCode',
    'conversionEntry.factor', 'ownUnit.code as ownUnitCode', 'conversionEntry.expected', 'conversionEntry.actual', 'conversionEntry.variancePercent', 'conversionEntry.verdict', 'conversionEntry.efficiency',
    'conversionEntry.reason', 'conversionEntry.documentNumber', 'user.fullName as createdByName', 'approver.fullName as approvedByName', 'approvalRequest.id as requestId', 'approvalRequest.number as requestNumber',
  ])

/** Throws `not-found`. */
export function entryOf(db: Reader, seq: number): ConversionEntry {
  const entry = db.first(entryRows.where('conversionEntry.seq', '=', seq))
  if (!entry) throw new AppError('not-found', { entity: 'conversionEntry', id: String(seq) })
  return entry
}

export function listConversions(db: Reader, mine: 'all' | readonly string[], input: ParsedInputOf<typeof checks.listConversions>): Page<ConversionEntry> {
  const seen = mine === 'all' ? entryRows : entryRows.where('conversionEntry.sectionId', 'in', [...mine])
  return listPage(db, input, {
    query: narrowed(sql.with('entry', () => seen).selectFrom('entry').selectAll('entry'), input.filter, {
      kind: 'entry.kind', verdict: 'entry.verdict', efficiency: 'entry.efficiency', itemId: 'entry.itemId', sectionId: 'entry.sectionId',
    }),
    columns: { at: 'entry.seq', itemName: textColumn('entry.itemName'), componentName: textColumn('entry.componentName'), variancePercent: 'entry.variancePercent', sectionName: textColumn('entry.sectionName') },
    search: ['entry.itemCode', 'entry.itemName', 'entry.componentCode', 'entry.componentName', 'entry.reason'],
    defaultSort: [{ column: 'at', descending: true }],
    id: 'entry.seq',
  })
}
