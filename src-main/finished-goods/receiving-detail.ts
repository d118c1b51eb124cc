import { compareRationals, rational, toDecimal } from '../../shared/core/rational.ts'
import { zero } from '../../shared/core/decimal.ts'
import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'
import { finishedGoodsSettings } from '../../shared/finished-goods/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { waitingRequests } from '../engines/approvals.ts'
import { cartonsOfDelivery } from './carton-rows.ts'
import { areOthersIn, postedReceiptsOf } from './deliveries.ts'
import { placesFor } from './places.ts'
import { judgeDelivery, judgeScanned, type JudgedDifference } from './receipt-judging.ts'
import { openReceipt, type ReceiptRow } from './receiving.ts'
import { arrivingOf } from './receiving-rows.ts'

type Asking = Pick<QueryContext, 'db' | 'settings'>

/** Throws `not-found` of what nothing is packed of yet. */
export function receivingDetail(context: Asking, id: string): ReceivingDetail {
  const { db, settings } = context
  const { delivery, ofOrder } = arrivingOf(db, id)
  const receipt = openReceipt(db, delivery)
  const { difference, packed, received, obstacles, cartonsShortOfPallet, hasRest, isClosed } = judgeDelivery(context, delivery)
  return {
    ...delivery, receipt: receipt ? receiptFacts(db, receipt) : null, posted: postedReceiptsOf(db, delivery).map(posted => receiptFacts(db, posted)), cartons: cartonsOfDelivery(db, delivery),
    deliveries: ofOrder.map(({ id: ownId, week, destination, state, scannedCount, cartonCount }) => ({ id: ownId, week, destination, state, scannedCount, cartonCount })),
    packed, received, obstacles: [...obstacles], cartonsShortOfPallet, isClosed, hasRest, completesOrder: !isClosed && areOthersIn(db, delivery),
    difference: shown(settings, difference), scannedDifference: receipt ? shown(settings, judgeScanned(context, receipt.id)) : noDifference,
    places: placesFor(db, delivery.articleId), waiting: receipt ? waitingRequests(db, 'finishedGoodsReceipt', receipt.id) : [],
  }
}

const noDifference: ReceivingDetail['scannedDifference'] = { pieces: zero, percent: zero, isAny: false, verdict: 'AUTOMATIC', isBeyondTolerance: false }

function shown(settings: Asking['settings'], { pieces, percent, isAny, verdict }: JudgedDifference): ReceivingDetail['difference'] {
  const isBeyondTolerance = compareRationals(percent, rational(settings.get(finishedGoodsSettings.dailyTolerance))) > 0
  return { pieces, percent: toDecimal(percent, 'half-up'), isAny, verdict, isBeyondTolerance }
}

function receiptFacts(db: Reader, receipt: ReceiptRow): ReceivingDetail['posted'][number] {
  const { id, version, number, status, locationId, reason, notes, receivedQuantity, createdBy, postedBy, postedAt, postedDay } = receipt
  return {
    id, version, number, status, locationId, locationName: db.get('location', locationId).name, reason, notes, receivedQuantity, postedAt, postedDay,
    createdByName: db.get('user', createdBy).fullName, postedByName: postedBy === null ? null : db.get('user', postedBy).fullName,
  }
}
