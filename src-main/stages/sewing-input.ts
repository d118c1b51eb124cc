import { openWorkOrders } from '../../shared/planning/rules.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import { inputState } from '../../shared/stages/rules.ts'
import type { StageInput } from '../../shared/stages/work.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { inflowOf } from '../planning/work-orders.ts'

const openSources = planned((of: { workOrderId: string }) => sql.selectFrom('workOrderSource').innerJoin('workOrder', 'workOrder.id', 'workOrderSource.sourceId').select('workOrder.id')
  .where('workOrderSource.workOrderId', '=', of.workOrderId).where('workOrder.status', 'in', openWorkOrders).limit(1))

/** What came to a sewing work order against what its target needs of it, one of each part for a piece; null for other stages, and where nothing stands before it. */
export function sewingInput({ db, settings }: Pick<QueryContext, 'db' | 'settings'>, workOrder: WorkOrderRow): StageInput | null {
  if (db.get('productionStage', workOrder.productionStageId).kind !== 'SEWING') return null
  const came = inflowOf(db, workOrder)
  if (came === null) return null
  return { came, needed: workOrder.targetQuantity, state: inputState(came, workOrder.targetQuantity, settings.get(productionSettings.inputTolerance)) }
}

/** Whether more may still come: somebody before it is not done. */
export function isAwaited(db: Reader, { id }: Pick<WorkOrderRow, 'id'>): boolean {
  return db.first(openSources({ workOrderId: id })) !== undefined
}
