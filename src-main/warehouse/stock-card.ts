import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import { addDecimals, isPositive, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { stock, StockCardRow } from '../../shared/warehouse/stock.ts'
import { countOf, listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { placesWithin } from '../engines/place-tree.ts'
import { isAmong } from '../masters/lookup.ts'
import { conditionsOf, isVisible, narrowedBy, placedMoves, seenMoves } from './move-lists.ts'
import { isSeen, type Sections } from './places.ts'
import { totalOf } from './totals.ts'

/** An item at the places looked at, of those that may be seen: one with all below it (`placesWithin`), or all that keep stock. */
export interface Looked { readonly itemId: string; readonly locationIds: readonly string[] | undefined; readonly mine: Sections }

/** Whether a location, by its table's name, is among the places looked at. */
function isWithin(location: string, { locationIds, mine }: Looked): RawBuilder<number> {
  if (locationIds !== undefined) return raw<number>`(${isAmong(`${location}.id`, JSON.stringify(locationIds))} and ${isSeen(location, mine)})`
  return raw<number>`(${raw.ref(`${location}.kind`)} = 'INTERNAL' and ${isSeen(location, mine)})`
}

function withinOf(db: Reader, locationId: string | undefined): readonly string[] | undefined {
  return locationId === undefined ? undefined : placesWithin(db, [locationId])
}

/** What a move changed there. */
export function changeOf(looked: Looked): RawBuilder<Decimal> {
  return raw<Decimal>`(${isWithin('toLocation', looked)} - ${isWithin('fromLocation', looked)}) * stockMove.quantity`
}

/** Every move that touches the places, hidden ones too: each counts in the balance. */
export function movesAt(looked: Looked) {
  return placedMoves.where('stockMove.itemId', '=', looked.itemId).where(touches(looked))
}

function touches(looked: Looked): RawBuilder<SqlBool> {
  return raw<SqlBool>`(${isWithin('fromLocation', looked)} or ${isWithin('toLocation', looked)})`
}

export function onHandNow(db: Reader, looked: Looked): Decimal {
  return db.one(sql.selectFrom('stockBalance').innerJoin('location', 'location.id', 'stockBalance.locationId')
    .where('stockBalance.itemId', '=', looked.itemId).where(raw<SqlBool>`${isWithin('location', looked)}`)
    .select(totalOf(raw`stockBalance.onHand`).as('onHand'))).onHand
}

export function stockCard(db: Reader, mine: Sections, input: ParsedInputOf<typeof stock.getStockCard>): Page<StockCardRow> {
  db.get('item', input.itemId)
  const { locationId, ...filter } = input.filter
  const looked = { itemId: input.itemId, locationIds: withinOf(db, locationId), mine }
  const conditions = conditionsOf({ ...filter, itemId: input.itemId })
  const { rows, ...rest } = listPage(db, input, {
    query: narrowedBy(conditions, seenMoves(mine).where(touches(looked)).select(changeOf(looked).as('change'))),
    count: countOf(narrowedBy(conditions, movesAt(looked).where(isVisible(mine)))),
    columns: { seq: 'stockMove.seq' },
    search: ['stockMove.documentNumber', 'stockMove.note', 'fromLocation.name', 'toLocation.name'],
    defaultSort: [{ column: 'seq', descending: true }],
    id: 'stockMove.seq',
  })
  const balances = balancesAfter(db, looked, rows.map(({ seq }) => seq), input.sort[0]?.descending ?? true)
  return { rows: rows.map(row => ({ ...row, balance: balances.get(row.seq)! })), ...rest }
}

/**
 * The balance after each of some moves, whatever was filtered out between them: counted back from today's balance where the newest
 * come first, and up from the first move where the oldest do, so that the first pages read few moves of however long a past.
 */
function balancesAfter(db: Reader, looked: Looked, seqs: readonly number[], newestFirst: boolean): ReadonlyMap<number, Decimal> {
  const balances = new Map<number, Decimal>()
  if (seqs.length === 0) return balances
  const [oldest, newest] = [Math.min(...seqs), Math.max(...seqs)]
  const sum = totalOf(changeOf(looked)).as('sum')
  const between = movesAt(looked).where('stockMove.seq', '>=', oldest).where('stockMove.seq', '<=', newest)
    .select(['stockMove.seq', changeOf(looked).as('change')])
  if (newestFirst) {
    let balance = subtractDecimals(onHandNow(db, looked), db.one(movesAt(looked).where('stockMove.seq', '>', newest).select(sum)).sum)
    for (const { seq, change } of db.all(between.orderBy('stockMove.seq', 'desc'))) {
      balances.set(seq, balance)
      balance = subtractDecimals(balance, change)
    }
  } else {
    let balance = db.one(movesAt(looked).where('stockMove.seq', '<', oldest).select(sum)).sum
    for (const { seq, change } of db.all(between.orderBy('stockMove.seq'))) balances.set(seq, (balance = addDecimals(balance, change)))
  }
  return balances
}

/** Counted back from today's balance too. */
export function stockHistory(
  db: Reader, mine: Sections, { itemId, locationId, fromDay }: ParsedInputOf<typeof stock.getStockHistory>,
): OutputOf<typeof stock.getStockHistory> {
  const looked = { itemId, locationIds: withinOf(db, locationId), mine }
  const change = changeOf(looked)
  const moved = db.all(movesAt(looked).where('stockMove.postingDay', '>=', fromDay)
    .select([
      'stockMove.postingDay as day', totalOf(raw`max(${change}, 0)`).as('came'), totalOf(raw`max(-(${change}), 0)`).as('went'),
    ])
    .groupBy('stockMove.postingDay').orderBy('day'))
  const opening = moved.reduce((left, { came, went }) => addDecimals(subtractDecimals(left, came), went), onHandNow(db, looked))
  let balance = opening
  const days = moved.map(({ day, came, went }) => {
    balance = subtractDecimals(addDecimals(balance, came), went)
    return { day, came, went, balance }
  })
  return { opening, days: days.filter(({ came, went }) => isPositive(came) || isPositive(went)) }
}
