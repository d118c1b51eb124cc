import { decimal, isPositive, type Decimal } from '../../shared/core/decimal.ts'

/** What a quantity field holds as long as it is one; nothing while it is being typed. */
export function typedQuantity(value: unknown): Decimal | undefined {
  try {
    const quantity = typeof value === 'string' ? decimal(value) : undefined
    return quantity !== undefined && isPositive(quantity) ? quantity : undefined
  } catch {
    return undefined
  }
}
