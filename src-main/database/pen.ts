import type { Statement } from 'better-sqlite3'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { entityDefinition, type Entity, type Ledger, type VersionedEntity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import { newId } from '../../shared/core/ids.ts'
import { clearTables } from './clearing.ts'
import type { KnownRows } from './known-rows.ts'
import { bind, createReader, prepare, type Connection, type Reader } from './reader.ts'
import type { Book, EntityTables, Tables } from './tables.ts'
import { formOf, insertInto, written } from './written-rows.ts'

type Row = Record<string, unknown>
type Own = 'id' | 'version' | 'createdAt'
export type NewRow<E extends VersionedEntity> = Omit<Insertable<EntityTables[E]>, Own> & { id?: string }
export type Patch<E extends VersionedEntity> = Updateable<Omit<EntityTables[E], Own>>
export type NewEntry<L extends Ledger> = Omit<Insertable<EntityTables[L]>, 'seq' | 'at'>
/** Tables that hold work in progress and passing notes, not records: not audited, not announced. */
export type WorkTable = 'activityEntry' | 'importFile' | 'importRow' | 'importPartRow' | 'loginFailure' | 'loginLock' | 'numberCounter'

/** A record as whoever acts upon it had it before them. */
export interface SeenAt { readonly id: string; readonly version: number }

/** A changed row, before and after; what audit and events are made of. */
export interface Change { readonly entity: Entity; readonly id: string; readonly before: Row | null; readonly after: Row | null }

/** The one pen. Nothing else writes rows, so no change goes without version check, audit and event. */
export interface Writer extends Reader {
  /** The instant the command happens at, UTC ISO. */
  readonly now: string
  insert<E extends VersionedEntity>(entity: E, row: NewRow<E>): Selectable<EntityTables[E]>
  /** Changes a row that is still at `version`, else `conflict`. A patch that changes nothing leaves the row as it is. */
  update<E extends VersionedEntity>(entity: E, at: SeenAt, patch: Patch<E>): Selectable<EntityTables[E]>
  remove<E extends VersionedEntity>(entity: E, at: SeenAt): void
  /** Adds to a ledger; its number is the next one. */
  append<L extends Ledger>(ledger: L, row: NewEntry<L>): Selectable<EntityTables[L]>
  /** Puts rows into a work table, replacing those of the same key. */
  put<T extends WorkTable>(table: T, row: Insertable<Tables[T]>): void
  /**
   * Deletes every row of these entities, ledgers too, and gives how many there were of each. Not audited row by row: one entry an
   * entity, of the id `everyRow`. For clearing a factory's data alone (`cleanUp`).
   */
  clear(entities: readonly Entity[]): Cleared[]
  /** Deletes the rows of a work table that have these values. */
  erase<T extends WorkTable>(table: T, where: Partial<Selectable<Tables[T]>>): void
  /** Deletes the oldest rows of a book, so many at most; the database itself refuses any beyond the book's mark. Returns how many. */
  shorten(book: Book, through: number, most: number): number
  /** Empties a work table, or lets all numbers of documents begin anew. */
  eraseAll(table: WorkTable): void
  /** Deletes the oldest rows of a work table, at most so many of those before the instant; how many that were. */
  eraseOldest(table: 'activityEntry', before: string, most: number): number
}

export interface Cleared { readonly entity: Entity; readonly rows: number }
/** The id of a change that concerns all rows of an entity. */
export const everyRow = '*'

/** Asked at each use: one pen serves one command after the other. */
export interface PenRules {
  /** The instant the command happens at, UTC ISO. */
  readonly now: string
  readonly changes: Change[]
  readonly known: KnownRows
  /** Called with every row about to change; throws where the session may not write it. */
  guard(entity: Entity, row: Row): void
}

export function createPen(connected: Connection, rules: PenRules): Writer {
  const { known } = rules
  const reader = createReader(connected, new Set(), known)

  function insertRow(entity: Entity, row: Row): Row {
    rules.guard(entity, row)
    const columns = Object.keys(row)
    const after = formOf(connected.inserts, entity, columns, () => insertInto(connected.sqlite, entity, columns))(row)
    known.changed(entity)
    rules.changes.push({ entity, id: String(after.id ?? after.seq), before: null, after })
    return after
  }
  function updateOf(entity: Entity, columns: readonly string[]): Statement {
    return connected.sqlite.prepare(`update "${entity}" set ${columns.map(column => `${quote(column)} = ?, `).join('')}version = version + 1 where id = ? and version = ?`)
  }
  function current(entity: VersionedEntity, { id, version }: { id: string; version: number }): Row {
    const before = reader.get(entity, id) as Row
    if (before.version !== version) throw new AppError('conflict', { entity, id })
    rules.guard(entity, before)
    return before
  }

  return {
    ...reader,
    get now() {
      return rules.now
    },
    insert(entity, row) {
      const after = insertRow(entity, { id: newId(), ...row, createdAt: rules.now })
      known.set(entity, after.id as string, after)
      return after as never
    },
    update(entity, at, patch) {
      const before = current(entity, at)
      const columns = Object.keys(patch).filter(column => (patch as Row)[column] !== undefined && bind((patch as Row)[column]) !== bind(before[column]))
      if (columns.length === 0) return before as never
      const after: Row = { ...before, version: at.version + 1 }
      for (const column of columns) after[column] = written(column, (patch as Row)[column])
      rules.guard(entity, after)
      const statement = formOf(connected.updates, entity, columns, () => updateOf(entity, columns))
      if (statement.run(...columns.map(column => bind((patch as Row)[column])), at.id, at.version).changes !== 1) {
        throw new Error(`Not by the pen: ${entity} ${at.id} was changed by something else`)
      }
      known.set(entity, at.id, after)
      known.changed(entity)
      rules.changes.push({ entity, id: at.id, before, after })
      return after as never
    },
    remove(entity, at) {
      const before = current(entity, at)
      prepare(connected, `delete from "${entity}" where id = ?`, () => []).statement.run(at.id)
      known.delete(entity, at.id)
      known.changed(entity)
      rules.changes.push({ entity, id: at.id, before, after: null })
    },
    append: (ledger, row) => insertRow(ledger, { ...row, at: rules.now }) as never,
    put(table, row) {
      const columns = Object.keys(row)
      prepare(connected, `insert or replace into "${table}" (${columns.map(quote).join(', ')}) values (${columns.map(() => '?').join(', ')})`, () => [])
        .statement.run(...Object.values(row).map(bind))
      known.changed(table)
    },
    clear(entities) {
      for (const entity of entities) rules.guard(entity, {})
      known.clear()
      const cleared = clearTables(connected.sqlite, entities).filter(({ rows }) => rows > 0)
      rules.changes.push(...cleared.map(({ entity, rows }) => ({ entity, id: everyRow, before: { rows }, after: null })))
      return cleared
    },
    eraseAll(table) {
      connected.sqlite.prepare(`delete from "${table}"`).run()
      known.changed(table)
    },
    erase(table, where) {
      const columns = Object.keys(where)
      prepare(connected, `delete from "${table}" where ${columns.map(column => `${quote(column)} = ?`).join(' and ')}`, () => [])
        .statement.run(...Object.values(where).map(bind))
      known.changed(table)
    },
    shorten(book, through, most) {
      known.changed(book)
      return prepare(connected, `delete from "${book}" where seq in (select seq from "${book}" where seq <= ? order by seq limit ?)`, () => []).statement.run(through, most).changes
    },
    eraseOldest(table, before, most) {
      known.changed(table)
      return prepare(connected, `delete from "${table}" where seq in (select seq from "${table}" where at < ? order by at limit ?)`, () => []).statement.run(before, most).changes
    },
  }
}

/** The sections a change concerns: where the row was and where it is. */
export function scopesOf({ entity, before, after }: Change): { sectionId?: string; userId?: string }[] {
  const column = entityDefinition(entity).scope
  if (!column) return [{}]
  const [was, is] = [(before ?? after)?.[column], (after ?? before)?.[column]]
  // A change of every row names nobody, and so concerns everybody.
  const scopeOf = (value: unknown) => (typeof value === 'string' ? { [column]: value } : {})
  return was === is ? [scopeOf(is)] : [scopeOf(was), scopeOf(is)]
}

function quote(column: string): string {
  return `"${column}"`
}
