import { decimal } from '../../shared/core/decimal.ts'
import { safeText } from '../../shared/core/safe-text.ts'
import { textOf } from '../core/i18n.ts'
import type { Formats } from '../core/formats.ts'
import { isTyped, valueOf, type Cell, type CellValue } from './entry-grid-cell.ts'
import { isEntry, type EntryColumn, type GridColumn, type RowView } from './entry-grid-definition.ts'
import { optionText } from './reference-source.ts'

type Option = { readonly code: string; readonly name: string } | undefined

/** As the cell shows it at rest. */
export function shownText(column: GridColumn, cell: Cell, row: RowView, formats: Formats): string {
  if (!isEntry(column)) return column.text(row)
  if (isTyped(cell)) return cell.typed
  const value = valueOf(cell)
  if (value === null) return ''
  switch (column.kind) {
    case 'decimal':
      return formats.decimal(decimal(String(value)), column.places?.(row))
    case 'integer':
      return formats.integer(Number(value))
    case 'reference':
      return referenceText(row.option(column.name))
    default:
      return editText(column, cell, row.option(column.name), formats)
  }
}

/** As it stands in the editor. */
export function editText(column: EntryColumn, cell: Cell, option: Option, formats: Formats): string {
  if (isTyped(cell)) return cell.typed
  const value = valueOf(cell)
  if (value === null) return ''
  const write: { readonly [Kind in EntryColumn['kind']]: () => string } = {
    text: () => String(value),
    decimal: () => formats.editable(String(value)),
    integer: () => String(value),
    day: () => formats.day(String(value)),
    boolean: () => yesNo(value),
    choice: () => (column.kind === 'choice' && column.options.find(one => one.value === value)?.label) || String(value),
    reference: () => option?.code ?? '',
  }
  return write[column.kind]()
}

/**
 * As it goes to a spreadsheet: numbers with the user's decimal mark and no other, days as its locale reads them, references by
 * code, and no text that it would take for a formula.
 */
export function copyText(column: GridColumn, cell: Cell, row: RowView, formats: Formats): string {
  if (!isEntry(column)) return column.text(row)
  if (isTyped(cell)) return safeText(cell.typed)
  const value = valueOf(cell)
  if (value === null) return ''
  if (column.kind === 'day') return formats.language === 'id' ? formats.day(String(value)).replaceAll('-', '/') : String(value)
  const text = editText(column, cell, row.option(column.name), formats)
  return column.kind === 'decimal' || column.kind === 'integer' ? text : safeText(text)
}

function yesNo(value: CellValue): string {
  return textOf(value === true ? 'words.yes' : 'words.no') ?? ''
}

function referenceText(option: Option): string {
  if (!option) return '…'
  return option.name === '' ? option.code : optionText({ id: '', ...option })
}
