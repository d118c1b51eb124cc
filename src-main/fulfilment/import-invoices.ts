import { decimal, decimalText } from '../../shared/core/decimal.ts'
import { money } from '../../shared/core/money.ts'
import { linesText, readLines } from '../../shared/fulfilment/import-lines.ts'
import { invoicePriorities, invoiceTotal } from '../../shared/fulfilment/rules.ts'
import type { FieldValue } from '../../shared/imports/target.ts'
import { customerMaster, salesmanMaster } from '../../shared/masters/partners.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { AcceptedRow, ApplyTools, CompoundTarget, ListTarget, PartRow, SoundRow } from '../imports/target.ts'
import { toldCustomers } from '../masters/customers-told.ts'
import { masterTarget } from '../masters/master-target.ts'
import { createCreditNote } from './credit-notes.ts'
import { tableIssues } from './import-check.ts'
import { customerCode, documentsIn, goodsIn, lineOf, textIn, type Document, type Goods } from './import-documents.ts'
import { creditNoteFields, invoiceFields, tableFields } from './import-fields.ts'
import { createInvoice, keepSalesman } from './importing.ts'

const permissions = { view: 'fulfilment.view', insert: 'fulfilment.create', update: 'fulfilment.update' } as const
/** Whether a number is there already was asked of the rows: all of a document's stand or fall together. */
const prepare: ListTarget['prepare'] = () => ({ records: [], check: () => [] })

/** Invoices of a table, each with its lines. */
export const invoiceHeadsTarget: ListTarget = {
  name: 'invoiceHeads',
  entity: 'invoice',
  permissions,
  modes: ['insert'],
  fields: invoiceFields,
  prepare,
  apply(context, rows, tools) {
    for (const row of rows) tools.at(row.row, () => applyInvoice(context, row, tools))
  },
}

/** Credit notes of a table: after the invoices, which they may be about. */
export const creditNotesTarget: ListTarget = {
  name: 'creditNotes',
  entity: 'creditNote',
  permissions,
  modes: ['insert'],
  fields: creditNoteFields,
  prepare,
  apply(context, rows, tools) {
    for (const row of rows) tools.at(row.row, () => applyCreditNote(context, row, tools))
  },
}

/** What billing programs export, a row a line: customers and salesmen that are not there yet, invoices, and credit notes. */
export const invoicesTarget: CompoundTarget = {
  name: 'invoices',
  permissions,
  modes: ['insert'],
  mostRows: 20_000,
  everyRow: true,
  fields: tableFields,
  parts: [
    { target: masterTarget(customerMaster), learns: true, rows: (read, _nameOf, db) => customersIn(db, read) },
    { target: masterTarget(salesmanMaster), rows: (read, _nameOf, db) => salesmenIn(db, read) },
    { target: invoiceHeadsTarget, rows: (read, _nameOf, db) => headsIn(db, read, false) },
    { target: creditNotesTarget, rows: (read, _nameOf, db) => headsIn(db, read, true) },
  ],
  check: tableIssues,
}

/** Each customer once, as their first row tells them. */
function customersIn(db: Reader, read: readonly SoundRow[]): PartRow[] {
  const groups = [...Map.groupBy(read, ({ values }) => customerCode(values).toUpperCase()).values()]
  return toldCustomers(db, groups.map(rows => {
    const { row, values } = rows[0]!
    const said = (name: string) => textIn(values, name)
    return {
      row, rowCount: rows.length, code: customerCode(values), name: said('customerName'),
      details: {
        area: said('customerArea'), address: said('customerAddress'), postalCode: said('customerPostalCode'), phone: said('customerPhone'), alternatePhone: said('customerAlternatePhone'), email: said('customerEmail'),
      },
    }
  }))
}

function salesmenIn(db: Reader, read: readonly SoundRow[]): PartRow[] {
  const known = new Set(db.all(sql.selectFrom('salesman').select(['code', 'name'])).flatMap(({ code, name }) => [code.toUpperCase(), name.toUpperCase()]))
  const named = Map.groupBy(
    read.filter(({ values }) => textIn(values, 'salesman') !== ''),
    ({ values }) => textIn(values, 'salesman').toUpperCase(),
  )
  return [...named]
    .filter(([name]) => !known.has(name))
    .map(([, rows]) => {
      const name = textIn(rows[0]!.values, 'salesman')
      return { row: rows[0]!.row, rowCount: rows.length, values: { code: name.slice(0, 50) }, ifNew: { name } }
    })
}

function headsIn(db: Reader, read: readonly SoundRow[], isCredit: boolean): PartRow[] {
  const goods = goodsIn(db, read)
  return documentsIn(read)
    .filter(document => document.isCredit === isCredit)
    .map(document => headOf(document, goods))
}

function headOf({ number, head, rows, isCredit }: Document, goods: Goods): PartRow {
  const { values } = head
  const own = { number, day: values.day ?? null, customer: customerCode(values), lines: linesText(rows.map(row => lineOf(row, goods))) }
  const billed = ['salesman', 'total', 'priority', 'creator', 'temporaryName', 'remarks'].map((name): [string, FieldValue] => [name, values[name] ?? null])
  return { row: head.row, rowCount: rows.length, values: { ...own, ...(isCredit ? {} : Object.fromEntries(billed)) } }
}

function applyInvoice(context: CommandContext, { values }: AcceptedRow, { lookup }: ApplyTools): void {
  const [salesman, total] = [textIn(values, 'salesman'), textIn(values, 'total')]
  createInvoice(context, {
    number: textIn(values, 'number'),
    day: textIn(values, 'day'),
    customerId: lookup.id('customer', values.customer),
    salesmanId: salesman === '' ? null : keepSalesman(context, salesman),
    statedTotal: total === '' ? null : money(decimalText(decimal(total))),
    priority: invoicePriorities.find(priority => priority === values.priority) ?? 'MEDIUM',
    creator: textIn(values, 'creator'),
    temporaryName: textIn(values, 'temporaryName'),
    remarks: textIn(values, 'remarks'),
    lines: readLines(textIn(values, 'lines')),
  })
}

function applyCreditNote(context: CommandContext, { values }: AcceptedRow, { lookup }: ApplyTools): void {
  const lines = readLines(textIn(values, 'lines'))
  createCreditNote(context, {
    number: textIn(values, 'number'),
    day: textIn(values, 'day'),
    customerId: lookup.id('customer', values.customer),
    total: invoiceTotal(lines),
    lines: lines.map(({ itemCode, name, quantity, mrp }) => ({ itemCode, name, quantity, mrp })),
  })
}
