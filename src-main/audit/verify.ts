import type { KeyObject } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Finding } from '../../shared/audit/integrity.ts'
import { readMarks, walkArchive, type ArchivePlace } from './archived-chain.ts'
import type { ChainRow } from './archive-file.ts'
import { walkChain, type Chain, type ChainWalk, type Sealed } from './chain-walk.ts'
import { archiveKeys, fingerprint, verifyingKey } from './seal-keys.ts'
import { isSignedBy, readSeals, type Seal } from './seals.ts'

export interface Verdict {
  /** Looked at, in archives and in the database; of them, in archives. */
  readonly rows: number
  readonly archivedRows: number
  readonly lastSeq: number
  /** In the order of the chain; at most 500, `findingCount` counts all. */
  readonly findings: readonly Finding[]
  readonly findingCount: number
  readonly sealCount: number
  /** The newest genuine seal. What stands after it could have been cut off unseen. */
  readonly lastSeal: Seal | undefined
  readonly rowsAfterLastSeal: number
  /** Of this host's public key, to be compared with what was printed earlier. */
  readonly keyFingerprint: string | undefined
}

/** `onRow` is told of every row in its turn, for who shows how far it is or looks for one of them. */
export interface Looking { onRow?(row: ChainRow): void }

/**
 * Walks the whole hash chain, archives and all, against itself and against the seals of a data folder. Rows are streamed from one
 * snapshot, so it takes little memory and may run beside a host. Seals are read first: one made meanwhile would name rows the snapshot
 * lacks. `chain` is how rows are hashed. Throws only where there is no audit to read.
 */
export function verifyAudit(sqlite: Database, folder: string, chain: Chain, { onRow = () => {} }: Looking = {}): Verdict {
  const siteId = sqlite.prepare('select id from site limit 1').pluck().get() as string | undefined
  const publicKey = verifyingKey(folder)
  const files = readSeals(folder)
  const { genuine, findings: sealFindings } = examineSeals(files, siteId, publicKey)
  const told = new Set<string>()
  const walked = walkChain(genuine, chain, row => {
    if (row.entity === 'purge' && row.entityId !== null) told.add(row.entityId)
    onRow(row)
  })
  const archivedRows = walkAll(sqlite, walked, { folder, siteId, keys: archiveKeys(folder), told })
  const newest = genuine.at(-1)
  const cut: Finding[] = newest && newest.seal.seq > walked.lastSeq
    ? [{ kind: 'end-cut', seq: walked.lastSeq + 1, to: newest.seal.seq, file: newest.file, at: newest.seal.at }]
    : []
  return {
    rows: walked.rows, archivedRows, lastSeq: walked.lastSeq, findings: [...walked.findings(), ...cut, ...sealFindings],
    findingCount: walked.findingCount + cut.length + sealFindings.length,
    sealCount: files.length, lastSeal: newest?.seal, rowsAfterLastSeal: Math.max(0, walked.lastSeq - (newest?.seal.seq ?? 0)),
    keyFingerprint: publicKey && fingerprint(publicKey),
  }
}

interface Place extends ArchivePlace { /** The marks that the chain itself tells of. */ readonly told: ReadonlySet<string> }

/** The archives, then what stands in the database after them; what was archived and is still there is only waiting to be deleted. */
function walkAll(sqlite: Database, walk: ChainWalk, { told, ...place }: Place): number {
  const marks = readMarks(sqlite)
  for (const mark of marks) walkArchive(walk, mark, place)
  const archivedRows = walk.rows
  for (const row of sqlite.prepare('select * from auditEntry where seq > ? order by seq').iterate(marks.at(-1)?.throughSeq ?? 0) as IterableIterator<ChainRow>) walk.take(row)
  for (const mark of marks) if (!told.has(String(mark.seq))) walk.found({ kind: 'purge-unaudited', seq: mark.fromSeq, to: mark.throughSeq })
  return archivedRows
}

/** Sorts out the seals that prove something, oldest first; the others are findings. */
function examineSeals(
  files: ReturnType<typeof readSeals>, siteId: string | undefined, publicKey: KeyObject | undefined,
): { genuine: Sealed[]; findings: Finding[] } {
  const findings: Finding[] = files.length > 0 && !publicKey ? [{ kind: 'key-missing' }] : []
  const genuine: Sealed[] = []
  for (const { file, seal } of files) {
    const fault = sealFault(file, seal, siteId, publicKey)
    if (fault) findings.push(fault)
    else if (seal && publicKey) genuine.push({ file, seal })
  }
  return { genuine: genuine.sort((a, b) => a.seal.seq - b.seal.seq), findings }
}

function sealFault(file: string, seal: Seal | undefined, siteId: string | undefined, publicKey: KeyObject | undefined): Finding | undefined {
  if (!seal) return { kind: 'seal-unreadable', file }
  const { seq } = seal
  if (seal.siteId !== siteId) return { kind: 'seal-of-another-site', file, seq, siteId: seal.siteId }
  if (!publicKey) return undefined
  if (seal.key !== fingerprint(publicKey)) return { kind: 'seal-of-another-key', file, seq }
  return isSignedBy(publicKey, seal) ? undefined : { kind: 'seal-forged', file, seq }
}
