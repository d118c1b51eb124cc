import { compareDecimals, isPositive, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { engineeringSettings } from '../../shared/engineering/settings.ts'
import { features } from '../../shared/features/settings.ts'
import { cartonsShortOfPallet, differenceOf, receiptVerdict, type Difference } from '../../shared/finished-goods/rules.ts'
import type { receiptObstacles } from '../../shared/finished-goods/receipts.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import { requireAlive } from '../warehouse/document-life.ts'
import { storeOf } from '../warehouse/places.ts'
import { cartonsOfDelivery, piecesIn } from './carton-rows.ts'
import { isClosed, orderedIn, packingOf, type Delivery } from './deliveries.ts'
import { cartonsOfReceipt, type ReceiptRow } from './receiving.ts'

type Asking = Pick<QueryContext, 'db' | 'settings'>
type ReceiptObstacle = (typeof receiptObstacles)[number]
export interface JudgedDifference extends Difference { readonly verdict: ReturnType<typeof receiptVerdict> }

/** A delivery as far as it is scanned and received. */
export interface JudgedDelivery {
  readonly packed: Decimal
  /** Scanned, or in the store already. */
  readonly received: Decimal
  /** Of all of it, against what was packed and ordered. */
  readonly difference: JudgedDifference
  readonly obstacles: readonly ReceiptObstacle[]
  readonly cartonsShortOfPallet: number
  /** Whether more of it may come: nothing is packed any more once it is closed. */
  readonly hasRest: boolean
  readonly isClosed: boolean
}

/** FG-4: what was scanned of a delivery against what was packed and ordered, and what is not as it should be. */
export function judgeDelivery({ db, settings }: Asking, delivery: Delivery): JudgedDelivery {
  const { articleId } = db.get('manufacturingOrder', delivery.manufacturingOrderId)
  const cartons = cartonsOfDelivery(db, delivery)
  const packing = packingOf(db, delivery)
  const packed = sumDecimals(packing.map(({ goodQuantity }) => goodQuantity))
  const received = sumDecimals(cartons.map(({ countedQuantity }) => countedQuantity ?? zero))
  const short = settings.get(features.strictPallets) ? cartonsShortOfPallet(cartons.length, db.get('item', articleId).cartonsPerPallet) : 0
  const obstacles: (ReceiptObstacle | false)[] = [
    cartons.some(({ scannedAt }) => scannedAt === null) && 'cartons',
    packing.some(({ goodQuantity, targetQuantity }) => compareDecimals(goodQuantity, targetQuantity) < 0) && 'packing',
    compareDecimals(packed, piecesIn(cartons)) > 0 && 'loose',
    short > 0 && 'pallets',
  ]
  const [found, closed] = [obstacles.filter(obstacle => obstacle !== false), isClosed(db, delivery)]
  return {
    packed, received, difference: judged(settings, differenceOf({ received, packed, ordered: orderedIn(db, delivery) })), obstacles: found, cartonsShortOfPallet: short,
    hasRest: !closed && found.some(obstacle => obstacle !== 'pallets'), isClosed: closed,
  }
}

/** What was scanned into a receipt against what its cartons say: all that counts while the rest is still to come. */
export function judgeScanned({ db, settings }: Asking, receiptId: string): JudgedDifference & { readonly received: Decimal; readonly labelled: Decimal } {
  const cartons = cartonsOfReceipt(db, receiptId)
  const received = sumDecimals(cartons.map(({ countedQuantity }) => countedQuantity ?? zero))
  const labelled = piecesIn(cartons)
  return { ...judged(settings, differenceOf({ received, packed: labelled, ordered: labelled })), received, labelled }
}

function judged(settings: Asking['settings'], difference: Difference): JudgedDifference {
  const limits = { cartonReview: settings.get(engineeringSettings.cartonReview), cartonManager: settings.get(engineeringSettings.cartonManager) }
  return { ...difference, verdict: receiptVerdict(difference, limits) }
}

/** `isLast`: nothing more of its delivery is waited for. */
export interface Confirmation { readonly locationId: string; readonly reason: string; readonly notes: string; readonly isLast: boolean }
export interface Confirmable { readonly isLast: boolean; readonly verdict: JudgedDifference['verdict']; readonly difference: Difference; readonly packed: Decimal; readonly received: Decimal }

/**
 * What would keep a receipt from being confirmed by anybody. It is the last of its delivery where all of that is in, or whoever confirms it says so; only
 * then it is held against all that was packed and ordered. Throws `nothing-scanned`, `pallets-not-full`, `reason-needed`, `wrong-state`.
 */
export function requireConfirmable(context: CommandContext, receipt: ReceiptRow, { reason, locationId, isLast: saysLast }: Confirmation): Confirmable {
  const { db } = context
  requireAlive('finishedGoodsReceipt', receipt, undefined, receipt.status === 'DRAFT')
  context.scope.section(storeOf(db, locationId, 'locationId').sectionId)
  const [whole, scanned] = [judgeDelivery(context, receipt), judgeScanned(context, receipt.id)]
  const isLast = !whole.isClosed && (saysLast || !whole.hasRest)
  const { number } = db.get('manufacturingOrder', receipt.manufacturingOrderId)
  if (!isPositive(isLast ? whole.received : scanned.received)) throw new AppError('nothing-scanned', { number })
  if (isLast && whole.obstacles.includes('pallets')) throw new AppError('pallets-not-full', { number, missing: whole.cartonsShortOfPallet })
  const { verdict, ...difference } = isLast ? whole.difference : scanned
  if (reason === '' && (difference.isAny || (isLast && whole.obstacles.length > 0))) throw new AppError('reason-needed')
  return { isLast, verdict, difference, packed: isLast ? whole.packed : scanned.labelled, received: isLast ? whole.received : scanned.received }
}
