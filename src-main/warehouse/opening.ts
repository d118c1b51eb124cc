import { sql as raw, type Selectable } from 'kysely'
import { addDecimals, compareDecimals, isNegative, isZero, negateDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ItemTable, LocationTable } from '../database/tables.ts'
import { replenish } from '../kanban/replenishment.ts'
import { isAmong } from '../masters/lookup.ts'
import { requireOpenPeriod } from '../periods/open-period.ts'
import type { Balance } from './balances.ts'
import { addToLot, lotOfFound, writeParts } from './lots.ts'
import { requireUnfrozen } from './count-scope.ts'
import { revalue } from './item-costs.ts'
import { basePlace } from './places.ts'
import { invalid } from './refusals.ts'
import { moveStock } from './stock.ts'
import { totalOf } from './totals.ts'

type Item = Selectable<ItemTable>
type Location = Selectable<LocationTable>
export interface OpeningStock { readonly itemId: string; readonly locationId: string; readonly quantity: Decimal }

/** What the books began with at one place, and whether anything but opening stock has moved there since. */
export interface Opening { readonly posted: Decimal; readonly hasMoved: boolean }

/** The openings of many items in one command: what their rows have in common is read once, in one query each. */
export interface OpeningBook {
  /**
   * Brings the opening stock of a place to this quantity: posts the difference to what was posted before, nothing where there is
   * none, so that the same list twice is posted once (IO-3). A place comes once in one book. Answers whether it posted anything.
   * Throws `conflict` where the books did not begin with what was `expected`, `invalid-input` where anything else has moved since,
   * and what `moveStock` throws.
   */
  post(opening: OpeningStock, expected: Decimal): boolean
}

const nothing: Opening = { posted: zero, hasMoved: false }

/** `itemIds`: the items that will be asked for. The caller has declared `stockWrites` and its scope. Throws `period-closed`. */
export function openOpenings(context: CommandContext, itemIds: readonly string[]): OpeningBook {
  const { db, session, clock } = context
  const wanted = JSON.stringify([...new Set(itemIds)])
  const openings = openingsOf(db, wanted)
  const balances = balancesOf(db, wanted)
  const items = itemsOf(db, wanted)
  const replenished = replenishedPlaces(db)
  const places = new Map(db.all(sql.selectFrom('unit').select(['id', 'places'])).map(unit => [unit.id, unit.places]))
  const stores = new Map<string, Location>()
  const loss = basePlace(db, 'INVENTORY_LOSS')
  const today = context.today()
  requireOpenPeriod(db, today)

  function storeAt(id: string): Location {
    const store = stores.get(id) ?? db.get('location', id)
    stores.set(id, store)
    return store
  }
  /** Nothing about it can be refused, and no rule of single moves applies to it. */
  function isOrdinary(item: Item | undefined, store: Location, difference: Decimal): item is Item {
    return item !== undefined && item.isActive && item.kind !== 'SERVICE' && store.kind === 'INTERNAL' && store.isActive && loss.isActive
      && fitsUnit(difference, places.get(item.unitId) ?? 0) && !isNegative(difference)
  }
  function keepBalance(item: Item, store: Location, difference: Decimal, balance: Balance | undefined): void {
    const moved = { lastMoveAt: clock.now(), lastInDay: today }
    if (balance) db.update('stockBalance', balance, { onHand: addDecimals(balance.onHand, difference), ...moved })
    else db.insert('stockBalance', { itemId: item.id, locationId: store.id, sectionId: store.sectionId, onHand: difference, reserved: zero, ...moved })
  }

  return {
    post({ itemId, locationId, quantity }, expected) {
      const { posted, hasMoved } = openings.get(placeKey(itemId, locationId)) ?? nothing
      if (compareDecimals(posted, expected) !== 0) throw new AppError('conflict', { entity: 'stockMove' })
      if (hasMoved) throw invalid('quantity', 'warehouse.issues.opening-moved')
      const difference = subtractDecimals(quantity, posted)
      if (isZero(difference)) return false
      const isLess = isNegative(difference)
      const [item, store, balance] = [items.get(itemId), storeAt(locationId), balances.get(placeKey(itemId, locationId))]
      const move = {
        itemId, quantity: isLess ? negateDecimal(difference) : difference, kind: 'OPENING' as const,
        fromLocationId: isLess ? locationId : loss.id, toLocationId: isLess ? loss.id : locationId,
      }
      if (!isOrdinary(item, store, difference)) {
        moveStock(context, move)
        return true
      }
      requireUnfrozen(db, clock.now(), item, [store])
      keepBalance(item, store, difference, balance)
      const part = { lotId: lotOfFound(context, item, store), quantity: difference }
      addToLot(db, part, item.id, store)
      const { seq } = db.append('stockMove', {
        ...move, postingDay: today, documentEntity: null, documentId: null, documentNumber: null, reverses: null, note: '', createdBy: session.userId,
        averageCost: revalue(db, item, { from: loss, to: store, quantity: difference, kind: 'OPENING', parts: [part] }),
      })
      writeParts(db, seq, [part])
      if (replenished.has(placeKey(itemId, locationId))) replenish(context, itemId, locationId)
      return true
    },
  }
}

/** The openings of many items at one place, read at once. */
export function openingsAt(db: Reader, locationId: string, itemIds: readonly string[]): (itemId: string) => Opening {
  const openings = openingsOf(db, JSON.stringify(itemIds))
  return itemId => openings.get(placeKey(itemId, locationId)) ?? nothing
}

function placeKey(itemId: string, locationId: string): string {
  return `${itemId} ${locationId}`
}

/** By `placeKey`. `itemIds` is a JSON list. */
function openingsOf(db: Reader, itemIds: string): ReadonlyMap<string, Opening> {
  const rows = sql.selectFrom('stockMove').innerJoin('location', join => join
    .on(({ eb, or, ref }) => or([eb('location.id', '=', ref('stockMove.fromLocationId')), eb('location.id', '=', ref('stockMove.toLocationId'))])))
    .where('location.kind', '=', 'INTERNAL').where(isAmong('stockMove.itemId', itemIds)).groupBy(['stockMove.itemId', 'location.id']).select([
      'stockMove.itemId', 'location.id as locationId', raw<boolean>`max(stockMove.kind <> 'OPENING')`.as('hasMoved'),
      totalOf(
        raw`case when stockMove.kind <> 'OPENING' then 0 when stockMove.toLocationId = location.id then stockMove.quantity else -stockMove.quantity end`,
      ).as('posted'),
    ])
  return new Map(db.all(rows).map(({ itemId, locationId, posted, hasMoved }) => [placeKey(itemId, locationId), { posted, hasMoved }]))
}

function balancesOf(db: Reader, itemIds: string): ReadonlyMap<string, Balance> {
  const rows = db.all(sql.selectFrom('stockBalance').selectAll().where(isAmong('stockBalance.itemId', itemIds)))
  return new Map(rows.map(balance => [placeKey(balance.itemId, balance.locationId), balance]))
}

function itemsOf(db: Reader, ids: string): ReadonlyMap<string, Item> {
  return new Map(db.all(sql.selectFrom('item').selectAll().where(isAmong('item.id', ids))).map(item => [item.id, item]))
}

/** Where a rule asks for more (KB-4). */
function replenishedPlaces(db: Reader): ReadonlySet<string> {
  const rules = sql.selectFrom('kanbanRule').innerJoin('kanbanBoard', 'kanbanBoard.sectionId', 'kanbanRule.sectionId').where('kanbanBoard.isActive', '=', true)
    .select(['kanbanRule.itemId', 'kanbanBoard.storeLocationId'])
  return new Set(db.all(rules).map(({ itemId, storeLocationId }) => placeKey(itemId, storeLocationId ?? '')))
}
