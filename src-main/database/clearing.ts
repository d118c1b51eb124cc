import type { Database } from 'better-sqlite3'
import type { Entity } from '../../shared/core/entities.ts'

interface Trigger { readonly name: string; readonly sql: string }

/** What triggers keep from the rows of these tables goes with them at once: row by row, each would move all the days after it. */
const ledgerSources: readonly Entity[] = ['workerEntry', 'dailyProduction', 'ledgerReceipt', 'wasteEntry']

/**
 * Deletes every row of these tables, those first that name rows of others, within the open transaction. Ledgers refuse deletion by
 * triggers, and others keep the ledger of sections' days: those are lifted for it and put back word for word. A row that stays and names one that goes makes it fail as a whole.
 */
export function clearTables(sqlite: Database, tables: readonly Entity[]): { entity: Entity; rows: number }[] {
  if (!sqlite.inTransaction) throw new Error('Tables are cleared within a transaction')
  if (tables.some(table => ledgerSources.includes(table))) sqlite.prepare('delete from ledgerDay').run()
  return inOrder(sqlite, tables).map(entity => {
    const guards = sqlite.prepare("select name, sql from sqlite_schema where type = 'trigger' and tbl_name = ? and (sql like '%before delete on%' or name like 'ledger%')").all(entity) as Trigger[]
    for (const { name } of guards) sqlite.exec(`drop trigger "${name}"`)
    const { changes } = sqlite.prepare(`delete from "${entity}"`).run()
    for (const { sql } of guards) sqlite.exec(sql)
    return { entity, rows: changes }
  })
}

/** Each before those it refers to. */
function inOrder(sqlite: Database, tables: readonly Entity[]): Entity[] {
  const waiting = new Map(tables.map(table => [table, new Set(referencesOf(sqlite, table).filter(other => other !== table && tables.includes(other)))]))
  const order: Entity[] = []
  while (waiting.size > 0) {
    const named = new Set([...waiting.values()].flatMap(others => [...others]))
    const free = [...waiting.keys()].filter(table => !named.has(table))
    if (free.length === 0) throw new Error(`${[...waiting.keys()].join(', ')} refer to each other`)
    for (const table of free) waiting.delete(table)
    order.push(...free)
  }
  return order
}

function referencesOf(sqlite: Database, table: string): Entity[] {
  return (sqlite.pragma(`foreign_key_list("${table}")`) as { table: Entity }[]).map(reference => reference.table)
}
