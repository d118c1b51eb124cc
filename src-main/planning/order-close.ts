import { addDecimals, isPositive, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { addRationals, divideRationals, multiplyRationals, ratio, rational, toPlaces, type Rational } from '../../shared/core/rational.ts'
import type { MaterialClose, OrderClose, PurchaseClose, StageClose } from '../../shared/planning/closing.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import { averageOf } from '../../shared/warehouse/valuation.ts'
import { addMoney } from '../../shared/core/money.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import { inItemUnit, openUnits } from '../engineering/conversions.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ManufacturingRow } from './buyer-orders.ts'
import { keptParts, type OrderPart } from './order-parts.ts'
import { piecesOf } from './targets.ts'
import { usedMaterials, worthOf, type UsedMaterial } from './used-materials.ts'

type Context = Pick<QueryContext, 'db' | 'settings'>
type Made = ReturnType<typeof madeOf>[number]

/** An order four ways: target and output, BOM and use, purchase BOM and bought, waste. */
export function orderClose(context: Context, id: string): OrderClose {
  const { db } = context
  const order = db.get('manufacturingOrder', id)
  const made = madeOf(db, id)
  const used = usedMaterials(context, id)
  const received = receivedOf(db, id)
  const isKnown = used.length > 0 && used.every(({ value }) => value !== null)
  const worth = isKnown ? worthOf(used) : null
  return {
    ordered: order.quantity, received, unitCode: db.get('unit', db.get('item', order.articleId).unitId).code,
    packed: sumDecimals(made.filter(({ kind }) => kind === 'PACKING').map(({ goodQuantity }) => goodQuantity)),
    stages: stagesOf(made), materials: materialsOf(db, keptParts(db, id), made, used), purchases: purchasesOf(db, order),
    worth, worthOfOne: worth === null || !isPositive(received) ? null : averageOf({ quantity: received, value: worth }),
  }
}

function madeOf(db: Reader, manufacturingOrderId: string) {
  return db.all(
    sql
      .selectFrom('workOrder')
      .innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId')
      .leftJoin('item', 'item.id', 'workOrder.itemId')
      .where('workOrder.manufacturingOrderId', '=', manufacturingOrderId)
      .where('workOrder.status', 'not in', ['VOIDED', 'CANCELLED'])
      .select([
        'workOrder.productionStageId',
        'workOrder.itemId',
        'workOrder.position',
        'workOrder.targetQuantity',
        'workOrder.goodQuantity',
        'workOrder.rejectQuantity',
        'productionStage.name as stageName',
        'productionStage.kind',
        'productionStage.defectPercent',
        'item.name as partName',
      ])
      .orderBy('workOrder.position')
      .orderBy('workOrder.number'),
  )
}

function receivedOf(db: Reader, manufacturingOrderId: string): Decimal {
  const posted = db.all(
    sql
      .selectFrom('finishedGoodsReceipt')
      .select('receivedQuantity')
      .where('manufacturingOrderId', '=', manufacturingOrderId)
      .where('status', '=', 'POSTED'),
  )
  return sumDecimals(posted.map(({ receivedQuantity }) => receivedQuantity ?? zero))
}

/** Deliveries of one stage and part together. */
function stagesOf(made: readonly Made[]): StageClose[] {
  return [...Map.groupBy(made, ({ productionStageId, itemId }) => `${productionStageId} ${itemId ?? ''}`)].map(([key, its]) => {
    const [{ stageName, partName, position, defectPercent }] = its as [Made, ...Made[]]
    const [planned, actual, reject] = [
      sumDecimals(its.map(one => one.targetQuantity)),
      sumDecimals(its.map(one => one.goodQuantity)),
      sumDecimals(its.map(one => one.rejectQuantity)),
    ]
    return {
      key,
      stageName,
      partName: partName ?? '',
      position,
      ...against(planned, actual),
      reject,
      rejectPercent: percentOf(reject, addDecimals(actual, reject)),
      lossPercent: defectPercent,
    }
  })
}

interface Expected { readonly gross: Rational; readonly net: Rational }

/** Of every material that the BOM names or that was used. */
function materialsOf(db: Reader, parts: readonly OrderPart[], made: readonly Made[], used: readonly UsedMaterial[]): MaterialClose[] {
  const expected = expectedOf(db, parts, made)
  const items = [...new Set([...expected.keys(), ...used.map(({ itemId }) => itemId)])]
  return items
    .map(itemId => {
      const face = faceOf(db, itemId)
      const { gross, net } = expected.get(itemId) ?? { gross: rational(0n), net: rational(0n) }
      const its = used.filter(one => one.itemId === itemId)
      const [planned, bare] = [toPlaces(gross, face.unitPlaces, 'ceiling'), toPlaces(net, face.unitPlaces, 'ceiling')]
      const actual = sumDecimals(its.map(({ quantity }) => quantity))
      const value =
        its.length === 0
          ? null
          : its.map(one => one.value).reduce((sum, one) => (sum === null || one === null ? null : withinRange(() => addMoney(sum, one))))
      return { ...face, ...against(planned, actual), wasted: subtractDecimals(actual, bare), allowance: subtractDecimals(planned, bare), value }
    })
    .toSorted(byCode)
}

/** What good and rejected pieces take by the order's own BOM, with the wastage it allows and without. */
function expectedOf(db: Reader, parts: readonly OrderPart[], made: readonly Made[]): ReadonlyMap<string, Expected> {
  const expected = new Map<string, Expected>()
  for (const { bomHeaderId, itemId, materials } of parts) {
    const pieces = sumDecimals(made.filter(one => one.itemId === itemId).map(({ goodQuantity, rejectQuantity }) => addDecimals(goodQuantity, rejectQuantity)))
    for (const material of materials.filter(({ isMade }) => !isMade)) {
      const gross = multiplyRationals(rational(BigInt(piecesOf(pieces))), material.perArticle)
      const net = divideRationals(gross, addRationals(rational(1n), ratio(BigInt(wastageOf(db, bomHeaderId, material.itemId)), 1_000_000n)))
      const before = expected.get(material.itemId)
      expected.set(material.itemId, before ? { gross: addRationals(before.gross, gross), net: addRationals(before.net, net) } : { gross, net })
    }
  }
  return expected
}

/** In percent, as the line of the BOM says; none for what stands in for another material. */
function wastageOf(db: Reader, bomHeaderId: string, itemId: string): Decimal {
  return (
    db.first(
      sql
        .selectFrom('bomLine')
        .select('wastagePercent')
        .where('bomHeaderId', '=', bomHeaderId)
        .where('componentItemId', '=', itemId)
        .orderBy('position'),
    )?.wastagePercent ?? zero
  )
}

function purchasesOf(db: Reader, order: ManufacturingRow): PurchaseClose[] {
  const [wanted, bought] = [wantedOf(db, order), boughtFor(db, order)]
  return [...new Set([...wanted.keys(), ...bought.keys()])].map(itemId => {
    const face = faceOf(db, itemId)
    return { ...face, ...against(toPlaces(wanted.get(itemId) ?? rational(0n), face.unitPlaces, 'ceiling'), bought.get(itemId) ?? zero) }
  }).toSorted(byCode)
}

/** By the purchase BOM in force, for what was ordered. */
function wantedOf(db: Reader, { articleId, quantity }: ManufacturingRow): ReadonlyMap<string, Rational> {
  const header = db.first(
    sql
      .selectFrom('bomHeader')
      .select(['id', 'outputQuantity'])
      .where('itemId', '=', articleId)
      .where('kind', '=', 'PURCHASE')
      .where('status', '=', 'ACTIVE'),
  )
  if (!header) return new Map()
  const units = openUnits(db)
  const share = divideRationals(rational(quantity), rational(header.outputQuantity))
  const lines = db.all(sql.selectFrom('bomLine').select(['componentItemId', 'quantity', 'unitId']).where('bomHeaderId', '=', header.id))
  return new Map(lines.map(({ componentItemId, quantity: each, unitId }) => (
    [componentItemId, multiplyRationals(share, rational(each), units.factor(componentItemId, unitId, db.get('item', componentItemId).unitId))])))
}

/** What came in on the orders that the fabric and the labels were bought with. */
function boughtFor(db: Reader, { id, fabricOrderId, labelOrderId }: ManufacturingRow): ReadonlyMap<string, Decimal> {
  const deliveries = db.all(sql.selectFrom('deliveryBatch').select('labelOrderId').where('manufacturingOrderId', '=', id)).map(batch => batch.labelOrderId)
  const orders = [...new Set([fabricOrderId, labelOrderId, ...deliveries])].filter(one => one !== null)
  if (orders.length === 0) return new Map()
  const lines = db.all(sql.selectFrom('purchaseLine').select(['itemId', 'unitId', 'received']).where('orderId', 'in', orders))
  return new Map(
    [...Map.groupBy(lines, ({ itemId }) => itemId)].map(([itemId, its]) => [
      itemId,
      sumDecimals(its.map(({ unitId, received }) => inItemUnit(db, { itemId, unitId, quantity: received }))),
    ]),
  )
}

function against(planned: Decimal, actual: Decimal) {
  return { planned, actual, difference: subtractDecimals(actual, planned), percent: percentOf(actual, planned) }
}

function faceOf(db: Reader, itemId: string) {
  const { code, name, unitId } = db.get('item', itemId)
  const unit = db.get('unit', unitId)
  return { itemId, itemCode: code, itemName: name, unitCode: unit.code, unitPlaces: unit.places }
}

function byCode(a: { readonly itemCode: string }, b: { readonly itemCode: string }): number {
  return a.itemCode < b.itemCode ? -1 : 1
}
