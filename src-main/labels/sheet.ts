import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Content, CustomTableLayout, TableCell } from 'pdfmake'
import type { Label } from '../../shared/labels/layout.ts'
import { inks } from '../engines/pdf-look.ts'
import { loadPdfParts, type PdfInfo } from '../engines/pdf-parts.ts'

/** A4 sheets of two by seven labels of 99.1 × 38.1 mm, or of two by four of 99.1 × 67.7 mm for those that say more, as they are sold everywhere; in points. */
const point = 72 / 25.4
const across = 2
const small = { rows: 7, height: 38.1 * point, top: 15.15 * point, letters: 40, factSize: 7.5 }
const large = { rows: 4, height: 67.7 * point, top: 13.1 * point, letters: 130, factSize: 9.5 }
type Cell = typeof small
const width = { cell: 99.1 * point, gap: 2.5 * point }
const qrSide = 84
/** More facts do not fit a small label. */
const mostFacts = 5
const none = () => 0
const layout: CustomTableLayout = { hLineWidth: none, vLineWidth: none, paddingLeft: none, paddingRight: none, paddingTop: none, paddingBottom: none }

/** Writes the labels, each as often as it stands in the list. `stamp` marks what is not the factory's own. */
export async function writeLabelSheet(labels: readonly Label[], info: PdfInfo, stamp: string | undefined, path: string): Promise<void> {
  const { createDocument, layOut, render } = loadPdfParts()
  const document = createDocument(info)
  const cell = labels.some(({ facts }) => facts.length > mostFacts) ? large : small
  const form = { width: 595.28, height: 841.89, margins: { left: 4.65 * point, right: 4.65 * point, top: cell.top, bottom: 0 } }
  const perPage = across * cell.rows
  const pages = Array.from({ length: Math.ceil(labels.length / perPage) }, (_, page) => labels.slice(page * perPage, (page + 1) * perPage))
  for (const page of pages) render(document, layOut(document, [sheet(page, cell, stamp)], { form, fontSize: 8, header: () => null }))
  document.end()
  await pipeline(document, createWriteStream(path))
}

function sheet(labels: readonly Label[], cell: Cell, stamp: string | undefined): Content {
  const rows = Array.from({ length: Math.ceil(labels.length / across) }, (_, row) => labels.slice(row * across, (row + 1) * across))
  const body = rows.map(([left, right]): TableCell[] => [labelCell(left, cell, stamp), { text: '' }, labelCell(right, cell, stamp)])
  return { table: { widths: [width.cell, width.gap, width.cell], heights: cell.height, dontBreakRows: true, body }, layout }
}

function labelCell(label: Label | undefined, { letters, factSize }: Cell, stamp: string | undefined): TableCell {
  if (label === undefined) return { text: '' }
  const { scan, code, name, quantity, facts } = label
  return {
    columns: [
      { width: qrSide + 10, qr: scan, fit: qrSide, eccLevel: 'M' },
      {
        width: '*',
        stack: [
          { text: shortened(code, 44), fontSize: code.length > 24 ? 9 : 12, bold: true, color: inks.text },
          { text: shortened(name, 60), fontSize: 8.5, color: inks.text, margin: [0, 1, 0, 2] },
          ...(quantity === null ? [] : [{ text: quantity, fontSize: 13, bold: true, color: inks.text }]),
          ...facts.map(text => ({ text: shortened(text, letters), fontSize: factSize, color: inks.quiet, margin: [0, 1, 0, 0] as [number, number, number, number] })),
          ...(stamp === undefined ? [] : [{ text: stamp, fontSize: 7.5, bold: true, color: inks.warning }]),
        ],
      },
    ],
    margin: [10, 8, 6, 0],
  }
}

/** So that no label grows into the next one. */
function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
