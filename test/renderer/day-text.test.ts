import { describe, expect, test } from 'vitest'
import { decimal } from '../../shared/core/decimal.ts'
import { money } from '../../shared/core/money.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { clockText, dayText, instantText, readDay } from '../../shared/core/day-text.ts'
import { createFormats } from '../../src-renderer/core/formats.ts'

const today = '2026-11-20' as BusinessDay

describe('days as people type them', () => {
  test.each([
    ['20-11-2026', '2026-11-20'], ['20/11/26', '2026-11-20'], ['20.11', '2026-11-20'], ['1 2 2027', '2027-02-01'], ['5', '2026-11-05'], ['20112026', '2026-11-20'], ['201126', '2026-11-20'],
    ['2011', '2026-11-20'], ['2026-12-31', '2026-12-31'], ['29-2-2028', '2028-02-29'], [' 3-4 ', '2026-04-03'],
    ['h', '2026-11-20'], ['d', '2026-11-20'], ['+1', '2026-11-21'], ['h+1', '2026-11-21'], ['H - 7', '2026-11-13'], ['d-20', '2026-10-31'], ['+42', '2027-01-01'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed, today)).toBe(day)
  })

  test('a day that does not exist is none', () => {
    for (const typed of ['', '31-11-2026', '29-2-2027', '0-1-2026', '1-13-2026', '1-2-3-4', 'besok', '20-11-202', '+12345', 'x+1']) expect([typed, readDay(typed, today)]).toEqual([typed, undefined])
  })

  test('what is written can be typed back', () => {
    for (const day of ['2026-11-20', '2028-02-29', '2026-01-01']) expect(readDay(dayText(day), today)).toBe(day)
  })
})

describe('moments on the factory’s clock', () => {
  const late = '2026-11-20T17:05:30.000Z'

  test('stand in its zone and its reader’s language, with the zone people know', () => {
    expect(instantText(late, 'Asia/Jakarta', 'id')).toBe('21-11-2026 00.05 WIB')
    expect(instantText(late, 'Asia/Jakarta', 'en')).toBe('21-11-2026 00:05 WIB')
    expect(instantText(late, 'Asia/Makassar', 'id')).toBe('21-11-2026 01.05 WITA')
    expect(instantText(late, 'Asia/Jayapura', 'id')).toBe('21-11-2026 02.05 WIT')
    expect(instantText(late, 'Europe/Berlin', 'en')).toBe('20-11-2026 18:05')
    expect(instantText(late, 'Asia/Jakarta', 'id', 'short')).toBe('21-11-2026 00.05')
    expect([clockText(late, 'Asia/Jakarta', 'id'), clockText(late, 'Asia/Jakarta', 'en')]).toEqual(['00.05', '00:05'])
  })

  test('IO-6 a factory in Jakarta: 21-11-2026 at 00.05 WIB, 1.234,56 and Rp', () => {
    const formats = createFormats('id', { timeZone: 'Asia/Jakarta', currency: 'IDR' })
    expect([formats.day('2026-11-21'), formats.instant(late), formats.plain('1234.56')]).toEqual(['21-11-2026', '21-11-2026 00.05 WIB', '1.234,56'])
    const price = (value: string) => formats.price(decimal(value)).replace(/\s/g, ' ')
    expect(['8780', '49212.5984', '12.5', '0.0125', '-0.5'].map(price)).toEqual(['Rp 8.780', 'Rp 49.212,60', 'Rp 12,50', 'Rp 0,0125', 'Rp −0,50'])
    expect(formats.money(money('1234567')).replace(/\s/g, ' ')).toBe('Rp 1.234.567')
  })

  test('a screen writes them as paper does', () => {
    for (const language of ['id', 'en'] as const) {
      const formats = createFormats(language, { timeZone: 'Asia/Jakarta', currency: 'IDR' })
      expect(formats.instant(late)).toBe(instantText(late, 'Asia/Jakarta', language))
      expect(formats.instant(new Date(late), 'short')).toBe(instantText(late, 'Asia/Jakarta', language, 'short'))
      expect(formats.time(late)).toBe(clockText(late, 'Asia/Jakarta', language))
    }
  })

  test('how long ago, and past a week the day itself', () => {
    const { relative } = createFormats('id', { timeZone: 'Asia/Jakarta', currency: 'IDR' })
    const now = new Date('2026-11-20T10:00:00Z')
    const said = (before: number) => relative(new Date(now.getTime() - before * 60_000), now)
    expect([said(5), said(3 * 60), said(24 * 60), said(8 * 24 * 60)]).toEqual(['5 menit yang lalu', '3 jam yang lalu', 'kemarin', '12-11-2026'])
  })
})
