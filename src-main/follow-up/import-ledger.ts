import { decimal, decimalText } from '../../shared/core/decimal.ts'
import { money, moneyText, type Money } from '../../shared/core/money.ts'
import { followUpTexts } from '../../shared/follow-up/texts.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue, FieldValues } from '../../shared/imports/target.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { customerMaster } from '../../shared/masters/partners.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { customerCode, textIn } from '../fulfilment/import-documents.ts'
import { fault, foldCase, question, type CompoundTarget, type ImportField, type ListTarget, type PartRow, type SoundRow, type TargetRecord } from '../imports/target.ts'
import { toldCustomers } from '../masters/customers-told.ts'
import { masterTarget } from '../masters/master-target.ts'
import { keepAccount } from './accounts.ts'

const permissions = { view: 'followUp.view', insert: 'followUp.update', update: 'followUp.update' } as const
const { id, en } = { id: followUpTexts.id.fields, en: followUpTexts.en.fields }
const named = (name: keyof typeof id) => ({ labels: { id: id[name], en: en[name] } })
const placesOfMoney = 2
const amounts = ['debit', 'credit'] as const

const agent: ImportField = {
  name: 'agentName', kind: 'text', maximum: 200, ...named('agentName'), headings: ['Agent', 'Agen', 'Sales', 'Salesman', 'Kolektor', 'Collector', 'Agent name'],
}
const debit: ImportField = {
  name: 'debit', kind: 'decimal', isRequired: true, least: 0, ...named('debit'), headings: ['Debet', 'Dr', 'Total debit', 'Piutang', 'Receivable', 'Saldo piutang'],
}
const credit: ImportField = {
  name: 'credit', kind: 'decimal', least: 0, empty: '0', ...named('credit'), headings: ['Kredit', 'Cr', 'Total credit', 'Pembayaran', 'Paid', 'Terbayar'],
}
const asOf: ImportField = {
  name: 'asOf', kind: 'day', isRequired: true, isNearOthers: true, ...named('asOf'), headings: ['Per tanggal', 'As of', 'Tanggal', 'Date', 'Ledger date', 'Tanggal buku'],
}

/** What the books say of customers, each of whom is there. */
export const customerAccountsTarget: ListTarget = {
  name: 'customerAccounts',
  entity: 'customerAccount',
  permissions,
  modes: ['insert', 'update'],
  fields: [{ name: 'customer', kind: 'reference', reference: 'customer', isRequired: true, isKey: true, ...named('customerId') }, agent, debit, credit, asOf],
  prepare: db => ({ records: accountRecords(db), check: () => [] }),
  apply(context, rows, { lookup, at }) {
    for (const { row, id: accountId, values } of rows) {
      at(row, () => {
        const customerId = accountId === null ? lookup.id('customer', values.customer) : context.db.get('customerAccount', accountId).customerId
        keepAccount(context, customerId, { debit: amountIn(values.debit), credit: amountIn(values.credit), agentName: textIn(values, 'agentName'), asOf: textIn(values, 'asOf') || undefined })
      })
    }
  },
}

/** The ledger as programs of accounts export it, a row a customer: those that are not there yet, and what all of them owe. */
export const customerLedgerTarget: CompoundTarget = {
  name: 'customerLedger',
  permissions,
  // Whoever is there already is set to what the file says: that is what it is for.
  modes: ['update'],
  mostRows: 20_000,
  fields: [
    {
      name: 'customer', kind: 'text', isRequired: true, isKey: true, maximum: 50, ...named('customerCode'),
      headings: ['Customer', 'Pelanggan', 'Client code', 'Kode client', 'Kode', 'Code', 'Account', 'No pelanggan', 'Customer no', 'CustomerID'],
    },
    { name: 'customerName', kind: 'text', maximum: 200, labels: { id: 'Nama pelanggan', en: 'Customer name' }, headings: ['Client name', 'Nama client', 'Nama', 'Name'] },
    agent,
    { name: 'area', kind: 'text', maximum: 100, ...named('area'), headings: ['Area', 'Wilayah', 'Kota', 'City', 'Route'] },
    debit,
    credit,
    asOf,
  ],
  parts: [
    { target: masterTarget(customerMaster), learns: true, rows: (read, _nameOf, db) => customersIn(db, read) },
    { target: customerAccountsTarget, rows: (read, _nameOf, db) => accountsIn(db, read) },
  ],
  check: ledgerIssues,
  exported: { count: db => db.one(sql.selectFrom('customerAccount').select(({ fn }) => fn.countAll<number>().as('count'))).count, rows: exportedRows },
}

function customersIn(db: Reader, read: readonly SoundRow[]): PartRow[] {
  return toldCustomers(db, read.map(({ row, values }) => ({ row, rowCount: 1, code: customerCode(values), name: textIn(values, 'customerName'), details: { area: textIn(values, 'area') } })))
}

/** An agent that a row does not name stays. */
function accountsIn(db: Reader, read: readonly SoundRow[]): PartRow[] {
  const agents = new Map(accountRecords(db).map(({ values }) => [foldCase(textIn(values, 'customer')), values.agentName ?? null]))
  return read.map(({ row, values }) => {
    const customer = customerCode(values)
    const agentName = textIn(values, 'agentName') || (agents.get(foldCase(customer)) ?? null)
    return { row, rowCount: 1, values: { customer, agentName, debit: values.debit ?? null, credit: values.credit ?? null, asOf: values.asOf ?? null } }
  })
}

function ledgerIssues({ db, today }: Pick<QueryContext, 'db' | 'today'>, read: readonly SoundRow[]): ReadonlyMap<number, readonly RowIssue[]> {
  const known = new Map(accountRecords(db).map(({ values }) => [foldCase(textIn(values, 'customer')), textIn(values, 'asOf')]))
  const customers = new Set(db.all(sql.selectFrom('customer').select('code')).map(({ code }) => foldCase(code)))
  return new Map(
    read.flatMap(({ row, values }) => {
      const code = foldCase(customerCode(values))
      const isNameless = !customers.has(code) && textIn(values, 'customerName') === ''
      const issues = [
        ...(isNameless ? [question('customer', 'customer-unknown', { value: textIn(values, 'customer') })] : []),
        ...amountIssues(values),
        ...dayIssues(values, known.get(code) ?? '', today()),
      ]
      return issues.length === 0 ? [] : [[row, issues] as const]
    }),
  )
}

function amountIssues(values: FieldValues): RowIssue[] {
  return amounts.flatMap(name => {
    const text = textIn(values, name)
    return text === '' || fitsUnit(decimal(text), placesOfMoney) ? [] : [fault(name, 'money-places', { value: text })]
  })
}

function dayIssues(values: FieldValues, known: string, today: string): RowIssue[] {
  const day = textIn(values, 'asOf')
  if (day > today) return [fault('asOf', 'day-ahead', { value: written(day) })]
  return day < known ? [question('asOf', 'older-ledger', { value: written(day), known: written(known) })] : []
}

/** As people write it. */
function written(day: string): string {
  return day.split('-').toReversed().join('-')
}

function accountRecords(db: Reader): TargetRecord[] {
  const rows = sql
    .selectFrom('customerAccount')
    .innerJoin('customer', 'customer.id', 'customerAccount.customerId')
    .select(['customerAccount.id', 'customerAccount.version', 'customer.code', 'agentName', 'debit', 'credit', 'asOf'])
    .orderBy('customer.code')
  return db.all(rows).map(({ id: accountId, version, code, debit: owed, credit: paid, ...row }) => ({
    id: accountId,
    version,
    isActive: true,
    values: { customer: code, agentName: row.agentName, debit: plain(owed), credit: plain(paid), asOf: row.asOf },
  }))
}

function* exportedRows(db: Reader): Iterable<FieldValues> {
  const rows = sql
    .selectFrom('customerAccount')
    .innerJoin('customer', 'customer.id', 'customerAccount.customerId')
    .select(['customer.code as customer', 'customer.name as customerName', 'agentName', 'customer.area', 'debit', 'credit', 'asOf'])
    .orderBy('customer.code')
  for (const { debit: owed, credit: paid, ...row } of db.all(rows)) yield { ...row, debit: plain(owed), credit: plain(paid) }
}

/** As a decimal field says it, so that what is imported again is the same. */
function plain(amount: Money): string {
  return decimalText(decimal(moneyText(amount)))
}

function amountIn(value: FieldValue | undefined): Money | undefined {
  return value === undefined || value === null || value === '' ? undefined : money(decimalText(decimal(String(value))))
}
