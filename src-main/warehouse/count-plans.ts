import { sql as raw, type RawBuilder, type Selectable } from 'kysely'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { daysBetweenCounts, type CountDays, type CountRhythm } from '../../shared/warehouse/count-rules.ts'
import { countTexts } from '../../shared/warehouse/count-texts.ts'
import type { CountPlan, counts } from '../../shared/warehouse/counts.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { CommandContext, QueryContext, SettingReader } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { CountPlanTable } from '../database/tables.ts'
import { isPlaceWithin } from '../engines/place-tree.ts'
import { textColumn } from '../masters/lookup.ts'
import { isStoreOfGoods, keptScope, scopeOf, type CountScope } from './count-scope.ts'
import { isSeen, storeOf, type Sections } from './places.ts'

type Plan = Selectable<CountPlanTable>
/** What says when a plan is due. */
interface Calendar { readonly settings: SettingReader; today(): string }

function countDays(settings: SettingReader): CountDays {
  const { countMainDays, countSectionDays, countGoodsDays, countClassADays, countClassBDays, countClassCDays } = warehouseSettings
  return {
    main: settings.get(countMainDays), section: settings.get(countSectionDays), goods: settings.get(countGoodsDays),
    classes: { A: settings.get(countClassADays), B: settings.get(countClassBDays), C: settings.get(countClassCDays) },
  }
}

export function listCountPlans(context: Pick<QueryContext, 'db' | 'settings' | 'today'>, input: ParsedInputOf<typeof counts.listCountPlans>): Page<CountPlan> {
  const { db } = context
  const { rhythm, isActive, isDue } = input.filter
  let query = sql.selectFrom('countPlan').selectAll('countPlan')
  if (rhythm !== undefined) query = query.where('rhythm', '=', rhythm)
  if (isActive !== undefined) query = query.where('isActive', '=', isActive)
  if (isDue !== undefined) query = query.where('id', 'in', plansBy(context, isDue))
  const { rows, ...rest } = listPage(db, input, {
    query, columns: { name: textColumn('countPlan.name'), countedOn: 'countPlan.countedOn' }, search: ['countPlan.name'],
    defaultSort: [{ column: 'name', descending: false }], id: 'countPlan.id',
  })
  return { rows: rows.map(row => planState(context, row)), ...rest }
}

/** The ids of the plans that are due, or are not; a factory has some dozens. */
function plansBy(context: Pick<QueryContext, 'db' | 'settings' | 'today'>, isDue: boolean): string[] {
  return context.db.all(sql.selectFrom('countPlan').selectAll()).map(plan => planState(context, plan)).filter(plan => plan.isDue === isDue).map(({ id }) => id)
}

interface NewPlan extends CountScope { readonly name: string; readonly rhythm: CountRhythm; readonly isActive: boolean }

export function createCountPlan(context: CommandContext, { name, rhythm, isActive, ...scope }: NewPlan): CountPlan {
  requireStores(context.db, scope)
  requireOwnName(context.db, name)
  return planState(context, context.db.insert('countPlan', { name, rhythm, isActive, countedOn: null, ...keptScope(scope) }))
}

export function updateCountPlan(context: CommandContext, at: SeenAt, { name, rhythm, isActive, ...scope }: NewPlan): CountPlan {
  requireStores(context.db, scope)
  requireOwnName(context.db, name, at.id)
  return planState(context, context.db.update('countPlan', at, { name, rhythm, isActive, ...keptScope(scope) }))
}

/** Nothing where the factory has a plan already; of no store there is no plan. */
export function createUsualCountPlans(context: CommandContext): CountPlan[] {
  const { db, session } = context
  if (db.first(sql.selectFrom('countPlan').select('id').limit(1))) return []
  const names = countTexts[session.language].usualPlans
  const storesOf = (wanted: CountRhythm) => {
    const ids = storeRhythms(db, 'all').filter(({ rhythm }) => rhythm === wanted).map(({ locationId }) => locationId)
    return ids.filter(id => !isPlaceWithin(db, id, ids.filter(other => other !== id)))
  }
  return usualPlans.map(({ key, rhythm, abcClasses }) => ({ name: names[key], rhythm, abcClasses, categories: [], isActive: true, locationIds: storesOf(rhythm) }))
    .filter(({ locationIds }) => locationIds.length > 0).map(plan => createCountPlan(context, plan))
}

const usualPlans = [
  { key: 'mainA', rhythm: 'MAIN', abcClasses: ['A'] }, { key: 'mainB', rhythm: 'MAIN', abcClasses: ['B'] }, { key: 'mainC', rhythm: 'MAIN', abcClasses: ['C'] },
  { key: 'section', rhythm: 'SECTION', abcClasses: [] }, { key: 'goods', rhythm: 'GOODS', abcClasses: [] },
] as const

/** Each store in use, by how it is usually counted: as goods where packing or a plan says so, or where finished goods lie alone. */
export function storeRhythms(db: Reader, mine: Sections): { locationId: string; rhythm: CountRhythm }[] {
  const holds = (kind: RawBuilder<unknown>) => raw<boolean>`exists (select 1 from stockBalance join item on item.id = stockBalance.itemId
    where stockBalance.locationId = location.id and stockBalance.onHand > 0 and item.kind ${kind})`
  const stores = db.all(sql.selectFrom('location').where('kind', '=', 'INTERNAL').where('isActive', '=', true).where(isSeen('location', mine))
    .select(['id', 'sectionId', holds(raw`= 'FINISHED_GOOD'`).as('hasGoods'), holds(raw`<> 'FINISHED_GOOD'`).as('hasOthers')]).orderBy('name'))
  return stores.map(({ hasGoods, hasOthers, ...store }) => ({
    locationId: store.id, rhythm: isStoreOfGoods(db, store) || (hasGoods && !hasOthers) ? 'GOODS' : store.sectionId === null ? 'MAIN' : 'SECTION',
  }))
}

export function requireStores(db: Reader, { locationIds }: CountScope): void {
  for (const id of locationIds) storeOf(db, id, 'locationIds')
}

function requireOwnName(db: Reader, name: string, id?: string): void {
  const twin = db.all(sql.selectFrom('countPlan').select(['id', 'name'])).find(plan => plan.id !== id && plan.name.toLowerCase() === name.toLowerCase())
  if (twin) throw new AppError('duplicate', { entity: 'countPlan', field: 'name', value: name })
}

function planState({ db, settings, today }: Calendar & { readonly db: Reader }, plan: Plan): CountPlan {
  const { locationIds, categories, abcClasses } = scopeOf(plan)
  const { id, version, createdAt, name, rhythm, countedOn, isActive } = plan
  const everyDays = daysBetweenCounts(rhythm, abcClasses, countDays(settings))
  const dueOn = countedOn === null ? today() : addDays(countedOn as BusinessDay, everyDays)
  return {
    id, version, createdAt, name, rhythm, everyDays, countedOn, isActive, dueOn, isDue: isActive && dueOn <= today(),
    locationIds: [...locationIds], locationNames: namesOf(db, locationIds), categories: [...categories], abcClasses: [...abcClasses],
  }
}

export function namesOf(db: Reader, locationIds: readonly string[]): string[] {
  return locationIds.map(id => db.find('location', id)?.name ?? id)
}
