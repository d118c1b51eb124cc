import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { imports } from '../../shared/imports/contract.ts'
import { importsTexts } from '../../shared/imports/texts.ts'
import type { FieldValue, FieldValues } from '../../shared/imports/target.ts'
import { instantText } from '../../shared/core/day-text.ts'
import { texts } from '../../shared/texts.ts'
import type { JobContext, WorkFile } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import type { Cell, TableWriter } from '../engines/cells.ts'
import { csvForms, openCsv } from '../engines/csv.ts'
import { dayFormat, decimalFormat, openWorkbook, type SheetColumn } from '../engines/excel.ts'
import { stampOf } from '../engines/stamp.ts'
import { labelOf } from './columns.ts'
import { exportedFields, requireExport, visibleFields } from './rights.ts'
import { isCompound, type ImportField, type ImportTarget } from './target.ts'
import { targetIn } from './targets.ts'

type Language = 'id' | 'en'
type Choice = ParsedInputOf<typeof imports.exportList>
type Exported = OutputOf<typeof imports.exportList>

const mediaTypes = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const
const rowsPerReport = 500

/** A target's records as a file that this very import takes back without a change (IO-3). It is kept in the audit who took it (IO-2). */
export async function exportList(context: JobContext, { target: name, format, language = context.session.language }: Choice): Promise<Exported> {
  const target = targetIn(context.db, name)
  open(context, target)
  const records = recordsOf(context, target)
  const fields = exportedFields(context.session, target)
  const file = await createFile(context, target, format, language, '')
  const mark = fields.some(({ isCost }) => isCost) ? watermark(context, language) : undefined
  await writeTable(context, file, { target, format, language, fields, mark }, async table => {
    for (const [at, values] of records.entries()) {
      if (at % rowsPerReport === 0) context.progress('writing', at, records.length)
      await table.row(fields.map(field => cellOf(field, values[field.name], language)))
    }
  })
  await context.command('reports.recordExport', { report: `imports.${name}`, format, language, filters: {}, rowCount: records.length, fileName: file.name })
  return context.offer(file)
}

/** A list by its records; a file of several lists as it would be read. */
function recordsOf({ db, scope }: JobContext, target: ImportTarget): readonly FieldValues[] {
  if (!isCompound(target)) return target.prepare(db).records.map(({ values }) => values)
  if (!target.exported) throw new AppError('not-found', { entity: 'report', id: target.name })
  return [...target.exported.rows(db, scope.mine())]
}

/** An empty list with the right headings; in Excel a second sheet says what each column takes. */
export async function downloadTemplate(context: JobContext, { target: name, format, language = context.session.language }: Choice): Promise<Exported> {
  const target = targetIn(context.db, name)
  const fields = visibleFields(context.session, target)
  open(context, target)
  const file = await createFile(context, target, format, language, importsTexts[language].template.suffix)
  await writeTable(context, file, { target, format, language, fields, hasGuide: true }, () => Promise.resolve())
  return context.offer(file)
}

function open({ scope, session }: JobContext, target: ImportTarget): void {
  scope.everyone()
  requireExport(session, target)
}

function createFile(context: JobContext, { name }: ImportTarget, format: Choice['format'], language: Language, suffix: string): Promise<WorkFile> {
  const title = [importsTexts[language].targets[name].toLowerCase().replaceAll(' ', '-'), suffix, context.today()].filter(Boolean).join('_')
  return context.createFile(`${title}.${format}`, mediaTypes[format])
}

/** Who took it out, and when: the first line of a file with costs (IO-2). */
function watermark({ db, session, clock }: JobContext, language: Language): string {
  const { timeZone } = db.all(sql.selectFrom('site').select('timeZone'))[0]!
  return importsTexts[language].template.watermark.replace('{{name}}', session.fullName || session.username).replace('{{at}}', instantText(clock.now(), timeZone, language))
}

interface TableSpec { readonly target: ImportTarget; readonly format: Choice['format']; readonly language: Language; readonly fields: readonly ImportField[]; readonly hasGuide?: true; readonly mark?: string | undefined }

async function writeTable({ session, db }: JobContext, file: WorkFile, spec: TableSpec, writeRows: (table: TableWriter) => Promise<void>): Promise<void> {
  const { target, format, language, fields, hasGuide, mark } = spec
  const headings = fields.map(field => labelOf(field, language) + (hasGuide && field.isRequired ? ' *' : ''))
  if (format === 'csv') {
    const csv = openCsv(file.path, csvForms[language])
    if (mark !== undefined) await csv.row([mark])
    await csv.row(headings)
    await writeRows(csv)
    return csv.close()
  }
  const book = await openWorkbook(file.path, { creator: `Lantai — ${session.fullName}`, stamp: stampOf(db) })
  const headingRow = mark === undefined ? 1 : 2
  const sheet = book.addSheet({ name: importsTexts[language].targets[target.name], columns: fields.map(columnOf), frozenRows: headingRow, filterRow: headingRow })
  if (mark !== undefined) await sheet.row([mark], 'bold')
  await sheet.row(headings, 'heading')
  await writeRows(sheet)
  if (hasGuide) {
    const { sheet: name, columns } = importsTexts[language].template
    const guide = book.addSheet({ name, columns: [{ width: 24 }, { width: 12 }, { width: 80 }], frozenRows: 1 })
    await guide.row([columns.field, columns.required, columns.takes], 'heading')
    for (const field of fields) await guide.row([labelOf(field, language), texts[language].words[field.isRequired ? 'yes' : 'no'], takes(field, language)])
  }
  await book.close()
}

/** Text columns are formatted as text, so that Excel leaves 007 alone when somebody edits it. */
function columnOf({ kind, maximum = 0 }: ImportField): SheetColumn {
  if (kind === 'decimal') return { width: 14, format: decimalFormat }
  if (kind === 'integer') return { width: 12, format: '0' }
  if (kind === 'day') return { width: 12, format: dayFormat }
  return { width: maximum > 100 ? 40 : 18, format: '@' }
}

function cellOf(field: ImportField, value: FieldValue | undefined, language: Language): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return texts[language].words[value ? 'yes' : 'no']
  if (field.kind === 'choice') return field.choices?.[language][String(value)] ?? value
  if (field.kind === 'decimal') return { exact: String(value) }
  return field.kind === 'day' ? { day: String(value) } : value
}

/** What a column takes, in words. */
function takes(field: ImportField, language: Language): string {
  const { kinds } = importsTexts[language].template
  if (field.kind === 'choice') return `${kinds.choice} ${Object.values(field.choices?.[language] ?? {}).join(', ')}`
  if (field.kind === 'reference') return `${kinds.reference} ${texts[language].entities[field.reference!]}`
  return kinds[field.kind]
}
