import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { z } from 'zod'
import { BackupName, BackupRecord } from '../../shared/data-care/backup.ts'
import { secondProblems, type SecondFolder } from '../../shared/data-care/contract.ts'
import { attachmentsOf, backupsFolder, listBackups, unfinished } from '../database/backup-catalog.ts'
import { attachmentPath } from '../database/backup-attachments.ts'
import { writeWhole } from '../database/whole-file.ts'
import { reasonOf } from './faults.ts'

const State = z.object({ folder: z.string(), at: z.string(), problem: z.enum(secondProblems).nullable(), names: z.array(z.string()) })
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
  const names = copiedInto(dataFolder, folder)
  writeWhole(stateOf(dataFolder), `${JSON.stringify({ folder, at, problem, names } satisfies State)}\n`)
}

/** What this host itself has put into this very folder. */
function copiedInto(dataFolder: string, folder: string): string[] {
  const state = readSecondFolder(dataFolder)
  return state?.folder === folder ? state.names : []
}

/**
 * Brings the second folder to what the first one holds: what is new is copied; of what this host copied there for this site, what is
 * no longer kept goes, unless the first folder has none at all: then these may be the last ones. It waits for the disk or
 * the network without holding up the thread, however long that takes. Gives what went wrong, if anything.
 */
export async function copyToSecondFolder(dataFolder: string, folder: string, at: string, siteId: string): Promise<SecondFolder['problem']> {
  try {
    const names = await bringAlong(dataFolder, folder, siteId)
    writeWhole(stateOf(dataFolder), `${JSON.stringify({ folder, at, problem: null, names } satisfies State)}\n`)
    return null
  } catch (error) {
    const problem = problems[reasonOf(error) ?? ''] ?? 'failed'
    keepSecondFolderProblem(dataFolder, folder, at, problem)
    return problem
  }
}

const problems: Readonly<Record<string, NonNullable<SecondFolder['problem']>>> = { 'no-room': 'full', 'not-writable': 'read-only', unreadable: 'unreachable' }

async function bringAlong(dataFolder: string, folder: string, siteId: string): Promise<string[]> {
  // A disk that is not plugged in must not become a folder of the system's own disk.
  if (!isAbsolute(folder) || isWithin(dataFolder, folder) || !(await stat(folder)).isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOENT' })
  const first = backupsFolder(dataFolder)
  const backups = listBackups(first)
  const there = new Set((await readdir(folder)).filter(name => BackupName.safeParse(name).success))
  const kept = new Set<string>()
  for (const { name, attachments, siteId: ofSite } of backups.toReversed()) {
    const [from, to] = [join(first, name), join(folder, name)]
    // Two factories may have made one at the same second.
    if (there.has(name) && ((await siteOf(to)) ?? ofSite) !== ofSite) continue
    for (const sha256 of attachments) await copyOnce(attachmentPath(attachmentsOf(first), sha256), attachmentPath(attachmentsOf(folder), sha256))
    if (existsSync(`${from}.json`)) await copyWhole(`${from}.json`, `${to}.json`)
    if (!there.has(name)) await copyWhole(from, to)
    kept.add(name)
  }
  const wanted = new Set(backups.map(({ name }) => name))
  for (const name of copiedInto(dataFolder, folder).filter(one => there.has(one) && !wanted.has(one))) {
    if (backups.length === 0 || (await siteOf(join(folder, name))) !== siteId) kept.add(name)
    else await Promise.all([rm(join(folder, name), { force: true }), rm(join(folder, `${name}.json`), { force: true })])
  }
  return [...kept]
}

/** Whose backup it is; nothing where no record says so. */
async function siteOf(path: string): Promise<string | undefined> {
  try {
    return BackupRecord.parse(JSON.parse(await readFile(`${path}.json`, 'utf8'))).siteId
  } catch {
    return undefined
  }
}

async function copyOnce(from: string, to: string): Promise<void> {
  if (existsSync(from) && !(await stat(to).catch(() => undefined))) await copyWhole(from, to)
}

/** Under its own name only when it is whole and on that disk. */
async function copyWhole(from: string, to: string): Promise<void> {
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
    await rename(part, to)
  } finally {
    await rm(part, { force: true }).catch(() => {})
  }
}

function isWithin(outer: string, inner: string): boolean {
  const way = relative(outer, inner)
  return !way.startsWith('..') && !isAbsolute(way)
}
