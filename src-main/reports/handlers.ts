import { rm } from 'node:fs/promises'
import { wallClock } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { reports } from '../../shared/reports/contract.ts'
import type { ExportFormat, ReportRequest } from '../../shared/reports/report.ts'
import type { Handlers, JobContext, QueryContext } from '../core/handlers.ts'
import type { Session } from '../core/session.ts'
import { formOf, lookOf } from '../documents/look.ts'
import { createPaper, type Paper } from '../engines/reports-paper.ts'
import { writeReportPdf } from '../engines/reports-pdf.ts'
import { writeCsv, writeWorkbook } from '../engines/reports-sheet.ts'
import { readContextOf, type Report, type ReportTable } from '../engines/reports.ts'
import { stampOf } from '../engines/stamp.ts'
import { definitions } from './definitions.ts'
import { factoryOf } from './factory.ts'

export const reportsHandlers: Handlers<typeof reports> = {
  listReports({ scope, session, settings }) {
    scope.everyone()
    const visible = definitions.filter(({ permission }) => session.permissions.has(permission))
    return visible.map(({ name, titleKey, descriptionKey, permission, offered }) => ({
      name, titleKey, descriptionKey, moduleKey: `permissionModules.${permission.split('.')[0]}`, filters: [...offered(settings)],
    }))
  },

  previewReport(context, { page, pageSize, ...request }) {
    const report = reportFor(context.session, request.report)
    const { columns, filters, charts, totals, tallies, groupKey = null, rowCount, row } = readReport(context, report, request)
    const from = (page - 1) * pageSize
    const shown = Array.from({ length: Math.max(0, Math.min(pageSize, rowCount - from)) }, (_, at) => row(from + at))
    return {
      name: report.name, titleKey: report.titleKey, groupKey, count: rowCount, filters: [...filters], charts: [...charts], totals: [...totals], tallies: [...tallies],
      columns: columns.map(({ width: _, isTotalled: __, ...column }) => column),
      rows: shown.map(({ cells, source }) => ({
        cells: Object.fromEntries(columns.map(({ key }, at) => [key, cells[at] ?? null])), source,
      })),
    }
  },

  async exportReport(context, { format, language: asked, ...request }) {
    const { session, clock } = context
    const report = reportFor(session, request.report)
    context.progress('reading', 0, 0)
    const table = readReport(context, report, request)
    const language = asked ?? session.language
    const madeAt = clock.now()
    const factory = factoryOf(context.db)
    const look = await lookOf(context, formOf(context.db, report.name))
    const paper = createPaper(report, table, { language, factory, madeBy: session.fullName || session.username, madeAt, stamp: stampOf(context.db), look })
    const { extension, mediaType, write } = forms[format]
    const file = await context.createFile(`${snakeCase(report.name)}_report_${fileStamp(madeAt, factory.timeZone)}.${extension}`, mediaType)
    const { rowCount } = table
    try {
      await write(paper, file.path, madeAt, (done, total) => context.progress('rendering', done, total))
      const facts = { report: report.name, format, language, filters: request.filters, rowCount, fileName: file.name }
      await context.command('reports.recordExport', facts)
      context.progress('finishing', 1, 1)
      return { ...(await context.offer(file)), rowCount }
    } catch (error) {
      await rm(file.path, { force: true })
      throw error
    }
  },

  recordExport({ db, scope, session }, { filters, ...facts }) {
    scope.everyone()
    const { seq } = db.append('reportExport', { ...facts, filters: JSON.stringify(filters), createdBy: session.userId })
    return { seq }
  },
}

interface Form {
  readonly extension: string
  readonly mediaType: string
  write(paper: Paper, path: string, madeAt: string, onRows: (done: number, total: number) => void): Promise<void>
}
const forms: Readonly<Record<ExportFormat, Form>> = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf', write: writeReportPdf },
  xlsx: { extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeWorkbook },
  csv: { extension: 'csv', mediaType: 'text/csv', write: (paper, path, _, onRows) => writeCsv(paper, path, onRows) },
}

/** Throws `not-found`, and `forbidden` where the report's own permission is lacking. */
function reportFor({ permissions }: Session, name: string): Report {
  const report = definitions.find(one => one.name === name)
  if (!report) throw new AppError('not-found', { entity: 'report', id: name })
  if (!permissions.has(report.permission)) throw new AppError('forbidden', { needed: report.permission })
  return report
}

function readReport(context: QueryContext | JobContext, report: Report, { filters }: ReportRequest): ReportTable {
  return report.read(readContextOf(context), filters)
}

/** stockMovement → stock_movement */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

/** `20261120_100500`, on the factory's clock: what tells files of one report apart. */
function fileStamp(instant: string, timeZone: string): string {
  const { day, time } = wallClock(instant, timeZone)
  return `${day}_${time}${instant.slice(17, 19)}`.replace(/[-:]/g, '')
}
