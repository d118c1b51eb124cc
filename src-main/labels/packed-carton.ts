import { dayText } from '../../shared/core/day-text.ts'
import type { Label } from '../../shared/labels/layout.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { textOf } from '../engines/reports-text.ts'
import { cartonOf } from '../finished-goods/carton-rows.ts'
import { manufacturingOrderOf } from '../planning/manufacturing-rows.ts'
import type { Writer } from './contents.ts'

/** What travels with a carton: what is in it, for whom and where to, and how it was made. */
export function packedCartonLabel(db: Reader, id: string, write: Writer): Label {
  const { number, articleName, articleCode, quantity, unitCode, manufacturingOrderId, manufacturingNumber, week, destination, traceCode, shippingMark, packedDay } = cartonOf(db, id)
  const { routeName, salesNumber, labelNumber } = manufacturingOrderOf(db, manufacturingOrderId)
  const { deliveryBatchId } = db.get('workOrder', db.get('carton', id).workOrderId)
  const labelOrder = deliveryLabel(db, deliveryBatchId) ?? labelNumber
  const fact = (key: string, value: string | null) => (value === null || value === '' ? [] : [`${textOf(write.language, `finishedGoods.label.${key}`)}: ${value}`])
  const place = [week, destination === null ? null : textOf(write.language, `planning.destinations.${destination}`)].filter(part => part !== null).join(' · ')
  return {
    scan: number, code: number, name: `${articleName} (${articleCode})`, quantity: write.quantity(quantity, unitCode),
    facts: [
      ...fact('delivery', place), ...fact('purchase', labelOrder), ...fact('buyer', salesNumber), ...fact('order', manufacturingNumber), ...fact('trace', traceCode), ...fact('mark', shippingMark),
      ...fact('packed', dayText(packedDay)), ...fact('route', routeName), ...fact('workOrders', workOrdersOf(db, manufacturingOrderId, deliveryBatchId).join(', ')),
    ],
  }
}

/** The label order of the delivery it goes with. */
function deliveryLabel(db: Reader, deliveryBatchId: string | null): string | null {
  const labelOrderId = deliveryBatchId === null ? null : db.get('deliveryBatch', deliveryBatchId).labelOrderId
  return labelOrderId === null ? null : db.get('purchaseOrder', labelOrderId).number
}

/** By which work orders it was made, each with the day it was finished, or last worked on: "CUT-01 24-01". */
function workOrdersOf(db: Reader, manufacturingOrderId: string, deliveryBatchId: string | null): string[] {
  const { number } = db.get('manufacturingOrder', manufacturingOrderId)
  return db.all(
    sql.selectFrom('workOrder').leftJoin('dailyProduction', 'dailyProduction.workOrderId', 'workOrder.id').where('workOrder.manufacturingOrderId', '=', manufacturingOrderId)
      .where('workOrder.status', 'not in', ['VOIDED', 'CANCELLED']).where(({ or, eb }) => or([eb('workOrder.deliveryBatchId', 'is', null), eb('workOrder.deliveryBatchId', 'is', deliveryBatchId)]))
      .groupBy('workOrder.id').select(({ fn }) => ['workOrder.number', 'workOrder.finishedDay', fn.max('dailyProduction.day').as('lastDay')]).orderBy('workOrder.position').orderBy('workOrder.number'),
  ).map(({ number: own, finishedDay, lastDay }) => {
    const day = finishedDay ?? lastDay
    return [own.replace(`${number}-`, ''), day === null ? '' : dayText(day).slice(0, 5)].filter(Boolean).join(' ')
  })
}
