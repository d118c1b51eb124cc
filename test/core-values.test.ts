import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  addDays, businessDay, BusinessDaySchema, ClockTimeSchema, compareDays, daysBefore, daysBetween, InstantSchema, isoWeek, weekCode, type BusinessDay,
} from '../shared/core/dates.ts'
import {
  addDecimals, compareDecimals, decimal, DecimalError, DecimalSchema, decimalText, divide, fromUnits, isNegative, isPositive, isZero, maxDecimal, minDecimal,
  multiply, negateDecimal, NonNegativeDecimal, PositiveDecimal, subtractDecimals, sumDecimals, toPlaces, zero, type Decimal, type Rounding,
} from '../shared/core/decimal.ts'
import { IdSchema, isId, newId } from '../shared/core/ids.ts'
import { addMoney, fromMinorUnits, money, MoneySchema, moneyText, priceTimes, subtractMoney, sumMoney } from '../shared/core/money.ts'
import { addRationals, ceilToInteger, divideRationals, multiplyRationals, ratio, rational, toDecimal } from '../shared/core/rational.ts'

const anyDecimal = fc.maxSafeInteger().map(count => fromUnits(count))
const everydayDecimal = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(count => fromUnits(count))
const roundings: readonly Rounding[] = ['up', 'down', 'ceiling', 'floor', 'half-up', 'half-even']

/** The rounded quotient by its definition: of the two whole neighbours, the one the rounding's name asks for. */
function nearbyWhole(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator]
  const floor = (n - ((n % d) + d) % d) / d
  if (floor * d === n) return floor
  const ceiling = floor + 1n
  const outer = n > 0n ? ceiling : floor
  const inner = n > 0n ? floor : ceiling
  const fromFloor = n - floor * d
  const fromCeiling = ceiling * d - n
  const nearest = fromFloor < fromCeiling ? floor : ceiling
  const isTie = fromFloor === fromCeiling
  return {
    up: outer, down: inner, ceiling, floor,
    'half-up': isTie ? outer : nearest,
    'half-even': isTie ? (floor % 2n === 0n ? floor : ceiling) : nearest,
  }[rounding]
}

/** A result that leaves the range must be refused; any other must be exactly the reference. */
function expectCount(make: () => Decimal, reference: bigint): void {
  if (Number.isSafeInteger(Number(reference))) expect(make()).toBe(Number(reference))
  else expect(reasonOf(make)).toBe('out-of-range')
}

function reasonOf(make: () => unknown): string {
  try {
    return `no error: ${String(make())}`
  } catch (error) {
    if (error instanceof DecimalError) return error.reason
    throw error
  }
}

describe('decimal text', () => {
  test('printing and reading again changes nothing', () => {
    fc.assert(fc.property(anyDecimal, value => {
      expect(decimal(decimalText(value))).toBe(value)
    }))
  })

  test('text is canonical: reading any spelling and printing gives the shortest', () => {
    const spelling = fc.tuple(fc.boolean(), fc.nat({ max: 10 ** 9 }), fc.stringMatching(/^\d{0,4}$/))
    fc.assert(fc.property(spelling, ([isBelowZero, whole, fraction]) => {
      const text = `${isBelowZero ? '-' : ''}${whole}${fraction && `.${fraction}`}`
      expect(decimalText(decimal(text))).toBe(String(Number(text) + 0))
    }))
  })

  test.each([
    ['1.5', 15_000, '1.5'], ['36000', 360_000_000, '36000'], ['-0.25', -2_500, '-0.25'], ['-0', 0, '0'], ['0.0001', 1, '0.0001'],
    ['-12.5', -125_000, '-12.5'], ['007.10', 71_000, '7.1'],
    ['900719925474.0991', Number.MAX_SAFE_INTEGER, '900719925474.0991'], ['-900719925474.0991', Number.MIN_SAFE_INTEGER, '-900719925474.0991'],
    [1e3, 10_000_000, '1000'], [-0, 0, '0'], [0.1, 1_000, '0.1'], [1e-4, 1, '0.0001'],
  ])('%s is %i units and prints as %s', (value, count, text) => {
    expect(decimal(value)).toBe(count)
    expect(decimalText(decimal(value))).toBe(text)
  })

  test.each([
    ...['', '.5', '5.', '+1', '1e3', '1,000', ' 1', '1\n', '--1', '0x1', '١', 'Infinity', NaN, Infinity].map(value => ({ value, reason: 'not-a-number' })),
    ...['1.00000', 1e-7, 0.1 + 0.2, 1.00001].map(value => ({ value, reason: 'too-many-places' })),
    ...['900719925474.0992', '9'.repeat(400), 1e21, Number.MAX_SAFE_INTEGER].map(value => ({ value, reason: 'out-of-range' })),
  ])('$value is refused: $reason', ({ value, reason }) => {
    expect(reasonOf(() => decimal(value))).toBe(reason)
  })

  test('a JSON number is read exactly, or refused where floating point cannot tell its neighbours apart', () => {
    fc.assert(fc.property(anyDecimal, value => {
      const number = Number(decimalText(value))
      if (Math.abs(value) < 2 ** 52) expect(decimal(number)).toBe(value)
      else expect(reasonOf(() => decimal(number))).toBe('out-of-range')
    }))
    expect(Number('600000000000.0002'), 'why it must be refused').toBe(Number('600000000000.0003'))
  })

  test('units from the database are whole and safe', () => {
    expect(fromUnits(15_000)).toBe(15_000)
    expect(Object.is(fromUnits(-0), 0)).toBe(true)
    expect(reasonOf(() => fromUnits(1.5))).toBe('not-a-number')
    expect(reasonOf(() => fromUnits(2 ** 53))).toBe('out-of-range')
  })
})

describe('decimal arithmetic against BigInt', () => {
  test('adding, subtracting and negating', () => {
    fc.assert(fc.property(anyDecimal, anyDecimal, (a, b) => {
      expectCount(() => addDecimals(a, b), BigInt(a) + BigInt(b))
      expectCount(() => subtractDecimals(a, b), BigInt(a) - BigInt(b))
      expectCount(() => negateDecimal(a), -BigInt(a))
    }))
    expect(Object.is(negateDecimal(zero), zero), 'no minus zero').toBe(true)
  })

  test('adding commutes and associates', () => {
    fc.assert(fc.property(everydayDecimal, everydayDecimal, everydayDecimal, (a, b, c) => {
      expect(addDecimals(a, b)).toBe(addDecimals(b, a))
      expect(addDecimals(addDecimals(a, b), c)).toBe(addDecimals(a, addDecimals(b, c)))
    }))
  })

  test('a sum is the same in every order, also when parts of it leave the range', () => {
    fc.assert(fc.property(fc.array(anyDecimal), values => {
      const reference = values.reduce((total, value) => total + BigInt(value), 0n)
      expectCount(() => sumDecimals(values), reference)
      expectCount(() => sumDecimals(values.toReversed()), reference)
    }))
    const most = fromUnits(Number.MAX_SAFE_INTEGER)
    expect(sumDecimals([most, most, negateDecimal(most)])).toBe(most)
    expect(sumDecimals([])).toBe(zero)
  })

  test('kept to so many places, half up on both sides of nought', () => {
    expect(['41.4748', '2.345', '-2.345', '-0.6211', '12'].map(text => decimalText(toPlaces(decimal(text), 2)))).toEqual(['41.47', '2.35', '-2.35', '-0.62', '12'])
    expect(decimalText(toPlaces(decimal('379.5'), 0))).toBe('380')
  })

  test.each(roundings)('multiplying and dividing, rounded %s', rounding => {
    for (const values of [everydayDecimal, anyDecimal, fc.integer({ min: -40_000, max: 40_000 }).map(count => fromUnits(count))]) {
      fc.assert(fc.property(values, values, (a, b) => {
        expectCount(() => multiply(a, b, rounding), nearbyWhole(BigInt(a) * BigInt(b), 10_000n, rounding))
        if (isZero(b)) expect(reasonOf(() => divide(a, b, rounding))).toBe('division-by-zero')
        else expectCount(() => divide(a, b, rounding), nearbyWhole(BigInt(a) * 10_000n, BigInt(b), rounding))
      }))
    }
  })

  test.each([
    ['0.00025', 'up', 3], ['0.00025', 'down', 2], ['0.00025', 'half-up', 3], ['0.00025', 'half-even', 2],
    ['-0.00025', 'up', -3], ['-0.00025', 'down', -2], ['-0.00025', 'half-up', -3], ['-0.00025', 'half-even', -2],
    ['-0.00025', 'ceiling', -2], ['-0.00025', 'floor', -3], ['0.00035', 'half-even', 4], ['0.00024', 'half-up', 2],
    ['-0.00001', 'half-up', 0], ['-0.00001', 'ceiling', 0],
  ] as const)('%s rounded %s is %i units', (text, rounding, count) => {
    const made = toDecimal(rational(text), rounding)
    expect(made).toBe(count)
  })

  test('order', () => {
    fc.assert(fc.property(anyDecimal, anyDecimal, (a, b) => {
      const order = BigInt(a) === BigInt(b) ? 0 : BigInt(a) < BigInt(b) ? -1 : 1
      expect(compareDecimals(a, b)).toBe(order)
      expect([a, b].sort(compareDecimals)).toEqual([minDecimal(a, b), maxDecimal(a, b)])
      expect([isPositive(a), isNegative(a), isZero(a)]).toEqual([a > 0, a < 0, a === 0])
    }))
  })
})

describe('rationals', () => {
  test('450 × 1.1 rounds up to 495', () => {
    expect(Math.ceil(450 * 1.1), 'what floating point says').toBe(496)
    expect(ceilToInteger(multiplyRationals(rational('450'), rational('1.1')))).toBe(495)
    const buffer = divideRationals(rational(decimal('10')), rational(100n))
    expect(ceilToInteger(multiplyRationals(rational(decimal('450')), addRationals(rational(1n), buffer)))).toBe(495)
  })

  test('36,000 × 0.1466 × 1.05 is exact', () => {
    expect(decimalText(toDecimal(multiplyRationals(rational('36000'), rational('0.1466'), rational('1.05')), 'down'))).toBe('5541.48')
  })

  test('480 × 0.1005 is 48.24', () => {
    expect(decimalText(multiply(decimal('480'), decimal('0.1005'), 'down'))).toBe('48.24')
  })

  test('600 cartons and 3.3 % are 620 cartons', () => {
    expect(ceilToInteger(multiplyRationals(rational('600'), rational('1.033')))).toBe(620)
  })

  test('the yield chain of planning rounds up at every stage', () => {
    const defects = ['0.5', '1', '2', '12', '2', '3']
    const targets: number[] = []
    for (const defect of defects) {
      const yielded = divideRationals(addRationals(rational(100n), rational(`-${defect}`)), rational(100n))
      targets.push(ceilToInteger(divideRationals(rational(BigInt(targets.at(-1) ?? 450)), yielded)))
    }
    expect(targets).toEqual([453, 458, 468, 532, 543, 560])
  })

  test('100 yards are 91.44 metres, and back', () => {
    const metresPerYard = rational('0.9144')
    expect(decimalText(toDecimal(multiplyRationals(rational('100'), metresPerYard), 'down'))).toBe('91.44')
    expect(decimalText(toDecimal(divideRationals(rational('91.44'), metresPerYard), 'down'))).toBe('100')
  })

  test('are kept in lowest terms, the sign above', () => {
    expect(rational('-0.50')).toEqual({ numerator: -1n, denominator: 2n })
    expect(ratio(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n })
    expect(ratio(0n, -4n)).toEqual({ numerator: 0n, denominator: 1n })
    expect(rational(decimal('1.5'))).toEqual(rational('1.5'))
    expect(rational('28.349523125')).toEqual(ratio(45_359_237n, 1_600_000n))
  })

  test('refuse what they cannot be', () => {
    expect(reasonOf(() => ratio(1n, 0n))).toBe('division-by-zero')
    expect(reasonOf(() => divideRationals(rational(1n), rational('0')))).toBe('division-by-zero')
    expect(reasonOf(() => rational('1/3'))).toBe('not-a-number')
    expect(reasonOf(() => rational('1'.repeat(31)))).toBe('not-a-number')
    expect(reasonOf(() => ceilToInteger(rational('9007199254740991.5')))).toBe('out-of-range')
    expect(reasonOf(() => toDecimal(rational('900719925475'), 'down'))).toBe('out-of-range')
  })

  test('follow the laws of a field', () => {
    const numerators = fc.bigInt({ min: -1_000_000n, max: 1_000_000n })
    const denominators = fc.bigInt({ min: 1n, max: 1_000_000n })
    const anyRational = fc.tuple(numerators, denominators).map(([numerator, denominator]) => ratio(numerator, denominator))
    fc.assert(fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
      expect(addRationals(a, b, c)).toEqual(addRationals(c, addRationals(b, a)))
      expect(multiplyRationals(a, addRationals(b, c))).toEqual(addRationals(multiplyRationals(a, b), multiplyRationals(a, c)))
      if (b.numerator !== 0n) expect(multiplyRationals(divideRationals(a, b), b)).toEqual(a)
    }))
  })

  test.each(roundings)('become decimals by %s rounding', rounding => {
    fc.assert(fc.property(everydayDecimal, everydayDecimal, (a, b) => {
      expectCount(() => toDecimal(multiplyRationals(rational(a), rational(b)), rounding), nearbyWhole(BigInt(a) * BigInt(b), 10_000n, rounding))
    }))
  })
})

describe('schemas of numbers', () => {
  test('decode to units and encode to text', () => {
    const Line = z.object({ quantity: DecimalSchema, wastage: DecimalSchema.optional() })
    expect(z.decode(Line, { quantity: '48.24' })).toEqual({ quantity: 482_400 })
    expect(z.decode(Line, { quantity: 48.24 as never, wastage: '5' })).toEqual({ quantity: 482_400, wastage: 50_000 })
    expect(z.encode(Line, { quantity: decimal('48.240') })).toEqual({ quantity: '48.24' })
    expect(z.encode(MoneySchema, z.decode(MoneySchema, '1250000.5'))).toBe('1250000.5')
  })

  test.each([
    [DecimalSchema, 'abc', 'not-a-number'], [DecimalSchema, '1.23456', 'too-many-places'], [DecimalSchema, 1e-7, 'too-many-places'],
    [DecimalSchema, '1000000000000', 'out-of-range'], [PositiveDecimal, '', 'not-a-number'], [PositiveDecimal, '0', 'not-positive'],
    [PositiveDecimal, '-1', 'not-positive'], [NonNegativeDecimal, '-0.0001', 'negative'],
    [MoneySchema, '0.001', 'too-many-places'],
  ])('a bad value is an issue with its reason, never a thrown error', (schema, value, reason) => {
    const issues = z.safeDecode(schema, value as never).error?.issues
    expect(issues).toEqual([{ code: 'custom', message: reason, params: { reason }, path: [] }])
  })

  test('limits hold on the way out too', () => {
    expect(z.decode(NonNegativeDecimal, '0')).toBe(0)
    expect(z.safeEncode(PositiveDecimal, zero).success).toBe(false)
    expect(z.safeEncode(DecimalSchema, 1.5 as Decimal).success).toBe(false)
    expect(z.safeDecode(DecimalSchema, null as never).success).toBe(false)
  })

  test('have a JSON schema for what the wire carries', () => {
    for (const schema of [DecimalSchema, PositiveDecimal, NonNegativeDecimal, MoneySchema]) {
      const { anyOf } = z.toJSONSchema(schema, { io: 'input' })
      expect(anyOf).toEqual([{ type: 'string', pattern: expect.any(String) }, { type: 'number' }])
    }
    for (const schema of [BusinessDaySchema, InstantSchema, ClockTimeSchema, IdSchema]) {
      expect(z.toJSONSchema(schema, { io: 'input' })).toMatchObject({ type: 'string' })
    }
  })
})

describe('money', () => {
  test('is text of minor units and back', () => {
    expect(money('1250000')).toBe(125_000_000)
    expect(money(0.5)).toBe(50)
    expect(moneyText(money('1250000.50'))).toBe('1250000.5')
    expect(money('1500', 0)).toBe(1_500)
    expect(moneyText(money('1500', 0), 0)).toBe('1500')
    expect(reasonOf(() => money('0.005'))).toBe('too-many-places')
    expect(reasonOf(() => money('1.5', 0))).toBe('too-many-places')
    fc.assert(fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 2, 3), (count, places) => {
      expect(money(moneyText(fromMinorUnits(count), places), places)).toBe(count)
    }))
  })

  test('a unit cost times a quantity is rounded once', () => {
    expect(moneyText(priceTimes(decimal('1250.5'), decimal('48.24'), 'half-up'))).toBe('60324.12')
    expect(moneyText(priceTimes(decimal('0.3333'), decimal('1.5'), 'half-up'))).toBe('0.5')
    expect(moneyText(priceTimes(decimal('12.5'), decimal('3'), 'half-even', 0), 0)).toBe('38')
    fc.assert(fc.property(everydayDecimal, everydayDecimal, fc.constantFrom(...roundings), (cost, quantity, rounding) => {
      expect(priceTimes(cost, quantity, rounding)).toBe(Number(nearbyWhole(BigInt(cost) * BigInt(quantity), 1_000_000n, rounding)))
    }))
  })

  test('adds, subtracts and sums within its range', () => {
    const most = fromMinorUnits(Number.MAX_SAFE_INTEGER)
    expect(addMoney(money('0.1'), money('0.2'))).toBe(money('0.3'))
    expect(subtractMoney(money('1'), money('0.01'))).toBe(money('0.99'))
    expect(sumMoney([most, money('1'), money('-1')])).toBe(most)
    expect(reasonOf(() => addMoney(most, money('0.01')))).toBe('out-of-range')
  })

  test('is not a decimal, nor a decimal money', () => {
    // @ts-expect-error an amount is no quantity
    const quantity: Decimal = money('1')
    // @ts-expect-error a quantity is no amount
    const amount: ReturnType<typeof money> = decimal('1')
    expect(quantity).not.toBe(amount)
  })
})

describe('business days', () => {
  const day = (text: string): BusinessDay => BusinessDaySchema.parse(text)
  const anyDay = fc.integer({ min: 0, max: 36_500 }).map(days => addDays(day('1990-01-01'), days))
  const jakarta = { timeZone: 'Asia/Jakarta' }
  const night = { ...jakarta, shift: { start: '22:00', end: '06:00' } }

  test('a shift past midnight has the right day', () => {
    expect(businessDay('2026-03-04T15:00:00Z', night), '22:00, it begins').toBe('2026-03-04')
    expect(businessDay('2026-03-04T16:59:59.999Z', night), '23:59').toBe('2026-03-04')
    expect(businessDay('2026-03-04T17:00:00Z', night), 'midnight').toBe('2026-03-04')
    expect(businessDay('2026-03-04T19:30:00Z', night), '02:30').toBe('2026-03-04')
    expect(businessDay('2026-03-04T22:59:59Z', night), '05:59').toBe('2026-03-04')
    expect(businessDay('2026-03-04T23:00:00Z', night), '06:00, it is over').toBe('2026-03-05')
    expect(businessDay('2026-03-04T14:59:00Z', night), '21:59, before it').toBe('2026-03-04')
    expect(businessDay('2025-12-31T19:30:00Z', night), 'over new year').toBe('2025-12-31')
  })

  test('without such a shift the local day counts', () => {
    expect(businessDay('2026-03-04T16:59:00Z', jakarta)).toBe('2026-03-04')
    expect(businessDay('2026-03-04T17:00:00Z', jakarta)).toBe('2026-03-05')
    expect(businessDay('2026-03-04T19:30:00Z', { ...jakarta, shift: { start: '07:00', end: '15:00' } })).toBe('2026-03-05')
    expect(businessDay('2026-03-04T19:30:00Z', { ...jakarta, shift: { start: '16:00', end: '00:00' } }), 'it ends at midnight').toBe('2026-03-05')
    expect(businessDay('2026-03-04T19:30:00Z', { ...jakarta, shift: { start: '06:00', end: '06:00' } }), 'it lasts 24 hours').toBe('2026-03-04')
  })

  test.each([
    ['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-28', '01:30, before the clock goes forward'],
    ['2026-03-29T03:59:00Z', 'Europe/Berlin', '2026-03-28', '05:59, after it went forward'],
    ['2026-03-29T04:00:00Z', 'Europe/Berlin', '2026-03-29', '06:00 of the short night'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-24', '02:30 for the first time'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-24', '02:30 again'],
    ['2026-10-25T05:00:00Z', 'Europe/Berlin', '2026-10-25', '06:00 of the long night'],
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-03', '01:00 of a day without midnight'],
    ['2026-03-04T18:15:00Z', 'Asia/Kathmandu', '2026-03-04', 'midnight at an odd offset'],
  ])('%s in %s belongs to %s: %s', (instant, timeZone, expected) => {
    expect(businessDay(instant, { ...night, timeZone })).toBe(expected)
  })

  test('the day never runs backwards, and a night shift only ever moves it to the day before', () => {
    const instant = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(fc.property(instant, fc.nat({ max: 172_800_000 }), (earlier, milliseconds) => {
      const later = new Date(earlier.getTime() + milliseconds)
      expect(compareDays(businessDay(earlier.toISOString(), night), businessDay(later.toISOString(), night))).toBeLessThanOrEqual(0)
      expect([0, 1]).toContain(daysBetween(businessDay(earlier.toISOString(), night), businessDay(earlier.toISOString(), jakarta)))
    }))
  })

  test('an unusable instant or zone is refused', () => {
    for (const instant of ['2026-03-04T19:30:00', 'yesterday', 'Z', '']) expect(() => businessDay(instant, jakarta)).toThrow(RangeError)
    expect(() => businessDay('2026-03-04T19:30:00Z', { timeZone: 'Mars/Olympus' })).toThrow(RangeError)
  })

  test('schemas know real days, instants and clock times', () => {
    const refused = (schema: z.ZodType, text: string): boolean => !schema.safeParse(text).success
    const noDays = ['2026-02-30', '2026-02-29', '2100-02-29', '2026-13-01', '2026-2-3', '20260203', '2026-02-03T00:00:00Z', '']
    for (const text of ['2026-02-28', '2024-02-29', '2000-02-29']) expect(BusinessDaySchema.parse(text)).toBe(text)
    for (const text of noDays) expect(refused(BusinessDaySchema, text), text).toBe(true)
    const noInstants = ['2026-02-30T00:00:00Z', '2026-02-01T00:00:00', '2026-02-01T00:00:00+07:00', '2026-02-01T00:00Z', '2026-02-01', 'foo']
    expect(InstantSchema.parse('2026-02-01T00:00:00Z'), 'one shape, so that text order is time order').toBe('2026-02-01T00:00:00.000Z')
    expect(InstantSchema.parse('2026-02-01T00:00:00.123456Z')).toBe('2026-02-01T00:00:00.123Z')
    for (const text of noInstants) expect(refused(InstantSchema, text), text).toBe(true)
    for (const text of ['00:00', '23:59']) expect(ClockTimeSchema.parse(text)).toBe(text)
    for (const text of ['24:00', '6:00', '06:00:00', '06:60']) expect(refused(ClockTimeSchema, text), text).toBe(true)
  })

  test('days add, subtract and compare', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28')
    expect(daysBetween(day('2026-01-01'), day('2027-01-01'))).toBe(365)
    expect(addDays(day('0099-12-31'), 1)).toBe('0100-01-01')
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect([daysBefore(day('2026-03-01'), 1), daysBefore(day('0000-01-05'), 30)]).toEqual(['2026-02-28', '0000-01-01'])
    fc.assert(fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (start, days) => {
      expect(daysBetween(start, addDays(start, days))).toBe(days)
      expect(addDays(addDays(start, days), -days)).toBe(start)
      expect(compareDays(addDays(start, days), start)).toBe(Math.sign(days))
    }))
  })

  test.each([
    ['2026-01-01', 1, 2026], ['2026-02-01', 5, 2026], ['2026-12-31', 53, 2026], ['2027-01-01', 53, 2026], ['2027-01-03', 53, 2026],
    ['2027-01-04', 1, 2027], ['2024-12-30', 1, 2025], ['2024-12-29', 52, 2024], ['2021-01-03', 53, 2020], ['2020-12-31', 53, 2020],
    ['2016-01-01', 53, 2015], ['2018-01-01', 1, 2018], ['2012-01-01', 52, 2011],
  ])('%s is in week %i of %i', (text, week, year) => {
    expect(isoWeek(day(text))).toEqual({ week, year })
  })

  test('a week code names the week of orders and labels', () => {
    expect(weekCode(day('2026-01-26'))).toBe('W05-2026')
    expect(weekCode(day('2027-01-01'))).toBe('W53-2026')
  })

  test('every seventh day begins a week, and its 4 January is in week 1', () => {
    fc.assert(fc.property(anyDay, start => {
      const monday = addDays(day('1990-01-01'), Math.floor(daysBetween(day('1990-01-01'), start) / 7) * 7)
      expect(weekCode(start)).toBe(weekCode(monday))
      expect(weekCode(addDays(monday, 6))).toBe(weekCode(monday))
      expect(weekCode(addDays(monday, 7))).not.toBe(weekCode(monday))
      expect(weekCode(day(`${start.slice(0, 4)}-01-04`))).toBe(`W01-${start.slice(0, 4)}`)
    }))
  })
})

describe('ids', () => {
  test('sort in the order they were made, within a millisecond and when the clock goes back', () => {
    const start = Date.now()
    const ids = Array.from({ length: 20_000 }, (_, index) => newId(index < 10_000 ? start : start - 5_000))
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    fc.assert(fc.property(fc.array(fc.nat({ max: 100 })), moments => {
      const made = moments.map(moment => newId(start + moment))
      expect([...made].sort()).toEqual(made)
    }))
  })

  test('are UUIDs of version 7 that carry their millisecond', () => {
    const moment = Date.now() + 3_600_000
    const id = newId(moment + 0.75)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(moment)
    expect(IdSchema.parse(id)).toBe(id)
  })

  test('are known by their shape', () => {
    expect(isId(newId())).toBe(true)
    const id = '0190a5b0-0000-7000-8000-000000000000'
    for (const other of [id.toUpperCase(), id.slice(1), `${id}\n`, id.replaceAll('-', ''), 'c1', '', null, 7]) {
      expect(isId(other)).toBe(false)
      expect(IdSchema.safeParse(other).success).toBe(false)
    }
  })
})
