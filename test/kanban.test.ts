import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decimal, decimalText, type Decimal } from '../shared/core/decimal.ts'
import type { Card } from '../shared/kanban/cards.ts'
import { actTowards, cardActs, cardStatuses, isApprovedByItself, isDue, isLate, possibleActs, statusAfter } from '../shared/kanban/rules.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { openRacks, unitIdOf } from './support/stores.ts'

const today = '2026-11-20'
let host: TestHost
let admin: Desk
let sewing: Desk
let warehouse: Desk
let carton: string
let kohair: string
const places: Record<string, string> = {}

beforeEach(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  sewing = await host.as('Admin Sewing', 'SEW')
  warehouse = await host.as('Warehouse Admin', 'WH')
  Object.assign(places, await openRacks(host, admin, ['SEW', 'PCK', 'CUT']))
  carton = await newItem('CTN-500', 'Karton 500', 'Pcs')
  kohair = await newItem('KOHAIR', 'Kohair', 'Kg')
  await receive(carton, '1000')
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

async function newItem(code: string, name: string, unit: string): Promise<string> {
  const unitId = await unitIdOf(admin, unit)
  return (await admin.masters.createItem({ code, name, kind: 'RAW_MATERIAL', unitId })).id
}
const receive = (itemId: string, quantity: string, to = 'WH-MAIN') => warehouse.warehouse.receiveStock({ itemId, quantity, toLocationId: places[to]! })
type NewBoard = Partial<Parameters<Desk['kanban']['createBoard']>[0]>
const newBoard = (section = 'SEW', more: NewBoard = {}) => admin.kanban.createBoard({
  sectionId: host.section(section), supplySectionId: host.section('WH'), supplyLocationId: places['WH-MAIN']!, storeLocationId: places[`WH-${section}`]!, ...more,
})
type NewCard = Partial<Parameters<Desk['kanban']['createCard']>[0]>
const ask = (more: NewCard = {}, desk = sewing) => desk.kanban.createCard({ sectionId: host.section('SEW'), itemId: carton, quantity: '10', neededBy: today, ...more })
const at = ({ id, version }: Pick<Card, 'id' | 'version'>) => ({ id, version })
const onHand = (itemId: string, place: string) => decimalText((host.database.prepare('select onHand from stockBalance where itemId = ? and locationId = ?').pluck().get(itemId, places[place]) ?? 0) as Decimal)
const reserved = (itemId: string) => decimalText((host.database.prepare('select reserved from stockBalance where itemId = ? and locationId = ?').pluck().get(itemId, places['WH-MAIN']) ?? 0) as Decimal)
const noticesOf = async (desk: Desk) => (await desk.notifications.listNotices({})).rows.map(({ kind, severity }) => `${kind} ${severity}`)
const cardsIn = async (...status: (typeof cardStatuses)[number][]) => (await admin.kanban.listCards({ filter: { status }, sort: [{ column: 'number' }] })).rows
const consume = (quantity: string, itemId = carton) => sewing.warehouse.consumeMaterial({ itemId, quantity, locationId: places['WH-SEW']! })

describe('the rules by themselves', () => {
  const card = (status: (typeof cardStatuses)[number], fulfilled = '0') => ({ status, quantity: decimal('10'), fulfilled: decimal(fulfilled) })

  test('KB-1 what can be done in which status', () => {
    expect(Object.fromEntries(cardStatuses.map(status => [status, possibleActs(card(status, status === 'COMPLETED' ? '10' : '0'))]))).toEqual({
      PLANNED: ['submit', 'cancel'],
      PENDING: ['approve', 'cancel'],
      APPROVED: ['withdrawApproval', 'start', 'fulfil', 'cancel'],
      IN_PROGRESS: ['withdrawStart', 'fulfil'],
      COMPLETED: ['reverseFulfilment'],
      CANCELLED: [],
    })
    expect(possibleActs(card('IN_PROGRESS', '4'))).toEqual(['fulfil', 'reverseFulfilment'])
    expect(cardActs.map(act => statusAfter(card('CANCELLED'), act))).toEqual(cardActs.map(() => undefined))
  })

  test('a card can be drawn only to where an act leads', () => {
    const lanes = cardStatuses.map(from => [from, cardStatuses.filter(lane => actTowards(card(from), lane) !== undefined)])
    expect(Object.fromEntries(lanes)).toEqual({
      PLANNED: ['CANCELLED'], PENDING: ['APPROVED', 'CANCELLED'], APPROVED: ['PENDING', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'],
      IN_PROGRESS: ['APPROVED', 'COMPLETED'], COMPLETED: [], CANCELLED: [],
    })
  })

  test('thresholds include their own value; lateness begins the day after', () => {
    const board = { hasAutoApproval: true, autoApprovalThreshold: decimal('20') }
    expect([isApprovedByItself(board, decimal('20')), isApprovedByItself(board, decimal('20.0001')), isApprovedByItself({ ...board, hasAutoApproval: false }, decimal('1'))])
      .toEqual([true, false, false])
    const rule = { isActive: true, reorderPoint: decimal('200') }
    expect([isDue(rule, decimal('200')), isDue(rule, decimal('200.0001')), isDue({ ...rule, isActive: false }, decimal('0'))]).toEqual([true, false, false])
    expect([isLate({ status: 'APPROVED', neededBy: today }, today), isLate({ status: 'APPROVED', neededBy: '2026-11-19' }, today), isLate({ status: 'COMPLETED', neededBy: '2026-11-19' }, today)])
      .toEqual([false, true, false])
  })
})

describe('a request and its way', () => {
  test('KB-1 asked for, approved, delivered in two parts, completed; the stock goes along', async () => {
    await newBoard()
    const card = await ask({ quantity: '500', priority: 'HIGH', neededBy: '2026-11-22', notes: 'Kirim EU' })
    expect(card).toMatchObject({
      number: 'KAN-20261120-0001', status: 'PENDING', version: 1, sectionName: 'Jahit', itemCode: 'CTN-500', unitCode: 'Pcs', quantity: decimal('500'), fulfilled: decimal('0'),
      isAutomatic: false, requestedByName: expect.stringContaining('Admin Sewing') as string, approvedByName: null,
    })
    const approved = await warehouse.kanban.approveCard(at(card))
    expect(approved).toMatchObject({ status: 'APPROVED', approvedByName: expect.stringContaining('Warehouse Admin') as string, approvedAt: '2026-11-20T03:00:00.000Z' })
    expect([onHand(carton, 'WH-MAIN'), reserved(carton)]).toEqual(['1000', '500'])
    const started = await warehouse.kanban.startCard(at(approved))
    const half = await warehouse.kanban.fulfilCard({ ...at(started), quantity: '250' })
    expect(half).toMatchObject({ status: 'IN_PROGRESS', fulfilled: decimal('250'), completedAt: null })
    expect([onHand(carton, 'WH-MAIN'), reserved(carton), onHand(carton, 'WH-SEW')]).toEqual(['750', '250', '250'])
    const whole = await warehouse.kanban.fulfilCard({ ...at(half), quantity: '250' })
    expect(whole).toMatchObject({ status: 'COMPLETED', fulfilled: decimal('500'), completedByName: expect.stringContaining('Warehouse Admin') as string })
    expect([onHand(carton, 'WH-MAIN'), reserved(carton), onHand(carton, 'WH-SEW')]).toEqual(['500', '0', '500'])
    const { deliveries, store, supply, deliverable } = await sewing.kanban.getCard({ id: card.id })
    expect(deliveries.map(({ quantity }) => decimalText(quantity))).toEqual(['250', '250'])
    expect([decimalText(store.onHand), decimalText(supply.available), decimalText(deliverable)]).toEqual(['500', '500', '0'])
    expect((await admin.warehouse.listMoves({ filter: { documentId: card.id } })).rows[0]).toMatchObject({ documentNumber: 'KAN-20261120-0001', kind: 'TRANSFER' })
  })

  test('KB-1 more than the rest, and nothing at all, are not delivered', async () => {
    await newBoard()
    const card = await warehouse.kanban.approveCard(at(await ask({ quantity: '100' })))
    const half = await warehouse.kanban.fulfilCard({ ...at(card), quantity: '60' })
    await expect(warehouse.kanban.fulfilCard({ ...at(half), quantity: '41' })).rejects.toMatchObject({
      code: 'over-fulfilment', params: { number: card.number, requested: '100', fulfilled: '60', remaining: '40', unit: 'Pcs' },
    })
    for (const quantity of ['0', '-1', '1e9', '99999999999', '']) {
      await expect(warehouse.kanban.fulfilCard({ ...at(half), quantity })).rejects.toMatchObject({ code: 'invalid-input' })
    }
    expect((await warehouse.kanban.fulfilCard({ ...at(half), quantity: '40' })).status).toBe('COMPLETED')
  })

  test('WH-2 only what is there is delivered; what is kept for another card is not', async () => {
    await newBoard()
    await newBoard('PCK')
    await receive(kohair, '125')
    const packing = await host.as('Admin Packing', 'PCK')
    const first = await warehouse.kanban.approveCard(at(await ask({ itemId: kohair, quantity: '100' })))
    const second = await warehouse.kanban.approveCard(at(await ask({ itemId: kohair, quantity: '50', sectionId: host.section('PCK') }, packing)))
    expect(reserved(kohair)).toBe('125')
    await expect(warehouse.kanban.fulfilCard({ ...at(second), quantity: '26' })).rejects.toMatchObject({
      code: 'stock-short', params: { itemName: 'Kohair', location: 'Gudang utama', requested: '26', available: '25', unit: 'Kg' },
    })
    expect((await warehouse.kanban.getCard({ id: second.id })).deliverable).toBe(decimal('25'))
    await expect(warehouse.warehouse.issueStock({ itemId: kohair, quantity: '1', fromLocationId: places['WH-MAIN']! })).rejects.toMatchObject({ code: 'stock-short', params: { available: '0' } })
    expect((await warehouse.kanban.fulfilCard({ ...at(first), quantity: '100' })).status).toBe('COMPLETED')
    expect((await warehouse.kanban.fulfilCard({ ...at(second), quantity: '25' })).status).toBe('IN_PROGRESS')
  })

  test('WH-1 (g) approving reserves: 125 on hand, 49.75 reserved, 75.25 available', async () => {
    await newBoard()
    await receive(kohair, '125')
    const { id } = await warehouse.kanban.approveCard(at(await ask({ itemId: kohair, quantity: '49.75' })))
    const { supply, reserved: own, deliverable } = await sewing.kanban.getCard({ id })
    expect([supply.onHand, supply.reserved, supply.available, own, deliverable].map(decimalText)).toEqual(['125', '49.75', '75.25', '49.75', '49.75'])
    const { rows: [row] } = await warehouse.warehouse.listStock({ filter: { itemId: kohair } })
    expect([row!.onHand, row!.reserved, row!.available].map(decimalText)).toEqual(['125', '49.75', '75.25'])
    expect((await warehouse.warehouse.getItemStock({ itemId: kohair })).reservations).toMatchObject([{ documentNumber: 'KAN-20261120-0001', quantity: decimal('49.75') }])
  })

  test('an approval can be withdrawn, a start too, until something is delivered', async () => {
    await newBoard()
    const approved = await warehouse.kanban.approveCard(at(await ask()))
    const back = await warehouse.kanban.withdrawApproval(at(approved))
    expect(back).toMatchObject({ status: 'PENDING', approvedByName: null, approvedAt: null })
    expect(reserved(carton)).toBe('0')
    const started = await warehouse.kanban.startCard(at(await warehouse.kanban.approveCard(at(back))))
    const waiting = await warehouse.kanban.withdrawStart(at(started))
    expect(waiting.status).toBe('APPROVED')
    const partly = await warehouse.kanban.fulfilCard({ ...at(waiting), quantity: '4' })
    await expect(warehouse.kanban.withdrawStart(at(partly))).rejects.toMatchObject({ code: 'wrong-state', params: { number: partly.number, status: 'IN_PROGRESS' } })
    await expect(warehouse.kanban.withdrawApproval(at(partly))).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('a delivery is reversed: stock goes back, the card opens again, once', async () => {
    await newBoard()
    const card = await warehouse.kanban.approveCard(at(await ask({ quantity: '100' })))
    const done = await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.fulfilCard({ ...at(card), quantity: '60' })), quantity: '40' })
    const { deliveries: [second, first] } = await warehouse.kanban.getCard({ id: card.id })
    const opened = await warehouse.kanban.reverseFulfilment({ ...at(done), move: second!.seq, reason: 'Salah hitung' })
    expect(opened).toMatchObject({ status: 'IN_PROGRESS', fulfilled: decimal('60'), completedAt: null, completedByName: null })
    expect([onHand(carton, 'WH-MAIN'), reserved(carton), onHand(carton, 'WH-SEW')]).toEqual(['940', '40', '60'])
    await expect(warehouse.kanban.reverseFulfilment({ ...at(opened), move: second!.seq, reason: 'lagi' })).rejects.toMatchObject({ code: 'reversed-already' })
    const { deliveries } = await warehouse.kanban.getCard({ id: card.id })
    expect(deliveries.map(({ reverses, reversedBy }) => [reverses, reversedBy])).toEqual([[second!.seq, null], [null, deliveries[0]!.seq], [null, null]])
    await expect(warehouse.warehouse.reverseMove({ seq: first!.seq, reason: 'x' })).rejects.toMatchObject({ code: 'document-move', params: { number: card.number } })
    await consume('30')
    await expect(warehouse.kanban.reverseFulfilment({ ...at(opened), move: first!.seq, reason: 'x' })).rejects.toMatchObject({ code: 'stock-short', params: { available: '30' } })
    const other = await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.approveCard(at(await ask()))), quantity: '10' })
    await expect(warehouse.kanban.reverseFulfilment({ ...at(other), move: first!.seq, reason: 'x' })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ reason: 'kanban.issues.other-delivery' }] },
    })
  })

  test('KB-1 cancelled with a reason while nothing has begun, by those who ask or those who decide', async () => {
    await newBoard()
    const card = await warehouse.kanban.approveCard(at(await ask()))
    await expect(sewing.kanban.cancelCard({ ...at(card), reason: '  ' })).rejects.toMatchObject({ code: 'invalid-input' })
    const cancelled = await sewing.kanban.cancelCard({ ...at(card), reason: 'Tidak jadi' })
    expect(cancelled).toMatchObject({ status: 'CANCELLED', cancelReason: 'Tidak jadi', cancelledByName: expect.stringContaining('Admin Sewing') as string })
    expect(reserved(carton)).toBe('0')
    await expect(sewing.kanban.cancelCard({ ...at(cancelled), reason: 'lagi' })).rejects.toMatchObject({ code: 'wrong-state' })
    const rejected = await warehouse.kanban.rejectCard({ ...at(await ask()), reason: 'Stok untuk ekspor' })
    expect(rejected.status).toBe('CANCELLED')
    expect(await noticesOf(sewing)).toContain('KANBAN_CANCELLED INFO')
    const started = await warehouse.kanban.startCard(at(await warehouse.kanban.approveCard(at(await ask()))))
    await expect(sewing.kanban.cancelCard({ ...at(started), reason: 'x' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'IN_PROGRESS' } })
    const { rows: [entry] } = await warehouse.audit.listHistory({ entity: 'kanbanCard', id: rejected.id })
    expect(entry).toMatchObject({ action: 'REJECT', reason: 'Stok untuk ekspor' })
  })

  test('two hands on one card: the second is told, and nothing happens twice', async () => {
    await newBoard()
    const card = await ask()
    const results = await Promise.allSettled([warehouse.kanban.approveCard(at(card)), sewing.kanban.cancelCard({ ...at(card), reason: 'x' }), admin.kanban.approveCard(at(card))])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    for (const result of results.slice(1)) expect((result as PromiseRejectedResult).reason).toMatchObject({ code: 'conflict', params: { entity: 'kanbanCard', id: card.id } })
    const approved = (await cardsIn('APPROVED'))[0]!
    const deliveries = await Promise.allSettled([1, 2].map(() => warehouse.kanban.fulfilCard({ ...at(approved), quantity: '10' })))
    expect(deliveries.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(onHand(carton, 'WH-SEW')).toBe('10')
  })

  test('a double click under one key asks once, also after a restart', async () => {
    await newBoard()
    const session = await host.sessionFor('Admin Sewing', 'SEW')
    const desk = host.desk(session, { replayKey: `${session.deskId}:7` })
    const [one, two] = await Promise.all([ask({}, desk), ask({}, desk)])
    expect(two).toEqual(one)
    await host.restart()
    expect(await ask({}, desk)).toEqual(one)
    await expect(ask({ quantity: '11' }, desk)).rejects.toMatchObject({ code: 'replay-mismatch' })
    expect(await cardsIn('PENDING')).toHaveLength(1)
  })

  test('numbers have no gaps where requests were refused', async () => {
    await newBoard()
    await ask()
    await expect(ask({ neededBy: '2026-11-19' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['neededBy'], reason: 'kanban.issues.past-day' }] } })
    await expect(ask({ quantity: '0.5' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ reason: 'masters.issues.unit-places' }] } })
    await expect(ask({ notes: 'x'.repeat(5000) })).rejects.toMatchObject({ code: 'invalid-input' })
    for (const quantity of ['0', '-5', '1000000000.1', '9'.repeat(400), 'NaN']) await expect(ask({ quantity })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(ask({ itemId: places['WH-MAIN']! })).rejects.toMatchObject({ code: 'not-found' })
    const idle = await newItem('IDLE', 'Tidak dipakai', 'Pcs')
    await admin.masters.setItemActive({ id: idle, version: 1, isActive: false })
    await expect(ask({ itemId: idle })).rejects.toMatchObject({ code: 'inactive', params: { entity: 'item', code: 'IDLE' } })
    expect((await ask()).number).toBe('KAN-20261120-0002')
    host.clock.advance(86_400_000)
    sewing = await host.as('Admin Sewing', 'SEW')
    expect((await ask({ neededBy: '2026-11-21' })).number).toBe('KAN-20261121-0001')
  })
})

describe('limits', () => {
  test('KB-2 (f) an eleventh pending card is refused, and says whose and how many', async () => {
    await newBoard('PCK')
    const packing = await host.as('Admin Packing', 'PCK')
    const request = () => ask({ sectionId: host.section('PCK') }, packing)
    for (let at = 0; at < 10; at += 1) await request()
    await expect(request()).rejects.toMatchObject({ code: 'pending-limit', params: { section: 'Packing', maximum: 10 } })
    await warehouse.kanban.approveCard(at((await cardsIn('PENDING'))[0]!))
    expect((await request()).status).toBe('PENDING')
    await expect(request()).rejects.toMatchObject({ code: 'pending-limit' })
  })

  test('KB-2 a sixth card in progress is refused, whether started or delivered from', async () => {
    await newBoard()
    const cards: Card[] = []
    for (let count = 0; count < 6; count += 1) cards.push(await warehouse.kanban.approveCard(at(await ask())))
    for (const card of cards.slice(0, 5)) await warehouse.kanban.startCard(at(card))
    const refusal = { code: 'in-progress-limit', params: { section: 'Jahit', maximum: 5 } }
    await expect(warehouse.kanban.startCard(at(cards[5]!))).rejects.toMatchObject(refusal)
    await expect(warehouse.kanban.fulfilCard({ ...at(cards[5]!), quantity: '10' })).rejects.toMatchObject(refusal)
    await warehouse.kanban.fulfilCard({ ...at((await cardsIn('IN_PROGRESS'))[0]!), quantity: '10' })
    expect((await warehouse.kanban.fulfilCard({ ...at(cards[5]!), quantity: '10' })).status).toBe('COMPLETED')
  })

  test('KB-2 a correction is never refused for a limit; over it, nothing new is asked for or started', async () => {
    await newBoard('SEW', { maximumPending: 1, maximumInProgress: 1 })
    const first = await warehouse.kanban.approveCard(at(await ask()))
    await ask()
    const back = await warehouse.kanban.withdrawApproval(at(first))
    expect((await cardsIn('PENDING')).map(({ id }) => id)).toContain(back.id)
    expect(await cardsIn('PENDING')).toHaveLength(2)
    await expect(ask()).rejects.toMatchObject({ code: 'pending-limit', params: { maximum: 1 } })

    const done = await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.approveCard(at(back))), quantity: '10' })
    const approved = await warehouse.kanban.approveCard(at((await cardsIn('PENDING'))[0]!))
    const started = await warehouse.kanban.startCard(at(approved))
    const { deliveries: [delivery] } = await warehouse.kanban.getCard({ id: done.id })
    expect((await warehouse.kanban.reverseFulfilment({ ...at(done), move: delivery!.seq, reason: 'Salah kartu' })).status).toBe('IN_PROGRESS')
    const waiting = await warehouse.kanban.withdrawStart(at(started))
    await expect(warehouse.kanban.startCard(at(waiting))).rejects.toMatchObject({ code: 'in-progress-limit', params: { maximum: 1 } })
  })

  test('KB-3 up to the threshold the System approves at once; above it a person must', async () => {
    await newBoard('SEW', { hasAutoApproval: true, autoApprovalThreshold: '20' })
    const small = await ask({ quantity: '20' })
    expect(small).toMatchObject({ status: 'APPROVED', approvedAt: '2026-11-20T03:00:00.000Z' })
    expect(host.database.prepare('select approvedBy from kanbanCard where id = ?').pluck().get(small.id)).toBe('00000000-0000-7000-8000-000000000000')
    expect(reserved(carton)).toBe('20')
    expect((await ask({ quantity: '21' })).status).toBe('PENDING')
    const plain = await newBoard('PCK', { hasAutoApproval: false, autoApprovalThreshold: '20' })
    expect(plain.autoApprovalThreshold).toBe(decimal('20'))
    expect((await ask({ sectionId: host.section('PCK'), quantity: '1' }, admin)).status).toBe('PENDING')
  })
})

describe('KB-4 replenishment', () => {
  const newRule = (more = {}) => admin.kanban.createRule({ sectionId: host.section('SEW'), itemId: carton, reorderPoint: '200', orderQuantity: '300', ...more })

  test('KB-4 (e) stock at the reorder point asks once, by the System; the next check asks nothing', async () => {
    await newBoard()
    await warehouse.warehouse.transferStock({ itemId: carton, quantity: '250', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! })
    await newRule({ leadDays: 3, priority: 'HIGH' })
    await consume('49')
    expect(await cardsIn('PENDING')).toEqual([])
    await consume('1')
    const [card, ...none] = await cardsIn('PENDING')
    expect(card).toMatchObject({
      isAutomatic: true, quantity: decimal('300'), neededBy: '2026-11-23', priority: 'HIGH', reorderPoint: decimal('200'), requestedBy: '00000000-0000-7000-8000-000000000000',
    })
    expect(none).toEqual([])
    expect(await noticesOf(warehouse)).toEqual(['KANBAN_NEW_REQUEST WARNING'])
    await consume('50')
    expect(await cardsIn('PLANNED', 'PENDING', 'APPROVED', 'IN_PROGRESS')).toHaveLength(1)
  })

  test('KB-4 an open card, a person’s too, keeps the rule quiet until it is completed or cancelled', async () => {
    await newBoard()
    await receive(carton, '300', 'WH-SEW')
    await newRule({ orderQuantity: '50' })
    const mine = await ask({ quantity: '10' })
    await consume('150')
    expect(await cardsIn('PENDING')).toHaveLength(1)
    const delivered = await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.approveCard(at(mine))), quantity: '10' })
    expect(delivered.status).toBe('COMPLETED')
    const [automatic] = await cardsIn('PENDING')
    expect(automatic).toMatchObject({ isAutomatic: true, quantity: decimal('50') })
    await sewing.kanban.cancelCard({ ...at(automatic!), reason: 'Sudah ada di lantai' })
    expect(await cardsIn('PENDING')).toEqual([])
    await consume('1')
    expect(await cardsIn('PENDING')).toHaveLength(1)
  })

  test('KB-4 over the pending limit the card is planned, the move goes through, and the oldest comes up when a place is free', async () => {
    await newBoard('SEW', { maximumPending: 1 })
    await receive(carton, '201', 'WH-SEW')
    await receive(kohair, '201', 'WH-SEW')
    await newRule()
    await newRule({ itemId: kohair })
    const waiting = await ask({ itemId: await newItem('THREAD', 'Benang', 'Pcs') })
    await consume('1')
    host.clock.advance(1000)
    await consume('1', kohair)
    expect((await cardsIn('PLANNED')).map(card => card.itemId)).toEqual([carton, kohair])
    expect(await noticesOf(warehouse)).toEqual(['KANBAN_NEW_REQUEST INFO'])
    await warehouse.kanban.approveCard(at(waiting))
    expect((await cardsIn('PENDING')).map(card => card.itemId)).toEqual([carton])
    expect(await noticesOf(warehouse)).toHaveLength(2)
    await sewing.kanban.cancelCard({ ...at((await cardsIn('PENDING'))[0]!), reason: 'x' })
    expect((await cardsIn('PENDING')).map(card => card.itemId)).toEqual([kohair])
    expect(await cardsIn('PLANNED')).toEqual([])
  })

  test('KB-4 a higher limit lets planned cards up; those that approve themselves take no place', async () => {
    const board = await newBoard('SEW', { maximumPending: 1 })
    await receive(carton, '201', 'WH-SEW')
    await receive(kohair, '201', 'WH-SEW')
    await newRule()
    await newRule({ itemId: kohair, orderQuantity: '5' })
    await ask({ itemId: await newItem('THREAD', 'Benang', 'Pcs') })
    await consume('1')
    await consume('1', kohair)
    expect(await cardsIn('PLANNED')).toHaveLength(2)
    await admin.kanban.updateBoard({ ...at(board), maximumPending: 3, hasAutoApproval: true, autoApprovalThreshold: '5' })
    expect([await cardsIn('PLANNED'), await cardsIn('PENDING'), await cardsIn('APPROVED')].map(list => list.length)).toEqual([0, 2, 1])
  })

  test('KB-4 a planned card can be cancelled, and only in its own section', async () => {
    await newBoard('SEW', { maximumPending: 1 })
    await receive(carton, '200', 'WH-SEW')
    await ask({ itemId: kohair })
    await newRule()
    await consume('1')
    const [planned] = await cardsIn('PLANNED')
    await expect((await host.as('Admin Packing', 'PCK')).kanban.cancelCard({ ...at(planned!), reason: 'x' })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(warehouse.kanban.approveCard(at(planned!))).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await sewing.kanban.cancelCard({ ...at(planned!), reason: 'Tidak perlu' })).toMatchObject({ status: 'CANCELLED' })
  })

  test('KB-4 an inactive rule or board asks nothing, and never stops a move; in force again it asks at once', async () => {
    await receive(carton, '300', 'WH-SEW')
    const board = await newBoard()
    const rule = await newRule()
    await admin.kanban.updateRule({ ...at(rule), isActive: false })
    await consume('200')
    expect(await cardsIn('PENDING', 'PLANNED')).toEqual([])
    await admin.kanban.updateBoard({ ...at(board), isActive: false })
    await admin.kanban.updateRule({ id: rule.id, version: 2, isActive: true, orderQuantity: '10' })
    await consume('1')
    expect(await cardsIn('PENDING', 'PLANNED')).toEqual([])
    await expect(ask()).rejects.toMatchObject({ code: 'inactive', params: { entity: 'kanbanBoard' } })
    await admin.kanban.updateBoard({ id: board.id, version: 2, isActive: true })
    const [card] = await cardsIn('PENDING')
    expect(card).toMatchObject({ quantity: decimal('10'), isAutomatic: true })
    await sewing.kanban.cancelCard({ ...at(card!), reason: 'Tidak perlu' })
    await admin.kanban.updateRule({ id: rule.id, version: 3, priority: 'HIGH' })
    await admin.kanban.updateBoard({ id: board.id, version: 3, hasNoticeOnNew: false })
    expect(await cardsIn('PENDING', 'PLANNED')).toEqual([])
    await admin.kanban.updateRule({ id: rule.id, version: 4, isActive: false })
    await admin.kanban.updateRule({ id: rule.id, version: 5, isActive: true })
    expect(await cardsIn('PENDING')).toMatchObject([{ quantity: decimal('10'), priority: 'HIGH' }])
  })

  test('KB-4 a rule over a store that is at its point already, or empty, asks when it is made or raised; so does a board that comes later', async () => {
    await receive(carton, '200', 'WH-SEW')
    const rule = await newRule({ reorderPoint: '199' })
    await newRule({ itemId: kohair, reorderPoint: '0', orderQuantity: '5' })
    await newBoard('SEW', { maximumPending: 1 })
    expect(await cardsIn('PENDING', 'PLANNED')).toMatchObject([{ itemId: kohair, quantity: decimal('5'), isAutomatic: true, reorderPoint: decimal('0') }])
    await admin.kanban.updateRule({ ...at(rule), reorderPoint: '200' })
    await admin.kanban.updateRule({ id: rule.id, version: 2, reorderPoint: '300' })
    expect(await cardsIn('PLANNED')).toMatchObject([{ itemId: carton, quantity: decimal('300'), reorderPoint: decimal('200') }])
    const thread = await newItem('THREAD', 'Benang', 'Pcs')
    await newRule({ itemId: thread, reorderPoint: '0', orderQuantity: '7' })
    expect((await cardsIn('PLANNED')).map(card => card.itemId)).toEqual([carton, thread])
  })

  test('rules are one per section and item, and list what their store has', async () => {
    await newBoard()
    await receive(carton, '42', 'WH-SEW')
    const rule = await newRule()
    await expect(newRule()).rejects.toMatchObject({ code: 'duplicate', params: { entity: 'kanbanRule' } })
    await expect(newRule({ itemId: kohair, orderQuantity: '0' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(newRule({ itemId: kohair, reorderPoint: '-1' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(admin.kanban.updateRule({ id: rule.id, version: 1, orderQuantity: '0.5' })).rejects.toMatchObject({ params: { issues: [{ path: ['orderQuantity'] }] } })
    expect((await sewing.kanban.listRules({})).rows).toMatchObject([{ storeOnHand: decimal('42'), reorderPoint: decimal('200'), isActive: true }])
    await expect(sewing.kanban.createRule({ sectionId: host.section('SEW'), itemId: kohair, reorderPoint: '1', orderQuantity: '1' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(admin.kanban.updateRule({ id: rule.id, version: 7, isActive: false })).rejects.toMatchObject({ code: 'conflict', params: { entity: 'kanbanRule' } })
  })
})

describe('KB-5 who may what, and who sees what', () => {
  test('KB-5 each act has its permission', async () => {
    await newBoard()
    const card = await ask()
    const supervisor = await host.as('SPV Sewing', 'SEW')
    const operator = await host.as('Warehouse Operator', 'WH')
    const planner = await host.as('PPIC Manager')
    await expect(sewing.kanban.approveCard(at(card))).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'kanban.approve' } })
    await expect(operator.kanban.approveCard(at(card))).rejects.toMatchObject({ code: 'forbidden' })
    const approved = await supervisor.kanban.approveCard(at(card))
    await expect(sewing.kanban.startCard(at(approved))).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'kanban.execute' } })
    await expect(supervisor.kanban.fulfilCard({ ...at(approved), quantity: '1' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(planner.kanban.createCard({ sectionId: host.section('SEW'), itemId: carton, quantity: '1', neededBy: today })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await operator.kanban.fulfilCard({ ...at(approved), quantity: '10' })).status).toBe('COMPLETED')
    await expect(operator.kanban.updateBoard({ id: card.id, version: 1, maximumPending: 3 })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('KB-5 IA-5 a section neither sees nor moves another’s cards; the attempt is written down', async () => {
    await newBoard()
    await newBoard('PCK')
    const packing = await host.as('Admin Packing', 'PCK')
    const card = await ask()
    const own = await ask({ sectionId: host.section('PCK') }, packing)
    const attempts = [
      () => ask({}, packing), () => packing.kanban.cancelCard({ ...at(card), reason: 'x' }),
      async () => (await host.as('SPV Cutting', 'CUT')).kanban.approveCard(at(card)),
    ]
    const written = () => host.database.prepare("select count(*) from securityEvent where kind = 'FOREIGN_SECTION'").pluck().get()
    for (const [count, attempt] of attempts.entries()) {
      await expect(attempt()).rejects.toMatchObject({ code: 'foreign-section', params: { sectionId: host.section('SEW') } })
      await expect.poll(written).toBe(count + 1)
    }
    await expect(packing.kanban.getCard({ id: card.id })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(packing.kanban.getBoard({ sectionId: host.section('SEW'), completedSince: today })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(packing.kanban.getSectionDashboard({ sectionId: host.section('SEW') })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(packing.kanban.searchItems({ sectionId: host.section('SEW') })).rejects.toMatchObject({ code: 'foreign-section' })
    expect((await packing.kanban.listCards({})).rows.map(row => row.id)).toEqual([own.id])
    expect((await packing.kanban.listBoards({})).map(board => board.sectionName)).toEqual(['Packing'])
    const board = await packing.kanban.getBoard({ completedSince: today })
    expect([board.cards.map(row => row.id), board.counts.PENDING]).toEqual([[own.id], 1])
    expect((await warehouse.kanban.getBoard({ completedSince: today })).cards).toHaveLength(2)
  })

  test('IA-5 events of cards are scoped to their section', async () => {
    await newBoard()
    const from = host.events.length
    await ask()
    const events = host.events.slice(from).filter(({ entity }) => entity === 'kanbanCard')
    expect(events.map(({ scope }) => scope.sectionId)).toEqual([host.section('SEW')])
  })

  test('IA-5 what is kept for another section’s card is a sum without a name, in events and history too', async () => {
    await newBoard()
    await newBoard('CUT')
    const cutting = await host.as('Admin Cutting', 'CUT')
    const from = host.events.length
    for (const quantity of ['100', '50']) await warehouse.kanban.approveCard(at(await ask({ quantity })))
    const events = host.events.slice(from).filter(({ entity }) => entity === 'stockReservation')
    expect(events.map(({ scope }) => scope.sectionId)).toEqual([host.section('SEW'), host.section('SEW')])
    const own = await warehouse.kanban.approveCard(at(await ask({ sectionId: host.section('CUT'), quantity: '7' }, cutting)))
    const reservationsFor = async (desk: Desk) => (await desk.warehouse.getItemStock({ itemId: carton })).reservations
      .map(({ documentId, documentNumber, locationName, quantity }) => [documentId, documentNumber, locationName, decimalText(quantity)])
    expect(await reservationsFor(cutting)).toEqual([[own.id, own.number, 'Gudang utama', '7'], [null, null, 'Gudang utama', '150']])
    expect((await reservationsFor(warehouse)).map(([, number]) => number)).not.toContain(null)
    const { id } = events[0]!
    expect((await sewing.audit.listHistory({ entity: 'stockReservation', id })).rows).toHaveLength(1)
    await expect(cutting.audit.listHistory({ entity: 'stockReservation', id })).rejects.toMatchObject({ code: 'foreign-section' })
  })

  test('KB-5 the board shows its lanes by urgency and need, counts by status, and what was completed in 7 days', async () => {
    await newBoard()
    const old = await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.approveCard(at(await ask()))), quantity: '10' })
    host.clock.advance(8 * 86_400_000)
    sewing = await host.as('Admin Sewing', 'SEW')
    warehouse = await host.as('Warehouse Admin', 'WH')
    const need = (priority: 'LOW' | 'URGENT' | 'NORMAL', neededBy: string) => ask({ priority, neededBy })
    const [low, late, soon, urgent] = [await need('LOW', '2026-11-28'), await need('NORMAL', '2026-11-30'), await need('NORMAL', '2026-11-29'), await need('URGENT', '2026-12-05')]
    const fresh = await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.approveCard(at(await ask({ neededBy: '2026-11-28' })))), quantity: '10' })
    const { cards, counts, boards } = await sewing.kanban.getBoard({ sectionId: host.section('SEW'), completedSince: '2026-11-21' })
    expect(cards.map(({ id }) => id)).toEqual([urgent.id, soon.id, late.id, low.id, fresh.id])
    expect(counts).toEqual({ PLANNED: 0, PENDING: 4, APPROVED: 0, IN_PROGRESS: 0, COMPLETED: 1 })
    expect(boards).toMatchObject([{ maximumPending: 10, maximumInProgress: 5, storeLocationName: 'Rak SEW', supplyLocationName: 'Gudang utama' }])
    expect((await sewing.kanban.getBoard({ completedSince: '2026-11-20' })).cards.at(-1)!.id).toBe(old.id)
  })

  test('the list filters, sorts and pages on the host', async () => {
    await newBoard()
    for (const priority of ['LOW', 'URGENT', 'NORMAL', 'HIGH'] as const) await ask({ priority, notes: `catatan ${priority}` })
    const sorted = await sewing.kanban.listCards({ sort: [{ column: 'priority', descending: true }], total: true })
    expect([sorted.rows.map(row => row.priority), sorted.total]).toEqual([['URGENT', 'HIGH', 'NORMAL', 'LOW'], 4])
    expect((await sewing.kanban.listCards({ filter: { priority: ['LOW', 'HIGH'] } })).rows).toHaveLength(2)
    expect((await sewing.kanban.listCards({ search: 'catatan urgent' })).rows.map(row => row.priority)).toEqual(['URGENT'])
    expect((await sewing.kanban.listCards({ search: "%' or 1=1 --" })).rows).toEqual([])
    expect((await sewing.kanban.listCards({ filter: { isAutomatic: true } })).rows).toEqual([])
    expect((await sewing.kanban.listCards({ filter: { neededFrom: '2026-11-21' } })).rows).toEqual([])
    const first = await sewing.kanban.listCards({ pageSize: 3 })
    expect((await sewing.kanban.listCards({ pageSize: 3, cursor: first.next })).rows).toHaveLength(1)
  })

  test('the dashboard shows what waits, what is late, what is low and what came', async () => {
    await newBoard()
    await receive(kohair, '5')
    await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.approveCard(at(await ask({ quantity: '60' })))), quantity: '60' })
    await admin.kanban.createRule({ sectionId: host.section('SEW'), itemId: carton, reorderPoint: '100', orderQuantity: '300' })
    const wrong = await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.approveCard(at(await ask({ itemId: kohair, quantity: '1', neededBy: '2026-11-25' })))), quantity: '1' })
    const { deliveries: [delivery] } = await warehouse.kanban.getCard({ id: wrong.id })
    const opened = await warehouse.kanban.reverseFulfilment({ ...at(wrong), move: delivery!.seq, reason: 'Salah' })
    await warehouse.kanban.cancelCard({ ...at(await warehouse.kanban.withdrawStart(at(opened))), reason: 'Salah' })
    const kept = await ask({ itemId: kohair })
    host.clock.advance(86_400_000)
    sewing = await host.as('Admin Sewing', 'SEW')
    const dashboard = await sewing.kanban.getSectionDashboard({ sectionId: host.section('SEW') })
    expect(dashboard.late.map(({ id }) => id)).toEqual([kept.id])
    expect(dashboard.waiting.map(({ itemId }) => itemId)).toEqual([kohair, carton])
    expect(dashboard.low).toMatchObject([{ itemCode: 'CTN-500', storeOnHand: decimal('60'), openCardNumber: 'KAN-20261120-0002' }])
    expect(dashboard.deliveries).toMatchObject([{ itemCode: 'CTN-500', quantity: decimal('60'), cardNumber: 'KAN-20261120-0001' }])
    expect(dashboard.store).toEqual({ items: 2, empty: 1 })
  })

  test('the request field finds items with what the supply has and what the section still has', async () => {
    await newBoard()
    await receive(carton, '7', 'WH-SEW')
    const { rows: [found] } = await sewing.kanban.searchItems({ sectionId: host.section('SEW'), search: 'ctn' })
    expect(found).toMatchObject({ id: carton, name: 'Karton 500', unitCode: 'Pcs', supplyAvailable: decimal('1000'), storeOnHand: decimal('7') })
    await expect(sewing.kanban.searchItems({ sectionId: host.section('CUT') })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(admin.kanban.searchItems({ sectionId: host.section('CUT') })).rejects.toMatchObject({ code: 'not-found', params: { entity: 'kanbanBoard' } })
  })
})

describe('boards', () => {
  test('one a section, from a store of the factory to one of the section', async () => {
    await newBoard()
    await expect(newBoard()).rejects.toMatchObject({ code: 'duplicate', params: { entity: 'kanbanBoard', field: 'sectionId' } })
    const refused = (path: string, reason: string) => ({ code: 'invalid-input', params: { issues: [{ path: [path], reason: `kanban.issues.${reason}` }] } })
    await expect(newBoard('PCK', { supplyLocationId: places['WH-CUT']! })).rejects.toMatchObject(refused('supplyLocationId', 'not-factory-store'))
    await expect(newBoard('PCK', { storeLocationId: places['WH-CUT']! })).rejects.toMatchObject(refused('storeLocationId', 'not-section-store'))
    await expect(newBoard('PCK', { storeLocationId: places['WH-MAIN']! })).rejects.toMatchObject(refused('storeLocationId', 'not-section-store'))
    await expect(newBoard('PCK', { supplyLocationId: places.SUPPLIER! })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(newBoard('PCK', { maximumPending: 0 })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(sewing.kanban.createBoard({
      sectionId: host.section('PCK'), supplySectionId: host.section('WH'), supplyLocationId: places['WH-MAIN']!, storeLocationId: places['WH-PCK']!,
    })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a change is checked, versioned and remembered', async () => {
    const board = await newBoard()
    const changed = await admin.kanban.updateBoard({ ...at(board), maximumPending: 12, hasNoticeOnNew: false })
    expect(changed).toMatchObject({ version: 2, maximumPending: 12, maximumInProgress: 5, hasNoticeOnNew: false })
    await expect(admin.kanban.updateBoard({ ...at(board), maximumPending: 9 })).rejects.toMatchObject({ code: 'conflict', params: { entity: 'kanbanBoard' } })
    await expect(admin.kanban.updateBoard({ ...at(changed), storeLocationId: places['WH-CUT']! })).rejects.toMatchObject({ code: 'invalid-input' })
    const { rows } = await admin.audit.listHistory({ entity: 'kanbanBoard', id: board.id })
    expect(rows[0]!.changes.map(({ field }) => field).sort()).toEqual(['hasNoticeOnNew', 'maximumPending'])
  })

  test('stock kept at a former supply is free again once the card is delivered from the new one', async () => {
    const board = await newBoard()
    const other = await admin.masters.createLocation({ code: 'WH-2', name: 'Gudang dua', kind: 'INTERNAL' })
    const card = await warehouse.kanban.approveCard(at(await ask()))
    await warehouse.warehouse.receiveStock({ itemId: carton, quantity: '10', toLocationId: other.id })
    await admin.kanban.updateBoard({ ...at(board), supplyLocationId: other.id })
    expect(reserved(carton)).toBe('10')
    await warehouse.kanban.fulfilCard({ ...at(card), quantity: '10' })
    expect(reserved(carton)).toBe('0')
    expect(host.database.prepare('select count(*) from stockReservation').pluck().get()).toBe(0)
  })
})

describe('notices', () => {
  test('NT-1 (d) a request is told to the supply by its urgency; an urgent one always', async () => {
    const board = await newBoard()
    const operator = await host.as('Warehouse Operator', 'WH')
    for (const priority of ['NORMAL', 'HIGH', 'URGENT'] as const) await ask({ priority })
    expect(await noticesOf(operator)).toEqual(['KANBAN_NEW_REQUEST CRITICAL', 'KANBAN_NEW_REQUEST WARNING', 'KANBAN_NEW_REQUEST INFO'])
    expect((await operator.notifications.listNotices({})).rows[0]!.params).toMatchObject({ number: 'KAN-20261120-0003', item: 'Karton 500', quantity: '10', unit: 'Pcs', section: 'Jahit' })
    await admin.kanban.updateBoard({ ...at(board), hasNoticeOnNew: false, hasNoticeOnApproval: false, hasNoticeOnFulfilment: false })
    await ask({ priority: 'HIGH' })
    expect(await noticesOf(operator)).toHaveLength(3)
    const urgent = await ask({ priority: 'URGENT' })
    expect(await noticesOf(operator)).toHaveLength(4)
    expect(await noticesOf(sewing)).toEqual([])
    await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.approveCard(at(urgent))), quantity: '10' })
    expect(await noticesOf(sewing)).toEqual([])
  })

  test('the asking section hears of approval and of every delivery; another section of neither', async () => {
    await newBoard()
    const colleague = await host.as('Admin Sewing', 'SEW')
    const packing = await host.as('Admin Packing', 'PCK')
    const card = await warehouse.kanban.approveCard(at(await ask()))
    await warehouse.kanban.fulfilCard({ ...at(await warehouse.kanban.fulfilCard({ ...at(card), quantity: '4' })), quantity: '6' })
    const heard = ['KANBAN_FULFILLED INFO', 'KANBAN_FULFILLED INFO', 'KANBAN_APPROVED INFO']
    expect(await noticesOf(sewing)).toEqual(heard)
    expect(await noticesOf(colleague)).toEqual(heard)
    expect((await colleague.notifications.listNotices({})).rows.map(({ params }) => params.quantity)).toEqual(['6', '4', '10'])
    expect(await noticesOf(packing)).toEqual([])
  })
})
