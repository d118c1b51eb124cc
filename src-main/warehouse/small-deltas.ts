import { addDecimals, minDecimal, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { rational, type Rational } from '../../shared/core/rational.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { varianceBand } from '../../shared/warehouse/count-rules.ts'
import { openOf } from '../../shared/warehouse/debt-rules.ts'
import { isSmallAdjustment, isSmallDebt } from '../../shared/warehouse/small-deltas.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { convert } from '../engineering/conversions.ts'
import { isCountedAsGoods } from './count-scope.ts'
import type { Debt } from './debt-book.ts'
import { requiredFor, workOrderOfDebt } from './work-order-stock.ts'

/**
 * PL-20: whether the System agrees to a debt that was just asked for: small with all that is open of the material at its place and for its section, so that
 * many small ones are no way round.
 */
export function isDebtAgreed({ db, settings }: CommandContext, debt: Debt): boolean {
  const owed = addDecimals(debt.quantity, openDebts(db, debt))
  return isSmallDebt(
    { quantity: owed, kilograms: inKilograms(db, debt.itemId, owed), need: needOf(db, debt) },
    { kilograms: settings.get(planningSettings.autoDebtKilograms), percent: settings.get(planningSettings.autoDebtPercent) },
  )
}

/** What the work order that it names needs of the material, and no more than was asked for; the asker's word alone is no need. */
function needOf(db: Reader, { id, itemId, required }: Debt): Decimal | undefined {
  const workOrderId = workOrderOfDebt(db, id)
  const known = workOrderId === undefined ? undefined : requiredFor(db, workOrderId, itemId)
  return known === undefined ? undefined : minDecimal(known, required)
}

/** Approved and not settled, or waiting for a decision. */
function openDebts(db: Reader, { id, itemId, locationId, sectionId }: Debt): Decimal {
  const others = db.all(
    sql.selectFrom('materialDebt').leftJoin(
      'approvalRequest', join => join.onRef('approvalRequest.entityId', '=', 'materialDebt.id').on('approvalRequest.entity', '=', 'materialDebt'),
    )
      .select(['materialDebt.quantity', 'materialDebt.settled']).where('materialDebt.itemId', '=', itemId)
      .where(({ or, eb }) => or([eb('materialDebt.locationId', '=', locationId), eb('materialDebt.sectionId', '=', sectionId)]))
      .where('materialDebt.id', '<>', id)
      .where('materialDebt.writtenOffAt', 'is', null).where(({ or, eb }) => or([eb('materialDebt.approvedAt', 'is not', null), eb('approvalRequest.status', '=', 'PENDING')])),
  )
  return sumDecimals(others.map(openOf))
}

/** Nothing where a factory does not weigh it. */
function inKilograms(db: Reader, itemId: string, quantity: Decimal): Rational | undefined {
  const kilogram = db.first(sql.selectFrom('unit').select('id').where('code', '=', 'Kg'))
  if (!kilogram) return undefined
  try {
    return convert(db, itemId, rational(quantity), db.get('item', itemId).unitId, kilogram.id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'no-conversion') return undefined
    throw error
  }
}

interface Counted { readonly itemId: string; readonly locationId: string; readonly expected: Decimal; readonly counted: Decimal }

/**
 * PL-20: whether the System agrees to an adjustment: little, once a day at a place, so that many small ones are no way round. Finished goods are never the
 * System's, and a place that is counted as packing gives no more than such a count would let pass (WH-6).
 */
export function isAdjustmentAgreed({ db, settings, today }: CommandContext, { itemId, locationId, expected, counted }: Counted): boolean {
  const item = db.get('item', itemId)
  if (item.kind === 'FINISHED_GOOD' || !isSmallAdjustment(expected, counted, settings.get(planningSettings.autoAdjustment))) return false
  if (isCountedAsGoods(db, item, locationId) && !isWithinTolerance(expected, counted, settings.get(warehouseSettings.packingTolerance))) return false
  const before = sql.selectFrom('stockMove').select('seq').where('itemId', '=', itemId).where('kind', '=', 'ADJUSTMENT').where('postingDay', '=', today())
    .where(({ or, eb }) => or([eb('fromLocationId', '=', locationId), eb('toLocationId', '=', locationId)]))
  return db.first(before) === undefined
}

function isWithinTolerance(inBooks: Decimal, counted: Decimal, automatic: Decimal): boolean {
  return varianceBand(inBooks, counted, { automatic, manager: automatic }) === 'AUTOMATIC'
}
