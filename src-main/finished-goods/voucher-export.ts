import { rm } from 'node:fs/promises'
import { AppError } from '../../shared/core/errors.ts'
import { moneyText } from '../../shared/core/money.ts'
import { padded } from '../../shared/core/number-text.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { receipts } from '../../shared/finished-goods/receipts.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { csvForms, openCsv } from '../engines/csv.ts'
import { textOf } from '../engines/reports-text.ts'

type Asked = ParsedInputOf<typeof receipts.exportVouchers>
const columns = ['day', 'voucher', 'debit', 'credit', 'amount', 'note', 'department'] as const

/** IO-11: what the books were told, the very same however often it is asked for; that it was taken out is kept in the audit. */
export async function exportVouchers(context: JobContext, { language = context.session.language, ...asked }: Asked): Promise<OutputOf<typeof receipts.exportVouchers>> {
  const { db } = context
  const lines = linesFor(db, asked)
  const file = await context.createFile(`${fileName(db, asked, language)}.csv`, 'text/csv')
  try {
    const csv = openCsv(file.path, csvForms[language])
    await csv.row(columns.map(column => textOf(language, `finishedGoods.vouchers.columns.${column}`)))
    for (const { day, number, debit, credit, amount, kind, department, order } of lines) {
      const note = textOf(language, `finishedGoods.vouchers.notes.${kind}`, { order })
      await csv.row([{ day }, number, debit, credit, { exact: padded(moneyText(amount), 2) }, note, department])
    }
    await csv.close()
    const facts = { report: 'vouchers', format: 'csv', language, filters: filtersOf(asked), rowCount: lines.length, fileName: file.name }
    await context.command('reports.recordExport', facts)
    return { ...(await context.offer(file)), rowCount: lines.length }
  } catch (error) {
    await rm(file.path, { force: true })
    throw error
  }
}

/** Throws `invalid-input` where neither an order nor days are named. */
function linesFor(db: Reader, { manufacturingOrderId, fromDay, toDay }: Omit<Asked, 'language'>) {
  if (manufacturingOrderId === undefined && fromDay === undefined) throw new AppError('invalid-input', { issues: [{ path: ['fromDay'], reason: 'finishedGoods.issues.which-vouchers', params: {} }] })
  let query = sql.selectFrom('voucherLine').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'voucherLine.manufacturingOrderId').selectAll('voucherLine')
    .select('manufacturingOrder.number as order').orderBy('voucherLine.seq')
  if (manufacturingOrderId !== undefined) query = query.where('voucherLine.manufacturingOrderId', '=', manufacturingOrderId)
  if (fromDay !== undefined) query = query.where('voucherLine.day', '>=', fromDay)
  if (toDay !== undefined) query = query.where('voucherLine.day', '<=', toDay)
  return db.all(query)
}

function fileName(db: Reader, { manufacturingOrderId, fromDay, toDay }: Omit<Asked, 'language'>, language: Language): string {
  const what = manufacturingOrderId === undefined ? [fromDay, toDay] : [db.get('manufacturingOrder', manufacturingOrderId).number]
  return [textOf(language, 'finishedGoods.vouchers.file'), ...what.filter(part => part !== undefined)].join('_')
}

function filtersOf({ manufacturingOrderId, fromDay, toDay }: Omit<Asked, 'language'>): Record<string, string> {
  return { ...(manufacturingOrderId !== undefined && { order: manufacturingOrderId }), ...(fromDay !== undefined && { from: fromDay }), ...(toDay !== undefined && { to: toDay }) }
}
