import { describe, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { decimal } from '../shared/core/decimal.ts'
import { isInputOff, isOutputLow, isReceivedOver, repeatedVariance, seesaw, steadySurplus, type DayFigure, type PatternLimits } from '../shared/production/patterns.ts'
import { dueOn, expectedBy, utilisationLook } from '../shared/production/progress.ts'

const monday = '2026-01-19' as BusinessDay
const limits: PatternLimits = { repeats: 4, from: decimal('3'), to: decimal('4'), variance: decimal('10'), times: 3, days: 7 }
/** Days in a row, each of 100 wanted. */
const days = (good: readonly number[], userId = 'ani'): DayFigure[] => good.map((pieces, at) => ({ day: addDays(monday, at), userId, good: pieces, due: 100 }))
const daysOf = (runs: readonly (readonly DayFigure[])[]) => runs.map(run => run.at(-1)!.day)

describe('PX-16 patterns', () => {
  test('four entries in a row of 3 to 4 % over', () => {
    expect(daysOf(steadySurplus(days([103, 104, 103, 104]), limits))).toEqual([addDays(monday, 3)])
    expect(steadySurplus(days([103, 104, 103, 102]), limits)).toEqual([])
    expect(steadySurplus(days([103, 104, 105, 103, 104]), limits)).toEqual([])
    expect(daysOf(steadySurplus(days([90, 103, 103, 103, 103, 103, 90]), limits))).toEqual([addDays(monday, 5)])
  })

  test('over and under in turn', () => {
    expect(daysOf(seesaw(days([108, 93, 106, 95]), limits))).toEqual([addDays(monday, 3)])
    expect(seesaw(days([108, 93, 100, 95, 106]), limits)).toEqual([])
    expect(seesaw(days([108, 109, 93, 106]), limits)).toEqual([])
  })

  test('more than 10 % off three times in seven days by the same person', () => {
    expect(daysOf(repeatedVariance(days([111, 100, 88, 100, 100, 115]), limits))).toEqual([addDays(monday, 5)])
    expect(repeatedVariance(days([111, 88, 115, 111, 100, 100, 100, 100, 100, 100, 85, 120, 80]), limits).map(run => run.map(({ good }) => good))).toEqual([[111, 88, 115, 111], [85, 120, 80]])
    expect(repeatedVariance(days([110, 100, 90, 100, 100, 110]), limits)).toEqual([])
    expect(repeatedVariance([...days([111, 88]), ...days([100, 100, 115], 'budi')], limits)).toEqual([])
    expect(repeatedVariance(days([111, 100, 88, 100, 100, 100, 100, 115]), limits)).toEqual([])
  })

  test('what was cut is not what was sewn', () => {
    expect([isInputOff(495, 480, decimal('5')), isInputOff(495, 470, decimal('5'))]).toEqual([false, true])
  })
})

test('PX-17 E100 less than 90 % of what was wanted, E201 more than 10 % above the BOM', () => {
  expect([isOutputLow({ good: 90, due: 100 }, decimal('90')), isOutputLow({ good: 89, due: 100 }, decimal('90')), isOutputLow({ good: 0, due: 0 }, decimal('90'))]).toEqual([false, true, false])
  expect([isReceivedOver(decimal('110'), decimal('100'), decimal('10')), isReceivedOver(decimal('110.01'), decimal('100'), decimal('10'))]).toEqual([false, true])
})

test('PX-18 utilisation: 85 % is the target, less than 75 warns, less than 50 is critical', () => {
  const look = (made: number, due = 100) => utilisationLook(made, due, { critical: decimal('50'), warning: decimal('75'), target: decimal('85') })
  expect([49, 50, 74, 75, 84, 85].map(made => look(made))).toEqual(['CRITICAL', 'WARNING', 'WARNING', 'FAIR', 'FAIR', 'GOOD'])
  expect(look(10, 0)).toBe('NONE')
})

test('what should be made by a day, and what a day is to bring', () => {
  const plan = { target: 480, startDay: monday, deadlineDay: addDays(monday, 9) }
  const expected = expectedBy(addDays(monday, 4), plan)
  expect(Number(expected.numerator) / Number(expected.denominator)).toBe(240)
  expect([dueOn(addDays(monday, -1), { ...plan, produced: 0 }), dueOn(monday, { ...plan, produced: 0 }), dueOn(addDays(monday, 5), { ...plan, produced: 200 }), dueOn(addDays(monday, 12), { ...plan, produced: 400 })]).toEqual([0, 48, 56, 80])
})
