import { sql as raw, type SqlBool } from 'kysely'
import { isZero, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { multiplyRationals, rational, toDecimal } from '../../shared/core/rational.ts'
import type { checks, UnitEntry } from '../../shared/engineering/checks.ts'
import { varianceOf } from '../../shared/engineering/gates.ts'
import type { CommandContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { inItemUnit, openUnits } from './conversions.ts'

/** A line of a document as it is posted: so much in `unitId`, at `locationId`, where its goods come to or are. */
export interface UnitPosting {
  readonly itemId: string; readonly unitId: string; readonly quantity: Decimal; readonly locationId: string | null
  readonly documentEntity: 'purchaseReceipt' | 'stockDocument'; readonly documentId: string; readonly documentNumber: string
  readonly approvedBy: string | null
}

/** So much in the item's unit, as `inItemUnit`; where that is another one, what it went by is kept (BM-7). The caller declares `unitEntry`. */
export function postInItemUnit({ db, session, today }: CommandContext, { locationId, ...line }: UnitPosting): Decimal {
  const actual = inItemUnit(db, line)
  const { unitId } = db.get('item', line.itemId)
  if (line.unitId === unitId) return actual
  const factor = openUnits(db).factor(line.itemId, line.unitId, unitId)
  const exact = multiplyRationals(rational(line.quantity), factor)
  db.append('unitEntry', {
    ...line, day: today(), sectionId: locationId === null ? null : db.get('location', locationId).sectionId, factor: `${factor.numerator}/${factor.denominator}`, expected: toDecimal(exact, 'half-up'), actual,
    variancePercent: isZero(line.quantity) ? zero : toDecimal(varianceOf(rational(actual), exact), 'half-up'), createdBy: session.userId,
  })
  return actual
}

const unitRows = sql.selectFrom('unitEntry').innerJoin('item', 'item.id', 'unitEntry.itemId').innerJoin('unit as ownUnit', 'ownUnit.id', 'item.unitId')
  .innerJoin('unit', 'unit.id', 'unitEntry.unitId').innerJoin('user', 'user.id', 'unitEntry.createdBy').leftJoin('section', 'section.id', 'unitEntry.sectionId')
  .leftJoin('user as approver', 'approver.id', 'unitEntry.approvedBy')
  .leftJoin('purchaseReceipt', 'purchaseReceipt.id', 'unitEntry.documentId').leftJoin('stockDocument', 'stockDocument.id', 'unitEntry.documentId')
  .select([
    'unitEntry.seq', 'unitEntry.at', 'unitEntry.day', 'unitEntry.sectionId', 'section.name as sectionName', 'unitEntry.itemId', 'item.code as itemCode', 'item.name as itemName',
    'unitEntry.quantity', 'unit.code as unitCode', 'unitEntry.factor', 'unitEntry.expected', 'unitEntry.actual', 'ownUnit.code as ownUnitCode', 'unitEntry.variancePercent',
    'unitEntry.documentEntity', 'unitEntry.documentId', 'unitEntry.documentNumber', 'user.fullName as createdByName', 'approver.fullName as approvedByName',
    raw<boolean>`coalesce(purchaseReceipt.status, stockDocument.status) = 'REVERSED'`.as('isReversed'),
  ])

/** What was posted at places of the whole factory everybody sees, what at a section's own who may see that. */
export function listUnitEntries(db: Reader, mine: 'all' | readonly string[], input: ParsedInputOf<typeof checks.listUnitEntries>): Page<UnitEntry> {
  const seen = unitRows.where(eb => (mine === 'all' ? raw<SqlBool>`1` : eb.or([eb('unitEntry.sectionId', 'is', null), eb('unitEntry.sectionId', 'in', [...mine])])))
  return listPage(db, input, {
    query: narrowed(sql.with('entry', () => seen).selectFrom('entry').selectAll('entry'), input.filter, { itemId: 'entry.itemId', sectionId: 'entry.sectionId' }),
    columns: { at: 'entry.seq', itemName: textColumn('entry.itemName'), sectionName: textColumn('entry.sectionName'), variancePercent: 'entry.variancePercent' },
    search: ['entry.documentNumber', 'entry.itemCode', 'entry.itemName'],
    defaultSort: [{ column: 'at', descending: true }],
    id: 'entry.seq',
  })
}
