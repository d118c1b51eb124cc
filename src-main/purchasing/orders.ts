import type { Selectable } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { totalOf } from '../../shared/core/money.ts'
import { rational } from '../../shared/core/rational.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { mostLines, type LineEntry, type OrderEntry } from '../../shared/purchasing/orders.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { orderWeeks, purposeFaults, statusAfter, type OrderAct, type OrderPurpose, type OrderStatus } from '../../shared/purchasing/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt, Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { waitingRequests } from '../engines/approvals.ts'
import type { PurchaseLineTable, PurchaseOrderTable } from '../database/tables.ts'
import { eachRow } from '../engines/each-row.ts'
import { convert } from '../engineering/conversions.ts'
import { invalid, placeInLine } from '../warehouse/refusals.ts'

export type Order = Selectable<PurchaseOrderTable>
export type Line = Selectable<PurchaseLineTable>

/** Throws `inactive`, and `invalid-input` for what its kind needs (PL-1). */
export function createOrder(context: CommandContext, entry: OrderEntry): Order {
  requireSound(context, entry, undefined)
  return context.db.insert('purchaseOrder', { ...entry, number: context.number('purchaseOrder'), status: 'DRAFT', createdBy: context.session.userId })
}

/** While it is a draft that nobody is asked about. Throws as `createOrder` does, `conflict`, `wrong-state`, `approval-pending`. */
export function updateOrder(context: CommandContext, { id, version }: SeenAt, patch: Partial<OrderEntry>): Order {
  const order = context.db.get('purchaseOrder', id)
  requireDraft(context.db, order)
  if (order.version !== version) throw new AppError('conflict', { entity: 'purchaseOrder', id })
  requireSound(context, { ...order, ...patch }, order)
  return context.db.update('purchaseOrder', order, patch)
}

/** All of them or none; answers their ids in the order given. Throws `invalid-input`, besides, for more lines than an order holds. */
export function saveLines(context: CommandContext, orderId: string, entries: readonly LineEntry[]): string[] {
  const { db } = context
  const order = db.get('purchaseOrder', orderId)
  requireDraft(db, order)
  const before = rawLines(db, orderId)
  let position = before.at(-1)?.position ?? 0
  let count = before.length
  const ids = eachRow('lines', entries, ({ id, version = 0, unitId, unitPrice, ...fields }) => {
    const line = { ...fields, unitId: requireOrderable(db, fields.itemId, unitId, fields.quantity), ...(unitPrice !== undefined && { unitPrice }) }
    if (id === undefined && (count += 1) > mostLines) throw invalid('itemId', 'warehouse.issues.document-full', { maximum: mostLines })
    if (id === undefined) return db.insert('purchaseLine', { ...line, orderId, position: (position += 1) }).id
    if (db.get('purchaseLine', id).orderId !== orderId) throw new AppError('not-found', { entity: 'purchaseLine', id })
    return db.update('purchaseLine', { id, version }, line).id
  }, placeInLine)
  addUp(db, order)
  return ids
}

export function removeLine({ db }: CommandContext, at: SeenAt): Order {
  const order = db.get('purchaseOrder', db.get('purchaseLine', at.id).orderId)
  requireDraft(db, order)
  db.remove('purchaseLine', at)
  return addUp(db, order)
}

export function rawLines(db: Reader, orderId: string): Line[] {
  return db.all(sql.selectFrom('purchaseLine').selectAll().where('orderId', '=', orderId).orderBy('position').orderBy('id'))
}

/** The order for an act, as it was seen, and where the act leads. Throws `conflict`, `wrong-state`. */
export function orderFor(db: Reader, { id, version }: SeenAt, act: OrderAct): { readonly order: Order; readonly status: OrderStatus } {
  const order = db.get('purchaseOrder', id)
  if (order.version !== version) throw new AppError('conflict', { entity: 'purchaseOrder', id })
  const status = statusAfter(order.status, act)
  if (status === undefined) throw wrongState(order)
  return { order, status }
}

function wrongState({ id, number, status }: Order): AppError {
  return new AppError('wrong-state', { entity: 'purchaseOrder', id, number, status })
}

/** What is asked for about an order is decided first: deciders would approve something else than they saw. Throws `approval-pending`. */
export function requireNothingWaiting(db: Reader, { id }: Order): void {
  const [open] = waitingRequests(db, 'purchaseOrder', id)
  if (open) throw new AppError('approval-pending', { entity: 'approvalRequest', id: open.id, number: open.number })
}

function requireDraft(db: Reader, order: Order): void {
  if (order.status !== 'DRAFT') throw wrongState(order)
  requireNothingWaiting(db, order)
}

/** What its lines come to. With its lines the order has a new version: whoever acts upon what they saw before is told. */
function addUp(db: Writer, order: Order): Order {
  return db.update('purchaseOrder', order, { total: totalOf(rawLines(db, order.id)), lineChanges: order.lineChanges + 1 })
}

/** What of an order must fit together. */
interface Terms extends OrderPurpose { readonly partnerId: string; readonly orderDay: string; readonly expectedDay: string }

function requireSound({ db, today, settings }: CommandContext, entry: Terms, before: Order | undefined): void {
  const { partnerId, articleId, sourceOrderId, orderDay, expectedDay } = entry
  if (partnerId !== before?.partnerId) requireVendor(db, partnerId)
  if (articleId !== null && articleId !== before?.articleId) requireActiveItem(db, articleId)
  if (expectedDay < orderDay) throw invalid('expectedDay', 'purchasing.issues.expected-before-order')
  if (sourceOrderId !== null && sourceOrderId === before?.id) throw invalid('sourceOrderId', 'purchasing.issues.source-itself')
  // A week that was within reach when it was named stays.
  const ahead = settings.get(planningSettings.weeksAhead)
  const weeks = [...orderWeeks(today() as BusinessDay, ahead), ...(before?.week ? [before.week] : [])]
  const issues = purposeFaults(entry, weeks).map(({ field, reason }) => ({ path: [field], reason, params: field === 'week' ? { weeks: ahead } : {} }))
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
  if (sourceOrderId !== null && sourceOrderId !== before?.sourceOrderId) requireFabric(db, sourceOrderId)
}

function requireVendor(db: Reader, id: string): void {
  const { code, kind, isActive } = db.get('partner', id)
  if (!isActive) throw new AppError('inactive', { entity: 'partner', id, code })
  if (kind === 'CUSTOMER') throw invalid('partnerId', 'purchasing.issues.not-a-vendor')
}

function requireActiveItem(db: Reader, id: string): void {
  const { code, isActive } = db.get('item', id)
  if (!isActive) throw new AppError('inactive', { entity: 'item', id, code })
}

function requireFabric(db: Reader, id: string): void {
  const { kind, status } = db.get('purchaseOrder', id)
  if (kind !== 'FABRIC') throw invalid('sourceOrderId', 'purchasing.issues.source-not-fabric')
  if (status === 'CANCELLED') throw invalid('sourceOrderId', 'purchasing.issues.source-cancelled')
}

/** The unit a line is ordered in: one that leads to the item's own. Throws `inactive`, `no-conversion`, `invalid-input`. */
function requireOrderable(db: Reader, itemId: string, unitId: string | null, quantity: Decimal): string {
  requireActiveItem(db, itemId)
  const item = db.get('item', itemId)
  if (item.kind === 'SERVICE') throw invalid('itemId', 'warehouse.issues.service')
  const unit = db.get('unit', unitId ?? item.unitId)
  if (!fitsUnit(quantity, unit.places)) throw invalid('quantity', 'masters.issues.unit-places', { places: unit.places })
  convert(db, itemId, rational(quantity), unit.id, item.unitId)
  return unit.id
}
