import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import Papa from 'papaparse'
import { delimiters, type Delimiter } from '../../shared/imports/file.ts'
import { isBlankCell, limits, tooLarge, unreadable, type SourceRow, type SourceTable, type TableChoice } from './source.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
interface Parsed { readonly data: string[][]; readonly errors: readonly { type: string; code: string; row?: number }[]; readonly meta: { cursor: number } }

const sampleCharacters = 64 * 1024
/** A record this long is a quotation mark that was never closed. */
const longestRecord = 1024 * 1024

/**
 * A CSV file: UTF-8 with or without byte order mark, UTF-16 with one, otherwise Windows-1252, which any bytes are; separated by
 * what fits its lines best, or by what Excel's own `sep=` line says. Quoted fields may hold line breaks, which all become \n.
 */
export async function openCsvTable(path: string, choice: TableChoice): Promise<SourceTable> {
  const { size } = await stat(path)
  const encoding = await encodingOf(path)
  const sample = await firstText(path, encoding)
  const told = /^sep=([;,\t|])\n/i.exec(sample)
  const delimiter = choice.delimiter ?? (told?.[1] as Delimiter | undefined) ?? likelyDelimiter(sample)
  let bytesRead = 0

  async function* rows(): AsyncGenerator<readonly SourceRow[]> {
    const parser = parserOf(delimiter)
    let rest = ''
    let records = 0
    let found = 0
    const take = (text: string, isLast: boolean): SourceRow[] => {
      const parsed = parser.parse(text, 0, !isLast) as Parsed
      refuseBadQuotes(parsed, records)
      const batch = parsed.data.map((cells, at) => ({ row: records + at + 1, cells })).filter(({ row, cells }) => hasContent(cells) && !(told && row === 1))
      records += parsed.data.length
      found += batch.length
      rest = text.slice(parsed.meta.cursor)
      if (batch.some(({ cells }) => cells.length > limits.columns)) throw tooLarge('columns')
      // The heading is a row too.
      if (found > limits.rows + 1) throw tooLarge('rows')
      return batch
    }
    for await (const text of textOf(path, encoding, bytes => (bytesRead += bytes))) {
      yield take(rest + text, false)
      if (rest.length > longestRecord) throw unreadable('open-quote', { row: records + 1 })
    }
    if (rest !== '') yield take(rest, true)
  }
  return {
    format: 'csv', sheets: [], sheet: null, delimiter, rows,
    get progress() {
      return size === 0 ? 1 : bytesRead / size
    },
    close() {},
  }
}

function parserOf(delimiter: Delimiter): Papa.Parser {
  return new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', escapeChar: '"' })
}

function refuseBadQuotes({ errors }: Parsed, before: number): void {
  const error = errors.find(({ type }) => type === 'Quotes')
  if (error) throw unreadable(error.code === 'MissingQuotes' ? 'open-quote' : 'bad-quotes', { row: before + (error.row ?? 0) + 1 })
}

function hasContent(cells: readonly string[]): boolean {
  return !cells.every(isBlankCell)
}

/** The one that cuts most lines into the same number of fields; of equals, the one that is rarest within text. */
export function likelyDelimiter(sample: string): Delimiter {
  const scored = delimiters.map(delimiter => ({ delimiter, ...fit(sample, delimiter) }))
  const best = scored.reduce((one, other) => (other.share > one.share || (other.share === one.share && other.fields > one.fields) ? other : one))
  if (best.share >= 0.5) return best.delimiter
  return delimiters.find(delimiter => !sample.includes(delimiter)) ?? ','
}

/** How large a share of the lines has the most frequent number of fields, one field not counting. */
function fit(sample: string, delimiter: Delimiter): { share: number; fields: number } {
  const { data } = parserOf(delimiter).parse(sample, 0, sample.length >= sampleCharacters) as Parsed
  const widths = data.slice(0, 100).filter(hasContent).map(cells => cells.length)
  const counts = Map.groupBy(widths, width => width)
  const [fields, lines] = [...counts].filter(([width]) => width > 1).sort(([, a], [, b]) => b.length - a.length)[0] ?? [1, []]
  return { share: widths.length === 0 ? 0 : lines.length / widths.length, fields }
}

async function firstText(path: string, encoding: Encoding): Promise<string> {
  let sample = ''
  for await (const text of textOf(path, encoding)) {
    sample += text
    if (sample.length >= sampleCharacters) break
  }
  return sample
}

/** The file's text piece by piece, with \n for every kind of line break. */
async function* textOf(path: string, encoding: Encoding, onBytes: (count: number) => void = () => {}): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let carry = ''
  for await (const bytes of createReadStream(path, { highWaterMark: 128 * 1024 }) as AsyncIterable<Buffer>) {
    onBytes(bytes.length)
    const text = carry + decoder.decode(bytes, { stream: true })
    // A carriage return at the end may be half of a line break.
    carry = text.endsWith('\r') ? '\r' : ''
    yield withPlainBreaks(carry === '' ? text : text.slice(0, -1))
  }
  yield withPlainBreaks(carry + decoder.decode())
}

function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Throws `file-unreadable` for what is no text at all. */
async function encodingOf(path: string): Promise<Encoding> {
  const mark = await byteOrderMark(path)
  if (mark) return mark
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    if (bytes.includes(0)) throw unreadable('not-a-table')
    isUtf8 &&= decodes(() => decoder.decode(bytes, { stream: true }))
  }
  return isUtf8 && decodes(() => decoder.decode()) ? 'utf-8' : 'windows-1252'
}

function decodes(decode: () => string): boolean {
  try {
    decode()
    return true
  } catch {
    return false
  }
}

async function byteOrderMark(path: string): Promise<Encoding | undefined> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0)
    const start = buffer.toString('hex')
    if (start === 'efbbbf') return 'utf-8'
    if (start.startsWith('fffe')) return 'utf-16le'
    return start.startsWith('feff') ? 'utf-16be' : undefined
  } finally {
    await file.close()
  }
}
