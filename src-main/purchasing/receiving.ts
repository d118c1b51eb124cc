import type { Selectable } from 'kysely'
import { wallClock } from '../../shared/core/dates.ts'
import { addDecimals, decimalText, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { Arrival, ArrivedLine } from '../../shared/purchasing/receipts.ts'
import { exceeds, lotCodeOf, mostOf, restOf, statusByReceipts } from '../../shared/purchasing/rules.ts'
import { purchasingSettings } from '../../shared/purchasing/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { PurchaseReceiptTable } from '../database/tables.ts'
import { eachRow } from '../engines/each-row.ts'
import { costInItemUnit } from '../engineering/conversions.ts'
import { postInItemUnit } from '../engineering/unit-entries.ts'
import { requireAlive, reversalNow, undoLines } from '../warehouse/document-life.ts'
import { partsOfMove } from '../warehouse/lots.ts'
import { basePlace, storeOf } from '../warehouse/places.ts'
import { invalid } from '../warehouse/refusals.ts'
import { moveStock } from '../warehouse/stock.ts'
import { orderFor, rawLines, type Line, type Order } from './orders.ts'

type ReceiptRow = Selectable<PurchaseReceiptTable>

/** Percent by which more may come than was ordered; `any`: somebody has approved it. */
type Tolerance = Decimal | 'any'

/**
 * PL-7: takes a delivery in, each of its lines as a lot of its own; debts of the item are settled by the move (WH-20). Throws `over-receipt`, `wrong-state`,
 * `conflict` where the order is another by now, and what `moveStock` throws. The caller has declared `receiptWrites` and its scope.
 */
export function receive(context: CommandContext, arrival: Arrival, tolerance: Tolerance = toleranceOf(context)): ReceiptRow {
  const { db, session, today, notify } = context
  const { order } = orderFor(db, { id: arrival.orderId, version: arrival.version }, 'receive')
  const ordered = orderedLines(db, order, arrival.lines)
  const dueDay = ordered.map(line => line.neededDay ?? order.expectedDay).reduce((first, day) => (day < first ? day : first))
  const { locationId, deliveryNote, notes } = arrival
  const receipt = db.insert('purchaseReceipt', {
    number: context.number('purchaseReceipt'), orderId: order.id, partnerId: order.partnerId, locationId, status: 'POSTED', receivedDay: today(), dueDay,
    deliveryNote, notes,
    createdBy: session.userId,
  })
  const supplier = basePlace(db, 'SUPPLIER')
  const stamp = stampOf(context)
  eachRow(
    'lines', arrival.lines, arrived => takeIn(context, { order, receipt, arrived, tolerance, stamp, fromLocationId: supplier.id }),
    ({ code }) => (code === 'over-receipt' ? { field: 'quantity' } : undefined),
  )
  const { number } = moveOn(context, order)
  const params = { number, receipt: receipt.number, vendor: db.get('partner', order.partnerId).name }
  if (order.createdBy !== session.userId) notify({ kind: 'PURCHASE_RECEIVED', audience: { user: order.createdBy }, params, entity: 'purchaseOrder', entityId: order.id })
  return receipt
}

/**
 * All of it goes back to the supplier. Throws `invalid-input` with the lines of which some has gone on, `wrong-state` where it was reversed or the order
 * closed.
 */
export function reverseReceipt(context: CommandContext, at: SeenAt, reason: string): ReceiptRow {
  const { db } = context
  const receipt = db.get('purchaseReceipt', at.id)
  requireAlive('purchaseReceipt', receipt, at.version, receipt.status === 'POSTED')
  const { order } = orderFor(db, db.get('purchaseOrder', receipt.orderId), 'reverseReceipt')
  const lines = db.all(sql.selectFrom('purchaseReceiptLine').selectAll().where('receiptId', '=', receipt.id).orderBy('moveSeq'))
  undoLines(context, lines, reason, ({ lineId, quantity }) => {
    const line = db.get('purchaseLine', lineId)
    db.update('purchaseLine', line, { received: subtractDecimals(line.received, quantity) })
  })
  moveOn(context, order)
  return db.update('purchaseReceipt', receipt, reversalNow(context, reason))
}

export function toleranceOf({ settings }: Pick<CommandContext, 'settings'>): Decimal {
  return settings.get(purchasingSettings.overReceipt)
}

interface Taking {
  readonly order: Order
  readonly receipt: ReceiptRow
  readonly arrived: ArrivedLine
  readonly tolerance: Tolerance
  readonly stamp: string
  readonly fromLocationId: string
}

function takeIn(context: CommandContext, { order, receipt, arrived, tolerance, stamp, fromLocationId }: Taking): void {
  const { db } = context
  const { quantity, supplierLot, expiresOn } = arrived
  const locationId = arrived.locationId ?? receipt.locationId
  const line = db.get('purchaseLine', arrived.lineId)
  if (tolerance !== 'any' && exceeds(line, quantity, tolerance)) throw overReceipt(db, order, line, quantity, tolerance)
  const item = db.get('item', line.itemId)
  const by = { documentEntity: 'purchaseReceipt', documentId: receipt.id, documentNumber: receipt.number } as const
  const approvedBy = tolerance === 'any' ? context.session.userId : null
  const stockQuantity = postInItemUnit(context, { itemId: item.id, unitId: line.unitId, quantity, locationId, approvedBy, ...by })
  const move = moveStock(context, {
    itemId: item.id, quantity: stockQuantity, fromLocationId, toLocationId: locationId, kind: 'RECEIPT', note: order.number, ...by,
    lot: {
      code: lotCodeOf(order.number, item.code, stamp), supplierLot, expiresOn, partnerId: order.partnerId,
      ...(line.unitPrice !== null && { unitCost: costInItemUnit(line.unitPrice, quantity, stockQuantity) }),
    },
  })
  db.insert(
    'purchaseReceiptLine',
    {
      receiptId: receipt.id, lineId: line.id, itemId: item.id, quantity, stockQuantity, locationId, moveSeq: move.seq,
      lotId: partsOfMove(db, move.seq)[0]!.lotId,
    },
  )
  db.update('purchaseLine', line, { received: addDecimals(line.received, quantity) })
}

/** The order goes where its receipts lead it. */
function moveOn({ db, session, clock }: CommandContext, order: Order): Order {
  const sent = order.sentAt === null ? { sentBy: session.userId, sentAt: clock.now() } : {}
  return db.update('purchaseOrder', order, { status: statusByReceipts(rawLines(db, order.id)), ...sent })
}

/** The ordered lines of a delivery. Throws `invalid-input` for a line of another order, more decimals than its unit has, or a place that keeps no stock. */
export function orderedLines(db: Reader, order: Order, arrived: readonly ArrivedLine[]): Line[] {
  return eachRow('lines', arrived, ({ lineId, quantity, locationId }) => {
    const line = db.get('purchaseLine', lineId)
    if (line.orderId !== order.id) throw invalid('lineId', 'purchasing.issues.other-order')
    const { places } = db.get('unit', line.unitId)
    if (!fitsUnit(quantity, places)) throw invalid('quantity', 'masters.issues.unit-places', { places })
    if (locationId !== null) storeOf(db, locationId, 'locationId')
    return line
  })
}

function overReceipt(db: Reader, order: Order, line: Line, arriving: Decimal, tolerance: Decimal): AppError {
  return new AppError('over-receipt', {
    number: order.number, itemName: db.get('item', line.itemId).name, arriving: decimalText(arriving), rest: decimalText(restOf(line)),
    most: decimalText(subtractDecimals(mostOf(line.quantity, tolerance), line.received)), unit: db.get('unit', line.unitId).code,
  })
}

/** `20261120100532`, on the factory's clock. */
function stampOf({ db, clock }: CommandContext): string {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const now = clock.now()
  const { day, time } = wallClock(now, timeZone)
  return `${day}${time}${now.slice(17, 19)}`.replace(/\D/g, '')
}
