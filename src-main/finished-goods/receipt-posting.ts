import { compareDecimals, isPositive, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { addMoney, fromMinorUnits, priceTimes, type Money } from '../../shared/core/money.ts'
import { toDecimal } from '../../shared/core/rational.ts'
import { engineeringSettings } from '../../shared/engineering/settings.ts'
import { features } from '../../shared/features/settings.ts'
import { cartonsShortOfPallet, differenceOf, receiptVerdict, type Difference } from '../../shared/finished-goods/rules.ts'
import type { receiptObstacles } from '../../shared/finished-goods/receipts.ts'
import { traceCodeOf } from '../../shared/planning/rules.ts'
import { averageOf } from '../../shared/warehouse/valuation.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { completeOrder, reopenOrder } from '../planning/order-completion.ts'
import { usedMaterials, worthOf } from '../planning/used-materials.ts'
import { postingNow, requireAlive, reversalNow, undoLines } from '../warehouse/document-life.ts'
import { partsOfMove } from '../warehouse/lots.ts'
import { basePlace, storeOf } from '../warehouse/places.ts'
import { moveStock } from '../warehouse/stock.ts'
import { cartonsOfOrder, packingOf, piecesIn } from './carton-rows.ts'
import { tellCompleted } from './receipt-notices.ts'
import { cartonsOfReceipt, type CartonRow, type ReceiptRow } from './receiving.ts'
import { tellBooks, tellReversal } from './vouchers.ts'

type Asking = Pick<QueryContext, 'db' | 'settings'>
export type ReceiptObstacle = (typeof receiptObstacles)[number]
export interface Judged extends Difference {
  readonly packed: Decimal
  readonly received: Decimal
  readonly verdict: ReturnType<typeof receiptVerdict>
  readonly obstacles: readonly ReceiptObstacle[]
  readonly cartonsShortOfPallet: number
}

/** FG-4: what was scanned of an order against what was packed and ordered, and what is not as it should be. */
export function judgeReceipt({ db, settings }: Asking, manufacturingOrderId: string): Judged {
  const order = db.get('manufacturingOrder', manufacturingOrderId)
  const cartons = cartonsOfOrder(db, order.id)
  const packing = packingOf(db, order.id)
  const packed = sumDecimals(packing.map(({ goodQuantity }) => goodQuantity))
  const received = sumDecimals(cartons.map(({ countedQuantity }) => countedQuantity ?? zero))
  const difference = differenceOf({ received, packed, ordered: order.quantity })
  const short = settings.get(features.strictPallets) ? cartonsShortOfPallet(cartons.length, db.get('item', order.articleId).cartonsPerPallet) : 0
  const obstacles: (ReceiptObstacle | false)[] = [
    cartons.some(({ scannedAt }) => scannedAt === null) && 'cartons',
    packing.some(({ goodQuantity, targetQuantity }) => compareDecimals(goodQuantity, targetQuantity) < 0) && 'packing',
    compareDecimals(packed, piecesIn(cartons)) > 0 && 'loose',
    short > 0 && 'pallets',
  ]
  const limits = { cartonReview: settings.get(engineeringSettings.cartonReview), cartonManager: settings.get(engineeringSettings.cartonManager) }
  return { ...difference, packed, received, verdict: receiptVerdict(difference, limits), obstacles: obstacles.filter(obstacle => obstacle !== false), cartonsShortOfPallet: short }
}

export interface Confirmation { readonly locationId: string; readonly reason: string; readonly notes: string }

/** What would keep a receipt from being confirmed by anybody. Throws `nothing-scanned`, `pallets-not-full`, `reason-needed`, `wrong-state`. */
export function requireConfirmable(context: CommandContext, receipt: ReceiptRow, { reason, locationId }: Confirmation): Judged {
  const { db } = context
  requireAlive('finishedGoodsReceipt', receipt, undefined, receipt.status === 'DRAFT')
  context.scope.section(storeOf(db, locationId, 'locationId').sectionId)
  const judged = judgeReceipt(context, receipt.manufacturingOrderId)
  const { number } = db.get('manufacturingOrder', receipt.manufacturingOrderId)
  if (!isPositive(judged.received)) throw new AppError('nothing-scanned', { number })
  if (judged.obstacles.includes('pallets')) throw new AppError('pallets-not-full', { number, missing: judged.cartonsShortOfPallet })
  if (reason === '' && (judged.isAny || judged.obstacles.length > 0)) throw new AppError('reason-needed')
  return judged
}

/** Takes the goods in, a lot for each delivery, and completes the order. Its consent is the caller's matter; throws what `moveStock` throws. */
export function postReceipt(context: CommandContext, receipt: ReceiptRow, confirmation: Confirmation): void {
  const { db } = context
  const { packed, received, percent } = requireConfirmable(context, receipt, confirmation)
  const order = db.get('manufacturingOrder', receipt.manufacturingOrderId)
  const used = usedMaterials(context, order.id)
  const worth = worthOf(used)
  const unitCost = worth > 0 ? averageOf({ quantity: received, value: worth }) : db.get('item', order.articleId).unitCost
  const endedWorkOrders = JSON.stringify(completeOrder(context, order.id))
  const posted = db.update('finishedGoodsReceipt', receipt, {
    ...confirmation, ...postingNow(context), packedQuantity: packed, receivedQuantity: received, variancePercent: toDecimal(percent, 'half-up'), endedWorkOrders,
  })
  const goods = takeIn(context, posted, unitCost)
  tellBooks(context, { number: posted.number, manufacturingOrderId: order.id, receiptId: posted.id }, goods, used, packingOf(db, order.id)[0]?.sectionId ?? '')
  tellCompleted(context, order, received)
}

/** All of it goes back, and the order goes on. Throws `conflict`, `wrong-state`, `invalid-input` with the lines of which some has gone on. */
export function reverseReceipt(context: CommandContext, at: { readonly id: string; readonly version: number }, reason: string): ReceiptRow {
  const { db } = context
  const receipt = db.get('finishedGoodsReceipt', at.id)
  requireAlive('finishedGoodsReceipt', receipt, at.version, receipt.status === 'POSTED')
  context.scope.section(db.get('location', receipt.locationId).sectionId)
  undoLines(context, db.all(sql.selectFrom('finishedGoodsReceiptLine').selectAll().where('receiptId', '=', receipt.id).orderBy('moveSeq')), reason)
  tellReversal(context, receipt)
  reopenOrder(context, receipt.manufacturingOrderId, JSON.parse(receipt.endedWorkOrders) as string[])
  for (const carton of cartonsOfReceipt(db, receipt.id)) db.update('carton', carton, { receiptId: null, countedQuantity: null, scannedBy: null, scannedAt: null, note: '' })
  return db.update('finishedGoodsReceipt', receipt, reversalNow(context, reason))
}

/** Answers what it is worth. */
function takeIn(context: CommandContext, receipt: ReceiptRow, unitCost: Decimal | null): Money {
  const { db } = context
  const order = db.get('manufacturingOrder', receipt.manufacturingOrderId)
  const deliveryOf = (carton: CartonRow) => db.get('workOrder', carton.workOrderId).deliveryBatchId
  let goods = fromMinorUnits(0)
  for (const [deliveryBatchId, its] of Map.groupBy(cartonsOfReceipt(db, receipt.id), deliveryOf)) {
    const quantity = sumDecimals(its.map(({ countedQuantity }) => countedQuantity ?? zero))
    if (!isPositive(quantity)) continue
    const { week, destination } = deliveryBatchId === null ? order : db.get('deliveryBatch', deliveryBatchId)
    const move = moveStock(context, {
      itemId: order.articleId, quantity, fromLocationId: basePlace(db, 'PRODUCTION').id, toLocationId: receipt.locationId, kind: 'RECEIPT', documentEntity: 'finishedGoodsReceipt',
      documentId: receipt.id, documentNumber: receipt.number, note: order.number,
      lot: { code: traceCodeOf(order.number, week, destination) ?? order.number, unitCost, notes: order.number },
    })
    db.insert('finishedGoodsReceiptLine', { receiptId: receipt.id, deliveryBatchId, quantity, moveSeq: move.seq, lotId: partsOfMove(db, move.seq)[0]!.lotId })
    if (unitCost !== null) goods = addMoney(goods, priceTimes(unitCost, quantity, 'half-up'))
  }
  return goods
}
