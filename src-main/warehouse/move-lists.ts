import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import { addDecimals, isPositive, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { moves, StockMove } from '../../shared/warehouse/moves.ts'
import type { stock, StockCardRow } from '../../shared/warehouse/stock.ts'
import type { Scope } from '../core/session.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { textColumn } from '../masters/lookup.ts'
import { isMine, isSeen, type Sections } from './places.ts'
import { moveOf } from './stock.ts'
import { totalOf } from './totals.ts'

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

/** A section sees moves that touch a place of its own, and those that concern no section; not what others got from the factory's stores. */
function isVisible(mine: Sections): RawBuilder<SqlBool> {
  if (mine === 'all') return raw<SqlBool>`1`
  return raw<SqlBool>`(${isMine('fromLocation', mine)} or ${isMine('toLocation', mine)}
    or (${raw.ref('fromLocation.sectionId')} is null and ${raw.ref('toLocation.sectionId')} is null))`
}

/** The moves that the list of moves shows. */
export function seenMoves(mine: Sections): typeof moveRows {
  return moveRows.where(isVisible(mine))
}

/** Throws `not-found`, and `foreign-section` for a move that the list of moves hides. */
export function requireSeenMove({ db, scope }: { readonly db: Reader; readonly scope: Scope }, seq: number): void {
  const move = moveOf(db, seq)
  const sections = [move.fromLocationId, move.toLocationId].map(id => db.get('location', id).sectionId)
  const query = sql.selectFrom('stockMove')
    .innerJoin('location as fromLocation', 'fromLocation.id', 'stockMove.fromLocationId')
    .innerJoin('location as toLocation', 'toLocation.id', 'stockMove.toLocationId')
    .where('stockMove.seq', '=', seq).where(isVisible(scope.mine())).select('stockMove.seq')
  if (!db.first(query)) throw new AppError('foreign-section', { sectionId: sections.find(id => id !== null) })
}

export function listMoves(db: Reader, mine: Sections, input: ParsedInputOf<typeof moves.listMoves>): Page<StockMove> {
  const conditions = conditionsOf(input.filter)
  const isBareCount = input.total && input.search === ''
  const page = listPage(db, { ...input, total: input.total && !isBareCount }, {
    query: conditions.reduce((narrower, condition) => narrower.where(condition), seenMoves(mine)),
    columns: { seq: 'stockMove.seq', itemCode: textColumn('item.code'), itemName: textColumn('item.name'), quantity: 'stockMove.quantity' },
    search: ['item.code', 'item.name', 'stockMove.documentNumber', 'stockMove.note'],
    defaultSort: [{ column: 'seq', descending: true }],
    id: 'stockMove.seq',
  })
  return isBareCount ? { ...page, total: countMoves(db, mine, conditions) } : page
}

type MoveFilter = ParsedInputOf<typeof moves.listMoves>['filter']

function conditionsOf({ seq, itemId, locationId, documentId, createdBy, kind, fromDay, toDay }: MoveFilter): RawBuilder<SqlBool>[] {
  return [
    seq !== undefined && raw<SqlBool>`stockMove.seq = ${seq}`,
    itemId !== undefined && raw<SqlBool>`stockMove.itemId = ${itemId}`,
    documentId !== undefined && raw<SqlBool>`stockMove.documentId = ${documentId}`,
    createdBy !== undefined && raw<SqlBool>`stockMove.createdBy = ${createdBy}`,
    locationId !== undefined && raw<SqlBool>`(stockMove.fromLocationId = ${locationId} or stockMove.toLocationId = ${locationId})`,
    kind !== undefined && raw<SqlBool>`stockMove.kind = ${kind}`,
    fromDay !== undefined && raw<SqlBool>`stockMove.postingDay >= ${fromDay}`,
    toDay !== undefined && raw<SqlBool>`stockMove.postingDay <= ${toDay}`,
  ].filter(condition => condition !== false)
}

/** Without the names that only a shown row needs: the ledger grows by thousands a day, and every page asks how many there are. */
function countMoves(db: Reader, mine: Sections, conditions: readonly RawBuilder<SqlBool>[]): number {
  const count = raw<number>`count(*)`.as('count')
  const all = conditions.reduce((narrower, condition) => narrower.where(condition), sql.selectFrom('stockMove').select(count))
  if (mine === 'all') return db.one(all).count
  return db.one(all
    .innerJoin('location as fromLocation', 'fromLocation.id', 'stockMove.fromLocationId')
    .innerJoin('location as toLocation', 'toLocation.id', 'stockMove.toLocationId')
    .where(isVisible(mine))).count
}

/** Whether a side of the move is among the places looked at: one, or all that keep stock and may be seen. */
function isWithin(side: 'fromLocation' | 'toLocation', locationId: string | undefined, mine: Sections): RawBuilder<number> {
  if (locationId !== undefined) return raw<number>`(${raw.ref(`${side}.id`)} = ${locationId})`
  return raw<number>`(${raw.ref(`${side}.kind`)} = 'INTERNAL' and ${isSeen(side, mine)})`
}

/**
 * The balance is summed up over all moves of the item before any filter, so that it is right on every row. A hidden move
 * (`isVisible`) counts in it too.
 */
export function stockCard(db: Reader, mine: Sections, input: ParsedInputOf<typeof stock.getStockCard>): Page<StockCardRow> {
  db.get('item', input.itemId)
  const { locationId, kind, fromDay, toDay } = input.filter
  const [from, to] = [isWithin('fromLocation', locationId, mine), isWithin('toLocation', locationId, mine)]
  const change = raw`${to} * stockMove.quantity - ${from} * stockMove.quantity`
  let query = sql
    .with('entry', () => moveRows
      .where('stockMove.itemId', '=', input.itemId)
      .where(raw<SqlBool>`(${from} or ${to})`)
      .select([
        raw<Decimal>`${change}`.as('change'), raw<Decimal>`sum(${change}) over (order by stockMove.seq)`.as('balance'), isVisible(mine).as('canSee'),
      ]))
    .selectFrom('entry')
    .selectAll('entry')
    .where('entry.canSee', '=', true)
  if (kind !== undefined) query = query.where('entry.kind', '=', kind)
  if (fromDay !== undefined) query = query.where('entry.postingDay', '>=', fromDay)
  if (toDay !== undefined) query = query.where('entry.postingDay', '<=', toDay)
  return listPage(db, input, {
    query,
    columns: { seq: 'entry.seq' },
    search: ['entry.documentNumber', 'entry.note', 'entry.fromLocationName', 'entry.toLocationName'],
    defaultSort: [{ column: 'seq', descending: true }],
    id: 'entry.seq',
  })
}

export function stockHistory(
  db: Reader, mine: Sections, { itemId, locationId, fromDay }: ParsedInputOf<typeof stock.getStockHistory>,
): OutputOf<typeof stock.getStockHistory> {
  const [from, to] = [isWithin('fromLocation', locationId, mine), isWithin('toLocation', locationId, mine)]
  const relevant = sql.selectFrom('stockMove')
    .innerJoin('location as fromLocation', 'fromLocation.id', 'stockMove.fromLocationId')
    .innerJoin('location as toLocation', 'toLocation.id', 'stockMove.toLocationId')
    .where('stockMove.itemId', '=', itemId)
  const sums = [
    totalOf(raw`stockMove.quantity * (${to} and not ${from})`).as('came'),
    totalOf(raw`stockMove.quantity * (${from} and not ${to})`).as('went'),
  ] as const
  const before = db.one(relevant.where('stockMove.postingDay', '<', fromDay).select(sums))
  const opening = subtractDecimals(before.came, before.went)
  const after = relevant.where('stockMove.postingDay', '>=', fromDay)
    .select(['stockMove.postingDay as day', ...sums]).groupBy('stockMove.postingDay').orderBy('day')
  let balance = opening
  const days = db.all(after).map(({ day, came, went }) => {
    balance = subtractDecimals(addDecimals(balance, came), went)
    return { day, came, went, balance }
  })
  return { opening, days: days.filter(({ came, went }) => isPositive(came) || isPositive(went)) }
}
