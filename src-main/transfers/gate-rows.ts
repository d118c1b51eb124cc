import { sql as raw, type SqlBool } from 'kysely'
import { addDecimals, maxDecimal, subtractDecimals, sumDecimals, zero } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { gate, GatePass, GateWork } from '../../shared/transfers/gate.ts'
import { daySpan } from '../database/day-span.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { inflowOf } from '../planning/work-orders.ts'
import { takenIn } from '../stages/sums.ts'
import { isSeen, type Sections } from '../warehouse/places.ts'
import { passesOf } from './held-outside.ts'

/** Every pass with what it names. */
const passRows = sql.selectFrom('gatePass').innerJoin('workOrder', 'workOrder.id', 'gatePass.workOrderId').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
  .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId').leftJoin('item as part', 'part.id', 'workOrder.itemId').innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId')
  .innerJoin('section', 'section.id', 'gatePass.sectionId').innerJoin('partner', 'partner.id', 'gatePass.partnerId').innerJoin('user as sender', 'sender.id', 'gatePass.sentBy')
  .leftJoin('user as receiver', 'receiver.id', 'gatePass.returnedBy').leftJoin('user as canceller', 'canceller.id', 'gatePass.cancelledBy')
  .leftJoin('user as corrector', 'corrector.id', 'gatePass.correctedBy')
  .select([
    'gatePass.id', 'gatePass.version', 'gatePass.createdAt', 'gatePass.number', 'gatePass.workOrderId', 'workOrder.number as workOrderNumber', 'gatePass.sectionId', 'section.name as sectionName', 'gatePass.partnerId',
    'partner.name as partnerName', 'article.name as articleName', 'part.name as itemName', 'productionStage.name as stageName', 'gatePass.quantity', 'gatePass.dueDay', 'gatePass.status', 'gatePass.returnedQuantity',
    'gatePass.rejectQuantity', 'gatePass.notes', 'sender.fullName as sentByName', 'receiver.fullName as returnedByName', 'gatePass.returnedAt', 'gatePass.shortReason', 'canceller.fullName as cancelledByName',
    'gatePass.cancelledAt', 'gatePass.cancelReason', 'corrector.fullName as correctedByName', 'gatePass.correctedAt', 'gatePass.correctReason',
  ])

export function listGatePasses(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof gate.listGatePasses>, today: string): Page<GatePass> {
  const { status: stands, isLate, fromDay, toDay, ...equal } = filter
  let query = narrowed(passRows.where(isSeen('gatePass', mine)), equal, { sectionId: 'gatePass.sectionId', partnerId: 'gatePass.partnerId', workOrderId: 'gatePass.workOrderId' })
  if (stands !== undefined) query = query.where('gatePass.status', '=', stands)
  if (isLate !== undefined) query = query.where(raw<SqlBool>`(gatePass.status = 'OUT' and gatePass.dueDay < ${today}) = ${Number(isLate)}`)
  const span = daySpan(db, fromDay, toDay)
  if (span) query = query.where('gatePass.createdAt', '>=', span.from).where('gatePass.createdAt', '<', span.to)
  const found = listPage(db, input, {
    query, columns: { number: 'gatePass.number', dueDay: 'gatePass.dueDay', createdAt: 'gatePass.createdAt', partnerName: textColumn('partner.name'), quantity: 'gatePass.quantity' },
    search: ['gatePass.number', 'workOrder.number', 'partner.name', 'article.name', 'part.name'], defaultSort: [{ column: 'createdAt', descending: true }], id: 'gatePass.id',
  })
  return { ...found, rows: found.rows.map(row => told(row, today)) }
}

/** Throws `not-found`. */
export function gatePassOf(db: Reader, id: string, today: string): GatePass {
  db.get('gatePass', id)
  return told(db.one(passRows.where('gatePass.id', '=', id)), today)
}

/** What was due back before today and is not, the longest first. */
export function latePasses(db: Reader, today: string): GatePass[] {
  return db.all(passRows.where('gatePass.status', '=', 'OUT').where('gatePass.dueDay', '<', today).orderBy('gatePass.dueDay').orderBy('gatePass.number')).map(row => told(row, today))
}

function told(row: Omit<GatePass, 'isLate' | 'remaining'>, today: string): GatePass {
  const isOut = row.status === 'OUT'
  return { ...row, isLate: isOut && row.dueDay < today, remaining: isOut ? subtractDecimals(row.quantity, addDecimals(row.returnedQuantity, row.rejectQuantity)) : zero }
}

/**
 * TR-9: no more goes out than came to the stage and neither is out already, back or not, nor was made in-house, or begun at the steps there: what is back was made at the subcontractor's, good or
 * rejected as it came back. Where nothing stands before the stage, its target came.
 */
export function gateWorkOf(db: Reader, workOrder: WorkOrderRow): GateWork {
  const { id: workOrderId, number, itemId, targetQuantity, goodQuantity, rejectQuantity } = workOrder
  const passes = passesOf(db, workOrder)
  const [came, taken] = [inflowOf(db, workOrder) ?? targetQuantity, sumDecimals(passes.map(({ quantity }) => quantity))]
  const [good, rejected] = [sumDecimals(passes.map(pass => pass.returnedQuantity)), sumDecimals(passes.map(pass => pass.rejectQuantity))]
  const begun = maxDecimal(addDecimals(goodQuantity, rejectQuantity), takenIn(db, workOrder))
  const made = [subtractDecimals(begun, addDecimals(good, rejected)), subtractDecimals(goodQuantity, good)].reduce(maxDecimal, zero)
  return {
    workOrderId, number, articleName: db.get('item', db.get('manufacturingOrder', workOrder.manufacturingOrderId).articleId).name, itemName: itemId === null ? null : db.get('item', itemId).name,
    stageName: db.get('productionStage', workOrder.productionStageId).name, came, taken, made, available: maxDecimal(zero, subtractDecimals(came, addDecimals(taken, made))),
  }
}
