import { rm } from 'node:fs/promises'
import type { ReportFilter } from '../../shared/reports/report.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { createPaper, type BlankLines, type Paper } from '../engines/reports-paper.ts'
import { writeReportPdf } from '../engines/reports-pdf.ts'
import { readContextOf, type Report } from '../engines/reports.ts'
import { stampOf } from '../engines/stamp.ts'
import { factoryOf } from '../reports/factory.ts'
import { formOf, lookOf } from './look.ts'

/** What stands above the goods of a document: the key of its label, and its text. */
export type PaperFact = readonly [labelKey: string, text: string | null]
/** One document to be printed: its lines as a report, what stands above them, what it is called, and what a scanner reads of it. */
export interface DocumentPaper { readonly report: Report; readonly language: Language; readonly subject: string; readonly facts: readonly PaperFact[]; readonly code?: string; readonly blank?: BlankLines }

/** A document on the factory's paper; facts without a text are left out. */
export async function documentOnPaper(context: JobContext, { report, language, subject, facts, code, blank }: DocumentPaper): Promise<Paper> {
  const { db, session, clock } = context
  const table = report.read(readContextOf(context), {})
  const made = { language, factory: factoryOf(db), madeBy: session.fullName || session.username, madeAt: clock.now(), stamp: stampOf(db), look: await lookOf(context, formOf(db, report.name)), ...(code !== undefined && { code }) }
  return { ...createPaper(report, { ...table, filters: facts.flatMap(asFilter) }, made), subject, ...(blank && { blank }) }
}

/** As a PDF to be fetched once. */
export async function printPaper(context: JobContext, paper: Paper, name: string): Promise<{ ticket: string; name: string; mediaType: string; size: number }> {
  const file = await context.createFile(`${name}.pdf`, 'application/pdf')
  try {
    await writeReportPdf(paper, file.path, context.clock.now(), (done, total) => context.progress('rendering', done, total))
    return await context.offer(file)
  } catch (error) {
    await rm(file.path, { force: true })
    throw error
  }
}

function asFilter([labelKey, text]: PaperFact): ReportFilter[] {
  return text === null || text === '' ? [] : [{ key: labelKey, kind: 'search', labelKey, value: text, text }]
}
