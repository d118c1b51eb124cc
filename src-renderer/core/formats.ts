import { useMemo } from 'react'
import { businessDay, type BusinessDay } from '../../shared/core/dates.ts'
import { clockText, dayText, instantText, readDay } from '../../shared/core/day-text.ts'
import { decimal, decimalText, toPlaces, type Decimal } from '../../shared/core/decimal.ts'
import { moneyText, type Money } from '../../shared/core/money.ts'
import { currencyText, editableText, numberText, readNumber } from '../../shared/core/number-text.ts'
import type { Language } from '../../shared/texts.ts'
import { useLanguage } from './i18n.ts'
import { useFactory, type Factory } from './factory.ts'

/** How the user's language and the factory write things. Days and times are the factory's, wherever the desk stands. */
export interface Formats {
  readonly language: Language
  /** `20-11-2026` */
  day(day: string): string
  /** `20-11-2026 14.05 WIB`; `short` leaves the zone out. */
  instant(instant: string | Date, form?: 'short'): string
  /** `14.05` (id), `14:05` (en) */
  time(instant: string | Date): string
  /** `5 menit yang lalu`, `besok`; past a week, the day itself. */
  relative(instant: string | Date, now?: Date): string
  /** How long something took: `2 jam 5 menit`, `45 detik`. */
  duration(seconds: number): string
  /** How long something took, in whole minutes and short enough for a list: `1 j 25 mnt`, `0 mnt`. */
  minutes(count: number): string
  /** A `Decimal`, exactly: `1.234,5`; `places` pads with zeros. */
  decimal(value: Decimal, places?: number): string
  /** A count: `36.000`. */
  integer(value: number): string
  /** `Rp 1.250.000`, with cents only where there are some. */
  money(value: Money): string
  /** A unit cost, to the places of the currency: `Rp 8.780`, `Rp 12,50`; below one to the last it has: `Rp 0,0125`. */
  price(value: Decimal): string
  /** A `Decimal` that is a percentage already, to two places: `12,5%`. */
  percent(value: Decimal): string
  /** Bytes: `3,4 MB`. */
  fileSize(bytes: number): string
  /** The factory's day of an instant. */
  dayOf(instant: string | Date): BusinessDay
  /** The day it now is in the factory. */
  today(): BusinessDay
  readDay(typed: string): BusinessDay | undefined
  /** Typed text as plain decimal text for the wire, or a fault (a key of `issues`). */
  readNumber(typed: string): ReturnType<typeof readNumber>
  /** Plain decimal text as it stands in an input, edited or at rest. */
  editable(plain: string): string
  plain(plain: string): string
}

export function useFormats(): Formats {
  const [language] = useLanguage()
  const factory = useFactory()
  return useMemo(() => createFormats(language, factory), [language, factory])
}

export function createFormats(language: Language, { timeZone, currency }: Pick<Factory, 'timeZone' | 'currency'>): Formats {
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const utc = (instant: string | Date) => new Date(instant).toISOString()
  const dayOf = (instant: string | Date) => businessDay(utc(instant), { timeZone })
  const plain = (text: string) => numberText(text, language)
  const today = () => dayOf(new Date())
  return {
    language, today, dayOf, plain,
    day: dayText,
    time: instant => clockText(utc(instant), timeZone, language),
    instant: (instant, form) => instantText(utc(instant), timeZone, language, form),
    relative(instant, now = new Date()) {
      const seconds = (new Date(instant).getTime() - now.getTime()) / 1000
      const [unit, length] = spans.find(([, , limit]) => Math.abs(seconds) < limit) ?? []
      return unit === undefined ? dayText(dayOf(instant)) : ago.format(Math.round(seconds / length!), unit)
    },
    duration(seconds) {
      const whole = Math.round(seconds)
      if (whole < 60) return lengthText(language, whole, 'second')
      const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
      return [hours > 0 && lengthText(language, hours, 'hour'), minutes > 0 && lengthText(language, minutes, 'minute')].filter(Boolean).join(' ')
    },
    minutes(count) {
      const [hours, minutes] = [Math.floor(count / 60), count % 60]
      return [hours > 0 && lengthText(language, hours, 'hour', 'short'), (minutes > 0 || hours === 0) && lengthText(language, minutes, 'minute', 'short')].filter(Boolean).join(' ')
    },
    decimal: (value, places) => numberText(decimalText(value), language, places),
    integer: value => plain(String(value)),
    money(value) {
      const text = moneyText(value)
      return `${currencyText(currency)}\u00a0${numberText(text, language, text.includes('.') ? 2 : 0)}`
    },
    price(value) {
      const text = decimalText(Math.abs(value) < one ? value : toPlaces(value, currencyPlaces))
      return `${currencyText(currency)}\u00a0${numberText(text, language, text.includes('.') ? currencyPlaces : 0)}`
    },
    percent: value => `${numberText(decimalText(toPlaces(value, 2)), language)}%`,
    fileSize(bytes) {
      const [unit, size] = fileSizes.find(([, least]) => bytes >= least) ?? ['B', 1]
      return `${plain(String(Math.round((bytes / size) * 10) / 10))} ${unit}`
    },
    readDay: typed => readDay(typed, today()),
    readNumber: typed => readNumber(typed, language),
    editable: text => editableText(text, language),
  }
}

function lengthText(language: Language, count: number, unit: 'hour' | 'minute' | 'second', unitDisplay: 'long' | 'short' = 'long'): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(count)
}

/** As amounts are kept. */
const currencyPlaces = 2
const one = decimal('1')

/** Unit, its seconds, and up to how many seconds it is used. */
const spans: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ['second', 1, 45],
  ['minute', 60, 3_000],
  ['hour', 3_600, 80_000],
  ['day', 86_400, 604_800],
]

const fileSizes: readonly (readonly [string, number])[] = [['GB', 1024 ** 3], ['MB', 1024 ** 2], ['KB', 1024]]
