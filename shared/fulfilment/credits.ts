const creditMark = 'C'

/** A credit note's number begins with its mark and goes on with digits: `C536379`. */
export function isCreditNumber(number: string): boolean {
  return number.toUpperCase().startsWith(creditMark) && /^\d+$/.test(number.slice(creditMark.length))
}

export interface Credited {
  readonly itemCode: string
  readonly quantity: number
}

/** Whether two codes name the same item: some programs write it small, others large. */
export function isSameCode(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase()
}

/** Whether an invoice holds as much of every item as a credit note takes back. */
export function couldBeCredited(invoiced: readonly Credited[], credited: readonly Credited[]): boolean {
  const sums = (lines: readonly Credited[]) =>
    lines.reduce((all, { itemCode, quantity }) => all.set(itemCode.toUpperCase(), (all.get(itemCode.toUpperCase()) ?? 0) + quantity), new Map<string, number>())
  const held = sums(invoiced)
  return [...sums(credited)].every(([itemCode, quantity]) => (held.get(itemCode) ?? 0) >= quantity)
}

export interface CreditableLine extends Credited {
  readonly isCharge: boolean
}

/** Whether credit notes take back all the goods of an invoice, or all of it where there are charges alone. */
export function isCreditedWhole(lines: readonly CreditableLine[], credited: readonly Credited[]): boolean {
  const goods = lines.filter(({ isCharge }) => !isCharge)
  return credited.length > 0 && couldBeCredited(credited, goods.length === 0 ? lines : goods)
}
