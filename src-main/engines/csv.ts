import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { safeText } from '../../shared/core/safe-text.ts'
import type { Cell, TableWriter } from './cells.ts'

export interface CsvForm { readonly delimiter: ',' | ';' | '\t'; readonly decimalMark: ',' | '.' }
export interface CsvFile extends TableWriter { close(): Promise<void> }

/** As Excel opens it by a double click: Indonesian Excel separates by semicolons and writes a decimal comma. */
export const csvForms: Readonly<Record<'id' | 'en', CsvForm>> = {
  id: { delimiter: ';', decimalMark: ',' },
  en: { delimiter: ',', decimalMark: '.' },
}

const byteOrderMark = '\uFEFF'

/** A new CSV file in UTF-8 with byte order mark, without which Excel would take it for another encoding. */
export function openCsv(path: string, form: CsvForm): CsvFile {
  const stream = createWriteStream(path)
  const ended = finished(stream)
  // A full disk is heard by whoever writes next, or closes.
  ended.catch(() => {})
  stream.write(byteOrderMark)
  return {
    async row(cells) {
      if (stream.errored) throw stream.errored
      if (!stream.write(`${csvLine(cells, form)}\r\n`)) await Promise.race([once(stream, 'drain'), ended])
    },
    async close() {
      stream.end()
      await ended
    },
  }
}

export function csvLine(cells: readonly Cell[], form: CsvForm): string {
  return cells.map(cell => quoted(cellText(cell, form), form)).join(form.delimiter)
}

function cellText(cell: Cell, { decimalMark }: CsvForm): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return safeText(cell)
  if (typeof cell === 'number') return String(cell).replace('.', decimalMark)
  return 'exact' in cell ? cell.exact.replace('.', decimalMark) : cell.day.split('-').reverse().join('-')
}

function quoted(text: string, { delimiter }: CsvForm): string {
  const needsQuotes = text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text)
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}
