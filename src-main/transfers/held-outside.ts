import { addDecimals, compareDecimals, isPositive, subtractDecimals, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { piecesOf } from '../planning/targets.ts'
import { revisionsBefore } from '../warehouse/work-order-stock.ts'

/** A work order, as far as its passes are found by it. */
interface Revised { readonly id: string; readonly number: string; readonly parentId: string | null }

const passesAt = planned((at: { id: string }) =>
  sql.selectFrom('gatePass').select(['number', 'quantity', 'returnedQuantity', 'rejectQuantity']).where('workOrderId', '=', at.id).where('status', '<>', 'CANCELLED').orderBy('number'))

/** The passes of a work order, and of what it was revised from. */
export function passesOf(db: Reader, workOrder: Revised) {
  return revisionsBefore(db, workOrder).flatMap(({ id }) => db.all(passesAt({ id })))
}

/** `pieces`: not back, whether they are out still or missing on a pass that was closed short; `rejected`: back, and no good; `passes`: the numbers of those that tell of either. */
export interface HeldOutside { readonly pieces: Decimal; readonly rejected: Decimal; readonly passes: readonly string[] }

/** TR-9: what of a work order's pieces nobody can make in-house. */
export function heldOutside(db: Reader, workOrder: Revised): HeldOutside {
  const told = passesOf(db, workOrder).map(({ number, quantity, returnedQuantity, rejectQuantity }) => ({ number, rejected: rejectQuantity, pieces: subtractDecimals(quantity, addDecimals(returnedQuantity, rejectQuantity)) }))
  return {
    pieces: sumDecimals(told.map(({ pieces }) => pieces)), rejected: sumDecimals(told.map(({ rejected }) => rejected)),
    passes: told.filter(({ pieces, rejected }) => isPositive(pieces) || isPositive(rejected)).map(({ number }) => number),
  }
}

/** What a work order would have made: all of it, and what of it is good. */
export interface Made { readonly passed: Decimal; readonly good: Decimal }

/** TR-9: of what came, neither more is made than is not outside, nor more good than was not rejected there. Throws `goods-outside`, naming the passes. */
export function requireInHouse(number: string, came: Decimal, { passed, good }: Made, { pieces, rejected, passes }: HeldOutside): void {
  const refuse = (made: Decimal, outside: Decimal) => {
    if (isPositive(outside) && compareDecimals(addDecimals(made, outside), came) > 0) {
      throw new AppError('goods-outside', { number, came: piecesOf(came), passed: piecesOf(made), outside: piecesOf(outside), passes: [...passes] })
    }
  }
  refuse(passed, pieces)
  refuse(good, addDecimals(pieces, rejected))
}
