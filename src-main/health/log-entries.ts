import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { LogEntry } from '../../shared/health/contract.ts'
import { logFolder } from '../database/data-folder.ts'

export interface LogQuestion { readonly search: string; readonly filter: { readonly level?: LogEntry['level'] | undefined }; readonly cursor?: string | undefined; readonly pageSize: number }

/** A file of the log, opened: its name changes when the log is turned over, its number does not. */
interface LogFile { readonly handle: number; readonly number: string; readonly size: number }

const pieceBytes = 64 * 1024
const newline = 0x0a

/** One page of the host's log, the newest entry first. It reads backwards from the end of the newest file, or from the cursor's place, and only as far as it must. */
export function listLogEntries(dataFolder: string, { search, filter, cursor, pageSize }: LogQuestion): Page<LogEntry> {
  const files = openFiles(dataFolder)
  try {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean)
    const rows: LogEntry[] = []
    for (const entry of entriesBefore(files, readPlace(cursor, files))) {
      if (filter.level !== undefined && entry.level !== filter.level) continue
      if (!words.every(word => entry.text.toLowerCase().includes(word))) continue
      // One more than the page has says that there is another.
      if (rows.length === pageSize) return { rows, next: rows.at(-1)!.id }
      rows.push(entry)
    }
    return { rows }
  } finally {
    for (const { handle } of files) closeSync(handle)
  }
}

/** The newest first. One that is turned over just now is left out or seen under its next name. */
function openFiles(dataFolder: string): LogFile[] {
  const folder = logFolder(dataFolder)
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter(name => /^host(\.\d)?\.log$/.test(name)).sort((a, b) => ageOf(a) - ageOf(b))
  return names.flatMap(name => {
    try {
      const handle = openSync(join(folder, name), 'r')
      const { ino, size } = fstatSync(handle, { bigint: true })
      return [{ handle, number: String(ino), size: Number(size) }]
    } catch {
      return []
    }
  })
}

function ageOf(name: string): number {
  return Number(/\d/.exec(name)?.[0] ?? 0)
}

interface Place { readonly file: number; readonly end: number }

/** Where the entries before a cursor end. A file that has been thrown away since has none. */
function readPlace(cursor: string | undefined, files: readonly LogFile[]): Place {
  if (cursor === undefined) return { file: 0, end: files[0]?.size ?? 0 }
  const [, number, end] = /^(\d{1,20}):(\d{1,15})$/.exec(cursor) ?? []
  if (number === undefined) throw new AppError('invalid-input', { issues: [{ path: ['cursor'], reason: 'cursor', params: {} }] })
  const file = files.findIndex(one => one.number === number)
  return file < 0 ? { file: files.length, end: 0 } : { file, end: Math.min(Number(end), files[file]!.size) }
}

function* entriesBefore(files: readonly LogFile[], { file, end }: Place): Generator<LogEntry> {
  for (const [at, one] of files.slice(file).entries()) yield* entriesOf(one, at === 0 ? end : one.size)
}

const beginning = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (error|info) (.*)$/s

/** Entries of one file from `end` to its beginning; lines that stand indented belong to the entry above them. */
function* entriesOf({ handle, number }: LogFile, end: number): Generator<LogEntry> {
  let below: string[] = []
  for (const { start, line } of linesBefore(handle, end)) {
    const [, at, level, first] = beginning.exec(line) ?? []
    if (at === undefined) {
      if (line.trim() !== '') below.push(line.replace(/^ {4}/, ''))
      continue
    }
    yield { id: `${number}:${start}`, at, level: level === 'error' ? 'error' : 'info', text: [first, ...below.reverse()].join('\n') }
    below = []
  }
}

/** Lines with the place where they begin, the last one first. */
function* linesBefore(handle: number, end: number): Generator<{ readonly start: number; readonly line: string }> {
  let rest = Buffer.alloc(0)
  for (let from = end; from > 0; ) {
    const size = Math.min(pieceBytes, from)
    const piece = Buffer.alloc(size)
    readSync(handle, piece, 0, size, from - size)
    from -= size
    let text = Buffer.concat([piece, rest])
    for (let at = lastBreak(text); at >= 0; at = lastBreak(text)) {
      yield { start: from + at + 1, line: text.toString('utf8', at + 1).trimEnd() }
      text = text.subarray(0, at + 1)
    }
    rest = text
  }
  if (rest.length > 0) yield { start: 0, line: rest.toString('utf8').trimEnd() }
}

/** Where the line before the last one ends. */
function lastBreak(text: Buffer): number {
  return text.length < 2 ? -1 : text.lastIndexOf(newline, text.length - 2)
}
