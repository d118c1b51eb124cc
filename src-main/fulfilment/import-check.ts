import type { RowIssue } from '../../shared/imports/issue.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { isAmong } from '../masters/lookup.ts'
import { fault, foldCase, note, question, type SoundRow } from '../imports/target.ts'
import { headFields } from './import-fields.ts'
import { customerCode, differingTotal, documentsIn, goodsIn, textIn, type Document, type Goods } from './import-documents.ts'

/** What is odd about rows of invoices, each kind by its own name, so that it is decided once for all of its rows. */
export function tableIssues({ db }: { readonly db: Reader }, read: readonly SoundRow[]): ReadonlyMap<number, readonly RowIssue[]> {
  const found = new Map<number, RowIssue[]>()
  const add = (row: number, issues: readonly RowIssue[]) => issues.length > 0 && found.set(row, [...(found.get(row) ?? []), ...issues])
  const goods = goodsIn(db, read)
  const documents = documentsIn(read)
  const known = knownNumbers(db, documents)
  for (const document of documents) {
    const isKnown = known.has(foldCase(document.number))
    for (const row of document.rows)
      add(
        row.row,
        isKnown ? [fault('number', 'document-exists', { value: document.number })] : [...headIssues(row, document), ...lineIssues(row, document, goods)],
      )
    const differing = isKnown ? undefined : differingTotal(document)
    if (differing) add(document.head.row, [question('total', 'total-differs', { value: differing.stated, known: differing.total })])
  }
  return found
}

function knownNumbers(db: Reader, documents: readonly Document[]): ReadonlySet<string> {
  const numbers = JSON.stringify(documents.map(({ number }) => number))
  const invoices = db.all(sql.selectFrom('invoice').select('number').where(isAmong('invoice.number', numbers)))
  const notes = db.all(sql.selectFrom('creditNote').select('number').where(isAmong('creditNote.number', numbers)))
  return new Set([...invoices, ...notes].map(({ number }) => foldCase(number)))
}

/** The rows of a document have one head. */
function headIssues({ row, values }: SoundRow, { head }: Document): RowIssue[] {
  const said = (of: SoundRow['values'], name: (typeof headFields)[number]) => (name === 'customer' ? customerCode(of) : textIn(of, name))
  const differing = row === head.row ? undefined : headFields.find(name => said(values, name) !== said(head.values, name))
  return differing === undefined
    ? []
    : [fault(differing, 'document-differs', { value: said(values, differing), known: said(head.values, differing), row: head.row })]
}

function lineIssues({ values }: SoundRow, { isCredit }: Document, goods: Goods): RowIssue[] {
  const [quantity, code] = [Number(values.quantity), textIn(values, 'itemCode')]
  if (quantity === 0) return [fault('quantity', 'not-positive', { value: '0' })]
  if (isCredit !== quantity < 0) return [fault('quantity', isCredit ? 'credit-positive' : 'invoice-negative', { value: String(quantity) })]
  return [
    ...(goods.isGoods(values) ? [] : [question('itemCode', 'charge-code', { value: code })]),
    ...(Number(values.price) === 0 ? [question('price', 'zero-price')] : []),
    ...(textIn(values, 'itemName') === '' ? [note('itemName', 'name-taken', { value: goods.nameOf(code) })] : []),
  ]
}
