import { addDecimals, compareDecimals, maxDecimal, subtractDecimals, sumDecimals, zero } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Carton, PackedCartons } from '../../shared/finished-goods/cartons.ts'
import { badCartons, cartonNumber } from '../../shared/finished-goods/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { ofPieces, piecesOf } from '../planning/targets.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { requireNotHeld } from '../stages/sums.ts'
import { invalid } from '../warehouse/refusals.ts'
import { cartonsOfWorkOrder, lastPosition, piecesIn, rememberPosition } from './carton-rows.ts'

/** What a packing work order has put into cartons, and what is loose. */
export function packedCartons(db: Reader, workOrderId: string): PackedCartons {
  const { goodQuantity, manufacturingOrderId } = db.get('workOrder', workOrderId)
  const cartons = cartonsOfWorkOrder(db, workOrderId)
  const { piecesPerCarton } = db.get('item', db.get('manufacturingOrder', manufacturingOrderId).articleId)
  return {
    workOrderId, packed: goodQuantity, loose: maxDecimal(zero, subtractDecimals(goodQuantity, piecesIn(cartons))), piecesPerCarton, isClosed: awaited(cartons).some(({ isPartial }) => isPartial), cartons,
  }
}

/** Those that the store has not received: what goes into its next receipt. */
function awaited(cartons: readonly Carton[]): Carton[] {
  return cartons.filter(({ status }) => status !== 'RECEIVED')
}

/** FG-1. Throws `invalid-input`, `over-packed`, `wrong-state`, `step-held`. */
export function packCartons(context: CommandContext, workOrder: WorkOrderRow, contents: readonly number[]): void {
  const { db, session, today } = context
  const order = requireOpenPacking(db, workOrder)
  requireNotHeld(db, workOrder)
  const { piecesPerCarton, name } = db.get('item', order.articleId)
  if (piecesPerCarton === null) throw invalid('contents', 'finishedGoods.issues.no-packing', { article: name })
  const { isClosed, cartons, packed } = packedCartons(db, workOrder.id)
  if (isClosed) throw invalid('contents', 'finishedGoods.issues.last-is-partial', { carton: awaited(cartons).find(({ isPartial }) => isPartial)!.number })
  const bad = badCartons(contents, piecesPerCarton)
  if (bad.length > 0) throw new AppError('invalid-input', { issues: bad.map(at => ({ path: ['contents', at], reason: 'finishedGoods.issues.not-full', params: { pieces: piecesPerCarton } })) })
  const wanted = addDecimals(piecesIn(cartons), sumDecimals(contents.map(ofPieces)))
  if (compareDecimals(wanted, packed) > 0) throw new AppError('over-packed', { number: workOrder.number, made: piecesOf(packed), packed: piecesOf(wanted) })
  let position = lastPosition(db, order.id)
  rememberPosition(db, order.id, position + contents.length)
  for (const pieces of contents) {
    position += 1
    db.insert('carton', {
      number: cartonNumber(order.number, position), manufacturingOrderId: order.id, workOrderId: workOrder.id, position, quantity: ofPieces(pieces), isPartial: pieces < piecesPerCarton,
      packedDay: today(), packedBy: session.userId, receiptId: null, countedQuantity: null, scannedBy: null, scannedAt: null,
    })
  }
}

/** Any that is not received yet, of a completed order too: what never came to the store. Throws `conflict`, `wrong-state` where it was scanned. */
export function unpackCarton({ db }: CommandContext, { id, version }: SeenAt): string {
  const carton = db.get('carton', id)
  if (carton.version !== version) throw new AppError('conflict', { entity: 'carton', id })
  if (carton.scannedAt !== null) throw new AppError('wrong-state', { entity: 'carton', id, number: carton.number, status: 'SCANNED' })
  db.remove('carton', { id, version })
  return carton.number
}

/** What stands in cartons was packed: its days are not lowered below that. Throws `over-packed`. */
export function requireCartonsFilled(db: Reader, { id, number, productionStageId, goodQuantity }: WorkOrderRow): void {
  if (db.get('productionStage', productionStageId).kind !== 'PACKING') return
  const packed = piecesIn(cartonsOfWorkOrder(db, id))
  if (compareDecimals(packed, goodQuantity) > 0) throw new AppError('over-packed', { number, made: piecesOf(goodQuantity), packed: piecesOf(packed) })
}

/** The order it packs. Throws `wrong-state` where nothing more is done with it, `invalid-input` for a work order that packs nothing. */
function requireOpenPacking(db: Reader, { manufacturingOrderId, productionStageId }: WorkOrderRow) {
  const order = db.get('manufacturingOrder', manufacturingOrderId)
  if (order.status === 'COMPLETED' || order.status === 'CANCELLED') throw new AppError('wrong-state', { entity: 'manufacturingOrder', id: order.id, number: order.number, status: order.status })
  if (db.get('productionStage', productionStageId).kind !== 'PACKING') throw invalid('workOrderId', 'finishedGoods.issues.no-packing-stage')
  return order
}
