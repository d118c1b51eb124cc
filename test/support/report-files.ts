import { readFileSync } from 'node:fs'
import excel from 'exceljs'
import Papa from 'papaparse'
import type { Desk, TestHost } from './host.ts'

export const tableFormats = ['csv', 'xlsx'] as const
type Asked = Omit<Parameters<Desk['reports']['exportReport']>[0], 'format'>

/** The rows of a report's file below its heading, sums among them, by the heading's words. */
export async function reportFile(host: TestHost, desk: Desk, asked: Asked, format: (typeof tableFormats)[number]): Promise<Record<string, unknown>[]> {
  const { ticket } = await desk.reports.exportReport({ ...asked, format })
  const { path } = host.host.files.redeem(ticket)
  if (format === 'csv') return tableOf(Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data)
  const book = new excel.Workbook()
  await book.xlsx.readFile(path)
  return tableOf(book.worksheets[0]!.getSheetValues().filter(row => Array.isArray(row)).map(row => (row as unknown[]).slice(1)))
}

function tableOf(lines: readonly (readonly unknown[])[]): Record<string, unknown>[] {
  const at = lines.findIndex(line => line.filter(cell => cell !== undefined && cell !== null && cell !== '').length > 4)
  return lines.slice(at + 1).map(line => Object.fromEntries(lines[at]!.map((heading, column) => [String(heading), line[column]])))
}

/** The first row whose cells say all of these. */
export function findIn(rows: readonly Record<string, unknown>[], figures: Readonly<Record<string, string | number>>): Record<string, unknown> | undefined {
  return rows.find(row => Object.entries(figures).every(([heading, figure]) => isCell(row[heading] ?? row[`${heading} (%)`], figure)))
}

/** A percent is a share in a sheet, and a text with its comma in a CSV file. */
function isCell(cell: unknown, figure: string | number): boolean {
  if (typeof figure === 'string') return cell === figure
  const value = typeof cell === 'string' ? Number(cell.replaceAll('.', '').replace(',', '.')) : Number(cell)
  return [value, value * 100].some(one => Math.abs(one - figure) < 0.000_001)
}
