import { sql as raw } from 'kysely'
import { compareRationals, rational, toDecimal } from '../../shared/core/rational.ts'
import type { Page } from '../../shared/core/list.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Arriving, ReceivingDetail, ReceivingState, receipts } from '../../shared/finished-goods/receipts.ts'
import { finishedGoodsSettings } from '../../shared/finished-goods/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { cartonsOfOrder } from './carton-rows.ts'
import { placesFor } from './places.ts'
import { judgeReceipt } from './receipt-posting.ts'
import { receiptOfOrder } from './receiving.ts'

const counted = sql.selectFrom('carton').groupBy('manufacturingOrderId')
  .select(({ fn }) => ['manufacturingOrderId', fn.count<number>('id').as('cartonCount'), fn.count<number>('scannedAt').as('scannedCount')])

const state = raw<ReceivingState>`case when receipt.status = 'POSTED' then 'POSTED' when counted.scannedCount = 0 then 'PACKING'
  when counted.scannedCount < counted.cartonCount then 'SCANNING' else 'COMPLETE' end`

/** Orders of which cartons are packed. */
const arrivingRows = sql.selectFrom('manufacturingOrder')
  .innerJoin(counted.as('counted'), 'counted.manufacturingOrderId', 'manufacturingOrder.id')
  .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
  .innerJoin('unit', 'unit.id', 'article.unitId')
  .leftJoin('finishedGoodsReceipt as receipt', join => join.onRef('receipt.manufacturingOrderId', '=', 'manufacturingOrder.id').on('receipt.status', '<>', 'REVERSED'))
  .select([
    'manufacturingOrder.id', 'manufacturingOrder.id as manufacturingOrderId', 'manufacturingOrder.number as manufacturingNumber', 'manufacturingOrder.articleId', 'article.code as articleCode',
    'article.name as articleName', 'unit.code as unitCode', 'manufacturingOrder.week', 'manufacturingOrder.destination', 'manufacturingOrder.shipDay', 'manufacturingOrder.quantity as ordered',
    'counted.cartonCount', 'counted.scannedCount', 'receipt.id as receiptId', 'receipt.number as receiptNumber', 'receipt.postedDay',
  ])
  .select(state.as('state'))

export function listArriving(db: Reader, input: ParsedInputOf<typeof receipts.listArriving>): Page<Arriving> {
  const { state: states, shipTo, ...filter } = input.filter
  let query = narrowed(sql.with('entry', () => arrivingRows).selectFrom('entry').selectAll('entry'), filter, { week: 'entry.week', destination: 'entry.destination' })
  if (states !== undefined) query = query.where('entry.state', 'in', states)
  if (shipTo !== undefined) query = query.where('entry.shipDay', '<=', shipTo)
  return listPage(db, input, {
    query,
    columns: {
      manufacturingNumber: 'entry.manufacturingNumber', articleName: textColumn('entry.articleName'), state: 'entry.state', week: 'entry.week', shipDay: 'entry.shipDay', cartonCount: 'entry.cartonCount',
      scannedCount: 'entry.scannedCount',
    },
    search: ['entry.manufacturingNumber', 'entry.articleCode', 'entry.articleName', 'entry.receiptNumber', 'entry.week'],
    defaultSort: [{ column: 'shipDay', descending: false }, { column: 'manufacturingNumber', descending: false }],
    id: 'entry.id',
  })
}

/** Throws `not-found` of an order of which nothing is packed yet. */
export function receivingDetail(context: Pick<QueryContext, 'db' | 'settings'>, manufacturingOrderId: string): ReceivingDetail {
  const { db, settings } = context
  const row = db.first(arrivingRows.where('manufacturingOrder.id', '=', manufacturingOrderId))
  if (!row) throw new AppError('not-found', { entity: 'carton', id: manufacturingOrderId })
  const { id: _id, ...facts } = row
  const { pieces, percent, isAny, verdict, packed, received, obstacles, cartonsShortOfPallet } = judgeReceipt(context, manufacturingOrderId)
  return {
    ...facts, receipt: receiptFacts(db, manufacturingOrderId), cartons: cartonsOfOrder(db, manufacturingOrderId), packed, received, obstacles: [...obstacles], cartonsShortOfPallet,
    difference: {
      pieces, percent: toDecimal(percent, 'half-up'), isAny, verdict, isBeyondTolerance: compareRationals(percent, rational(settings.get(finishedGoodsSettings.dailyTolerance))) > 0,
    },
    places: placesFor(db, facts.articleId), waiting: facts.receiptId === null ? [] : waitingFor(db, facts.receiptId),
  }
}

function receiptFacts(db: Reader, manufacturingOrderId: string): ReceivingDetail['receipt'] {
  const receipt = receiptOfOrder(db, manufacturingOrderId)
  if (!receipt) return null
  const { id, version, number, status, locationId, reason, notes, createdBy, postedBy, postedAt, postedDay } = receipt
  return {
    id, version, number, status, locationId, locationName: db.get('location', locationId).name, reason, notes, postedAt, postedDay, createdByName: db.get('user', createdBy).fullName,
    postedByName: postedBy === null ? null : db.get('user', postedBy).fullName,
  }
}

function waitingFor(db: Reader, receiptId: string): ReceivingDetail['waiting'] {
  return db.all(
    sql.selectFrom('approvalRequest').select(['id', 'number', 'kind', 'step']).where('entity', '=', 'finishedGoodsReceipt').where('entityId', '=', receiptId).where('status', '=', 'PENDING')
      .orderBy('number'),
  )
}
