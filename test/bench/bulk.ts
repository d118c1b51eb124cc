import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { newId } from '../../shared/core/ids.ts'
import { databaseFile } from '../../src-main/database/open.ts'
import type { Factory } from './factory.ts'

const since = '2026-11-01T00:00:00.000Z'

/** Writes straight into the database of a running host, unsafely and fast: what is measured is what is done with the rows, not how they came. */
export function inBulk({ folder }: Pick<Factory, 'folder'>, write: (sqlite: Database) => void): void {
  const sqlite = new BetterSqlite(join(folder, databaseFile))
  sqlite.pragma('synchronous = off')
  sqlite.transaction(() => write(sqlite))()
  sqlite.pragma('wal_checkpoint(truncate)')
  sqlite.close()
}

/** The same for very many rows, while no host runs. */
export function inStandingBulk<T>(folder: string, write: (sqlite: Database) => T): T {
  const sqlite = new BetterSqlite(join(folder, databaseFile))
  for (const pragma of ['journal_mode = off', 'locking_mode = exclusive', 'synchronous = off', 'cache_size = -200000']) sqlite.pragma(pragma)
  sqlite.exec('begin')
  const written = write(sqlite)
  sqlite.exec('commit')
  sqlite.pragma('locking_mode = normal')
  sqlite.pragma('journal_mode = wal')
  sqlite.close()
  return written
}

export function itemCode(at: number): string {
  return `KN-${String(at).padStart(6, '0')}`
}

/** So many fabrics, in a unit of two places. */
export function fillItems(sqlite: Database, count: number): string[] {
  const unitId = newId()
  sqlite.prepare(`insert into unit (id, createdAt, code, name, places) values (?, ?, 'ukur', 'Ukur', 2)`).run(unitId, since)
  const insert = sqlite.prepare(`insert into item (id, createdAt, code, name, kind, unitId, category, buyer, minimumStock, unitCost, notes)
    values (?, ?, ?, ?, 'RAW_MATERIAL', ?, ?, ?, ?, ?, '')`)
  return Array.from({ length: count }, (_, at) => {
    const id = newId()
    insert.run(id, since, itemCode(at), `Kain katun combed ${at % 97} warna ${at % 13}`, unitId, `Kategori ${at % 20}`, `Pembeli ${at % 7}`, (at % 50) * 10_000, (at % 900) * 1_000)
    return id
  })
}

/** A store of the factory's own, with stock of each item. */
export function fillStock(sqlite: Database, itemIds: readonly string[]): string {
  const locationId = newId()
  sqlite.prepare(`insert into location (id, createdAt, code, name, kind) values (?, ?, 'UKUR', 'Gudang ukur', 'INTERNAL')`).run(locationId, since)
  const insert = sqlite.prepare(`insert into stockBalance (id, createdAt, itemId, locationId, onHand, reserved, lastMoveAt, lastInDay)
    values (?, ?, ?, ?, ?, ?, ?, '2026-11-01')`)
  const lot = sqlite.prepare(`insert into stockLot (id, createdAt, itemId, code, receivedAt, receivedDay) values (?, ?, ?, ?, ?, '2026-11-01')`)
  const ofLot = sqlite.prepare('insert into lotBalance (id, createdAt, lotId, itemId, locationId, onHand, carried) values (?, ?, ?, ?, ?, ?, ?)')
  itemIds.forEach((itemId, at) => {
    const [id, onHand] = [newId(), (at % 700) * 10_000]
    insert.run(id, since, itemId, locationId, onHand, 0, since)
    lot.run(id, since, itemId, `UKUR-20261101-${at}`, since)
    ofLot.run(newId(), since, id, itemId, locationId, onHand, onHand)
  })
  return locationId
}

export interface Past { readonly moves: number; readonly acts: number }

/**
 * A past of years: moves of stock between a supplier, the store and production, every fifth of them of one much used item, over a year
 * of business days; and acts in audit and events, until the file is as large as is wanted.
 */
export function fillPast(sqlite: Database, itemIds: readonly string[], { moves, acts }: Past): { busyItemId: string; storeId: string } {
  const storeId = fillStock(sqlite, itemIds)
  const placeOf = (kind: string) => sqlite.prepare('select id from location where kind = ?').pluck().get(kind) as string
  const busyItemId = itemIds[Math.floor(itemIds.length / 2)]!
  sqlite.function('itemAt', { deterministic: true }, at => (Number(at) % 5 === 0 ? busyItemId : itemIds[(Number(at) * 7919) % itemIds.length]!))
  sqlite.prepare(`
    with recursive number(at) as (select 1 union all select at + 1 from number where at < :moves)
    insert into stockMove (at, postingDay, itemId, quantity, fromLocationId, toLocationId, kind, documentEntity, documentId, documentNumber, note, createdBy)
    select strftime('%Y-%m-%dT%H:%M:%fZ', day || ' 03:00:00'), day, itemAt(at), 10000 + (at % 400) * 2500,
      iif(at % 2, :supplier, :store), iif(at % 2, :store, :production), iif(at % 2, 'RECEIPT', 'ISSUE'), null, null, null,
      iif(at % 3, '', 'Surat jalan ' || at), :userId
    from (select at, date('now', '-' || (365 - at * 365 / :moves) || ' days') as day from number)`)
    .run({ moves, supplier: placeOf('SUPPLIER'), production: placeOf('PRODUCTION'), store: storeId, userId: sqlite.prepare('select id from user limit 1').pluck().get() })
  const { seq: lastAct } = sqlite.prepare('select coalesce(max(seq), 0) as seq from auditEntry').get() as { seq: number }
  sqlite.prepare(`
    with recursive number(at) as (select 1 union all select at + 1 from number where at < :acts)
    insert into auditEntry (seq, at, userId, userName, role, sessionId, deskId, ip, action, module, procedure, entity, entityId, before, after, previousHash, hash)
    select :lastAct + at, '${since}', lower(hex(randomblob(16))), 'gudang', 'Warehouse Admin', lower(hex(randomblob(16))), 'desk-1', '10.0.0.7', 'CREATE', 'warehouse',
      'warehouse.receiveStock', 'stockMove', :lastAct + at, null,
      json_object('itemId', itemAt(at), 'quantity', 125000, 'fromLocationId', :store, 'toLocationId', :store, 'kind', 'RECEIPT', 'note', 'Surat jalan ' || at),
      printf('%064x', at - 1), printf('%064x', at)
    from number`).run({ acts, lastAct, store: storeId })
  const { seq: lastEvent } = sqlite.prepare('select coalesce(max(seq), 0) as seq from event').get() as { seq: number }
  sqlite.prepare(`
    with recursive number(at) as (select 1 union all select at + 1 from number where at < :acts)
    insert into event (seq, at, entity, entityId) select :lastEvent + at, '${since}', 'stockMove', :lastEvent + at from number`).run({ acts, lastEvent })
  return { busyItemId, storeId }
}
