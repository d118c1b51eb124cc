import type { ImportedFile } from './contract.ts'

/** Where a row of an import stands: in which file and sheet, and as which line of it. */
export interface RowPlace { readonly file: string; readonly sheet: string | null; readonly row: number }

/** The rows of an import are numbered on over its files; an import of one file counts as the file does. */
export function placeOf(files: readonly ImportedFile[], row: number): RowPlace {
  const file = files.findLast(({ offset }) => offset < row)
  return { file: file?.name ?? '', sheet: file?.sheet ?? null, row: row - (file?.offset ?? 0) }
}
