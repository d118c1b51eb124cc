import { open } from 'node:fs/promises'
import { AppError } from '../../shared/core/errors.ts'
import { openCsvTable } from './csv-table.ts'
import { openExcelTable } from './excel-table.ts'
import { unreadable, type SourceTable, type TableChoice } from './source.ts'

/** How a zip archive begins, and what Excel wrote before 2007 or writes where a password is set. */
const zipStart = '504b0304'
const oldExcelStart = 'd0cf11e0'

/** Throws `file-unreadable` with a `reason`, `file-too-large`, or `ticket-invalid` if the file is gone by now. */
export async function openTable(path: string, choice: TableChoice): Promise<SourceTable> {
  const start = await firstBytes(path)
  if (start === '') throw unreadable('empty')
  if (start === oldExcelStart) throw unreadable('old-excel')
  return start === zipStart ? openExcelTable(path, choice) : openCsvTable(path, choice)
}

async function firstBytes(path: string): Promise<string> {
  // Work files lapse, and none outlives the host.
  const file = await open(path).catch(() => {
    throw new AppError('ticket-invalid')
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('hex', 0, bytesRead)
  } finally {
    await file.close()
  }
}
