import type { Content, TableCell } from 'pdfmake'
import { paperSizes, type Signature } from '../../shared/documents/form.ts'
import type { CellValue, ReportChart, Tone } from '../../shared/reports/report.ts'
import { boxes, inks, sums } from './pdf-look.ts'
import { drawCharts } from './reports-charts.ts'
import { writePdf, type Printout } from './pdf.ts'
import type { PageForm } from './pdf-parts.ts'
import type { Paper, PaperColumn } from './reports-paper.ts'
import { columnWidths, gapAfterNumbers, longer, longestWord, needsLandscape, type Longest } from './reports-widths.ts'

const logoBox: [number, number] = [110, 48]
const margins = { left: 36, top: 46, right: 36, bottom: 44 }
const codeSide = 72
/** Of a row: small, and still read at arm's length. */
const rowCodeSide = 44
const fontSize = 8.5
/** Shape tells a status where colour does not. */
const toneMarks: Readonly<Record<Tone, string>> = { critical: '■ ', warning: '● ', good: '', neutral: '' }

/** A report as a document that a manager signs. */
export async function writeReportPdf(given: Paper, path: string, madeAt: string, onRows: (done: number, total: number) => void): Promise<void> {
  const paper = drawable(given)
  const { table } = paper
  const stacks = stacksOf(paper)
  const columns = stacks.map(({ column }) => column)
  const form = pageForm(paper, columns)
  const inner = form.width - margins.left - margins.right
  const longest = longestTexts(paper)
  const { widths, scale } = columnWidths(columns, stacks.map(({ places }) => longestIn(places.map(at => longest[at]!))), inner, fontSize)
  const groupAt = paper.columns.findIndex(({ key }) => key === table.groupKey)
  const groupOf = groupAt < 0 ? undefined : (index: number) => drawn(String(table.row(index).cells[groupAt] ?? ''))
  const printout: Printout = {
    info: { title: `${paper.title} – ${paper.factoryName}`, author: paper.madeBy, createdAt: madeAt, language: paper.language },
    form,
    fontSize: Math.max(6, fontSize * scale),
    table: {
      widths,
      rowCount: table.rowCount,
      heading: () => columns.map((column, at) => ({ text: column.heading, bold: true, color: inks.accent, ...placing(column, columns[at - 1]) })),
      row(index) {
        const { cells } = table.row(index)
        return stacks.map(({ column, places }, place) => ({ ...stackOf(places.map(at => cellOf(paper, paper.columns[at]!, cells[at] ?? null))), ...placing(column, columns[place - 1]) }))
      },
      ...(groupOf && { groupOf }),
    },
    opening: () => [head(paper, inner), facts(paper), ...drawCharts(paper, table.charts.map(drawnChart), inner), ...(table.rowCount === 0 ? [emptyNote(paper)] : [])],
    closing: () => ({ stack: [totals(paper, stacks, widths), blankLines(paper), signatures(paper)] }),
    runningHead: () => runningHead(paper),
    stamp: paper.stamp,
    footer: {
      left: `${paper.footer === '' ? '' : `${paper.footer} · `}${paper.factoryName} · ${paper.text('reports.document.madeBy', { name: paper.madeBy })} · ${paper.madeAt}`,
      right: (page, pages) => paper.text('reports.document.page', { page, pages }),
    },
  }
  await writePdf(printout, path, onRows)
}

/** A column of the paper: one of the report, with those that stand below it. Its heading is all of theirs. */
interface Stack { readonly column: PaperColumn; readonly places: readonly number[] }

function stacksOf({ columns, table }: Paper): Stack[] {
  const shown = columns.filter(({ key }) => key !== table.groupKey)
  const baseOf = (column: PaperColumn): PaperColumn => {
    const above = shown.find(({ key }) => key === column.under)
    return above ? baseOf(above) : column
  }
  return [...Map.groupBy(shown, baseOf)].map(([column, stacked]) => ({
    column: { ...column, heading: stacked.map(({ heading }) => heading).join('\n') }, places: stacked.map(one => columns.indexOf(one)),
  }))
}

function longestIn(texts: readonly Longest[]): Longest {
  return texts.reduce((most, { text, word }) => ({ text: longer(most.text, text), word: longer(most.word, word) }))
}

function stackOf<Cell extends object>(cells: Cell[]): Cell | { readonly stack: Cell[] } {
  return cells.length === 1 ? cells[0]! : { stack: cells }
}

/** The paper's type has no arrow. */
function drawn(text: string): string {
  return text.replaceAll('→', '›')
}

function drawnChart(chart: ReportChart): ReportChart {
  return { ...chart, bars: chart.bars.map(bar => ({ ...bar, label: drawn(bar.label) })) }
}

function drawable(paper: Paper): Paper {
  return {
    ...paper, subject: drawn(paper.subject), cell: (column, value) => drawn(paper.cell(column, value)), columns: paper.columns.map(column => ({ ...column, heading: drawn(column.heading) })),
    filters: paper.filters.map(({ label, value }) => ({ label: drawn(label), value: drawn(value) })),
  }
}

function pageForm({ orientation, size }: Paper, columns: readonly PaperColumn[]): PageForm {
  const { short, long } = paperSizes[size]
  const isLandscape = orientation === undefined ? needsLandscape(columns) : orientation === 'landscape'
  return { width: isLandscape ? long : short, height: isLandscape ? short : long, margins }
}

/** The longest text and the longest word of each column, rows and totals; how something stands is one word, as far as there is room. */
function longestTexts(paper: Paper): Longest[] {
  const { columns, table, totals: lines } = paper
  const longest: CellValue[] = columns.map(() => null)
  const words = columns.map(() => '')
  const take = (cell: CellValue, at: number) => {
    if (columns[at]!.isCode) return
    if (String(cell).length > String(longest[at] ?? '').length) longest[at] = cell
    const isStatus = columns[at]!.kind === 'status'
    const said = isStatus ? cellText(paper, columns[at]!, cell).text : String(cell ?? '')
    if (said.length >= words[at]!.length) words[at] = longer(words[at]!, isStatus ? said : longestWord(said))
  }
  for (let index = 0; index < table.rowCount; index += 1) table.row(index).cells.forEach(take)
  for (const { cells } of lines) columns.forEach(({ key }, at) => take(cells[key] ?? null, at))
  return columns.map((column, at) => ({ text: paper.cell(column, longest[at] ?? null), word: words[at]! }))
}

interface Placing { readonly alignment: 'left' | 'right'; readonly margin: [number, number, number, number] }

/** Numbers to the right; text that follows them keeps its distance. */
function placing({ isNumber }: PaperColumn, before: PaperColumn | undefined): Placing {
  return { alignment: isNumber ? 'right' : 'left', margin: [!isNumber && before?.isNumber ? gapAfterNumbers : 0, 0, 0, 0] }
}

/** A code to scan, or text; a row's first cell is always text. */
function cellOf(paper: Paper, column: PaperColumn, value: CellValue): ReturnType<typeof cellText> | { qr: string; fit: number } {
  return column.isCode && value !== null ? { qr: String(value), fit: rowCodeSide } : cellText(paper, column, value)
}

function cellText(paper: Paper, column: PaperColumn, value: CellValue): { text: string; color: string; bold?: boolean } {
  if (column.kind === 'status') {
    const { label, tone = 'neutral' } = paper.word(column, value)
    return { text: toneMarks[tone] + label, color: inks[tone], bold: tone === 'critical' }
  }
  return { text: paper.cell(column, value) || '\u00a0', color: inks.text }
}

function head({ factoryName, factoryLines, logo, title, subject, code }: Paper, width: number): Content {
  return {
    stack: [
      {
        columns: [
          ...(logo === null ? [] : [{ width: logoBox[0], stack: [{ image: logo, fit: logoBox }] }]),
          { width: '*', stack: [{ text: factoryName, fontSize: 15, bold: true, color: inks.accent }, ...factoryLines.map(quiet)] },
          { width: 'auto', stack: [{ text: title, fontSize: 13, bold: true, color: inks.text }, quiet(subject)], alignment: 'right', noWrap: true },
          ...(code === undefined ? [] : [{ width: codeSide, qr: code, fit: codeSide, eccLevel: 'M' as const }]),
        ],
        columnGap: 24,
      },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.2, lineColor: inks.accent }], margin: [0, 8, 0, 0] },
    ],
  }
}

function quiet(text: string): Content {
  return { text, fontSize: 8.5, color: inks.quiet, margin: [0, 1.5, 0, 0] }
}

/** How it was narrowed on the left; how many rows, and of which status, on the right. */
function facts(paper: Paper): Content {
  const { filters, tallies, table } = paper
  const narrowed = filters.flatMap(({ label, value }, at) => [
    { text: `${at === 0 ? '' : '     '}${label}  `, color: inks.quiet }, { text: value, bold: true, color: inks.text },
  ])
  const counted = tallies.flatMap(({ label, tone = 'neutral', count }) => [
    { text: `     ${toneMarks[tone]}${label}  `, color: inks[tone] }, { text: count, bold: true, color: inks[tone] },
  ])
  const rows = paper.text('reports.rows', { count: table.rowCount, formatted: paper.number(String(table.rowCount)) }).replaceAll(' ', '\u00a0')
  return {
    columns: [
      { width: '*', text: narrowed.length > 0 ? narrowed : { text: paper.text('reports.document.noFilter'), color: inks.quiet } },
      { width: 'auto', text: [{ text: rows, bold: true, color: inks.text }, ...counted], alignment: 'right', noWrap: counted.length === 0 },
    ],
    columnGap: 24,
    fontSize: 8.5,
    margin: [0, 8, 0, 10],
  }
}

function emptyNote(paper: Paper): Content {
  return { text: paper.text('reports.document.noRows'), italics: true, color: inks.quiet, margin: [0, 12, 0, 12] }
}

function runningHead({ factoryName, title, subject }: Paper): Content {
  return {
    columns: [{ text: factoryName, bold: true }, { text: `${title} · ${subject}`, alignment: 'right' }],
    fontSize: 7.5, color: inks.quiet, margin: [margins.left, 24, margins.right, 0],
  }
}

/** Label on the left up to the first summed column, sums in line with their columns. */
function totals(paper: Paper, stacks: readonly Stack[], widths: readonly number[]): Content {
  const totalled = ({ places }: Stack) => places.map(at => paper.columns[at]!).filter(({ isTotalled }) => isTotalled)
  const first = stacks.findIndex(stack => totalled(stack).length > 0)
  if (paper.totals.length === 0 || first < 1) return { text: '' }
  const body = paper.totals.map(({ label, cells }): TableCell[] => stacks.map((stack, at) => {
    if (at === 0) return { text: label, colSpan: first, bold: true, color: inks.accent, alignment: 'right' }
    const added = totalled(stack).filter(({ key }) => key in cells)
    if (at < first || added.length === 0) return { text: '' }
    return { stack: added.map(column => paper.cell(column, cells[column.key] ?? null)), bold: true, alignment: 'right', color: inks.text }
  }))
  return { table: { widths: [...widths], body }, layout: sums }
}

/** As high as a line that somebody writes on. */
const writingHeight = 20

function blankLines({ blank }: Paper): Content {
  if (!blank) return { text: '' }
  const line = (): TableCell[] => blank.headings.map(() => ({ text: '\u00a0' }))
  const head = blank.headings.map((text): TableCell => ({ text, bold: true, color: inks.accent, fontSize: 8 }))
  return {
    stack: [
      { text: blank.title, bold: true, color: inks.text, margin: [0, 14, 0, 4] },
      { table: { widths: blank.headings.map(() => '*'), heights: at => (at === 0 ? 'auto' : writingHeight), body: [head, ...Array.from({ length: blank.count }, line)] }, layout: boxes },
    ],
    unbreakable: true,
  }
}

/** Five still fit on the narrowest paper. */
function signatureWidth(count: number): number {
  return count <= 3 ? 140 : count === 4 ? 110 : 84
}

function signatures(paper: Paper): Content {
  if (paper.signatures.length === 0) return { text: '' }
  const line = (label: string, value: string): Content => ({
    columns: [{ text: label, width: 44, color: inks.quiet }, { text: value, width: '*' }], fontSize: 8, margin: [0, 1, 0, 1],
  })
  const box = ({ title, name }: Signature): TableCell => ({
    stack: [
      { text: title, bold: true, color: inks.accent },
      { text: '', margin: [0, 0, 0, 46] },
      line(paper.text('reports.document.name'), name),
      line(paper.text('reports.document.date'), ''),
    ],
  })
  return {
    columns: [
      { width: '*', text: '' },
      { width: 'auto', table: { widths: paper.signatures.map(() => signatureWidth(paper.signatures.length)), body: [paper.signatures.map(box)] }, layout: boxes },
    ],
    margin: [0, 18, 0, 0],
  }
}
