import type { Selectable } from 'kysely'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { CountRhythm } from '../../shared/warehouse/count-rules.ts'
import type { CountPlan, counts } from '../../shared/warehouse/counts.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { CommandContext, QueryContext, SettingReader } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { CountPlanTable } from '../database/tables.ts'
import { textColumn } from '../masters/lookup.ts'
import { keptScope, scopeOf, type CountScope } from './count-scope.ts'
import { storeOf } from './places.ts'

type Plan = Selectable<CountPlanTable>
/** What says when a plan is due. */
interface Calendar { readonly settings: SettingReader; today(): string }

const daysOf = { MAIN: warehouseSettings.countMainDays, SECTION: warehouseSettings.countSectionDays, GOODS: warehouseSettings.countGoodsDays } as const

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
  const dueOn = countedOn === null ? today() : addDays(countedOn as BusinessDay, settings.get(daysOf[rhythm]))
  return {
    id, version, createdAt, name, rhythm, countedOn, isActive, dueOn, isDue: isActive && dueOn <= today(),
    locationIds: [...locationIds], locationNames: namesOf(db, locationIds), categories: [...categories], abcClasses: [...abcClasses],
  }
}

export function namesOf(db: Reader, locationIds: readonly string[]): string[] {
  return locationIds.map(id => db.find('location', id)?.name ?? id)
}
