import { divideRationals, multiplyRationals, rational, toDecimal, toPlaces, type Rational } from '../../shared/core/rational.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** What one unit is worth in others, read once however many amounts are converted. */
export interface UnitBook {
  /** By what an amount is multiplied. Throws `no-conversion` with both units. */
  factor(itemId: string | null, fromUnitId: string, toUnitId: string): Rational
}

/** `factor` of the other unit are one of the first. */
interface Step { readonly toUnitId: string; readonly factor: Rational }
type Steps = ReadonlyMap<string, readonly Step[]>

const one = rational(1n)

/** An amount in another unit, exact. What an item has of its own goes before what holds for all. Throws `no-conversion`. */
export function convert(db: Reader, itemId: string | null, quantity: Rational, fromUnitId: string, toUnitId: string): Rational {
  return multiplyRationals(quantity, openUnits(db).factor(itemId, fromUnitId, toUnitId))
}

/** So much in the unit its item is kept in, rounded to what that is counted with. Throws `no-conversion`. */
export function inItemUnit(
  db: Reader, { itemId, unitId, quantity }: { readonly itemId: string; readonly unitId: string; readonly quantity: Decimal },
): Decimal {
  const { unitId: itemUnitId } = db.get('item', itemId)
  return toPlaces(convert(db, itemId, rational(quantity), unitId, itemUnitId), db.get('unit', itemUnitId).places, 'half-up')
}

/** The same; nothing where no conversion leads there. */
export function inItemUnitIfAny(db: Reader, line: Parameters<typeof inItemUnit>[1]): Decimal | undefined {
  try {
    return inItemUnit(db, line)
  } catch (error) {
    if (error instanceof AppError && error.code === 'no-conversion') return undefined
    throw error
  }
}

export function openUnits(db: Reader): UnitBook {
  const known = new Map<string, Rational | undefined>()
  const itemSteps = new Map<string, Steps>()
  let general: Steps | undefined
  const own = (itemId: string): Steps => {
    const found = itemSteps.get(itemId) ?? stepsOf(db, itemId)
    itemSteps.set(itemId, found)
    return found
  }
  return {
    factor(itemId, fromUnitId, toUnitId) {
      if (fromUnitId === toUnitId) return one
      const key = `${itemId ?? ''} ${fromUnitId} ${toUnitId}`
      if (!known.has(key)) {
        general ??= stepsOf(db, null)
        known.set(key, factorBetween(itemId === null ? [general] : [own(itemId), general], fromUnitId, toUnitId))
      }
      const factor = known.get(key)
      if (!factor) throw noConversion(db, itemId, fromUnitId, toUnitId)
      return factor
    },
  }
}

function stepsOf(db: Reader, itemId: string | null): Steps {
  const rows = db.all(sql.selectFrom('unitConversion').select(['fromUnitId', 'fromQuantity', 'toUnitId', 'toQuantity']).where('itemId', 'is', itemId)
    .where('isActive', '=', true).orderBy('id'))
  const steps = rows.flatMap(({ fromUnitId, fromQuantity, toUnitId, toQuantity }) => [
    { at: fromUnitId, toUnitId, factor: quotient(toQuantity, fromQuantity) },
    { at: toUnitId, toUnitId: fromUnitId, factor: quotient(fromQuantity, toQuantity) },
  ])
  return Map.groupBy(steps, ({ at }) => at)
}

function quotient(a: Decimal, b: Decimal): Rational {
  return divideRationals(rational(a), rational(b))
}

/** Straight, the item's own before the general one; else by the shortest way over other units. */
function factorBetween(books: readonly Steps[], fromUnitId: string, toUnitId: string): Rational | undefined {
  const reached = new Map([[fromUnitId, one]])
  for (const [unitId, factor] of reached) {
    const steps = books.flatMap(book => book.get(unitId) ?? [])
    for (const step of steps) if (!reached.has(step.toUnitId)) reached.set(step.toUnitId, multiplyRationals(factor, step.factor))
    if (reached.has(toUnitId)) return reached.get(toUnitId)
  }
  return undefined
}

function noConversion(db: Reader, itemId: string | null, fromUnitId: string, toUnitId: string): AppError {
  const [from, to] = [db.get('unit', fromUnitId), db.get('unit', toUnitId)]
  return new AppError('no-conversion', { itemId, itemName: itemId === null ? from.name : db.get('item', itemId).name, from: from.code, to: to.code })
}

/** What one of the item's own unit cost, where so much came of the unit the price was given in. */
export function costInItemUnit(unitCost: Decimal, quantity: Decimal, stockQuantity: Decimal): Decimal {
  return toDecimal(divideRationals(multiplyRationals(rational(unitCost), rational(quantity)), rational(stockQuantity)), 'half-up')
}
