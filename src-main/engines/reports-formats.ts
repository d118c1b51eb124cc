import { businessDay } from '../../shared/core/dates.ts'
import type { Language } from '../../shared/texts.ts'

/** How a document on paper writes things: in its reader's language, at the factory's time. */
export interface PaperFormats {
  /** Plain decimal text: "-1234.50" is `−1.234,50` in Indonesian, `−1,234.50` in English. */
  number(plain: string): string
  /** `20-11-2026` */
  day(day: string): string
  /** `20-11-2026 10.05 WIB` */
  instant(instant: string): string
}

const marks = { id: { group: '.', decimal: ',', time: '.' }, en: { group: ',', decimal: '.', time: ':' } } as const
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT', UTC: 'UTC',
}

export function paperFormats(language: Language, timeZone: string): PaperFormats {
  const { group, decimal, time } = marks[language]
  const day = (text: string) => text.split('-').reverse().join('-')
  return {
    day,
    number(plain) {
      const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
      return (sign && '−') + whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction && decimal + fraction)
    },
    instant(instant) {
      const clock = wallClock(instant, timeZone).slice(0, 5).replace(':', time)
      return [day(businessDay(instant, { timeZone })), clock, zoneNames[timeZone]].filter(Boolean).join(' ')
    },
  }
}

/** Plain decimal text with at least so many decimals. */
export function padded(text: string, places: number): string {
  const [whole = '', fraction = ''] = text.split('.')
  const digits = fraction.padEnd(places, '0')
  return digits === '' ? whole : `${whole}.${digits}`
}

/** `20261120_100500`, at the factory's time: what tells files of one report apart. */
export function fileStamp(instant: string, timeZone: string): string {
  return `${businessDay(instant, { timeZone })}_${wallClock(instant, timeZone)}`.replace(/[-:]/g, '')
}

/** `HH:MM:SS` */
function wallClock(instant: string, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  return clock.format(new Date(instant))
}
