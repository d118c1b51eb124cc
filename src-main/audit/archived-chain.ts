import { existsSync } from 'node:fs'
import type { KeyObject } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { archivePath, fileHash, isArchiveSignedBy, openArchive, type ChainRow, type OpenArchive } from './archive-file.ts'
import type { ChainWalk } from './chain-walk.ts'

/** What the database says of an archive: the mark up to which the chain was emptied. */
export interface Mark {
  readonly seq: number; readonly fromSeq: number; readonly throughSeq: number; readonly rowCount: number; readonly file: string; readonly sha256: string; readonly lastHash: string
}

/** The marks of a database, the oldest first; none in one that is older than archives. */
export function readMarks(sqlite: Database): Mark[] {
  if (sqlite.prepare(`select 1 from sqlite_schema where name = 'purge'`).get() === undefined) return []
  return sqlite.prepare(`select seq, fromSeq, throughSeq, rowCount, file, sha256, lastHash from purge where book = 'auditEntry' order by throughSeq`).all() as Mark[]
}

/** `keys`: by any of which an archive may be signed; where there are none, nobody's signature is looked at. */
export interface ArchivePlace { readonly folder: string; readonly siteId: string | undefined; readonly keys: readonly KeyObject[] }

/** Walks through an archive as a part of the chain. Whatever is wrong with it is told once, by its name. */
export function walkArchive(walk: ChainWalk, mark: Mark, { folder, keys, siteId }: ArchivePlace): void {
  const { fromSeq: seq, throughSeq: to, file, lastHash } = mark
  const path = archivePath(folder, file)
  const fault = (kind: 'archive-missing' | 'archive-damaged' | 'archive-edited' | 'archive-forged') => walk.found({ kind, seq, to, file })
  if (!existsSync(path)) {
    fault('archive-missing')
    return walk.skip(to, lastHash)
  }
  if (fileHash(path) !== mark.sha256) fault('archive-edited')
  try {
    const { head, rows } = openArchive(path)
    if (!isHeadOf(head, mark, siteId) || (keys.length > 0 && !keys.some(key => isArchiveSignedBy(key, head)))) fault('archive-forged')
    takeRows(walk, rows, mark)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    fault('archive-damaged')
  }
  if (walk.lastSeq < to) walk.skip(to, lastHash)
}

function takeRows(walk: ChainWalk, rows: Iterable<ChainRow>, { throughSeq, fromSeq, file, lastHash }: Mark): void {
  let last: ChainRow | undefined
  for (const row of rows) walk.take((last = row))
  if (last && last.seq < throughSeq) walk.found({ kind: 'archive-short', seq: last.seq + 1, to: throughSeq, file })
  else if (last?.hash !== lastHash) walk.found({ kind: 'archive-edited', seq: fromSeq, to: throughSeq, file })
}

function isHeadOf(head: OpenArchive['head'], mark: Mark, siteId: string | undefined): boolean {
  return head.siteId === siteId && head.fromSeq === mark.fromSeq && head.throughSeq === mark.throughSeq && head.rowCount === mark.rowCount && head.lastHash === mark.lastHash
}
