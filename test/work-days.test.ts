import { expect, test } from 'vitest'
import type { BusinessDay } from '../shared/core/dates.ts'
import { shiftMinutes, weekdayOf, weeksOf, workDayOf, type DayShift } from '../shared/masters/work-days.ts'

const day = (text: string) => text as BusinessDay
const shift = (code: string, weekdays: string, startTime: string, endTime: string): DayShift => ({ id: code, code, name: code, weekdays, startTime, endTime, breakMinutes: 60 })
const shifts = [shift('MALAM', '12345', '23:00', '07:00'), shift('PAGI', '123456', '07:00', '15:00')]

test('a day works by the shifts of its weekday, the earliest first, and by none on a holiday', () => {
  const holidays = [{ id: 'natal', day: day('2026-12-25'), name: 'Hari Raya Natal' }]
  const codes = (text: string) => workDayOf(day(text), shifts, holidays).shifts.map(({ code }) => code)
  expect([codes('2026-12-24'), codes('2026-12-25'), codes('2026-12-26'), codes('2026-12-27')]).toEqual([['PAGI', 'MALAM'], [], ['PAGI'], []])
  expect(workDayOf(day('2026-12-25'), shifts, holidays).holiday?.name).toBe('Hari Raya Natal')
})

test('a shift that ends no later than it starts ends on the next day; its break is not worked', () => {
  expect(shifts.map(shiftMinutes)).toEqual([420, 420])
  expect(shiftMinutes({ startTime: '08:00', endTime: '08:00', breakMinutes: 0 })).toBe(1440)
})

test('a month is shown in whole weeks from Monday on', () => {
  expect(weekdayOf(day('2026-11-29'))).toBe(7)
  const weeks = weeksOf('2026-11')
  expect([weeks.length, weeks[0]![0], weeks.at(-1)!.at(-1)]).toEqual([6, '2026-10-26', '2026-12-06'])
  expect(weeksOf('2027-02')).toHaveLength(4)
})
