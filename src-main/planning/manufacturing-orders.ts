import type { BusinessDay } from '../../shared/core/dates.ts'
import { compareDecimals } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { manufacturingOrders } from '../../shared/planning/manufacturing-orders.ts'
import { statusAfter, traceCodeOf, type ManufacturingAct, type ManufacturingStatus } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { orderWeeks } from '../../shared/purchasing/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt, Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { invalid } from '../warehouse/refusals.ts'
import { followProduction, openOrder, productionOf, type ManufacturingRow } from './buyer-orders.ts'
import { keepParts, partsNow } from './order-parts.ts'
import { cancelWorkOrders } from './work-orders.ts'
import { fittingRoute } from './stages.ts'

type Created = ParsedInputOf<typeof manufacturingOrders.createManufacturingOrder>
type Patch = Omit<ParsedInputOf<typeof manufacturingOrders.updateManufacturingOrder>, 'id' | 'version'>

/** By hand. Throws `inactive`, `invalid-input`, `in-use` where the buyer's order is made already. */
export function createManufacturingOrder(context: CommandContext, { articleId, buyerOrderId, ...fields }: Created): ManufacturingRow {
  const { db } = context
  requireArticle(db, articleId, fields.quantity)
  const buyer = buyerOrderId === undefined ? undefined : requireOpenBuyer(db, buyerOrderId, articleId, fields.quantity)
  requireWeek(context, fields.week)
  requireDays({ ...(buyer && { shipDay: buyer.shipDay }), ...fields })
  return openOrder(context, {
    ...(buyer && { week: buyer.week, destination: buyer.destination, shipDay: buyer.shipDay, buyerOrderId: buyer.id }),
    ...fields,
    kind: 'PRODUCTION',
    status: 'DRAFT',
    articleId,
  })
}

/** A draft. Throws as `createManufacturingOrder` does, `conflict`, `wrong-state`. */
export function updateManufacturingOrder(context: CommandContext, at: SeenAt, patch: Patch): ManufacturingRow {
  const { db } = context
  const { order } = orderFor(db, at, 'edit')
  if (order.kind === 'BUYER') throw invalid('quantity', 'planning.issues.locked-by-buyer')
  const after = { ...order, ...patch }
  requireArticle(db, order.articleId, after.quantity)
  if (patch.week !== order.week) requireWeek(context, patch.week)
  requireDays(after)
  return db.update('manufacturingOrder', order, { ...patch, traceCode: traceCodeOf(order.number, after.week, after.destination) })
}

/** Without anything being bought for it. Throws `no-bom`, `no-route`. */
export function releaseManufacturingOrder(context: CommandContext, at: SeenAt): ManufacturingRow {
  const { db } = context
  const { order } = orderFor(db, at, 'release')
  if (order.kind === 'BUYER' || order.status !== 'DRAFT') throw wrongState(order)
  const released = unlock(context, order, 'RELEASED', {})
  addBatch(db, released, null, released)
  return released
}

/** PL-22: what was kept for it is free again. Throws `in-use` where goods of it are in the store. */
export function cancelManufacturingOrder(context: CommandContext, at: SeenAt, reason: string): ManufacturingRow {
  const { db } = context
  const { order } = orderFor(db, at, 'cancel')
  const made = order.kind === 'BUYER' ? productionOf(db, order.id) : undefined
  if (made) throw new AppError('in-use', { entity: 'manufacturingOrder', id: order.id, by: 'manufacturingOrder', examples: made.number })
  requireNothingReceived(db, order)
  return endOrder(context, order, reason)
}

/** What is in the store was made: such an order is closed, not cancelled. */
function requireNothingReceived(db: Reader, { id }: ManufacturingRow): void {
  const receipt = db.first(sql.selectFrom('finishedGoodsReceipt').select('number').where('manufacturingOrderId', '=', id).where('status', '=', 'POSTED'))
  if (receipt) throw new AppError('in-use', { entity: 'manufacturingOrder', id, by: 'finishedGoodsReceipt', examples: receipt.number })
}

/** Cancels what is still open; that it may be has been looked at. */
export function endOrder({ db, session, clock }: CommandContext, order: ManufacturingRow, reason: string): ManufacturingRow {
  const cancelled = db.update('manufacturingOrder', order, { status: 'CANCELLED', cancelledBy: session.userId, cancelledAt: clock.now(), cancelReason: reason })
  cancelWorkOrders({ db, clock }, order.id)
  followProduction(db, cancelled)
  return cancelled
}

/**
 * An order from a draft to what may be worked on: its BOM is kept as it is now, and its route chosen where nobody chose one. Throws `no-bom`,
 * `no-route`.
 */
export function unlock(context: CommandContext, order: ManufacturingRow, status: 'PARTIAL' | 'RELEASED', more: Partial<ManufacturingRow>): ManufacturingRow {
  const { db, session, clock } = context
  const after = { ...order, ...more }
  if (order.status === 'DRAFT') keepParts(context, order.id, order.articleId)
  const reached = status === 'RELEASED' && order.startedDay !== null ? 'IN_PROGRESS' : status
  const unlocked = db.update('manufacturingOrder', order, {
    ...more,
    status: reached,
    productionRouteId: order.productionRouteId ?? requireRoute(context, order.articleId),
    traceCode: traceCodeOf(order.number, after.week, after.destination),
    ...(status === 'RELEASED' && { releasedBy: session.userId, releasedAt: clock.now() }),
  })
  followProduction(db, unlocked)
  return unlocked
}

/**
 * With the first day that is entered an order is in progress, and without any not any more; one whose labels are still to be bought goes on
 * waiting for them.
 */
export function countOrderBegun({ db }: CommandContext, id: string): void {
  const order = db.get('manufacturingOrder', id)
  const startedDay = firstDayOf(db, id)
  const status = statusAfter(order.status, startedDay === null ? 'unbegin' : 'begin')
  if (status === undefined || (status === order.status && startedDay === order.startedDay)) return
  followProduction(db, db.update('manufacturingOrder', order, { status, startedDay }))
}

function firstDayOf(db: Reader, manufacturingOrderId: string): string | null {
  const first = db.first(
    sql
      .selectFrom('dailyProduction')
      .innerJoin('workOrder', 'workOrder.id', 'dailyProduction.workOrderId')
      .select('dailyProduction.day')
      .where('workOrder.manufacturingOrderId', '=', manufacturingOrderId)
      .orderBy('dailyProduction.day')
      .limit(1),
  )
  return first?.day ?? null
}

/** One delivery of it: the whole, or what a label order names. */
export function addBatch(
  db: Writer,
  { id, week, destination }: Pick<ManufacturingRow, 'id' | 'week' | 'destination'>,
  labelOrderId: string | null,
  { quantity }: Pick<ManufacturingRow, 'quantity'>,
): void {
  const last = db.first(
    sql.selectFrom('deliveryBatch').select('position').where('manufacturingOrderId', '=', id).orderBy('position', 'desc').limit(1),
  )
  db.insert('deliveryBatch', { manufacturingOrderId: id, position: (last?.position ?? 0) + 1, labelOrderId, quantity, week, destination })
}

/** The order for an act, as it was seen, and where the act leads. Throws `conflict`, `wrong-state`. */
export function orderFor(
  db: Reader,
  { id, version }: SeenAt,
  act: ManufacturingAct,
): { readonly order: ManufacturingRow; readonly status: ManufacturingStatus } {
  const order = db.get('manufacturingOrder', id)
  if (order.version !== version) throw new AppError('conflict', { entity: 'manufacturingOrder', id })
  const status = statusAfter(order.status, act)
  if (status === undefined) throw wrongState(order)
  return { order, status }
}

export function wrongState({ id, number, status }: Pick<ManufacturingRow, 'id' | 'number' | 'status'>): AppError {
  return new AppError('wrong-state', { entity: 'manufacturingOrder', id, number, status })
}

function requireRoute(context: CommandContext, articleId: string): string {
  const route = fittingRoute(context.db, partsNow(context, articleId))
  if (route === undefined) throw new AppError('no-route', { article: context.db.get('item', articleId).code })
  return route
}

function requireArticle(db: Reader, id: string, quantity: ManufacturingRow['quantity']): void {
  const { code, isActive, kind, unitId } = db.get('item', id)
  if (!isActive) throw new AppError('inactive', { entity: 'item', id, code })
  if (kind !== 'FINISHED_GOOD' && kind !== 'WIP') throw invalid('articleId', 'planning.issues.not-made')
  const { places } = db.get('unit', unitId)
  if (!fitsUnit(quantity, places)) throw invalid('quantity', 'masters.issues.unit-places', { places })
  if (!fitsUnit(quantity, 0)) throw invalid('quantity', 'planning.issues.whole')
}

function requireOpenBuyer(db: Reader, id: string, articleId: string, quantity: ManufacturingRow['quantity']): ManufacturingRow {
  const buyer = db.get('manufacturingOrder', id)
  if (buyer.kind !== 'BUYER' || buyer.articleId !== articleId) throw invalid('buyerOrderId', 'planning.issues.other-article')
  if (buyer.status !== 'DRAFT') throw wrongState(buyer)
  const made = productionOf(db, id)
  if (made) throw new AppError('in-use', { entity: 'manufacturingOrder', id, by: 'manufacturingOrder', examples: made.number })
  if (compareDecimals(quantity, buyer.quantity) < 0) throw invalid('quantity', 'planning.issues.less-than-ordered')
  return buyer
}

/** PL-1: from this week on, so many weeks ahead. */
export function requireWeek({ today, settings }: Pick<CommandContext, 'today' | 'settings'>, week: string | null | undefined): void {
  const weeks = settings.get(planningSettings.weeksAhead)
  if (week && !orderWeeks(today() as BusinessDay, weeks).includes(week)) throw invalid('week', 'planning.issues.week-out-of-reach', { weeks })
}

function requireDays({ productionDay, shipDay }: { readonly productionDay?: string | undefined; readonly shipDay?: string | undefined }): void {
  if (productionDay !== undefined && shipDay !== undefined && shipDay < productionDay) throw invalid('shipDay', 'planning.issues.ship-before-production')
}
