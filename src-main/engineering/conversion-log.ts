import { sql as raw } from 'kysely'
import { compareDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { checks, ConversionEntry } from '../../shared/engineering/checks.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'

/** What was entered; what settles an entry is told with it. */
const entryRows = sql.selectFrom('conversionEntry')
  .innerJoin('section', 'section.id', 'conversionEntry.sectionId').innerJoin('item', 'item.id', 'conversionEntry.itemId')
  .leftJoin('item as component', 'component.id', 'conversionEntry.componentItemId')
  .innerJoin('unit', 'unit.id', 'conversionEntry.unitId')
  .innerJoin('unit as ownUnit', join => join.on('ownUnit.id', '=', raw<string>`coalesce(component.unitId, item.unitId)`))
  .innerJoin('user', 'user.id', 'conversionEntry.createdBy').leftJoin('conversionEntry as settling', 'settling.settles', 'conversionEntry.seq')
  .leftJoin('user as approver', join => join.on('approver.id', '=', raw<string>`coalesce(settling.approvedBy, conversionEntry.approvedBy)`))
  .leftJoin(
    'approvalRequest',
    join => join.on('approvalRequest.entity', '=', 'conversionEntry').on('approvalRequest.entityId', '=', raw<string>`cast(conversionEntry.seq as text)`),
  )
  .where('conversionEntry.settles', 'is', null)
  .select([
    'conversionEntry.seq', 'conversionEntry.at', 'conversionEntry.day', 'conversionEntry.sectionId', 'section.name as sectionName', 'conversionEntry.itemId',
    'item.code as itemCode',
    'item.name as itemName', 'conversionEntry.componentItemId', 'component.code as componentCode', 'component.name as componentName', 'conversionEntry.pieces',
    'conversionEntry.quantity', 'unit.code as unitCode',
    'conversionEntry.factor', 'ownUnit.code as ownUnitCode', 'conversionEntry.expected', 'conversionEntry.actual', 'conversionEntry.variancePercent',
    'conversionEntry.verdict', 'conversionEntry.efficiency',
    'conversionEntry.reason', 'conversionEntry.documentId', 'conversionEntry.documentNumber', 'user.fullName as createdByName',
    'approver.fullName as approvedByName', 'approvalRequest.id as requestId', 'approvalRequest.number as requestNumber', 'approvalRequest.status as requestStatus',
    'conversionEntry.approvedBy', 'conversionEntry.isByStores', 'settling.seq as settledBy',
  ])

export function listConversions(db: Reader, mine: 'all' | readonly string[], input: ParsedInputOf<typeof checks.listConversions>): Page<ConversionEntry> {
  const seen = mine === 'all' ? entryRows : entryRows.where('conversionEntry.sectionId', 'in', [...mine])
  const { rows, ...rest } = listPage(db, input, {
    query: narrowed(sql.with('entry', () => seen).selectFrom('entry').selectAll('entry'), input.filter, {
      verdict: 'entry.verdict', efficiency: 'entry.efficiency', itemId: 'entry.itemId', sectionId: 'entry.sectionId',
    }),
    columns: {
      at: 'entry.seq', itemName: textColumn('entry.itemName'), componentName: textColumn('entry.componentName'), variancePercent: 'entry.variancePercent',
      sectionName: textColumn('entry.sectionName'),
    },
    search: ['entry.documentNumber', 'entry.itemCode', 'entry.itemName', 'entry.componentCode', 'entry.componentName', 'entry.reason'],
    defaultSort: [{ column: 'at', descending: true }],
    id: 'entry.seq',
  })
  return { ...rest, rows: rows.map(row => ({ ...row, ...courseOf(db, row) })) }
}

interface Kept {
  readonly seq: number
  readonly documentId: string | null
  readonly componentItemId: string | null
  readonly actual: Decimal
  readonly verdict: ConversionEntry['verdict']
  /** Who had accepted it when it was entered. */
  readonly approvedBy: string | null
  readonly isByStores: boolean
  readonly settledBy: number | null
}
interface Logged extends Kept { readonly requestStatus: string | null; readonly requestNumber: string | null; readonly requestId: string | null }

/** What was asked for and what was posted on it tell one story: the one says how it went on, the other which request let it pass. */
function courseOf(db: Reader, row: Logged): Pick<ConversionEntry, 'course' | 'postedAt' | 'requestId' | 'requestNumber'> {
  const request = { requestId: row.requestId, requestNumber: row.requestNumber }
  if (!isAsked(row)) {
    const { requestId, requestNumber } = (row.approvedBy === null ? undefined : askedBefore(db, row)) ?? request
    return { course: 'POSTED', postedAt: null, requestId, requestNumber }
  }
  if (row.settledBy === null) return { ...request, course: row.requestStatus === 'PENDING' ? 'WAITING' : 'REFUSED', postedAt: null }
  const posted = postedOn(db, row)
  return { ...request, course: posted ? 'USED' : 'AGREED', postedAt: posted?.at ?? null }
}

/** What is far beyond the limits is posted only once somebody has accepted it, but by the stores: one that nobody had is the asking. */
function isAsked({ verdict, approvedBy, isByStores }: Pick<Kept, 'verdict' | 'approvedBy' | 'isByStores'>): boolean {
  return verdict === 'BLOCKED' && approvedBy === null && !isByStores
}

/** Of a material, for these work orders, the first first. */
function entriesFor(db: Reader, documentIds: readonly string[], componentItemId: string | null) {
  return db.all(sql.with('entry', () => entryRows.where('conversionEntry.documentId', 'in', documentIds).where('conversionEntry.componentItemId', '=', componentItemId))
    .selectFrom('entry').selectAll().orderBy('seq'))
}

/** The request that let it pass: the first that as much of it, or more, was accepted by, for the work order or for what it revises. */
function askedBefore(db: Reader, { seq, documentId, componentItemId, actual }: Kept) {
  return entriesFor(db, revisionsOf(db, documentId, 'before'), componentItemId)
    .find(entry => (isAsked(entry) || entry.isByStores) && entry.settledBy !== null && entry.settledBy < seq && compareDecimals(entry.actual, actual) >= 0)
}

function postedOn(db: Reader, asked: Kept) {
  return entriesFor(db, revisionsOf(db, asked.documentId, 'after'), asked.componentItemId)
    .find(entry => entry.approvedBy !== null && askedBefore(db, entry)?.seq === asked.seq)
}

/** A work order with those it revises, or with those that revise it. */
function revisionsOf(db: Reader, id: string | null, side: 'before' | 'after'): string[] {
  if (id === null) return []
  const { parentId } = db.get('workOrder', id)
  const next = side === 'before' ? parentId : (db.first(sql.selectFrom('workOrder').select('id').where('parentId', '=', id))?.id ?? null)
  return [id, ...revisionsOf(db, next, side)]
}
