import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import type { StockDocument } from '../shared/warehouse/documents.ts'
import { allowsDocumentAct, documentStatuses } from '../shared/warehouse/document-rules.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { openRacks, unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let operator: Desk
let keeper: Desk
let sewing: Desk
const places: Record<string, string> = {}
let items = 0

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  operator = await host.as('Warehouse Operator', 'WH')
  keeper = await host.as('Warehouse Admin', 'WH')
  sewing = await host.as('Admin Sewing', 'SEW')
  Object.assign(places, await openRacks(host, admin, ['SEW', 'CUT']))
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  expect(ledgerFindings(host.database, 10)).toEqual([])
  await host.stop()
})

async function newItem(stock?: string, unit = 'Kg', place = 'WH-MAIN'): Promise<string> {
  items += 1
  const { id } = await admin.masters.createItem({ code: `DOK-${items}`, name: `Kain ${items}`, kind: 'RAW_MATERIAL', unitId: await unitIdOf(admin, unit) })
  if (stock !== undefined) await operator.warehouse.receiveStock({ itemId: id, quantity: stock, toLocationId: places[place]! })
  return id
}
type Entry = Parameters<Desk['warehouse']['createStockDocument']>[0]
type Line = Parameters<Desk['warehouse']['saveStockDocumentLines']>[0]['lines'][number]
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version })
const detail = (id: string, desk = operator) => desk.warehouse.getStockDocument({ id })
async function draft(entry: Entry, lines: readonly Line[], desk = operator): Promise<StockDocument> {
  const { id } = await desk.warehouse.createStockDocument(entry)
  await desk.warehouse.saveStockDocumentLines({ documentId: id, lines: [...lines] })
  return (await detail(id, desk)).document
}
async function post(entry: Entry, lines: readonly Line[], desk = operator): Promise<StockDocument> {
  const { document } = await desk.warehouse.postStockDocument(seen(await draft(entry, lines, desk)))
  return document
}
const stockAt = (itemId: string, place: string) =>
  ((host.database.prepare('select onHand from stockBalance where itemId = ? and locationId = ?').pluck().get(itemId, places[place]!) as number | undefined) ?? 0) / 10_000
const lotsAt = (itemId: string, place: string) => host.database.prepare(
  'select stockLot.code, lotBalance.onHand / 10000.0 as onHand from lotBalance join stockLot on stockLot.id = lotId where lotBalance.itemId = ? and locationId = ? and onHand <> 0 order by code',
).raw().all(itemId, places[place]!)

describe('a stock document', () => {
  test('is typed as a draft that moves nothing, posted whole, and reversed whole: the very lots go back', async () => {
    const [cloth, thread, button] = [await newItem('10'), await newItem('6'), await newItem('300', 'Pcs')]
    await operator.warehouse.receiveStock({ itemId: cloth, quantity: '5', toLocationId: places['WH-MAIN']! })
    const before = lotsAt(cloth, 'WH-MAIN')
    const made = await draft({ kind: 'TRANSFER', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']!, reference: 'SJ-7' }, [
      { itemId: cloth, quantity: '12', note: 'rol besar' }, { itemId: thread, quantity: '6' }, { itemId: button, quantity: '144' },
    ])
    expect(made).toMatchObject({ status: 'DRAFT', kind: 'TRANSFER', lineCount: 3, firstItemName: expect.stringMatching(/^Kain/), reference: 'SJ-7' })
    expect(made.number).toMatch(/^BST-2026-\d{5}$/)
    expect([stockAt(cloth, 'WH-MAIN'), stockAt(cloth, 'WH-SEW')]).toEqual([15, 0])
    const { document: posted, request } = await operator.warehouse.postStockDocument(seen(made))
    expect([posted.status, posted.postedDay, request]).toEqual(['POSTED', '2026-11-20', null])
    expect([cloth, thread, button].map(id => [stockAt(id, 'WH-MAIN'), stockAt(id, 'WH-SEW')])).toEqual([[3, 12], [0, 6], [156, 144]])
    const { lines } = await detail(made.id)
    expect(lines[0]!.lots.map(({ quantity }) => decimalText(quantity))).toEqual(['10', '2'])
    const { rows: moves } = await operator.warehouse.listMoves({ filter: { documentId: made.id } })
    expect(moves.map(({ documentEntity, documentNumber, note }) => [documentEntity, documentNumber, note])).toEqual([['stockDocument', made.number, ''], ['stockDocument', made.number, ''], ['stockDocument', made.number, 'rol besar']])
    await expect(operator.warehouse.reverseMove({ seq: moves[0]!.seq, reason: 'x' })).rejects.toMatchObject({ code: 'document-move' })
    await expect(operator.warehouse.saveStockDocumentLines({ documentId: made.id, lines: [{ itemId: cloth, quantity: '1' }] })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'POSTED' } })
    const reversed = await operator.warehouse.reverseStockDocument({ ...seen(posted), reason: 'Salah rak' })
    expect(reversed).toMatchObject({ status: 'REVERSED', reverseReason: 'Salah rak' })
    expect(lotsAt(cloth, 'WH-MAIN')).toEqual(before)
    expect([cloth, thread, button].map(id => [stockAt(id, 'WH-MAIN'), stockAt(id, 'WH-SEW')])).toEqual([[15, 0], [6, 0], [300, 0]])
    await expect(operator.warehouse.reverseStockDocument({ ...seen(reversed), reason: 'lagi' })).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('BM-7 says by which exact factor it converted another unit than the item’s', async () => {
    const itemId = await newItem(undefined, 'Meter')
    const posted = await post({ kind: 'RECEIPT', toLocationId: places['WH-SEW']! }, [{ itemId, unitId: await unitIdOf(admin, 'Yard'), quantity: '100' }, { itemId, quantity: '5' }])
    const entries = async (desk = admin) => (await desk.engineering.listUnitEntries({ filter: { itemId } })).rows
    expect((await entries()).map(({ documentNumber, sectionName, factor, isReversed, ...entry }) => [documentNumber, sectionName, factor, decimalText(entry.quantity), decimalText(entry.actual), isReversed])).toEqual([
      [posted.number, 'Jahit', '1143/1250', '100', '91.44', false],
    ])
    await operator.warehouse.reverseStockDocument({ ...seen(posted), reason: 'Salah rak' })
    expect((await entries()).map(({ isReversed }) => isReversed)).toEqual([true])
  })

  test('loses a line as long as it is a draft, and finds lots by their code or their item', async () => {
    const [first, second] = [await newItem('10'), await newItem('10')]
    const made = await draft({ kind: 'ISSUE', fromLocationId: places['WH-MAIN']! }, [{ itemId: first, quantity: '1' }, { itemId: second, quantity: '2' }])
    const [line, kept] = (await detail(made.id)).lines
    const left = await operator.warehouse.removeStockDocumentLine(seen(line!))
    expect([left.lineCount, left.version > made.version, (await detail(made.id)).lines.map(({ id }) => id)]).toEqual([1, true, [kept!.id]])
    const { document: posted } = await operator.warehouse.postStockDocument(seen(left))
    await expect(operator.warehouse.removeStockDocumentLine(seen((await detail(posted.id)).lines[0]!))).rejects.toMatchObject({ code: 'wrong-state' })
    expect([stockAt(first, 'WH-MAIN'), stockAt(second, 'WH-MAIN')]).toEqual([10, 8])

    const lots = host.database.prepare('select id, code from stockLot where itemId = ?').all(second) as { id: string; code: string }[]
    const name = (await admin.masters.getItem({ id: second })).name
    const found = async (search: string) => (await operator.warehouse.findStockLots({ search })).rows
    expect(await found(lots[0]!.code)).toEqual([{ id: lots[0]!.id, code: lots[0]!.code, name, isActive: true }])
    expect((await found(name)).map(({ id }) => id)).toContain(lots[0]!.id)
    expect(await found('TIDAK-ADA-LOT')).toEqual([])
  })

  test('WH-2 posts no line where one is refused, and names the lines that are', async () => {
    const [enough, short, lotted] = [await newItem('10'), await newItem('2'), await newItem('4')]
    const lotId = host.database.prepare('select id from stockLot where itemId = ?').pluck().get(lotted) as string
    await operator.warehouse.issueStock({ itemId: lotted, quantity: '3', fromLocationId: places['WH-MAIN']! })
    await operator.warehouse.receiveStock({ itemId: lotted, quantity: '3', toLocationId: places['WH-MAIN']! })
    const made = await draft({ kind: 'ISSUE', fromLocationId: places['WH-MAIN']! }, [{ itemId: enough, quantity: '8' }, { itemId: short, quantity: '5' }, { itemId: lotted, lotId, quantity: '2' }])
    expect(made.issuedFor).toBe('PRODUCTION')
    await expect(operator.warehouse.postStockDocument(seen(made))).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [
        { path: ['lines', 1, 'quantity'], reason: 'warehouse.issues.stock-short', params: { requested: '5', available: '2', missing: '3' } },
        { path: ['lines', 2, 'quantity'], reason: 'warehouse.issues.lot-short', params: { requested: '2', available: '1' } },
      ] },
    })
    expect([stockAt(enough, 'WH-MAIN'), stockAt(short, 'WH-MAIN'), (await detail(made.id)).document.status]).toEqual([10, 2, 'DRAFT'])
    expect((await operator.warehouse.listMoves({ filter: { documentId: made.id } })).rows).toEqual([])
  })

  test('goes back not at all where some of it has gone on, and says which lines', async () => {
    const [first, second] = [await newItem(), await newItem()]
    const posted = await post({ kind: 'RECEIPT', toLocationId: places['WH-MAIN']! }, [{ itemId: first, quantity: '7' }, { itemId: second, quantity: '9', supplierLot: 'TX-1', expiresOn: '2027-01-31' }])
    const { lines } = await detail(posted.id)
    expect(lines[1]!.lots).toMatchObject([{ expiresOn: '2027-01-31' }])
    await operator.warehouse.issueStock({ itemId: second, quantity: '4', fromLocationId: places['WH-MAIN']! })
    await expect(operator.warehouse.reverseStockDocument({ ...seen(posted), reason: 'Salah kirim' })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['lines', 1, 'quantity'], reason: 'warehouse.issues.gone-on', params: { requested: '9', available: '5' } }] },
    })
    expect([stockAt(first, 'WH-MAIN'), (await detail(posted.id)).document.status]).toEqual([7, 'POSTED'])
  })

  test('takes lines in any unit that leads to the item’s, and each at a place of its own', async () => {
    const [item, pieces] = [await newItem(), await unitIdOf(admin, 'Gram')]
    const posted = await post({ kind: 'RECEIPT', toLocationId: places['WH-MAIN']! }, [{ itemId: item, quantity: '2500', unitId: pieces }, { itemId: item, quantity: '1', toLocationId: places['WH-SEW']! }])
    expect([stockAt(item, 'WH-MAIN'), stockAt(item, 'WH-SEW')]).toEqual([2.5, 1])
    expect((await detail(posted.id)).lines.map(({ quantity, unitCode, stockQuantity }) => [decimalText(quantity), unitCode, decimalText(stockQuantity ?? decimal('0'))])).toEqual([['2500', 'Gram', '2.5'], ['1', 'Kg', '1']])
    await operator.warehouse.reverseStockDocument({ ...seen(posted), reason: 'Salah' })
    // A chain within one document goes back in the order opposite to its own.
    const chain = await post({ kind: 'TRANSFER' }, [{ itemId: await newItem('4'), quantity: '4', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! }])
    const { itemId } = (await detail(chain.id)).lines[0]!
    const round = await post({ kind: 'TRANSFER' }, [
      { itemId, quantity: '4', fromLocationId: places['WH-SEW']!, toLocationId: places['WH-CUT']! }, { itemId, quantity: '4', fromLocationId: places['WH-CUT']!, toLocationId: places['WH-MAIN']! },
    ])
    await operator.warehouse.reverseStockDocument({ ...seen(round), reason: 'Kembali' })
    expect([stockAt(itemId, 'WH-MAIN'), stockAt(itemId, 'WH-SEW'), stockAt(itemId, 'WH-CUT')]).toEqual([0, 4, 0])
  })

  test('refuses a line that cannot be, at its cell, and an empty or foreign one', async () => {
    const item = await newItem('5')
    const other = await newItem('5')
    const lotId = host.database.prepare('select id from stockLot where itemId = ?').pluck().get(other) as string
    const { id } = await operator.warehouse.createStockDocument({ kind: 'ISSUE', fromLocationId: places['WH-MAIN']! })
    await expect(operator.warehouse.saveStockDocumentLines({ documentId: id, lines: [{ itemId: item, quantity: '0' }, { itemId: item, lotId, quantity: '1' }, { itemId: item, quantity: '1', unitId: await unitIdOf(admin, 'Pcs') }] })).rejects.toMatchObject({
      params: { issues: [{ path: ['lines', 0, 'quantity'], reason: 'not-positive' }, { path: ['lines', 1, 'lotId'], reason: 'warehouse.issues.other-lot' }, { path: ['lines', 2, 'unitId'], reason: 'errors.no-conversion' }] },
    })
    const { document } = await detail(id)
    await expect(operator.warehouse.postStockDocument(seen(document))).rejects.toMatchObject({ params: { issues: [{ reason: 'warehouse.issues.no-lines' }] } })
    await operator.warehouse.saveStockDocumentLines({ documentId: id, lines: [{ itemId: item, quantity: '1' }] })
    await expect(operator.warehouse.postStockDocument(seen(document))).rejects.toMatchObject({ code: 'conflict' })
    const placeless = await draft({ kind: 'TRANSFER', fromLocationId: places['WH-MAIN']! }, [{ itemId: item, quantity: '1' }])
    await expect(operator.warehouse.postStockDocument(seen(placeless))).rejects.toMatchObject({ params: { issues: [{ path: ['lines', 0, 'toLocationId'], reason: 'warehouse.issues.no-place' }] } })
    await expect(operator.warehouse.createStockDocument({ kind: 'TRANSFER', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-MAIN']! })).rejects.toMatchObject({ params: { issues: [{ path: ['toLocationId'] }] } })
    const keeping = await host.sessionFor('Warehouse Operator', 'WH')
    const { ticket } = await host.host.files.receive(keeping, 'surat-jalan.jpg', 'image/jpeg', Readable.from([Buffer.from('foto')]))
    await host.desk(keeping).attachments.addAttachment({ entity: 'stockDocument', entityId: placeless.id, ticket })
    expect(await operator.warehouse.deleteStockDocument(seen(placeless))).toEqual({ number: placeless.number })
    expect(host.database.prepare('select count(*) from attachment where entityId = ?').pluck().get(placeless.id)).toBe(0)
    await expect(detail(placeless.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('what a carton cost is kept as what a piece of it cost', async () => {
    const item = await newItem(undefined, 'Pcs')
    const carton = await unitIdOf(admin, 'Ctn')
    await admin.masters.createUnitConversion({ itemId: item, fromQuantity: '1', fromUnitId: carton, toQuantity: '60', toUnitId: await unitIdOf(admin, 'Pcs') })
    await post({ kind: 'RECEIPT', toLocationId: places['WH-MAIN']! }, [{ itemId: item, unitId: carton, quantity: '10', unitCost: '60000' }], admin)
    expect(stockAt(item, 'WH-MAIN')).toBe(600)
    expect(host.database.prepare('select unitCost / 10000.0 from stockLot where itemId = ?').pluck().get(item)).toBe(1000)
  })

  test('WH-6 an adjustment is held against the books as they were when it was counted, and asked for by who may not adjust', async () => {
    const [less, more, same] = [await newItem('10'), await newItem('4'), await newItem('3')]
    const made = await draft({ kind: 'ADJUSTMENT', fromLocationId: places['WH-MAIN']! }, [{ itemId: less, quantity: '8.5' }, { itemId: more, quantity: '6' }, { itemId: same, quantity: '3' }])
    await expect(operator.warehouse.postStockDocument(seen(made))).rejects.toMatchObject({ params: { issues: [{ path: ['notes'], reason: 'warehouse.issues.adjustment-reason' }] } })
    const explained = await operator.warehouse.updateStockDocument({ ...seen(made), fromLocationId: places['WH-MAIN']!, notes: 'Hitung ulang rak' })
    const { request } = await operator.warehouse.postStockDocument(seen(explained))
    expect(request?.number).toMatch(/^PRS-/)
    expect(stockAt(less, 'WH-MAIN')).toBe(10)
    await expect(operator.warehouse.saveStockDocumentLines({ documentId: made.id, lines: [{ itemId: less, quantity: '1' }] })).rejects.toMatchObject({ code: 'approval-pending' })
    const manager = await host.as('Manager')
    await manager.approvals.approveStep({ id: request!.id, step: 0 })
    expect([less, more, same].map(id => stockAt(id, 'WH-MAIN'))).toEqual([8.5, 6, 3])
    const { document, lines } = await detail(made.id)
    expect([document.status, lines.map(({ moveSeq }) => moveSeq !== null)]).toEqual(['POSTED', [true, true, false]])
    await expect(operator.warehouse.reverseStockDocument({ ...seen(document), reason: 'x' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'warehouse.update' } })
    await manager.warehouse.reverseStockDocument({ ...seen(document), reason: 'Salah hitung' })
    expect([less, more, same].map(id => stockAt(id, 'WH-MAIN'))).toEqual([10, 4, 3])

    const moved = await draft({ kind: 'ADJUSTMENT', fromLocationId: places['WH-MAIN']!, notes: 'Hitung' }, [{ itemId: less, quantity: '9' }])
    await operator.warehouse.issueStock({ itemId: less, quantity: '1', fromLocationId: places['WH-MAIN']! })
    // Another reason is no other count: it stays held against the books of its moment.
    await operator.warehouse.updateStockDocument({ ...seen((await detail(moved.id)).document), fromLocationId: places['WH-MAIN']!, notes: 'Hitung rak 3' })
    await expect(manager.warehouse.postStockDocument(seen((await detail(moved.id)).document))).rejects.toMatchObject({ params: { issues: [{ path: ['lines', 0, 'quantity'], reason: 'warehouse.issues.books-moved' }] } })
    const [line] = (await detail(moved.id)).lines
    expect([decimalText(line!.inBooks!), decimalText(line!.onHand!)]).toEqual(['10', '9'])
    await operator.warehouse.saveStockDocumentLines({ documentId: moved.id, lines: [{ id: line!.id, version: line!.version, itemId: less, quantity: '8' }] })
    await manager.warehouse.postStockDocument(seen((await detail(moved.id)).document))
    expect(stockAt(less, 'WH-MAIN')).toBe(8)
  })

  test('WH-6 counts the same books once: the later line is refused, also where it is one lot of all, or the document’s place makes it so', async () => {
    const item = await newItem('10')
    const lotId = host.database.prepare('select id from stockLot where itemId = ?').pluck().get(item) as string
    const [main, sewingStore] = [places['WH-MAIN']!, places['WH-SEW']!]
    const { id } = await operator.warehouse.createStockDocument({ kind: 'ADJUSTMENT', fromLocationId: main, notes: 'Hitung' })
    const save = (...lines: Line[]) => operator.warehouse.saveStockDocumentLines({ documentId: id, lines })
    const twice = (...at: number[]) => ({ params: { issues: at.map(line => ({ path: ['lines', line, 'itemId'], reason: 'warehouse.issues.counted-twice' })) } })
    await expect(save({ itemId: item, quantity: '9' }, { itemId: item, quantity: '8' }, { itemId: item, lotId, quantity: '8' })).rejects.toMatchObject(twice(1, 2))
    const [first, elsewhere] = await save({ itemId: item, quantity: '9' }, { itemId: item, fromLocationId: sewingStore, quantity: '1' })
    await expect(save({ itemId: item, lotId, quantity: '8' })).rejects.toMatchObject(twice(0))
    await expect(operator.warehouse.updateStockDocument({ ...seen((await detail(id)).document), fromLocationId: sewingStore, notes: 'Hitung' })).rejects.toMatchObject({ params: { issues: [{ path: ['fromLocationId'], reason: 'warehouse.issues.place-counted-twice' }] } })
    // Two lines may change places in one go.
    await save({ ...seen(first!), itemId: item, fromLocationId: sewingStore, quantity: '1' }, { ...seen(elsewhere!), itemId: item, quantity: '9' })
    const manager = await host.as('Manager')
    await manager.warehouse.postStockDocument(seen((await detail(id)).document))
    expect([stockAt(item, 'WH-MAIN'), stockAt(item, 'WH-SEW')]).toEqual([9, 1])
  })

  test('holds 500 lines, however they are entered', async () => {
    const item = await newItem('10')
    const { id } = await operator.warehouse.createStockDocument({ kind: 'ISSUE', fromLocationId: places['WH-MAIN']! })
    const lines = (count: number) => Array.from({ length: count }, () => ({ itemId: item, quantity: '0.01' }))
    await operator.warehouse.saveStockDocumentLines({ documentId: id, lines: lines(499) })
    await expect(operator.warehouse.saveStockDocumentLines({ documentId: id, lines: lines(2) })).rejects.toMatchObject({ params: { issues: [{ path: ['lines', 1, 'itemId'], reason: 'warehouse.issues.document-full', params: { maximum: 500 } }] } })
    expect(await operator.warehouse.saveStockDocumentLines({ documentId: id, lines: lines(1) })).toHaveLength(1)
  })

  test('IA-5 is seen by the sections whose places it touches, and changed by none of them that does not own all', async () => {
    const item = await newItem('20')
    const toSewing = await post({ kind: 'TRANSFER', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! }, [{ itemId: item, quantity: '5' }])
    const toCutting = await draft({ kind: 'TRANSFER', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-CUT']! }, [{ itemId: item, quantity: '5' }])
    expect((await detail(toSewing.id, sewing)).document.number).toBe(toSewing.number)
    await expect(detail(toCutting.id, sewing)).rejects.toMatchObject({ code: 'foreign-section' })
    const { rows } = await sewing.warehouse.listStockDocuments({ pageSize: 200, filter: { itemId: item } })
    expect(rows.map(({ number }) => number)).toEqual([toSewing.number])
    expect(await sewing.search.find({ text: toCutting.number })).toEqual([])
    expect((await sewing.search.find({ text: toSewing.number }))[0]).toMatchObject({ kind: 'stockDocument', id: toSewing.id })
    expect((await sewing.notifications.listNotices({ pageSize: 200 })).rows.filter(({ entityId }) => entityId === toSewing.id).map(({ kind }) => kind)).toEqual(['STOCK_DOCUMENT_POSTED'])
    await keeper.warehouse.reverseStockDocument({ ...seen(toSewing), reason: 'Salah bagian' })
    expect((await operator.notifications.listNotices({ pageSize: 200 })).rows.filter(({ entityId }) => entityId === toSewing.id).map(({ kind }) => kind)).toEqual(['STOCK_DOCUMENT_REVERSED'])
  })

  test('its life is the same for every kind', () => {
    expect(documentStatuses.map(status => (['change', 'post', 'delete', 'reverse'] as const).filter(act => allowsDocumentAct(status, act)))).toEqual([['change', 'post', 'delete'], ['reverse'], []])
  })

  test('is printed on the factory’s paper', async () => {
    const item = await newItem('3')
    const made = await draft({ kind: 'ISSUE', fromLocationId: places['WH-MAIN']!, issuedFor: 'CUSTOMER', notes: 'Contoh untuk pembeli' }, [{ itemId: item, quantity: '2' }])
    expect(await operator.warehouse.printStockDocument({ id: made.id, language: 'en' })).toMatchObject({ name: `${made.number}.pdf`, mediaType: 'application/pdf' })
  })

  test('the supplier’s paper hangs on it for who moves the goods; neither it nor the history is read by another section', async () => {
    const cutting = await host.as('Admin Cutting', 'CUT')
    const typist = await host.sessionFor('Warehouse Operator', 'WH')
    const { id: entityId } = await draft({ kind: 'TRANSFER', fromLocationId: places['WH-MAIN']!, toLocationId: places['WH-SEW']! }, [{ itemId: await newItem('5'), quantity: '2' }])
    const about = { entity: 'stockDocument' as const, entityId }
    const { ticket } = await host.host.files.receive(typist, 'surat-jalan.jpg', 'image/jpeg', Readable.from([Buffer.from('foto')]))
    const { id } = await host.desk(typist).attachments.addAttachment({ ...about, ticket })
    expect((await sewing.attachments.listAttachments(about)).map(({ name }) => name)).toEqual(['surat-jalan.jpg'])
    expect((await sewing.audit.listHistory({ entity: 'stockDocument', id: entityId })).rows).not.toHaveLength(0)
    const questions = [() => cutting.attachments.listAttachments(about), () => cutting.attachments.downloadAttachment({ id }), () => cutting.audit.listHistory({ entity: 'stockDocument', id: entityId })]
    for (const ask of questions) {
      await expect(ask()).rejects.toMatchObject({ code: 'foreign-section' })
    }
  })
})
