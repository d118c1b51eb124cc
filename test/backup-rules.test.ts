import { describe, expect, test } from 'vitest'
import { backupName, BackupName } from '../shared/data-care/backup.ts'
import { backupState, backupsToKeep, dueBackup, type Retained, type Retention } from '../shared/data-care/rules.ts'

const timeZone = 'Asia/Jakarta'
const usual: Retention = { quarterHours: 96, days: 30, months: 12, years: 5, budget: 1e15 }
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = '2026-11-20T03:00:00.000Z'
const before = (milliseconds: number) => new Date(Date.parse(now) - milliseconds).toISOString()
const backup = (at: string, more: Partial<Retained> = {}): Retained => ({ name: backupName(at, more.kind ?? 'scheduled'), at, size: 1, kind: 'scheduled', fullAt: null, ...more })
const kept = (backups: readonly Retained[], rule: Partial<Retention> = {}) => backupsToKeep(backups, { ...usual, ...rule }, timeZone, now)

describe('IO-5 which backups are kept', () => {
  test('of ten years of quarter hours: 96 of them, 30 days, 12 months, 5 years', () => {
    // As a host has them: what was thinned out yesterday is not there today.
    let there: Retained[] = []
    for (let age = 400; age >= 0; age -= 1) {
      for (let quarter = 0; quarter < 8; quarter += 1) there.push(backup(before(age * day + quarter * 3 * hour)))
      const names = backupsToKeep(there, usual, timeZone, before(age * day))
      there = there.filter(({ name }) => names.has(name))
    }
    const names = kept(there)
    const days = new Set(there.map(({ at }) => at.slice(0, 10)))
    expect(names.size).toBe(there.length)
    // 96 of the newest (twelve days of eight), 18 more days, and months and years behind them.
    expect(there.length).toBeGreaterThanOrEqual(96 + 18 + 9)
    expect(there.length).toBeLessThanOrEqual(96 + 18 + 12 + 5)
    expect(days.size).toBeGreaterThanOrEqual(30 + 10)
  })

  test('several within one quarter of an hour leave the newest', () => {
    const two = [backup('2026-11-20T02:46:00.000Z'), backup('2026-11-20T02:59:00.000Z')]
    expect(kept(two, { days: 0, months: 0, years: 0 })).toEqual(new Set([two[1]!.name]))
  })

  test('the daily one stands for its day, in the factory’s time zone', () => {
    // 20-11 03:00 in Jakarta is 19-11 20:00 in UTC.
    const daily = backup('2026-11-18T20:00:00.000Z', { kind: 'daily' })
    const later = backup('2026-11-19T10:00:00.000Z')
    const newest = backup('2026-11-19T20:00:00.000Z')
    expect(kept([daily, later, newest], { quarterHours: 0, months: 0, years: 0 })).toEqual(new Set([daily.name, newest.name]))
  })

  test('the one that was wholly checked stands for its day, and no lack of room takes the newest of them', () => {
    const checked = backup('2026-11-18T20:00:00.000Z', { kind: 'daily', fullAt: '2026-11-18T20:05:00.000Z', size: 10 })
    const unchecked = [20, 21, 22, 23].map(at => backup(`2026-11-19T${at}:00:00.000Z`, { kind: 'daily', size: 10 }))
    const later = backup('2026-11-19T10:00:00.000Z', { size: 10 })
    const rule = { quarterHours: 0, days: 2, months: 0, years: 0 }
    expect(kept([checked, later, ...unchecked], rule)).toEqual(new Set([checked.name, unchecked.at(-1)!.name]))
    expect(kept([{ ...checked, at: before(40 * day) }, later, ...unchecked], { ...rule, days: 1, budget: 1 })).toContain(checked.name)
  })

  test('the way back from an act is kept for 30 days', () => {
    const newest = backup(before(0))
    const acts = [29, 31].map(age => backup(before(age * day), { kind: 'before-restore' }))
    const names = kept([newest, ...acts], { quarterHours: 0, days: 1, months: 0, years: 0 })
    expect(names).toEqual(new Set([newest.name, acts[0]!.name]))
  })

  test('over the budget quarter hours go first, the oldest of them before the others, then years', () => {
    const quarters = [0, 1, 2, 3, 4, 5].map(age => backup(before(age * 15 * minute), { size: 10 }))
    const yesterday = backup(before(day), { size: 10, kind: 'daily' })
    const lastYear = backup(before(365 * day), { size: 10, kind: 'daily' })
    const all = [...quarters, yesterday, lastYear]
    expect(kept(all).size).toBe(8)
    expect(kept(all, { budget: 70 })).toEqual(new Set([...quarters.slice(0, 5), yesterday, lastYear].map(one => one.name)))
    expect(kept(all, { budget: 60 })).toEqual(new Set([...quarters.slice(0, 4), yesterday, lastYear].map(one => one.name)))
    expect(kept(all, { budget: 59 })).toEqual(new Set([...quarters.slice(0, 4), yesterday].map(one => one.name)))
    expect(kept([], { budget: 1 })).toEqual(new Set())
  })

  test('no lack of room takes the newest four, one of each day of the last week, and the way back from an act of that week', () => {
    const quarters = [0, 1, 2, 3, 4].map(age => backup(before(age * 15 * minute), { size: 10 }))
    const days = [1, 2, 3, 4, 5, 6, 7].map(age => backup(before(age * day), { size: 10, kind: 'daily' }))
    const acts = [6, 8].map(age => backup(before(age * day + hour), { size: 10, kind: 'before-import' }))
    for (const budget of [1, 0, -1e9]) {
      const names = kept([...quarters, ...days, ...acts], { budget })
      expect(names).toEqual(new Set([...quarters.slice(0, 4), ...days.slice(0, 6), acts[0]!].map(one => one.name)))
    }
  })
})

describe('IO-5 which backup is due', () => {
  const timing = { timeZone, everyMinutes: 15, dailyHour: 3 }
  // 03:00 in Jakarta is 20:00 in UTC of the day before.
  const daily = { at: '2026-11-19T20:00:30.000Z' }

  test('every 15 minutes if something changed', () => {
    const newest = { at: '2026-11-20T02:40:00.000Z', eventSeq: 7 }
    expect(dueBackup({ ...timing, now: '2026-11-20T02:54:59.000Z', newest, newestDaily: daily, eventSeq: 8 })).toBeUndefined()
    expect(dueBackup({ ...timing, now: '2026-11-20T02:55:00.000Z', newest, newestDaily: daily, eventSeq: 8 })).toBe('scheduled')
    expect(dueBackup({ ...timing, now: '2026-11-20T09:00:00.000Z', newest, newestDaily: daily, eventSeq: 7 })).toBeUndefined()
  })

  test('daily at 03:00 of the factory, whether something changed or not; a host that was off then makes it when it is on', () => {
    const newest = { at: '2026-11-20T15:00:00.000Z', eventSeq: 7 }
    expect(dueBackup({ ...timing, now: '2026-11-20T19:59:59.000Z', newest, newestDaily: daily, eventSeq: 7 })).toBeUndefined()
    expect(dueBackup({ ...timing, now: '2026-11-20T20:00:00.000Z', newest, newestDaily: daily, eventSeq: 7 })).toBe('daily')
    expect(dueBackup({ ...timing, now: '2026-11-23T02:00:00.000Z', newest, newestDaily: daily, eventSeq: 7 })).toBe('daily')
  })

  test('the first one at once', () => {
    expect(dueBackup({ ...timing, now, newest: undefined, newestDaily: undefined, eventSeq: 3 })).toBe('scheduled')
  })

  test('red after two hours with entries in no backup; a quiet night is no reason', () => {
    expect(backupState({ at: null, uncoveredSince: null }, now)).toBe('none')
    expect(backupState({ at: before(9 * hour), uncoveredSince: null }, now)).toBe('good')
    expect(backupState({ at: before(9 * hour), uncoveredSince: before(2 * hour) }, now)).toBe('good')
    expect(backupState({ at: before(9 * hour), uncoveredSince: before(2 * hour + 1) }, now)).toBe('late')
  })
})

test('a backup’s name leads nowhere else', () => {
  expect(BackupName.safeParse(backupName(now, 'before-restore')).success).toBe(true)
  for (const name of ['../lantai.db', 'lantai-20261120-030000-daily.zip/..', 'x/lantai-20261120-030000-daily.zip']) expect(BackupName.safeParse(name).success).toBe(false)
})
