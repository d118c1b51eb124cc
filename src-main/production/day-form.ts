import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { dayText } from '../../shared/core/day-text.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import type { FormKind } from '../../shared/production/forms.ts'
import { paperCode } from '../../shared/production/paper-code.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { documentOnPaper } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type ColumnSpec, type Report } from '../engines/reports.ts'

interface FormLine { readonly line: number; readonly number: string; readonly product: string; readonly target: Decimal; readonly made: Decimal }
type Column = ColumnSpec<FormLine, Record<string, never>>

export interface WantedForm { readonly sectionId: string; readonly day: BusinessDay; readonly kind: FormKind; readonly language: Language }

/** IO-8: what is filled in by pen while the program cannot be reached, and copied from paper afterwards: the code at its head begins that. */
export function productionForm(context: JobContext, { sectionId, day, kind, language }: WantedForm): Promise<Paper> {
  const { db } = context
  const { name, code } = db.get('section', sectionId)
  const days = kind === 'WEEK' ? `${dayText(day)} – ${dayText(addDays(day, 6))}` : dayText(day)
  return documentOnPaper(context, {
    report: formReport(kind, linesOf(db, sectionId), day), language, subject: `${name} · ${days}`, facts: [['production.section', name], ['production.fields.day', days], ['production.forms.howTo', textOf(language, 'production.forms.copying')]],
    code: paperCode({ section: code, day, kind }),
  })
}

function linesOf(db: Reader, sectionId: string): FormLine[] {
  const rows = db.all(
    sql.selectFrom('workOrder').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId').innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
      .leftJoin('item', 'item.id', 'workOrder.itemId').where('workOrder.sectionId', '=', sectionId).where('workOrder.status', 'in', openWorkOrders)
      .select(['workOrder.number', 'article.name as articleName', 'item.name as itemName', 'workOrder.targetQuantity', 'workOrder.goodQuantity']).orderBy('workOrder.deadlineDay').orderBy('workOrder.number'),
  )
  return rows.map(({ number, articleName, itemName, targetQuantity, goodQuantity }, at) => ({ line: at + 1, number, product: itemName ?? articleName, target: targetQuantity, made: goodQuantity }))
}

function formReport(kind: FormKind, lines: readonly FormLine[], day: BusinessDay): Report {
  return defineReport<FormLine>()({
    name: 'productionForm', permission: 'process.readDailyProduction', titleKey: `production.forms.titles.${kind}`, descriptionKey: `production.forms.titles.${kind}`, filters: {},
    columns: [...known, ...blanks(kind, day)], rows: () => lines, signatures: ['reports.signatures.preparedBy', 'production.forms.filledBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'], orientation: 'landscape',
  })
}

const known: readonly Column[] = [
  { key: 'line', labelKey: 'planning.work.paper.line', kind: 'integer', width: 10, value: ({ line }) => line },
  { key: 'code', labelKey: 'production.forms.code', kind: 'text', width: 32, isCode: true, value: ({ number }) => number },
  { key: 'number', labelKey: 'production.fields.workOrderId', kind: 'text', width: 44, value: ({ number }) => number },
  { key: 'product', labelKey: 'planning.work.part', kind: 'text', width: 48, value: ({ product }) => product },
  { key: 'target', labelKey: 'production.fields.target', kind: 'decimal', width: 18, value: ({ target }) => target, places: () => 0 },
  { key: 'made', labelKey: 'production.fields.soFar', kind: 'decimal', width: 20, value: ({ made }) => made, places: () => 0 },
]

/** What is left for the pen. */
function blanks(kind: FormKind, day: BusinessDay): readonly Column[] {
  const blank = (key: string, labelKey: string, width: number): Column => ({ key, labelKey, kind: 'text', width, value: () => lineToWriteOn(width) })
  if (kind === 'WEEK') return Array.from({ length: 7 }, (_, at) => blank(`day${at}`, `production.forms.weekdays.${weekdayOf(addDays(day, at))}`, 18))
  return [
    blank('good', 'production.fields.goodQuantity', 26), blank('reject', 'production.fields.rejectQuantity', 22), blank('defect', 'production.fields.defectReasonId', 34),
    blank('shift', 'production.fields.workShiftId', 20), blank('notes', 'production.fields.notes', 40),
  ]
}

/** At the foot of its row, as long as a column of so many millimetres takes. */
function lineToWriteOn(millimetres: number): string {
  return `\n\n\n${'_'.repeat(Math.floor(millimetres / 1.9))}`
}

/** 0 is Sunday. */
function weekdayOf(day: BusinessDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
