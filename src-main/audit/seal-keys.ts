import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../database/durable.ts'
import { isPublicKey, keysFolder, publicKeyFile } from '../database/public-keys.ts'
import { writeWhole } from '../database/whole-file.ts'

/** The private half never leaves its data folder; the public half is there for whoever verifies a copy. */
const privateFile = 'audit-seal.pem'

/** The host's Ed25519 signing key, made at its first use and readable by its own user only. */
export function sealingKey(dataFolder: string): KeyObject {
  const folder = join(dataFolder, keysFolder)
  const path = join(folder, privateFile)
  if (existsSync(path)) return createPrivateKey(readFileSync(path))
  makeFolder(folder, 0o700)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  writeWhole(join(folder, publicKeyFile), publicKey.export({ type: 'spki', format: 'pem' }) as string)
  // The private half comes last: its being there says that the pair is whole.
  writeWhole(path, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, 0o600)
  return privateKey
}

/** The public half, for verifying; nothing where no key was ever made or it was not copied along. */
export function verifyingKey(dataFolder: string): KeyObject | undefined {
  const path = join(dataFolder, keysFolder, publicKeyFile)
  return existsSync(path) ? createPublicKey(readFileSync(path)) : undefined
}

/** Those by which archives may be signed: the host's own, and of hosts that the data was on before. */
export function archiveKeys(dataFolder: string): KeyObject[] {
  const folder = join(dataFolder, keysFolder)
  return existsSync(folder) ? readdirSync(folder).filter(isPublicKey).map(name => createPublicKey(readFileSync(join(folder, name)))) : []
}

/** SHA-256 of the public half, hexadecimal: short enough to print on a report and compare by eye. */
export function fingerprint(publicKey: KeyObject): string {
  return createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex')
}
