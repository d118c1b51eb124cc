import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Database, Statement } from 'better-sqlite3'
import { databaseFile, openWriter } from '../../src-main/database/open.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import type { Factory } from './factory.ts'
import { timed, type Pair } from './harness.ts'

/** A copy of a factory's database, which raw statements bring up to date: the floor of whatever writes. */
export interface Mirror {
  /** Reads what was written since it was last asked, and gives the work of writing the very same in one transaction. */
  writeNew(): () => void
  /** The time of a step of ours, and that of the very same rows, each begun with nothing left for the disk to write: what others left there is no one's to pay for. */
  inTurn(step: () => unknown): Promise<Pair>
  /** Throws where a row of the copy is not what it copies: then the floor would have written less. */
  close(): void
}

/**
 * By what it is told which rows are new or others: a book is only added to, by this ascending number; rows with an id are named by their events; of others those are
 * looked at that bear this stamp or a later one, or all. None of it reads the copy or walks through a table: that would leave the processor's caches filled with what the
 * floor is about to touch, and empty of what the next command needs.
 */
type Told = { readonly number: string } | 'events' | { readonly key: readonly string[]; readonly since?: string }

/** What stock and the documents around it write, what is referred to before what refers to it. */
const tables: Readonly<Record<string, Told>> = {
  numberCounter: { key: ['series', 'period'] }, manufacturingOrder: 'events', workOrder: 'events', dailyProduction: 'events', stockLot: { number: 'id' }, requisition: 'events', requisitionLine: 'events',
  stockMove: { number: 'seq' }, requisitionIssue: 'events', requisitionStep: { number: 'seq' }, stockMoveLot: { number: 'seq' }, stockBalance: 'events', lotBalance: 'events',
  stockReservation: 'events', itemCost: 'events', notification: { number: 'id' }, notificationReceipt: { number: 'id' }, auditEntry: { number: 'seq' }, event: { number: 'seq' },
  replayAnswer: { key: ['deskId', 'deskSeq'], since: 'at' },
}

interface Write { readonly statement: Statement; readonly values: readonly unknown[] }
/** `named`: the ids in the events since it last read, by their table. */
type Reading = (named: ReadonlyMap<string, ReadonlySet<string>>) => Write[]

export async function openMirror({ database }: Factory): Promise<Mirror> {
  const folder = temporaryFolder()
  const path = join(folder, databaseFile)
  await database.backup(path)
  const raw = openWriter(path)
  const readings = Object.entries(tables).map(([table, told]) => {
    if (told === 'events') return readNamed(table, database, raw)
    return 'number' in told ? readBook(table, told.number, database, raw) : readStamped(table, told.key, told.since, database, raw)
  })
  const namesIn = namesReader(database)
  const write = raw.transaction((writes: readonly Write[]) => {
    for (const { statement, values } of writes) statement.run(...values)
  })
  const writeNew = () => {
    const named = namesIn()
    const writes = readings.flatMap(read => read(named))
    return () => write.immediate(writes)
  }
  const scratch = openSync(join(folder, 'rest'), 'w')
  const rest = () => {
    writeSync(scratch, 'x', 0)
    fsyncSync(scratch)
  }
  return {
    writeNew,
    async inTurn(step) {
      rest()
      const ours = await timed(step)
      const work = writeNew()
      rest()
      return { ours, floor: await timed(work) }
    },
    close() {
      closeSync(scratch)
      const differing = tablesOf(database).filter(table => !isSame(table, database, raw))
      raw.close()
      removeFolder(folder)
      if (differing.length > 0) throw new Error(`The floor did not write the same into ${differing.join(', ')}`)
    },
  }
}

/** The ids in the events since it was last called, by their table. */
function namesReader(from: Database): () => Map<string, Set<string>> {
  const events = from.prepare('select seq, entity, entityId from event where seq > ? order by seq')
  let last = newestIn('event', 'seq', from)
  return () => {
    const named = new Map<string, Set<string>>()
    for (const { seq, entity, entityId } of events.all(last) as { seq: number; entity: string; entityId: string }[]) {
      named.set(entity, (named.get(entity) ?? new Set()).add(entityId))
      last = seq
    }
    return named
  }
}

/** 0 where there is none, which sorts before every number and every id. */
function newestIn(table: string, number: string, from: Database): unknown {
  return from.prepare(`select coalesce(max("${number}"), 0) from "${table}"`).pluck().get()
}

/** What a book has that the copy has not. */
function readBook(table: string, number: string, from: Database, to: Database): Reading {
  const rows = from.prepare(`select * from "${table}" where "${number}" > ? order by "${number}"`).raw()
  const columns = columnsOf(table, from)
  const statement = insertInto(table, columns.length, to)
  let last = newestIn(table, number, from)
  return () => {
    const written = (rows.all(last) as unknown[][]).map(values => ({ statement, values }))
    last = written.at(-1)?.values[columns.indexOf(number)] ?? last
    return written
  }
}

/** What is new, another or gone of the rows that events name. */
function readNamed(table: string, from: Database, to: Database): Reading {
  const row = from.prepare(`select * from "${table}" where id = ?`).raw()
  const writeOf = rowWriter(table, ['id'], from, to)
  return named => [...named.get(table) ?? []].flatMap(id => writeOf([id], row.get(id) as unknown[] | undefined))
}

/** What is new or another of the rows with the newest stamp that was read, or a later one; of all rows, where there is no stamp. */
function readStamped(table: string, key: readonly string[], since: string | undefined, from: Database, to: Database): Reading {
  const columns = columnsOf(table, from)
  const rows = from.prepare(`select * from "${table}"${since === undefined ? '' : ` where "${since}" >= ? order by "${since}"`}`).raw()
  const writeOf = rowWriter(table, key, from, to)
  let newest = since === undefined ? [] : [newestIn(table, since, from)]
  return () => {
    const written = rows.all(...newest) as unknown[][]
    if (since !== undefined && written.length > 0) newest = [written.at(-1)![columns.indexOf(since)]]
    return written.flatMap(values => writeOf(key.map(name => values[columns.indexOf(name)]), values))
  }
}

/** How a row is written as it is now; of one that is another the columns that differ. Knows how each was by itself. */
function rowWriter(table: string, key: readonly string[], from: Database, to: Database): (id: readonly unknown[], after: readonly unknown[] | undefined) => Write[] {
  const columns = columnsOf(table, from)
  const where = key.map(column => `"${column}" = ?`).join(' and ')
  const known = new Map((from.prepare(`select * from "${table}"`).raw().all() as unknown[][]).map(values => [key.map(name => values[columns.indexOf(name)]).join(' '), values as readonly unknown[]]))
  const insert = insertInto(table, columns.length, to)
  const remove = to.prepare(`delete from "${table}" where ${where}`)
  const updates = new Map<string, Statement>()
  const updateOf = (names: readonly string[]) => {
    const form = names.join()
    const statement = updates.get(form) ?? to.prepare(`update "${table}" set ${names.map(name => `"${name}" = ?`).join(', ')} where ${where}`)
    updates.set(form, statement)
    return statement
  }
  return (id, after) => {
    const name = id.join(' ')
    const before = known.get(name)
    if (!after) return known.delete(name) ? [{ statement: remove, values: id }] : []
    known.set(name, after)
    if (!before) return [{ statement: insert, values: after }]
    const changed = columns.map((column, place) => ({ column, place })).filter(({ place }) => after[place] !== before[place])
    if (changed.length === 0) return []
    return [{ statement: updateOf(changed.map(({ column }) => column)), values: [...changed.map(({ place }) => after[place]), ...id] }]
  }
}

function columnsOf(table: string, from: Database): string[] {
  return from.prepare(`select * from "${table}"`).columns().map(({ name }) => name)
}

function insertInto(table: string, columns: number, to: Database): Statement {
  return to.prepare(`insert into "${table}" values (${Array.from({ length: columns }, () => '?').join(', ')})`)
}

/** Sessions and desks note when they were last seen by themselves. */
const byThemselves = ['session', 'desk', 'user', 'activityEntry', 'replayMark']

function tablesOf(database: Database): string[] {
  const names = database.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'search%'").pluck().all() as string[]
  return names.filter(name => !byThemselves.includes(name))
}

/** Whether both have the very same rows. */
function isSame(table: string, from: Database, to: Database): boolean {
  const rows = (database: Database) => database.prepare(`select * from "${table}" order by ${columnsOf(table, database).map((_, place) => place + 1).join(', ')}`).raw()
  const copies = rows(to).iterate() as IterableIterator<unknown[]>
  for (const values of rows(from).iterate() as IterableIterator<unknown[]>) {
    const copy = copies.next()
    if (copy.done || !isDeepStrictEqual(copy.value, values)) {
      copies.return?.()
      return false
    }
  }
  return copies.next().done === true
}
