import type { DocumentForm } from '../../shared/documents/form.ts'
import type { JobContext } from '../core/handlers.ts'
import { lookOf } from '../documents/look.ts'
import { createPaper } from '../engines/reports-paper.ts'
import { writeReportPdf } from '../engines/reports-pdf.ts'
import { readContextOf, type Report } from '../engines/reports.ts'
import { stampOf } from '../engines/stamp.ts'
import { factoryOf } from './factory.ts'

const rowsShown = 12

/** A report as it would come out in another form: its first rows, without sums that would not be those of the rows. */
export async function printSample(context: JobContext, report: Report, form: DocumentForm) {
  const { db, session, clock } = context
  const table = report.read(readContextOf(context), {})
  const sample = { ...table, rowCount: Math.min(rowsShown, table.rowCount), totals: [] }
  const facts = { language: session.language, factory: factoryOf(db), madeBy: session.fullName || session.username, madeAt: clock.now(), stamp: stampOf(db), look: await lookOf(context, form) }
  const file = await context.createFile('contoh.pdf', 'application/pdf')
  await writeReportPdf(createPaper(report, sample, facts), file.path, clock.now(), () => {})
  return context.offer(file)
}
