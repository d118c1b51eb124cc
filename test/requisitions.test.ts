import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { mayDo, requisitionActs, requisitionStatuses } from '../shared/warehouse/requisition-rules.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { alwaysAsked } from './support/always-asked.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { openRacks, unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let operator: Desk
let keeper: Desk
let cutting: Desk
let supervisor: Desk
const places: Record<string, string> = {}
let items = 0

beforeAll(async () => {
  host = await startTestHost()
  await alwaysAsked(host)
  admin = await host.as('Superadmin')
  operator = await host.as('Warehouse Operator', 'WH')
  keeper = await host.as('Warehouse Admin', 'WH')
  cutting = await host.as('Admin Cutting', 'CUT')
  supervisor = await host.as('SPV Cutting', 'CUT')
  Object.assign(places, await openRacks(host, admin, ['SEW', 'CUT']))
})
afterAll(async () => {
  expect(ledgerFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

async function newItem(stock?: string, place = 'WH-MAIN'): Promise<string> {
  items += 1
  const unitId = await unitIdOf(admin, 'Kg')
  const { id } = await admin.masters.createItem({ code: `REQ-${items}`, name: `Kain ${items}`, kind: 'RAW_MATERIAL', unitId })
  if (stock !== undefined) await operator.warehouse.receiveStock({ itemId: id, quantity: stock, toLocationId: places[place]! })
  return id
}
type Asked = Partial<Parameters<Desk['warehouse']['createRequisition']>[0]>
const ask = (lines: [string, string][], more: Asked = {}, by = cutting) => by.warehouse.createRequisition({
  sectionId: host.section('CUT'), supplyLocationId: places['WH-MAIN']!, storeLocationId: places['WH-CUT']!, neededBy: '2026-11-21', lines: lines.map(([itemId, quantity]) => ({ itemId, quantity })), ...more,
})
const at = ({ id, version }: { id: string; version: number }) => ({ id, version })
const detail = (id: string) => admin.warehouse.getRequisition({ id })
const waits = async (id: string) => (await operator.warehouse.listRequisitions({ filter: { isWaiting: true }, pageSize: 200 })).rows.some(row => row.id === id)
const stockAt = (itemId: string, place: string) => {
  const row = host.database.prepare('select onHand, reserved from stockBalance where itemId = ? and locationId = ?').get(itemId, places[place]!) as { onHand: number; reserved: number } | undefined
  return [(row?.onHand ?? 0) / 10_000, (row?.reserved ?? 0) / 10_000]
}

describe('requisitions', () => {
  test('WH-4 WH-5 asked, approved, handed over in parts, confirmed by the section, complete; each change is in its history', async () => {
    const [first, second] = [await newItem('100'), await newItem('10')]
    const asked = await ask([[first, '40'], [second, '15']], { purpose: 'SPK besok', workOrderNumber: 'SPK-7' })
    expect(asked).toMatchObject({ status: 'PENDING', lineCount: 2, openLines: 2, firstItemName: expect.stringMatching(/^Kain/) })
    expect(asked.number).toMatch(/^PMT-20261120-\d{3}$/)
    expect(await waits(asked.id)).toBe(true)
    const approved = await keeper.warehouse.approveRequisition(at(asked))
    expect(await waits(asked.id)).toBe(true)
    expect([stockAt(first, 'WH-MAIN'), stockAt(second, 'WH-MAIN')]).toEqual([[100, 40], [10, 10]])
    const { lines } = await detail(asked.id)
    expect(lines.map(line => [decimalText(line.reserved), decimalText(line.available), line.isLow])).toEqual([['40', '100', false], ['10', '10', true]])
    const part = await operator.warehouse.issueRequisition({ ...at(approved), lines: [{ lineId: lines[0]!.id, quantity: '40' }, { lineId: lines[1]!.id, quantity: '10' }] })
    expect(part).toMatchObject({ status: 'APPROVED', openLines: 1, unconfirmed: 2 })
    expect([stockAt(first, 'WH-CUT'), stockAt(first, 'WH-MAIN'), stockAt(second, 'WH-MAIN')]).toEqual([[40, 0], [60, 0], [0, 0]])
    const { issues } = await detail(asked.id)
    const confirmed = await cutting.warehouse.receiveRequisition({ ...at(part), issueIds: issues.map(({ id }) => id) })
    expect(confirmed).toMatchObject({ status: 'APPROVED', unconfirmed: 0 })
    await operator.warehouse.receiveStock({ itemId: second, quantity: '8', toLocationId: places['WH-MAIN']! })
    const rest = await operator.warehouse.issueRequisition({ ...at(confirmed), lines: [{ lineId: lines[1]!.id, quantity: '5' }] })
    expect(await waits(asked.id)).toBe(false)
    const last = (await detail(asked.id)).issues.find(({ receivedAt }) => receivedAt === null)!
    expect(await supervisor.warehouse.receiveRequisition({ ...at(rest), issueIds: [last.id] })).toMatchObject({ status: 'COMPLETED', openLines: 0, unconfirmed: 0 })
    expect((await detail(asked.id)).steps.map(({ fromStatus, toStatus, note }) => [fromStatus, toStatus, note])).toEqual([[null, 'PENDING', 'SPK besok'], ['PENDING', 'APPROVED', ''], ['APPROVED', 'COMPLETED', '']])
    const told = (await cutting.notifications.listNotices({ pageSize: 200 })).rows.filter(({ entityId }) => entityId === asked.id).map(({ kind }) => kind)
    expect(told).toEqual(['REQUISITION_COMPLETED', 'REQUISITION_ISSUED', 'REQUISITION_ISSUED', 'REQUISITION_APPROVED'])
  })

  test('an item tells who asked for it: what is still to be handed over first, to each section its own', async () => {
    const item = await newItem('50')
    const { id, version } = await ask([[item, '20']])
    await keeper.warehouse.rejectRequisition({ id, version, reason: 'Sudah ada di rak' })
    const open = await ask([[await newItem(), '1'], [item, '8']], { neededBy: '2026-11-20' })
    const ofItem = (desk: Desk, filter = {}) => desk.warehouse.listItemRequisitions({ filter: { itemId: item, ...filter } }).then(({ rows }) => rows)
    expect((await ofItem(operator)).map(row => [row.requisitionId, row.isOpen, decimalText(row.quantity), row.sectionName])).toEqual([[open.id, true, '8', 'Cutting'], [id, false, '20', 'Cutting']])
    expect((await ofItem(cutting, { isOpen: true })).map(row => row.number)).toEqual([open.number])
    expect(await ofItem(await host.as('Admin Sewing', 'SEW'))).toEqual([])
  })

  test('WH-4 who asks does not decide; a rejection gives its reason; another section sees nothing of it', async () => {
    const itemId = await newItem('5')
    const own = await ask([[itemId, '1']], {}, keeper)
    await expect(keeper.warehouse.approveRequisition(at(own))).rejects.toMatchObject({ code: 'own-request' })
    await expect(keeper.warehouse.rejectRequisition({ ...at(own), reason: 'x' })).rejects.toMatchObject({ code: 'own-request' })
    await expect(supervisor.warehouse.approveRequisition(at(own))).rejects.toMatchObject({ code: 'forbidden' })
    expect(await admin.warehouse.rejectRequisition({ ...at(own), reason: 'Minta per SPK' })).toMatchObject({ status: 'REJECTED' })
    await expect(admin.warehouse.approveRequisition(at(await admin.warehouse.getRequisition({ id: own.id }).then(({ requisition }) => requisition)))).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'REJECTED' } })
    const sewing = await host.as('Admin Sewing', 'SEW')
    await expect(sewing.warehouse.getRequisition({ id: own.id })).rejects.toMatchObject({ code: 'foreign-section' })
    expect((await sewing.warehouse.listRequisitions({})).rows).toEqual([])
    await expect(ask([[itemId, '1']], {}, sewing)).rejects.toMatchObject({ code: 'foreign-section' })
  })

  test('WH-4 cancelling and taking back a hand-over are steps of its history, told to the stores and the section', async () => {
    const itemId = await newItem('20')
    const told = async (desk: Desk, id: string) => (await desk.notifications.listNotices({ pageSize: 200 })).rows.filter(({ entityId }) => entityId === id).map(({ kind, params }) => [kind, params.reason])
    const steps = async (id: string) => (await detail(id)).steps.map(({ fromStatus, toStatus, note }) => [fromStatus, toStatus, note]).slice(-1)
    const asked = await ask([[itemId, '2']])
    await cutting.warehouse.cancelRequisition({ ...at(asked), reason: 'SPK ditunda' })
    expect(await steps(asked.id)).toEqual([['PENDING', 'CANCELLED', 'SPK ditunda']])
    for (const desk of [operator, keeper, cutting, supervisor]) expect((await told(desk, asked.id))[0]).toEqual(['REQUISITION_CANCELLED', 'SPK ditunda'])
    const sewing = await host.as('Admin Sewing', 'SEW')
    expect(await told(sewing, asked.id)).toEqual([])
    const approved = await keeper.warehouse.approveRequisition(at(await ask([[itemId, '12']])))
    const [line] = (await detail(approved.id)).lines
    const issued = await operator.warehouse.issueRequisition({ ...at(approved), lines: [{ lineId: line!.id, quantity: '12' }] })
    const [issue] = (await detail(approved.id)).issues
    await operator.warehouse.reverseRequisitionIssue({ ...at(issued), issueId: issue!.id, reason: 'Salah rak' })
    expect(await steps(approved.id)).toEqual([['APPROVED', 'APPROVED', 'Salah rak']])
    for (const desk of [operator, keeper, cutting, supervisor]) expect((await told(desk, approved.id))[0]).toEqual(['REQUISITION_TAKEN_BACK', 'Salah rak'])
    const [notice] = (await cutting.notifications.listNotices({ pageSize: 1 })).rows
    expect(notice!.params).toMatchObject({ number: approved.number, section: 'Cutting', item: expect.stringMatching(/^Kain/) })
  })

  test('WH-5 who hands over does not confirm, and what is confirmed is not taken back', async () => {
    const itemId = await newItem('20')
    const approved = await keeper.warehouse.approveRequisition(at(await ask([[itemId, '12']])))
    const [line] = (await detail(approved.id)).lines
    const manager = await host.as('Manager')
    const issued = await manager.warehouse.issueRequisition({ ...at(approved), lines: [{ lineId: line!.id, quantity: '12' }] })
    const [issue] = (await detail(approved.id)).issues
    await expect(manager.warehouse.receiveRequisition({ ...at(issued), issueIds: [issue!.id] })).rejects.toMatchObject({ code: 'own-issue' })
    await expect(keeper.warehouse.receiveRequisition({ ...at(issued), issueIds: [issue!.id] })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(keeper.warehouse.closeRequisition({ ...at(issued), reason: 'x' })).rejects.toMatchObject({ code: 'unconfirmed' })
    await expect(cutting.warehouse.cancelRequisition({ ...at(issued), reason: 'x' })).rejects.toMatchObject({ code: 'wrong-state' })
    const back = await operator.warehouse.reverseRequisitionIssue({ ...at(issued), issueId: issue!.id, reason: 'Salah rak' })
    expect([stockAt(itemId, 'WH-MAIN'), stockAt(itemId, 'WH-CUT')]).toEqual([[20, 12], [0, 0]])
    const again = await operator.warehouse.issueRequisition({ ...at(back), lines: [{ lineId: line!.id, quantity: '4' }] })
    const [second] = (await detail(approved.id)).issues
    const confirmed = await cutting.warehouse.receiveRequisition({ ...at(again), issueIds: [second!.id] })
    await expect(operator.warehouse.reverseRequisitionIssue({ ...at(confirmed), issueId: second!.id, reason: 'x' })).rejects.toMatchObject({ code: 'already-received' })
    expect(await keeper.warehouse.closeRequisition({ ...at(confirmed), reason: 'Sisanya tidak perlu' })).toMatchObject({ status: 'COMPLETED', openLines: 1 })
    expect(stockAt(itemId, 'WH-MAIN')).toEqual([16, 0])
  })

  test('more than the rest, and what is not there, are refused by line, and nothing is done by halves; two hands at once are told', async () => {
    const [first, second] = [await newItem('10'), await newItem('2')]
    const approved = await keeper.warehouse.approveRequisition(at(await ask([[first, '10'], [second, '5']])))
    const { lines } = await detail(approved.id)
    await expect(operator.warehouse.issueRequisition({ ...at(approved), lines: [{ lineId: lines[0]!.id, quantity: '11' }, { lineId: lines[1]!.id, quantity: '5' }] })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['lines', 0], reason: 'errors.over-fulfilment' }, { path: ['lines', 1], reason: 'errors.stock-short', params: { missing: '3' } }] },
    })
    expect(stockAt(first, 'WH-MAIN')).toEqual([10, 10])
    await operator.warehouse.issueRequisition({ ...at(approved), lines: [{ lineId: lines[0]!.id, quantity: '5' }] })
    await expect(operator.warehouse.issueRequisition({ ...at(approved), lines: [{ lineId: lines[0]!.id, quantity: '5' }] })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('an item twice, a day that is past, a section’s store as the supply, another section’s as the target: each is named', async () => {
    const itemId = await newItem('5')
    await expect(ask([[itemId, '1'], [itemId, '2']])).rejects.toMatchObject({ params: { issues: [{ path: ['lines', 1, 'itemId'], reason: 'warehouse.issues.item-twice' }] } })
    await expect(ask([[itemId, '1']], { neededBy: '2026-11-19' })).rejects.toMatchObject({ params: { issues: [{ path: ['neededBy'] }] } })
    await expect(ask([[itemId, '1']], { supplyLocationId: places['WH-CUT']! })).rejects.toMatchObject({ params: { issues: [{ reason: 'warehouse.issues.not-factory-store' }] } })
    await expect(ask([[itemId, '1']], { storeLocationId: places['WH-SEW']! })).rejects.toMatchObject({ params: { issues: [{ reason: 'warehouse.issues.other-section-store' }] } })
  })

  test('WH-20 what is not there is handed over on debt and used up at once; a store is given only what there is', async () => {
    const itemId = await newItem('3')
    const debt = await cutting.warehouse.requestDebt({ itemId, locationId: places['WH-MAIN']!, sectionId: host.section('CUT'), required: '5', quantity: '2', dueDay: '2026-11-27', reason: 'Kurang' })
    await supervisor.approvals.approveStep({ id: debt.requestId!, step: 0 })
    await (await host.as('Manager')).approvals.approveStep({ id: debt.requestId!, step: 1 })
    const used = await keeper.warehouse.approveRequisition(at(await ask([[itemId, '5']], { storeLocationId: null })))
    const [own] = (await detail(used.id)).lines
    const spent = await operator.warehouse.issueRequisition({ ...at(used), lines: [{ lineId: own!.id, quantity: '5', debtId: debt.id }] })
    expect(stockAt(itemId, 'WH-MAIN')).toEqual([-2, 0])
    const [given] = (await detail(used.id)).issues
    await operator.warehouse.reverseRequisitionIssue({ ...at(spent), issueId: given!.id, reason: 'Salah bagian' })
    await cutting.warehouse.cancelRequisition({ ...at((await detail(used.id)).requisition), reason: 'Masuk rak' })
    const stored = await keeper.warehouse.approveRequisition(at(await ask([[itemId, '5']])))
    const [line] = (await detail(stored.id)).lines
    await expect(operator.warehouse.issueRequisition({ ...at(stored), lines: [{ lineId: line!.id, quantity: '5' }] })).rejects.toMatchObject({ params: { issues: [{ reason: 'errors.stock-short' }] } })
    await operator.warehouse.issueRequisition({ ...at(stored), lines: [{ lineId: line!.id, quantity: '5', debtId: debt.id }] })
    expect([stockAt(itemId, 'WH-MAIN'), stockAt(itemId, 'WH-CUT')]).toEqual([[-2, 0], [3, 0]])
    expect((await detail(stored.id)).issues.map(({ quantity }) => decimalText(quantity))).toEqual(['2', '3'])
  })

  test('WH-4 which act is possible in which status', () => {
    const none = [{ quantity: decimal('5'), issued: decimal('0') }]
    const table = Object.fromEntries(requisitionStatuses.map(status => [status, requisitionActs.filter(act => mayDo(status, act, none))]))
    expect(table).toEqual({ PENDING: ['approve', 'reject', 'cancel'], APPROVED: ['issue', 'receive', 'close', 'cancel'], REJECTED: [], COMPLETED: [], CANCELLED: [] })
    expect(mayDo('APPROVED', 'cancel', [{ quantity: decimal('5'), issued: decimal('1') }])).toBe(false)
  })
})

describe('WH-3 backflush', () => {
  test('WH-3 uses up a section’s materials all or none, and names every one that is short with what a debt would make up', async () => {
    const [first, second, third] = [await newItem('20.5', 'WH-CUT'), await newItem('4', 'WH-CUT'), await newItem()]
    const use = (lines: { itemId: string; quantity: string; debtId?: string }[]) => cutting.warehouse.consumeMaterials({ sectionId: host.section('CUT'), lines })
    await expect(use([{ itemId: first, quantity: '25.92' }, { itemId: second, quantity: '3' }, { itemId: second, quantity: '3' }, { itemId: third, quantity: '1' }])).rejects.toMatchObject({
      code: 'stock-short',
      params: { itemId: first, missing: '5.42', shorts: [{ itemId: first, requested: '25.92', available: '20.5', missing: '5.42' }, { itemId: second, requested: '6', missing: '2' }, { itemId: third, available: '0', missing: '1' }] },
    })
    expect([stockAt(first, 'WH-CUT')[0], stockAt(second, 'WH-CUT')[0]]).toEqual([20.5, 4])
    const debt = await cutting.warehouse.requestDebt({ itemId: first, locationId: places['WH-CUT']!, sectionId: host.section('CUT'), required: '25.92', quantity: '5.42', dueDay: '2026-11-27', reason: 'Kurang' })
    await supervisor.approvals.approveStep({ id: debt.requestId!, step: 0 })
    await (await host.as('Manager')).approvals.approveStep({ id: debt.requestId!, step: 1 })
    expect(await use([{ itemId: first, quantity: '25.92', debtId: debt.id }, { itemId: second, quantity: '4' }])).toEqual({ posted: 2 })
    expect([stockAt(first, 'WH-CUT')[0], stockAt(second, 'WH-CUT')[0]]).toEqual([-5.42, 0])
    await expect(cutting.warehouse.consumeMaterials({ sectionId: host.section('SEW'), lines: [{ itemId: second, quantity: '1' }] })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(admin.warehouse.consumeMaterials({ sectionId: host.section('FIN'), lines: [{ itemId: second, quantity: '1' }] })).rejects.toMatchObject({ params: { issues: [{ reason: 'warehouse.issues.which-store' }] } })
  })
})

describe('WH-8 shortages', () => {
  test('WH-8 PL-14 production tells what is short and how badly; the stores hear it and say what they did', async () => {
    const itemId = await newItem('20.5')
    const report = (required: string) => cutting.warehouse.reportShortage({ sectionId: host.section('CUT'), itemId, locationId: places['WH-MAIN']!, required, note: 'Lini berhenti' })
    await expect(report('20.5')).rejects.toMatchObject({ params: { issues: [{ path: ['required'], reason: 'warehouse.issues.no-shortage', params: { available: '20.5' } }] } })
    const shortage = await report('25.92')
    expect([shortage.severity, decimalText(shortage.missing), shortage.handledAt]).toEqual(['HIGH', '5.42', null])
    expect([(await report('41')).severity, (await report('21.5')).severity, (await report('21')).severity]).toEqual(['CRITICAL', 'LOW', 'LOW'])
    expect((await operator.notifications.listNotices({})).rows.find(({ entityId }) => entityId === shortage.id)).toMatchObject({ kind: 'SHORTAGE_ALERT', severity: 'WARNING', params: { quantity: '5.42' } })
    await expect(cutting.warehouse.handleShortage({ ...at(shortage), handling: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect((await host.as('SPV Sewing', 'CUT')).warehouse.handleShortage({ ...at(shortage), handling: 'x' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.handleShortage' } })
    await expect((await host.as('SPV Cutting', 'SEW')).warehouse.handleShortage({ ...at(shortage), handling: 'x' })).rejects.toMatchObject({ code: 'foreign-section' })
    const settled = await report('21')
    expect(await (await host.as('SPV Cutting', 'CUT')).warehouse.handleShortage({ ...at(settled), handling: 'Sisa gelaran cukup' })).toMatchObject({ handledByName: expect.stringContaining('SPV Cutting') as string })
    expect(await operator.warehouse.handleShortage({ ...at(shortage), handling: 'Kiriman masuk pukul 14' })).toMatchObject({ handling: 'Kiriman masuk pukul 14' })
    await expect(operator.warehouse.handleShortage({ id: shortage.id, version: 2, handling: 'lagi' })).rejects.toMatchObject({ code: 'already-handled' })
    expect((await operator.warehouse.listShortages({ filter: { isHandled: false, severity: ['CRITICAL'], itemId } })).rows).toHaveLength(1)
    expect((await (await host.as('Admin Sewing', 'SEW')).warehouse.listShortages({})).rows).toEqual([])
  })

  test('a shortage is of the factory’s business day, not of the clock’s', async () => {
    const itemId = await newItem('1')
    const before = host.clock.now()
    host.clock.set('2026-12-01T17:30:00.000Z')
    const { number } = await cutting.warehouse.reportShortage({ sectionId: host.section('CUT'), itemId, locationId: places['WH-MAIN']!, required: '2', note: '' })
    const on = async (day: string) => (await admin.reports.previewReport({ report: 'shortage', filters: { period: { from: day, to: day } } })).rows
    expect(JSON.stringify(await on('2026-12-02'))).toContain(number)
    expect(await on('2026-12-01')).toEqual([])
    host.clock.set(before)
  })
})
