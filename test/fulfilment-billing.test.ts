import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { moneyText } from '../shared/core/money.ts'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { boxLabels } from '../src-main/fulfilment/box-labels.ts'
import { packedLines } from '../src-main/fulfilment/papers.ts'
import { openFulfilment, payload, type FulfilmentDesks } from './support/fulfilment-desks.ts'
import { migrationsFolder } from './support/spine.ts'

let desks: FulfilmentDesks
beforeAll(async () => {
  desks = await openFulfilment()
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})
const at = (invoiceId: string, { badge }: { readonly badge: string }) => ({ invoiceId, badge })
const textOf = (query: string, ...values: unknown[]) => desks.host.database.prepare(query).pluck().get(...values) as string

/** A shelf with so many of a new item on it. */
async function shelved(code: string, shelf: string, quantity: string) {
  const { admin } = desks
  const unitId = textOf("select id from unit where code = 'Pcs'")
  const { id: itemId } = await admin.masters.createItem({ code, name: `Barang ${code}`, kind: 'FINISHED_GOOD', unitId })
  const location = await admin.masters.createLocation({ code: shelf, name: `Rak ${shelf}`, kind: 'INTERNAL', parentId: null, sectionId: null })
  await admin.warehouse.receiveStock({ itemId, quantity, toLocationId: location.id })
  const onHand = () => desks.host.database.prepare('select onHand / 10000 from stockBalance where itemId = ? and locationId = ?').pluck().get(itemId, location.id) as number
  return { location, onHand }
}

async function returned(lines: Parameters<FulfilmentDesks['invoice']>[0]) {
  const { id } = await desks.invoice(lines)
  await desks.picked(id)
  return desks.packer.desk.fulfilment.returnInvoice({ invoiceId: id, reason: 'Tidak cocok' })
}

describe('prices', () => {
  test('IA-9 what an invoice comes to is for billing and whoever may see costs; whoever picks, packs or drives is told what and how much', async () => {
    const { billing, picker, packer, driver, admin } = desks
    const { id } = await desks.invoice([['P-100', 20, '3.50'], ['P-200', 10, '85']])
    for (const desk of [billing, admin]) {
      const { total, lines } = await desk.fulfilment.getInvoice({ id })
      expect([moneyText(total!), lines.map(({ mrp }) => decimalText(mrp!))]).toEqual(['920', ['3.5', '85']])
    }
    for (const { desk } of [picker, packer, driver]) {
      const invoice = await desk.fulfilment.getInvoice({ id })
      expect([invoice.total, invoice.statedTotal, invoice.isTotalDifferent]).toEqual([undefined, undefined, false])
      expect(invoice.lines.map(({ itemCode, quantity, mrp }) => [itemCode, quantity, mrp])).toEqual([['P-100', 20, undefined], ['P-200', 10, undefined]])
      expect((await desk.fulfilment.listInvoices({ filter: { ids: [id] } })).rows[0]!.total).toBeUndefined()
      const [entry] = (await desk.audit.listHistory({ entity: 'invoice', id })).rows
      expect(entry!.changes.map(({ field }) => field)).not.toContain('total')
    }
  })

  test('IA-9 reports leave amounts, and bars of them, to whoever may see costs', async () => {
    const { host } = desks
    const period = { from: '2026-11-01', to: '2026-11-30' }
    const [viewer, director] = [await host.as('Viewer'), await host.as('Superadmin')]
    for (const [report, hidden, bars] of [['invoices', ['total'], 0], ['billedItems', ['mrp', 'amount', 'invoiceTotal'], 1], ['billingSummary', ['revenue'], 0], ['pickingHistory', ['total'], 0]] as const) {
      const [some, all] = [await viewer.reports.previewReport({ report, filters: { period } }), await director.reports.previewReport({ report, filters: { period } })]
      const names = some.columns.map(({ key }) => key)
      expect([report, all.columns.map(({ key }) => key).filter(key => !names.includes(key))]).toEqual([report, hidden])
      expect(some.rows.every(({ cells }) => hidden.every(key => cells[key] === undefined))).toBe(true)
      expect([report, some.charts.length]).toEqual([report, bars])
    }
  })

  test('IA-9 a price is corrected by who may see it; others correct the rest', async () => {
    const { host, admin } = desks
    const { id, version } = await returned([['P-300', 5, '12']])
    const manager = await host.as('Manager')
    const line = { itemCode: 'P-300', quantity: 4 }
    await expect(manager.fulfilment.updateBill({ id, version, lines: [{ ...line, mrp: '11' }], notes: 'x' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'canSeeCost' } })
    await manager.fulfilment.updateBill({ id, version, lines: [line], notes: 'Jumlahnya 4' })
    expect(moneyText((await admin.fulfilment.getInvoice({ id })).total!)).toBe('48')
  })

  test('a factory of an earlier version goes on showing billing the prices, who comes in by password from now on', () => {
    const all = readMigrations(migrationsFolder)
    const older = new BetterSqlite(':memory:')
    migrate(older, all.filter(({ number }) => number < 1006))
    const role = older.prepare('insert into role (id, createdAt, name, level, sections, canSwitchQuickly) values (?, \'\', ?, 5, \'own\', 1)')
    for (const name of ['Billing', 'Picker']) role.run(name, name)
    migrate(older, all)
    expect(older.prepare('select name, canSeeCost, canSwitchQuickly from role order by name').raw().all()).toEqual([['Billing', 1, 0], ['Picker', 0, 1]])
    older.close()
  })
})

describe('corrections', () => {
  test('IF-14 of two lines of one code each is priced by itself; a charge that costs nothing may stay so, and no price becomes nothing', async () => {
    const { billing, admin } = desks
    const { id, version } = await returned([['P-400', 2, '10'], ['P-400', 3, '20'], ['POST', 1, '0']])
    const codes = { itemCode: 'P-400' }
    const lines = [{ ...codes, quantity: 2, mrp: '10' }, { ...codes, quantity: 3, mrp: '10' }, { itemCode: 'POST', quantity: 1, mrp: '0' }]
    const free = [lines[0]!, { ...lines[1]!, mrp: '0' }]
    await expect(billing.fulfilment.updateBill({ id, version, lines: free, notes: 'x' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 1, 'mrp'] }] } })
    await billing.fulfilment.updateBill({ id, version, lines, replaceItems: true, notes: 'Satu harga' })
    const corrected = await admin.fulfilment.getInvoice({ id })
    expect(corrected.lines.map(({ quantity, mrp }) => [quantity, decimalText(mrp!)])).toEqual([[2, '10'], [3, '10'], [1, '0']])
    expect(moneyText(corrected.total!)).toBe('50')
  })

  test('a hold is for what has not left: what has arrived it would keep from nothing', async () => {
    const { billing, admin, packer, courierId } = desks
    const { id } = await desks.invoice()
    await desks.packed(id)
    const { version } = await admin.fulfilment.getInvoice({ id })
    expect(await billing.fulfilment.changeInvoice({ id, version, priority: 'HIGH' })).toMatchObject({ priority: 'HIGH', isOnHold: false })
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [id], badge: packer.badge, way: { kind: 'COURIER', courierId } })
    const arrived = await admin.fulfilment.getInvoice({ id })
    await expect(billing.fulfilment.changeInvoice({ id, version: arrived.version, isOnHold: true, reason: 'Belum lunas' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'DELIVERED' } })
  })
})

describe('finding', () => {
  test('IF-18 by who made it and by who had it in hand, as they are called or by their e-mail', async () => {
    const { billing, picker, admin } = desks
    const { id } = await desks.invoice([['A-100', 1, '1']], { created_by: 'Kasir 7 Depok' })
    await desks.picked(id)
    const name = picker.session.fullName
    const found = async (filter: object) => (await billing.fulfilment.listInvoices({ filter, pageSize: 200 })).rows.map(row => row.id)
    expect(await found({ creator: 'kasir 7' })).toEqual([id])
    expect(await found({ creator: 'Kasir 8' })).toEqual([])
    for (const workerEmail of [picker.email, picker.email.toUpperCase(), name, name.slice(1, 5)]) expect([workerEmail, (await found({ workerEmail })).includes(id)]).toEqual([workerEmail, true])
    expect(await found({ workerEmail: picker.email.slice(2) })).toEqual([])
    expect((await admin.fulfilment.listPickingHistory({ filter: { workerEmail: name } })).rows.map(row => row.invoiceId)).toContain(id)
  })

  test('what is searched for in a report is taken as it is written', async () => {
    const { billing, host } = desks
    await billing.fulfilment.importInvoice(payload('KOTOR-1', [['50%_A', 1, '1']], { code: 'C-50', name: 'Diskon 50% Terus' }))
    const owner = await host.as('Superadmin')
    const numbers = async (report: string, search: string) => (await owner.reports.previewReport({ report, filters: { period: { from: '2026-11-01', to: '2026-11-30' }, search } })).rows.map(({ cells }) => cells.number)
    expect([await numbers('invoices', '50%'), await numbers('billedItems', '%_A'), await numbers('invoices', '5_%')]).toEqual([['KOTOR-1'], ['KOTOR-1'], []])
  })

  test('IF-19 days the other way round, and more than a season, are refused instead of being cut short', async () => {
    const { admin } = desks
    for (const [fromDay, toDay] of [['2026-11-20', '2026-11-19'], ['2026-01-01', '2026-11-20']] as const) {
      await expect(admin.fulfilment.getDayFigures({ fromDay, toDay })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['toDay'], reason: 'fulfilment.issues.day-span' }] } })
    }
    expect(await admin.fulfilment.getDayFigures({ fromDay: '2026-08-21', toDay: '2026-11-20' })).toHaveLength(92)
  })
})

test('IF-8 goods that went into trays are told without them on labels and lists: the tray stays in the warehouse', async () => {
  const { packer, courierId, admin } = desks
  const { id } = await desks.invoice([['A-100', 10, '3.50']])
  await desks.checked(id)
  const contents = [{ lineId: await desks.line(id, 'A-100'), quantity: 10 }]
  await packer.desk.fulfilment.saveContainers({ ...at(id, packer), ...desks.seen(id), containers: [{ kind: 'TRAY', code: 'T-01', contents }] })
  await packer.desk.fulfilment.sealTrays(at(id, packer))
  await packer.desk.fulfilment.completeBoxing({ invoiceIds: [id], badge: packer.badge, labelCount: 2, courierId })
  const detail = await admin.fulfilment.getInvoice({ id })
  expect(packedLines(detail).map(({ box, quantity }) => [box, quantity])).toEqual([['', 10]])
  expect(boxLabels(detail, 'box', 'id').map(({ quantity, facts }) => [quantity, facts])).toEqual([['Kotak 1 dari 2', ['10 × Barang A-100 (A-100)']], ['Kotak 2 dari 2', ['10 × Barang A-100 (A-100)']]])
  expect(boxLabels(detail, 'address', 'id').map(({ facts }) => facts.at(-1))).toEqual(['J&T Bekasi', 'J&T Bekasi'])
})

test('IF-8 a label of many contents says how much is in the box, since not all of it has room', async () => {
  const { admin } = desks
  const { id } = await desks.invoice(Array.from({ length: 9 }, (_, line) => [`ISI-${line + 100}`, 2, '1'] as const))
  await desks.packed(id)
  const [label] = boxLabels(await admin.fulfilment.getInvoice({ id }), 'box', 'id')
  expect(label!.facts).toEqual(['9 baris, 18 buah, di antaranya:', ...[100, 101, 102, 103, 104, 105].map(code => `2 × Barang ISI-${code} (ISI-${code})`)])
})

test('IF-16 a bulk change moves the oldest two thousand, and says how many wait for the next', async () => {
  const { host } = desks
  const owner = await host.as('Superadmin')
  for (let made = 0; made < 2002; made += 500) await owner.fulfilment.seedInvoices({ count: Math.min(500, 2002 - made) })
  const span = { fromDay: '2026-01-01', toDay: '2026-12-31', status: ['INVOICED' as const, 'DELIVERED' as const], to: 'PICKED' as const }
  const waiting = host.database.prepare("select count(*) from invoice where status = 'INVOICED'").pluck().get() as number
  const delivered = host.database.prepare("select count(*) from invoice where status = 'DELIVERED'").pluck().get() as number
  expect(waiting).toBeGreaterThanOrEqual(2002)
  expect(await owner.fulfilment.previewBulk(span)).toMatchObject({ moves: 2000, later: waiting - 2000, stays: delivered })
}, 300_000)

describe('clearing', () => {
  test('what picking took off its shelf is put back, whether the work alone or the invoices go; a shelf out of use refuses all of it', async () => {
    const { host, admin } = desks
    const owner = await host.as('Superadmin')
    const { location, onHand } = await shelved('BERSIH-1', 'RAK-9', '30')
    const count = () => host.database.prepare('select count(*) from invoice').pluck().get() as number
    const clear = (what: 'sessions' | 'invoices') => owner.fulfilment.clearInvoices({ what, confirm: count(), reason: 'Selesai latihan' })
    const { id } = await desks.invoice([['BERSIH-1', 12, '5', 'RAK-9']])
    await desks.picked(id)
    expect(onHand()).toBe(18)
    await clear('sessions')
    expect([onHand(), desks.status(id)]).toEqual([30, 'INVOICED'])
    await desks.picked(id)
    expect(onHand()).toBe(18)

    const emptied = await admin.warehouse.issueStock({ itemId: textOf("select id from item where code = 'BERSIH-1'"), quantity: '18', fromLocationId: location.id })
    const before = count()
    const { version } = await admin.masters.getLocation({ id: location.id })
    const idle = await admin.masters.setLocationActive({ id: location.id, version, isActive: false })
    await expect(clear('invoices')).rejects.toMatchObject({ code: 'inactive', params: { code: 'RAK-9' } })
    expect([count(), desks.status(id)]).toEqual([before, 'PICKED'])
    await admin.masters.setLocationActive({ id: location.id, version: idle.version, isActive: true })
    await clear('invoices')
    expect([onHand(), count(), emptied.itemId !== '']).toEqual([12, 0, true])
  }, 300_000)
})
