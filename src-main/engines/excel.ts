import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { safeText } from '../../shared/core/safe-text.ts'
import type { Cell, TableWriter } from './cells.ts'

/** The one place that writes Excel files. `format` is an Excel number format, `width` in characters. */
export interface SheetColumn { readonly width?: number; readonly format?: string }
export interface SheetSpec {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** Rows that stay in sight when scrolling: title and heading. */
  readonly frozenRows?: number
  readonly isLandscape?: boolean
  /** The row whose columns can be filtered, counted from 1. */
  readonly filterRow?: number
}
export type RowForm = 'plain' | 'bold' | 'heading' | 'title'
export interface Sheet extends TableWriter {
  row(cells: readonly Cell[], form?: RowForm): Promise<void>
}
export interface Workbook {
  /** One after the other: the next sheet closes this one. */
  addSheet(spec: SheetSpec): Sheet
  /** Writes what is left; the file is whole only then. */
  close(): Promise<void>
}

/** How Excel shows a `Decimal`; it writes the marks of the reader's own language. */
export const decimalFormat = '#,##0.####'
export const dayFormat = 'dd-mm-yyyy'

const rowsPerTurn = 200
const heading = { bold: true }
const headingFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF2' } } as const

interface WorkbookFacts {
  readonly creator: string
  readonly created?: Date
  /** At the head of every printed page and in the colour of the sheet's tab: that it is none of the factory's own. */
  readonly stamp: string | undefined
}
const stampColour = 'C2410C'

/**
 * Starts an .xlsx file. It is streamed: only some rows are in memory, and every 200 rows the thread gets to do other things.
 * exceljs is loaded here and not at start, because most processes never write Excel.
 */
export async function openWorkbook(path: string, { creator, created = new Date(), stamp }: WorkbookFacts): Promise<Workbook> {
  const { default: excel } = await import('exceljs')
  const stream = createWriteStream(path)
  const written = finished(stream)
  // A full disk is heard by whoever writes next, or closes.
  written.catch(() => {})
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  Object.assign(book, { creator, lastModifiedBy: creator, created, modified: created })

  return {
    addSheet({ name, columns, frozenRows = 0, isLandscape = false, filterRow }) {
      const sheet = book.addWorksheet(sheetName(name), {
        views: frozenRows > 0 ? [{ state: 'frozen', xSplit: 0, ySplit: frozenRows }] : [],
        pageSetup: {
          paperSize: 9, orientation: isLandscape ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0,
          // The heading stands on every page.
          ...(frozenRows > 0 && { printTitlesRow: `${frozenRows}:${frozenRows}` }),
        },
        ...(stamp !== undefined && { properties: { tabColor: { argb: `FF${stampColour}` } }, headerFooter: { oddHeader: `&C&B&18&K${stampColour}${stamp}` } }),
      })
      sheet.columns = columns.map(({ width = 14, format }) => ({ width, style: format === undefined ? {} : { numFmt: format } }))
      if (filterRow !== undefined) sheet.autoFilter = { from: { row: filterRow, column: 1 }, to: { row: filterRow, column: columns.length } }
      let rows = 0
      return {
        async row(cells, form = 'plain') {
          if (stream.errored) throw stream.errored
          const row = sheet.addRow([])
          cells.forEach((cell, at) => {
            const value = cellValue(cell)
            if (value === null && form === 'plain') return
            const target = row.getCell(at + 1)
            target.value = value
            if (value instanceof Date && columns[at]?.format === undefined) target.numFmt = dayFormat
          })
          if (form !== 'plain') row.font = form === 'title' ? { bold: true, size: 14 } : heading
          if (form === 'heading') row.fill = headingFill
          row.commit()
          rows += 1
          if (rows % rowsPerTurn === 0) await nextTurn()
        },
      }
    },
    async close() {
      await Promise.race([book.commit(), written])
      await written
    },
  }
}

function cellValue(cell: Cell): string | number | Date | null {
  if (cell === null || typeof cell === 'number') return cell
  if (typeof cell === 'string') return cell === '' ? null : excelText(safeText(cell))
  if ('day' in cell) return new Date(`${cell.day}T00:00:00Z`)
  return isExactInExcel(cell.exact) ? Number(cell.exact) : cell.exact
}

/** Excel counts with 15 digits: a longer number is written as text rather than changed. */
function isExactInExcel(number: string): boolean {
  return number.replace(/^-?0*\.?0*|\./g, '').length <= 15
}

/**
 * Text as OOXML wants it (ST_Xstring): what XML cannot hold, or would not give back, is written `_xHHHH_`. That is also done
 * to what reads like such an escape already, and to `&amp;` and the like, which exceljs reads twice.
 */
export function excelText(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly these are not allowed in XML, or change on the way
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|&(?=[a-z]+;)/g, character => {
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  })
}

/** The text behind `excelText`. */
export function readableExcelText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

/** At most 31 characters, and none of those Excel forbids. */
function sheetName(name: string): string {
  return name.replace(/[[\]*?/\\:]/g, ' ').replace(/^'|'$/g, ' ').trim().slice(0, 31) || 'Sheet'
}
