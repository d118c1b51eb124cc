import { isPositive, subtractDecimals, zero } from '../../shared/core/decimal.ts'
import { isSegregated, type Goods } from '../../shared/transfers/rules.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { newestOf } from '../warehouse/work-order-stock.ts'
import { sentOf } from './accepted.ts'

/** The lines of a section that are in use. */
export function linesOf(db: Reader, sectionId: string): readonly { readonly id: string; readonly name: string }[] {
  return db.all(sql.selectFrom('productionLine').select(['id', 'name']).where('sectionId', '=', sectionId).where('isActive', '=', true).orderBy('code'))
}

/** TR-3, TR-5: whether what comes to a stage of a section without lines is held against what stands in the section, as on one line. */
export function isHeldAsOne(db: Reader, { sectionId, productionStageId }: Pick<WorkOrderRow, 'sectionId' | 'productionStageId'>): boolean {
  const { kind, mustBeClear } = db.get('productionStage', productionStageId)
  return (mustBeClear || isSegregated(kind)) && linesOf(db, sectionId).length === 0
}

const arrivalsAt = planned((at: { sectionId: string }) =>
  sql.selectFrom('transfer').innerJoin('workOrder', 'workOrder.id', 'transfer.toWorkOrderId').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
    .select(['transfer.toWorkOrderId', 'transfer.articleId', 'transfer.batch', 'transfer.week', 'transfer.destination', 'transfer.acceptedAt as occupiedAt', 'manufacturingOrder.status as orderStatus']).where('transfer.toSectionId', '=', at.sectionId)
    .where('transfer.productionLineId', 'is', null).where('transfer.acceptedAt', 'is not', null).where('transfer.receivedQuantity', '>', zero).orderBy('transfer.acceptedAt', 'desc').orderBy('transfer.number', 'desc'))
const clearedAt = planned((at: { sectionId: string }) =>
  sql.selectFrom('lineClearance').select('clearedAt').where('sectionId', '=', at.sectionId).where('productionLineId', 'is', null).orderBy('clearedAt', 'desc').limit(1))

/** How many slips were received on the floor of a section: who clears it has seen the last of them (TR-4). */
export function arrivalsOn(db: Reader, sectionId: string): number {
  return db.all(arrivalsAt({ sectionId })).length
}

/** What came last to the floor of a section and is still there, and since when the same has come. */
export interface OnFloor extends Goods { readonly toWorkOrderId: string; readonly batch: string; readonly occupiedAt: string | null }

export function heldOnFloor(db: Reader, sectionId: string): OnFloor | undefined {
  const cleared = db.first(clearedAt({ sectionId }))?.clearedAt ?? ''
  const arrivals = db.all(arrivalsAt({ sectionId })).filter(({ occupiedAt, orderStatus, toWorkOrderId }) => (
    (occupiedAt ?? '') > cleared && orderStatus !== 'COMPLETED' && orderStatus !== 'CANCELLED' && isStillThere(db, db.get('workOrder', newestOf(db, toWorkOrderId)))
  ))
  const [last] = arrivals
  if (!last) return undefined
  const other = arrivals.findIndex(({ articleId, week, destination }) => articleId !== last.articleId || week !== last.week || destination !== last.destination)
  const { orderStatus: _orderStatus, ...held } = last
  return { ...held, occupiedAt: arrivals.at(other === -1 ? -1 : other - 1)!.occupiedAt }
}

/** What is packed goes to finished goods; what is finished stands there until it is handed over. */
function isStillThere(db: Reader, workOrder: WorkOrderRow): boolean {
  if (workOrder.status !== 'FINISHED') return workOrder.status === 'PENDING' || workOrder.status === 'RUNNING'
  return db.get('productionStage', workOrder.productionStageId).kind !== 'PACKING' && isPositive(subtractDecimals(workOrder.goodQuantity, sentOf(db, workOrder)))
}
