import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { money } from '../shared/core/money.ts'
import { abcClassesOf } from '../shared/warehouse/abc.ts'
import { needsRecount, rhythmOfStores, varianceBand, variancePercent, type CountRhythm } from '../shared/warehouse/count-rules.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { openRacks, unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let first: Desk
let second: Desk
let supervisor: Desk
let manager: Desk
const places: Record<string, string> = {}

beforeEach(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  first = await host.as('Warehouse Operator', 'WH')
  second = await host.as('Warehouse Operator', 'WH')
  supervisor = await host.as('Warehouse Admin', 'WH')
  manager = await host.as('Manager')
  Object.assign(places, await openRacks(host, admin, ['SEW', 'PCK']))
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  expect(ledgerFindings(host.database, 5)).toEqual([])
  await host.stop()
})

const limits = { automatic: decimal('2'), manager: decimal('5') }

async function newItem(code: string, more: { category?: string; unitCost?: string } = {}): Promise<string> {
  const unitId = await unitIdOf(admin, 'Pcs')
  return (await admin.masters.createItem({ code, name: `Barang ${code}`, kind: 'RAW_MATERIAL', unitId, ...more })).id
}
const receive = (itemId: string, quantity: string, to = 'WH-MAIN') => first.warehouse.receiveStock({ itemId, quantity, toLocationId: places[to]! })
const issue = (itemId: string, quantity: string) => first.warehouse.issueStock({ itemId, quantity, fromLocationId: places['WH-MAIN']! })
type NewCount = Partial<Parameters<Desk['warehouse']['createCount']>[0]>
async function begin(more: NewCount = {}) {
  const count = await first.warehouse.createCount({ rhythm: 'MAIN', locationIds: [places['WH-MAIN']!], ...more })
  return first.warehouse.startCount(count)
}
const detail = (id: string, desk = first) => desk.warehouse.getCount({ id })
/** Both counters find these quantities, in the order of the lines. */
async function counted(id: string, ...quantities: string[]) {
  for (const desk of [first, second]) {
    const { lines } = await detail(id, desk)
    await desk.warehouse.enterCounts({ id, lines: lines.map((line, at) => ({ lineId: line.id, quantity: quantities[at]! })) })
    await desk.warehouse.finishCounting({ id })
  }
}
const onHand = async (itemId: string) => decimalText((await admin.warehouse.getItemStock({ itemId })).onHand)
async function becauseOf(id: string, cause: 'COUNTING' | 'LOSS_SCRAP') {
  const { lines } = await detail(id)
  await first.warehouse.setCauses({ id, lines: lines.map(line => ({ lineId: line.id, cause })) })
}
const post = async (id: string, desk = first) => desk.warehouse.postCount({ id, version: (await detail(id)).count.version })

describe('the rules by themselves', () => {
  test('WH-6 96 against 100 is 4 % and the supervisor’s, 94 is 6 % and the manager’s', () => {
    const of = (inBooks: string, found: string) => [variancePercent(decimal(inBooks), decimal(found)), varianceBand(decimal(inBooks), decimal(found), limits)]
    expect([of('100', '96'), of('100', '94'), of('100', '98'), of('100', '95'), of('100', '105.0001'), of('100', '100')]).toEqual([
      [decimal('4'), 'SUPERVISOR'], [decimal('6'), 'MANAGER'], [decimal('2'), 'AUTOMATIC'], [decimal('5'), 'SUPERVISOR'], [decimal('5.0001'), 'MANAGER'], [decimal('0'), 'AUTOMATIC'],
    ])
    expect([of('0', '3'), of('0', '0')]).toEqual([[null, 'MANAGER'], [decimal('0'), 'AUTOMATIC']])
    // 2.00001 % is shown as 2 %, and is more.
    expect(of('5000000', '4899999')[1]).toBe('SUPERVISOR')
  })

  test('WH-6 above the manager’s limit, and where the counters differ, a line is counted again', () => {
    const line = (firstCount: string, secondCount: string, more = {}) => ({
      inBooks: decimal('100'), firstCount: decimal(firstCount), secondCount: decimal(secondCount), recount: null, hasMoved: false, ...more,
    })
    expect([line('96', '96'), line('94', '94'), line('96', '97'), line('100', '100', { hasMoved: true }), line('94', '95', { recount: decimal('94') })].map(one => needsRecount(one, limits)))
      .toEqual([false, true, true, true, false])
  })

  test('classes by the value moved: 700, 200 and 100 are A, B and C, and what moved nothing is C', () => {
    const moved = new Map([['c', money('100')], ['a', money('700')], ['b', money('200')], ['d', money('0')]])
    expect(Object.fromEntries(abcClassesOf(moved, { first: decimal('70'), second: decimal('90') }))).toEqual({ a: 'A', b: 'B', c: 'C', d: 'C' })
  })
})

describe('counting', () => {
  test('WH-6 what is counted is frozen for 15 minutes, that item and place alone, and then moves by itself', async () => {
    const [cloth, thread] = [await newItem('KAIN', { category: 'Kain' }), await newItem('BENANG', { category: 'Benang' })]
    for (const itemId of [cloth, thread]) await receive(itemId, '100')
    await receive(cloth, '10', 'WH-SEW')
    const count = await begin({ categories: ['Kain'] })
    expect(count.frozenUntil).toBe('2026-11-20T03:15:00.000Z')
    await expect(issue(cloth, '1')).rejects.toMatchObject({ code: 'count-frozen', params: { number: count.number, until: count.frozenUntil, itemCode: 'KAIN' } })
    await expect(receive(cloth, '1')).rejects.toMatchObject({ code: 'count-frozen' })
    await expect(admin.warehouse.adjustStock({ itemId: cloth, locationId: places['WH-MAIN']!, counted: '5', expected: '100', reason: 'x' })).rejects.toMatchObject({ code: 'count-frozen' })
    await issue(thread, '1')
    await first.warehouse.issueStock({ itemId: cloth, quantity: '1', fromLocationId: places['WH-SEW']! })
    host.clock.set('2026-11-20T03:15:00.000Z')
    await issue(cloth, '1')
    expect(await onHand(cloth)).toBe('108')
  })

  test('WH-6 two counters see neither each other’s figures nor the books; a third is refused', async () => {
    const itemId = await newItem('KAIN')
    await receive(itemId, '100')
    const { id } = await begin()
    const [line] = (await detail(id)).lines
    await first.warehouse.enterCounts({ id, lines: [{ lineId: line!.id, quantity: '96' }] })
    expect((await detail(id)).lines.map(({ firstEntry, secondEntry, compared }) => [firstEntry, secondEntry, compared])).toEqual([[decimal('96'), null, null]])
    expect((await detail(id, second)).lines.map(({ firstEntry, secondEntry, compared }) => [firstEntry, secondEntry, compared])).toEqual([[null, null, null]])
    await second.warehouse.enterCounts({ id, lines: [{ lineId: line!.id, quantity: '97' }] })
    await expect(supervisor.warehouse.enterCounts({ id, lines: [{ lineId: line!.id, quantity: '1' }] })).rejects.toMatchObject({ code: 'not-counter' })
    await expect(first.warehouse.enterCounts({ id, pass: 2, lines: [{ lineId: line!.id, quantity: '1' }] })).rejects.toMatchObject({ code: 'not-counter' })
    await first.warehouse.finishCounting({ id })
    await expect(first.warehouse.enterCounts({ id, lines: [{ lineId: line!.id, quantity: '97' }] })).rejects.toMatchObject({ code: 'counter-done' })
    await second.warehouse.finishCounting({ id })
    const compared = await detail(id, supervisor)
    expect(compared.count).toMatchObject({ status: 'COMPARED' })
    expect(compared.lines[0]!.compared).toMatchObject({ inBooks: decimal('100'), firstCount: decimal('96'), secondCount: decimal('97'), counted: null, needsRecount: true })
    await expect(post(id)).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0, 'recount'], reason: 'warehouse.issues.needs-recount' }] } })
    await first.warehouse.recountLine({ lineId: line!.id, version: compared.lines[0]!.version, quantity: '98' })
    expect(await post(id)).toMatchObject({ count: { status: 'POSTED' }, request: null })
    expect(await onHand(itemId)).toBe('98')
  })

  test('WH-6 96 of 100 waits for the supervisor, who posts it lot by lot as an adjustment', async () => {
    const itemId = await newItem('KAIN')
    await receive(itemId, '60')
    host.clock.set('2026-11-21T03:00:00.000Z')
    await receive(itemId, '100')
    const { id, number } = await begin()
    await counted(id, '60', '96')
    await expect(post(id)).rejects.toMatchObject({ params: { issues: [{ path: ['lines', 1, 'cause'], reason: 'warehouse.issues.needs-cause' }] } })
    await becauseOf(id, 'LOSS_SCRAP')
    const { request } = await post(id)
    expect(await onHand(itemId)).toBe('160')
    await expect(post(id)).rejects.toMatchObject({ code: 'approval-pending' })
    const waiting = await admin.approvals.getRequest({ id: request!.id })
    expect(waiting.request).toMatchObject({ kind: 'STOCK_COUNT', subject: { count: number } })
    await expect(first.approvals.approveStep({ id: request!.id, step: 0 })).rejects.toMatchObject({ code: 'own-request' })
    await supervisor.approvals.approveStep({ id: request!.id, step: 0 })
    expect(await onHand(itemId)).toBe('156')
    expect((await admin.warehouse.listLots({ filter: { itemId } })).rows.map(lot => decimalText(lot.onHand))).toEqual(['60', '96'])
    const { rows: moves } = await admin.warehouse.listMoves({ filter: { documentId: id } })
    expect(moves.map(({ kind, quantity, documentNumber }) => [kind, decimalText(quantity), documentNumber])).toEqual([['ADJUSTMENT', '4', number]])
    await expect(admin.warehouse.reverseMove({ seq: moves[0]!.seq, reason: 'x' })).rejects.toMatchObject({ code: 'document-move' })
  })

  test('WH-6 94 of 100 is counted again and goes to a manager; who counted decides nothing', async () => {
    const itemId = await newItem('KAIN')
    await receive(itemId, '100')
    const count = await manager.warehouse.createCount({ rhythm: 'MAIN', locationIds: [places['WH-MAIN']!] })
    const { id } = await manager.warehouse.startCount(count)
    const otherManager = await host.as('Manager')
    for (const desk of [manager, second]) {
      const { lines } = await detail(id, desk)
      await desk.warehouse.enterCounts({ id, lines: [{ lineId: lines[0]!.id, quantity: '94' }] })
      await desk.warehouse.finishCounting({ id })
    }
    const [line] = (await detail(id)).lines
    expect(line!.compared).toMatchObject({ needsRecount: true, band: 'MANAGER', percent: decimal('6') })
    await second.warehouse.recountLine({ lineId: line!.id, version: line!.version, quantity: '94' })
    await becauseOf(id, 'COUNTING')
    expect(await detail(id, manager)).toMatchObject({ mayDecide: false })
    const { request } = await post(id, second)
    expect((await admin.approvals.getRequest({ id: request!.id })).request.kind).toBe('STOCK_COUNT_LARGE')
    await expect(supervisor.approvals.approveStep({ id: request!.id, step: 0 })).rejects.toMatchObject({ code: 'not-step-holder' })
    await expect(manager.approvals.approveStep({ id: request!.id, step: 0 })).rejects.toMatchObject({ code: 'own-count' })
    await otherManager.approvals.approveStep({ id: request!.id, step: 0 })
    expect(await onHand(itemId)).toBe('94')
  })

  test('WH-6 packing tolerates nothing: one of 1,000 is decided by the supervisor', async () => {
    const itemId = await newItem('KARTON')
    await receive(itemId, '1000', 'WH-PCK')
    const { id } = await begin({ rhythm: 'GOODS', locationIds: [places['WH-PCK']!] })
    await counted(id, '999')
    await becauseOf(id, 'COUNTING')
    expect(await detail(id, supervisor)).toMatchObject({ band: 'SUPERVISOR', mayDecide: true })
    expect((await post(id, supervisor)).request).toBeNull()
    expect(await onHand(itemId)).toBe('999')
  })

  test('WH-6 packing and finished goods tolerate nothing, whichever rhythm the counter picks', async () => {
    const [carton, cloth] = [await newItem('KARTON'), await newItem('KAIN')]
    const unitId = await unitIdOf(admin, 'Pcs')
    const toy = (await admin.masters.createItem({ code: 'BONEKA', name: 'Boneka', kind: 'FINISHED_GOOD', unitId })).id
    for (const [itemId, to] of [[carton, 'WH-PCK'], [cloth, 'WH-SEW'], [toy, 'WH-MAIN']] as const) await receive(itemId, '1000', to)
    const bandAt = async (store: string) => {
      const { id, version } = await begin({ rhythm: 'MAIN', locationIds: [places[store]!] })
      await counted(id, '999')
      const { band, lines, count } = await detail(id)
      await first.warehouse.cancelCount({ id, version: count.version, reason: 'Diulang' })
      expect([version, lines[0]!.compared!.band]).toEqual([2, band])
      return band
    }
    expect([await bandAt('WH-PCK'), await bandAt('WH-SEW'), await bandAt('WH-MAIN')]).toEqual(['AUTOMATIC', 'AUTOMATIC', 'SUPERVISOR'])
    await admin.masters.createProductionStage({ code: 'PCK', name: 'Kemas', kind: 'PACKING', defectPercent: '0', sectionId: host.section('PCK') })
    await supervisor.warehouse.createCountPlan({ name: 'Kain seperti barang jadi', rhythm: 'GOODS', locationIds: [places['WH-SEW']!] })
    expect([await bandAt('WH-PCK'), await bandAt('WH-SEW')]).toEqual(['SUPERVISOR', 'SUPERVISOR'])
  })

  test('WH-6 the rhythm of each store is proposed: packing’s and where finished goods lie alone, a section’s, the main store’s', async () => {
    const rhythms = async (desk = first) => Object.fromEntries((await desk.warehouse.listStoreRhythms({})).map(({ locationId, rhythm }) => [Object.keys(places).find(code => places[code] === locationId), rhythm]))
    expect(await rhythms()).toEqual({ 'WH-MAIN': 'MAIN', 'WH-SEW': 'SECTION', 'WH-PCK': 'SECTION' })
    await admin.masters.createProductionStage({ code: 'PCK', name: 'Kemas', kind: 'PACKING', defectPercent: '0', sectionId: host.section('PCK') })
    const toy = (await admin.masters.createItem({ code: 'BONEKA', name: 'Boneka', kind: 'FINISHED_GOOD', unitId: await unitIdOf(admin, 'Pcs') })).id
    await receive(toy, '5')
    expect(await rhythms()).toEqual({ 'WH-MAIN': 'GOODS', 'WH-SEW': 'SECTION', 'WH-PCK': 'GOODS' })
    await receive(await newItem('KAIN'), '5')
    expect(await rhythms(await host.as('Admin Sewing', 'SEW'))).toEqual({ 'WH-MAIN': 'MAIN', 'WH-SEW': 'SECTION' })
    expect([[], ['MAIN'], ['SECTION', 'SECTION'], ['SECTION', 'MAIN'], ['MAIN', 'GOODS']].map(of => rhythmOfStores(of as CountRhythm[]))).toEqual(['MAIN', 'MAIN', 'SECTION', 'MAIN', 'GOODS'])
  })

  test('what is found and in no book is added as a line, and found as a lot', async () => {
    const [cloth, found] = [await newItem('KAIN'), await newItem('TEMUAN')]
    await receive(cloth, '100')
    const { id } = await begin()
    const { lineId } = await second.warehouse.addCountLine({ id, itemId: found, locationId: places['WH-MAIN']! })
    expect(await first.warehouse.addCountLine({ id, itemId: found, locationId: places['WH-MAIN']! })).toEqual({ lineId })
    await expect(first.warehouse.addCountLine({ id, itemId: found, locationId: places['WH-SEW']! })).rejects.toMatchObject({ code: 'invalid-input' })
    const { lines } = await detail(id)
    await first.warehouse.enterCounts({ id, lines: [{ lineId: lines[0]!.id, quantity: '100' }] })
    await expect(first.warehouse.finishCounting({ id })).rejects.toMatchObject({ code: 'count-incomplete', params: { count: 1, itemCode: 'TEMUAN' } })
    await counted(id, '100', '7')
    const line = (await detail(id)).lines.find(({ itemId }) => itemId === found)!
    expect(line.compared).toMatchObject({ percent: null, band: 'MANAGER', needsRecount: true })
    await first.warehouse.recountLine({ lineId: line.id, version: line.version, quantity: '7' })
    await becauseOf(id, 'COUNTING')
    await post(id, manager)
    expect(await onHand(found)).toBe('7')
  })

  test('WH-6 what came after the count had begun and is counted without a lot is no find: it is held against the lots that have no line', async () => {
    const [cloth, late] = [await newItem('KAIN'), await newItem('SUSULAN')]
    await receive(cloth, '100')
    const { id } = await begin()
    host.clock.advance(16 * 60_000)
    await receive(late, '6')
    host.clock.advance(1000)
    await receive(late, '4')
    host.clock.advance(60_000)
    await first.warehouse.addCountLine({ id, itemId: late, locationId: places['WH-MAIN']! })
    await counted(id, '100', '10')
    const line = (await detail(id)).lines.find(({ itemId }) => itemId === late)!
    expect(line.compared).toMatchObject({ inBooks: decimal('10'), difference: decimal('0'), needsRecount: true })
    const again = await first.warehouse.recountLine({ lineId: line.id, version: line.version, quantity: '10' })
    await first.warehouse.recountLine({ lineId: line.id, version: again.version, quantity: '3' })
    await becauseOf(id, 'COUNTING')
    await post(id, manager)
    expect([await onHand(cloth), await onHand(late)]).toEqual(['100', '3'])
    expect((await admin.warehouse.listLots({ filter: { itemId: late } })).rows.map(lot => decimalText(lot.onHand)).sort()).toEqual(['3'])
  })

  test('WH-6 a recount of what was found without a lot is held against what came in the meantime', async () => {
    const [cloth, late] = [await newItem('KAIN'), await newItem('SUSULAN')]
    await receive(cloth, '100')
    const { id } = await begin()
    await first.warehouse.addCountLine({ id, itemId: late, locationId: places['WH-MAIN']! })
    host.clock.advance(16 * 60_000)
    await receive(late, '10')
    host.clock.advance(60_000)
    await counted(id, '100', '10')
    const line = (await detail(id)).lines.find(({ itemId }) => itemId === late)!
    await first.warehouse.recountLine({ lineId: line.id, version: line.version, quantity: '10' })
    await post(id)
    expect(await onHand(late)).toBe('10')
  })

  test('what moves after it was counted is no difference; what moved before is counted again', async () => {
    const [cloth, thread] = [await newItem('KAIN'), await newItem('LEM')]
    for (const itemId of [cloth, thread]) await receive(itemId, '100')
    const { id } = await begin()
    host.clock.advance(16 * 60_000)
    await issue(cloth, '10')
    host.clock.advance(60_000)
    await counted(id, '90', '100')
    host.clock.advance(60_000)
    await issue(thread, '30')
    const { lines } = await detail(id)
    expect(lines.map(({ compared }) => [compared!.hasMoved, compared!.needsRecount])).toEqual([[true, true], [false, false]])
    await first.warehouse.recountLine({ lineId: lines[0]!.id, version: lines[0]!.version, quantity: '90' })
    await post(id)
    expect([await onHand(cloth), await onHand(thread)]).toEqual(['90', '70'])
  })

  test('one place stands in one open count; a cancelled one frees it', async () => {
    const itemId = await newItem('KAIN')
    await receive(itemId, '100')
    const running = await begin()
    await expect(begin()).rejects.toMatchObject({ code: 'count-overlaps', params: { number: running.number } })
    await first.warehouse.cancelCount({ id: running.id, version: running.version, reason: 'Salah gudang' })
    await issue(itemId, '1')
    await begin()
    await expect(begin({ locationIds: [places['WH-SEW']!] })).rejects.toMatchObject({ code: 'count-empty' })
  })

  test('WH-6 what was posted is reversed whole: the very lots and their worth come back, by somebody who did not count, unless they have gone on', async () => {
    const [less, more] = [await newItem('KURANG', { unitCost: '100' }), await newItem('LEBIH', { unitCost: '100' })]
    for (const [itemId, quantity] of [[less, '60'], [less, '40'], [more, '100']] as const) {
      await receive(itemId, quantity)
      host.clock.advance(1000)
    }
    const plan = await supervisor.warehouse.createCountPlan({ name: 'Gudang utama', rhythm: 'MAIN', locationIds: [places['WH-MAIN']!] })
    const books = () => host.database.prepare('select lotBalance.itemId, code, onHand from lotBalance join stockLot on stockLot.id = lotId order by code').all()
    const worth = () => host.database.prepare('select itemId, quantity, worth from itemCost order by itemId').all()
    const before = [books(), worth()]
    const { id } = await begin({ planId: plan.id })
    // Of the first item’s lots each one less, of the other’s two more.
    for (const desk of [first, second]) {
      const { lines } = await detail(id, desk)
      await desk.warehouse.enterCounts({ id, lines: lines.map(({ id: lineId, itemId, lotCode }) => ({ lineId, quantity: itemId === more ? '102' : lotCode!.endsWith('001') ? '59' : '39' })) })
      await desk.warehouse.finishCounting({ id })
    }
    await becauseOf(id, 'COUNTING')
    host.clock.advance(15 * 60_000)
    expect((await post(id, supervisor)).count.status).toBe('POSTED')
    expect([await onHand(less), await onHand(more)]).toEqual(['98', '102'])
    const posted = (await detail(id)).count
    const seen = { id, version: posted.version, reason: 'Salah gudang' }
    await expect(first.warehouse.reverseCount(seen)).rejects.toMatchObject({ code: 'forbidden' })
    // What was found has gone on.
    const { seq } = await issue(more, '101')
    const line = (await detail(id)).lines.findIndex(({ itemId }) => itemId === more)
    await expect(supervisor.warehouse.reverseCount(seen)).rejects.toMatchObject({ params: { issues: [{ path: ['lines', line, 'quantity'], reason: 'warehouse.issues.gone-on' }] } })
    expect([await onHand(less), (await detail(id)).count.status]).toEqual(['98', 'POSTED'])
    await first.warehouse.reverseMove({ seq, reason: 'Salah ambil' })
    expect(await supervisor.warehouse.reverseCount(seen)).toMatchObject({ status: 'REVERSED', reverseReason: 'Salah gudang', reversedByName: expect.any(String) as string })
    expect([books(), worth()]).toEqual(before)
    expect((await supervisor.warehouse.listCountPlans({})).rows[0]).toMatchObject({ countedOn: null, isDue: true })
    expect((await detail(id)).lines[line]!.compared).toMatchObject({ counted: decimal('102') })
    expect((await second.notifications.listNotices({})).rows[0]).toMatchObject({ kind: 'STOCK_DOCUMENT_REVERSED', entity: 'stockCount', entityId: id })
    await expect(supervisor.warehouse.reverseCount({ ...seen, version: posted.version + 1 })).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('WH-6 who counted does not take it back', async () => {
    const itemId = await newItem('KAIN')
    await receive(itemId, '100')
    const count = await begin()
    for (const desk of [supervisor, second]) {
      await desk.warehouse.enterCounts({ id: count.id, lines: (await detail(count.id, desk)).lines.map(({ id: lineId }) => ({ lineId, quantity: '99' })) })
      await desk.warehouse.finishCounting({ id: count.id })
    }
    host.clock.advance(15 * 60_000)
    await post(count.id)
    const { count: { version }, hasCounted } = await detail(count.id, supervisor)
    expect(hasCounted).toBe(true)
    await expect(supervisor.warehouse.reverseCount({ id: count.id, version, reason: 'x' })).rejects.toMatchObject({ code: 'own-count' })
    await manager.warehouse.reverseCount({ id: count.id, version, reason: 'Lot tertukar' })
    expect(await onHand(itemId)).toBe('100')
  })

  test('sheets of paper are entered by one person, both figures, without the books', async () => {
    const itemId = await newItem('KAIN')
    await receive(itemId, '100')
    const { id } = await begin({ isOnPaper: true })
    expect((await detail(id)).passes).toEqual([1, 2])
    const [line] = (await detail(id)).lines
    expect(line!.compared).toBeNull()
    for (const pass of [1, 2] as const) {
      await first.warehouse.enterCounts({ id, pass, lines: [{ lineId: line!.id, quantity: '99' }] })
      await expect(first.warehouse.finishCounting({ id, pass })).rejects.toMatchObject({ params: { issues: [{ path: ['countedBy'], reason: 'warehouse.issues.sheet-unnamed' }] } })
      if (pass === 2) await expect(first.warehouse.finishCounting({ id, pass, countedBy: 'BU  siti' })).rejects.toMatchObject({ params: { issues: [{ reason: 'warehouse.issues.sheet-named-twice' }] } })
      await first.warehouse.finishCounting({ id, pass, countedBy: pass === 1 ? 'Bu Siti' : 'Pak Joko' })
    }
    expect((await detail(id)).count).toMatchObject({ firstCounterName: 'Bu Siti', secondCounterName: 'Pak Joko' })
    expect((await post(id)).count.status).toBe('POSTED')
    expect(await onHand(itemId)).toBe('99')
  })

  test('WH-6 who entered the sheets, is named on them, or counted again decides and takes back nothing', async () => {
    const itemId = await newItem('KAIN')
    await receive(itemId, '100')
    const { id } = await begin({ isOnPaper: true })
    const session = await host.sessionFor('Manager')
    const [other, third, { fullName }] = [host.desk(session), await host.as('Manager'), session]
    for (const pass of [1, 2] as const) {
      await manager.warehouse.enterCounts({ id, pass, lines: (await detail(id)).lines.map(({ id: lineId }) => ({ lineId, quantity: '90' })) })
      await manager.warehouse.finishCounting({ id, pass, countedBy: pass === 1 ? fullName : 'Bu Siti' })
    }
    const [line] = (await detail(id)).lines
    await third.warehouse.recountLine({ lineId: line!.id, version: line!.version, quantity: '90' })
    await becauseOf(id, 'COUNTING')
    for (const desk of [manager, other, third]) expect(await detail(id, desk)).toMatchObject({ hasCounted: true, mayDecide: false })
    const { request } = await post(id)
    for (const desk of [manager, other, third]) await expect(desk.approvals.approveStep({ id: request!.id, step: 0 })).rejects.toMatchObject({ code: 'own-count' })
    await (await host.as('Manager')).approvals.approveStep({ id: request!.id, step: 0 })
    expect(await onHand(itemId)).toBe('90')
    const { version } = (await detail(id)).count
    for (const desk of [manager, other, third]) await expect(desk.warehouse.reverseCount({ id, version, reason: 'x' })).rejects.toMatchObject({ code: 'own-count' })
    // Who entered the sheets and who counted again hear of it when somebody else takes it back.
    await (await host.as('Manager')).warehouse.reverseCount({ id, version, reason: 'Lembar tertukar' })
    const told = async (desk: Desk) => (await desk.notifications.listNotices({ pageSize: 200 })).rows.filter(({ kind, entityId }) => kind === 'STOCK_DOCUMENT_REVERSED' && entityId === id).length
    expect([await told(manager), await told(third), await told(second)]).toEqual([1, 1, 0])
  })

  test('a section counts its own store, and not another’s', async () => {
    const itemId = await newItem('KAIN')
    await receive(itemId, '10', 'WH-SEW')
    const { id } = await begin({ rhythm: 'SECTION', locationIds: [places['WH-SEW']!] })
    const [sewing, packing] = [await host.as('Admin Sewing', 'SEW'), await host.as('Admin Packing', 'PCK')]
    const [line] = (await detail(id, sewing)).lines
    await sewing.warehouse.enterCounts({ id, lines: [{ lineId: line!.id, quantity: '10' }] })
    await expect(packing.warehouse.enterCounts({ id, lines: [{ lineId: line!.id, quantity: '10' }] })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(detail(id, packing)).rejects.toMatchObject({ code: 'foreign-section' })
    expect((await packing.warehouse.listCounts({})).rows).toEqual([])
  })

  test('WH-6 a plan is due by its rhythm: the main store after 30 days, sections after 7, packing daily', async () => {
    const itemId = await newItem('KAIN')
    await receive(itemId, '10')
    const locationIds = [places['WH-MAIN']!]
    const main = await supervisor.warehouse.createCountPlan({ name: 'Gudang utama', rhythm: 'MAIN', locationIds })
    await supervisor.warehouse.createCountPlan({ name: 'Packing', rhythm: 'GOODS', locationIds: [places['WH-PCK']!] })
    await expect(supervisor.warehouse.createCountPlan({ name: 'packing', rhythm: 'GOODS', locationIds })).rejects.toMatchObject({ code: 'duplicate' })
    expect(main).toMatchObject({ isDue: true, dueOn: '2026-11-20', countedOn: null })
    const { id } = await begin({ planId: main.id })
    await counted(id, '10')
    await post(id)
    const plans = async () => (await first.warehouse.listCountPlans({})).rows.map(({ name, isDue, dueOn }) => [name, isDue, dueOn])
    expect(await plans()).toEqual([['Gudang utama', false, '2026-12-20'], ['Packing', true, '2026-11-20']])
    expect((await first.warehouse.listCountPlans({ filter: { isDue: true } })).rows.map(({ name }) => name)).toEqual(['Packing'])
    host.clock.set('2026-12-20T03:00:00.000Z')
    expect((await plans())[0]).toEqual(['Gudang utama', true, '2026-12-20'])
  })

  test('WH-6 plans of the main store are due by ABC class: A after 30 days, B after 60, C after 90, several by the most frequent', async () => {
    await receive(await newItem('KAIN'), '10')
    const locationIds = [places['WH-MAIN']!]
    for (const [name, ...abcClasses] of [['A', 'A'], ['B', 'B'], ['C', 'C'], ['D', 'C', 'B']] as const) {
      const plan = await supervisor.warehouse.createCountPlan({ name, rhythm: 'MAIN', locationIds, abcClasses })
      const { id } = await begin({ planId: plan.id })
      await counted(id, '10')
      await post(id)
    }
    const plans = async () => (await first.warehouse.listCountPlans({})).rows.map(({ everyDays, dueOn }) => [everyDays, dueOn])
    expect(await plans()).toEqual([[30, '2026-12-20'], [60, '2027-01-19'], [90, '2027-02-18'], [60, '2027-01-19']])
    await admin.settings.changeSetting({ key: 'warehouse.countClassBDays', value: 45 })
    expect((await plans()).map(([days]) => days)).toEqual([30, 45, 90, 45])
  })

  test('a factory without a plan is given the usual ones at once, of the stores that it has; with one, nothing', async () => {
    await admin.masters.createProductionStage({ code: 'PCK', name: 'Kemas', kind: 'PACKING', defectPercent: '0', sectionId: host.section('PCK') })
    await admin.masters.createLocation({ code: 'RAK', name: 'Rak A', kind: 'INTERNAL', parentId: places['WH-MAIN']! })
    await expect(first.warehouse.createUsualCountPlans({})).rejects.toMatchObject({ code: 'forbidden' })
    const made = await supervisor.warehouse.createUsualCountPlans({})
    expect(made.map(({ name, rhythm, abcClasses, locationNames, isDue }) => [name, rhythm, abcClasses.join(), locationNames, isDue])).toEqual([
      ['Gudang utama, kelas A', 'MAIN', 'A', ['Gudang utama'], true], ['Gudang utama, kelas B', 'MAIN', 'B', ['Gudang utama'], true],
      ['Gudang utama, kelas C', 'MAIN', 'C', ['Gudang utama'], true], ['Gudang bagian', 'SECTION', '', ['Rak SEW'], true], ['Packing dan barang jadi', 'GOODS', '', ['Rak PCK'], true],
    ])
    expect(await supervisor.warehouse.createUsualCountPlans({})).toEqual([])
  })

  test('the sheet has what is to be counted and no books, the variance report what differed and why, the ageing report every lot by its age', async () => {
    const itemId = await newItem('KAIN', { unitCost: '10' })
    await receive(itemId, '100')
    host.clock.set('2026-12-20T03:00:00.000Z')
    const { id, number } = await begin()
    const preview = async (report: string, filters = {}) => (await supervisor.reports.previewReport({ report, filters })).rows.map(({ cells }) => cells)
    expect(await preview('countSheet', { number })).toEqual([{ location: 'Gudang utama', code: 'KAIN', name: 'Barang KAIN', lot: 'KAIN-20261120-001', unit: 'Pcs', counted: null, remark: null }])
    await counted(id, '96')
    await becauseOf(id, 'LOSS_SCRAP')
    expect(await preview('countSheet', { number })).toEqual([])
    expect(await preview('countVariance')).toMatchObject([{ code: 'KAIN', inBooks: '100', first: '96', second: '96', recount: null, difference: '-4', percent: '4.00', cause: 'LOSS_SCRAP' }])
    expect(await preview('stockAgeing')).toMatchObject([{ lot: 'KAIN-20261120-001', ageDays: 30, band: 'SECOND', onHand: '100' }])
    expect(await preview('stockAgeing', { band: 'FIRST' })).toEqual([])
    expect((await admin.reports.previewReport({ report: 'stockAgeing' })).rows[0]!.cells.value).toBe('1000')
  })

  test('items are classed by what was issued in a year, and a count may take one class alone', async () => {
    const [dear, cheap] = [await newItem('MAHAL', { unitCost: '900' }), await newItem('MURAH', { unitCost: '1' })]
    for (const itemId of [dear, cheap]) await receive(itemId, '100')
    const { seq } = await issue(dear, '50')
    await issue(dear, '20')
    await first.warehouse.reverseMove({ seq, reason: 'Salah' })
    await issue(cheap, '40')
    expect(await supervisor.warehouse.classifyItems({})).toEqual({ changed: 2 })
    expect(await supervisor.warehouse.classifyItems({})).toEqual({ changed: 0 })
    const rows = host.database.prepare('select item.code, abcClass, movedValue from itemClass join item on item.id = itemId order by item.code').raw().all()
    expect(rows).toEqual([['MAHAL', 'A', 1_800_000], ['MURAH', 'C', 4000]])
    const { id } = await begin({ abcClasses: ['A'] })
    expect((await detail(id)).lines.map(({ itemCode }) => itemCode)).toEqual(['MAHAL'])
  })
})
