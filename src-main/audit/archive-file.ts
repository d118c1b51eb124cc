import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { auditColumns, valuesOf, type AuditRecord } from '../database/audit-chain.ts'
import { archivesFolder } from '../database/data-folder.ts'
import { readParts, writeParts } from './gzip-parts.ts'
import { fingerprint, sealingKey } from './seal-keys.ts'

export type ChainRow = AuditRecord & { readonly hash: string }

/** What the first line of an archive says of the rest. `previousHash` is where it continues the chain, `lastHash` where the chain goes on. */
export const ArchiveHead = z.object({
  siteId: z.string(), year: z.int(), fromSeq: z.int(), throughSeq: z.int(), rowCount: z.int(), previousHash: z.string(), lastHash: z.string(), madeAt: z.string(),
  /** Fingerprint of the signing key's public half. */
  key: z.string(),
  /** Ed25519 over the other fields, base64. */
  signature: z.string(),
})
export type ArchiveHead = z.infer<typeof ArchiveHead>
export type ArchiveFacts = Omit<ArchiveHead, 'key' | 'signature'>

const columns = [...auditColumns, 'hash'] as const
const rowsPerPart = 2000

export const archiveFolder = (dataFolder: string) => join(dataFolder, archivesFolder)
export const archivePath = (dataFolder: string, file: string) => join(archiveFolder(dataFolder), file)

/** `audit-2026-000000000001-000000123456.jsonl.gz`: its head, then a line a row, its values in the order in which they are hashed. */
export function archiveName({ year, fromSeq, throughSeq }: Pick<ArchiveFacts, 'year' | 'fromSeq' | 'throughSeq'>): string {
  const padded = (seq: number) => String(seq).padStart(12, '0')
  return `audit-${year}-${padded(fromSeq)}-${padded(throughSeq)}.jsonl.gz`
}

/** Signs the head with the host's sealing key, and writes it all to the disk. `onRows` is told how many rows are written. */
export function writeArchive(path: string, dataFolder: string, facts: ArchiveFacts, rows: Iterable<ChainRow>, onRows: (done: number) => void = () => {}): void {
  const privateKey = sealingKey(dataFolder)
  const content = { ...facts, key: fingerprint(createPublicKey(privateKey)) }
  const head: ArchiveHead = { ...content, signature: sign(null, signedBytes(content), privateKey).toString('base64') }
  const parts = writeParts(path)
  parts.write(`${JSON.stringify(head)}\n`)
  let lines: string[] = []
  let done = 0
  const flush = () => {
    if (lines.length > 0) parts.write(lines.join(''))
    lines = []
    onRows(done)
  }
  for (const row of rows) {
    lines.push(`${JSON.stringify([...valuesOf(row), row.hash])}\n`)
    done += 1
    if (lines.length === rowsPerPart) flush()
  }
  flush()
  parts.close()
}

export interface OpenArchive { readonly head: ArchiveHead; readonly rows: Iterable<ChainRow> }

/** Throws `RangeError`, also while its rows are read, where the file is not as it was written. */
export function openArchive(path: string): OpenArchive {
  const parts = readParts(path)
  const first = parts.next()
  const head = ArchiveHead.safeParse(jsonOf(first.done ? '' : first.value))
  if (!head.success) throw new RangeError('It does not begin with the head of an archive')
  return { head: head.data, rows: rowsIn(parts) }
}

function* rowsIn(parts: Iterable<string>): Generator<ChainRow, void> {
  for (const part of parts) {
    for (const line of part.split('\n')) {
      if (line === '') continue
      const values = jsonOf(line)
      if (!Array.isArray(values) || values.length !== columns.length) throw new RangeError('A line is no row of the audit')
      yield Object.fromEntries(columns.map((column, at) => [column, values[at] as unknown])) as Record<string, unknown> & ChainRow
    }
  }
}

export function isArchiveSignedBy(publicKey: KeyObject, { signature, ...content }: ArchiveHead): boolean {
  return content.key === fingerprint(publicKey) && verify(null, signedBytes(content), publicKey, Buffer.from(signature, 'base64'))
}

/** SHA-256 of the file as it lies there, hexadecimal. */
export function fileHash(path: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(1 << 20)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) hash.update(buffer.subarray(0, read))
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}

function signedBytes({ siteId, year, fromSeq, throughSeq, rowCount, previousHash, lastHash, madeAt, key }: Omit<ArchiveHead, 'signature'>): Buffer {
  return Buffer.from(JSON.stringify(['lantai audit archive 1', siteId, year, fromSeq, throughSeq, rowCount, previousHash, lastHash, madeAt, key]))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RangeError('A line is not as it was written', { cause: error })
  }
}
