import type { Stats } from 'node:fs'
import { copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { hashOfFile } from '../database/backup-archive.ts'
import { unfinished, type Backup } from '../database/backup-catalog.ts'
import { companionsOf } from '../database/backup-companions.ts'

/** A copy that was read and found to be what its record says, and how it looked then. */
export const CheckedCopy = z.object({ name: z.string(), modified: z.number(), checkedAt: z.string() })
export type CheckedCopy = z.infer<typeof CheckedCopy>

export interface SecondCopies {
  /** Brings a backup there, or makes anew what lies there and is not whole; whether it is there now. */
  bring(backup: Backup): Promise<boolean>
  /** What is known of those that were brought. */
  checked(): CheckedCopy[]
}

/** Whole milliseconds: what lies below them, some systems make up. */
const modifiedOf = ({ mtimeMs }: Stats) => Math.round(mtimeMs)

const readAnewAfter = 7 * 24 * 60 * 60_000

/**
 * Every copy is looked at each time: one that is missing, of another length or written over since is read, or made anew. Of the others one
 * whose last reading is over a week past is read each time: a disk also loses what nobody touches.
 */
export function createSecondCopies(first: string, second: string, at: string, known: readonly CheckedCopy[]): SecondCopies {
  const knownOf = new Map(known.map(copy => [copy.name, copy]))
  const checked: CheckedCopy[] = []
  let mayReadAnew = true

  async function isWhole(path: string, { name, size, sha256 }: Backup): Promise<boolean> {
    const found = await stat(path).catch(() => undefined)
    if (found?.size !== size) return false
    const before = knownOf.get(name)
    const isAsBefore = before === undefined || before.modified === modifiedOf(found)
    const isDue = Date.parse(at) - Date.parse(before?.checkedAt ?? '1970-01-01') > readAnewAfter && mayReadAnew
    if (isAsBefore && !isDue) {
      if (before) checked.push(before)
      return true
    }
    if (isAsBefore) mayReadAnew = false
    return (await hashOfFile(path)) === sha256 && note(name, modifiedOf(found))
  }
  function note(name: string, modified: number): true {
    checked.push({ name, modified, checkedAt: at })
    return true
  }
  return {
    checked: () => checked,
    async bring(backup) {
      const { name, sha256 } = backup
      const [from, to] = [join(first, name), join(second, name)]
      for (const companion of companionsOf(backup)) await bringFile(join(first, companion.beside), join(second, companion.beside), companion.sha256)
      await bringRecord(`${from}.json`, `${to}.json`)
      if (await isWhole(to, backup)) return true
      return (await copyWhole(from, to, sha256)) && note(name, modifiedOf(await stat(to)))
    },
  }
}

/** A file that belongs to backups: there once for all of them. One that the first folder does not have cannot be brought. */
async function bringFile(from: string, to: string, sha256: string): Promise<void> {
  const [own, copied] = await Promise.all([from, to].map(path => stat(path).catch(() => undefined)))
  if (own && own.size !== copied?.size) await copyWhole(from, to, sha256)
}

async function bringRecord(from: string, to: string): Promise<void> {
  const [own, copied] = await Promise.all([readFile(from), readFile(to).catch(() => undefined)])
  if (!copied || !own.equals(copied)) await copyWhole(from, to)
}

/**
 * Under its own name only when it is whole and on that disk: it is read there before, where its content is known. False where the
 * first folder itself no longer has that content.
 */
async function copyWhole(from: string, to: string, sha256?: string): Promise<boolean> {
  const part = `${to}${unfinished}`
  await mkdir(dirname(to), { recursive: true })
  try {
    await copyFile(from, part)
    const handle = await open(part, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (sha256 !== undefined && (await hashOfFile(part)) !== sha256) {
      if ((await hashOfFile(from)) !== sha256) return false
      throw new Error(`${to} is not what was written`)
    }
    await rename(part, to)
    return true
  } finally {
    await rm(part, { force: true }).catch(() => {})
  }
}
