import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../database/durable.ts'
import { writeWhole } from '../database/whole-file.ts'

/** Under a data folder. The private half never leaves it; the public half is there for whoever verifies a copy. */
const keysFolder = 'keys'
const privateFile = 'audit-seal.pem'
const publicFile = 'audit-seal.pub.pem'

/** The host's Ed25519 signing key, made at its first use and readable by its own user only. */
export function sealingKey(dataFolder: string): KeyObject {
  const folder = join(dataFolder, keysFolder)
  const path = join(folder, privateFile)
  if (existsSync(path)) return createPrivateKey(readFileSync(path))
  makeFolder(folder, 0o700)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  writeWhole(join(folder, publicFile), publicKey.export({ type: 'spki', format: 'pem' }) as string)
  // The private half comes last: its being there says that the pair is whole.
  writeWhole(path, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, 0o600)
  return privateKey
}

/** The public half, for verifying; nothing where no key was ever made or it was not copied along. */
export function verifyingKey(dataFolder: string): KeyObject | undefined {
  const path = join(dataFolder, keysFolder, publicFile)
  return existsSync(path) ? createPublicKey(readFileSync(path)) : undefined
}

/** SHA-256 of the public half, hexadecimal: short enough to print on a report and compare by eye. */
export function fingerprint(publicKey: KeyObject): string {
  return createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex')
}
