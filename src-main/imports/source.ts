import { AppError } from '../../shared/core/errors.ts'
import type { Delimiter, FileFormat, UnreadableReason } from '../../shared/imports/file.ts'

/** What a file says in one place: a number only where a spreadsheet keeps one as a number, otherwise the text as it stands. */
export type SourceCell = string | number
/** `row` counts as a person does: the file's first line is 1. Rows without any content are left out. */
export interface SourceRow { readonly row: number; readonly cells: readonly (SourceCell | undefined)[] }

/** A file read as rows and columns, streamed: a batch of rows at a time. */
export interface SourceTable {
  readonly format: FileFormat
  /** The sheets to choose from; none in CSV. */
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly delimiter: Delimiter | null
  /** How much of the file has been read so far, 0 to 1. */
  readonly progress: number
  rows(): AsyncIterable<readonly SourceRow[]>
  close(): void
}
export interface TableChoice { readonly sheet?: string | null | undefined; readonly delimiter?: Delimiter | null | undefined }

/** Past these a file is not what people call a list, and may have been made to exhaust the host. */
export const limits = { rows: 100_000, columns: 500, entries: 2_000, unpackedBytes: 200 * 1024 * 1024 }

/** A file that cannot be read, and what is wrong with it. */
export function unreadable(reason: UnreadableReason, more: Readonly<Record<string, string | number>> = {}): AppError {
  return new AppError('file-unreadable', { reason, ...more })
}

export function tooLarge(what: keyof typeof limits, maximum = limits[what]): AppError {
  return new AppError('file-too-large', { what, maximum })
}

export function isBlankCell(cell: SourceCell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}
