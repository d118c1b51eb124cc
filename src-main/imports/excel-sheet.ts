import { readableExcelText } from '../engines/excel.ts'
import type { NumberForm } from './excel-parts.ts'
import { limits, tooLarge, unreadable, type SourceCell, type SourceRow } from './source.ts'
import { attribute, createXmlReader } from './xml-reader.ts'
import type { Archive } from './zip-archive.ts'

export interface SheetKeys {
  readonly sharedTexts: readonly string[]
  readonly formats: readonly NumberForm[]
  /** Days are counted from 1904 and not from 1900, as Excel for Macintosh once did. */
  readonly startsIn1904: boolean
}

/** The rows of a sheet that have content. Throws `file-too-large`, `file-unreadable`. */
export async function* readSheet(archive: Archive, part: string, keys: SheetKeys, onText: (characters: number) => void): AsyncGenerator<readonly SourceRow[]> {
  let batch: SourceRow[] = []
  let rowNumber = 0
  let cells: (SourceCell | undefined)[] = []
  let column = 0
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  let isReadingAid = false
  let found = 0

  const reader = createXmlReader({
    open(name, attributes) {
      if (name === 'row') {
        const next = Number(attribute(attributes, 'r') ?? rowNumber + 1)
        // Rows are told apart by their numbers from here on.
        if (!(next > rowNumber)) throw unreadable('row-order', { row: rowNumber })
        rowNumber = next
        cells = []
        column = 0
      } else if (name === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1
        type = attribute(attributes, 't') ?? 'n'
        style = Number(attribute(attributes, 's') ?? 0)
        value = ''
      } else if (name === 'rPh') isReadingAid = true
      // Text within a cell comes in runs; a formula (`f`) is not its result.
      isValue = (name === 'v' || name === 't') && !isReadingAid
    },
    text(text) {
      if (isValue) value += text
    },
    close(name) {
      isValue = false
      if (name === 'rPh') isReadingAid = false
      if (name === 'c' && value !== '') {
        const cell = cellOf(type, style, value, keys)
        if (cell !== '') {
          if (column > limits.columns) throw tooLarge('columns')
          cells[column - 1] = cell
        }
      }
      if (name === 'row' && cells.length > 0) {
        found += 1
        // The heading is a row too.
        if (found > limits.rows + 1) throw tooLarge('rows')
        batch.push({ row: rowNumber, cells: Array.from(cells) })
      }
    },
  })
  for await (const text of archive.text(part)) {
    onText(text.length)
    reader.write(text)
    if (batch.length === 0) continue
    yield batch
    batch = []
  }
  reader.end()
}

/** "AB12" is 28. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]+/.exec(address ?? '')?.[0]
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function cellOf(type: string, style: number, value: string, { sharedTexts, formats, startsIn1904 }: SheetKeys): SourceCell {
  if (type === 's') return sharedTexts[Number(value)] ?? ''
  if (type === 'str' || type === 'inlineStr') return readableExcelText(value)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.slice(0, 10)
  const number = Number(value)
  // An error says what it is, such as #N/A.
  if (type === 'e' || !Number.isFinite(number)) return value
  const form = formats[style] ?? { kind: 'number' }
  if (form.kind === 'moment') return momentText(number, startsIn1904)
  if (form.kind === 'padded' && Number.isInteger(number) && number >= 0) return String(number).padStart(form.digits, '0')
  return number
}

const millisecondsPerDay = 86_400_000

/** Excel's day number as `YYYY-MM-DD`, with the time behind it where there is one. A number that is no day of its calendar stays a number. */
function momentText(number: number, startsIn1904: boolean): SourceCell {
  const start = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const moment = new Date(start + Math.round(number * 86_400) * 1000)
  if (number < 0 || Number.isNaN(moment.getTime()) || moment.getTime() > start + 2_958_466 * millisecondsPerDay) return number
  const [day = '', time = ''] = moment.toISOString().split('T')
  if (number < 1) return time.slice(0, 5)
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}
