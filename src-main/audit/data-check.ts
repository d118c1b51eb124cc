import type { Database } from 'better-sqlite3'
import { dayFindings } from '../production/day-check.ts'
import { ledgerFindings } from '../warehouse/ledger-check.ts'
import type * as AuditChain from '../database/audit-chain.ts'
import { schemaFindings, type Migration } from '../database/migrate.ts'
import { describeFinding } from './findings.ts'
import { rowHistoryFindings } from './row-history.ts'
import { verifyAudit } from './verify.ts'

/** What the whole check found, as sentences; at most `findingsKept` of a kind. */
export interface DataVerdict {
  /** Pages that do not fit together, or cannot be read: the file is damaged, and nothing more should be written into it. */
  readonly structure: readonly string[]
  /** The pages are sound, but what stands in them is not what was entered. */
  readonly content: readonly string[]
}

const findingsKept = 20

/**
 * Reads everything there is: pages and indexes, tables and triggers against the migrations that made them, references, the audit chain with its seals, the sums of the ledger and of daily production, and every audited
 * row against its history. It only reads, and may run beside a host. Archives that are known to be missing are not told again.
 */
export function checkData(
  sqlite: Database, folder: string, migrations: readonly Migration[], chain: Pick<typeof AuditChain, 'auditHash' | 'genesisHash'>, missingArchives: readonly string[] = [],
): DataVerdict {
  const structure: string[] = []
  const attempt = (read: () => string[]): string[] => {
    try {
      return read()
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (code?.startsWith('SQLITE_') !== true) throw error
      structure.push(`A part could not be read: ${message}`)
      return []
    }
  }
  structure.push(...attempt(() => pageFindings(sqlite)), ...attempt(() => schemaFindings(sqlite, migrations)))
  const content = [
    ...attempt(() => referenceFindings(sqlite)),
    ...attempt(() => verifyAudit(sqlite, folder, chain).findings.filter(finding => !(finding.kind === 'archive-missing' && missingArchives.includes(finding.file))).slice(0, findingsKept).map(describeFinding)),
    ...attempt(() => ledgerFindings(sqlite, findingsKept)),
    ...attempt(() => dayFindings(sqlite, findingsKept)),
    ...attempt(() => rowHistoryFindings(sqlite, findingsKept)),
    ...attempt(() => numberFindings(sqlite)),
  ]
  return { structure: [...new Set(structure)], content }
}

function pageFindings(sqlite: Database): string[] {
  const lines = sqlite.pragma(`integrity_check(${findingsKept})`) as { integrity_check: string }[]
  return lines.map(line => line.integrity_check).filter(line => line !== 'ok')
}

function referenceFindings(sqlite: Database): string[] {
  const found = sqlite.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]
  return found.slice(0, findingsKept).map(({ table, rowid, parent }) => `A row of ${table}${rowid === null ? '' : ` (${rowid})`} names a ${parent} that is not there`)
}

/** Versions before the purge have no book of it, and miss nothing. */
function numberFindings(sqlite: Database): string[] {
  const isPurging = sqlite.prepare("select 1 from sqlite_schema where name = 'purge'").get() !== undefined
  const mark = isPurging ? sqlite.prepare("select coalesce(max(throughSeq), 0) from purge where book = 'event'").pluck().get() : 0
  const { gaps } = sqlite.prepare('select coalesce(max(seq), :mark) - :mark - count(*) as gaps from event where seq > :mark').get({ mark }) as { gaps: number }
  return gaps === 0 ? [] : [`${gaps} events are not there`]
}
