import type { Selectable } from 'kysely'
import { compareDecimals, divide, fromUnits, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { onTimeRate, vendorScore, type VendorMarks } from '../../shared/masters/rules.ts'
import type { MonthScore, vendors, VendorScore } from '../../shared/purchasing/vendors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { VendorMarkTable } from '../database/tables.ts'
import { invalid } from '../warehouse/refusals.ts'
import { punctualityIn } from './receipt-rows.ts'

type Mark = Selectable<VendorMarkTable>
interface Punctuality { readonly receipts: number; readonly onTime: number }
interface Months { readonly fromMonth: string; readonly toMonth: string }
export type NamedScore = OutputOf<typeof vendors.listVendorScores>[number]

export function listVendorScores(db: Reader, months: Months): NamedScore[] {
  const marks = Map.groupBy(marksIn(db, months), ({ partnerId }) => partnerId)
  const came = Map.groupBy(punctualityOf(db, months), ({ partnerId }) => partnerId)
  return [...new Set([...marks.keys(), ...came.keys()])]
    .map(partnerId => ({ ...named(db, partnerId), ...scoreOf(marks.get(partnerId) ?? [], sumOf(came.get(partnerId) ?? [])) }))
    .sort(bestFirst)
}

/** One vendor month by month, as far as anything is known of the month. */
export function vendorScores(db: Reader, { partnerId, ...span }: ParsedInputOf<typeof vendors.getVendorScore>): OutputOf<typeof vendors.getVendorScore> {
  const marks = marksIn(db, span).filter(mark => mark.partnerId === partnerId)
  const came = punctualityOf(db, span).filter(one => one.partnerId === partnerId)
  const months = [...new Set([...marks, ...came].map(({ month }) => month))].sort().reverse().map((month): MonthScore => {
    const mark = marks.find(one => one.month === month)
    return {
      month, markId: mark?.id ?? null, version: mark?.version ?? null, notes: mark?.notes ?? '',
      ...scoreOf(mark ? [mark] : [], sumOf(came.filter(one => one.month === month))),
    }
  })
  return { ...named(db, partnerId), overall: scoreOf(marks, sumOf(came)), months }
}

/** Throws `conflict` where somebody has marked that month meanwhile, `invalid-input` for a month that has not begun. */
export function setVendorMarks({ db, today }: CommandContext, { partnerId, month, version, ...marks }: ParsedInputOf<typeof vendors.setVendorMarks>): Mark {
  if (db.get('partner', partnerId).kind === 'CUSTOMER') throw invalid('partnerId', 'purchasing.issues.not-a-vendor')
  if (month > today().slice(0, 7)) throw invalid('month', 'purchasing.issues.month-ahead')
  const there = db.first(sql.selectFrom('vendorMark').selectAll().where('partnerId', '=', partnerId).where('month', '=', month))
  if (there?.version !== version) throw new AppError('conflict', { entity: 'vendorMark', id: there?.id })
  return there ? db.update('vendorMark', there, marks) : db.insert('vendorMark', { partnerId, month, ...marks })
}

/** MD-6, over the months that were marked; punctuality over all receipts of the span. */
function scoreOf(marks: readonly Mark[], { receipts, onTime }: Punctuality): VendorScore {
  const delivery = onTimeRate(onTime, receipts) ?? null
  const mean = (name: Exclude<keyof VendorMarks, 'delivery'>) => average(marks.map(mark => mark[name]))
  const judged = { quality: mean('quality'), price: mean('price'), responsiveness: mean('responsiveness'), flexibility: mean('flexibility') }
  const { quality, price, responsiveness, flexibility } = judged
  const isWhole = quality !== null && price !== null && responsiveness !== null && flexibility !== null && delivery !== null
  return { ...judged, delivery, receipts, onTime, score: isWhole ? vendorScore({ quality, delivery, price, responsiveness, flexibility }) : null }
}

function average(values: readonly Decimal[]): Decimal | null {
  return values.length === 0 ? null : divide(sumDecimals(values), fromUnits(values.length * 10_000), 'half-up')
}

function sumOf(came: readonly Punctuality[]): Punctuality {
  return came.reduce((sum, one) => ({ receipts: sum.receipts + one.receipts, onTime: sum.onTime + one.onTime }), { receipts: 0, onTime: 0 })
}

function marksIn(db: Reader, { fromMonth, toMonth }: Months): Mark[] {
  return db.all(sql.selectFrom('vendorMark').selectAll().where('month', '>=', fromMonth).where('month', '<=', toMonth))
}

function punctualityOf(db: Reader, { fromMonth, toMonth }: Months) {
  return punctualityIn(db, `${fromMonth}-01`, `${toMonth}-31`)
}

function named(db: Reader, partnerId: string) {
  const { code, name } = db.get('partner', partnerId)
  return { partnerId, partnerCode: code, partnerName: name }
}

function bestFirst(a: NamedScore, b: NamedScore): number {
  if (a.score === null || b.score === null) return Number(a.score === null) - Number(b.score === null) || (a.partnerName < b.partnerName ? -1 : 1)
  return compareDecimals(b.score, a.score) || (a.partnerName < b.partnerName ? -1 : 1)
}
