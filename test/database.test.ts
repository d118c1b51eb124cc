import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import BetterSqlite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { sql as raw } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import { entities } from '../shared/core/entities.ts'
import { checkData } from '../src-main/audit/data-check.ts'
import { rowHistoryFindings } from '../src-main/audit/row-history.ts'
import * as auditChain from '../src-main/database/audit-chain.ts'
import { migrate, NewerDatabaseError, readMigrations, schemaFindings } from '../src-main/database/migrate.ts'
import { listPage, type ListRequest } from '../src-main/database/list.ts'
import { openReader, openWriter } from '../src-main/database/open.ts'
import { createKnownRows } from '../src-main/database/known-rows.ts'
import { createPen, type Change } from '../src-main/database/pen.ts'
import { connection, createReader } from '../src-main/database/reader.ts'
import { asLasting, lasting, sql } from '../src-main/database/sql.ts'
import { writtenRowOf } from '../src-main/database/written-rows.ts'
import { batchDetailOf } from '../src-main/imports/batches.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { migrationsFolder } from './support/spine.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'lantai.db')
})
afterEach(() => removeFolder(folder))

const all = readMigrations(migrationsFolder)
const schemaOf = (sqlite: Database) => sqlite.prepare(`select type, name, sql from sqlite_schema where name not like 'sqlite_%' order by type, name`).all()

describe('connections', () => {
  test.each([['writer', openWriter], ['reader', openReader]])('a %s has every pragma, also on an existing file', (_, open) => {
    openWriter(path).close()
    const sqlite = open(path)
    sqlite.prepare('select count(*) from sqlite_schema').get()
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'trusted_schema', 'busy_timeout']
    expect(pragmas.map(name => sqlite.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1, 0, 5000])
    sqlite.close()
  })

  test('a reader cannot write', () => {
    openWriter(path).close()
    const reader = openReader(path)
    expect(() => reader.exec('create table x (a)')).toThrow(/readonly/)
    reader.close()
  })

  test('a reader refuses what is not a plain select', () => {
    const writer = openWriter(path)
    migrate(writer, all)
    const reader = createReader(connection(writer), new Set())
    expect(() => reader.all({ compile: () => ({ query: { kind: 'DeleteQueryNode' }, sql: 'delete from unit', parameters: [] }) } as never)).toThrow('DeleteQueryNode')
    writer.close()
  })

  test('the tables a query reads are known, through joins, sub-selects and common table expressions', () => {
    const writer = openWriter(path)
    migrate(writer, all)
    const touched = new Set<string>()
    const reader = createReader(connection(writer), touched)
    const query = sql.with('used', db => db.selectFrom('stockMove').select('itemId'))
      .selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId')
      .where('item.id', 'in', db => db.selectFrom('used').select('itemId'))
      .where(({ exists, selectFrom }) => exists(selectFrom('kanbanRule').select('id')))
      .select('item.id')
    reader.all(query)
    reader.all(query)
    expect([...touched].sort()).toEqual(['item', 'kanbanRule', 'stockMove', 'unit'])
    writer.close()
  })
})

describe('migrations', () => {
  test('each brings a database from the version before it to its own, and all of them one after the other make what they make at once', () => {
    const stepped = openWriter(path)
    for (const [at, migration] of all.entries()) {
      let copies = 0
      expect(migrate(stepped, all.slice(0, at + 1), () => (copies += 1))).toEqual([migration])
      expect([copies, stepped.pragma('user_version', { simple: true })]).toEqual([at === 0 ? 0 : 1, migration.number])
    }
    const fresh = openWriter(join(folder, 'fresh.db'))
    migrate(fresh, all)
    expect(schemaOf(stepped)).toEqual(schemaOf(fresh))
    stepped.close()
    fresh.close()
  })

  const sample = all.map((migration, at) => [at, migration.name] as const).filter(([at]) => at % 16 === 0 || at === all.length - 1)
  test.each(sample)('from version %i a database comes to the newest one at once (%s is next)', at => {
    const stepped = openWriter(path)
    migrate(stepped, all.slice(0, at))
    let copies = 0
    const done = migrate(stepped, all, () => (copies += 1))
    expect(done.map(({ name }) => name)).toEqual(all.slice(at).map(({ name }) => name))
    expect(copies).toBe(at === 0 ? 0 : 1)
    expect(schemaFindings(stepped, all)).toEqual([])
    expect(stepped.pragma('user_version', { simple: true })).toBe(all.at(-1)!.number)
    expect(migrate(stepped, all)).toEqual([])
    stepped.close()
  })

  test('a newer file is refused and left as it is', () => {
    const sqlite = openWriter(path)
    migrate(sqlite, all)
    sqlite.pragma('user_version = 9990')
    expect(() => migrate(sqlite, all)).toThrow(NewerDatabaseError)
    expect(sqlite.pragma('user_version', { simple: true })).toBe(9990)
    sqlite.close()
  })

  test('one that fails leaves the version and the schema before it', () => {
    const sqlite = openWriter(path)
    migrate(sqlite, all)
    const before = schemaOf(sqlite)
    const failing = { number: 9000, name: '9000-failing.sql', sql: 'create table half (a); insert into half values (1); insert into nowhere values (1);' }
    expect(() => migrate(sqlite, [...all, failing])).toThrow('nowhere')
    expect(schemaOf(sqlite)).toEqual(before)
    expect(sqlite.pragma('user_version', { simple: true })).toBe(all.at(-1)!.number)
    sqlite.close()
  })

  test('one killed midway leaves the version and the schema before it', async () => {
    const sqlite = openWriter(path)
    migrate(sqlite, all)
    const before = schemaOf(sqlite)
    sqlite.close()
    const migrations = join(folder, 'migrations')
    mkdirSync(migrations)
    for (const { name } of all) copyFileSync(new URL(name, migrationsFolder), join(migrations, name))
    writeFileSync(join(migrations, '9000-endless.sql'), `create table half (a integer) strict;
      insert into half with recursive number(n) as (select 1 union all select n + 1 from number where n < 1000000000) select n from number;`)
    const program = `
      const { openWriter } = await import(${JSON.stringify(new URL('../src-main/database/open.ts', import.meta.url).href)})
      const { migrate, readMigrations } = await import(${JSON.stringify(new URL('../src-main/database/migrate.ts', import.meta.url).href)})
      const sqlite = openWriter(${JSON.stringify(path)})
      const due = readMigrations(new URL(${JSON.stringify(`${pathToFileURL(migrations).href}/`)}))
      migrate(sqlite, due, () => process.stdout.write('migrating'))`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program])
    await new Promise<void>(resolve => child.stdout.once('data', () => setTimeout(resolve, 300)))
    child.kill('SIGKILL')
    await new Promise(resolve => child.once('exit', resolve))
    const reopened = openWriter(path)
    expect(reopened.pragma('user_version', { simple: true })).toBe(all.at(-1)!.number)
    expect(schemaOf(reopened)).toEqual(before)
    expect(reopened.pragma('integrity_check', { simple: true })).toBe('ok')
    reopened.close()
  })

  test('a file of another name, or a number twice, is refused', () => {
    const write = (name: string) => writeFileSync(join(folder, name), '')
    write('0010-first.sql')
    write('0010-second.sql')
    expect(() => readMigrations(pathToFileURL(`${folder}/`))).toThrow('Two migrations')
    write('20-short.sql')
    expect(() => readMigrations(pathToFileURL(`${folder}/`))).toThrow('not named')
  })
})

describe('ledgers', () => {
  const rows: Record<string, string> = {
    event: `insert or replace into event (seq, at, entity, entityId) values (1, 't', 'unit', 'other')`,
    auditEntry: `insert or replace into auditEntry (seq, at, userId, userName, role, action, module, procedure, previousHash, hash) values (1, 't', 'u', 'u', 'r', 'CREATE', 'm', 'p', '0', 'h2')`,
    securityEvent: `insert or replace into securityEvent (seq, at, kind, severity) values (1, 't', 'OTHER', 'INFO')`,
    purge: `insert or replace into purge (seq, at, book, fromSeq, throughSeq, rowCount, createdBy) values (1, 't', 'event', 1, 1, 1, 'u')`,
    unlocking: `insert or replace into unlocking (seq, at, lock, reason, createdBy) values (1, 't', 'account a', 'r', 'u')`,
    stockMove: `insert or replace into stockMove (seq, at, postingDay, itemId, quantity, fromLocationId, toLocationId, kind, createdBy) values (1, 't', 'd', 'i', 2, 'a', 'b', 'ISSUE', 'u')`,
  }

  test.each(Object.entries(rows))('AU-1 %s refuses change, deletion and replacement, also on a connection that sets no pragma', (table, row) => {
    const writer = openWriter(path)
    migrate(writer, all)
    writer.pragma('foreign_keys = off')
    writer.exec(row.replace('or replace ', ''))
    const before = writer.prepare(`select * from ${table}`).all()
    writer.close()
    const plain = new BetterSqlite(path)
    plain.pragma('foreign_keys = off')
    expect(plain.pragma('recursive_triggers', { simple: true })).toBe(0)
    expect(() => plain.exec(row)).toThrow('append-only')
    expect(() => plain.exec(`update ${table} set at = 'later'`)).toThrow('append-only')
    expect(() => plain.exec(`delete from ${table}`)).toThrow('append-only')
    expect(() => plain.exec(`update or replace ${table} set seq = 1 where seq = 1`)).toThrow('append-only')
    expect(plain.prepare(`select * from ${table}`).all()).toEqual(before)
    plain.close()
  })
})

describe('lists', () => {
  const columns = { code: { ref: 'item.code', isText: true }, category: { ref: 'item.category', isText: true }, cost: 'item.unitCost', active: 'item.isActive' } as const
  const read = (reader: ReturnType<typeof createReader>, request: ListRequest) =>
    listPage(reader, request, {
      query: sql.selectFrom('item').select(['item.id', 'item.code', 'item.category', 'item.unitCost', 'item.isActive']),
      columns, search: ['item.code', 'item.name'], defaultSort: [{ column: 'code', descending: false }], id: 'item.id',
    })

  test('pages put together are the whole list in order, whatever is sorted by', () => {
    const item = fc.record({ name: fc.string({ maxLength: 5 }), category: fc.constantFrom('', 'a', 'B', 'b', 'ä'), cost: fc.option(fc.integer({ min: 0, max: 3 })), active: fc.boolean() })
    const sort = fc.array(fc.record({ column: fc.constantFrom('code', 'category', 'cost', 'active'), descending: fc.boolean() }), { maxLength: 3 })
    const writer = openWriter(path)
    migrate(writer, all)
    writer.exec(`insert into unit (id, createdAt, code, name) values ('u', '', 'u', 'u')`)
    const insert = writer.prepare(`insert into item (id, createdAt, code, name, kind, unitId, category, unitCost, isActive) values (?, '', ?, ?, 'WIP', 'u', ?, ?, ?)`)
    fc.assert(fc.property(fc.array(item, { maxLength: 25 }), sort, fc.integer({ min: 1, max: 7 }), (items, sorts, pageSize) => {
      writer.exec('delete from item')
      items.forEach(({ name, category, cost, active }, at) => insert.run(`i${at}`, `c${(at * 7) % 25}`, name || 'x', category, cost, active ? 1 : 0))
      const reader = createReader(connection(writer), new Set())
      const request = { search: '', sort: sorts, pageSize: 200, total: true }
      const whole = read(reader, request)
      const paged: unknown[] = []
      let cursor: string | undefined
      do {
        const part = read(reader, { ...request, pageSize, cursor })
        paged.push(...part.rows)
        cursor = part.next
      } while (cursor !== undefined)
      expect(paged).toEqual(whole.rows)
      expect(whole.total).toBe(items.length)
      expect(whole.rows.every(row => typeof row.isActive === 'boolean')).toBe(true)
      const order = `${sorts.map(({ column, descending }) => `${{ code: 'code collate nocase', category: 'category collate nocase', cost: 'unitCost', active: 'isActive' }[column]} ${descending ? 'desc' : 'asc'}`).join(', ') || 'code collate nocase'}, id`
      expect(whole.rows.map(row => row.id)).toEqual(writer.prepare(`select id from item order by ${order}`).pluck().all())
    }), { numRuns: 150 })
    writer.close()
  })

  test('search takes every character as itself, and a foreign cursor or column is refused', () => {
    const writer = openWriter(path)
    migrate(writer, all)
    writer.exec(`insert into unit (id, createdAt, code, name) values ('u', '', 'u', 'u')`)
    const insert = writer.prepare(`insert into item (id, createdAt, code, name, kind, unitId) values (?, '', ?, ?, 'WIP', 'u')`)
    ;['100%_cotton', `O'Brien "x"`, 'back\\slash', 'plain cotton'].forEach((name, at) => insert.run(`i${at}`, `c${at}`, name))
    const reader = createReader(connection(writer), new Set())
    const request = { search: '', sort: [], pageSize: 50, total: false }
    const found = (search: string) => read(reader, { ...request, search }).rows.map(({ id }) => id)
    expect(found('%')).toEqual(['i0'])
    expect(found('_')).toEqual(['i0'])
    expect(found('\\')).toEqual(['i2'])
    expect(found(`o'brien`)).toEqual(['i1'])
    expect(found('cotton c3')).toEqual(['i3'])
    for (const cursor of ['x', Buffer.from('[1]').toString('base64url'), Buffer.from('[{},1]').toString('base64url')]) {
      expect(() => read(reader, { ...request, cursor })).toThrow('cursor')
    }
    expect(() => read(reader, { ...request, sort: [{ column: 'toString', descending: false }] })).toThrow('invalid-input')
    writer.close()
  })
})

test('an import of an older version stands as it was entered, and is read as it was then', () => {
  const sqlite = new BetterSqlite(':memory:')
  sqlite.pragma('foreign_keys = off')
  migrate(sqlite, all.filter(({ number }) => number <= 110))
  const at = '2026-11-01T00:00:00.000Z'
  const setup = JSON.stringify({ sheet: null, delimiter: ';', headingRow: 1, decimalMark: ',', columns: { code: 'Kode' }, constants: { unit: 'Pcs' }, mode: 'update' })
  const row = { id: 'batch-1', createdAt: at, target: 'items', mode: 'update', fileName: 'barang.csv', createdBy: 'user-1', status: 'APPLIED', setup, findings: '[]', rowCount: 3, settledBy: 'user-1', settledAt: at }
  const columns = Object.keys(row)
  sqlite.prepare("insert into user (id, createdAt, username, fullName, roleId, passwordHash) values ('user-1', ?, 'sari', 'Sari', 'role-1', '!')").run(at)
  sqlite.prepare(`insert into importBatch (${columns.join()}) values (${columns.map(column => `:${column}`).join()})`).run(row)
  sqlite.prepare(`insert into auditEntry (seq, at, userId, userName, role, action, module, procedure, entity, entityId, after, previousHash, hash)
    values (1, ?, 'user-1', 'sari', 'Admin', 'CREATE', 'imports', 'imports.beginStaging', 'importBatch', 'batch-1', ?, '', 'x')`).run(at, JSON.stringify(row))
  migrate(sqlite, all)
  expect(rowHistoryFindings(sqlite, 20)).toEqual([])
  expect(batchDetailOf(createReader(connection(sqlite), new Set()), { canSeeCost: true, permissions: new Set(['process.importData'] as const) }, 'batch-1')).toMatchObject({
    status: 'APPLIED', parts: [], setup: { columns: { code: 'Kode' }, constants: { unit: 'Pcs' }, replacements: {}, dayOrder: 'dmy', mappingId: null },
  })
  sqlite.close()
})

test.each([110, 154, 160, 161])('the whole check reads a database of version %d as it is, and misses its events only where some are gone', version => {
  const sqlite = new BetterSqlite(path)
  migrate(sqlite, all.filter(({ number }) => number <= version))
  const event = sqlite.prepare("insert into event (seq, at, entity, entityId) values (?, '2026-11-01T00:00:00.000Z', 'unit', 'unit-1')")
  event.run(1)
  event.run(2)
  expect(checkData(sqlite, folder, all, auditChain)).toEqual({ structure: [], content: [] })
  event.run(4)
  expect(checkData(sqlite, folder, all, auditChain).content).toEqual(['1 events are not there'])
  sqlite.close()
})

describe('what the pen knows without reading it', () => {
  const penOn = (sqlite: Database, known = createKnownRows()) => {
    const [connected, changes] = [connection(sqlite), [] as Change[]]
    return { known, changes, pen: createPen(connected, { now: '2026-01-19T00:00:00.000Z', changes, known, guard: () => {} }), read: createReader(connection(sqlite), new Set()) }
  }
  const opened = () => {
    const sqlite = openWriter(path)
    migrate(sqlite, all)
    return sqlite
  }

  test('a row that it wrote is, and is told, as it reads in its table: defaults, claims, nothing, whatever characters', () => {
    const sqlite = opened()
    for (const entity of Object.keys(entities)) expect([entity, typeof writtenRowOf(sqlite, entity, [])]).toEqual([entity, 'function'])
    const { pen, read, changes } = penOn(sqlite)
    const unit = pen.insert('unit', { code: 'm', name: 'Meter', places: 2 })
    const item = pen.insert('item', { code: 'KAIN', name: 'Kain\ud800', kind: 'RAW_MATERIAL', unitId: unit.id })
    expect([unit, item]).toEqual([read.get('unit', unit.id), read.get('item', item.id)])
    expect(item).toMatchObject({ version: 1, isActive: true, name: 'Kain\ufffd' })
    const changed = pen.update('item', item, { isActive: false, unitCost: decimal('12.5'), name: 'Katun' })
    expect(changed).toEqual(read.get('item', item.id))
    expect(changes.map(({ after }) => after)).toEqual([unit, item, changed])
    sqlite.close()
  })

  test('of many rows those are known that are asked for again, each as it is now', () => {
    const known = createKnownRows()
    const row = (id: string, more: object = {}) => ({ id, version: 1, lotId: `lot-${id}`, locationId: 'gudang', ...more })
    const add = (id: string, more?: object) => known.set('lotBalance', id, row(id, more), { lotId: `lot-${id}`, locationId: 'gudang' })
    const passBy = (from: number) => Array.from({ length: 450 }, (_, at) => add(`lewat-${from + at}`))
    for (const id of ['tanya', 'ubah', 'buang', 'diam']) add(id)
    for (let round = 0; round < 5; round += 1) {
      passBy(round * 450)
      expect(known.get('lotBalance', 'tanya')).toEqual(row('tanya'))
      if (round === 1) known.set('lotBalance', 'ubah', row('ubah', { version: 2, locationId: 'rak' }))
      if (round === 1) known.delete('lotBalance', 'buang')
      expect(known.get('lotBalance', 'ubah')).toEqual(round < 1 ? row('ubah') : row('ubah', { version: 2, locationId: 'rak' }))
      expect(known.get('lotBalance', 'buang')).toEqual(round < 1 ? row('buang') : undefined)
      // By its key it is found as long; then whoever asks for it so reads it again.
      expect(known.named('lotBalance', { lotId: 'lot-tanya', locationId: 'gudang' })).toEqual(round < 2 ? row('tanya') : undefined)
      expect(known.named('lotBalance', { lotId: 'lot-ubah', locationId: 'gudang' })?.version).not.toBe(2)
    }
    expect(known.get('lotBalance', 'diam')).toBeUndefined()
    add('tanya', { version: 3 })
    expect(known.named('lotBalance', { lotId: 'lot-tanya', locationId: 'gudang' })).toEqual(row('tanya', { version: 3 }))
    known.clear()
    expect(known.get('lotBalance', 'tanya')).toBeUndefined()
  })

  test('a lasting answer is read again once one of its tables has changed, or what was done is taken back', () => {
    const sqlite = opened()
    const { pen, known } = penOn(sqlite)
    const units = lasting((of: { places: number }) => sql.selectFrom('unit').select('code').where('places', '=', of.places).orderBy('code'))
    const codes = () => pen.all(units({ places: 3 })).map(({ code }) => code)
    expect(codes()).toEqual([])
    const one = pen.insert('unit', { code: 'satu', name: 'Satu', places: 3 })
    expect(codes()).toEqual(['satu'])
    expect(() => (pen.all(units({ places: 3 })) as { code: string }[]).push({ code: 'dua' })).toThrow(TypeError)
    const other = pen.update('unit', one, { code: 'tiga' })
    expect(codes()).toEqual(['tiga'])
    sqlite.exec('begin')
    pen.remove('unit', other)
    expect(codes()).toEqual([])
    sqlite.exec('rollback')
    known.clear()
    expect(codes()).toEqual(['tiga'])
    sqlite.close()
  })

  test('a lasting answer of a work table or a book is read again, whichever way its rows were written', () => {
    const sqlite = opened()
    const { pen } = penOn(sqlite)
    const locks = lasting((after: { until: string }) => sql.selectFrom('loginLock').selectAll().where('until', '>', after.until))
    const count = () => pen.all(locks({ until: '2026-01-19' })).length
    const lock = (id: string) => pen.put('loginLock', { id, until: '2026-01-20T00:00:00.000Z' })
    expect(count()).toBe(0)
    lock('satu')
    lock('dua')
    expect(count()).toBe(2)
    pen.erase('loginLock', { id: 'satu' })
    expect(count()).toBe(1)
    pen.eraseAll('loginLock')
    expect(count()).toBe(0)
    sqlite.close()
  })

  test('nothing lasts of which nobody tells that it changed: what triggers keep, and what raw SQL reads', () => {
    const sqlite = opened()
    const { pen } = penOn(sqlite)
    const triggers = sqlite.prepare("select sql from sqlite_schema where type = 'trigger'").pluck().all() as string[]
    const tables = new Set(sqlite.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[])
    const kept = new Set(triggers.flatMap(text => [...text.slice(text.indexOf('begin')).matchAll(/(?:insert into|insert or \w+ into|update|delete from) (\w+)/g)].map(([, name]) => name!)).filter(name => tables.has(name)))
    expect([...kept]).toEqual(expect.arrayContaining(['ledgerDay', 'searchEntry']))
    for (const name of kept) expect(() => pen.all(asLasting(sql.selectFrom(name as 'unit').selectAll()))).toThrow(name)
    expect(() => pen.all(asLasting(sql.selectFrom('unit').select(raw<number>`(select count(*) from item)`.as('items'))))).toThrow('raw SQL')
    expect(pen.all(asLasting(sql.selectFrom('unit').select('code').orderBy('code', 'desc')))).toEqual([])
    sqlite.close()
  })

  test('a row found by its key is not found by it any more once it has another, or is gone', () => {
    const sqlite = opened()
    const { pen } = penOn(sqlite)
    const one = pen.insert('unit', { code: 'satu', name: 'Satu', places: 0 })
    expect(pen.findBy('unit', { code: 'satu' })).toEqual(one)
    const renamed = pen.update('unit', one, { code: 'dua' })
    expect([pen.findBy('unit', { code: 'satu' }), pen.findBy('unit', { code: 'dua' })]).toEqual([undefined, renamed])
    pen.remove('unit', renamed)
    expect(pen.findBy('unit', { code: 'dua' })).toBeUndefined()
    sqlite.close()
  })
})
