import { toDecimal, rational } from '../../shared/core/rational.ts'
import type { engineering } from '../../shared/engineering/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { convert } from './conversions.ts'

export const engineeringHandlers: Handlers<typeof engineering> = {
  convertQuantity({ db, scope }, { itemId, quantity, fromUnitId, toUnitId }) {
    scope.everyone()
    const exact = convert(db, itemId, rational(quantity), fromUnitId, toUnitId)
    const rounded = toDecimal(exact, 'half-up')
    return { quantity: rounded, isExact: isSame(exact, rational(rounded)) }
  },
}

function isSame(a: ReturnType<typeof rational>, b: ReturnType<typeof rational>): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}
