import type { Carton } from '../../shared/finished-goods/cartons.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { documentOnPaper, printPaper, type PaperFact } from '../documents/paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'
import { dayText } from '../../shared/core/day-text.ts'
import { receivingDetail } from './receiving-detail.ts'

/** The cartons of an order with room to tick each off and to write what it holds. */
function formReport(cartons: readonly Carton[]): Report {
  const blank = (key: 'counted' | 'tick' | 'remark', width: number) => ({ key, labelKey: `finishedGoods.form.${key}`, kind: 'text', width, value: () => '' }) as const
  return defineReport<Carton>()({
    name: 'receivingForm', permission: 'finishedGoods.view', titleKey: 'finishedGoods.form.title', descriptionKey: 'finishedGoods.form.title', filters: {},
    columns: [
      { key: 'number', labelKey: 'finishedGoods.fields.carton', kind: 'text', width: 52, value: ({ number }) => number },
      { key: 'quantity', labelKey: 'finishedGoods.fields.quantity', kind: 'decimal', width: 22, value: ({ quantity }) => quantity, places: () => 0, total: 'sum' },
      { key: 'destination', labelKey: 'finishedGoods.fields.week', kind: 'text', width: 30, value: ({ week, destination }) => [week, destination].filter(Boolean).join(' · ') },
      blank('tick', 18), blank('counted', 24), blank('remark', 60),
    ],
    rows: () => cartons,
    signatures: ['finishedGoods.form.packed', 'finishedGoods.form.received', 'reports.signatures.checkedBy'],
    orientation: 'portrait',
  })
}

/** IO-8: for when the host is away, of what is not in the store yet; what was ticked off is scanned afterwards. */
export async function printReceivingForm(context: JobContext, id: string, language: Language): Promise<{ ticket: string; name: string; mediaType: string; size: number }> {
  const detail = receivingDetail(context, id)
  const { manufacturingNumber, articleCode, articleName, week, destination, shipDay, cartons } = detail
  const facts: PaperFact[] = [
    ['planning.fields.article', `${articleName} (${articleCode})`], ['planning.fields.week', week],
    ['planning.fields.destination', destination === null ? null : textOf(language, `planning.destinations.${destination}`)], ['planning.fields.shipDay', dayText(shipDay)],
  ]
  const paper = await documentOnPaper(context, { report: formReport(cartons.filter(({ status }) => status !== 'RECEIVED')), language, subject: manufacturingNumber, facts, code: manufacturingNumber })
  return printPaper(context, paper, `${textOf(language, 'finishedGoods.form.file')}_${manufacturingNumber}`)
}
