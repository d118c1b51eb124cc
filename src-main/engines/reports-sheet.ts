import { setImmediate as nextTurn } from 'node:timers/promises'
import { decimal, decimalText, divide } from '../../shared/core/decimal.ts'
import { noValue, type CellValue } from '../../shared/reports/report.ts'
import type { Cell } from './cells.ts'
import { csvForms, openCsv } from './csv.ts'
import { dayFormat, openWorkbook, type SheetColumn } from './excel.ts'
import type { Paper, PaperColumn } from './reports-paper.ts'

export type OnRows = (done: number, total: number) => void

const rowsPerReport = 500
const hundred = decimal('100')

/** Excel: four lines that say what it is, the heading in row 5, every row, the totals. Numbers are numbers. */
export async function writeWorkbook(paper: Paper, path: string, madeAt: string, onRows: OnRows): Promise<void> {
  const { columns, table } = paper
  const places = mostPlaces(paper)
  const book = await openWorkbook(path, { creator: paper.madeBy, created: new Date(madeAt), stamp: paper.stamp })
  const sheet = book.addSheet({
    name: paper.title, columns: columns.map((column, at) => sheetColumn(column, places[at]!)), frozenRows: 5, filterRow: 5,
    isLandscape: paper.orientation !== 'portrait',
  })
  await sheet.row([[paper.stamp, paper.factoryName].filter(Boolean).join(' — ')], 'title')
  await sheet.row([paper.title], 'bold')
  await sheet.row([[paper.subject, ...paper.filters.map(({ label, value }) => `${label}: ${value}`)].join(' · ')])
  await sheet.row([`${paper.text('reports.document.madeBy', { name: paper.madeBy })} · ${paper.madeAt}`])
  await sheet.row(columns.map(({ heading }) => heading), 'heading')
  for (let at = 0; at < table.rowCount; at += 1) {
    const { cells } = table.row(at)
    await sheet.row(columns.map((column, index) => excelCell(column, cells[index] ?? null, paper)))
    if (at % rowsPerReport === 0) onRows(at, table.rowCount)
  }
  for (const { label, cells } of paper.totals) {
    const summed = columns.map(column => (column.key in cells ? excelCell(column, cells[column.key] ?? null, paper) : null))
    await sheet.row([label, ...summed.slice(1)], 'bold')
  }
  await book.close()
}

/** CSV: the heading and every row, nothing else, so that a program can read it. */
export async function writeCsv(paper: Paper, path: string, onRows: OnRows): Promise<void> {
  const { columns, table } = paper
  const file = openCsv(path, csvForms[paper.language])
  // Its cells are bare numbers: that they are percent the heading says, once.
  await file.row(columns.map(({ heading, kind }) => (kind === 'percent' && !heading.includes('%') ? paper.text('reports.columnUnit', { label: heading, unit: '%' }) : heading)))
  for (let at = 0; at < table.rowCount; at += 1) {
    const { cells } = table.row(at)
    await file.row(columns.map((column, index) => plainCell(column, cells[index] ?? null, paper)))
    if (at % rowsPerReport !== 0) continue
    onRows(at, table.rowCount)
    await nextTurn()
  }
  await file.close()
}

function plainCell(column: PaperColumn, value: CellValue, paper: Paper): Cell {
  if (value === null) return noValue
  if (column.isNumber) return { exact: String(value) }
  if (column.kind === 'day') return { day: String(value) }
  return paper.cell(column, value)
}

/** Excel keeps a percentage as a share of one. */
function excelCell(column: PaperColumn, value: CellValue, paper: Paper): Cell {
  if (column.kind !== 'percent' || value === null) return plainCell(column, value, paper)
  return { exact: decimalText(divide(decimal(String(value)), hundred, 'half-even')) }
}

function sheetColumn(column: PaperColumn, places: number): SheetColumn {
  // A millimetre of the printed column holds about half a character of the sheet's font.
  const width = Math.max(10, Math.round(column.width * 0.55) + 2, column.heading.length + 4)
  if (column.kind === 'day') return { width, format: dayFormat }
  if (!column.isNumber) return { width }
  const fraction = places === 0 ? '' : `.${'0'.repeat(places)}`
  return { width, format: column.kind === 'percent' ? `0${fraction}%` : `#,##0${fraction}` }
}

/** The most decimals of each column: a column of a sheet has one format. */
function mostPlaces({ columns, table }: Paper): number[] {
  const most = columns.map(() => 0)
  for (let at = 0; at < table.rowCount; at += 1) {
    table.row(at).cells.forEach((cell, index) => {
      if (columns[index]!.isNumber) most[index] = Math.max(most[index]!, String(cell).split('.')[1]?.length ?? 0)
    })
  }
  return most
}
