import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText, zero } from '../shared/core/decimal.ts'
import { rational, toDecimal } from '../shared/core/rational.ts'
import { consumptionVerdict, varianceOf } from '../shared/engineering/gates.ts'
import { texts } from '../shared/texts.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import type { Desk } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

let desks: ToyDesks
let stuffer: Desk
let rack: string

beforeAll(async () => {
  desks = await openToyFactory()
  const { admin, host, toys } = desks
  stuffer = await host.as('Admin Finishing', 'FIN')
  await host.as('SPV Finishing', 'FIN')
  rack = (await admin.masters.createLocation({ code: 'RAK-CUT', name: 'Rak potong', kind: 'INTERNAL', sectionId: host.section('CUT') })).id
  await admin.masters.createLocation({ code: 'RAK-FIN', name: 'Rak isi', kind: 'INTERNAL', sectionId: host.section('FIN') })
  for (const [code, category] of [['KOHAIR', 'Kain'], ['DAKRON', 'Isian']] as const) await admin.masters.updateItem({ ...seen(await admin.masters.getItem({ id: toys.items[code]! })), category })
  const store = await host.as('Warehouse Operator', 'WH')
  await store.warehouse.receiveStock({ itemId: toys.items.KOHAIR!, quantity: '5000', toLocationId: rack })
})
afterAll(async () => {
  expect(ledgerFindings(desks.host.database, 10)).toEqual([])
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

const fabric = () => desks.toys.items.KOHAIR!
/** A work order of 480 pieces: 48.24 yd of fabric in Cutting, 25.92 kg of filling in Finishing. */
const newWorkOrder = async (itemCode = 'WIP-BODY', quantity = '436') => {
  const workOrder = await desks.workOrderOf(await desks.planned({ quantity }), itemCode)
  expect(workOrder.targetQuantity).toBe(decimal('480'))
  return workOrder
}
const use = (workOrderId: string, quantity: string, more: { reason?: string; itemId?: string } = {}, desk = desks.cutter) =>
  desk.warehouse.consumeMaterial({ itemId: fabric(), quantity, locationId: rack, workOrderId, ...more })
const preview = (workOrderId: string, quantity: string, desk = desks.cutter) => desk.warehouse.previewUse({ workOrderId, itemId: fabric(), quantity })
const used = async ({ id }: { readonly id: string }) => decimalText((await desks.planner.planning.getWorkOrder({ id })).allocations[0]!.given)
const logged = async (number: string) => (await desks.admin.engineering.listConversions({ search: number, sort: [{ column: 'at', descending: false }] })).rows

describe('BM-5 what is used for a work order is judged', () => {
  test('BM-5 (c) 25.5 yd against 25.13 are +1.5 %: fine, whatever of the material', () => {
    const variance = varianceOf(rational('25.5'), rational('25.13'))
    expect(decimalText(toDecimal(variance, 'half-up'))).toBe('1.4723')
    const limits = { fabricReview: decimal('5'), fabricBlock: decimal('10'), accessoryReview: decimal('2'), unitWarning: decimal('10'), unitBlock: decimal('15') }
    expect([consumptionVerdict(variance, 'FABRIC', limits), consumptionVerdict(variance, 'ACCESSORY', limits)]).toEqual(['OK', 'OK'])
  })

  test('BM-5 BM-7 25.5 yd of 48.24 pass and are kept with what was expected; what no BOM names passes unjudged', async () => {
    const workOrder = await newWorkOrder()
    await use(workOrder.id, '25.5')
    expect(await logged(workOrder.number)).toMatchObject([{ verdict: 'OK', efficiency: 'EFFICIENT', expected: decimal('48.24'), actual: decimal('25.5'), documentId: workOrder.id, requestNumber: null, approvedByName: null }])
    const tape = (await desks.admin.masters.createItem({ code: 'LAKBAN', name: 'Lakban', kind: 'RAW_MATERIAL', unitId: desks.toys.units.Pcs! })).id
    await (await desks.host.as('Warehouse Operator', 'WH')).warehouse.receiveStock({ itemId: tape, quantity: '900', toLocationId: rack })
    expect(await desks.cutter.warehouse.previewUse({ workOrderId: workOrder.id, itemId: tape, quantity: '900' })).toBe(null)
    await use(workOrder.id, '900', { itemId: tape })
    expect(await logged(workOrder.number)).toHaveLength(1)
  })

  test('BM-5 (b) 75.5 yd for 48.24 are +56.5 %: nothing is posted until the supervisor has accepted it; then the same posting passes, and not a yard more', async () => {
    const workOrder = await newWorkOrder()
    expect(await preview(workOrder.id, '75.5')).toMatchObject({ expected: decimal('48.24'), used: zero, actual: decimal('75.5'), variancePercent: decimal('56.5091'), verdict: 'BLOCKED', need: 'APPROVAL', deciders: [expect.stringContaining('SPV Cutting') as string] })
    const refused = await use(workOrder.id, '75.5', { reason: 'Rol cacat' }).catch((thrown: unknown) => thrown)
    expect(refused).toMatchObject({ code: 'use-blocked', params: { itemCode: 'KOHAIR', workOrder: workOrder.number, used: '75.5', expected: '48.24', percent: '56.5', unit: 'Yard', deciders: expect.stringContaining('SPV Cutting') as string } })
    expect(texts.id.errorDetails['use-blocked']).toContain('{{deciders}}')
    expect([await used(workOrder), await logged(workOrder.number)]).toEqual(['0', []])
    const asked = { workOrderId: workOrder.id, itemId: fabric(), quantity: '75.5', reason: 'Rol cacat di tengah' }
    const { id, number } = await desks.cutter.warehouse.requestUse(asked)
    expect(await preview(workOrder.id, '75.5')).toMatchObject({ need: 'WAITING', requestNumber: number })
    await expect(desks.cutter.warehouse.requestUse(asked)).rejects.toMatchObject({ code: 'approval-pending', params: { number } })
    await expect(use(workOrder.id, '75.5')).rejects.toMatchObject({ code: 'approval-pending', params: { number } })
    expect(await logged(workOrder.number)).toMatchObject([{ course: 'WAITING', requestNumber: number, approvedByName: null, postedAt: null }])
    expect((await desks.supervisor.approvals.getRequest({ id })).request).toMatchObject({ kind: 'CONSUMPTION_REVIEW', subject: { item: 'Bahan KOHAIR', made: 'Buatan WIP-BODY' } })
    await desks.supervisor.approvals.approveStep({ id, step: 0, note: '' })
    expect(await logged(workOrder.number)).toMatchObject([{ course: 'AGREED', requestNumber: number, approvedByName: expect.stringContaining('SPV Cutting') as string }])
    expect(await preview(workOrder.id, '75.5')).toMatchObject({ need: 'NOTHING', acceptedByName: expect.stringContaining('SPV Cutting') as string })
    await expect(use(workOrder.id, '75.51')).rejects.toMatchObject({ code: 'use-blocked' })
    await use(workOrder.id, '75.5')
    expect(await used(workOrder)).toBe('75.5')
    expect((await logged(workOrder.number)).map(({ verdict, actual, approvedByName }) => [verdict, decimalText(actual), approvedByName])).toEqual([
      ['BLOCKED', '75.5', expect.stringContaining('SPV Cutting')], ['BLOCKED', '75.5', expect.stringContaining('SPV Cutting')],
    ])
    await expect(use(workOrder.id, '0.01')).rejects.toMatchObject({ code: 'use-blocked' })
  })

  test('BM-7 what was asked for and what was posted on it tell one story, whatever the work order was revised to meanwhile; what was refused says so', async () => {
    const workOrder = await newWorkOrder()
    const asked = { workOrderId: workOrder.id, itemId: fabric(), quantity: '75.5', reason: 'Rol cacat di tengah' }
    const refused = await desks.cutter.warehouse.requestUse(asked)
    await desks.supervisor.approvals.rejectRequest({ id: refused.id, step: 0, reason: 'Pakai sisa rol dulu' })
    const { id, number } = await desks.cutter.warehouse.requestUse(asked)
    await desks.supervisor.approvals.approveStep({ id, step: 0, note: '' })
    await desks.enter(workOrder, '10')
    const change = await desks.supervisor.planning.requestWorkOrderChange({ ...seen(await desks.current(workOrder)), targetQuantity: '440', reason: 'Pembeli mengurangi pesanannya pagi ini' })
    await desks.manager.approvals.approveStep({ id: change.request!.id, step: 0 })
    const { revisions } = await desks.planner.planning.getWorkOrder({ id: workOrder.id })
    await use(revisions.at(-1)!.id, '60')
    const [first, second, posted] = await logged(workOrder.number)
    expect(first).toMatchObject({ course: 'REFUSED', requestNumber: refused.number, postedAt: null })
    expect(posted).toMatchObject({ course: 'POSTED', requestId: id, requestNumber: number, postedAt: null })
    expect(second).toMatchObject({ course: 'USED', requestNumber: number, postedAt: posted!.at })
  })

  test('BM-5 (d) 28.5 kg for 25.92 are +9.95 %: posted with a reason, and reviewed by the supervisor', async () => {
    const workOrder = await newWorkOrder('WIP-BONEKA', '459')
    const stuff = (reason: string) => stuffer.warehouse.consumeMaterials({ sectionId: desks.host.section('FIN'), workOrderId: workOrder.id, reason, lines: [{ itemId: desks.toys.items.DAKRON!, quantity: '28.5' }] })
    await expect(stuff('')).rejects.toMatchObject({ code: 'reason-needed' })
    await stuff('Isian lebih padat')
    expect(await logged(workOrder.number)).toMatchObject([{ verdict: 'REVIEW', expected: decimal('25.92'), actual: decimal('28.5'), variancePercent: decimal('9.9537'), reason: 'Isian lebih padat', requestNumber: expect.any(String) as string }])
    expect(await used(workOrder)).toBe('28.5')
  })

  test('BM-5 which groups of items are fabric is the factory’s setting', async () => {
    const workOrder = await newWorkOrder()
    const group = async (category: string) => desks.admin.masters.updateItem({ ...seen(await desks.admin.masters.getItem({ id: fabric() })), category })
    const verdict = async () => (await preview(workOrder.id, '53.2'))!.verdict // +10.3 %
    await group('Velboa')
    expect(await verdict()).toBe('REVIEW')
    await desks.admin.settings.changeSetting({ key: 'engineering.fabricGroups', value: 'Kain, benang, Velboa' })
    expect(await verdict()).toBe('BLOCKED')
    await group('Kain')
    expect(await verdict()).toBe('BLOCKED')
  })

  test('BM-5 what several small postings make together is judged, whoever used it: a yard more than the limit is held', async () => {
    const workOrder = await newWorkOrder()
    await desks.enter(workOrder, '400') // output takes 40.2
    await use(workOrder.id, '5') // 45.2
    await use(workOrder.id, '5') // 50.2: +4.06 %
    await expect(use(workOrder.id, '2')).rejects.toMatchObject({ code: 'reason-needed' }) // 52.2: +8.2 %
    await use(workOrder.id, '2', { reason: 'Lebar kain kurang' })
    await expect(use(workOrder.id, '1', { reason: 'Lebar kain kurang' })).rejects.toMatchObject({ code: 'use-blocked', params: { used: '53.2', expected: '48.24' } }) // +10.3 %
    expect((await logged(workOrder.number)).map(({ verdict, actual, requestNumber }) => [verdict, decimalText(actual), requestNumber !== null])).toEqual([['OK', '45.2', false], ['OK', '50.2', false], ['REVIEW', '52.2', true]])
    // What is taken back counts no more.
    const newest = desks.host.database.prepare('select max(seq) from stockMove where workOrderId = ?').pluck().get(workOrder.id) as number
    await desks.cutter.warehouse.returnMaterial({ seq: newest, reason: 'Salah ketik' })
    expect(await preview(workOrder.id, '0.01')).toMatchObject({ used: decimal('50.2'), verdict: 'OK' })
  })

  test('BM-5 what the stores issue straight into production is posted, said at its line before, kept, and reviewed afterwards; as much then passes', async () => {
    const workOrder = await newWorkOrder()
    const store = await desks.host.as('Warehouse Operator', 'WH')
    const main = (await desks.admin.masters.listLocations({ search: 'WH-MAIN' })).rows[0]!.id
    await store.warehouse.receiveStock({ itemId: fabric(), quantity: '500', toLocationId: main })
    const document = await store.warehouse.createStockDocument({ kind: 'ISSUE', fromLocationId: main, issuedFor: 'PRODUCTION', notes: 'Rol cacat' })
    const lines = await store.warehouse.saveStockDocumentLines({ documentId: document.id, lines: [{ itemId: fabric(), quantity: '48', workOrderId: workOrder.id }, { itemId: fabric(), quantity: '900' }] })
    const draft = async () => store.warehouse.getStockDocument({ id: document.id })
    expect((await draft()).overuses).toEqual([])
    const { id, version } = lines[0]!
    await store.warehouse.saveStockDocumentLines({ documentId: document.id, lines: [{ id, version, itemId: fabric(), quantity: '75.5', workOrderId: workOrder.id }] })
    await store.warehouse.removeStockDocumentLine(seen(lines[1]!))
    expect((await draft()).overuses).toEqual([{ lineId: id, verdict: 'BLOCKED', variancePercent: decimal('56.5091') }])
    await store.warehouse.postStockDocument(seen((await draft()).document))
    expect(await used(workOrder)).toBe('75.5')
    expect((await draft()).overuses).toEqual([])
    const [entry] = await logged(workOrder.number)
    expect(entry).toMatchObject({
      verdict: 'BLOCKED', quantity: decimal('75.5'), actual: decimal('75.5'), expected: decimal('48.24'), reason: `${document.number}: Rol cacat`, course: 'POSTED', approvedByName: null,
      requestNumber: expect.any(String), createdByName: expect.stringContaining('Warehouse Operator'),
    })
    const supervisor = await desks.host.as('SPV Cutting', 'CUT')
    const waiting = await supervisor.approvals.getRequest({ id: entry!.requestId! })
    expect(waiting.request).toMatchObject({ kind: 'CONSUMPTION_REVIEW', status: 'PENDING', sectionId: workOrder.sectionId })
    await expect(use(workOrder.id, '0.1', { reason: 'Potongan' })).rejects.toMatchObject({ code: 'use-blocked' })
    await supervisor.approvals.approveStep({ id: entry!.requestId!, step: 0 })
    expect(await logged(workOrder.number)).toMatchObject([{ course: 'POSTED', approvedByName: expect.stringContaining('SPV Cutting') }])
    await store.warehouse.reverseStockDocument({ ...seen((await draft()).document), reason: 'Salah rol' })
    await use(workOrder.id, '75.5')
    expect(await logged(workOrder.number)).toMatchObject([{ seq: entry!.seq }, { course: 'POSTED', requestNumber: entry!.requestNumber, approvedByName: expect.stringContaining('SPV Cutting') }])
  })

  test('BM-5 a requisition that is used up at once is judged for the work order it names; one into a store is no use', async () => {
    const workOrder = await newWorkOrder()
    const [store, keeper] = [await desks.host.as('Warehouse Operator', 'WH'), await desks.host.as('Warehouse Admin', 'WH')]
    const main = (await desks.admin.masters.listLocations({ search: 'WH-MAIN' })).rows[0]!.id
    await store.warehouse.receiveStock({ itemId: fabric(), quantity: '500', toLocationId: main })
    const handOver = async (storeLocationId: string | null, quantity: string) => {
      const asked = await desks.cutter.warehouse.createRequisition({
        sectionId: workOrder.sectionId, supplyLocationId: main, storeLocationId, neededBy: '2026-12-31', workOrderNumber: workOrder.number, lines: [{ itemId: fabric(), quantity }],
      })
      const approved = await keeper.warehouse.approveRequisition(seen(asked))
      const { lines: [line] } = await store.warehouse.getRequisition({ id: asked.id })
      await store.warehouse.issueRequisition({ ...seen(approved), lines: [{ lineId: line!.id, quantity }] })
      return asked.number
    }
    await handOver(rack, '60')
    expect(await logged(workOrder.number)).toEqual([])
    await handOver(null, '48')
    const number = await handOver(null, '3')
    expect(await logged(workOrder.number)).toMatchObject([
      { verdict: 'OK', actual: decimal('48'), requestNumber: null }, { verdict: 'REVIEW', quantity: decimal('3'), actual: decimal('51'), reason: number, course: 'POSTED', requestNumber: expect.any(String) },
    ])
  })

  test('BM-5 where more was made than the target, that is what is expected for', async () => {
    const workOrder = await newWorkOrder()
    await desks.enter(workOrder, '400', { rejectQuantity: '90', defectReasonId: desks.defect })
    expect(await preview(workOrder.id, '1')).toMatchObject({ used: decimal('49.25'), expected: decimal('49.25') })
  })

  test('BM-5 whoever decides it alone asks nobody, but says why; another section’s work order is refused', async () => {
    const workOrder = await newWorkOrder()
    expect(await preview(workOrder.id, '60', desks.supervisor)).toMatchObject({ verdict: 'BLOCKED', need: 'REASON' })
    await expect(use(workOrder.id, '60', {}, desks.supervisor)).rejects.toMatchObject({ code: 'reason-needed' })
    await use(workOrder.id, '60', { reason: 'Kain baru' }, desks.supervisor)
    expect(await logged(workOrder.number)).toMatchObject([{ verdict: 'BLOCKED', requestNumber: null, approvedByName: expect.stringContaining('SPV Cutting') as string }])
    await expect(preview(workOrder.id, '1', stuffer)).rejects.toMatchObject({ code: 'foreign-section' })
    const other = await desks.workOrderOf(await desks.planned(), 'WIP-BONEKA')
    await expect(desks.admin.warehouse.consumeMaterial({ itemId: fabric(), quantity: '1', locationId: rack, workOrderId: other.id })).rejects.toMatchObject({ params: { issues: [{ path: ['workOrderId'], reason: 'warehouse.issues.other-section-work-order' }] } })
  })
})
