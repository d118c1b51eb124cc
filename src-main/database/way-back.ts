import { statSync } from 'node:fs'
import { basename, dirname, relative } from 'node:path'
import type { BackupKind } from '../../shared/data-care/backup.ts'
import { readBackup } from './backup-catalog.ts'
import { readFacts, UnsoundCopyError } from './backup-making.ts'
import { keptCopies, type Copy } from './copies.ts'

/** A copy of the data that a damaged folder can be gone back to, and what it holds. */
export interface WayBack {
  readonly path: string
  readonly name: string
  readonly kind: BackupKind
  readonly at: string
  readonly siteName: string
  /** In bytes. */
  readonly size: number
  /** The number of the newest row of its audit, and how many attached files belong to it. */
  readonly entries: number
  readonly attachments: number
  /** When all in it was checked. */
  readonly fullAt: string | null
  /** Of its file, where a record says so. */
  readonly sha256: string | null
}

/** Every checked backup and every loose copy that still is sound, the newest first; a loose one is looked through when its turn comes. */
export function* waysBack(dataFolder: string): Generator<WayBack, void> {
  for (const copy of keptCopies(dataFolder)) {
    const way = copy.path.endsWith('.db') ? looseWay(copy) : packedWay(copy)
    if (way) yield way
  }
}

export function wayBack(dataFolder: string): WayBack | undefined {
  return waysBack(dataFolder).next().value ?? undefined
}

function packedWay({ path }: Copy): WayBack | undefined {
  const backup = readBackup(dirname(path), basename(path))
  if (!backup) return undefined
  const { name, kind, at, siteName, size, auditSeq, attachments, fullAt, sha256 } = backup
  return { path, name, kind, at, siteName, size, entries: auditSeq, attachments: attachments.length, fullAt, sha256 }
}

function looseWay({ path, at }: Copy): WayBack | undefined {
  try {
    const { siteName, auditSeq, attachments, schema } = readFacts(path)
    if (schema === 0) return undefined
    return { path, name: basename(path), kind: 'before-migration', at: at.toISOString(), siteName, size: statSync(path).size, entries: auditSeq, attachments: attachments.length, fullAt: null, sha256: null }
  } catch (error) {
    if (error instanceof UnsoundCopyError) return undefined
    throw error
  }
}

/** The command by which somebody at the host goes back to it. */
export function restoreCommand(dataFolder: string, path: string): string {
  return `npm run host -- --restore "${relative('', path)}" --data "${relative('', dataFolder) || '.'}"`
}
