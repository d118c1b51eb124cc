import { compareDecimals, isPositive, sumDecimals } from '../../shared/core/decimal.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { SummaryContent } from '../../shared/planning/summaries.ts'
import { riskOf } from '../../shared/warehouse/debt-rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { allocationsOf, type AllocationRow } from './allocations.ts'
import type { Judging } from './board-work.ts'

/**
 * PL-14: what open work orders lack of every item, as each of them tells it, the worst first; what was given to them or is to come on an
 * approved debt is not lacking, and light shortages are no matter for the morning.
 */
export function shortMaterials({ db, settings }: Judging, needs: readonly OpenNeed[]): SummaryContent['materials'] {
  const limits = {
    medium: settings.get(planningSettings.shortageMedium),
    high: settings.get(planningSettings.shortageHigh),
    critical: settings.get(planningSettings.shortageCritical),
  }
  const rows = [...Map.groupBy(needs, ({ itemId }) => itemId)].map(([itemId, its]) => {
    const item = db.get('item', itemId)
    const unit = db.get('unit', item.unitId)
    return {
      itemId,
      itemCode: item.code,
      itemName: item.name,
      unitCode: unit.code,
      unitPlaces: unit.places,
      required: sumDecimals(its.map(({ required }) => required)),
      missing: sumDecimals(its.filter(isLacking).map(({ missing }) => missing)),
      workOrders: its.filter(isLacking).length,
    }
  })
  return rows
    .filter(({ missing }) => isPositive(missing))
    .map(row => ({ ...row, severity: riskOf(row.missing, row.required, limits) }))
    .filter(({ severity }) => severity === 'CRITICAL' || severity === 'HIGH')
    .sort((a, b) => Number(b.severity === 'CRITICAL') - Number(a.severity === 'CRITICAL') || compareDecimals(b.missing, a.missing))
}

function isLacking({ state }: OpenNeed): boolean {
  return state === 'PARTIAL'
}

/** What a work order of a section needs. */
export interface OpenNeed extends AllocationRow {
  readonly sectionId: string
}

/** What each open work order needs, and how far it has it. */
export function needsOfOpen(db: Reader): OpenNeed[] {
  const open = db.all(
    sql.selectFrom('workOrder').select(['id', 'number', 'parentId', 'sectionId']).where('status', 'in', openWorkOrders).orderBy('number'),
  )
  return open.flatMap(workOrder => allocationsOf(db, workOrder).map(need => ({ ...need, sectionId: workOrder.sectionId })))
}
