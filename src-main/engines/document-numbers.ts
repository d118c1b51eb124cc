import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { formatNumber, lettersOf, seriesSettings, type Series, type SeriesName } from '../../shared/settings/series.ts'
import type { Reader } from '../database/reader.ts'
import { decodeSetting } from './settings.ts'

/** What somebody who types a piece of a number may mean: these very numbers, and all that begin so. */
export interface MeantNumbers { readonly numbers: readonly string[]; readonly beginning: string | undefined }

/** A series as the factory has it now. A stored one that fits no longer counts as absent. */
export function seriesInForce(db: Reader, name: SeriesName): Series {
  const { key, schema, fallback } = seriesSettings[name]
  const stored = db.find('setting', key)
  const decoded = stored && decodeSetting(schema, stored.value)
  return decoded?.fits ? decoded.value : fallback
}

/** How far back a running number alone is looked for, and one with a piece of its date. */
const daysBack = { alone: 31, dated: 400 }

/**
 * People say the end of a number: "33" or "0033" is the 33rd of the last days, "1120-33" that of 20 November. The whole number
 * and its beginning are meant as they stand, with or without the letters in front.
 */
export function meantNumbers(rule: Series, typed: string, today: BusinessDay): MeantNumbers {
  const letters = lettersOf(rule)
  const text = typed.toUpperCase()
  const digits = text.startsWith(letters) ? text.slice(letters.length) : text
  const [, date, count] = /^(?:(\d{1,8})-)?(\d{1,6})$/.exec(digits) ?? []
  const hasLetters = text.startsWith(letters.replace(/\W+$/, ''))
  return {
    numbers: count === undefined ? [] : runningNumbers(rule, Number(count), date, today),
    beginning: hasLetters ? text : /^\d{4}/.test(text) ? letters + text : undefined,
  }
}

function runningNumbers(rule: Series, count: number, date: string | undefined, today: BusinessDay): string[] {
  const days = Array.from({ length: date === undefined ? daysBack.alone : daysBack.dated }, (_, back) => addDays(today, -back))
  const numbers = [...new Set(days.map(day => formatNumber(rule, day, count)))]
  return date === undefined ? numbers : numbers.filter(number => number.includes(`${date}-`))
}
