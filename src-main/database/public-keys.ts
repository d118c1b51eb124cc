import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentOf, readParts } from './backup-archive.ts'
import { makeFolder } from './durable.ts'
import { writeWhole } from './whole-file.ts'

export const keysFolder = 'keys'
/** The public half of the key by which this host seals its audit. */
export const publicKeyFile = 'audit-seal.pub.pem'

/** Public halves may leave the data folder, private ones never: this one's own, and those of hosts that the data was on before. */
export function isPublicKey(name: string): boolean {
  return /^audit-seal(-[0-9a-f]{16})?\.pub\.pem$/.test(name)
}

/**
 * Keeps the public keys that came with a backup and are not this folder's own: by them archives were signed before the data came here.
 * They prove nothing that the audit does not say itself, for it names every archive by its hash.
 */
export async function keepEarlierKeys(dataFolder: string, backup: string): Promise<void> {
  if (backup.endsWith('.db')) return
  const folder = join(dataFolder, keysFolder)
  const own = join(folder, publicKeyFile)
  await readParts(backup, `${keysFolder}/`, async (name, content) => {
    const pem = await contentOf(content)
    if (!isPublicKey(name.slice(keysFolder.length + 1)) || (existsSync(own) && readFileSync(own).equals(pem))) return
    makeFolder(folder, 0o700)
    writeWhole(join(folder, `audit-seal-${createHash('sha256').update(pem).digest('hex').slice(0, 16)}.pub.pem`), pem.toString())
  })
}
