import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Tables } from './tables.ts'

/** Builds typed SELECTs and never runs them: `Reader` does. Writing goes through `Writer`, which keeps the audit. */
export const sql: Pick<Kysely<Tables>, 'selectFrom' | 'fn' | 'with'> = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** A text pattern for `like … escape '\'` that finds `text` anywhere, whatever characters it holds. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, character => `\\${character}`)}%`
}
