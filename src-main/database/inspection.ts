import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { damaged } from './damage.ts'
import { readWriteAhead, type WriteAhead } from './write-ahead.ts'

/**
 * Looks at the files before SQLite does. A database that is empty or missing beside a log of changes is begun anew by SQLite, which
 * deletes the log; of a damaged log it takes the sound beginning, and in time writes over the rest. Neither may happen unseen.
 */
export function requireWholeFiles(path: string): void {
  const [name, log] = [basename(path), `${path}-wal`]
  const size = sizeOf(path)
  if (size === 0) {
    const witness = sizeOf(log) > 0 ? basename(log) : firstSeal(dirname(path))
    if (witness !== undefined) throw damaged(path, `${name} is ${existsSync(path) ? 'empty' : 'missing'}, but there was one, as ${witness} shows`)
    return
  }
  const header = readHeader(path)
  if (!header) throw damaged(path, `${name} is not a database`)
  const writeAhead = readWriteAhead(log, header.pageSize)
  if (writeAhead.commitsBeyond > 1 && !isKeptAside(log)) {
    throw damaged(
      path, `${basename(log)} cannot be read in the middle, and ${writeAhead.commitsBeyond} changes stand behind that`,
      `To go on without them, copy ${basename(log)} to ${basename(keptAside(log))}, keep that, and start again.`,
    )
  }
  const lost = lostPage(Math.floor(size / header.pageSize), header.pages, writeAhead)
  if (lost !== undefined) throw damaged(path, `${name} was cut off, its page ${lost} is not there`)
}

/** Reading every page of a larger file would hold up the start: it is left to the check that runs beside the host. */
const checkedAtStart = 32 * 1024 * 1024

/** Walks the whole database where it is small; SQLite's own words for the first thing it finds are in the refusal. */
export function requireSoundPages(sqlite: Database, path: string): void {
  if (sizeOf(path) > checkedAtStart) return
  const finding = String(sqlite.pragma('quick_check(1)', { simple: true }))
  if (finding !== 'ok') throw damaged(path, `${basename(path)} holds pages that do not fit together (${finding.replaceAll('\n', ' ')})`)
}

/** Who copied the damaged log beside it has kept what cannot be read, and wants to go on without it. */
const keptAside = (log: string) => `${log}.damaged`

function isKeptAside(log: string): boolean {
  return sizeOf(keptAside(log)) === sizeOf(log) && readFileSync(keptAside(log)).equals(readFileSync(log))
}

/** Format: sqlite.org/fileformat2.html#the_database_header. Nothing where the file does not begin like a database. */
function readHeader(path: string): { readonly pageSize: number; readonly pages: number } | undefined {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, header, 0, 100, 0) < 100) return undefined
  } finally {
    closeSync(file)
  }
  const size = header.readUInt16BE(16)
  const pageSize = size === 1 ? 65_536 : size
  const isPageSize = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0
  return header.toString('latin1', 0, 16) === 'SQLite format 3\0' && isPageSize ? { pageSize, pages: header.readUInt32BE(28) } : undefined
}

/** A page that is neither in the file nor in its log. */
function lostPage(filePages: number, headerPages: number, { pages, databasePages }: WriteAhead): number | undefined {
  for (let page = filePages + 1; page <= (databasePages || headerPages); page += 1) if (!pages.has(page)) return page
  return undefined
}

function firstSeal(dataFolder: string): string | undefined {
  const seals = join(dataFolder, 'seals')
  const [first] = existsSync(seals) ? readdirSync(seals).filter(name => name.endsWith('.json')) : []
  return first && `seals/${first}`
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
