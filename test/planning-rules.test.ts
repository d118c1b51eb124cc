import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { estimatedDays, judge, type HealthLimits, type Judgement, type Progress } from '../shared/planning/health.ts'
import { changeFaults, colourOf, isSmallChange, isUnlocked, manufacturingActs, manufacturingStatuses, revisionNumber, statusAfter, workOrderActs, workOrderAfter, workOrderStatuses } from '../shared/planning/rules.ts'
import { bufferedTarget, palletFit, yieldTargets } from '../shared/planning/targets.ts'
import { adjustedTarget, latenessVerdict, outputRatios, overVerdict } from '../shared/production/gates.ts'
import { ratio } from '../shared/core/rational.ts'

const day = (text: string) => text as BusinessDay
const limits: HealthLimits = {
  offTrackRatio: decimal('85'), atRiskRatio: decimal('90'), offTrackDays: 3, atRiskDays: 1, deadlineDays: 1, criticalDays: 7, warningDays: 3, leastEntries: 2,
}

describe('targets', () => {
  test('PL-9 a buffer is exact and rounded up: 450 and 10 % are 495, never 496', () => {
    expect(bufferedTarget(450, decimal('10'))).toBe(495)
    // 600 cartons of 60, stage by stage.
    expect(bufferedTarget(36_000, decimal('10'))).toBe(39_600)
    expect(bufferedTarget(36_000, decimal('6.7'))).toBe(38_412)
    expect(bufferedTarget(36_000, decimal('4.4'))).toBe(37_584)
    expect(bufferedTarget(600, decimal('3.3'))).toBe(620)
    expect(bufferedTarget(450, decimal('3.3'))).toBe(465)
    expect(bufferedTarget(450, decimal('0'))).toBe(450)
  })

  test('PL-10 yields are reckoned from the end, each rounded up', () => {
    const fromTheEnd = ['0.5', '1', '2', '12', '2', '3'].map(percent => ({ defectPercent: decimal(percent), extra: 0 }))
    expect(yieldTargets(450, fromTheEnd.toReversed())).toEqual([560, 543, 532, 468, 458, 453])
    const withExtra = fromTheEnd.toReversed().map((stage, at) => (at === 0 ? { ...stage, extra: 20 } : stage))
    expect(yieldTargets(450, withExtra)[0]).toBe(580)
  })

  test('PL-10 whatever the yields: enough is put in, and one piece less would not be', () => {
    const stage = fc.record({ defectPercent: fc.integer({ min: 0, max: 500_000 }).map(units => decimal(String(units / 10_000))), extra: fc.constant(0) })
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.array(stage, { minLength: 1, maxLength: 6 }), (pieces, stages) => {
      const targets = yieldTargets(pieces, stages)
      targets.forEach((target, at) => {
        const next = targets[at + 1] ?? pieces
        const good = (from: number) => BigInt(from) * (1_000_000n - BigInt(stages[at]!.defectPercent))
        expect(good(target)).toBeGreaterThanOrEqual(BigInt(next) * 1_000_000n)
        expect(good(target - 1)).toBeLessThan(BigInt(next) * 1_000_000n)
      })
    }))
  })

  test('FG-2 a quantity that is no multiple of a pallet is told the nearest ones', () => {
    expect(palletFit(2_500, 480)).toEqual({ pallets: 5, rest: 100, lower: 2_400, upper: 2_880 })
    expect(palletFit(2_400, 480)).toEqual({ pallets: 5, rest: 0, lower: 2_400, upper: 2_400 })
  })
})

describe('the health of a work order', () => {
  const start = day('2026-11-02')
  const order: Progress = { target: 480, produced: 240, entries: 5, startDay: start, deadlineDay: addDays(start, 9) }
  const atDay = (number: number, produced: number, entries = Math.min(number, 5)): Judgement => judge({ ...order, produced, entries: produced === 0 ? 0 : entries }, addDays(start, number - 1), limits)

  test('PPIC by its entries, its days and the settings: the worked example', () => {
    expect(atDay(5, 240).health).toBe('ON_TRACK')
    expect(atDay(5, 220)).toMatchObject({ health: 'ON_TRACK' })
    expect(decimalText(atDay(5, 220).ratio!)).toBe('91.6667')
    expect(decimalText(atDay(5, 220).lateness!)).toBe('0.9091')
    expect(atDay(5, 210).health).toBe('AT_RISK')
    expect(atDay(5, 200).health).toBe('OFF_TRACK')
    expect(atDay(11, 470).health).toBe('DELAYED')
    expect(atDay(11, 480).health).toBe('COMPLETED')
  })

  test('PPIC nothing yet: before its start that is as planned, on its first day already not', () => {
    expect(atDay(0, 0).health).toBe('NOT_STARTED')
    expect(atDay(1, 0).health).toBe('OFF_TRACK')
  })

  test('PPIC the day before the deadline, more left than a day brings is a risk', () => {
    expect(atDay(9, 430, 9)).toMatchObject({ health: 'AT_RISK' })
    expect(atDay(9, 433, 9)).toMatchObject({ health: 'ON_TRACK' })
  })

  test('PPIC the pace raises an alarm once it has been seen on two days', () => {
    const slow = (entries: number) => judge({ ...order, produced: 60, entries }, addDays(start, 4), limits)
    expect(slow(1).alert).toBeNull()
    // 30 a day: 420 left are 14 days, 9 more than the 5 there are.
    expect(slow(2)).toMatchObject({ alert: 'CRITICAL', lateness: decimal('9'), finishDay: addDays(start, 4 + 14) })
    expect(judge({ ...order, produced: 90, entries: 2 }, addDays(start, 4), limits)).toMatchObject({ alert: 'WARNING' })
    expect(judge({ ...order, produced: 240, entries: 5 }, addDays(start, 4), limits)).toMatchObject({ alert: null })
  })

  test('PPIC a better day never makes the health worse', () => {
    const rank = ['OFF_TRACK', 'AT_RISK', 'ON_TRACK', 'COMPLETED']
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 1_999 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 59 }), (target, produced, days, at) => {
      const today = addDays(start, Math.min(at, days - 1))
      const one = { target, produced, entries: 3, startDay: start, deadlineDay: addDays(start, days - 1) }
      const [before, after] = [judge(one, today, limits), judge({ ...one, produced: produced + 1 }, today, limits)]
      expect(rank.indexOf(after.health)).toBeGreaterThanOrEqual(rank.indexOf(before.health))
    }))
  })

  test('PX-2 the rest at the average of the entered days, whole days', () => {
    expect(estimatedDays(240, ratio(48n, 1n))).toBe(5)
    expect(estimatedDays(241, ratio(48n, 1n))).toBe(6)
    expect(estimatedDays(0, ratio(48n, 1n))).toBe(0)
  })
})

describe('gates of a day', () => {
  test('PX-3 more than the target: 505, 515, 530 and 555 of 495', () => {
    const bands = { automatic: decimal('3'), review: decimal('5'), block: decimal('10') }
    expect([495, 505, 515, 530, 555].map(produced => overVerdict(produced, 495, bands))).toEqual(['AUTOMATIC', 'AUTOMATIC', 'REVIEW', 'APPROVAL', 'MANAGER'])
    // The very limits belong to the milder side.
    expect([103, 105, 110].map(produced => overVerdict(produced, 100, bands))).toEqual(['AUTOMATIC', 'REVIEW', 'APPROVAL'])
  })

  test('PX-4 who must agree that a day is entered later', () => {
    const bands = { supervisorDays: 2, managerDays: 7 }
    const late = (days: number) => latenessVerdict(addDays(day('2026-11-20'), -days), day('2026-11-20'), bands)
    expect([0, 1, 2, 3, 7, 8].map(late)).toEqual(['FREE', 'SUPERVISOR', 'SUPERVISOR', 'MANAGER', 'MANAGER', 'DIRECTOR'])
  })

  test('PX-11 a machine that stood still takes its time from the target', () => {
    expect(adjustedTarget(480, 480, 105)).toBe(375)
    expect(adjustedTarget(480, 480, 480)).toBe(0)
    expect(outputRatios(200, 480, 480, 105)).toEqual({ ofTarget: decimal('41.7'), ofAdjusted: decimal('53.3') })
    expect(outputRatios(200, 480, 480, 480).ofAdjusted).toBeNull()
  })
})

describe('acts', () => {
  test('PL-3 what is bought unlocks: fabric alone cutting and embroidery, labels the rest', () => {
    const [cutting, sewing] = [{ isBeforeLabel: true }, { isBeforeLabel: false }]
    expect(manufacturingStatuses.filter(state => isUnlocked(state, cutting))).toEqual(['PARTIAL', 'RELEASED', 'IN_PROGRESS'])
    expect(manufacturingStatuses.filter(state => isUnlocked(state, sewing))).toEqual(['RELEASED', 'IN_PROGRESS'])
  })

  test('PL-21 nothing can be done any more with an order that is completed or cancelled, but take its receipt back', () => {
    expect((['COMPLETED', 'CANCELLED'] as const).map(state => manufacturingActs.filter(act => statusAfter(state, act)))).toEqual([['reopen'], []])
    for (const status of ['VOIDED', 'CANCELLED'] as const) expect(workOrderActs.filter(act => workOrderAfter(status, act))).toEqual([])
  })

  test('every status can be come to', () => {
    const reached = (of: readonly string[], from: (state: never, act: never) => string | undefined, states: readonly string[], acts: readonly string[]) =>
      of.filter(state => !states.some(before => acts.some(act => from(before as never, act as never) === state)))
    expect(reached(manufacturingStatuses, statusAfter, manufacturingStatuses, manufacturingActs)).toEqual([])
    // What finishes a work order is its own count.
    expect(reached(workOrderStatuses, workOrderAfter, workOrderStatuses, workOrderActs)).toEqual([])
  })

  test('PL-16 colours by what was reached', () => {
    const bands = { orange: decimal('80'), yellow: decimal('90'), green: decimal('98') }
    expect([1_000, 980, 979, 900, 899, 800, 799].map(actual => colourOf(actual, 1_000, bands))).toEqual(['GREEN', 'GREEN', 'YELLOW', 'YELLOW', 'ORANGE', 'ORANGE', 'RED'])
  })

  test('PL-17 a change below what has been made, to the same, into the past or of an article in work is refused', () => {
    const order = { target: 480, produced: 370, startDay: '2026-11-18', deadlineDay: '2026-11-30' }
    const fault = (wanted: Parameters<typeof changeFaults>[0]) => changeFaults(wanted, order, '2026-11-20').map(({ reason }) => reason)
    expect(fault({ target: 360 })).toEqual(['planning.issues.below-produced'])
    expect(fault({ target: 370 })).toEqual([])
    expect(fault({ target: 480 })).toEqual(['planning.issues.same-target'])
    expect(fault({ deadlineDay: '2026-11-20' })).toEqual(['planning.issues.deadline-passed'])
    expect(fault({ deadlineDay: '2026-11-30' })).toEqual(['planning.issues.nothing-changed'])
    expect(changeFaults({ deadlineDay: '2026-11-24' }, { ...order, startDay: '2026-11-25' }, '2026-11-20').map(({ reason }) => reason)).toEqual(['planning.issues.deadline-before-start'])
    expect(fault({ articleId: 'x' })).toEqual(['planning.issues.article-begun'])
    expect(fault({})).toEqual(['planning.issues.nothing-changed'])
    expect(changeFaults({ target: 360 }, { ...order, produced: 120 }, '2026-11-20')).toEqual([])
  })

  test('PL-20 a target that changes by less than five percent is a small change', () => {
    const isSmall = (to: number) => isSmallChange(480, to, decimal('5'))
    expect([457, 456, 503, 504].map(isSmall)).toEqual([true, false, true, false])
  })

  test('PL-18 revisions are counted on from the number of the first', () => {
    expect(revisionNumber('MO-2026-00001-SEW-01', 1)).toBe('MO-2026-00001-SEW-01-R1')
    expect(revisionNumber('MO-2026-00001-SEW-01-R1', 2)).toBe('MO-2026-00001-SEW-01-R2')
  })
})
