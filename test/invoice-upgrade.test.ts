import BetterSqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { migrationsFolder } from './support/spine.ts'

const all = readMigrations(migrationsFolder)

test('invoices of an earlier version stay with all that hangs on them, keep their indexes, and count what was completed', () => {
  const older = new BetterSqlite(':memory:')
  migrate(older, all.filter(({ number }) => number < 1025))
  const indexes = () => older.prepare("select name from sqlite_schema where type = 'index' and tbl_name = 'invoice' and name not like 'sqlite_%' order by name").pluck().all() as string[]
  const before = indexes()
  older.pragma('foreign_keys = off')
  older.exec("insert into user (id, createdAt, username, fullName, passwordHash, roleId) values ('user', '', 'ambil', 'Ambil', '', 'role')")
  older.exec("insert into customer (id, createdAt, code, name) values ('customer', '', 'C-1', 'Toko')")
  const invoice = older.prepare("insert into invoice (id, createdAt, number, day, customerId, status, statusSince, total, lineCount, pieceCount, createdBy) values (?, '', ?, '2026-11-20', 'customer', ?, '', 100, 1, 1, 'user')")
  for (const [id, status] of [['one', 'PICKED'], ['two', 'INVOICED']] as const) {
    invoice.run(id, id, status)
    older.prepare("insert into invoiceLine (id, createdAt, invoiceId, position, name, itemCode, invoicedQuantity, mrp) values (?, '', ?, 1, 'Kotak', 'A-1', 1, 100)").run(`line ${id}`, id)
  }
  const picking = older.prepare("insert into pickingSession (id, createdAt, invoiceId, pickerId, status, startedAt, proof, cancelReason) values (?, '', 'one', 'user', ?, '', 'SCAN', ?)")
  picking.run('done', 'PICKED', null)
  picking.run('before', 'CANCELLED', 'salah')
  older.pragma('foreign_keys = on')
  migrate(older, all)
  expect(older.pragma('foreign_key_check(invoice)')).toEqual([])
  expect(older.pragma('foreign_key_check(invoiceLine)')).toEqual([])
  expect(older.prepare('select number, status from invoice join invoiceLine on invoiceId = invoice.id order by number').raw().all()).toEqual([['one', 'PICKED'], ['two', 'INVOICED']])
  expect(older.prepare('select id, isCompleted from pickingSession order by id').raw().all()).toEqual([['before', 0], ['done', 1]])
  expect(indexes()).toEqual(expect.arrayContaining(before))
  older.prepare("update invoice set status = 'CANCELLED' where id = 'two'").run()
  expect(() => older.prepare("update invoice set status = 'LOST' where id = 'two'").run()).toThrow(/CHECK/)
  expect(() => invoice.run('three', 'three', 'INVOICED')).not.toThrow()
  expect(() => older.prepare("delete from invoice where id = 'one'").run()).toThrow(/FOREIGN KEY/)
  older.close()
})
