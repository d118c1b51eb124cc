import { readFileSync } from 'node:fs'
import { readdir, readFile, rm, stat, statfs } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { z } from 'zod'
import { BackupName, BackupRecord } from '../../shared/data-care/backup.ts'
import { secondProblems, type SecondFolder } from '../../shared/data-care/contract.ts'
import { backupsFolder, listBackups } from '../database/backup-catalog.ts'
import { writeWhole } from '../database/whole-file.ts'
import { reasonOf } from './faults.ts'
import { CheckedCopy, createSecondCopies } from './second-copies.ts'

/** `free` and `total` of its disk, in bytes, when it was last copied to. */
const State = z.object({
  folder: z.string(), at: z.string(), problem: z.enum(secondProblems).nullable(), names: z.array(z.string()), checked: z.array(CheckedCopy).default([]),
  free: z.int().nullable().default(null), total: z.int().nullable().default(null),
})
type State = z.infer<typeof State>

const stateOf = (dataFolder: string) => join(backupsFolder(dataFolder), 'second-folder.state')

/** How the last copying went, and what lies there; the folder itself is not asked, for it may not answer. */
export function readSecondFolder(dataFolder: string): State | undefined {
  try {
    return State.parse(JSON.parse(readFileSync(stateOf(dataFolder), 'utf8')))
  } catch {
    return undefined
  }
}

export function keepSecondFolderProblem(dataFolder: string, folder: string, at: string, problem: SecondFolder['problem']): void {
  keepState(dataFolder, { folder, at, problem, ...copiedInto(dataFolder, folder), free: null, total: null })
}

function keepState(dataFolder: string, state: State): void {
  writeWhole(stateOf(dataFolder), `${JSON.stringify(state)}\n`)
}

/** What this host itself has put into this very folder. */
function copiedInto(dataFolder: string, folder: string): Pick<State, 'names' | 'checked'> {
  const state = readSecondFolder(dataFolder)
  return state?.folder === folder ? { names: state.names, checked: state.checked } : { names: [], checked: [] }
}

/**
 * Brings the second folder to what the first one holds: what is new there or not whole is copied; of what this host copied there for this site, what is
 * no longer kept goes, unless the first folder has none at all: then these may be the last ones. It waits for the disk or
 * the network without holding up the thread, however long that takes. Gives what went wrong, if anything.
 */
export async function copyToSecondFolder(dataFolder: string, folder: string, at: string, siteId: string): Promise<SecondFolder['problem']> {
  try {
    const copied = await bringAlong(dataFolder, folder, at, siteId)
    const { bavail, blocks, bsize } = await statfs(folder)
    keepState(dataFolder, { folder, at, problem: null, ...copied, free: bavail * bsize, total: blocks * bsize })
    return null
  } catch (error) {
    const problem = problems[reasonOf(error) ?? ''] ?? 'failed'
    keepSecondFolderProblem(dataFolder, folder, at, problem)
    return problem
  }
}

const problems: Readonly<Record<string, NonNullable<SecondFolder['problem']>>> = { 'no-room': 'full', 'not-writable': 'read-only', unreadable: 'unreachable' }

async function bringAlong(dataFolder: string, folder: string, at: string, siteId: string): Promise<Pick<State, 'names' | 'checked'>> {
  // A disk that is not plugged in must not become a folder of the system's own disk.
  if (!isAbsolute(folder) || isWithin(dataFolder, folder) || !(await stat(folder)).isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOENT' })
  const first = backupsFolder(dataFolder)
  const before = copiedInto(dataFolder, folder)
  const copies = createSecondCopies(first, folder, at, before.checked)
  const backups = listBackups(first)
  const there = new Set((await readdir(folder)).filter(name => BackupName.safeParse(name).success))
  const kept = new Set<string>()
  for (const backup of backups.toReversed()) {
    const { name, siteId: ofSite } = backup
    // Two factories may have made one at the same second.
    if (there.has(name) && ((await siteOf(join(folder, name))) ?? ofSite) !== ofSite) continue
    if (await copies.bring(backup)) kept.add(name)
  }
  const wanted = new Set(backups.map(({ name }) => name))
  for (const name of before.names.filter(one => there.has(one) && !wanted.has(one))) {
    if (backups.length === 0 || (await siteOf(join(folder, name))) !== siteId) kept.add(name)
    else await Promise.all([rm(join(folder, name), { force: true }), rm(join(folder, `${name}.json`), { force: true })])
  }
  return { names: [...kept], checked: copies.checked() }
}

/** Whose backup it is; nothing where no record says so. */
async function siteOf(path: string): Promise<string | undefined> {
  try {
    return BackupRecord.parse(JSON.parse(await readFile(`${path}.json`, 'utf8'))).siteId
  } catch {
    return undefined
  }
}

function isWithin(outer: string, inner: string): boolean {
  const way = relative(outer, inner)
  return !way.startsWith('..') && !isAbsolute(way)
}
