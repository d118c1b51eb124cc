import { DecimalError } from './decimal.ts'

/** What a calculation comes to; none where that is beyond the range, so that one number without bounds does not hide all others. */
export function withinRange<T>(calculate: () => T): T | null {
  try {
    return calculate()
  } catch (error) {
    if (error instanceof DecimalError && error.reason === 'out-of-range') return null
    throw error
  }
}
