import { sql as raw, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { moves, StockMove } from '../../shared/warehouse/moves.ts'
import type { Scope } from '../core/session.ts'
import { countOf, listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { placesWithin } from '../engines/place-tree.ts'
import { textColumn } from '../masters/lookup.ts'
import { isMine, type Sections } from './places.ts'
import { moveOf } from './stock.ts'

const moveRows = sql.selectFrom('stockMove')
  .innerJoin('item', 'item.id', 'stockMove.itemId')
  .innerJoin('unit', 'unit.id', 'item.unitId')
  .innerJoin('location as fromLocation', 'fromLocation.id', 'stockMove.fromLocationId')
  .innerJoin('location as toLocation', 'toLocation.id', 'stockMove.toLocationId')
  .innerJoin('user', 'user.id', 'stockMove.createdBy')
  .leftJoin('stockMove as reversal', 'reversal.reverses', 'stockMove.seq')
  .select([
    'stockMove.seq', 'stockMove.at', 'stockMove.postingDay', 'stockMove.kind', 'stockMove.itemId', 'item.code as itemCode', 'item.name as itemName',
    'unit.code as unitCode', 'unit.places as unitPlaces', 'stockMove.quantity', 'stockMove.fromLocationId', 'fromLocation.name as fromLocationName',
    'stockMove.toLocationId', 'toLocation.name as toLocationName', 'stockMove.documentEntity', 'stockMove.documentId', 'stockMove.documentNumber',
    'stockMove.reverses', 'reversal.seq as reversedBy', 'stockMove.note', 'stockMove.createdBy', 'user.fullName as createdByName',
  ])

/** Moves with no more than the places they lie between. */
export const placedMoves = sql.selectFrom('stockMove')
  .innerJoin('location as fromLocation', 'fromLocation.id', 'stockMove.fromLocationId')
  .innerJoin('location as toLocation', 'toLocation.id', 'stockMove.toLocationId')

/**
 * A section sees moves that touch a place of its own, and those that concern no section; not what others got, or their output took, from the factory's stores.
 */
export function isVisible(mine: Sections): RawBuilder<SqlBool> {
  if (mine === 'all') return raw<SqlBool>`1`
  return raw<SqlBool>`(${isMine('fromLocation', mine)} or ${isMine('toLocation', mine)}
    or (${raw.ref('fromLocation.sectionId')} is null and ${raw.ref('toLocation.sectionId')} is null and ${isOwnWork(mine)}))`
}

/** Whether no other section's work order took it. */
function isOwnWork(mine: readonly string[]): RawBuilder<SqlBool> {
  return raw<SqlBool>`(${raw.ref('stockMove.documentEntity')} is not 'workOrder'
    or exists (select 1 from workOrder where workOrder.id = ${raw.ref('stockMove.documentId')} and ${isMine('workOrder', mine)}))`
}

/** The moves that the list of moves shows. */
export function seenMoves(mine: Sections): typeof moveRows {
  return moveRows.where(isVisible(mine))
}

/** Throws `not-found`, and `foreign-section` for a move that the list of moves hides. */
export function requireSeenMove({ db, scope }: { readonly db: Reader; readonly scope: Scope }, seq: number): void {
  const move = moveOf(db, seq)
  const sections = [move.fromLocationId, move.toLocationId].map(id => db.get('location', id).sectionId)
  const query = placedMoves.where('stockMove.seq', '=', seq).where(isVisible(scope.mine())).select('stockMove.seq')
  if (!db.first(query)) throw new AppError('foreign-section', { sectionId: sections.find(id => id !== null) })
}

export function listMoves(db: Reader, mine: Sections, input: ParsedInputOf<typeof moves.listMoves>): Page<StockMove> {
  const { locationId, ...filter } = input.filter
  const conditions = conditionsOf({ ...filter, locationIds: locationId === undefined ? undefined : placesWithin(db, [locationId]) })
  return listPage(db, input, {
    query: narrowedBy(conditions, seenMoves(mine)),
    count: countOf(narrowedBy(conditions, mine === 'all' ? sql.selectFrom('stockMove') : placedMoves.where(isVisible(mine)))),
    columns: { seq: 'stockMove.seq', itemCode: textColumn('item.code'), itemName: textColumn('item.name'), quantity: 'stockMove.quantity' },
    search: ['item.code', 'item.name', 'stockMove.documentNumber', 'stockMove.note'],
    defaultSort: [{ column: 'seq', descending: true }],
    id: 'stockMove.seq',
  })
}

type MoveFilter = Omit<ParsedInputOf<typeof moves.listMoves>['filter'], 'locationId'> & { readonly locationIds: readonly string[] | undefined }

/** As conditions on `stockMove` alone. */
export function conditionsOf({ seq, itemId, locationIds, documentId, createdBy, lotId, kind, fromDay, toDay }: Partial<MoveFilter>): RawBuilder<SqlBool>[] {
  return [
    seq !== undefined && raw<SqlBool>`stockMove.seq = ${seq}`,
    lotId !== undefined && raw<SqlBool>`stockMove.seq in (select moveSeq from stockMoveLot where lotId = ${lotId})`,
    itemId !== undefined && raw<SqlBool>`stockMove.itemId = ${itemId}`,
    documentId !== undefined && raw<SqlBool>`stockMove.documentId = ${documentId}`,
    createdBy !== undefined && raw<SqlBool>`stockMove.createdBy = ${createdBy}`,
    // The plus keeps the order of the ledger: a busy place's moves are not sorted for a page of them.
    locationIds !== undefined && raw<SqlBool>`(+stockMove.fromLocationId in ${listed(locationIds)} or +stockMove.toLocationId in ${listed(locationIds)})`,
    kind !== undefined && raw<SqlBool>`stockMove.kind = ${kind}`,
    fromDay !== undefined && raw<SqlBool>`stockMove.postingDay >= ${fromDay}`,
    toDay !== undefined && raw<SqlBool>`stockMove.postingDay <= ${toDay}`,
  ].filter(condition => condition !== false)
}

function listed(ids: readonly string[]): RawBuilder<unknown> {
  return raw`(select value from json_each(${JSON.stringify(ids)}))`
}

export function narrowedBy<DB, TB extends keyof DB, Row>(
  conditions: readonly RawBuilder<SqlBool>[], query: SelectQueryBuilder<DB, TB, Row>,
): SelectQueryBuilder<DB, TB, Row> {
  return conditions.reduce((narrower, condition) => narrower.where(condition), query)
}
