import { createWriteStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { crashFolder, logFolder } from '../database/data-folder.ts'
import { databaseFacts } from './database-facts.ts'
import { folderFacts } from './folder-facts.ts'
import { machineFacts } from './machine-facts.ts'
import { readme } from './readme.ts'

export interface BundleRequest {
  readonly dataFolder: string
  readonly now: string
  readonly version: string
  onProgress?(stage: string, done: number, total: number): void
}

const dumpsTaken = { files: 3, bytes: 20 * 1024 * 1024 }

/** `lantai-support_20261120-030000.zip`, by the time in UTC. */
export function bundleName(now: string): string {
  return `lantai-support_${now.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}.zip`
}

/**
 * Writes the archive and gives its size in bytes. It needs neither a running host nor a sound database: what cannot be read is
 * said in its place. Nothing stays at `target` if it fails.
 */
export async function writeSupportBundle(target: string, { dataFolder, now, version, onProgress = () => {} }: BundleRequest): Promise<number> {
  const plain = createPlainWords(dataFolder)
  const unfinished = `${target}.part`
  const dumps = attempt(() => crashDumps(dataFolder), plain)
  const taken = 'problem' in dumps ? [] : newest(dumps)
  const zip = new ZipFile()
  const put = (name: string, content: string | Buffer) => zip.addBuffer(Buffer.from(content), name, { mtime: new Date(now) })
  const putFacts = (name: string, read: () => object) => put(name, `${JSON.stringify(attempt(read, plain), null, 2)}\n`)

  put('README.txt', readme({ now, version, hasDumps: taken.length > 0 }))
  putFacts('machine.json', () => machineFacts({ now, version, dataFolder }))
  putFacts('data-folder.json', () => folderFacts(dataFolder))
  onProgress('checking', 0, 0)
  putFacts('database.json', () => databaseFacts(dataFolder))
  onProgress('writing', 0, 0)
  putFacts('crash-dumps.json', () => ('problem' in dumps ? dumps : dumps.map(({ path: _, ...dump }) => dump)))
  for (const { path, name } of taken) put(`crash-dumps/${name}`, contentOf(path))
  for (const { path, name } of logs(dataFolder)) put(`logs/${name}`, plain(contentOf(path).toString()))
  zip.end()
  try {
    await pipeline(zip.outputStream, createWriteStream(unfinished))
    const { size } = await stat(unfinished)
    await rename(unfinished, target)
    return size
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** A computer's folders are often called by its user's name. */
function createPlainWords(dataFolder: string): (text: string) => string {
  const places = [[dataFolder, '<data>'], [homedir(), '<home>']] as const
  return text => places.reduce((before, [path, word]) => (path.length > 1 ? before.replaceAll(path, word) : before), text)
}

function attempt<T extends object>(read: () => T, plain: (text: string) => string): T | { readonly problem: string } {
  try {
    return read()
  } catch (error) {
    return { problem: plain(error instanceof Error ? error.message : String(error)) }
  }
}

/** A log that is turned over at this very moment, or a dump that is thrown away, is no reason to give nothing. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

function logs(dataFolder: string): { path: string; name: string }[] {
  const folder = logFolder(dataFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter(name => /^(host|desktop)(\.\d)?\.log$/.test(name)).map(name => ({ path: join(folder, name), name }))
}

interface Dump { readonly path: string; readonly name: string; readonly size: number; readonly at: string }

function crashDumps(dataFolder: string): Dump[] {
  const folder = crashFolder(dataFolder)
  if (!existsSync(folder)) return []
  const dumps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.dmp')).map(found => {
    const { size, mtime } = statSync(join(folder, found))
    return { path: join(folder, found), name: found.replaceAll('\\', '/').split('/').at(-1)!, size, at: mtime.toISOString() }
  })
  return dumps.sort((a, b) => b.at.localeCompare(a.at))
}

function newest(dumps: readonly Dump[]): readonly Dump[] {
  let bytes = 0
  return dumps.slice(0, dumpsTaken.files).filter(({ size }) => (bytes += size) <= dumpsTaken.bytes)
}
