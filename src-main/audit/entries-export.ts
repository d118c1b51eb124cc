import { rm } from 'node:fs/promises'
import { auditTexts } from '../../shared/audit/texts.ts'
import { mostExported, type entries } from '../../shared/audit/entries.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { wallClock } from '../../shared/core/dates.ts'
import type { JobContext, WorkFile } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import type { TableWriter } from '../engines/cells.ts'
import { csvForms, openCsv } from '../engines/csv.ts'
import { openWorkbook } from '../engines/excel.ts'
import { stampOf } from '../engines/stamp.ts'
import { entryOf, entryPage, type EntryQuestion } from './entries.ts'
import { exportedRow, exportWidths } from './exported-row.ts'
import { questionOf } from './question.ts'
import { recordNames } from './record-names.ts'

type Asked = ParsedInputOf<typeof entries.exportEntries>
type Exported = OutputOf<typeof entries.exportEntries>

const rowsAtOnce = 1000
const mediaTypes = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

/** All acts that the filter lets through, the newest first, a line an act; that it was taken is kept before it is handed out (AU-5). */
export async function exportEntries(context: JobContext, { format, language = context.session.language, ...asked }: Asked): Promise<Exported> {
  const question = questionOf(context, asked)
  const { timeZone } = context.db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const stamp = wallClock(context.clock.now(), timeZone)
  const file = await context.createFile(`audit_${stamp.day}_${stamp.time.replace(':', '')}.${format}`, mediaTypes[format])
  try {
    const write = (table: TableWriter) => writeRows(context, table, question, language, timeZone)
    const rowCount = await (format === 'csv' ? writeCsv(file, language, write) : writeSheet(context, file, language, write))
    await context.command('reports.recordExport', { report: 'audit.entries', format, language, filters: filtersOf(asked), rowCount, fileName: file.name })
    return { ...(await context.offer(file)), rowCount }
  } catch (error) {
    await rm(file.path, { force: true })
    throw error
  }
}

type Write = (table: TableWriter) => Promise<number>

async function writeCsv(file: WorkFile, language: 'id' | 'en', write: Write): Promise<number> {
  const csv = openCsv(file.path, csvForms[language])
  await csv.row(Object.values(auditTexts[language].export.columns))
  const rows = await write(csv)
  await csv.close()
  return rows
}

async function writeSheet({ db, session }: JobContext, file: WorkFile, language: 'id' | 'en', write: Write): Promise<number> {
  const { title, columns } = auditTexts[language].export
  const book = await openWorkbook(file.path, { creator: `Lantai — ${session.fullName}`, stamp: stampOf(db) })
  const sheet = book.addSheet({ name: title, columns: exportWidths.map(width => ({ width })), frozenRows: 1, filterRow: 1, isLandscape: true })
  await sheet.row(Object.values(columns), 'heading')
  const rows = await write(sheet)
  await book.close()
  return rows
}

/** By pages, each a walk from where the last one ended: a long export takes little memory. */
async function writeRows({ db, session, progress }: JobContext, table: TableWriter, question: EntryQuestion, language: 'id' | 'en', timeZone: string): Promise<number> {
  const names = recordNames(db)
  let after: number | undefined
  let written = 0
  for (;;) {
    const rows = db.all(entryPage(db, question, { after, isDescending: true, most: rowsAtOnce }))
    for (const row of rows) await table.row(exportedRow(entryOf(row, names, session), { language, timeZone }))
    written += rows.length
    progress('writing', written, 0)
    after = rows.at(-1)?.seq
    if (rows.length < rowsAtOnce) return written
    if (written >= mostExported) throw new AppError('too-many-rows', { maximum: mostExported })
  }
}

/** The filters as every export keeps them: each a text or several. */
function filtersOf({ filter, search }: Pick<Asked, 'filter' | 'search'>): Record<string, string> {
  const { actions, ...rest } = filter
  return { ...rest, ...(actions && { actions: actions.join(', ') }), ...(search !== '' && { search }) }
}
