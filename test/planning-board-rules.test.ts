import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { decimal } from '../shared/core/decimal.ts'
import {
  alertOf,
  colourOfShare,
  forecastDay,
  isStuckAfter,
  urgencyOf,
  varianceOf,
  type ForecastPart,
} from '../shared/planning/board-rules.ts'
import { healths, judge, assess, type Progress } from '../shared/planning/health.ts'

const limits = {
  offTrackRatio: decimal('85'),
  atRiskRatio: decimal('90'),
  offTrackDays: 3,
  atRiskDays: 1,
  deadlineDays: 1,
  criticalDays: 7,
  warningDays: 3,
  leastEntries: 2,
}
const variancePercent = decimal('10')
const start = '2026-01-19' as BusinessDay
const alert = (produced: number, entries: number, at: number, isStuck = false) =>
  alertOf(assess({ target: 480, produced, entries, startDay: start, deadlineDay: addDays(start, 9) }, addDays(start, at - 1), limits), {
    isStuck,
    hasBegun: produced > 0,
    variancePercent,
  })

describe('alerts of the planner’s board', () => {
  test('PPIC delayed and stuck are critical, a risk or more than ten percent short a warning', () => {
    expect(alert(470, 10, 11)).toEqual({ level: 'CRITICAL', causes: ['late'] })
    expect(alert(240, 5, 5, true)).toEqual({ level: 'CRITICAL', causes: ['stuck'] })
    expect(alert(210, 5, 5)).toEqual({ level: 'WARNING', causes: ['behind'] })
    expect(alert(0, 0, 1)).toEqual({ level: 'WARNING', causes: ['notBegun'] })
    expect(alert(430, 9, 9)).toEqual({ level: 'WARNING', causes: ['close'] })
    expect(alert(220, 5, 5)).toEqual({ level: null, causes: [] })
    expect(alert(480, 10, 11)).toEqual({ level: null, causes: [] })
  })

  test('PPIC a pace that needs more than seven days beyond the deadline is critical, more than three a warning', () => {
    expect(alert(60, 2, 5)).toMatchObject({ level: 'CRITICAL', causes: ['slow', 'behind'] })
    expect(alert(90, 2, 5)).toMatchObject({ level: 'WARNING', causes: ['slow', 'behind'] })
    expect(alert(60, 1, 5)).toMatchObject({ level: 'WARNING', causes: ['behind'] })
  })

  test('PPIC two whole working days without an entry are stuck', () => {
    expect([0, 1, 2, 3].map(days => isStuckAfter(days, 2))).toEqual([false, false, true, true])
  })

  test('PL-16 colours by what should be there today', () => {
    const bands = { orange: decimal('80'), yellow: decimal('90'), green: decimal('98') }
    expect(['100', '98', '97.9999', '90', '89.9999', '80', '79.9999'].map(share => colourOfShare(decimal(share), bands))).toEqual([
      'GREEN',
      'GREEN',
      'YELLOW',
      'YELLOW',
      'ORANGE',
      'ORANGE',
      'RED',
    ])
    expect(colourOfShare(null, bands)).toBeNull()
  })

  test('PPIC a stage more than ten percent short of its plan is warned of, and nothing is divided by nothing', () => {
    expect(varianceOf({ target: 480, expected: 240, produced: 216 }, variancePercent)).toEqual({
      variance: -24,
      percent: decimal('-10'),
      isAlert: false,
    })
    expect(varianceOf({ target: 480, expected: 240, produced: 215 }, variancePercent)).toMatchObject({ variance: -25, isAlert: true })
    expect(varianceOf({ target: 480, expected: 0, produced: 5 }, variancePercent)).toEqual({ variance: 5, percent: null, isAlert: false })
  })
})

const progresses = fc
  .record({
    target: fc.integer({ min: 1, max: 3_000_000 }),
    produced: fc.integer({ min: 0, max: 3_100_000 }),
    entries: fc.integer({ min: 0, max: 400 }),
    days: fc.integer({ min: 1, max: 400 }),
    at: fc.integer({ min: -20, max: 430 }),
  })
  .map(({ days, at, entries, ...counts }): readonly [Progress, BusinessDay] => [
    { ...counts, entries: counts.produced > 0 ? Math.max(1, entries) : entries, startDay: start, deadlineDay: addDays(start, days - 1) },
    addDays(start, at),
  ])

describe('health as a pure function', () => {
  test('a whole board and one work order are judged alike, and alike each time', () => {
    fc.assert(
      fc.property(progresses, ([progress, today]) => {
        const assessed = assess(progress, today, limits)
        const { health, alert: pace, expectedPercent } = judge(progress, today, limits)
        expect([assessed.health, assessed.alert]).toEqual([health, pace])
        expect(healths).toContain(assessed.health)
        // To the percent's four decimals, which of very many pieces are some.
        expect(Math.abs(assessed.expected - (progress.target * Number(expectedPercent)) / 1_000_000)).toBeLessThanOrEqual(
          1 + progress.target / 1_000_000,
        )
        expect(assess({ ...progress }, today, { ...limits })).toMatchObject({
          health: assessed.health,
          alert: assessed.alert,
          expected: assessed.expected,
        })
      }),
    )
  })

  test('only what is well is without an alert', () => {
    fc.assert(
      fc.property(progresses, fc.boolean(), ([progress, today], isStuck) => {
        const assessed = assess(progress, today, limits)
        const { level, causes } = alertOf(assessed, { isStuck, hasBegun: progress.produced > 0, variancePercent })
        if (['DELAYED', 'OFF_TRACK', 'AT_RISK'].includes(assessed.health)) expect(level).not.toBeNull()
        if (assessed.health === 'COMPLETED') expect(level).toBeNull()
        expect(causes.length > 0).toBe(level !== null)
      }),
    )
  })

  test('a day that passes without an entry never makes it better, but for what is only planned', () => {
    fc.assert(
      fc.property(progresses, ([progress, today]) => {
        const [now, tomorrow] = [assess(progress, today, limits).health, assess(progress, addDays(today, 1), limits).health]
        if (now !== 'NOT_STARTED') expect(urgencyOf(tomorrow)).toBeLessThanOrEqual(urgencyOf(now))
      }),
    )
  })
})

describe('forecast of an order', () => {
  test('a pace that would take ten years says no day', () => {
    const slow = { target: 1_000_000, produced: 1, entries: 5, startDay: start, deadlineDay: addDays(start, 9) }
    expect(judge(slow, addDays(start, 4), limits)).toMatchObject({ health: 'OFF_TRACK', alert: 'CRITICAL', finishDay: null })
    expect(judge({ ...slow, target: 700 }, addDays(start, 4), limits).finishDay).toBe(addDays(start, 4 + 3_495))
  })

  const part = (position: number, more: Partial<ForecastPart> = {}): ForecastPart => ({
    position,
    startDay: start,
    deadlineDay: addDays(start, 1),
    finishedDay: null,
    paceDay: null,
    ...more,
  })

  test('stages follow each other: what is finished, what has a pace, what takes its planned days', () => {
    const today = addDays(start, 4)
    expect(forecastDay([], today)).toBeNull()
    expect(forecastDay([part(1, { finishedDay: addDays(start, 2) })], today)).toBe(addDays(start, 2))
    expect(forecastDay([part(1, { finishedDay: addDays(start, 2) }), part(2, { paceDay: addDays(start, 7) }), part(3)], today)).toBe(
      addDays(start, 9),
    )
    // Of two beside each other the slower counts, and nothing ends before what it goes on from.
    expect(
      forecastDay(
        [part(1, { paceDay: addDays(start, 6) }), part(1, { paceDay: addDays(start, 12) }), part(2, { paceDay: addDays(start, 8) })],
        today,
      ),
    ).toBe(addDays(start, 12))
    // What has not begun begins today at the earliest.
    expect(forecastDay([part(1)], today)).toBe(addDays(start, 5))
  })
})
