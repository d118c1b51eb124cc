import { wallClock } from '../../shared/core/dates.ts'
import { dayText } from '../../shared/core/day-text.ts'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import { numberText } from '../../shared/core/number-text.ts'
import type { Language } from '../../shared/texts.ts'
import type { Transfer } from '../../shared/transfers/slips.ts'
import type { JobContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { documentOnPaper, type PaperFact } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'
import { transferOf } from './rows.ts'

/** What goes along with the goods: what was sent, room to write what was counted, and boxes for both sides to sign in. */
function transferReport(transfer: Transfer): Report {
  return defineReport<Transfer>()({
    name: 'transfer', permission: 'process.readDailyProduction', titleKey: 'transfers.paper.title', descriptionKey: 'transfers.paper.title', filters: {},
    columns: [
      { key: 'goods', labelKey: 'transfers.fields.goods', kind: 'text', width: 64, value: ({ itemName, articleName }) => itemName ?? articleName },
      { key: 'batch', labelKey: 'transfers.fields.batch', kind: 'text', width: 34, value: ({ batch }) => batch },
      { key: 'sent', labelKey: 'transfers.fields.quantity', kind: 'decimal', width: 24, value: ({ quantity }) => quantity, places: () => 0 },
      { key: 'counted', labelKey: 'transfers.fields.countedQuantity', kind: 'decimal', width: 24, value: ({ countedQuantity }) => countedQuantity, places: () => 0 },
      { key: 'notes', labelKey: 'transfers.fields.notes', kind: 'text', width: 40, value: ({ notes }) => notes },
    ],
    rows: () => [transfer],
    signatures: ['transfers.paper.sent', 'transfers.paper.received', 'reports.signatures.checkedBy'],
    orientation: 'portrait',
  })
}

/** TR-10: the slip on the factory's paper, with its code to scan. */
export function transferPaper(context: JobContext, id: string, language: Language): Promise<Paper> {
  const transfer = transferOf(context.db, id, context.clock.now())
  return documentOnPaper(context, { report: transferReport(transfer), language, subject: transfer.number, facts: factsOf(context, transfer, language), code: transfer.barcode })
}

function factsOf({ db }: JobContext, transfer: Transfer, language: Language): PaperFact[] {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const sentAt = wallClock(transfer.createdAt, timeZone)
  const pieces = (quantity: Decimal) => `${numberText(decimalText(quantity), language)} ${textOf(language, 'units.pieces')}`
  return [
    ['transfers.fields.quantity', pieces(transfer.quantity)], ['transfers.fields.articleId', transfer.articleName],
    ['transfers.fields.fromSectionId', `${transfer.fromSectionName} · ${transfer.fromStageName} · ${transfer.fromWorkOrderNumber}`],
    ['transfers.fields.toSectionId', `${transfer.toSectionName} · ${transfer.toStageName} · ${transfer.toWorkOrderNumber}`], ['transfers.fields.productionLineId', transfer.productionLineName],
    ['planning.fields.week', transfer.week], ['planning.fields.destination', transfer.destination === null ? null : textOf(language, `planning.destinations.${transfer.destination}`)],
    ['transfers.fields.createdAt', `${dayText(sentAt.day)} ${sentAt.time}`], ['transfers.fields.sentBy', transfer.sentByName], ['transfers.fields.barcode', transfer.barcode],
  ]
}
