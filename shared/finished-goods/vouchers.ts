import { addMoney, fromMinorUnits, subtractMoney, type Money } from '../core/money.ts'

export const voucherKinds = ['MATERIAL', 'GOODS', 'VARIANCE'] as const
/** What a line of a voucher tells: material that went into the work, goods that came of it, and what is left between both. */
export type VoucherKind = (typeof voucherKinds)[number]

/** Codes of the factory's chart of accounts. */
export interface Accounts { readonly materials: string; readonly work: string; readonly goods: string; readonly variance: string }
export interface VoucherEntry { readonly kind: VoucherKind; readonly debit: string; readonly credit: string; readonly amount: Money; readonly department: string }

/** What an order has cost and brought, as it is told to the books. */
export interface Told { readonly used: readonly { readonly department: string; readonly value: Money }[]; readonly goods: Money; readonly goodsDepartment: string }

/** IO-11: material into the work, section by section; goods out of it; and the rest, so that nothing stays on the account of the work, to the cent. */
export function voucherOf({ used, goods, goodsDepartment }: Told, { materials, work, goods: goodsAccount, variance }: Accounts): VoucherEntry[] {
  const worth = used.reduce((sum, { value }) => addMoney(sum, value), fromMinorUnits(0))
  const rest = subtractMoney(worth, goods)
  const entries: VoucherEntry[] = [
    ...used.map(({ department, value }): VoucherEntry => ({ kind: 'MATERIAL', debit: work, credit: materials, amount: value, department })),
    { kind: 'GOODS', debit: goodsAccount, credit: work, amount: goods, department: goodsDepartment },
    rest >= 0
      ? { kind: 'VARIANCE', debit: variance, credit: work, amount: rest, department: goodsDepartment }
      : { kind: 'VARIANCE', debit: work, credit: variance, amount: fromMinorUnits(-rest), department: goodsDepartment },
  ]
  return entries.flatMap(turned)
}

/** What is taken back: the same with both sides changed. */
export function reversedEntry(entry: VoucherEntry): VoucherEntry {
  return { ...entry, debit: entry.credit, credit: entry.debit }
}

/** Amounts are more than nothing: less than that stands on the other side. */
function turned(entry: VoucherEntry): VoucherEntry[] {
  if (entry.amount === 0) return []
  return [entry.amount > 0 ? entry : { ...reversedEntry(entry), amount: fromMinorUnits(-entry.amount) }]
}
