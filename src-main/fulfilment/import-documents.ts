import { decimal, decimalText } from '../../shared/core/decimal.ts'
import { isCreditNumber } from '../../shared/fulfilment/credits.ts'
import { invoiceTotal } from '../../shared/fulfilment/rules.ts'
import { moneyText } from '../../shared/core/money.ts'
import type { ImportedLine } from '../../shared/fulfilment/import-lines.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { foldCase, type SoundRow } from '../imports/target.ts'
import { isAmong } from '../masters/lookup.ts'
import { namesCharge } from './importing.ts'

/** What a file says of one invoice or credit note: its rows, of which the first has its head. */
export interface Document {
  readonly number: string
  readonly isCredit: boolean
  readonly head: SoundRow
  readonly rows: readonly SoundRow[]
}

/** The documents of a file. One whose number is a credit note's and which takes something back is one. */
export function documentsIn(read: readonly SoundRow[]): Document[] {
  const byNumber = Map.groupBy(read, ({ values }) => foldCase(String(values.number)))
  return [...byNumber.values()].map(rows => {
    const number = String(rows[0]!.values.number)
    return { number, head: rows[0]!, rows, isCredit: isCreditNumber(number) && rows.some(({ values }) => Number(values.quantity) < 0) }
  })
}

export function textIn(values: FieldValues, name: string): string {
  return String(values[name] ?? '')
}

/** A customer's number that a spreadsheet took for one with decimals: `17850.0` is 17850. */
export function customerCode(values: FieldValues): string {
  return textIn(values, 'customer').replace(/^(\d+)\.0+$/, '$1')
}

/** What is known of the codes of a file. */
export interface Goods {
  /** Of a line: no charge, as postage. */
  isGoods(values: FieldValues): boolean
  nameOf(code: string): string
}

/** Items of ours are goods whatever they are called. A line without a name is called as another with its code, as the item, or by the code. */
export function goodsIn(db: Reader, read: readonly SoundRow[]): Goods {
  const codes = JSON.stringify([...new Set(read.map(({ values }) => textIn(values, 'itemCode')))])
  const items = db.all(sql.selectFrom('item').select(['code', 'name', 'kind']).where(isAmong('item.code', codes)))
  const known = new Map(items.map(item => [foldCase(item.code), item]))
  const said = new Map(
    read.filter(({ values }) => textIn(values, 'itemName') !== '').map(({ values }) => [foldCase(textIn(values, 'itemCode')), textIn(values, 'itemName')]),
  )
  return {
    isGoods: values => {
      const [itemCode, item] = [textIn(values, 'itemCode'), known.get(foldCase(textIn(values, 'itemCode')))]
      if (item) return item.kind !== 'SERVICE'
      return !namesCharge({ itemCode, shelfLocation: textIn(values, 'shelf'), barcode: textIn(values, 'barcode'), batchNumber: textIn(values, 'batch') })
    },
    nameOf: code => said.get(foldCase(code)) ?? known.get(foldCase(code))?.name ?? code,
  }
}

export function lineOf({ values }: SoundRow, goods: Goods): ImportedLine {
  const itemCode = textIn(values, 'itemCode')
  const name = textIn(values, 'itemName')
  return {
    itemCode,
    name: name === '' ? goods.nameOf(itemCode) : name,
    quantity: Math.abs(Number(values.quantity)),
    mrp: decimal(String(values.price)),
    shelfLocation: textIn(values, 'shelf'),
    barcode: textIn(values, 'barcode'),
    companyName: textIn(values, 'company'),
    packing: textIn(values, 'packing'),
    batchNumber: textIn(values, 'batch'),
    expiresOn: textIn(values, 'expiry') === '' ? null : textIn(values, 'expiry'),
    remarks: textIn(values, 'lineRemarks'),
    isCharge: !goods.isGoods(values),
  }
}

/** What the lines come to where the file says something else, as texts. */
export function differingTotal({ head, rows }: Document): { readonly stated: string; readonly total: string } | undefined {
  const stated = textIn(head.values, 'total')
  if (stated === '') return undefined
  const total = moneyText(invoiceTotal(rows.map(({ values }) => ({ quantity: Number(values.quantity), mrp: decimal(String(values.price)) }))))
  return decimalText(decimal(stated)) === total ? undefined : { stated, total }
}
