import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Content, TableCell } from 'pdfmake'
import { loadPdfParts, regularFont, type LaidPage, type PageForm, type PdfDocument, type PdfInfo, type PdfParts } from './pdf-parts.ts'
import { hairlines, inks } from './pdf-look.ts'

/** A table of any length. Every call makes new cells, because laying out marks them; the first cell of a row must hold text. */
export interface LongTable {
  /** In points. */
  readonly widths: readonly number[]
  readonly rowCount: number
  heading(): TableCell[]
  row(index: number): TableCell[]
  /** Rows of one group stand together under its name, which is repeated on every page. */
  groupOf?(index: number): string
}
export interface Printout {
  readonly info: PdfInfo
  readonly form: PageForm
  readonly fontSize: number
  readonly table: LongTable
  /** What stands above the table on page one, what stands under it on the last page, and what heads the other pages. */
  opening(): Content[]
  closing(): Content
  runningHead(): Content
  /** Stands across every page; nothing on the factory's own papers. */
  readonly stamp: string | undefined
  readonly footer: { readonly left: string; right(page: number, pages: number): string }
}

const rowsPerPiece = 400
/** The last page never holds the closing alone: so many rows come along. */
const rowsKeptTogether = 3

interface Piece { readonly pages: readonly LaidPage[]; readonly next: number }

/**
 * Writes a PDF of pages of one form. The table is laid out and rendered piece by piece: a piece's last page is given up, and the
 * next piece starts with its rows, so that no page shows where pieces meet. Footers say how many pages there are, so they come at
 * the end, and only then is there a file: who cancels leaves none behind.
 */
export async function writePdf(printout: Printout, path: string, onRows: (done: number, total: number) => void): Promise<void> {
  const parts = loadPdfParts()
  const document = parts.createDocument(printout.info)
  const { rowCount } = printout.table
  let next = 0
  let pages = 0
  do {
    const piece = layPiece(parts, document, printout, next, pages)
    parts.render(document, piece.pages)
    compact(document, pages)
    pages += piece.pages.length
    next = piece.next
    onRows(next, rowCount)
    await nextTurn()
  } while (next < rowCount)
  writeFooters(document, printout)
  document.end()
  await pipeline(document, createWriteStream(path))
}

/** Whether a picture, a data URI, can be printed at all: a damaged one would fail every document. */
export function isPrintable(picture: string): boolean {
  const { createDocument, layOut, render } = loadPdfParts()
  const document = createDocument({ title: '', author: '', createdAt: '2026-01-01T00:00:00.000Z', language: 'id' })
  const form = { width: 200, height: 200, margins: { left: 0, top: 0, right: 0, bottom: 0 } }
  try {
    render(document, layOut(document, [{ image: picture, fit: [100, 100] }], { form, fontSize: 8, header: () => null }))
    return true
  } catch {
    return false
  }
}

function layPiece({ layOut }: PdfParts, document: PdfDocument, printout: Printout, from: number, pagesBefore: number): Piece {
  const { table, form, fontSize } = printout
  const to = Math.min(table.rowCount, from + rowsPerPiece)
  const header = (page: number) => (pagesBefore + page === 1 ? null : printout.runningHead())
  const lay = (...content: Content[]) => layOut(document, [...(from === 0 ? printout.opening() : []), ...content], { form, fontSize, header })
  if (to < table.rowCount) {
    const pages = lay(...tablesOf(table, from, to))
    const firstOnLast = Number(pages.at(-1)?.marks[0])
    return firstOnLast > from ? { pages: pages.slice(0, -1), next: firstOnLast } : { pages, next: to }
  }
  const pages = lay(...tablesOf(table, from, to), closing(printout))
  const split = Math.max(from, to - rowsKeptTogether)
  if (split === from || pages.at(-1)?.marks[0] !== closingMark) return { pages, next: to }
  return { pages: lay(...tablesOf(table, from, split), ...onNewPage(tablesOf(table, split, to)), closing(printout)), next: to }
}

const closingMark = 'closing'
const footerSize = 7.5

function closing(printout: Printout): Content {
  return { stack: [{ text: '\u00a0', fontSize: 1, id: closingMark }, printout.closing()], unbreakable: true }
}

/** The rows from `from` up to `to`: one table, or one a group. */
function tablesOf({ widths, heading, row, groupOf }: LongTable, from: number, to: number): Content[] {
  const runs: { group: string | undefined; rows: TableCell[][] }[] = []
  for (let index = from; index < to; index += 1) {
    const [first, ...others] = row(index)
    const marked = [{ ...(first as object), id: String(index) } as TableCell, ...others]
    const group = groupOf?.(index)
    const run = runs.at(-1)
    if (run && run.group === group) run.rows.push(marked)
    else runs.push({ group, rows: [marked] })
  }
  return runs.map(({ group, rows }, at) => ({
    table: {
      widths: [...widths],
      headerRows: group === undefined ? 1 : 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [heading(), ...(group === undefined ? [] : [groupHeading(group, widths.length)]), ...rows],
    },
    layout: hairlines,
    margin: [0, at === 0 ? 0 : 8, 0, 0],
  }))
}

function groupHeading(group: string, columns: number): TableCell[] {
  const covered = Array.from({ length: columns - 1 }, () => ({ text: '' }))
  return [{ text: group, colSpan: columns, bold: true, color: inks.accent, margin: [0, 2, 0, 1] }, ...covered]
}

function onNewPage([first, ...others]: Content[]): Content[] {
  return [{ ...(first as object), pageBreak: 'before' } as Content, ...others]
}

/** pdfkit keeps every few bytes of a page apart until the end, and every word it ever measured: both are worth a gigabyte in 20,000 rows. */
function compact(document: PdfDocument, from: number): void {
  const { start, count } = document.bufferedPageRange()
  for (let index = Math.max(start, from); index < start + count; index += 1) {
    document.switchToPage(index)
    const { content } = document.page
    content.buffer = [Buffer.concat(content.buffer)]
  }
  for (const font of Object.values(document.fontCache.Roboto ?? {})) font.layoutCache = Object.create(null) as object
}

function writeFooters(document: PdfDocument, { form: { width, height, margins }, footer, stamp }: Printout): void {
  const { start, count } = document.bufferedPageRange()
  const top = height - margins.bottom + 16
  document.font(regularFont).fontSize(footerSize)
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index)
    document.strokeColor(inks.line).lineWidth(0.5).moveTo(margins.left, top - 6).lineTo(width - margins.right, top - 6).stroke()
    if (stamp !== undefined) writeStamp(document, stamp, width, height)
    const page = footer.right(index + 1, count)
    document.fillColor(inks.quiet).text(footer.left, margins.left, top, { lineBreak: false })
    document.text(page, width - margins.right - document.widthOfString(page), top, { lineBreak: false })
  }
}

/** Pale enough to read what stands under it, and from edge to edge, so that no cut takes it away. */
function writeStamp(document: PdfDocument, stamp: string, width: number, height: number): void {
  document.save()
  document.rotate(-Math.atan2(height, width) * (180 / Math.PI), { origin: [width / 2, height / 2] })
  document.fontSize(64).fillColor(inks.warning).fillOpacity(0.16)
  document.text(stamp, width / 2 - document.widthOfString(stamp) / 2, height / 2 - 32, { lineBreak: false })
  document.restore()
  document.fontSize(footerSize)
}
