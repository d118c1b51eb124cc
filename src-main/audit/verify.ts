import type { KeyObject } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type * as AuditChain from '../core/audit-chain.ts'
import type { Finding } from './findings.ts'
import { isSignedBy, readSeals, type Seal } from './seals.ts'
import { fingerprint, verifyingKey } from './seal-keys.ts'

export interface Verdict {
  readonly rows: number
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

type Row = AuditChain.AuditRecord & { readonly hash: string }
interface Sealed { readonly file: string; readonly seal: Seal }

const findingsKept = 500
const suspectsKept = 200

/**
 * Walks the whole hash chain against itself and against the seals of a data folder. Rows are streamed from one snapshot, so it
 * takes little memory and may run beside a host. Seals are read first: one made meanwhile would name rows the snapshot lacks.
 * `chain` is how rows are hashed. Throws only where there is no audit to read.
 */
export function verifyAudit(sqlite: Database, folder: string, chain: Pick<typeof AuditChain, 'auditHash' | 'genesisHash'>): Verdict {
  const siteId = sqlite.prepare('select id from site limit 1').pluck().get() as string | undefined
  const publicKey = verifyingKey(folder)
  const files = readSeals(folder)
  const { genuine, findings: sealFindings } = examineSeals(files, siteId, publicKey)
  const { rows, lastSeq, findings, findingCount } = walkChain(sqlite, genuine, chain)
  const newest = genuine.at(-1)
  const cut: Finding[] = newest && newest.seal.seq > lastSeq
    ? [{ kind: 'end-cut', seq: lastSeq + 1, to: newest.seal.seq, file: newest.file, at: newest.seal.at }]
    : []
  return {
    rows, lastSeq, findings: [...findings, ...cut, ...sealFindings], findingCount: findingCount + cut.length + sealFindings.length,
    sealCount: files.length, lastSeal: newest?.seal, rowsAfterLastSeal: Math.max(0, lastSeq - (newest?.seal.seq ?? 0)),
    keyFingerprint: publicKey && fingerprint(publicKey),
  }
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

function walkChain(
  sqlite: Database, seals: readonly Sealed[], { auditHash, genesisHash }: Pick<typeof AuditChain, 'auditHash' | 'genesisHash'>,
): Pick<Verdict, 'rows' | 'lastSeq' | 'findings' | 'findingCount'> {
  const findings: Finding[] = []
  const suspects: Row[] = []
  let findingCount = 0
  let rows = 0
  let sealAt = 0
  let previous = { seq: 0, hash: genesisHash, fits: true }

  function found(finding: Finding): void {
    findingCount += 1
    if (findings.length < findingsKept) findings.push(finding)
  }
  for (const row of sqlite.prepare('select * from auditEntry order by seq').iterate() as IterableIterator<Row>) {
    rows += 1
    const fits = row.seq > 0 && auditHash(row) === row.hash
    const isNext = row.seq === previous.seq + 1
    if (row.seq > previous.seq + 1) found({ kind: 'rows-deleted', seq: previous.seq + 1, to: row.seq - 1 })
    if (!fits) {
      found({ kind: 'row-edited', seq: row.seq })
      if (suspects.length < suspectsKept) suspects.push(row)
    } else if (isNext && previous.fits && row.previousHash !== previous.hash) {
      found({ kind: 'row-replaced', seq: row.seq })
    }
    for (; (seals[sealAt]?.seal.seq ?? Infinity) <= row.seq; sealAt += 1) {
      const { file, seal } = seals[sealAt]!
      // Where the sealed row is gone, the gap has been named.
      if (seal.seq === row.seq && seal.hash !== row.hash) found({ kind: 'seal-differs', seq: row.seq, file, at: seal.at })
    }
    previous = { seq: Math.max(row.seq, 0), hash: row.hash, fits }
  }
  return { rows, lastSeq: previous.seq, findings: nameMoved(findings, suspects, auditHash), findingCount }
}

/** A row that fits under the number of another suspect, or of a neighbour, was not edited but moved. */
function nameMoved(findings: readonly Finding[], suspects: readonly Row[], auditHash: typeof AuditChain.auditHash): Finding[] {
  const places = suspects.map(({ seq }) => seq)
  const moved = new Map<number, number>()
  for (const row of suspects) {
    const from = [...places, row.seq - 1, row.seq + 1].find(seq => seq !== row.seq && auditHash({ ...row, seq }) === row.hash)
    if (from !== undefined) moved.set(row.seq, from)
  }
  return findings.map(finding => {
    const from = finding.kind === 'row-edited' ? moved.get(finding.seq) : undefined
    return finding.kind === 'row-edited' && from !== undefined ? { kind: 'row-moved', seq: finding.seq, from } : finding
  })
}
