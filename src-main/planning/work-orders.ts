import {
  addDecimals,
  compareDecimals,
  isPositive,
  maxDecimal,
  minDecimal,
  subtractDecimals,
  sumDecimals,
  zero,
  type Decimal,
} from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { firstNumber, isUnlocked, openWorkOrders, workOrderAfter, type WorkOrderAct, type WorkOrderStatus } from '../../shared/planning/rules.ts'
import type { WorkOrderDetail } from '../../shared/planning/work-orders.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { waitingRequests } from '../engines/approvals.ts'
import { settleNotices } from '../engines/notifications.ts'
import { hasStageWork } from '../stages/by-hand.ts'
import { acceptedOf, handedOverBefore } from '../transfers/accepted.ts'
import type { Sections } from '../warehouse/places.ts'
import { releaseStock } from '../warehouse/reservations.ts'
import { allocateRest, allocationsOf } from './allocations.ts'
import { keptParts } from './order-parts.ts'
import { partOfOrder, workOrderOf, type WorkOrderRow } from './work-order-rows.ts'

export type Obstacle = WorkOrderDetail['obstacles'][number]

/**
 * How a work order stands before it begins: how many may be made of it as far as the stages before have come (PL-11), and what keeps it from
 * starting (PL-13).
 */
export interface Standing { readonly upstream: Decimal; readonly obstacles: readonly Obstacle[] }

/** PL-13. Throws `conflict`, `wrong-state`, and `start-refused` with every obstacle. */
export function startWorkOrder(context: CommandContext, at: SeenAt, isPartial: boolean): WorkOrderRow {
  const { db, today } = context
  const { workOrder, status } = workOrderFor(db, at, 'start')
  allocateRest(context, workOrder)
  const { upstream, obstacles } = standingOf(db, workOrder)
  const isTooLittle = !isPartial && compareDecimals(upstream, workOrder.targetQuantity) < 0
  refuseStart(workOrder, { upstream, obstacles: isTooLittle ? [...new Set<Obstacle>([...obstacles, 'upstream'])] : obstacles })
  return db.update('workOrder', workOrder, { status, startedDay: today(), begunDay: today() })
}

/** Whoever enters what was made has begun with it, as far as what came allows. Throws `start-refused`. */
export function startByEntry(context: CommandContext, workOrder: WorkOrderRow): void {
  allocateRest(context, workOrder)
  refuseStart(workOrder, standingOf(context.db, workOrder))
}

/** Goods came to a work order: it begins with them unless something else keeps it (TR-2). */
export function beginWithGoods(context: CommandContext, workOrder: WorkOrderRow): void {
  const { db, today } = context
  if (workOrder.status !== 'PENDING') return
  allocateRest(context, workOrder)
  if (standingOf(db, workOrder).obstacles.length > 0) return
  db.update('workOrder', workOrder, { status: 'RUNNING', startedDay: today(), begunDay: today() })
}

function refuseStart({ number }: WorkOrderRow, { upstream, obstacles }: Standing): void {
  if (obstacles.length > 0) throw new AppError('start-refused', { number, obstacles: [...obstacles], upstream })
}

export function standingOf(db: Reader, workOrder: WorkOrderRow): Standing {
  const order = db.get('manufacturingOrder', workOrder.manufacturingOrderId)
  const stage = db.get('productionStage', workOrder.productionStageId)
  const upstream = inflowOf(db, workOrder) ?? workOrder.targetQuantity
  const isForced = workOrder.unlockedAt !== null
  const obstacles: (Obstacle | false)[] = [
    !isForced && !isUnlocked(order.status, stage) && 'locked',
    workOrder.approvedAt === null && 'unapproved',
    !isPositive(upstream) && 'upstream',
    !isForced && allocationsOf(db, workOrder).some(({ state }) => state === 'PARTIAL') && 'material',
  ]
  return { upstream, obstacles: obstacles.filter(obstacle => obstacle !== false) }
}

/**
 * What came to a work order and no other delivery has gone on with: the least of its parts, none of what nobody makes yet; null where nothing stands
 * before it. Where its stage receives by slip, what came is what was accepted for it (TR-2).
 */
export function inflowOf(db: Reader, workOrder: WorkOrderRow): Decimal | null {
  const parts = inflowParts(db, workOrder)
  return parts === null ? null : (least(parts.map(({ quantity }) => quantity)) ?? zero)
}

/** The same, of each part that it is put together from; null where nothing stands before it. */
export function inflowParts(db: Reader, workOrder: WorkOrderRow): readonly { readonly itemId: string | null; readonly quantity: Decimal }[] | null {
  const isBySlip = db.get('productionStage', workOrder.productionStageId).isBySlip
  return partSources(db, workOrder)?.map(({ itemId, sources }) => ({ itemId, quantity: isBySlip ? acceptedFrom(db, workOrder, sources) : madeFor(db, workOrder, sources) })) ?? null
}

/** What makes each part that a work order is put together from; null where nothing stands before it. */
export function partSources(db: Reader, workOrder: WorkOrderRow) {
  const sources = sourcesOf(db, workOrder)
  const part = keptParts(db, workOrder.manufacturingOrderId).find(({ itemId }) => itemId === partOfOrder(workOrder))
  const made = part?.materials.filter(({ isMade }) => isMade)
  if (made) return made.length === 0 ? null : made.map(({ itemId }) => ({ itemId, sources: sources.filter(source => partOfOrder(source) === itemId) }))
  return hasEarlierStage(db, workOrder) ? sources.map(source => ({ itemId: source.itemId, sources: [source] })) : null
}

interface SourceGoods extends Pick<WorkOrderRow, 'id' | 'number' | 'parentId'> { readonly goodQuantity: Decimal }

/** With what came before there were slips, less what other deliveries have taken of that. */
function acceptedFrom(db: Reader, workOrder: WorkOrderRow, sources: readonly SourceGoods[]): Decimal {
  const acceptedBy = (receiver: Pick<WorkOrderRow, 'id' | 'number' | 'parentId'>) => sumDecimals(sources.map(source => acceptedOf(db, source, receiver)))
  const before = sumDecimals(sources.map(source => handedOverBefore(db, source, workOrder)))
  if (!isPositive(before)) return acceptedBy(workOrder)
  const siblings = drawingOn(db, workOrder, sources)
  const takenOfIt = maxDecimal(zero, subtractDecimals(sumDecimals(siblings.map(({ goodQuantity, rejectQuantity }) => addDecimals(goodQuantity, rejectQuantity))), sumDecimals(siblings.map(acceptedBy))))
  return addDecimals(acceptedBy(workOrder), maxDecimal(zero, subtractDecimals(before, takenOfIt)))
}

function madeFor(db: Reader, workOrder: WorkOrderRow, sources: readonly SourceGoods[]): Decimal {
  return maxDecimal(zero, subtractDecimals(sumDecimals(sources.map(({ goodQuantity }) => goodQuantity)), takenBySiblings(db, workOrder, sources)))
}

/** What the same stage has put out or rejected for other deliveries, of what these made for all of them. */
function takenBySiblings(db: Reader, workOrder: WorkOrderRow, sources: readonly { readonly id: string }[]): Decimal {
  const siblings = drawingOn(db, workOrder, sources)
  return sumDecimals(siblings.map(({ goodQuantity, rejectQuantity }) => addDecimals(goodQuantity, rejectQuantity)))
}

/** The same stage's work orders for other deliveries, where they go on from what this one does. */
export function siblingsOf(db: Reader, workOrder: WorkOrderRow) {
  return drawingOn(db, workOrder, sourcesOf(db, workOrder))
}

function drawingOn(db: Reader, workOrder: WorkOrderRow, sources: readonly { readonly id: string }[]) {
  if (sources.length === 0) return []
  const { id, productionStageId } = workOrder
  const others = db.all(
    sql
      .selectFrom('workOrderSource')
      .innerJoin('workOrder', 'workOrder.id', 'workOrderSource.workOrderId')
      .select([
        'workOrder.id',
        'workOrder.number',
        'workOrder.parentId',
        'workOrder.status',
        'workOrder.itemId',
        'workOrder.plannedItemId',
        'workOrder.goodQuantity',
        'workOrder.rejectQuantity',
      ])
      .distinct()
      .where(
        'workOrderSource.sourceId',
        'in',
        sources.map(source => source.id),
      )
      .where('workOrder.productionStageId', '=', productionStageId)
      .where('workOrder.id', '<>', id)
      .where('workOrder.status', '<>', 'VOIDED'),
  )
  return others.filter(other => partOfOrder(other) === partOfOrder(workOrder))
}

export function least(amounts: readonly Decimal[]): Decimal | null {
  return amounts.length === 0 ? null : amounts.reduce((a, b) => minDecimal(a, b))
}

/** Where no BOM says what it is made of, the stage before it counts. */
function hasEarlierStage(db: Reader, { manufacturingOrderId, position }: WorkOrderRow): boolean {
  const { productionRouteId } = db.get('manufacturingOrder', manufacturingOrderId)
  return (
    productionRouteId !== null &&
    db.first(
      sql
        .selectFrom('routeStep')
        .select('id')
        .where('productionRouteId', '=', productionRouteId)
        .where('position', '<', position)
        .where('isActive', '=', true),
    ) !== undefined
  )
}

function sourcesOf(db: Reader, { id }: WorkOrderRow) {
  return db.all(
    sql
      .selectFrom('workOrderSource')
      .innerJoin('workOrder', 'workOrder.id', 'workOrderSource.sourceId')
      .innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId')
      .where('workOrderSource.workOrderId', '=', id)
      .where('workOrder.status', 'not in', ['VOIDED', 'CANCELLED'])
      .select([
        'workOrder.id',
        'workOrder.number',
        'productionStage.name as stageName',
        'workOrder.status',
        'workOrder.targetQuantity',
        'workOrder.goodQuantity',
        'workOrder.itemId',
        'workOrder.plannedItemId',
        'workOrder.sectionId',
        'workOrder.parentId',
      ]).orderBy('workOrder.number'),
  )
}

export function workOrderDetail(db: Reader, mine: Sections, id: string): WorkOrderDetail {
  const row = db.get('workOrder', id)
  const isPending = workOrderAfter(row.status, 'start') !== undefined
  const { upstream, obstacles } = standingOf(db, row)
  return {
    workOrder: workOrderOf(db, id),
    upstream,
    obstacles: isPending ? [...obstacles] : [],
    hasStageWork: hasStageWork(db, row.productionStageId),
    sources: sourcesOf(db, row).map(({ itemId: _itemId, plannedItemId: _plannedItemId, parentId: _parentId, sectionId, ...source }) => ({
      ...source,
      id: mine === 'all' || mine.includes(sectionId) ? source.id : null,
    })),
    allocations: allocationsOf(db, row).map(allocation => {
      const item = db.get('item', allocation.itemId)
      const unit = db.get('unit', item.unitId)
      return {
        ...allocation,
        itemCode: item.code,
        itemName: item.name,
        unitCode: unit.code,
        unitPlaces: unit.places,
        locationName: db.get('location', allocation.locationId).name,
      }
    }),
    revisions: revisionsOf(db, row),
    waiting: waitingRequests(db, 'workOrder', id),
  }
}

/** The first and every revision of it, in order; nothing where it was never revised. */
function revisionsOf(db: Reader, { manufacturingOrderId, number }: WorkOrderRow): WorkOrderDetail['revisions'] {
  const first = firstNumber(number)
  const rows = db.all(
    sql
      .selectFrom('workOrder')
      .select(['id', 'number', 'status', 'revision', 'targetQuantity', 'goodQuantity', 'deadlineDay'])
      .where('manufacturingOrderId', '=', manufacturingOrderId)
      .where(({ eb, or }) => or([eb('number', '=', first), eb('number', 'like', `${first}-R%`)]))
      .orderBy('revision'),
  )
  return rows.length > 1 ? rows : []
}

/** The work order for an act, as it was seen, and where the act leads. Throws `conflict`, `wrong-state`. */
export function workOrderFor(db: Reader, { id, version }: SeenAt, act: WorkOrderAct): { readonly workOrder: WorkOrderRow; readonly status: WorkOrderStatus } {
  const workOrder = db.get('workOrder', id)
  if (workOrder.version !== version) throw new AppError('conflict', { entity: 'workOrder', id })
  const status = workOrderAfter(workOrder.status, act)
  if (status === undefined) throw new AppError('wrong-state', { entity: 'workOrder', id, number: workOrder.number, status: workOrder.status })
  return { workOrder, status }
}

/** PL-22: what is not finished of an order ends with it, and what was kept for it is free. */
export function cancelWorkOrders({ db, clock }: Pick<CommandContext, 'db' | 'clock'>, manufacturingOrderId: string): void {
  for (const workOrder of db.all(
    sql.selectFrom('workOrder').selectAll().where('manufacturingOrderId', '=', manufacturingOrderId).where('status', 'in', openWorkOrders),
  )) {
    db.update('workOrder', workOrder, { status: 'CANCELLED' })
    releaseStock({ db }, { documentEntity: 'workOrder', documentId: workOrder.id })
    settleNotices(db, 'workOrder', workOrder.id, clock.now())
  }
}
