import type { Finding } from '../../shared/audit/integrity.ts'
import type * as AuditChain from '../database/audit-chain.ts'
import type { ChainRow } from './archive-file.ts'
import type { Seal } from './seals.ts'

export type Chain = Pick<typeof AuditChain, 'auditHash' | 'genesisHash'>
export interface Sealed { readonly file: string; readonly seal: Seal }

export interface ChainWalk {
  /** The next row, in the order of the chain. */
  take(row: ChainRow): void
  /** Rows up to `to` cannot be looked at, which was told; the chain goes on from `hash` where that is known. */
  skip(to: number, hash: string | null): void
  found(finding: Finding): void
  readonly rows: number
  readonly lastSeq: number
  readonly findingCount: number
  /** In the order of the chain; at most 500. */
  findings(): readonly Finding[]
}

const findingsKept = 500
const suspectsKept = 200

/** Walks a hash chain row by row, against itself and against the seals, which are given the oldest first. `onRow` is told of each. */
export function walkChain(seals: readonly Sealed[], { auditHash, genesisHash }: Chain, onRow: (row: ChainRow) => void): ChainWalk {
  const findings: Finding[] = []
  const suspects: ChainRow[] = []
  let findingCount = 0
  let rows = 0
  let sealAt = 0
  let previous: { seq: number; hash: string; fits: boolean } = { seq: 0, hash: genesisHash, fits: true }

  function found(finding: Finding): void {
    findingCount += 1
    if (findings.length < findingsKept) findings.push(finding)
  }
  function compareSeals(row: ChainRow): void {
    for (; (seals[sealAt]?.seal.seq ?? Infinity) <= row.seq; sealAt += 1) {
      const { file, seal } = seals[sealAt]!
      // Where the sealed row is gone, the gap has been named.
      if (seal.seq === row.seq && seal.hash !== row.hash) found({ kind: 'seal-differs', seq: row.seq, file, at: seal.at })
    }
  }
  return {
    found,
    take(row) {
      rows += 1
      const fits = row.seq > 0 && auditHash(row) === row.hash
      if (row.seq > previous.seq + 1) found({ kind: 'rows-deleted', seq: previous.seq + 1, to: row.seq - 1 })
      if (!fits) {
        found({ kind: 'row-edited', seq: row.seq })
        if (suspects.length < suspectsKept) suspects.push(row)
      } else if (row.seq === previous.seq + 1 && previous.fits && row.previousHash !== previous.hash) {
        found({ kind: 'row-replaced', seq: row.seq })
      }
      compareSeals(row)
      previous = { seq: Math.max(row.seq, 0), hash: row.hash, fits }
      onRow(row)
    },
    skip(to, hash) {
      if (to > previous.seq) previous = { seq: to, hash: hash ?? '', fits: hash !== null }
    },
    get rows() {
      return rows
    },
    get lastSeq() {
      return previous.seq
    },
    get findingCount() {
      return findingCount
    },
    findings: () => nameMoved(findings, suspects, auditHash),
  }
}

/** A row that fits under the number of another suspect, or of a neighbour, was not edited but moved. */
function nameMoved(findings: readonly Finding[], suspects: readonly ChainRow[], auditHash: Chain['auditHash']): Finding[] {
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
