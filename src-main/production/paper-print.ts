import { dayText, instantText } from '../../shared/core/day-text.ts'
import { decimalText } from '../../shared/core/decimal.ts'
import { numberText } from '../../shared/core/number-text.ts'
import type { PaperBatch, PaperLine } from '../../shared/production/paper-batches.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { documentOnPaper, type PaperFact } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'
import { factoryOf } from '../reports/factory.ts'
import { paperDaysText } from './paper-approval.ts'
import { paperBatchOf, paperLinesOf } from './paper-rows.ts'

type NumberedLine = PaperLine & { readonly row: number }

/** A batch as it was copied, to be kept with the papers it was copied from. Its number stands on it as a code to scan. */
export function paperBatchPaper(context: JobContext, id: string, language: Language): Promise<Paper> {
  const { db } = context
  const batch = paperBatchOf(db, id)
  return documentOnPaper(context, {
    report: batchReport(paperLinesOf(db, id)), language, subject: `${batch.number} · ${paperDaysText(batch.firstDay, batch.lastDay)}`, facts: factsOf(batch, language, factoryOf(db).timeZone), code: batch.number,
  })
}

function batchReport(lines: readonly PaperLine[]): Report {
  return defineReport<NumberedLine>()({
    name: 'paperBatch', permission: 'process.readDailyProduction', titleKey: 'production.paper.printed', descriptionKey: 'production.paper.printed', filters: {},
    columns: [
      { key: 'row', labelKey: 'planning.work.paper.line', kind: 'integer', width: 10, value: ({ row }) => row },
      { key: 'day', labelKey: 'production.fields.day', kind: 'text', width: 26, value: ({ day }) => dayText(day) },
      { key: 'number', labelKey: 'production.fields.workOrderId', kind: 'text', width: 46, value: ({ number }) => number },
      { key: 'product', labelKey: 'planning.work.part', kind: 'text', width: 50, value: ({ itemName, articleName }) => itemName ?? articleName },
      { key: 'good', labelKey: 'production.fields.goodQuantity', kind: 'decimal', width: 24, value: ({ goodQuantity }) => goodQuantity, places: () => 0, total: 'sum' },
      { key: 'reject', labelKey: 'production.fields.rejectQuantity', kind: 'decimal', width: 22, value: ({ rejectQuantity }) => rejectQuantity, places: () => 0, total: 'sum' },
      { key: 'defect', labelKey: 'production.fields.defectReasonId', kind: 'text', width: 34, value: ({ defectReasonName }) => defectReasonName ?? '' },
      { key: 'shift', labelKey: 'production.fields.workShiftId', kind: 'text', width: 22, value: ({ workShiftName }) => workShiftName ?? '' },
      { key: 'notes', labelKey: 'production.fields.notes', kind: 'text', width: 40, value: ({ notes }) => notes },
    ],
    rows: () => lines.map((line, at) => ({ ...line, row: at + 1 })),
    signatures: ['reports.signatures.preparedBy', 'production.forms.filledBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'],
    orientation: 'landscape',
  })
}

/** What stands above the lines. As long as it does not count, that is told first. */
function factsOf({ status, sectionName, firstDay, lastDay, writer, reason, photoCount, sentByName, sentAt, approvedByName, approvedAt, goodQuantity }: PaperBatch, language: Language, timeZone: string): PaperFact[] {
  const by = (name: string | null, at: string | null) => (name === null || at === null ? null : `${name}, ${instantText(at, timeZone, language, 'short')}`)
  return [
    ['production.fields.status', textOf(language, `production.paper.statuses.${status}`)], ['production.section', sectionName], ['production.paper.fields.days', paperDaysText(firstDay, lastDay)],
    ['production.fields.goodQuantity', `${numberText(decimalText(goodQuantity), language)}\u00a0${textOf(language, 'units.pieces')}`], ['production.fields.writer', writer],
    ['production.paper.fields.reason', reason], ['production.paper.fields.photos', String(photoCount)], ['production.paper.fields.sent', by(sentByName, sentAt)],
    ['production.paper.fields.approved', by(approvedByName, approvedAt)],
  ]
}
