import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
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
  /** Throws where the copy is not what it copies: then the floor would have written less. */
  close(): void
}

/** By what the rows of a table are told: a book is only added to, by this ascending number; of others a row is another when its stamp is. */
type Told = { readonly number: string } | { readonly key: readonly string[]; readonly stamp: string }
const versioned: Told = { key: ['id'], stamp: 'version' }

/** What stock and the documents around it write, what is referred to before what refers to it. */
const tables: Readonly<Record<string, Told>> = {
  numberCounter: { key: ['series', 'period'], stamp: 'last' }, manufacturingOrder: versioned, workOrder: versioned, dailyProduction: versioned, stockLot: { number: 'id' }, requisition: versioned, requisitionLine: versioned, stockMove: { number: 'seq' },
  requisitionIssue: versioned, requisitionStep: { number: 'seq' }, stockMoveLot: { number: 'seq' }, stockBalance: versioned, lotBalance: versioned, stockReservation: versioned, itemCost: versioned,
  notification: { number: 'id' }, notificationReceipt: { number: 'id' }, auditEntry: { number: 'seq' }, event: { number: 'seq' }, replayAnswer: { key: ['deskId', 'deskSeq'], stamp: 'at' },
}

interface Write { readonly statement: Statement; readonly values: readonly unknown[] }
type Reading = () => Write[]

export async function openMirror({ database }: Factory): Promise<Mirror> {
  const folder = temporaryFolder()
  const path = join(folder, databaseFile)
  await database.backup(path)
  const raw = openWriter(path)
  const readings = Object.entries(tables).map(([table, told]) => ('number' in told ? readBook(table, told.number, database, raw) : readKept(table, told.key, told.stamp, database, raw)))
  const write = raw.transaction((writes: readonly Write[]) => {
    for (const { statement, values } of writes) statement.run(...values)
  })
  const writeNew = () => {
    const writes = readings.flatMap(read => read())
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
      const differing = tablesOf(database).filter(table => sizeOf(database, table) !== sizeOf(raw, table)).map(table => `${table} (${sizeOf(raw, table)} of ${sizeOf(database, table)})`)
      raw.close()
      removeFolder(folder)
      if (differing.length > 0) throw new Error(`The floor did not write all of ${differing.join(', ')}`)
    },
  }
}

/** What a book has that the copy has not. */
function readBook(table: string, number: string, from: Database, to: Database): Reading {
  const newest = to.prepare(`select max("${number}") from "${table}"`).pluck()
  const first = from.prepare(`select * from "${table}" order by "${number}"`).raw()
  const rows = from.prepare(`select * from "${table}" where "${number}" > ? order by "${number}"`).raw()
  const statement = insertInto(table, rows.columns().length, to)
  return () => {
    const last: unknown = newest.get()
    return ((last === null ? first.all() : rows.all(last)) as unknown[][]).map(values => ({ statement, values }))
  }
}

/** What is new, another or gone; of what is another the columns that differ. */
function readKept(table: string, key: readonly string[], stamp: string, from: Database, to: Database): Reading {
  const stamps = (database: Database) => database.prepare(`select ${key.join(', ')}, ${stamp} from "${table}"`).raw()
  const [theirs, ours] = [stamps(from), stamps(to)]
  const where = key.map(column => `"${column}" = ?`).join(' and ')
  const row = (database: Database) => database.prepare(`select * from "${table}" where ${where}`).raw()
  const [theirRow, ourRow] = [row(from), row(to)]
  const columns = theirRow.columns().map(({ name }) => name)
  const insert = insertInto(table, columns.length, to)
  const remove = to.prepare(`delete from "${table}" where ${where}`)
  const updates = new Map<string, Statement>()
  const updateOf = (names: readonly string[]) => {
    const form = names.join()
    const statement = updates.get(form) ?? to.prepare(`update "${table}" set ${names.map(name => `"${name}" = ?`).join(', ')} where ${where}`)
    updates.set(form, statement)
    return statement
  }
  return () => {
    const known = new Map((ours.all() as unknown[][]).map(values => [values.slice(0, -1).join(' '), values]))
    const writes: Write[] = []
    for (const values of theirs.all() as unknown[][]) {
      const [id, at] = [values.slice(0, -1), values.slice(0, -1).join(' ')]
      const before = known.get(at)
      known.delete(at)
      if (before?.at(-1) === values.at(-1)) continue
      const after = theirRow.get(...id) as unknown[]
      if (!before) writes.push({ statement: insert, values: after })
      else {
        const old = ourRow.get(...id) as unknown[]
        const changed = columns.map((name, place) => ({ name, place })).filter(({ place }) => after[place] !== old[place])
        writes.push({ statement: updateOf(changed.map(({ name }) => name)), values: [...changed.map(({ place }) => after[place]), ...id] })
      }
    }
    return [...writes, ...[...known.values()].map(values => ({ statement: remove, values: values.slice(0, -1) }))]
  }
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

function sizeOf(database: Database, table: string): string {
  const hasVersion = (database.pragma(`table_info("${table}")`) as { name: string }[]).some(({ name }) => name === 'version')
  return String(database.prepare(`select count(*) || ' ' || ${hasVersion ? 'coalesce(sum(version), 0)' : '0'} from "${table}"`).pluck().get())
}
