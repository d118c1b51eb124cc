import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lan } from '../src-main/lan/http.ts'
import { payload } from './support/fulfilment-desks.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer, type Importer } from './support/import-files.ts'
import { startTestLan } from './support/lan.ts'

const days = ['2010-12-01', '2010-12-02', '2010-12-03'].map(day => ({ name: `${day}.csv`, content: readFileSync(new URL(`fixtures/invoices/${day}.csv`, import.meta.url), 'utf8') }))
const heading = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'
const table = (...rows: readonly string[]) => [heading, ...rows].join('\n')

let host: TestHost
let admin: Importer
beforeAll(async () => {
  host = await startTestHost()
  admin = await importer(host)
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})
const count = (from: string) => host.database.prepare(`select count(*) from ${from}`).pluck().get() as number
type Batch = Awaited<ReturnType<Importer['stage']>>
const openFindings = ({ findings }: Batch) => findings.filter(({ weight }) => weight !== 'note').map(({ column, reason, value, count: rows }) => [column, reason, value, rows])

describe('three real days', () => {
  let saved: string
  test('every oddity is named once, by its kind, and decided once', async () => {
    let batch = await admin.stage('invoices', days[0]!.content, { name: days[0]!.name, more: days.slice(1), mode: 'insert' })
    expect(batch).toMatchObject({ rowCount: 7419, status: 'STAGED' })
    expect(openFindings(batch)).toContainEqual(['customer', 'required', null, 2290])
    saved = (await admin.desk.imports.saveMapping({ target: 'invoices', name: 'Program kasir', columns: batch.setup.columns, constants: batch.setup.constants, replacements: {} })).id
    const decide = async (decisions: Parameters<typeof admin.desk.imports.decideRows>[0]['decisions']) => admin.desk.imports.decideRows({ id: batch.id, version: batch.version, decisions })
    batch = await decide([{ act: 'fill', where: { reason: 'required', column: 'customer' }, field: 'customer', value: 'TUNAI' }])
    const open = openFindings(batch)
    expect(open.filter(([, reason]) => reason === 'charge-code').map(([, , value, rows]) => [value, rows]).sort()).toEqual([['BANK CHARGES', 1], ['C2', 1], ['D', 1], ['DOT', 6], ['M', 4], ['POST', 13]])
    expect(open.filter(([, reason]) => reason !== 'charge-code').sort()).toEqual([['price', 'zero-price', null, 15], ['quantity', 'invoice-negative', null, 30]])
    batch = await decide([
      { act: 'skip', where: { reason: 'invoice-negative' } }, { act: 'accept', where: { reason: 'charge-code' }, reason: 'charge-code' }, { act: 'accept', where: { reason: 'zero-price' }, reason: 'zero-price' },
    ])
    expect(openFindings(batch)).toEqual([])
    await admin.desk.imports.applyImport(batch)
  }, 400_000)

  test('they became invoices with their lines, customers, and credit notes that know the invoice they are about', async () => {
    expect(saved).toBeTruthy()
    expect([count('invoice') + count('creditNote'), count('creditNote'), count('invoiceLine') + (host.database.prepare('select sum(json_array_length(lines)) from creditNote').pluck().get() as number)]).toEqual([388, 36, 7389])
    expect(count("customer where code = '17850'")).toBe(1)
    const { rows } = await admin.desk.fulfilment.listInvoices({ search: '536365' })
    const detail = await admin.desk.fulfilment.getInvoice({ id: rows[0]!.id })
    expect([detail.day, detail.customerCode, detail.lines.length, detail.status]).toEqual(['2010-12-01', '17850', 7, 'INVOICED'])
    expect(detail.lines[0]).toMatchObject({ itemCode: '85123A', quantity: 6, name: 'WHITE HANGING HEART T-LIGHT HOLDER', isCharge: false })
    expect(count("invoiceLine where itemCode = 'POST' and isCharge = 1")).toBeGreaterThan(0)
    const found = count('creditNote where invoiceId is not null')
    expect(found).toBeGreaterThan(0)
    const notes = await admin.desk.fulfilment.listCreditNotes({ filter: { isFound: true }, pageSize: 200 })
    expect(notes.rows).toHaveLength(found)
    for (const note of notes.rows) {
      const original = await admin.desk.fulfilment.getInvoice({ id: note.invoiceId! })
      expect(original.customerCode).toBe(note.customerCode)
      expect(original.creditNotes.map(({ number }) => number)).toContain(note.number)
    }
    const lost = (await admin.desk.fulfilment.listCreditNotes({ filter: { isFound: false } })).rows[0]!
    await expect(admin.desk.fulfilment.linkCreditNote({ id: lost.id, version: lost.version, invoiceNumber: '536365' })).rejects.toMatchObject({ code: 'other-customer' })
  })

  test('the same days again change nothing, and the mapping is known by then', async () => {
    const before = [count('invoice'), count('invoiceLine'), count('creditNote')]
    const again = await admin.stage('invoices', days[1]!.content, { name: days[1]!.name, mode: 'insert' })
    expect(again.setup.mappingId).toBe(saved)
    expect(openFindings(again).filter(([, reason]) => reason === 'document-exists').length).toBeGreaterThan(0)
    expect(again.newCount).toBe(0)
    await expect(admin.desk.imports.applyImport(again)).rejects.toMatchObject({ code: 'import-has-errors' })
    expect([count('invoice'), count('invoiceLine'), count('creditNote')]).toEqual(before)
  }, 300_000)
})

describe('files of invoices', () => {
  test('rows of one number have one head, and a credit note takes back', async () => {
    const batch = await admin.stage('invoices', table(
      'X-9001,21777,Kotak,2,2026-11-20 08:00:00,1.5,K1,Bogor', 'X-9001,21778,Botol,0,2026-11-20 09:00:00,2,K1,Bogor', 'X-9001,21779,Gelas,1,2026-11-21 09:00:00,2,K1,Bogor', 'C9002,21777,Kotak,-1,2026-11-20 10:00:00,1.5,K1,Bogor',
      'C9002,21778,Botol,3,2026-11-20 10:00:00,1.5,K1,Bogor',
    ), { mode: 'insert' })
    expect(openFindings(batch).sort()).toEqual([['day', 'document-differs', null, 1], ['quantity', 'credit-positive', null, 1], ['quantity', 'not-positive', null, 1]])
    await admin.desk.imports.discardImport({ id: batch.id })
  })

  test('a stated total that the lines do not come to is asked about, and marked where it is accepted', async () => {
    const rows = ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Salesman,Total', 'Y-1001,21777,Kotak,2,2026-11-20,1.5,K1,Rina,9', 'Y-1002,21777,Kotak,2,2026-11-20,1.5,K1,Rina,3.00']
    let batch = await admin.stage('invoices', rows.join('\n'), { mode: 'insert' })
    expect(openFindings(batch)).toEqual([['total', 'total-differs', null, 1]])
    batch = await admin.desk.imports.decideRows({ id: batch.id, version: batch.version, decisions: [{ act: 'accept', where: { reason: 'total-differs' }, reason: 'total-differs' }] })
    await admin.desk.imports.applyImport(batch)
    expect((await admin.desk.fulfilment.listInvoices({ filter: { isTotalDifferent: true } })).rows).toMatchObject([{ number: 'Y-1001', salesmanName: 'Rina' }])
    expect(count("salesman where name = 'Rina'")).toBe(1)
  })

  test('a credit note stops goods that have not left', async () => {
    const billing = await host.as('Billing')
    const { id } = await billing.fulfilment.importInvoice({ ...payload('Z-1', [['21780', 4, '2']]), customer: { code: 'K9', name: 'Toko K9' } })
    const picker = await host.as('Picker')
    await picker.fulfilment.startPicking({ invoiceId: id })
    await admin.desk.imports.applyImport(await admin.stage('invoices', table('C70001,21780,Barang,-4,2026-11-20 10:00:00,2,K9,'), { mode: 'insert' }))
    expect(await billing.fulfilment.getInvoice({ id })).toMatchObject({ status: 'REVIEW', returns: [{ section: 'PICKING', reason: 'Nota kredit C70001' }], creditNotes: [{ number: 'C70001' }] })
  })

  test('IF-1 a file tells where a customer lives and how they are reached; one that is known keeps that, and learns what is not known yet', async () => {
    await admin.desk.masters.createCustomer({ code: 'K20', name: 'Toko Lama', address: 'Jl. Lama 1' })
    const of = (number: string, code: string) => `${number},21781,Teko,6,2026-11-20 08:00:00,2,${code},Toko Baru ${code},Jl. Baru 7,40111,022555,08125550,${code}@toko.example`
    const file = ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Customer name,Address1,Pincode,Phone1,Phone2,Email', of('W-2001', 'K20'), of('W-2002', 'K21')].join('\n')
    await admin.desk.imports.applyImport(await admin.stage('invoices', file, { mode: 'insert' }))
    const [known, made] = await Promise.all(['K20', 'K21'].map(async code => (await admin.desk.masters.listCustomers({ search: code })).rows[0]!))
    expect(known).toMatchObject({ name: 'Toko Lama', address: 'Jl. Lama 1', postalCode: '40111', phone: '022555', alternatePhone: '08125550', email: 'K20@toko.example' })
    expect(made).toMatchObject({ name: 'Toko Baru K21', address: 'Jl. Baru 7', postalCode: '40111', phone: '022555', alternatePhone: '08125550', email: 'K21@toko.example' })
  })

  test('a credit note in the same file stops what only waits to be picked; corrected, it waits again, and credited whole it ends with its history', async () => {
    const billing = await host.as('Billing')
    const picker = await host.as('Picker')
    const file = table(
      'W-1001,21781,Teko,6,2026-11-20 08:00:00,2,K10,', 'W-1001,21782,Cangkir,1,2026-11-20 08:00:00,2,K10,', 'C71001,21781,Teko,-4,2026-11-20 10:00:00,2,K10,', 'C71002,21781,Teko,-4,2026-11-20 11:00:00,2,K10,',
    )
    await admin.desk.imports.applyImport(await admin.stage('invoices', file, { mode: 'insert' }))
    const { id } = (await billing.fulfilment.listInvoices({ search: 'W-1001' })).rows[0]!
    // Six hold the first four, not four more: the second note is about another invoice.
    const { version, ...stopped } = await billing.fulfilment.getInvoice({ id })
    expect(stopped).toMatchObject({ status: 'REVIEW', billingStatus: 'REVIEW', returns: [{ section: 'PICKING', reason: 'Nota kredit C71001' }], creditNotes: [{ number: 'C71001' }] })
    await expect(picker.fulfilment.startPicking({ invoiceId: id })).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(billing.fulfilment.cancelCredited({ id, version })).rejects.toMatchObject({ code: 'not-credited', params: { number: 'W-1001' } })
    const corrected = await billing.fulfilment.updateBill({ id, version, lines: [{ itemCode: '21781', quantity: 4 }], notes: 'Sisa pesanan' })
    expect(corrected).toMatchObject({ status: 'INVOICED', billingStatus: 'RE_INVOICED' })
    expect(await picker.fulfilment.startPicking({ invoiceId: id })).toMatchObject({ status: 'PICKING', billingStatus: 'BILLED' })
    await picker.fulfilment.completePicking({ invoiceId: id })
    const [lost] = (await billing.fulfilment.listCreditNotes({ filter: { isFound: false }, search: 'C71002' })).rows
    await billing.fulfilment.linkCreditNote({ id: lost!.id, version: lost!.version, invoiceNumber: 'W-1001' })
    await expect(billing.fulfilment.linkCreditNote({ id: lost!.id, version: lost!.version + 1, invoiceNumber: 'W-1001' })).rejects.toMatchObject({ code: 'already-linked', params: { note: 'C71002', number: 'W-1001' } })
    await admin.desk.imports.applyImport(await admin.stage('invoices', table('C71003,21782,Cangkir,-1,2026-11-20 12:00:00,2,K10,'), { mode: 'insert' }))
    const again = await billing.fulfilment.getInvoice({ id })
    expect([again.status, again.creditNotes.map(({ number }) => number)]).toEqual(['REVIEW', ['C71001', 'C71002', 'C71003']])
    expect(await billing.fulfilment.cancelCredited({ id, version: again.version })).toMatchObject({ status: 'CANCELLED', billingStatus: 'BILLED' })
    const ended = await billing.fulfilment.getInvoice({ id })
    expect(ended).toMatchObject({ picking: [{ status: 'CANCELLED', cancelReason: 'Nota kredit C71001, C71002, C71003' }], returns: [{ resolution: 'Nota kredit C71001, C71002, C71003' }, { resolution: 'Sisa pesanan' }] })
    await expect(billing.fulfilment.changeInvoice({ id, version: ended.version, priority: 'HIGH' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'CANCELLED' } })
    expect((await billing.fulfilment.getBoard({})).counts.map(({ status }) => status)).not.toContain('CANCELLED')
    // Nobody owes what was taken back whole: the report of invoices tells it, and no sum counts it.
    const owner = await host.as('Superadmin')
    const told = async (report: string, filters: Readonly<Record<string, string>> = {}) => (await owner.reports.previewReport({ report, filters: { period: { from: '2026-11-20', to: '2026-11-20' }, search: 'W-1001', ...filters }, pageSize: 200 })).rows.map(({ cells }) => cells)
    expect(await told('invoices')).toMatchObject([{ number: 'W-1001', status: 'CANCELLED', total: null }])
    expect([await told('billingSummary'), await told('billedItems')]).toEqual([[], []])
    expect(await told('billedItems', { status: 'CANCELLED' })).toMatchObject([{ number: 'W-1001', invoices: 1 }, { number: 'W-1001', invoices: null }])
  })
})

describe('the billing program', () => {
  let lan: Lan
  beforeAll(async () => {
    lan = await startTestLan(host)
  })
  afterAll(() => lan.close())

  test('IF-1 (a, b) sends by key: 200 with the total, 409 for the same number, 400 with the field, 403 without the right', async () => {
    const maker = host.desk(await host.sessionFor('Superadmin'))
    const keyFor = async (permissions: string[]) => (await maker.programs.createKey({ name: permissions.join(), permissions, sections: 'all', canSeeCost: false, expiresOn: '2026-12-31' } as never)).key
    const key = await keyFor(['process.importInvoice'])
    const send = async (body: unknown, by = key) => {
      const response = await fetch(`${lan.url}/api/v1/fulfilment/importInvoice`, { method: 'POST', headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })
      return { status: response.status, body: (await response.json()) as { value?: Record<string, unknown>; code?: string; params?: Record<string, unknown> } }
    }
    const invoice = {
      invoice_no: 'API-920', invoice_date: '2026-11-20', salesman: 'Rina', Total: 920.0, customer: { code: 'API', name: 'Toko API' },
      items: [{ name: 'Satu', item_code: 'P-1001', quantity: 20, mrp: 3.5, shelf_location: '' }, { name: 'Dua', item_code: 'P-1002', quantity: 10, mrp: 85, shelf_location: 'R-1' }],
    }
    expect(await send(invoice)).toMatchObject({ status: 200, body: { value: { invoice_no: 'API-920', total_amount: '920', total_matches: true, status: 'INVOICED', billing_status: 'BILLED' } } })
    expect(await send(invoice)).toMatchObject({ status: 409, body: { code: 'duplicate' } })
    expect(count("invoice where number = 'API-920'")).toBe(1)
    expect(await send({ ...invoice, invoice_no: 'API-921', items: [{ ...invoice.items[0], quantity: 0 }] })).toMatchObject({ status: 400, body: { code: 'invalid-input', params: { issues: [{ path: ['items', 0, 'quantity'] }] } } })
    expect(await send({ ...invoice, invoice_no: 'API-922' }, await keyFor(['fulfilment.view']))).toMatchObject({ status: 403, body: { code: 'forbidden', params: { needed: 'process.importInvoice' } } })
    expect((await send({ ...invoice, invoice_no: 'API-923' }, 'lantai_x')).status).toBe(401)
  })
})
