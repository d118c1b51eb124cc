import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../shared/core/errors.ts'
import type { FurtherFile, ImportedFile, ImportSetup } from '../../shared/imports/contract.ts'
import type { JobContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { columnsOf, guessColumns } from './columns.ts'
import type { FileRow } from './evaluation.ts'
import { openTable } from './open-table.ts'
import { isBlankCell, tooLarge, unreadable, type SourceCell, type SourceRow } from './source.ts'
import type { ImportTarget } from './target.ts'

/** A file this user has taken over for an import. Throws `ticket-invalid` once it has lapsed. */
export function importFileOf({ db, session }: JobContext, id: string): { id: string; path: string; name: string; size: number } {
  const file = db.first(sql.selectFrom('importFile').select(['id', 'path', 'name', 'size']).where('id', '=', id).where('userId', '=', session.userId))
  if (!file) throw new AppError('ticket-invalid')
  return file
}

/** Throws `file-too-large` where the target takes fewer rows at once than a file may have. */
export function requireFewEnough({ mostRows }: Pick<ImportTarget, 'mostRows'>, rowCount: number): void {
  if (mostRows !== undefined && rowCount > mostRows) throw tooLarge('rows', mostRows)
}

interface ReadFiles { readonly files: readonly ImportedFile[]; readonly rows: readonly FileRow[] }

/**
 * The rows of all files, one file after the other and numbered on. What cannot be read says in which file, where there are several. Throws `file-too-large` where
 * they are more together than the target takes.
 */
export async function readFiles(context: JobContext, target: ImportTarget, { columns }: Pick<ImportSetup, 'columns'>, choices: readonly FurtherFile[]): Promise<ReadFiles> {
  const files: ImportedFile[] = []
  const rows: FileRow[] = []
  let offset = 0
  const found = new Set<string>()
  for (const choice of choices) {
    const { path, name } = importFileOf(context, choice.fileId)
    const locate = (cells: SourceRow['cells']) => {
      const places = choices.length === 1 ? locateColumns(cells, columns) : locateLikely(cells, columns, target)
      for (const [field] of places) found.add(field)
      return places
    }
    const read = await namingFile(choices.length > 1 ? name : undefined, () => readFileRows(context, path, choice, locate))
    rows.push(...read.map(row => ({ ...row, row: row.row + offset })))
    requireFewEnough(target, rows.length)
    files.push({ name, sheet: choice.sheet, decimalMark: choice.decimalMark, dayOrder: choice.dayOrder, offset })
    offset = rows.at(-1)!.row
  }
  const missing = Object.keys(columns).filter(field => !found.has(field))
  if (missing.length > 0) throw new AppError('mapping-incomplete', { fields: missing })
  return { files, rows }
}

async function namingFile<T>(file: string | undefined, read: () => Promise<T>): Promise<T> {
  if (file === undefined) return read()
  try {
    return await read()
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, { ...error.params, file }) : error
  }
}

type FieldPlace = readonly [field: string, at: number]

/** The rows under the heading, by fields as the columns are mapped. Throws `mapping-incomplete` where a column is not in this file. */
async function readFileRows(context: JobContext, path: string, choice: FurtherFile, locate: (cells: SourceRow['cells']) => readonly FieldPlace[]): Promise<FileRow[]> {
  const table = await openTable(path, choice)
  const rows: FileRow[] = []
  let fieldsAt: readonly FieldPlace[] | undefined
  let width = 0
  try {
    for await (const batch of table.rows()) {
      for (const source of batch) {
        if (source.row < choice.headingRow) continue
        if (source.row === choice.headingRow) {
          width = source.cells.length
          fieldsAt = locate(source.cells)
        } else if (fieldsAt) rows.push(fileRow(source, fieldsAt, table.format === 'csv' ? width : Infinity))
      }
      context.progress('reading', Math.round(table.progress * 100), 100)
      await nextTurn()
    }
  } finally {
    table.close()
  }
  if (!fieldsAt) throw unreadable('no-heading')
  if (rows.length === 0) throw unreadable('empty')
  return rows
}

function locateColumns(cells: SourceRow['cells'], columns: ImportSetup['columns']): FieldPlace[] {
  const keys = columnsOf(cells).map(({ key }) => key)
  const located = Object.entries(columns).map(([field, key]): FieldPlace => [field, keys.indexOf(key)])
  const missing = located.filter(([, at]) => at < 0).map(([field]) => field)
  if (missing.length > 0) throw new AppError('mapping-incomplete', { fields: missing })
  return located
}

/** One of several files may call a column as its heading is usually called, and may do without one that no row needs. */
function locateLikely(cells: SourceRow['cells'], columns: ImportSetup['columns'], { fields }: ImportTarget): FieldPlace[] {
  const found = columnsOf(cells)
  const keys = found.map(({ key }) => key)
  const likely = guessColumns(found.filter(({ key }) => !Object.values(columns).includes(key)), fields.filter(({ name }) => Object.hasOwn(columns, name)))
  const located = Object.entries(columns).map(([field, key]): FieldPlace => [field, keys.indexOf(keys.includes(key) ? key : (likely[field] ?? key))])
  const missing = located.filter(([field, at]) => at < 0 && fields.some(({ name, isRequired }) => name === field && isRequired)).map(([field]) => field)
  if (missing.length > 0) throw new AppError('mapping-incomplete', { fields: missing })
  return located.filter(([, at]) => at >= 0)
}

/** No field takes so much text: what is left of a longer one is too long all the same. */
const longestCell = 2_000

function kept(cell: SourceCell | undefined): SourceCell {
  return typeof cell === 'string' ? cell.slice(0, longestCell) : (cell ?? '')
}

function fileRow({ row, cells }: SourceRow, fieldsAt: readonly (readonly [string, number])[], width: number): FileRow {
  const byField: Record<string, SourceCell> = Object.fromEntries(fieldsAt.map(([field, at]) => [field, kept(cells[at])]))
  const hasExtra = cells.length > width && cells.slice(width).some(cell => !isBlankCell(cell))
  return hasExtra ? { row, cells: byField, extra: true, decision: {} } : { row, cells: byField, decision: {} }
}
