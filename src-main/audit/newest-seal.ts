import type { Database } from 'better-sqlite3'
import type { Finding } from '../../shared/audit/integrity.ts'
import { readMarks } from './archived-chain.ts'
import { verifyingKey } from './seal-keys.ts'
import { isSignedBy, readSeals } from './seals.ts'

/**
 * Whether the audit still reaches to its newest genuine seal, and is the one that was sealed there: a look at one row, for the
 * start. Where it is not, rows were lost or the database was put back from a copy.
 */
export function newestSealFinding(sqlite: Database, folder: string): Finding | undefined {
  const publicKey = verifyingKey(folder)
  const siteId = sqlite.prepare('select id from site limit 1').pluck().get()
  const newest = readSeals(folder)
    .filter(({ seal }) => seal && publicKey && seal.siteId === siteId && isSignedBy(publicKey, seal))
    .sort((a, b) => b.seal!.seq - a.seal!.seq)[0]
  if (!newest?.seal) return undefined
  const { file, seal: { seq, hash, at } } = newest
  // An archived row may be deleted, and the chain goes on from there; whether the archive is whole, the daily check sees.
  if (seq <= (readMarks(sqlite).at(-1)?.throughSeq ?? 0)) return undefined
  const found = sqlite.prepare('select hash from auditEntry where seq = ?').pluck().get(seq)
  if (found === hash) return undefined
  if (found !== undefined) return { kind: 'seal-differs', seq, file, at }
  const last = sqlite.prepare('select coalesce(max(seq), 0) from auditEntry').pluck().get() as number
  return { kind: 'end-cut', seq: last + 1, to: seq, file, at }
}
