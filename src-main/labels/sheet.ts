import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Content, CustomTableLayout, TableCell } from 'pdfmake'
import type { Label } from '../../shared/labels/zpl.ts'
import { inks } from '../engines/pdf-look.ts'
import { loadPdfParts, type PdfInfo } from '../engines/pdf-parts.ts'

/** A4 sheets of two by seven labels of 99.1 × 38.1 mm, as they are sold everywhere; in points. */
const point = 72 / 25.4
const cell = { width: 99.1 * point, height: 38.1 * point, gap: 2.5 * point }
const across = 2
const perPage = across * 7
const form = { width: 595.28, height: 841.89, margins: { left: 4.65 * point, right: 4.65 * point, top: 15.15 * point, bottom: 0 } }
const qrSide = 84
const none = () => 0
const layout: CustomTableLayout = { hLineWidth: none, vLineWidth: none, paddingLeft: none, paddingRight: none, paddingTop: none, paddingBottom: none }

/** Writes the labels, each as often as it stands in the list. `stamp` marks what is not the factory's own. */
export async function writeLabelSheet(labels: readonly Label[], info: PdfInfo, stamp: string | undefined, path: string): Promise<void> {
  const { createDocument, layOut, render } = loadPdfParts()
  const document = createDocument(info)
  const pages = Array.from({ length: Math.ceil(labels.length / perPage) }, (_, page) => labels.slice(page * perPage, (page + 1) * perPage))
  for (const page of pages) render(document, layOut(document, [sheet(page, stamp)], { form, fontSize: 8, header: () => null }))
  document.end()
  await pipeline(document, createWriteStream(path))
}

function sheet(labels: readonly Label[], stamp: string | undefined): Content {
  const rows = Array.from({ length: Math.ceil(labels.length / across) }, (_, row) => labels.slice(row * across, (row + 1) * across))
  const body = rows.map(([left, right]): TableCell[] => [labelCell(left, stamp), { text: '' }, labelCell(right, stamp)])
  return { table: { widths: [cell.width, cell.gap, cell.width], heights: cell.height, dontBreakRows: true, body }, layout }
}

function labelCell(label: Label | undefined, stamp: string | undefined): TableCell {
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
          ...facts.map(text => ({ text: shortened(text, 40), fontSize: 7.5, color: inks.quiet, margin: [0, 1, 0, 0] as [number, number, number, number] })),
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
