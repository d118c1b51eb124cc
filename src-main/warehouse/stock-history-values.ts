import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import { addDecimals, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { addMoney, type Money } from '../../shared/core/money.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import type { ValuationMethod } from '../../shared/warehouse/valuation.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { totalOf, valueOf } from './totals.ts'

/** So much of an item at one cost. */
export interface Share { readonly itemId: string; readonly unitCost: Decimal | null; readonly quantity: Decimal }
export type Shares = ReadonlyMap<string, readonly Share[]>
/** Whether the location of this table name is among those looked at. */
export type Seen = (place: string) => RawBuilder<SqlBool>

/** What stood there at the end of a day, each share at its cost by the method. */
export function closingShares(db: Reader, method: ValuationMethod, day: string, seen: Seen): Shares {
  return method === 'FIFO' ? lotsAt(db, day, seen) : averagesAt(db, day, seen)
}

/** What an item was worth at the end of a day; `own` is its own cost, where nothing better is known. */
export function closingValues(db: Reader, method: ValuationMethod, day: string, seen: Seen): (itemId: string, own: Decimal | null) => Money | null {
  const shares = closingShares(db, method, day, seen)
  return (itemId, own) => worthOf(shares.get(itemId) ?? [], own)
}

export function amountOf(shares: readonly Share[]): Decimal {
  return shares.reduce((sum, { quantity: share }) => addDecimals(sum, share), zero)
}

/** The item's own cost stands in where a lot's is not known; none where one of the shares cannot be valued. */
export function worthOf(shares: readonly Share[], own: Decimal | null): Money | null {
  return shares.reduce<Money | null>((sum, { unitCost, quantity: share }) => {
    const worth = valueOf(unitCost ?? own, share)
    return sum === null || worth === null ? null : withinRange(() => addMoney(sum, worth))
  }, 0 as Money)
}

export function byItem(shares: readonly Share[]): Shares {
  const lists = new Map<string, Share[]>()
  for (const share of shares) lists.set(share.itemId, [...(lists.get(share.itemId) ?? []), share])
  return lists
}

export const placedParts = sql.selectFrom('stockMoveLot').innerJoin('stockMove', 'stockMove.seq', 'stockMoveLot.moveSeq')
  .innerJoin('stockLot', 'stockLot.id', 'stockMoveLot.lotId')
  .innerJoin('location as source', 'source.id', 'stockMove.fromLocationId').innerJoin('location as target', 'target.id', 'stockMove.toLocationId')

/** Lots by their own costs, counted back from today's, so that only the moves since are read. */
function lotsAt(db: Reader, day: string, seen: Seen): Shares {
  const now = db.all(sql.selectFrom('lotBalance').innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId')
    .innerJoin('location', 'location.id', 'lotBalance.locationId')
    .where(seen('location')).groupBy(['lotBalance.itemId', 'stockLot.unitCost'])
    .select(['lotBalance.itemId', 'stockLot.unitCost', totalOf(raw`lotBalance.onHand`).as('quantity')]))
  const since = db.all(placedParts.where('stockMove.postingDay', '>', day).where(raw<SqlBool>`${seen('source')} <> ${seen('target')}`)
    .groupBy(['stockMove.itemId', 'stockLot.unitCost'])
    .select(['stockMove.itemId', 'stockLot.unitCost', totalOf(raw`iif(${seen('target')}, -1, 1) * stockMoveLot.quantity`).as('quantity')]))
  return byItem(merged([...now, ...since]))
}

function averagesAt(db: Reader, day: string, seen: Seen): Shares {
  const now = db.all(sql.selectFrom('stockBalance').innerJoin('location', 'location.id', 'stockBalance.locationId').where(seen('location'))
    .groupBy('stockBalance.itemId')
    .select(['stockBalance.itemId', totalOf(raw`stockBalance.onHand`).as('quantity')]))
  const since = new Map(db.all(sql.selectFrom('stockMove').innerJoin('location as source', 'source.id', 'stockMove.fromLocationId')
    .innerJoin('location as target', 'target.id', 'stockMove.toLocationId')
    .where('stockMove.postingDay', '>', day).where(raw<SqlBool>`${seen('source')} <> ${seen('target')}`).groupBy('stockMove.itemId')
    .select(['stockMove.itemId', totalOf(raw`iif(${seen('target')}, 1, -1) * quantity`).as('change')])).map(({ itemId, change }) => [itemId, change]))
  const averages = new Map(db.all(sql.selectFrom('stockMove').select(['itemId', 'averageCost'])
    .where('seq', 'in', sql.selectFrom('stockMove').where('postingDay', '<=', day).where('averageCost', 'is not', null).groupBy('itemId')
    .select(({ fn }) => fn.max('seq').as('seq'))))
    .map(({ itemId, averageCost }) => [itemId, averageCost]))
  return byItem(
    now.map(({ itemId, quantity: held }) => ({ itemId, unitCost: averages.get(itemId) ?? null, quantity: subtractDecimals(held, since.get(itemId) ?? zero) })),
  )
}

function merged(shares: readonly Share[]): Share[] {
  const sums = new Map<string, Share>()
  for (const share of shares) {
    const key = `${share.itemId} ${share.unitCost ?? ''}`
    sums.set(key, { ...share, quantity: addDecimals(sums.get(key)?.quantity ?? zero, share.quantity) })
  }
  return [...sums.values()]
}
