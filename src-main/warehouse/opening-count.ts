import type { Selectable } from 'kysely'
import { zero } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CountedLine, Opening } from '../../shared/warehouse/opening-count.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { LocationTable } from '../database/tables.ts'
import { eachRow, type Place } from '../engines/each-row.ts'
import { updateItem } from '../masters/items.ts'
import { isAmong } from '../masters/lookup.ts'
import { openingsAt, openOpenings } from './opening.ts'
import { invalid } from './refusals.ts'

/** What the books say of these items at one place, in no order; what is not there is left out. */
export function listOpenings(db: Reader, locationId: string, itemIds: readonly string[]): Opening[] {
  const openings = openingsAt(db, locationId, itemIds)
  const items = sql.selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId')
    .leftJoin('stockBalance', join => join.onRef('stockBalance.itemId', '=', 'item.id').on('stockBalance.locationId', '=', locationId))
    .where(isAmong('item.id', JSON.stringify(itemIds)))
    .select([
      'item.id as itemId', 'item.code as itemCode', 'item.name as itemName', 'item.version as itemVersion', 'item.unitCost',
      'unit.code as unitCode', 'unit.places as unitPlaces', 'stockBalance.onHand',
    ])
  return db.all(items).map(item => ({ ...item, onHand: item.onHand ?? zero, ...openings(item.itemId) }))
}

/** Posts a count, all lines or none; answers how many lines posted anything. The caller has declared `stockWrites` and its scope. */
export function countOpening(context: CommandContext, store: Selectable<LocationTable>, lines: readonly CountedLine[]): number {
  const { db, session } = context
  if (lines.some(({ unitCost }) => unitCost !== undefined) && !session.permissions.has('masters.update')) throw new AppError('forbidden', { needed: 'masters.update' })
  const book = openOpenings(context, lines.map(({ itemId }) => itemId))
  const counted = new Map<string, number>()
  const posted = eachRow('lines', lines, ({ itemId, quantity, posted, unitCost, itemVersion = 0 }, index) => {
    const twin = counted.get(itemId)
    if (twin !== undefined) throw invalid('itemId', 'grid.issues.twice', { rows: String(twin + 1) })
    counted.set(itemId, index)
    const hasPosted = book.post({ itemId, locationId: store.id, quantity }, posted)
    if (unitCost !== undefined) updateItem(db, { id: itemId, version: itemVersion }, { unitCost })
    return hasPosted
  }, placeOf)
  return posted.filter(Boolean).length
}

function placeOf({ code, params }: AppError): Place | undefined {
  if (code === 'stock-short') return { field: 'quantity', reason: 'warehouse.issues.count-below-reserved' }
  if (code === 'conflict') return params.entity === 'item' ? { field: 'unitCost' } : { field: 'quantity', reason: 'warehouse.issues.stock-moved' }
  if (code === 'inactive' || code === 'not-found') return { field: 'itemId' }
  return undefined
}
