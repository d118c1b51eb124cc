import type { Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { CountRhythm } from '../../shared/warehouse/count-rules.ts'
import type { AbcClass } from '../../shared/warehouse/abc.ts'
import type { Reader } from '../database/reader.ts'
import { lasting, planned, sql } from '../database/sql.ts'
import { isPlaceWithin } from '../engines/place-tree.ts'
import type { ItemTable, LocationTable, StockCountTable } from '../database/tables.ts'

export type Count = Selectable<StockCountTable>
type Item = Pick<Selectable<ItemTable>, 'id' | 'code' | 'category'>

/** What a count or a plan covers: these stores with all that stands below them; of all items, or of those of some categories and classes. */
export interface CountScope {
  readonly locationIds: readonly string[]
  readonly categories: readonly string[]
  readonly abcClasses: readonly AbcClass[]
}
/** The same as it is kept. */
export interface KeptScope { readonly locationIds: string; readonly categories: string; readonly abcClasses: string }

export function scopeOf({ locationIds, categories, abcClasses }: KeptScope): CountScope {
  return { locationIds: JSON.parse(locationIds) as string[], categories: JSON.parse(categories) as string[], abcClasses: JSON.parse(abcClasses) as AbcClass[] }
}

export function keptScope({ locationIds, categories, abcClasses }: CountScope): KeptScope {
  return { locationIds: JSON.stringify([...new Set(locationIds)]), categories: JSON.stringify(categories), abcClasses: JSON.stringify(abcClasses) }
}

const classOf = planned(({ itemId }: { itemId: string }) => sql.selectFrom('itemClass').select('abcClass').where('itemId', '=', itemId))

/** Whether an item is counted; one that has no class yet is C. */
export function coversItem(db: Reader, { categories, abcClasses }: CountScope, { id, category }: Pick<Item, 'id' | 'category'>): boolean {
  if (categories.length > 0 && !categories.includes(category)) return false
  return abcClasses.length === 0 || abcClasses.includes(db.first(classOf({ itemId: id }))?.abcClass ?? 'C')
}

const plansInForce = lasting((of: { rhythm: CountRhythm }) => sql.selectFrom('countPlan').selectAll().where('rhythm', '=', of.rhythm).where('isActive', '=', true))
const packingSections = lasting(() => sql.selectFrom('productionStage').select('sectionId').where('kind', '=', 'PACKING').where('isActive', '=', true))

/** Whether a place is counted as packing and finished goods are, whatever lies there: a plan in force says so, or it is a store of packing. */
export function isStoreOfGoods(db: Reader, { id, sectionId }: Pick<Selectable<LocationTable>, 'id' | 'sectionId'>, item?: Pick<Item, 'id' | 'category'>): boolean {
  if (sectionId !== null && db.all(packingSections({})).some(packing => packing.sectionId === sectionId)) return true
  return db.all(plansInForce({ rhythm: 'GOODS' })).map(scopeOf)
    .some(scope => isPlaceWithin(db, id, scope.locationIds) && (item === undefined || coversItem(db, scope, item)))
}

/** WH-6: whether an item at a place tolerates no more than packing and finished goods do, whichever count finds it. */
export function isCountedAsGoods(db: Reader, item: Pick<Item, 'id' | 'category'> & Pick<Selectable<ItemTable>, 'kind'>, locationId: string): boolean {
  return item.kind === 'FINISHED_GOOD' || isStoreOfGoods(db, db.get('location', locationId), item)
}

const countsGoingOn = lasting(() => sql.selectFrom('stockCount').selectAll().where('status', '=', 'COUNTING'))

/** WH-6: what is being counted stays where it is for so many minutes. Throws `count-frozen`, which names the count and until when. */
export function requireUnfrozen(db: Reader, now: string, item: Item, places: readonly Pick<Selectable<LocationTable>, 'id' | 'name'>[]): void {
  for (const count of db.all(countsGoingOn({}))) {
    if (count.frozenUntil === null || count.frozenUntil <= now) continue
    const scope = scopeOf(count)
    const place = coversItem(db, scope, item) ? places.find(({ id }) => isPlaceWithin(db, id, scope.locationIds)) : undefined
    if (place) throw new AppError('count-frozen', { number: count.number, until: count.frozenUntil, itemCode: item.code, location: place.name })
  }
}
