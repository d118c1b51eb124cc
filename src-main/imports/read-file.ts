import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../shared/core/errors.ts'
import type { ImportSetup } from '../../shared/imports/contract.ts'
import type { JobContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { columnsOf } from './columns.ts'
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

/** The rows under the heading, by fields as the columns are mapped. Throws `mapping-incomplete` where a column is not in this file. */
export async function readFileRows(context: JobContext, path: string, setup: ImportSetup): Promise<FileRow[]> {
  const table = await openTable(path, setup)
  const rows: FileRow[] = []
  let fieldsAt: readonly (readonly [field: string, at: number])[] | undefined
  let width = 0
  try {
    for await (const batch of table.rows()) {
      for (const source of batch) {
        if (source.row < setup.headingRow) continue
        if (source.row === setup.headingRow) {
          width = source.cells.length
          fieldsAt = locateColumns(source, setup)
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

function locateColumns({ cells }: SourceRow, { columns }: ImportSetup): [string, number][] {
  const keys = columnsOf(cells).map(({ key }) => key)
  const located = Object.entries(columns).map(([field, key]): [string, number] => [field, keys.indexOf(key)])
  const missing = located.filter(([, at]) => at < 0).map(([field]) => field)
  if (missing.length > 0) throw new AppError('mapping-incomplete', { fields: missing })
  return located
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
