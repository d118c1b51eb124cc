import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countScan, inShelfOrder, lacking, type CountedLine, type Counts } from '../shared/fulfilment/counting.ts'
import { nextBoxCode, packScan, packedCounts, putInto, type Draft } from '../shared/fulfilment/drafts.ts'
import { packDifferences } from '../shared/fulfilment/rules.ts'
import { boxLabels } from '../src-main/fulfilment/box-labels.ts'
import { openFulfilment, type FulfilmentDesks } from './support/fulfilment-desks.ts'

const line = (id: string, quantity: number, shelfLocation = '', more: Partial<CountedLine> = {}): CountedLine => ({
  id, quantity, shelfLocation, position: 1, itemCode: `K-${id}`, barcode: '', isCharge: false, ...more,
})

describe('counting by scans', () => {
  const lines = [line('a', 2, 'R-10'), line('b', 1, 'R-2', { barcode: '899100' }), line('c', 3), line('post', 1, '', { isCharge: true })]

  test('shelves come in their order, what has none last, and charges not at all', () => {
    expect(inShelfOrder(lines).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })

  test('every scan is one piece; the last one is told, wrong goods and one too many are not counted', () => {
    let counts: Counts = {}
    const scan = (code: string) => {
      const answer = countScan(lines, counts, code)
      if (answer.kind === 'counted') counts = answer.counts
      return answer
    }
    expect(scan('k-a')).toMatchObject({ kind: 'counted', isLineFull: false, isAllFull: false })
    expect(scan('ITM:K-a')).toMatchObject({ kind: 'counted', isLineFull: true })
    expect(scan('K-a')).toMatchObject({ kind: 'over', line: { id: 'a' } })
    expect(scan('X-1')).toEqual({ kind: 'unknown' })
    expect(scan('K-post')).toEqual({ kind: 'unknown' })
    expect(scan('899100')).toMatchObject({ kind: 'counted', line: { id: 'b' } })
    expect(lacking(lines, counts).map(({ line: { id }, quantity }) => [id, quantity])).toEqual([['c', 3]])
    expect(scan('CTN:4:K-c')).toMatchObject({ kind: 'over' })
    expect(scan('CTN:3:K-c')).toMatchObject({ kind: 'counted', isAllFull: true })
    expect(counts).toEqual({ a: 2, b: 1, c: 3 })
  })

  test('of the same item on several lines the first with room is filled', () => {
    const batches = [line('old', 1, 'R-1', { itemCode: 'OBAT' }), line('new', 2, 'R-3', { itemCode: 'OBAT' })]
    expect(countScan(batches, {}, 'OBAT')).toMatchObject({ line: { id: 'old' } })
    expect(countScan(batches, { old: 1 }, 'OBAT')).toMatchObject({ line: { id: 'new' } })
    expect(countScan(batches, { old: 1, new: 2 }, 'OBAT')).toMatchObject({ kind: 'over' })
  })

  test('a thousand scans in a row leave exactly a thousand pieces', () => {
    const many = [line('a', 1000)]
    const counts = Array.from({ length: 1000 }).reduce<Counts>((before) => {
      const answer = countScan(many, before, 'K-a')
      return answer.kind === 'counted' ? answer.counts : before
    }, {})
    expect(counts).toEqual({ a: 1000 })
  })
})

describe('filling trays and boxes', () => {
  const lines = [line('a', 10)]
  const boxes: Draft[] = [{ kind: 'BOX', code: 'Kotak 1', contents: [{ lineId: 'a', quantity: 6 }] }, { kind: 'BOX', code: 'Kotak 2', contents: [] }]

  test('IF-7 (d) of ten pieces 6 and 4 are exact, 6 and 3 are not; an eleventh is refused', () => {
    let drafts: readonly Draft[] = boxes
    for (let scan = 0; scan < 3; scan += 1) drafts = packScan(lines, drafts, 'Kotak 2', 'K-a').drafts
    expect(packDifferences(lines, drafts.flatMap(({ contents }) => contents))).toEqual([{ lineId: 'a', invoiced: 10, packed: 9 }])
    drafts = packScan(lines, drafts, 'Kotak 2', 'K-a').drafts
    expect(packDifferences(lines, drafts.flatMap(({ contents }) => contents))).toEqual([])
    expect(packScan(lines, drafts, 'Kotak 1', 'K-a')).toEqual({ answer: { kind: 'over', line: lines[0] }, drafts })
    expect(packedCounts(drafts)).toEqual({ a: 10 })
  })

  test('what is taken out again leaves no empty line, and a new box gets a number that is free', () => {
    expect(putInto(boxes, 'Kotak 1', 'a', -6)[0]).toEqual({ kind: 'BOX', code: 'Kotak 1', contents: [] })
    expect(nextBoxCode(boxes, number => `Kotak ${number}`)).toBe('Kotak 3')
  })
})

describe('at the desks', () => {
  let desks: FulfilmentDesks
  beforeAll(async () => {
    desks = await openFulfilment()
  })
  afterAll(async () => {
    expect(desks.host.faults).toEqual([])
    await desks.host.stop()
  })

  test('a badge tells whose work it is, at whichever desk it is scanned', async () => {
    const { picker, packer } = desks
    const { id } = await desks.invoice()
    await picker.desk.fulfilment.startPicking({ invoiceId: id, badge: picker.badge })
    const { worker, picking } = await packer.desk.fulfilment.getMyWork({ badge: picker.badge })
    expect([worker, picking.map(one => one.id)]).toEqual([{ userId: picker.session.userId, fullName: picker.session.fullName }, [id]])
    expect(await packer.desk.fulfilment.getMyWork({})).toMatchObject({ worker: { userId: packer.session.userId }, picking: [] })
    await expect(packer.desk.fulfilment.getMyWork({ badge: 'LTB-00000000' })).rejects.toMatchObject({ code: 'badge-unknown' })
    await picker.desk.fulfilment.completePicking({ invoiceId: id, badge: picker.badge })
  })

  test('papers are printed for whoever packs; a courier’s receipt only of what a courier takes', async () => {
    const { packer, courierId } = desks
    const { id, invoice_no } = await desks.invoice([['A-100', 10, '3.50', 'R-1'], ['B-200', 2, '5']])
    await desks.packed(id)
    for (const [paper, name] of [['packingList', 'Daftar isi kotak'], ['deliveryNote', 'Surat jalan']] as const) {
      expect(await packer.desk.fulfilment.printInvoicePaper({ invoiceId: id, paper })).toMatchObject({ name: `${name} ${invoice_no}.pdf`, mediaType: 'application/pdf' })
    }
    await expect(packer.desk.fulfilment.printInvoicePaper({ invoiceId: id, paper: 'courierSlip' })).rejects.toMatchObject({ code: 'wrong-state' })
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [id], badge: packer.badge, way: { kind: 'COURIER', courierId, trackingNumber: 'JNT-1' } })
    await packer.desk.fulfilment.saveBoxWeights({ invoiceId: id, weights: ['1.25'] })
    expect((await packer.desk.fulfilment.printInvoicePaper({ invoiceId: id, paper: 'courierSlip', language: 'en' })).size).toBeGreaterThan(1000)
    expect((await packer.desk.fulfilment.makeBoxLabelSheet({ invoiceId: id, kind: 'box' })).mediaType).toBe('application/pdf')
  }, 300_000)

  test('IF-8 a label for every box: where it goes, or what is in it, with the number to scan', async () => {
    const { packer } = desks
    const { id, invoice_no } = await desks.invoice([['A-100', 10, '3.50']])
    await desks.checked(id)
    const lineId = await desks.line(id, 'A-100')
    const containers = [6, 4].map((quantity, at) => ({ kind: 'BOX' as const, code: `Kotak ${at + 1}`, contents: [{ lineId, quantity }] }))
    await packer.desk.fulfilment.saveContainers({ invoiceId: id, badge: packer.badge, ...desks.seen(id), containers })
    await packer.desk.fulfilment.packBoxes({ invoiceId: id, badge: packer.badge })
    const detail = await packer.desk.fulfilment.getInvoice({ id })
    expect(boxLabels(detail, 'box', 'id')).toMatchObject([
      { scan: invoice_no, quantity: 'Kotak 1', facts: ['6 × Barang A-100 (A-100)'] },
      { scan: invoice_no, quantity: 'Kotak 2', facts: ['4 × Barang A-100 (A-100)'] },
    ])
    expect(boxLabels(detail, 'address', 'en').map(({ quantity }) => quantity)).toEqual(['Box 1 of 2', 'Box 2 of 2'])
  })

  test('what was picked goes to the packing table with one label: whose it is, how much, who picked it, and what billing noted', async () => {
    const { picker } = desks
    const { id, invoice_no } = await desks.invoice([['A-100', 10, '3.50'], ['B-200', 2, '5']], { remarks: 'Bayar tunai' })
    await desks.picked(id)
    const detail = await picker.desk.fulfilment.getInvoice({ id })
    expect(boxLabels(detail, 'basket', 'id')).toEqual([
      { scan: invoice_no, code: invoice_no, name: 'Toko Melati', quantity: '12 buah, 2 baris', facts: [`Diambil ${picker.session.fullName}`, 'Bayar tunai'] },
    ])
    expect((await picker.desk.fulfilment.makeBoxLabelSheet({ invoiceId: id, kind: 'basket' })).mediaType).toBe('application/pdf')
  })

  test('a screen on the wall sees how invoices flow, and may do nothing with them', async () => {
    const wall = await desks.host.as('Wall-screen')
    expect((await wall.fulfilment.getBoard({})).counts.find(({ status }) => status === 'PACKED')?.count).toBe(1)
    const { id } = await desks.invoice()
    await expect(wall.fulfilment.startPicking({ invoiceId: id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(wall.fulfilment.makeBoxLabelSheet({ invoiceId: id, kind: 'address' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
