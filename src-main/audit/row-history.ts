import type { Database, Statement } from 'better-sqlite3'
import { entities, entityDefinition, type Entity } from '../../shared/core/entities.ts'
import { everyRow } from '../database/pen.ts'

type Row = Record<string, unknown>
/** `row` is what the entries so far make of it; nothing once it was removed. */
interface History { readonly entity: Entity; readonly id: string; row: Row | undefined }
interface Entry { readonly seq: number; readonly entity: string; readonly entityId: string; readonly before: string | null; readonly after: string | null }

/**
 * Every audited row against its own history: what the audit says was last entered into each column must stand there. It finds what
 * changed a row by another way than the pen, be it a program or a disk. Secrets are masked in the audit and changes of quiet columns
 * left out of it, so those are not compared. Findings are sentences; the first `most` of them.
 */
export function rowHistoryFindings(sqlite: Database, most: number): string[] {
  const findings: string[] = []
  const lookups = new Map<Entity, Statement>()
  let history: History | undefined
  function finish(): void {
    if (!history || findings.length >= most) return
    const { entity, id } = history
    const lookup = lookups.get(entity) ?? sqlite.prepare(`select * from "${entity}" where ${entityDefinition(entity).ledger ? 'seq' : 'id'} = ?`)
    lookups.set(entity, lookup)
    const finding = difference(history, lookup.get(id) as Row | undefined)
    if (finding !== undefined) findings.push(finding)
  }
  const clearedAt = new Map(sqlite.prepare('select entity, max(seq) from auditEntry where entityId = ? group by entity').raw().all(everyRow) as [string, number][])
  const entries = sqlite.prepare('select seq, entity, entityId, before, after from auditEntry where entity is not null order by entity, entityId, seq')
  for (const { seq, entity, entityId, before, after } of entries.iterate() as IterableIterator<Entry>) {
    // What was there when everything of its kind was cleared is not looked for.
    if (!Object.hasOwn(entities, entity) || seq <= (clearedAt.get(entity) ?? 0)) continue
    if (history?.entity !== entity || history.id !== entityId) {
      finish()
      history = { entity: entity as Entity, id: entityId, row: {} }
    }
    const isRemoval = before !== null && after === null
    history.row = isRemoval ? undefined : { ...history.row, ...readable(after) }
  }
  finish()
  return findings
}

function difference({ entity, id, row }: History, found: Row | undefined): string | undefined {
  if (!row) return found && `${entity} ${id} is there, although it was removed`
  if (!found) return `${entity} ${id} is not there, although it was entered and never removed`
  const { secret = [], quiet = [] } = entityDefinition(entity)
  const columns = Object.keys(row).filter(column => !secret.includes(column) && !quiet.includes(column) && column in found)
  const changed = columns.filter(column => plain(row[column]) !== found[column])
  return changed.length === 0 ? undefined : `${entity} ${id} is not as it was entered: ${changed.join(', ')}`
}

/** An entry that cannot be read is the chain's finding: what it said is not asked of the row. */
function readable(after: string | null): Row {
  try {
    return JSON.parse(after ?? '{}') as Row
  } catch {
    return {}
  }
}

/** SQLite keeps booleans as 0 and 1. */
function plain(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value
}
