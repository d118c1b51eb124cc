import type { Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import { totalOf } from '../../shared/core/money.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { salesStatusAfter, type SalesAct, type SalesStatus } from '../../shared/planning/rules.ts'
import { mostSalesLines, type SalesEntry, type SalesLineEntry } from '../../shared/planning/sales-orders.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt, Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { SalesLineTable, SalesOrderTable } from '../database/tables.ts'
import { eachRow } from '../engines/each-row.ts'
import { invalid, placeInLine } from '../warehouse/refusals.ts'
import { openBuyerOrders, removeBuyerOrders } from './buyer-orders.ts'

export type SalesOrderRow = Selectable<SalesOrderTable>
export type SalesLineRow = Selectable<SalesLineTable>

/** Throws `inactive`, and `invalid-input` for a partner that buys nothing or a day before the order. */
export function createSalesOrder(context: CommandContext, entry: SalesEntry): SalesOrderRow {
  requireSound(context.db, entry, undefined)
  return context.db.insert('salesOrder', { ...entry, number: context.number('salesOrder'), status: 'DRAFT', createdBy: context.session.userId })
}

/** While it is a draft. Throws as `createSalesOrder` does, `conflict`, `wrong-state`. */
export function updateSalesOrder({ db }: CommandContext, at: SeenAt, patch: Partial<SalesEntry>): SalesOrderRow {
  const { order } = salesOrderFor(db, at, 'edit')
  requireSound(db, { ...order, ...patch }, order)
  return db.update('salesOrder', order, patch)
}

/** All of them or none; answers their ids in the order given. Throws `invalid-input`, besides, for more lines than an order holds. */
export function saveSalesLines({ db }: CommandContext, salesOrderId: string, entries: readonly SalesLineEntry[]): string[] {
  const order = draftOf(db, salesOrderId)
  const before = rawLines(db, salesOrderId)
  let position = before.at(-1)?.position ?? 0
  let count = before.length
  const ids = eachRow('lines', entries, ({ id, version = 0, unitPrice, ...fields }) => {
    requireSellable(db, fields)
    const line = { ...fields, ...(unitPrice !== undefined && { unitPrice }) }
    if (id === undefined && (count += 1) > mostSalesLines) throw invalid('itemId', 'warehouse.issues.document-full', { maximum: mostSalesLines })
    if (id === undefined) return db.insert('salesLine', { ...line, salesOrderId, position: (position += 1) }).id
    if (db.get('salesLine', id).salesOrderId !== salesOrderId) throw invalid('id', 'planning.issues.other-order')
    return db.update('salesLine', { id, version }, line).id
  }, placeInLine)
  addUp(db, order)
  return ids
}

export function removeSalesLine({ db }: CommandContext, at: SeenAt): SalesOrderRow {
  const order = draftOf(db, db.get('salesLine', at.id).salesOrderId)
  db.remove('salesLine', at)
  return addUp(db, order)
}

/** Every line becomes a buyer's order. Throws `invalid-input` where there is none. */
export function confirmSalesOrder(context: CommandContext, at: SeenAt): SalesOrderRow {
  const { db, session, clock } = context
  const { order, status } = salesOrderFor(db, at, 'confirm')
  const lines = rawLines(db, order.id)
  if (lines.length === 0) throw invalid('lines', 'planning.issues.no-lines')
  openBuyerOrders(context, order, lines)
  return db.update('salesOrder', order, { status, confirmedBy: session.userId, confirmedAt: clock.now() })
}

/** Throws `in-use` with the order by which it is made. */
export function withdrawSalesOrder({ db }: CommandContext, at: SeenAt): SalesOrderRow {
  const { order, status } = salesOrderFor(db, at, 'withdraw')
  removeBuyerOrders(db, order)
  return db.update('salesOrder', order, { status, confirmedBy: null, confirmedAt: null })
}

export function closeSalesOrder({ db, session, clock }: CommandContext, at: SeenAt): SalesOrderRow {
  const { order, status } = salesOrderFor(db, at, 'close')
  return db.update('salesOrder', order, { status, closedBy: session.userId, closedAt: clock.now() })
}

export function reopenSalesOrder({ db }: CommandContext, at: SeenAt): SalesOrderRow {
  const { order, status } = salesOrderFor(db, at, 'reopen')
  return db.update('salesOrder', order, { status, closedBy: null, closedAt: null, cancelledBy: null, cancelledAt: null, cancelReason: null })
}

/** Throws `in-use` as `withdrawSalesOrder` does. */
export function cancelSalesOrder({ db, session, clock }: CommandContext, at: SeenAt, reason: string): SalesOrderRow {
  const { order, status } = salesOrderFor(db, at, 'cancel')
  removeBuyerOrders(db, order)
  return db.update('salesOrder', order, { status, cancelledBy: session.userId, cancelledAt: clock.now(), cancelReason: reason })
}

export function rawLines(db: Reader, salesOrderId: string): SalesLineRow[] {
  return db.all(sql.selectFrom('salesLine').selectAll().where('salesOrderId', '=', salesOrderId).orderBy('position').orderBy('id'))
}

function salesOrderFor(db: Reader, { id, version }: SeenAt, act: SalesAct): { readonly order: SalesOrderRow; readonly status: SalesStatus } {
  const order = db.get('salesOrder', id)
  if (order.version !== version) throw new AppError('conflict', { entity: 'salesOrder', id })
  const status = salesStatusAfter(order.status, act)
  if (status === undefined) throw wrongState(order)
  return { order, status }
}

function draftOf(db: Reader, id: string): SalesOrderRow {
  const order = db.get('salesOrder', id)
  if (order.status !== 'DRAFT') throw wrongState(order)
  return order
}

function wrongState({ id, number, status }: SalesOrderRow): AppError {
  return new AppError('wrong-state', { entity: 'salesOrder', id, number, status })
}

/** With its lines the order has a new version: whoever acts upon what they saw before is told. */
function addUp(db: Writer, order: SalesOrderRow): SalesOrderRow {
  return db.update('salesOrder', order, { total: totalOf(rawLines(db, order.id)), lineChanges: order.lineChanges + 1 })
}

function requireSound(
  db: Reader,
  { partnerId, orderDay, shipDay }: Pick<SalesEntry, 'partnerId'> & { readonly orderDay: string; readonly shipDay: string },
  before: SalesOrderRow | undefined,
): void {
  if (partnerId !== before?.partnerId) requireBuyer(db, partnerId)
  if (shipDay < orderDay) throw invalid('shipDay', 'planning.issues.ship-before-order')
}

function requireBuyer(db: Reader, id: string): void {
  const { code, kind, isActive } = db.get('partner', id)
  if (!isActive) throw new AppError('inactive', { entity: 'partner', id, code })
  if (kind !== 'CUSTOMER') throw invalid('partnerId', 'planning.issues.not-a-buyer')
}

function requireSellable(db: Reader, { itemId, quantity }: Pick<SalesLineEntry, 'itemId' | 'quantity'>): void {
  const { code, isActive, kind, unitId } = db.get('item', itemId)
  if (!isActive) throw new AppError('inactive', { entity: 'item', id: itemId, code })
  if (kind !== 'FINISHED_GOOD') throw invalid('itemId', 'planning.issues.not-finished')
  const { places } = db.get('unit', unitId)
  if (!fitsUnit(quantity, places)) throw invalid('quantity', 'masters.issues.unit-places', { places })
}
