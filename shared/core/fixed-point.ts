import { z } from 'zod'

/**
 * The common ground of `Decimal` and `Money`: an exact number kept as a whole count of 1/10^places, always a safe integer.
 * Only `decimal.ts`, `rational.ts` and `money.ts` build on this; everything else uses those.
 */
export type NumberFault = 'not-a-number' | 'too-many-places' | 'out-of-range'

/** `reason` is the text's key under `issues`, as in the zod issues of the schemas. */
export class DecimalError extends Error {
  override readonly name = 'DecimalError'
  readonly reason: NumberFault | 'division-by-zero'

  constructor(reason: NumberFault | 'division-by-zero') {
    super(reason)
    this.reason = reason
  }
}

/**
 * - `up`: away from zero; `down`: towards zero; `ceiling`: towards +∞; `floor`: towards −∞.
 * - `half-up`, `half-even`: to the nearest, a tie going away from zero or to the even neighbour.
 */
export type Rounding = 'up' | 'down' | 'ceiling' | 'floor' | 'half-up' | 'half-even'

/** What is left of a quotient after its whole part; `half` compares it with one half (-1, 0, 1). */
interface Rest { readonly isPositive: boolean; readonly half: number; readonly isWholeOdd: boolean }

const goesAwayFromZero: Readonly<Record<Rounding, (rest: Rest) => boolean>> = {
  up: () => true,
  down: () => false,
  ceiling: rest => rest.isPositive,
  floor: rest => !rest.isPositive,
  'half-up': rest => rest.half >= 0,
  'half-even': rest => rest.half > 0 || (rest.half === 0 && rest.isWholeOdd),
}

/** Throws `DecimalError` `division-by-zero`. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator === 0n) throw new DecimalError('division-by-zero')
  const whole = numerator / denominator
  const remainder = numerator % denominator
  if (remainder === 0n) return whole
  const isPositive = (numerator > 0n) === (denominator > 0n)
  const half = compare(2n * absolute(remainder), absolute(denominator))
  if (!goesAwayFromZero[rounding]({ isPositive, half, isWholeOdd: whole % 2n !== 0n })) return whole
  return isPositive ? whole + 1n : whole - 1n
}

/** The count as a number, never -0. Throws `DecimalError`: `not-a-number` if it is not whole, `out-of-range` if it is not safe. */
export function safeCount(count: number | bigint): number {
  // A bigint beyond the safe range stays beyond it when rounded to a number, so the check below sees it.
  const number = Number(count)
  if (!Number.isInteger(number)) throw new DecimalError('not-a-number')
  if (!Number.isSafeInteger(number)) throw new DecimalError('out-of-range')
  return number + 0
}

/** The count of 1/10^places, or why there is none. For text as people and programs send it: see `decimal`. */
export function readCount(value: string | number, places: number): number | NumberFault {
  if (typeof value === 'string') return readText(value, places)
  if (!Number.isFinite(value)) return 'not-a-number'
  const text = String(value)
  if (text.includes('e-')) return 'too-many-places'
  // From here on neighbouring counts share one floating-point number: the last place was lost before it reached us.
  if (Math.abs(value) * 10 ** places >= 2 ** 52) return 'out-of-range'
  return readText(text, places)
}

/** As `readCount`, but throws `DecimalError`. */
export function parseCount(value: string | number, places: number): number {
  const count = readCount(value, places)
  if (typeof count === 'string') throw new DecimalError(count)
  return count
}

/** Plain decimal text without trailing zeros: "1.5", "36000", "-0.25". */
export function countText(count: number, places: number): string {
  const digits = String(Math.abs(count)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  return (count < 0 ? '-' : '') + whole + (fraction && `.${fraction}`)
}

/** Wire (decimal text, or a JSON number) ⇄ count. A bad value is an issue `custom` whose message and `params.reason` are the fault. */
export function countCodec<Count extends number>(places: number) {
  // Other programs may send JSON numbers; our own code may not, because a count is a number too and would be read as the quantity.
  const wire = z.union([z.string().meta({ pattern: `^-?\\d+(\\.\\d{1,${places}})?$` }), z.number()]) as z.ZodType<string | number, string>
  const kept = z.custom<Count>(Number.isSafeInteger, { message: 'not-a-number', params: { reason: 'not-a-number' } })
  return z.codec(wire, kept, {
    decode: (value, context) => {
      const count = readCount(value, places)
      if (typeof count === 'number') return count as Count
      context.issues.push({ code: 'custom', input: value, message: count, params: { reason: count } })
      return z.NEVER
    },
    encode: count => countText(count, places),
  })
}

function readText(text: string, places: number): number | NumberFault {
  const parts = /^(-?\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return 'not-a-number'
  const [, whole = '', fraction = ''] = parts
  if (fraction.length > places) return 'too-many-places'
  const count = Number(whole + fraction.padEnd(places, '0'))
  return Number.isSafeInteger(count) ? count + 0 : 'out-of-range'
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}
