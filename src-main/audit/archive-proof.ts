import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/core/errors.ts'
import * as auditChain from '../database/audit-chain.ts'
import { readMarks, walkArchive, type Mark } from './archived-chain.ts'
import { walkChain } from './chain-walk.ts'
import { describeFinding } from './findings.ts'
import { archiveKeys } from './seal-keys.ts'

export type ProvedArchive = Omit<Mark, 'seq'> & { readonly previousHash: string }

/**
 * Reads an archive back from the disk as the check of the whole audit does: its hash, its signed head, every row of its chain from the one
 * before it to its end, and their count. `archive-unsound` where anything is not as it should be: then no row of it may leave the database.
 */
export function requireWholeArchive(folder: string, siteId: string, { previousHash, ...archive }: ProvedArchive): void {
  const walk = walkChain([], auditChain, () => {})
  walk.skip(archive.fromSeq - 1, previousHash)
  walkArchive(walk, { ...archive, seq: 0 }, { folder, siteId, keys: archiveKeys(folder) })
  const [finding] = walk.findings()
  if (finding) throw new AppError('archive-unsound', { file: archive.file, finding: describeFinding(finding) })
  if (walk.rows !== archive.rowCount) throw new AppError('archive-unsound', { file: archive.file, finding: `It holds ${walk.rows} rows instead of ${archive.rowCount}` })
}

/** Those whose mark is set and whose rows are not all gone yet: a run before this one broke off. */
export function requireWholeLeftovers(sqlite: Database, folder: string, siteId: string): void {
  const isLeft = sqlite.prepare('select exists (select 1 from auditEntry where seq between ? and ?)').pluck()
  let previousHash = auditChain.genesisHash
  for (const mark of readMarks(sqlite)) {
    if (isLeft.get(mark.fromSeq, mark.throughSeq) === 1) requireWholeArchive(folder, siteId, { ...mark, previousHash })
    previousHash = mark.lastHash
  }
}
