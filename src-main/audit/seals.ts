import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { AuditHead } from '../core/audit-log.ts'
import { makeFolder } from '../database/durable.ts'
import { fingerprint, sealingKey } from './seal-keys.ts'
import { writeWhole } from '../database/whole-file.ts'

/** The chain's head as it stood at an instant, signed and kept outside the database, so that a shortened chain shows. */
export const Seal = z.object({
  siteId: z.string(),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  /** Fingerprint of the signing key's public half. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 over the other fields, base64. */
  signature: z.string(),
})
export type Seal = z.infer<typeof Seal>

export interface Sealing {
  /** The data folder; seals go to `seals/`, the key is in `keys/`. */
  readonly folder: string
  readonly head: AuditHead
  readonly siteId: string
  /** UTC ISO text. */
  readonly now: string
}

const sealsFolder = 'seals'

/**
 * Seals the head, if it is not sealed yet. A seal is never replaced: where the same number was sealed with another hash (a
 * database put back from a copy), the new one is kept beside it, and verifying names the difference.
 */
export function sealAudit({ folder, head: { seq, hash }, siteId, now }: Sealing): Seal | undefined {
  if (seq === 0) return undefined
  const seals = join(folder, sealsFolder)
  makeFolder(seals)
  const name = String(seq).padStart(12, '0')
  const isTaken = existsSync(join(seals, `${name}.json`))
  if (isTaken && readSeal(join(seals, `${name}.json`))?.hash === hash) return undefined
  const path = join(seals, isTaken ? `${name}-${hash.slice(0, 8)}.json` : `${name}.json`)
  if (existsSync(path)) return undefined

  const privateKey = sealingKey(folder)
  const content = { siteId, seq, hash, at: now, key: fingerprint(createPublicKey(privateKey)) }
  const seal = { ...content, signature: sign(null, signedBytes(content), privateKey).toString('base64') }
  writeWhole(path, `${JSON.stringify(seal, null, 2)}\n`)
  return seal
}

/** Every seal of a data folder by file name, in the order of their numbers; a file that is no seal has none. */
export function readSeals(folder: string): { file: string; seal: Seal | undefined }[] {
  const seals = join(folder, sealsFolder)
  if (!existsSync(seals)) return []
  const files = readdirSync(seals).filter(name => name.endsWith('.json')).sort()
  return files.map(file => ({ file, seal: readSeal(join(seals, file)) }))
}

export function isSignedBy(publicKey: KeyObject, { signature, ...content }: Seal): boolean {
  return verify(null, signedBytes(content), publicKey, Buffer.from(signature, 'base64'))
}

function readSeal(path: string): Seal | undefined {
  try {
    return Seal.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** What is signed begins with its purpose, so that a signature over anything else is never taken for a seal. */
function signedBytes({ siteId, seq, hash, at, key }: Omit<Seal, 'signature'>): Buffer {
  return Buffer.from(JSON.stringify(['lantai audit seal 1', siteId, seq, hash, at, key]))
}
