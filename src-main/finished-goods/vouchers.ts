import { addMoney, fromMinorUnits, type Money } from '../../shared/core/money.ts'
import { finishedGoodsSettings } from '../../shared/finished-goods/settings.ts'
import { reversedEntry, voucherOf, type Accounts, type VoucherEntry } from '../../shared/finished-goods/vouchers.ts'
import type { CommandContext, SettingReader } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { UsedMaterial } from '../planning/used-materials.ts'
import type { ReceiptRow } from './receiving.ts'

/** What a voucher is of: a receipt, or an order that was closed without one. */
interface VoucherSource { readonly number: string; readonly manufacturingOrderId: string; readonly receiptId: string | null }

/** IO-11: tells the books what an order has used and all it brought, as the accounts are now; it stays so whatever is set later. */
export function tellBooks(context: CommandContext, source: VoucherSource, goods: Money, used: readonly UsedMaterial[], packedIn: string): void {
  const { db, settings } = context
  const codeOf = (sectionId: string) => db.find('section', sectionId)?.code ?? ''
  const bySection = [...Map.groupBy(used, ({ sectionId }) => sectionId)].map(([sectionId, its]) => ({ department: codeOf(sectionId), value: its.reduce(addKnown, fromMinorUnits(0)) }))
  const entries = voucherOf({ used: bySection.toSorted((a, b) => a.department.localeCompare(b.department)), goods, goodsDepartment: codeOf(packedIn) }, accountsOf(settings))
  append(context, source, entries)
}

/** The opposite of what was told with a receipt and stands, on the day it is taken back. */
export function tellReversal(context: CommandContext, receipt: ReceiptRow): void {
  append(context, reversalOf(receipt), standingLines(context.db, receipt).map(reversedEntry))
}

/** The goods of a receipt are gone from an order that stays completed. */
export function tellGoodsGone(context: CommandContext, receipt: ReceiptRow, goods: Money, packedIn: string): void {
  const { db, settings } = context
  const standing = standingLines(db, receipt)
  const goodsDepartment = db.find('section', packedIn)?.code ?? ''
  const told = standing.length > 0 ? standing : voucherOf({ used: [], goods, goodsDepartment }, accountsOf(settings))
  append(context, reversalOf(receipt), told.map(reversedEntry))
}

/** What was told with a receipt, unless that was taken back already. */
function standingLines(db: Reader, { id, number }: ReceiptRow) {
  const lines = db.all(sql.selectFrom('voucherLine').selectAll().where('receiptId', '=', id).orderBy('seq'))
  return lines.some(line => line.number !== number) ? [] : lines
}

function reversalOf({ id, number, manufacturingOrderId }: ReceiptRow): VoucherSource {
  return { number: `${number}/R`, manufacturingOrderId, receiptId: id }
}

function append({ db, today }: CommandContext, { number, manufacturingOrderId, receiptId }: VoucherSource, entries: readonly VoucherEntry[]): void {
  entries.forEach(({ kind, debit, credit, amount, department }, at) => {
    db.append('voucherLine', { day: today(), number, position: at + 1, manufacturingOrderId, receiptId, kind, debit, credit, amount, department })
  })
}

function accountsOf(settings: SettingReader): Accounts {
  return {
    materials: settings.get(finishedGoodsSettings.materialsAccount), work: settings.get(finishedGoodsSettings.workAccount), goods: settings.get(finishedGoodsSettings.goodsAccount),
    variance: settings.get(finishedGoodsSettings.varianceAccount),
  }
}

function addKnown(sum: Money, { value }: UsedMaterial): Money {
  return value === null ? sum : addMoney(sum, value)
}
