import { addDecimals, negateDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { addMoney, fromMinorUnits, type Money } from '../../shared/core/money.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { methodInForce } from '../warehouse/stock-values.ts'
import { valueOf } from '../warehouse/totals.ts'

/** What a section used of an item for an order, and what that was worth as it left the stores; nothing where no cost is known. */
export interface UsedMaterial { readonly itemId: string; readonly sectionId: string; readonly quantity: Decimal; readonly value: Money | null }

/**
 * What went from the stores into production for an order, less what came back of it: by its work orders (what their output took), by
 * requisitions that name them, and by whatever else was moved for them. Valued by the factory's method.
 */
export function usedMaterials({ db, settings }: Pick<QueryContext, 'db' | 'settings'>, manufacturingOrderId: string): UsedMaterial[] {
  const isAverage = methodInForce(settings) === 'AVERAGE'
  const moves = movesFor(db, manufacturingOrderId).map(move => {
    const sign = move.toKind === 'PRODUCTION' ? (quantity: Decimal) => quantity : negateDecimal
    const quantity = sign(move.quantity)
    return {
      itemId: move.itemId,
      sectionId: move.sectionId,
      quantity,
      value: isAverage ? valueOf(move.averageCost ?? move.unitCost, quantity) : valueByLots(db, move, quantity, sign),
    }
  })
  return [...Map.groupBy(moves, ({ itemId, sectionId }) => `${itemId} ${sectionId}`).values()].map(([first, ...others]) => others.reduce(together, first!))
}

function together(sum: UsedMaterial, { quantity, value }: UsedMaterial): UsedMaterial {
  return { ...sum, quantity: addDecimals(sum.quantity, quantity), value: addKnown(sum.value, value) }
}

function addKnown(a: Money | null, b: Money | null): Money | null {
  return a === null || b === null ? null : withinRange(() => addMoney(a, b))
}

/** What the materials of an order were worth together: of those whose cost is known. */
export function worthOf(used: readonly UsedMaterial[]): Money {
  return used.reduce((sum, { value }) => (value === null ? sum : addMoney(sum, value)), fromMinorUnits(0))
}

function movesFor(db: Reader, manufacturingOrderId: string) {
  const workOrders = db.all(sql.selectFrom('workOrder').select(['id', 'number', 'sectionId']).where('manufacturingOrderId', '=', manufacturingOrderId))
  const numbers = workOrders.map(({ number }) => number)
  const asked = numbers.length === 0 ? [] : db.all(sql.selectFrom('requisition').select(['id', 'sectionId']).where('workOrderNumber', 'in', numbers))
  const sections = new Map([...workOrders, ...asked].map(({ id, sectionId }) => [id, sectionId]))
  if (sections.size === 0) return []
  return db
    .all(
      sql
        .selectFrom('stockMove')
        .innerJoin('item', 'item.id', 'stockMove.itemId')
        .innerJoin('location as source', 'source.id', 'stockMove.fromLocationId')
        .innerJoin('location as target', 'target.id', 'stockMove.toLocationId')
        .where(({ or, and, eb }) =>
          or([
            and([eb('stockMove.documentEntity', 'in', ['workOrder', 'requisition']), eb('stockMove.documentId', 'in', [...sections.keys()])]),
            eb(
              'stockMove.workOrderId',
              'in',
              workOrders.map(({ id }) => id),
            ),
          ]),
        )
        .where(({ or, eb }) => or([eb('source.kind', '=', 'PRODUCTION'), eb('target.kind', '=', 'PRODUCTION')]))
        .select([
          'stockMove.seq',
          'stockMove.itemId',
          'stockMove.quantity',
          'stockMove.averageCost',
          'stockMove.documentId',
          'stockMove.workOrderId',
          'item.unitCost',
          'target.kind as toKind',
        ])
        .orderBy('stockMove.seq'),
    )
    .map(({ documentId, workOrderId, ...move }) => ({ ...move, sectionId: sections.get(documentId ?? '') ?? sections.get(workOrderId ?? '') ?? '' }))
}

interface Valued { readonly seq: number; readonly unitCost: Decimal | null }

/** What its lots cost; what was taken on a debt, at the item's own cost. */
function valueByLots(db: Reader, { seq, unitCost }: Valued, quantity: Decimal, sign: (quantity: Decimal) => Decimal): Money | null {
  const lots = db.all(sql.selectFrom('stockMoveLot').select(['quantity', 'unitCost']).where('moveSeq', '=', seq).orderBy('seq'))
  const rest = subtractDecimals(quantity, sign(sumDecimals(lots.map(lot => lot.quantity))))
  return [...lots.map(lot => valueOf(lot.unitCost ?? unitCost, sign(lot.quantity))), ...(rest === zero ? [] : [valueOf(unitCost, rest)])].reduce(
    addKnown,
    fromMinorUnits(0),
  )
}
