import { join } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import { databaseFile, openWriter } from '../../src-main/database/open.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import type { Factory } from './factory.ts'

/** A copy of a factory's database with the same indexes and triggers, which raw statements bring up to date. */
export interface RawCopy {
  readonly raw: Database
  /** Reads what was written since it was last asked, and gives the work of writing the very same rows in one durable transaction. */
  writeNew(): () => void
  close(): void
}

/** `books` are the tables that rows are added to, each with the column by which they are numbered; in those of `changing`, rows that were there may have changed. */
export async function openCopy({ database }: Pick<Factory, 'database'>, books: Readonly<Record<string, string>>, changing: readonly string[] = []): Promise<RawCopy> {
  const folder = temporaryFolder()
  const path = join(folder, databaseFile)
  await database.backup(path)
  const raw = openWriter(path)
  const added = Object.entries(books).map(([book, number]) => addedRows(book, number, database, raw))
  const changed = changing.map(book => changedRows(book, database, raw))
  const write = raw.transaction((works: readonly Work[]) => {
    for (const { statement, row } of works) statement.run(...row)
  })
  return {
    raw,
    writeNew() {
      const works = [...changed.flatMap(rows => rows()), ...added.flatMap(rows => rows())]
      return () => write.immediate(works)
    },
    close() {
      raw.close()
      removeFolder(folder)
    },
  }
}

interface Work { readonly statement: Statement; readonly row: unknown[] }

function addedRows(book: string, number: string, from: Database, to: Database): () => Work[] {
  const newest = to.prepare(`select max("${number}") from "${book}"`).pluck()
  const rows = from.prepare(`select * from "${book}" where "${number}" > ? order by "${number}"`).raw()
  const statement = to.prepare(`insert into "${book}" values (${rows.columns().map(() => '?').join(', ')})`)
  return () => (rows.all(newest.get() ?? '') as unknown[][]).map(row => ({ statement, row }))
}

/** Rows that the copy has in an older version: the id stands last in the statement that brings them up to date. */
function changedRows(book: string, from: Database, to: Database): () => Work[] {
  const rows = from.prepare(`select * from "${book}"`)
  const names = rows.columns().map(({ name }) => name).filter(name => name !== 'id')
  const statement = to.prepare(`update "${book}" set ${names.map(name => `"${name}" = ?`).join(', ')} where id = ?`)
  const known = to.prepare(`select id, version from "${book}"`)
  return () => {
    const versions = new Map((known.all() as { id: string; version: number }[]).map(({ id, version }) => [id, version]))
    const newer = (rows.all() as Record<string, unknown>[]).filter(row => versions.has(String(row.id)) && versions.get(String(row.id)) !== row.version)
    return newer.map(row => ({ statement, row: [...names.map(name => row[name]), row.id] }))
  }
}
