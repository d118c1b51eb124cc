import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { moneyText } from '../shared/core/money.ts'
import { couldBeCredited, isCreditNumber } from '../shared/fulfilment/credits.ts'
import {
  invoiceAfter, invoiceEvents, invoiceStatuses, invoiceTotal, looksLikeCharge, minutesTaken, missingNumbers, packDifferences, pendingHold, returnSectionOf, statusesBefore,
} from '../shared/fulfilment/rules.ts'
import { openFulfilment, payload, type FulfilmentDesks } from './support/fulfilment-desks.ts'

describe('the rules of fulfilment', () => {
  test('IF-1 (a) 20 of 3.50 and 10 of 85 come to 920', () => {
    expect(moneyText(invoiceTotal([{ quantity: 20, mrp: decimal('3.50') }, { quantity: 10, mrp: decimal('85') }]))).toBe('920')
  })

  test('IF-7 (d) 10 packed as 6 and 4 are right, as 6 and 3 one too few; charges are not packed', () => {
    const line = { id: 'x', quantity: 10, isCharge: false }
    const parts = (...quantities: number[]) => quantities.map(quantity => ({ lineId: 'x', quantity }))
    expect(packDifferences([line], parts(6, 4))).toEqual([])
    expect(packDifferences([line, { id: 'post', quantity: 1, isCharge: true }], parts(6, 3))).toEqual([{ lineId: 'x', invoiced: 10, packed: 9 }])
    expect(packDifferences([line], [...parts(10), { lineId: 'y', quantity: 1 }])).toEqual([{ lineId: 'y', invoiced: 0, packed: 1 }])
  })

  test('IF-17 (f) of C-100, C-101 and C-103, C-102 is missing; zeros in front stay', () => {
    expect(missingNumbers('C-', ['C-100', 'C-101', 'C-103'])).toEqual({ count: 1, numbers: ['C-102'] })
    expect(missingNumbers('F', ['F0098', 'F0101', 'G0200'])).toEqual({ count: 2, numbers: ['F0099', 'F0100'] })
    expect(missingNumbers('C-', [])).toEqual({ count: 0, numbers: [] })
    // A series of years.
    expect(missingNumbers('', Array.from({ length: 200_000 }, (_, at) => String(100_000 + 2 * at))).count).toBe(199_999)
  })

  test('IF-19 (g, h) 34 done of 30 held leave nothing pending; ten minutes to half past seven are 7.50', () => {
    expect([pendingHold(30, 34), pendingHold(30, 12)]).toEqual([0, 18])
    expect(decimalText(minutesTaken('2026-11-20T10:00:00.000Z', '2026-11-20T10:07:30.000Z'))).toBe('7.5')
  })

  test('no state is reached but by the table: what is delivered stays, and review is left by billing alone', () => {
    expect(invoiceEvents.filter(event => invoiceAfter('DELIVERED', event) !== undefined)).toEqual([])
    expect(invoiceEvents.filter(event => invoiceAfter('REVIEW', event) !== undefined)).toEqual(['billWaiting', 'billPicking', 'billPacking', 'billDelivery', 'endCredited'])
    expect(invoiceEvents.filter(event => invoiceAfter('CANCELLED', event) !== undefined)).toEqual([])
    expect(statusesBefore('return')).toEqual(['PICKING', 'PICKED', 'PACKING', 'BOXING', 'PACKED', 'DISPATCHED'])
    expect(invoiceStatuses.map(returnSectionOf)).toEqual([undefined, 'PICKING', 'PICKING', 'PACKING', 'PACKING', 'DELIVERY', 'DELIVERY', undefined, undefined, undefined])
  })

  test('charges, credit notes and what a credit note can be about are told by what they look like', () => {
    expect(['POST', 'DOT', 'M', 'D', 'C2', 'BANK CHARGES'].every(looksLikeCharge)).toBe(true)
    expect(['85123A', '21777', 'A-100'].some(looksLikeCharge)).toBe(false)
    expect(['C536379', '536365', 'C-100'].map(isCreditNumber)).toEqual([true, false, false])
    const invoiced = [{ itemCode: 'A', quantity: 3 }, { itemCode: 'A', quantity: 2 }, { itemCode: 'B', quantity: 1 }]
    expect([couldBeCredited(invoiced, [{ itemCode: 'A', quantity: 5 }]), couldBeCredited(invoiced, [{ itemCode: 'A', quantity: 6 }]), couldBeCredited(invoiced, [{ itemCode: 'Z', quantity: 1 }]), couldBeCredited(invoiced, [{ itemCode: 'a', quantity: 5 }])]).toEqual([true, false, false, true])
  })
})

describe('invoices', () => {
  let desks: FulfilmentDesks
  beforeAll(async () => {
    desks = await openFulfilment()
  })
  afterAll(async () => {
    expect(desks.host.faults).toEqual([])
    await desks.host.stop()
  })
  const count = (from: string) => desks.host.database.prepare(`select count(*) from ${from}`).pluck().get() as number

  test('IF-1 (a, b) totals are added up and a difference is marked; the same number again changes nothing', async () => {
    const { billing } = desks
    const sent = { ...payload('F-920', [['T-1001', 20, '3.50'], ['T-1002', 10, '85']]), Total: '920.00' }
    const made = await billing.fulfilment.importInvoice(sent)
    expect(made).toMatchObject({ invoice_no: 'F-920', status: 'INVOICED', billing_status: 'BILLED', total_matches: true })
    expect(moneyText(made.total_amount)).toBe('920')
    const before = [count('invoice'), count('invoiceLine'), count('customer'), count('salesman')]
    await expect(billing.fulfilment.importInvoice({ ...sent, invoice_no: 'f-920', customer: { code: 'C-99', name: 'Lain' }, salesman: 'Baru' })).rejects.toMatchObject({ code: 'duplicate', params: { field: 'number', code: 'F-920' } })
    expect([count('invoice'), count('invoiceLine'), count('customer'), count('salesman')]).toEqual(before)
    const wrong = await billing.fulfilment.importInvoice({ ...payload('F-921', [['T-1001', 1, '3.50']]), Total: '4.00' })
    expect(wrong.total_matches).toBe(false)
    expect((await billing.fulfilment.listInvoices({ filter: { isTotalDifferent: true } })).rows.map(({ number }) => number)).toEqual(['F-921'])
    expect(count("notification where kind = 'INVOICE_TOTAL_DIFFERS'")).toBe(1)
  })

  test('IF-1 customers are kept by code and salesmen by name; what is not said stays', async () => {
    const { billing, admin } = desks
    await billing.fulfilment.importInvoice({ ...payload('F-930', [['T-1', 1, '1']]), customer: { code: 'C-50', name: 'Toko Mawar', area: 'Bogor', phone1: '0812' } })
    await billing.fulfilment.importInvoice({ ...payload('F-931', [['T-1', 1, '1']]), customer: { code: 'c-50', name: 'Toko Mawar Jaya' }, salesman: 'rina' })
    const [customer] = (await admin.masters.listCustomers({ search: 'Mawar' })).rows
    expect(customer).toMatchObject({ code: 'C-50', name: 'Toko Mawar Jaya', area: 'Bogor', phone: '0812' })
    expect(count("salesman where name = 'Rina' collate nocase")).toBe(1)
  })

  test('IF-1 a payload that lacks something is refused with the field', async () => {
    const whole = payload('F-940', [['T-1', 1, '1']])
    for (const [change, path] of [
      [{ items: [] }, ['items']], [{ items: [{ ...whole.items[0]!, quantity: 0 }] }, ['items', 0, 'quantity']], [{ invoice_date: '2026-02-30' }, ['invoice_date']], [{ invoice_no: '' }, ['invoice_no']], [{ salesman: '' }, ['salesman']],
    ] as const) await expect(desks.billing.fulfilment.importInvoice({ ...whole, ...(change as object) })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path }] } })
    await expect(desks.picker.desk.fulfilment.importInvoice(whole)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.importInvoice' } })
  })

  test('IF-18 twenty a page, by state, urgency, maker, and whoever had it in hand', async () => {
    const { admin, picker, billing } = desks
    const invoices = []
    for (let at = 0; at < 22; at += 1) invoices.push(await desks.invoice([['A-100', 1, '1']], { priority: at === 0 ? 'HIGH' : 'LOW', created_by: 'kasir-2' }))
    expect((await billing.fulfilment.listInvoices({})).rows).toHaveLength(20)
    expect((await billing.fulfilment.listInvoices({ filter: { creator: 'kasir-2' }, total: true })).total).toBe(22)
    expect((await billing.fulfilment.listInvoices({ filter: { creator: 'kasir-2', priority: 'HIGH' } })).rows.map(({ id }) => id)).toEqual([invoices[0]!.id])
    await desks.picked(invoices[3]!.id)
    expect((await admin.fulfilment.listInvoices({ filter: { status: ['PICKED', 'PACKED'], workerEmail: picker.email } })).rows.map(({ id }) => id)).toEqual([invoices[3]!.id])
    expect((await admin.fulfilment.listInvoices({ filter: { deliveryStatus: ['DELIVERED'] } })).rows).toEqual([])
    expect((await admin.fulfilment.listInvoices({ search: invoices[3]!.invoice_no })).rows).toHaveLength(1)
    expect((await admin.fulfilment.findInvoice({ number: invoices[3]!.invoice_no.toLowerCase() })).picking).toMatchObject([{ status: 'PICKED', proof: 'SCAN', pickerName: picker.session.fullName }])
    await expect(admin.fulfilment.findInvoice({ number: 'X-1' })).rejects.toMatchObject({ code: 'invoice-unknown' })
  })

  test('IF-18 a picker sees what they picked, another one nothing of it, and an Admin all', async () => {
    const { picker, otherPicker, admin } = desks
    expect((await picker.desk.fulfilment.listPickingHistory({})).rows.length).toBeGreaterThan(0)
    expect((await otherPicker.desk.fulfilment.listPickingHistory({})).rows).toEqual([])
    expect((await admin.fulfilment.listPickingHistory({ filter: { workerEmail: picker.email } })).rows.length).toBeGreaterThan(0)
    const viewer = await desks.host.sessionFor('Viewer')
    const seen = async () => (await desks.host.desk(viewer).fulfilment.listPickingHistory({})).rows.length
    expect(await seen()).toBeGreaterThan(0)
    // The right to reports alone shows nobody the work of others: the menu does.
    const reports = (await admin.identity.listMenuItems({})).find(({ path }) => path === '/reports')!
    await admin.identity.changeMenus({ holders: { userIds: [viewer.userId] }, given: [], taken: [reports.id], reason: 'uji' })
    expect(await seen()).toBe(0)
  })

  test('IF-18 at a desk that several share a list tells of whose badge was scanned; an Admin may narrow it to their own; whoever dispatches sees all that couriers were given', async () => {
    const { picker, otherPicker, packer, driver, otherDriver, admin, courierId } = desks
    const numbers = (page: { readonly rows: readonly { readonly invoiceId: string }[] }) => page.rows.map(({ invoiceId }) => invoiceId)
    const own = numbers(await picker.desk.fulfilment.listPickingHistory({}))
    expect(numbers(await otherPicker.desk.fulfilment.listPickingHistory({ filter: { badge: picker.badge } }))).toEqual(own)
    expect(numbers(await picker.desk.fulfilment.listPickingHistory({ filter: { badge: otherPicker.badge } }))).toEqual([])
    expect(numbers(await admin.fulfilment.listPickingHistory({ filter: { isOwn: true } }))).toEqual([])
    await expect((await desks.host.as('Viewer')).fulfilment.listPickingHistory({ filter: { badge: picker.badge } })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'fulfilment.execute' } })
    const [road, sent] = [await desks.invoice(), await desks.invoice()].map(({ id }) => id) as [string, string]
    for (const id of [road, sent]) await desks.packed(id)
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [road], badge: packer.badge, way: { kind: 'INTERNAL', email: driver.email } })
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [sent], badge: packer.badge, way: { kind: 'COURIER', courierId } })
    expect(numbers(await driver.desk.fulfilment.listDeliveryHistory({}))).toContain(road)
    expect(numbers(await otherDriver.desk.fulfilment.listDeliveryHistory({}))).toEqual([])
    const dispatcher = await desks.host.as('Packer')
    expect(numbers(await dispatcher.fulfilment.listDeliveryHistory({ filter: { kind: 'COURIER' } }))).toContain(sent)
    expect(numbers(await dispatcher.fulfilment.listDeliveryHistory({}))).toEqual([])
  })

  test('a hold keeps an invoice from being picked, and says why; a foreign version changes nothing', async () => {
    const { billing, picker } = desks
    const { id, invoice_no } = await desks.invoice()
    await expect(billing.fulfilment.changeInvoice({ id, version: 1, isOnHold: true })).rejects.toMatchObject({ code: 'reason-needed' })
    const held = await billing.fulfilment.changeInvoice({ id, version: 1, isOnHold: true, reason: 'Menunggu pembayaran', priority: 'HIGH' })
    expect(held).toMatchObject({ isOnHold: true, holdReason: 'Menunggu pembayaran', priority: 'HIGH' })
    await expect(billing.fulfilment.changeInvoice({ id, version: 1, priority: 'LOW' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(picker.desk.fulfilment.startPicking({ invoiceId: id, badge: picker.badge })).rejects.toMatchObject({ code: 'invoice-held', params: { number: invoice_no, why: 'Menunggu pembayaran' } })
    await billing.fulfilment.changeInvoice({ id, version: held.version, isOnHold: false })
    expect(await picker.desk.fulfilment.startPicking({ invoiceId: id, badge: picker.badge })).toMatchObject({ status: 'PICKING' })
    await picker.desk.fulfilment.cancelSession({ invoiceId: id, badge: picker.badge, stage: 'PICKING', reason: 'uji' })
  })
})
