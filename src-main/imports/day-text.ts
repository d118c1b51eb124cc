import { BusinessDaySchema, type BusinessDay } from '../../shared/core/dates.ts'
import type { DayOrder } from '../../shared/imports/file.ts'

const written = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/
const startsWithYear = /^(\d{4})-\d{2}-\d{2}/

/** 20-11-2026, 20/11/2026, 20.11.26 (or with the month in front, by `order`), or 2026-11-20 with or without a time behind it. */
export function readDayText(text: string, order: DayOrder): BusinessDay | undefined {
  const [, first = '', second = '', year = ''] = written.exec(text) ?? []
  const [day, month] = order === 'dmy' ? [first, second] : [second, first]
  const iso = year === '' ? text.slice(0, 10) : `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return BusinessDaySchema.safeParse(iso).data
}

/** The order a written day betrays: 1/13/2015 can only have its month in front. 'either' of 1/2/2015; nothing for other texts. */
export function betrayedOrder(text: string): DayOrder | 'either' | undefined {
  const [, first, second] = written.exec(text) ?? []
  if (first === undefined || second === undefined) return undefined
  if (Number(first) > 12) return 'dmy'
  return Number(second) > 12 ? 'mdy' : 'either'
}

/** The year a day is written with, whatever its order. */
export function yearIn(text: string): number | undefined {
  const year = written.exec(text)?.[3]?.padStart(4, '20') ?? startsWithYear.exec(text)?.[1]
  return year === undefined ? undefined : Number(year)
}

/** A day so many years from the middle of its column is hardly meant. */
const yearsApart = 5
/** Of fewer days nobody can say what is usual. */
const fewestDays = 10

/** The years that are far from what is usual in a column: `years` is how often each occurs. */
export function farYears(years: ReadonlyMap<number, number>): ReadonlySet<number> {
  const sorted = [...years].sort(([a], [b]) => a - b)
  const all = sorted.reduce((sum, [, count]) => sum + count, 0)
  if (all < fewestDays) return new Set()
  let seen = 0
  const middle = sorted.find(([, count]) => (seen += count) * 2 >= all)![0]
  return new Set(sorted.map(([year]) => year).filter(year => Math.abs(year - middle) > yearsApart))
}
