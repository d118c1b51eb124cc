import { sql as raw } from 'kysely'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { fromMinorUnits, type Money } from '../../shared/core/money.ts'
import { abcClassesOf } from '../../shared/warehouse/abc.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

const daysLookedAt = 365
/** A quantity and a cost have four places each, money has two. */
const productPerMinorUnit = 1_000_000

/** Puts every item into its class, by what was issued in a year and what it cost; answers how many changed. */
export function classifyItems(context: CommandContext): { changed: number } {
  const { db, settings, today } = context
  const moved = movedValues(db, addDays(today() as BusinessDay, -daysLookedAt))
  const classes = abcClassesOf(moved, { first: settings.get(warehouseSettings.abcFirst), second: settings.get(warehouseSettings.abcSecond) })
  const kept = new Map(db.all(sql.selectFrom('itemClass').selectAll()).map(row => [row.itemId, row]))
  let changed = 0
  for (const [itemId, abcClass] of classes) {
    const row = kept.get(itemId)
    const fresh = { abcClass, movedValue: moved.get(itemId)! }
    if (row?.abcClass === abcClass && row.movedValue === fresh.movedValue) continue
    if (row?.abcClass !== abcClass) changed += 1
    if (row) db.update('itemClass', row, fresh)
    else db.insert('itemClass', { itemId, ...fresh })
  }
  return { changed }
}

/** What of each item was issued since a day, less what came back, by the cost of its lots, else by its own. */
function movedValues(db: Reader, since: string): ReadonlyMap<string, Money> {
  const largest = Number.MAX_SAFE_INTEGER
  const rows = db.all(sql.selectFrom('item').leftJoin(
    sql.selectFrom('stockMove').innerJoin('location as source', 'source.id', 'stockMove.fromLocationId')
      .leftJoin('stockMoveLot', 'stockMoveLot.moveSeq', 'stockMove.seq')
      .innerJoin('item as moved', 'moved.id', 'stockMove.itemId')
      .where('stockMove.kind', '=', 'ISSUE').where('stockMove.postingDay', '>=', since).groupBy('stockMove.itemId')
      .select(['stockMove.itemId', raw<number>`sum(iif(source.kind = 'INTERNAL', 1.0, -1.0) * coalesce(stockMoveLot.quantity, stockMove.quantity)
        * coalesce(stockMoveLot.unitCost, moved.unitCost, 0)) / ${productPerMinorUnit}`.as('value')]).as('issued'), 'issued.itemId', 'item.id')
    .where('item.kind', '<>', 'SERVICE').select(['item.id', raw<number>`coalesce(issued.value, 0)`.as('value')]))
  return new Map(rows.map(({ id, value }) => [id, fromMinorUnits(Math.round(Math.min(Math.max(value, 0), largest)))]))
}
