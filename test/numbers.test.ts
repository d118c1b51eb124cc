import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { couldMeet, formatNumber, series, seriesFault, seriesPeriod, type Series } from '../shared/settings/series.ts'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { openWriter } from '../src-main/database/open.ts'
import { connection } from '../src-main/database/reader.ts'
import { createNumbers, type Numbers } from '../src-main/engines/numbers.ts'

let folder: string
let sqlite: Database
let numbers: Numbers

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantai-numbers-'))
  sqlite = openWriter(join(folder, 'lantai.db'))
  migrate(sqlite, readMigrations(new URL('../migrations/', import.meta.url)))
  numbers = createNumbers(connection(sqlite), name => series[name])
})
afterEach(() => {
  sqlite.close()
  rmSync(folder, { recursive: true })
})

const take = (day = '2026-11-20') => numbers.next('kanbanCard', day)

test('numbers run on within a day and start anew on the next', () => {
  sqlite.exec('begin')
  expect([take(), take(), take('2026-11-21'), take()]).toEqual(['KAN-20261120-0001', 'KAN-20261120-0002', 'KAN-20261121-0001', 'KAN-20261120-0003'])
  sqlite.exec('commit')
})

test('a rolled back transaction or savepoint gives its numbers back, so there are no gaps', () => {
  fc.assert(fc.property(fc.array(fc.record({ keeps: fc.boolean(), takes: fc.nat(4) }), { maxLength: 30 }), groups => {
    sqlite.exec('begin; delete from numberCounter')
    const kept: string[] = []
    for (const { keeps, takes } of groups) {
      sqlite.exec('savepoint command')
      const taken = Array.from({ length: takes }, () => take())
      sqlite.exec(keeps ? 'release command' : 'rollback to command; release command')
      if (keeps) kept.push(...taken)
    }
    sqlite.exec('commit')
    expect(kept).toEqual(kept.map((_, at) => `KAN-20261120-${String(at + 1).padStart(4, '0')}`))
  }))

  const before = sqlite.prepare('select * from numberCounter').all()
  sqlite.exec('begin')
  take()
  sqlite.exec('rollback')
  expect(sqlite.prepare('select * from numberCounter').all()).toEqual(before)
})

test('numbers go on after a reopen, and grow past their zeros', () => {
  sqlite.exec(`insert into numberCounter values ('kanbanCard', '20261120', 9998)`)
  sqlite.close()
  sqlite = openWriter(join(folder, 'lantai.db'))
  numbers = createNumbers(connection(sqlite), name => series[name])
  sqlite.exec('begin')
  expect([take(), take(), take()]).toEqual(['KAN-20261120-9999', 'KAN-20261120-10000', 'KAN-20261120-10001'])
  sqlite.exec('commit')
})

test('a number outside a transaction is refused: nothing could give it back', () => {
  expect(() => take()).toThrow('outside a transaction')
})

test('a series restarts each day, each year or never', () => {
  const order: Series = { format: 'MO/{year}/{00000}', restarts: 'year' }
  const pallet: Series = { format: 'P{000000}', restarts: 'never' }
  expect(formatNumber(order, '2026-11-20', 7)).toBe('MO/2026/00007')
  expect(formatNumber(pallet, '2026-11-20', 1_234_567)).toBe('P1234567')
  expect([seriesPeriod(order, '2026-11-20'), seriesPeriod(pallet, '2026-11-20')]).toEqual(['2026', ''])
  expect(formatNumber({ format: 'MO/{year}/{month}/{year}{month}-{000}' }, '2026-11-20', 7)).toBe('MO/2026/11/202611-007')
})

test('IO-9 a series is refused that would repeat its numbers, has no count, or begins like another', () => {
  const fault = (format: string, restarts: Series['restarts']) => seriesFault({ format, restarts })
  expect(Object.values(series).map(rule => seriesFault(rule))).toEqual(Object.values(series).map(() => undefined))
  expect([fault('KAN-{year}-{0000}', 'day'), fault('KAN-{month}-{0000}', 'month'), fault('KAN-{0000}', 'year'), fault('KAN-{0000}', 'never')]).toEqual(['restart', 'restart', 'restart', undefined])
  expect([fault('KAN-{date}', 'day'), fault('KAN-{00}-{00}', 'never'), fault('{date}-{0000}', 'day'), fault('kan-{0000}', 'never'), fault('KAN-{week}{0000}', 'never')])
    .toEqual(['one-count', 'one-count', 'letters', 'characters', 'characters'])
  expect(couldMeet({ format: 'KAN-{0000}', restarts: 'never' }, { format: 'KAN-{date}-{00}', restarts: 'day' })).toBe(true)
  expect(couldMeet({ format: 'KAN-{0000}', restarts: 'never' }, { format: 'KA-{0000}', restarts: 'never' })).toBe(false)
  expect([seriesPeriod({ restarts: 'month' }, '2026-11-20'), formatNumber({ format: 'MO/{year}/{month}/{000}' }, '2026-11-20', 7)]).toEqual(['202611', 'MO/2026/11/007'])
})
