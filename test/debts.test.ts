import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText, zero } from '../shared/core/decimal.ts'
import { money, moneyText } from '../shared/core/money.ts'
import { rational, ratio } from '../shared/core/rational.ts'
import { costImpact, debtAge, isLowFor, missingOf, paymentOf, percentOfNeed, producible, riskOf } from '../shared/warehouse/debt-rules.ts'
import { newId } from '../shared/core/ids.ts'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { alwaysAsked } from './support/always-asked.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { migrationsFolder } from './support/spine.ts'
import { openRacks, unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let store: Desk
let cutting: Desk
let supervisor: Desk
let manager: Desk
let purchasing: Desk
const places: Record<string, string> = {}
let items = 0

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  store = await host.as('Warehouse Operator', 'WH')
  cutting = await host.as('Admin Cutting', 'CUT')
  supervisor = await host.as('SPV Cutting', 'CUT')
  manager = await host.as('Manager')
  purchasing = await host.as('Purchasing', 'WH')
  await alwaysAsked(host)
  Object.assign(places, await openRacks(host, admin, ['SEW', 'CUT']))
})
afterAll(async () => {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

async function newItem(stock?: string, unitCost?: string): Promise<string> {
  items += 1
  const unitId = await unitIdOf(admin, 'Kg')
  const { id } = await admin.masters.createItem({ code: `DBT-${items}`, name: `Kain ${items}`, kind: 'RAW_MATERIAL', unitId, unitCost })
  if (stock !== undefined) await receive(id, stock)
  return id
}
const receive = (itemId: string, quantity: string, to = 'WH-MAIN') => store.warehouse.receiveStock({ itemId, quantity, toLocationId: places[to]! })
const issue = (itemId: string, quantity: string, debtId?: string) => store.warehouse.issueStock({ itemId, quantity, fromLocationId: places['WH-MAIN']!, debtId })
type Asked = Partial<Parameters<Desk['warehouse']['requestDebt']>[0]>
const ask = (itemId: string, quantity: string, more: Asked = {}) => cutting.warehouse.requestDebt({
  itemId, locationId: places['WH-MAIN']!, sectionId: host.section('CUT'), required: quantity, quantity, dueDay: '2026-11-27', reason: 'Kain terlambat', ...more,
})
async function approve(debt: { readonly requestId: string | null }): Promise<void> {
  await supervisor.approvals.approveStep({ id: debt.requestId!, step: 0 })
  await manager.approvals.approveStep({ id: debt.requestId!, step: 1 })
}
async function approved(itemId: string, quantity: string, more: Asked = {}): Promise<string> {
  host.clock.advance(1000)
  const debt = await ask(itemId, quantity, more)
  await approve(debt)
  return debt.id
}
async function standing(itemId: string, place = 'WH-MAIN') {
  const row = host.database.prepare('select onHand, owed, reserved from stockBalance where itemId = ? and locationId = ?').get(itemId, places[place]!) as { onHand: number; owed: number; reserved: number }
  const { rows } = await admin.warehouse.listLots({ filter: { itemId, locationId: places[place]! } })
  return { onHand: row.onHand / 10_000, owed: row.owed / 10_000, lots: rows.map(lot => decimalText(lot.onHand)) }
}
async function debtNow(id: string) {
  const { debt } = await admin.warehouse.getDebt({ id })
  return { issued: decimalText(debt.issued), settled: decimalText(debt.settled), payment: debt.payment }
}

describe('rules', () => {
  const limits = { medium: decimal('5'), high: decimal('20'), critical: decimal('50') }

  test('WH-21 (a) 5.42 of 25.92 is 20.9 % and HIGH; 20.5 in stock make 379 pieces of 0.054', () => {
    expect(decimalText(missingOf(decimal('25.92'), decimal('20.5')))).toBe('5.42')
    expect(decimalText(percentOfNeed(decimal('5.42'), decimal('25.92')))).toBe('20.9')
    expect(riskOf(decimal('5.42'), decimal('25.92'), limits)).toBe('HIGH')
    expect(producible(decimal('20.5'), decimal('0.054'))).toBe(379)
  })
  test.each([['50', 'CRITICAL'], ['49.9999', 'HIGH'], ['20', 'HIGH'], ['19.9999', 'MEDIUM'], ['5', 'MEDIUM'], ['4.9999', 'LOW'], ['0', 'LOW']] as const)('WH-21 %s of 100 missing is %s', (missing, risk) => {
    expect(riskOf(decimal(missing), decimal('100'), limits)).toBe(risk)
  })
  test('WH-21 what cannot be divided evenly counts exactly: a third each makes 3 of 1, and no stock makes none', () => {
    expect(producible(decimal('1'), ratio(1n, 3n))).toBe(3)
    expect(producible(decimal('0.9999'), ratio(1n, 3n))).toBe(2)
    expect([producible(zero, rational('2')), producible(decimal('-5'), rational('2'))]).toEqual([0, 0])
  })
  test('WH-21 the cost impact is the goods and the rush; nothing where neither is known', () => {
    expect(moneyText(costImpact(money('8130000'), money('450000'))!)).toBe('8580000')
    expect([costImpact(null, money('5')), costImpact(null, null)]).toEqual([money('5'), null])
  })
  test('WH-20 a debt is overdue the day after it is due, while anything is owed', () => {
    const debt = { quantity: decimal('5'), required: decimal('9'), issued: decimal('4'), settled: zero, dueDay: '2026-11-20', writtenOffAt: null }
    expect(paymentOf(debt, '2026-11-20')).toBe('ACTIVE')
    expect(paymentOf(debt, '2026-11-21')).toBe('OVERDUE')
    expect(paymentOf({ ...debt, settled: decimal('4') }, '2026-11-21')).toBe('PARTIAL_PAID')
    expect(paymentOf({ ...debt, issued: decimal('5'), settled: decimal('5') }, '2026-11-21')).toBe('FULLY_PAID')
    expect(paymentOf({ ...debt, writtenOffAt: '2026-11-21T00:00:00.000Z' }, '2026-11-21')).toBe('WRITTEN_OFF')
  })
  test('PL-14 stock is low for a need below the need and a tenth', () => {
    expect([isLowFor(decimal('109.9999'), decimal('100'), decimal('10')), isLowFor(decimal('110'), decimal('100'), decimal('10'))]).toEqual([true, false])
  })
  test('debts age as stock does', () => {
    expect(debtAge('2026-10-20' as never, '2026-11-20' as never, { first: 7, second: 30, third: 90 })).toEqual({ days: 31, band: 'THIRD' })
  })
})

describe('WH-20 a debt', () => {
  test('WH-20 (a) need 25.92, stock 20.5: the debt of 5.42 lets the stock fall to −5.42 and no further', async () => {
    const itemId = await newItem('20.5')
    await expect(issue(itemId, '25.92')).rejects.toMatchObject({ code: 'stock-short', params: { requested: '25.92', available: '20.5', missing: '5.42', itemId, locationId: places['WH-MAIN'] } })
    const debtId = await approved(itemId, '5.42', { required: '25.92' })
    await issue(itemId, '25.92', debtId)
    expect(await standing(itemId)).toEqual({ onHand: -5.42, owed: 5.42, lots: [] })
    const { debt, issues } = await admin.warehouse.getDebt({ id: debtId })
    expect([debt.risk, decimalText(debt.share), debt.payment]).toEqual(['HIGH', '20.9', 'ACTIVE'])
    expect(issues.map(row => [decimalText(row.quantity), decimalText(row.onDebt), decimalText(row.open)])).toEqual([['25.92', '5.42', '5.42']])
    await expect(issue(itemId, '0.01', debtId)).rejects.toMatchObject({ code: 'debt-exceeded', params: { remaining: '0' } })
    await expect(issue(itemId, '0.01')).rejects.toMatchObject({ code: 'stock-short' })
  })

  test('WH-20 (b) 10 come in: 5.42 settle it, 4.58 are stock, the lot is that of the move that took them', async () => {
    const itemId = await newItem('20.5')
    const debtId = await approved(itemId, '5.42', { required: '25.92' })
    const { seq } = await issue(itemId, '25.92', debtId)
    const received = await receive(itemId, '10')
    expect(await standing(itemId)).toEqual({ onHand: 4.58, owed: 0, lots: ['4.58'] })
    expect(await debtNow(debtId)).toEqual({ issued: '5.42', settled: '5.42', payment: 'FULLY_PAID' })
    const { settlements } = await admin.warehouse.getDebt({ id: debtId })
    expect(settlements.map(row => [decimalText(row.quantity), row.issueSeq, row.receiptSeq])).toEqual([['5.42', seq, received.seq]])
    const notices = (await cutting.notifications.listNotices({})).rows.filter(({ kind }) => kind === 'DEBT_SETTLED')
    expect(notices[0]).toMatchObject({ params: { quantity: '5.42' } })
  })

  test('WH-20 (c) debts of 5.42 and 3, 7 come in: the first is paid, 1.58 of the second', async () => {
    const itemId = await newItem()
    const second = await ask(itemId, '3')
    const first = await approved(itemId, '5.42')
    host.clock.advance(1000)
    await approve(second)
    await issue(itemId, '3', second.id)
    await issue(itemId, '5.42', first)
    await receive(itemId, '7')
    expect([await debtNow(first), await debtNow(second.id)]).toEqual([{ issued: '5.42', settled: '5.42', payment: 'FULLY_PAID' }, { issued: '3', settled: '1.58', payment: 'PARTIAL_PAID' }])
    expect(await standing(itemId)).toEqual({ onHand: -1.42, owed: 1.42, lots: [] })
  })

  test('is decided by the supervisor of the section, then the manager, never by whoever asks; until then nothing may be taken', async () => {
    const itemId = await newItem()
    const debt = await ask(itemId, '4', { workOrderNumber: 'SPK-12' })
    expect(debt).toMatchObject({ status: 'PENDING', payment: null, workOrderNumber: 'SPK-12' })
    expect(debt.number).toMatch(/^UTB-20261120-\d{3}$/)
    await expect(issue(itemId, '1', debt.id)).rejects.toMatchObject({ code: 'debt-not-approved' })
    await expect(cutting.approvals.approveStep({ id: debt.requestId!, step: 0 })).rejects.toMatchObject({ code: 'own-request' })
    const sewing = await host.as('SPV Sewing', 'SEW')
    await expect(sewing.approvals.approveStep({ id: debt.requestId!, step: 0 })).rejects.toMatchObject({ code: 'not-step-holder' })
    await supervisor.approvals.approveStep({ id: debt.requestId!, step: 0 })
    expect((await admin.warehouse.getDebt({ id: debt.id })).debt.status).toBe('SPV_APPROVED')
    await expect(issue(itemId, '1', debt.id)).rejects.toMatchObject({ code: 'debt-not-approved' })
    await manager.approvals.rejectRequest({ id: debt.requestId!, step: 1, reason: 'Tunggu kiriman besok' })
    expect((await admin.warehouse.getDebt({ id: debt.id })).debt.status).toBe('REJECTED')
    await expect(issue(itemId, '1', debt.id)).rejects.toMatchObject({ code: 'debt-not-approved' })
    expect(await admin.warehouse.listDebts({ filter: { itemId, status: ['REJECTED'] } })).toMatchObject({ rows: [{ id: debt.id }] })
    expect((await admin.warehouse.listDebts({ filter: { itemId, status: ['PENDING', 'APPROVED'] } })).rows).toEqual([])
  })

  test('is refused for more than is needed, a day that is past, another section’s store, and another item', async () => {
    const itemId = await newItem()
    await expect(ask(itemId, '4', { required: '3' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['quantity'], reason: 'warehouse.issues.more-than-needed' }] } })
    await expect(ask(itemId, '4', { dueDay: '2026-11-19' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['dueDay'] }] } })
    await expect(admin.warehouse.requestDebt({ itemId, locationId: places['WH-SEW']!, sectionId: host.section('CUT'), required: '1', quantity: '1', dueDay: '2026-11-27', reason: 'x' }))
      .rejects.toMatchObject({ params: { issues: [{ reason: 'warehouse.issues.other-section-store' }] } })
    await expect(ask(itemId, '4', { sectionId: host.section('SEW') })).rejects.toMatchObject({ code: 'foreign-section' })
    const [other, debtId] = [await newItem(), await approved(itemId, '4')]
    await expect(issue(other, '1', debtId)).rejects.toMatchObject({ params: { issues: [{ path: ['debtId'], reason: 'warehouse.issues.other-debt' }] } })
    await expect((await host.as('QC Lab')).warehouse.requestDebt({ itemId, locationId: places['WH-MAIN']!, sectionId: host.section('CUT'), required: '1', quantity: '1', dueDay: '2026-11-27', reason: 'x' }))
      .rejects.toMatchObject({ code: 'forbidden' })
  })

  test('takes what is in stock first, and leaves what is kept for others', async () => {
    const itemId = await newItem('10')
    await admin.kanban.createBoard({ sectionId: host.section('SEW'), supplySectionId: host.section('WH'), supplyLocationId: places['WH-MAIN']!, storeLocationId: places['WH-SEW']! })
    const card = await admin.kanban.createCard({ sectionId: host.section('SEW'), itemId, quantity: '6', neededBy: '2026-11-20' })
    const kept = await admin.kanban.approveCard({ id: card.id, version: card.version })
    const debtId = await approved(itemId, '5')
    await issue(itemId, '7', debtId)
    expect(await standing(itemId)).toEqual({ onHand: 3, owed: 3, lots: ['6'] })
    expect(await debtNow(debtId)).toMatchObject({ issued: '3' })
    // Whom it is kept for gets it, though the books say that 3 are owed.
    await store.kanban.fulfilCard({ id: kept.id, version: kept.version, quantity: '6' })
    expect(await standing(itemId)).toEqual({ onHand: -3, owed: 3, lots: [] })
    await receive(itemId, '3')
    expect(await standing(itemId)).toEqual({ onHand: 0, owed: 0, lots: [] })
  })

  test('is settled by whatever brings goods: a transfer, a count, goods given back', async () => {
    const itemId = await newItem('20')
    const debtId = await approved(itemId, '6', { locationId: places['WH-CUT']! })
    await cutting.warehouse.consumeMaterial({ itemId, quantity: '6', locationId: places['WH-CUT']!, debtId })
    await store.warehouse.transferStock({ itemId, quantity: '2', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-CUT']! })
    expect(await standing(itemId, 'WH-CUT')).toEqual({ onHand: -4, owed: 4, lots: [] })
    await admin.warehouse.adjustStock({ itemId, locationId: places['WH-CUT']!, counted: '1', expected: '-4', reason: 'Ditemukan di rak' })
    expect(await standing(itemId, 'WH-CUT')).toEqual({ onHand: 1, owed: 0, lots: ['1'] })
    expect(await debtNow(debtId)).toEqual({ issued: '6', settled: '6', payment: 'FULLY_PAID' })
  })

  test('undone, is owed no more, and gives back what had settled it; the receipt then cannot be undone by a lot that is gone', async () => {
    const itemId = await newItem('2')
    const [first, second] = [await approved(itemId, '8'), await approved(itemId, '1')]
    const { seq } = await issue(itemId, '10', first)
    await issue(itemId, '1', second)
    const received = await receive(itemId, '5')
    expect(await debtNow(first)).toEqual({ issued: '8', settled: '5', payment: 'PARTIAL_PAID' })
    await expect(admin.warehouse.reverseMove({ seq: received.seq, reason: 'Salah' })).rejects.toMatchObject({ code: 'lot-short' })
    await admin.warehouse.reverseMove({ seq, reason: 'Salah catat' })
    // Of the 7 that came back, 1 settles the other debt.
    expect(await standing(itemId)).toMatchObject({ onHand: 6, owed: 0 })
    expect([await debtNow(first), await debtNow(second)]).toEqual([{ issued: '0', settled: '0', payment: 'ACTIVE' }, { issued: '1', settled: '1', payment: 'FULLY_PAID' }])
    expect((await admin.warehouse.getDebt({ id: first })).settlements.map(row => decimalText(row.quantity))).toEqual(['-5', '5'])
    await issue(itemId, '8', first)
    expect(await standing(itemId)).toEqual({ onHand: -2, owed: 2, lots: [] })
  })

  test('wholly on debt and undone at once, leaves nothing behind', async () => {
    const itemId = await newItem()
    const debtId = await approved(itemId, '4')
    const { seq } = await issue(itemId, '4', debtId)
    await admin.warehouse.reverseMove({ seq, reason: 'Salah catat' })
    expect(await standing(itemId)).toEqual({ onHand: 0, owed: 0, lots: [] })
    expect(await debtNow(debtId)).toEqual({ issued: '0', settled: '0', payment: 'ACTIVE' })
  })

  test('closed, is written off by somebody else, and nothing more is taken on it', async () => {
    const itemId = await newItem()
    const [older, debtId] = [await approved(itemId, '2'), await approved(itemId, '5')]
    await issue(itemId, '2', older)
    await issue(itemId, '3', debtId)
    const { debt } = await admin.warehouse.getDebt({ id: debtId })
    const closing = { id: debtId, version: debt.version, reason: 'Tidak akan dikirim' }
    await expect(store.warehouse.closeDebt(closing)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await manager.warehouse.closeDebt(closing)).toMatchObject({ payment: 'WRITTEN_OFF', writeOffReason: 'Tidak akan dikirim' })
    expect(await standing(itemId)).toEqual({ onHand: -2, owed: 2, lots: [] })
    expect(await debtNow(older)).toMatchObject({ settled: '0' })
    await expect(issue(itemId, '1', debtId)).rejects.toMatchObject({ code: 'debt-closed' })
  })

  test('cannot lead into another store, nor go with a lot that is named', async () => {
    const itemId = await newItem('1')
    const debtId = await approved(itemId, '4')
    const lotId = (await admin.warehouse.listLots({ filter: { itemId } })).rows[0]!.lotId
    await expect(store.warehouse.issueStock({ itemId, quantity: '2', fromLocationId: places['WH-MAIN']!, debtId, lotId })).rejects.toMatchObject({ params: { issues: [{ reason: 'warehouse.issues.lot-or-debt' }] } })
  })

  test('WH-20 names the order that is to bring it: one that buys the item and is not cancelled; the order lists it until it is settled', async () => {
    const [itemId, other] = [await newItem(undefined, '1000'), await newItem(undefined, '1000')]
    const vendor = (await admin.masters.createPartner({ code: 'PMS-UTANG', name: 'Pemasok kain', kind: 'SUPPLIER' })).id
    const orderFor = async (of: string) => {
      const order = await admin.purchasing.createOrder({ kind: 'ACCESSORIES', partnerId: vendor, orderDay: '2026-11-20', expectedDay: '2026-12-20' })
      await admin.purchasing.saveLines({ orderId: order.id, lines: [{ itemId: of, quantity: '50' }] })
      return order
    }
    const [buying, wrong, gone] = [await orderFor(itemId), await orderFor(other), await orderFor(itemId)]
    const cancelled = await admin.purchasing.cancelOrder({ id: gone.id, version: (await admin.purchasing.getOrder({ id: gone.id })).order.version, reason: 'Dobel' })
    const debtId = await approved(itemId, '5')
    const { debt } = await purchasing.warehouse.getDebt({ id: debtId })
    const link = (purchaseOrderId: string) => purchasing.warehouse.updateDebt({ id: debtId, version: debt.version, purchaseOrderId })
    await expect(link(cancelled.id)).rejects.toMatchObject({ params: { issues: [{ path: ['purchaseOrderId'], reason: 'warehouse.issues.order-cancelled', params: { number: cancelled.number } }] } })
    await expect(link(wrong.id)).rejects.toMatchObject({ params: { issues: [{ path: ['purchaseOrderId'], reason: 'warehouse.issues.order-without-item', params: { number: wrong.number } }] } })
    await expect(link(debtId)).rejects.toMatchObject({ code: 'not-found', params: { entity: 'purchaseOrder' } })
    expect((await purchasing.purchasing.findOrders({ itemId })).rows.map(({ code }) => code)).toEqual([buying.number])
    expect(await link(buying.id)).toMatchObject({ purchaseOrderId: buying.id, purchaseOrderNumber: buying.number })
    expect((await admin.warehouse.listDebts({ search: buying.number })).rows.map(({ id }) => id)).toEqual([debtId])
    const waiting = async () => (await purchasing.purchasing.getOrder({ id: buying.id })).debts.map(({ id, left, dueDay }) => [id, decimalText(left), dueDay])
    expect(await waiting()).toEqual([[debtId, '5', '2026-11-27']])
    await expect(admin.purchasing.deleteOrder({ id: buying.id, version: (await admin.purchasing.getOrder({ id: buying.id })).order.version, reason: 'x' })).rejects.toMatchObject({ code: 'in-use', params: { by: 'materialDebt', examples: debt.number } })
    await issue(itemId, '5', debtId)
    await receive(itemId, '2')
    expect(await waiting()).toEqual([[debtId, '3', '2026-11-27']])
    await receive(itemId, '3')
    expect(await waiting()).toEqual([])
  })

  test('WH-21 IA-9 is summed up by risk and age, with its costs for those who may see them', async () => {
    const itemId = await newItem(undefined, '1500000')
    const debtId = await approved(itemId, '6', { required: '10', dueDay: '2026-11-21' })
    const { debt } = await purchasing.warehouse.getDebt({ id: debtId })
    expect(moneyText(debt.estimatedCost!)).toBe('9000000')
    const planned = await purchasing.warehouse.updateDebt({ id: debtId, version: debt.version, rushCost: '450000', dueDay: '2026-11-22' })
    expect(moneyText(planned.costImpact!)).toBe('9450000')
    await issue(itemId, '6', debtId)
    expect((await store.warehouse.getDebt({ id: debtId })).debt).not.toHaveProperty('costImpact', expect.anything())
    host.clock.set('2026-11-30T03:00:00.000Z')
    const summary = await admin.warehouse.summarizeDebts({ sectionId: host.section('CUT') })
    expect(summary.risks.find(({ risk }) => risk === 'CRITICAL')!.count).toBeGreaterThan(0)
    expect(summary.top.map(({ id }) => id)).toContain(debtId)
    expect(summary.top.length).toBeLessThanOrEqual(10)
    expect(summary.ages.find(({ band }) => band === 'SECOND')!.count).toBe(summary.open.count)
    expect((await admin.warehouse.listDebts({ filter: { itemId, payment: ['OVERDUE'], risk: ['CRITICAL'], isOpen: true } })).rows.map(({ id }) => id)).toEqual([debtId])
    const risky = async (risk: string) => {
      const { rows } = await admin.reports.previewReport({ report: 'materialDebt', filters: { risk }, pageSize: 200 })
      return rows.filter(({ source }) => source?.id === debtId).map(({ cells }) => cells.risk)
    }
    expect([await risky('CRITICAL'), await risky('LOW')]).toEqual([['CRITICAL'], []])
    expect(await host.system.warehouse.remindOfDebts({})).toEqual({ reminded: summary.overdue })
    await host.system.warehouse.remindOfDebts({})
    expect((await cutting.notifications.listNotices({ pageSize: 200 })).rows.filter(({ kind, entityId }) => kind === 'DEBT_OVERDUE' && entityId === debtId)).toHaveLength(1)
    expect((await (await host.as('Admin Sewing', 'SEW')).warehouse.listDebts({})).rows).toEqual([])
  })
})

test('orders that were typed as text before there was a reference become it where they are one, and stand as they are where not', () => {
  const folder = temporaryFolder()
  const sqlite = new BetterSqlite(join(folder, 'lantai.db'))
  try {
    const migrations = readMigrations(migrationsFolder)
    migrate(sqlite, migrations.filter(({ number }) => number < 1056))
    const at = '2026-11-20T03:00:00.000Z'
    const [unit, user] = [newId(), newId()]
    const [item, section, partner, order, role, location] = Array.from({ length: 6 }, () => newId())
    sqlite.prepare(`insert into role (id, createdAt, name, level, sections) values (?, ?, 'Uji', 1, 'all')`).run(role, at)
    sqlite.prepare(`insert into user (id, createdAt, username, fullName, roleId, passwordHash, language) values (?, ?, 'uji', 'Uji', ?, '!', 'id')`).run(user, at, role)
    sqlite.prepare('insert into unit (id, createdAt, code, name, places) values (?, ?, ?, ?, 2)').run(unit, at, 'kgx', 'Kilo')
    sqlite.prepare(`insert into location (id, createdAt, code, name, kind) values (?, ?, 'GDG', 'Gudang', 'INTERNAL')`).run(location, at)
    sqlite.prepare(`insert into item (id, createdAt, code, name, kind, unitId) values (?, ?, 'A 1', 'Kain', 'RAW_MATERIAL', ?)`).run(item, at, unit)
    sqlite.prepare(`insert into section (id, createdAt, code, name) values (?, ?, 'UJI', 'Uji')`).run(section, at)
    sqlite.prepare(`insert into partner (id, createdAt, code, name, kind) values (?, ?, 'PMS', 'Pemasok', 'SUPPLIER')`).run(partner, at)
    sqlite.prepare(`insert into purchaseOrder (id, createdAt, number, kind, status, partnerId, orderDay, expectedDay, createdBy) values (?, ?, 'PO-1', 'FABRIC', 'DRAFT', ?, '2026-11-20', '2026-11-30', ?)`).run(order, at, partner, user)
    const debt = sqlite.prepare(`insert into materialDebt (id, createdAt, number, itemId, locationId, sectionId, required, quantity, reason, requestedBy, dueDay, purchaseOrderNumber)
      values (?, ?, ?, ?, ?, ?, 10000, 10000, 'x', ?, '2026-11-30', ?)`)
    for (const [number, typed] of [['U-1', ' po-1 '], ['U-2', 'lewat telepon'], ['U-3', '']]) debt.run(newId(), at, number, item, location, section, user, typed)
    migrate(sqlite, migrations)
    expect(sqlite.prepare('select number, purchaseOrderId, purchaseOrderNumber from materialDebt order by number').raw().all()).toEqual([['U-1', order, ''], ['U-2', null, 'lewat telepon'], ['U-3', null, '']])
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
  } finally {
    sqlite.close()
    removeFolder(folder)
  }
})
