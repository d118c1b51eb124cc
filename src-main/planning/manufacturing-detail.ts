import { isPositive, maxDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { openManufacturing, isUnlocked, statusAfter } from '../../shared/planning/rules.ts'
import type { ManufacturingDetail, MaterialNeed } from '../../shared/planning/manufacturing-orders.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { palletFit } from '../../shared/planning/targets.ts'
import { isLowFor } from '../../shared/warehouse/debt-rules.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { waitingRequests } from '../engines/approvals.ts'
import { isAllIn } from '../finished-goods/deliveries.ts'
import { totalAvailable } from '../warehouse/totals.ts'
import type { ManufacturingRow } from './buyer-orders.ts'
import { manufacturingOrderOf } from './manufacturing-rows.ts'
import { partsOf, type OrderPart } from './order-parts.ts'
import { fittingRoute, stagesOf, type RouteStage } from './stages.ts'
import { cartonsFor, goalsOf, materialsOf, ofPieces, piecesOf, type StageGoal } from './targets.ts'

type Context = Pick<QueryContext, 'db' | 'settings'>

/** An order as it is reckoned: without BOM or route there is nothing to reckon yet. */
export interface Reckoned {
  readonly parts: readonly OrderPart[]
  readonly stages: readonly RouteStage[]
  readonly goals: readonly StageGoal[]
  readonly materials: ReadonlyMap<string, Decimal>
}

/** BM-8, PL-8: writes nothing. */
export function reckon(context: Context, order: ManufacturingRow, batches = batchesOf(context.db, order.id)): Reckoned {
  const { db } = context
  const hasBom =
    db.first(
      sql.selectFrom('bomHeader').select('id').where('itemId', '=', order.articleId).where('kind', '=', 'PRODUCTION').where('status', '=', 'ACTIVE'),
    ) !== undefined
  const parts = order.status === 'DRAFT' && !hasBom ? [] : partsOf(context, order)
  const routeId = order.productionRouteId ?? fittingRoute(db, parts)
  const stages = routeId === undefined ? [] : stagesOf(context, routeId, order.articleId)
  const goals = goalsOf(order, stages, batches)
  return { parts, stages, goals, materials: materialsOf(parts, stages, goals, order.quantity) }
}

export function manufacturingDetail(context: Context, id: string): ManufacturingDetail {
  const { db } = context
  const order = db.get('manufacturingOrder', id)
  const { goals, materials } = order.kind === 'BUYER' ? { goals: [], materials: new Map<string, Decimal>() } : reckon(context, order)
  const article = db.get('item', order.articleId)
  return {
    order: manufacturingOrderOf(db, id),
    batches: batchesOf(db, id),
    materials: needsOf(context, materials),
    waiting: waitingRequests(db, 'manufacturingOrder', id),
    others: othersOf(db, order),
    pallets: palletsOf(order, article),
    isAllIn: statusAfter(order.status, 'complete') !== undefined && isAllIn(db, id),
    stages: goals.map(({ stage, batchId, percent, pieces }) => ({
      productionStageId: stage.id,
      code: stage.code,
      name: stage.name,
      kind: stage.kind,
      sectionId: stage.sectionId,
      sectionName: stage.sectionName,
      position: stage.position,
      batchId,
      percent,
      targetQuantity: ofPieces(pieces),
      cartons: stage.kind === 'PACKING' ? cartonsFor(pieces, article.piecesPerCarton) : null,
      isUnlocked: isUnlocked(order.status, stage),
    })),
  }
}

export function batchesOf(db: Reader, manufacturingOrderId: string) {
  return db.all(
    sql
      .selectFrom('deliveryBatch')
      .leftJoin('purchaseOrder', 'purchaseOrder.id', 'deliveryBatch.labelOrderId')
      .where('manufacturingOrderId', '=', manufacturingOrderId)
      .select([
        'deliveryBatch.id',
        'deliveryBatch.position',
        'deliveryBatch.labelOrderId',
        'purchaseOrder.number as labelNumber',
        'deliveryBatch.quantity',
        'deliveryBatch.week',
        'deliveryBatch.destination',
      ])
      .orderBy('deliveryBatch.position'),
  )
}

function needsOf({ db, settings }: Context, materials: ReadonlyMap<string, Decimal>): MaterialNeed[] {
  const margin = settings.get(planningSettings.lowStockMargin)
  return [...materials]
    .map(([itemId, required]) => {
      const item = db.get('item', itemId)
      const unit = db.get('unit', item.unitId)
      const available = totalAvailable(db, itemId)
      return {
        itemId,
        itemCode: item.code,
        itemName: item.name,
        unitCode: unit.code,
        unitPlaces: unit.places,
        required,
        available,
        missing: maxDecimal(zero, subtractDecimals(required, available)),
        isLow: isLowFor(available, required, margin),
      }
    })
    .toSorted((a, b) => Number(isPositive(b.missing)) - Number(isPositive(a.missing)) || a.itemCode.localeCompare(b.itemCode))
}

function othersOf(db: Reader, { id, articleId, kind }: ManufacturingRow): ManufacturingDetail['others'] {
  return db.all(
    sql
      .selectFrom('manufacturingOrder')
      .select(['id', 'number', 'status', 'quantity'])
      .where('articleId', '=', articleId)
      .where('kind', '=', kind)
      .where('id', '<>', id)
      .where('status', 'in', openManufacturing)
      .orderBy('number')
      .limit(20),
  )
}

/** FG-2. */
function palletsOf(
  { quantity }: ManufacturingRow,
  { piecesPerCarton, cartonsPerPallet }: { readonly piecesPerCarton: number | null; readonly cartonsPerPallet: number | null },
): ManufacturingDetail['pallets'] {
  if (piecesPerCarton === null || cartonsPerPallet === null) return null
  const { rest, lower, upper } = palletFit(piecesOf(quantity), piecesPerCarton * cartonsPerPallet)
  return rest === 0 ? null : { lower: ofPieces(lower), upper: ofPieces(upper) }
}
