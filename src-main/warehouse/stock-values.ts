import { sql as raw, type SqlBool } from 'kysely'
import { addDecimals, isZero, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { addMoney, type Money } from '../../shared/core/money.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import { averageOf, type ValuationMethod } from '../../shared/warehouse/valuation.ts'
import type { SettingReader } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { isAmong } from '../masters/lookup.ts'
import { isSeen, type Sections } from './places.ts'
import { totalOf, valueOf } from './totals.ts'

/** By what the factory's stock is valued. */
export function methodInForce(settings: SettingReader): ValuationMethod {
  return settings.get(warehouseSettings.movingAverage) ? 'AVERAGE' : 'FIFO'
}

/** So much of an item stands at a place; without one, at all places together. `unitCost`: the item's own, where nothing better is known. */
export interface Standing { readonly itemId: string; readonly locationId?: string | undefined; readonly onHand: Decimal; readonly unitCost: Decimal | null }

/** Who asks for stock: `mine` are the sections whose places they see. */
export interface StockAsker { readonly db: Reader; readonly settings: SettingReader; readonly mine: Sections; readonly canSeeCost: boolean }

/** Each of the rows with what it is worth by the method in force; none where that is not known, or not for whoever asks. */
export function withValues<Row extends Standing>(
  { db, settings, mine, canSeeCost }: StockAsker, rows: readonly Row[],
): (Row & { readonly value: Money | null })[] {
  if (!canSeeCost) return rows.map(row => ({ ...row, value: null }))
  const items = JSON.stringify([...new Set(rows.map(({ itemId }) => itemId))])
  const value = methodInForce(settings) === 'AVERAGE' ? byAverage(db, items) : byLots(db, mine, items)
  return rows.map(row => ({ ...row, value: value(row) }))
}

function byAverage(db: Reader, items: string): (row: Standing) => Money | null {
  const costs = new Map(db.all(sql.selectFrom('itemCost').select(['itemId', 'quantity', 'worth'])
    .where(isAmong('itemId', items))).map(({ itemId, quantity, worth }) => [itemId, averageOf({ quantity, value: worth })]))
  return ({ itemId, onHand, unitCost }) => valueOf(costs.get(itemId) ?? unitCost, onHand)
}

/** What lies there at what each lot cost; what is owed, at the item's own cost. */
function byLots(db: Reader, mine: Sections, items: string): (row: Standing) => Money | null {
  const lots = db.all(sql.selectFrom('lotBalance').innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId')
    .innerJoin('location', 'location.id', 'lotBalance.locationId')
    .where(isAmong('lotBalance.itemId', items)).where(raw<SqlBool>`lotBalance.onHand <> 0`).where(isSeen('location', mine))
    .groupBy(['lotBalance.itemId', 'lotBalance.locationId', 'stockLot.unitCost'])
    .select(['lotBalance.itemId', 'lotBalance.locationId', 'stockLot.unitCost', totalOf(raw`lotBalance.onHand`).as('quantity')]))
  const byItem = Map.groupBy(lots, ({ itemId }) => itemId)
  return ({ itemId, locationId, onHand, unitCost }) => {
    const there = (byItem.get(itemId) ?? []).filter(lot => locationId === undefined || lot.locationId === locationId)
    const rest = subtractDecimals(onHand, there.reduce((sum, { quantity }) => addDecimals(sum, quantity), zero))
    const worths = [...there.map(lot => valueOf(lot.unitCost ?? unitCost, lot.quantity)), ...(isZero(rest) ? [] : [valueOf(unitCost, rest)])]
    return worths.length === 0 ? valueOf(unitCost, zero) : worths.reduce((sum, worth) => (sum === null || worth === null ? null : withinRange(() => addMoney(sum, worth))))
  }
}
