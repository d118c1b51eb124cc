import { decimal, decimalText, type Decimal } from '../core/decimal.ts'

/** What our own labels name. A carton is so much of an item. */
export const ownCodeKinds = ['item', 'lot', 'location', 'carton'] as const
export type OwnCodeKind = (typeof ownCodeKinds)[number]

/** What a code on one of our labels says: of which kind it is, so that a scan is never taken for something else that has the same code. */
export interface OwnCode { readonly kind: OwnCodeKind; readonly code: string; readonly quantity?: Decimal }

const marks = { item: 'ITM', lot: 'LOT', location: 'LOC', carton: 'CTN' } as const satisfies Record<OwnCodeKind, string>
const form = /^(ITM|LOT|LOC|CTN):(.+)$/i
const cartonForm = /^(\d{1,9}(?:\.\d{1,4})?):(.+)$/

/** `LOT:KAIN-01-20261120-001`; of a carton of 60, `CTN:60:BJ-BRG-30`. */
export function ownCode({ kind, code, quantity }: OwnCode): string {
  return [marks[kind], ...(quantity === undefined ? [] : [decimalText(quantity)]), code].join(':')
}

/** Nothing where it is none of ours: a code as others print it. */
export function readOwnCode(text: string): OwnCode | undefined {
  const [, mark, rest] = form.exec(text.trim()) ?? []
  const kind = ownCodeKinds.find(one => marks[one] === mark?.toUpperCase())
  if (kind === undefined || rest === undefined) return undefined
  if (kind !== 'carton') return { kind, code: rest }
  const [, quantity, code] = cartonForm.exec(rest) ?? []
  return quantity === undefined || code === undefined ? undefined : { kind, code, quantity: decimal(quantity) }
}

/** What a code stands for where only codes are known: a search, a column of codes. */
export function plainCode(text: string): string {
  return readOwnCode(text)?.code ?? text
}
