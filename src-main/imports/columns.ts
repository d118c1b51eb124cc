import type { ColumnMapping } from '../../shared/imports/contract.ts'
import { importsTexts } from '../../shared/imports/texts.ts'
import { plain } from './nearest.ts'
import { spreadsheetNumber } from './number-text.ts'
import type { SourceCell } from './source.ts'
import type { ImportField } from './target.ts'

/** A column of a file: `key` is unique within it. */
export interface Column { readonly key: string; readonly heading: string }

const longestKey = 200

/** The columns under a heading row; one without a heading is called by its letters, one whose heading was there already by a number. */
export function columnsOf(cells: readonly (SourceCell | undefined)[]): Column[] {
  const used = new Set<string>()
  return Array.from(cells, (cell, at) => {
    const heading = cellText(cell).replace(/\s+/g, ' ').trim().slice(0, longestKey)
    const base = heading === '' ? `(${columnLetters(at)})` : heading
    let key = base
    for (let copy = 2; used.has(key); copy += 1) key = `${base} (${copy})`
    used.add(key)
    return { key, heading }
  })
}

export function cellText(cell: SourceCell | undefined): string {
  return typeof cell === 'number' ? spreadsheetNumber(cell) : (cell ?? '')
}

/** 0 is A, 27 is AB. */
function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last
}

/** The label of a field in a language: the heading of our own exports. */
export function labelOf({ name, labels: own }: Pick<ImportField, 'name' | 'labels'>, language: 'id' | 'en'): string {
  if (own) return own[language]
  const labels: Readonly<Record<string, string>> = importsTexts[language].fields
  return labels[name] ?? name
}

/** How files may call a field, as `plain` texts. */
function namesOf(field: ImportField): string[] {
  return [labelOf(field, 'id'), labelOf(field, 'en'), field.name, ...(field.headings ?? [])].map(plain)
}

/** How many cells of a row are names of fields: the heading row has most. */
export function headingsIn(cells: readonly (SourceCell | undefined)[], fields: readonly ImportField[]): number {
  const words = new Set(cells.map(cell => plain(cellText(cell))))
  return fields.filter(field => namesOf(field).some(name => words.has(name))).length
}

/**
 * What the columns most likely mean, by their headings in either language; a field's own label goes before its other names, and
 * no column is taken twice.
 */
export function guessColumns(columns: readonly Column[], fields: readonly ImportField[]): ColumnMapping['columns'] {
  const taken = new Set<string>()
  const guessed: Record<string, string> = {}
  const longest = Math.max(0, ...fields.map(field => namesOf(field).length))
  for (let rank = 0; rank < longest; rank += 1) {
    for (const field of fields) {
      const name = namesOf(field)[rank]
      if (name === undefined || Object.hasOwn(guessed, field.name)) continue
      const column = columns.find(({ key, heading }) => !taken.has(key) && plain(heading) === name)
      if (!column) continue
      taken.add(column.key)
      guessed[field.name] = column.key
    }
  }
  return guessed
}
