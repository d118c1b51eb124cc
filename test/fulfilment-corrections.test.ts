import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { openFulfilment, type FulfilmentDesks } from './support/fulfilment-desks.ts'

let desks: FulfilmentDesks
beforeAll(async () => {
  desks = await openFulfilment()
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  expect(ledgerFindings(desks.host.database, 10)).toEqual([])
  await desks.host.stop()
})
const rows = <Row>(text: string, ...values: unknown[]) => desks.host.database.prepare(text).all(...values) as Row[]
const issuesStock = async (value: boolean) => (await desks.host.as('Superadmin')).settings.changeSetting({ key: 'fulfilment.issuesStock', value, reason: 'uji' })
const giveBack = async (invoiceId: string) => (await desks.packer.desk.fulfilment.returnInvoice({ invoiceId, reason: 'Jumlah salah' })).version
type Lines = Parameters<FulfilmentDesks['billing']['fulfilment']['updateBill']>[0]['lines']
async function correct(id: string, lines: Lines, more: { readonly replaceItems?: boolean } = {}) {
  return desks.billing.fulfilment.updateBill({ id, version: await giveBack(id), lines, notes: 'Diperbaiki', ...more })
}

let made = 0
async function shelf(): Promise<{ readonly id: string; readonly code: string; readonly version: number }> {
  made += 1
  return desks.admin.masters.createLocation({ code: `RAK-K${made}`, name: `Rak K${made}`, kind: 'INTERNAL', parentId: null, sectionId: null })
}
async function item(code: string): Promise<string> {
  const [unit] = rows<{ id: string }>("select id from unit where code = 'Pcs'")
  return (await desks.admin.masters.createItem({ code, name: `Barang ${code}`, kind: 'FINISHED_GOOD', unitId: unit!.id })).id
}
/** What is out for an invoice, lot by lot. */
const out = (invoiceId: string) =>
  rows<{ lot: string; pieces: number }>(
    `select supplierLot as lot, sum(iif(source.kind = 'INTERNAL', 1, -1) * stockMoveLot.quantity) / 10000 as pieces from stockMoveLot join stockMove on stockMove.seq = moveSeq
      join stockLot on stockLot.id = lotId join location as source on source.id = fromLocationId where stockMove.documentId = ? group by lotId having pieces <> 0 order by supplierLot`,
    invoiceId,
  ).map(({ lot, pieces }) => [lot, pieces])
const moveCount = (invoiceId: string) => rows('select seq from stockMove where documentId = ?', invoiceId).length

describe('what was packed', () => {
  test('IF-14 a bill that is corrected to something else than lies in the boxes is packed again; one that is not stays ready to leave', async () => {
    const { packer, admin } = desks
    const { id } = await desks.invoice([['A-100', 10, '3.50']])
    await desks.packed(id)
    expect(await correct(id, [{ itemCode: 'A-100', quantity: 5 }])).toMatchObject({ status: 'PICKED', billingStatus: 'RE_INVOICED', packerName: null })
    expect((await admin.fulfilment.getInvoice({ id })).packing).toMatchObject([{ status: 'CANCELLED', cancelReason: 'Diperbaiki' }])
    await packer.desk.fulfilment.startChecking({ invoiceId: id, badge: packer.badge })
    await packer.desk.fulfilment.finishChecking({ invoiceId: id, badge: packer.badge })
    const lineId = await desks.line(id, 'A-100')
    await packer.desk.fulfilment.saveContainers({ invoiceId: id, badge: packer.badge, ...desks.seen(id), containers: [{ kind: 'BOX', code: 'K-1', contents: [{ lineId, quantity: 5 }] }] })
    expect(await packer.desk.fulfilment.packBoxes({ invoiceId: id, badge: packer.badge })).toMatchObject({ status: 'PACKED', billingStatus: 'BILLED' })
    expect(await correct(id, [{ itemCode: 'A-100', mrp: '4' }])).toMatchObject({ status: 'PACKED' })
  }, 300_000)

  test('IF-14 what was express has no boxes: it is packed again only where its bill changed', async () => {
    const { id } = await desks.invoice([['A-100', 10, '3.50']])
    await desks.billing.fulfilment.expressBill({ invoiceIds: [id] })
    expect(await correct(id, [])).toMatchObject({ status: 'PACKED' })
    expect(await correct(id, [{ itemCode: 'A-100', quantity: 9 }])).toMatchObject({ status: 'PICKED' })
  })
})

describe('goods that are kept in stock', () => {
  test('IF-14 a correction moves the difference alone: lines that nobody changed keep their lots, though these expire and their shelf is out of use by then', async () => {
    const { admin, host } = desks
    const [still, changed] = [await item('TETAP'), await item('UBAH')]
    const [hers, his] = [await shelf(), await shelf()]
    await admin.warehouse.receiveStock({ itemId: still, quantity: '4', toLocationId: hers.id, lot: { supplierLot: 'S-1', expiresOn: '2026-12-01' } })
    for (const [code, expiresOn] of [['U-1', '2026-12-05'], ['U-2', '2027-03-01']] as const) await admin.warehouse.receiveStock({ itemId: changed, quantity: '5', toLocationId: his.id, lot: { supplierLot: code, expiresOn } })
    const { id } = await desks.invoice([['TETAP', 4, '1', hers.code], ['UBAH', 6, '1', his.code]])
    await desks.packed(id)
    expect(out(id)).toEqual([['S-1', 4], ['U-1', 5], ['U-2', 1]])
    await admin.masters.setLocationActive({ id: hers.id, version: hers.version, isActive: false })
    host.clock.set('2026-12-20T02:00:00.000Z')
    // Sooner than what was taken: it stays where it lies.
    await admin.warehouse.receiveStock({ itemId: changed, quantity: '3', toLocationId: his.id, lot: { supplierLot: 'U-0', expiresOn: '2027-01-01' } })
    expect(await correct(id, [{ itemCode: 'UBAH', quantity: 8 }])).toMatchObject({ status: 'PICKED' })
    expect(out(id)).toEqual([['S-1', 4], ['U-0', 2], ['U-1', 5], ['U-2', 1]])
  })

  test('IF-14 fewer are put back, the newest first, and the very lots of the rest stay out', async () => {
    const { admin } = desks
    const itemId = await item('KURANG')
    const place = await shelf()
    for (const code of ['K-1', 'K-2']) await admin.warehouse.receiveStock({ itemId, quantity: '5', toLocationId: place.id, lot: { supplierLot: code, expiresOn: `2027-0${code.slice(-1)}-01` } })
    const { id } = await desks.invoice([['KURANG', 8, '1', place.code]])
    await desks.checked(id)
    expect(await correct(id, [{ itemCode: 'KURANG', quantity: 6 }])).toMatchObject({ status: 'PICKED' })
    expect(out(id)).toEqual([['K-1', 5], ['K-2', 1]])
    await desks.packer.desk.fulfilment.startChecking({ invoiceId: id, badge: desks.packer.badge })
    const moved = moveCount(id)
    expect(await correct(id, [{ itemCode: 'KURANG', mrp: '2' }])).toMatchObject({ status: 'PICKED' })
    expect([moveCount(id), out(id)]).toEqual([moved, [['K-1', 5], ['K-2', 1]]])
    // Another batch is billed: what was taken goes back, and that batch leaves.
    await desks.packer.desk.fulfilment.startChecking({ invoiceId: id, badge: desks.packer.badge })
    await correct(id, [{ itemCode: 'KURANG', quantity: 4, batchNumber: 'k-2' }])
    expect(out(id)).toEqual([['K-2', 4]])
  })

  test('IF-14 with stock no longer taken, what is put back is no more than what went out', async () => {
    const { admin } = desks
    const itemId = await item('LEPAS')
    const place = await shelf()
    await admin.warehouse.receiveStock({ itemId, quantity: '9', toLocationId: place.id, lot: { supplierLot: 'L-1' } })
    const { id } = await desks.invoice([['LEPAS', 5, '1', place.code]])
    await desks.checked(id)
    await issuesStock(false)
    await correct(id, [{ itemCode: 'LEPAS', mrp: '2' }])
    expect(out(id)).toEqual([['L-1', 5]])
    await desks.packer.desk.fulfilment.startChecking({ invoiceId: id, badge: desks.packer.badge })
    await correct(id, [{ itemCode: 'LEPAS', quantity: 7 }])
    await desks.packer.desk.fulfilment.startChecking({ invoiceId: id, badge: desks.packer.badge })
    await correct(id, [{ itemCode: 'LEPAS', quantity: 4 }])
    expect(out(id)).toEqual([['L-1', 4]])
    await issuesStock(true)
  })

  test('IF-3 the named shelf gives as long as something stands there and it is in use, else the store with most; with nothing anywhere it is not picked', async () => {
    const { admin, picker } = desks
    const itemId = await item('CARI')
    const [named, other] = [await shelf(), await shelf()]
    const { id } = await desks.invoice([['CARI', 2, '1', named.code]])
    await picker.desk.fulfilment.startPicking({ invoiceId: id, badge: picker.badge })
    const complete = () => picker.desk.fulfilment.completePicking({ invoiceId: id, badge: picker.badge })
    await expect(complete()).rejects.toMatchObject({ code: 'stock-short', params: { itemCode: 'CARI', requested: '2', available: '0', location: `Rak K${made - 1}` } })
    await admin.warehouse.receiveStock({ itemId, quantity: '2', toLocationId: named.id, lot: { supplierLot: 'C-1' } })
    await admin.warehouse.transferStock({ itemId, quantity: '2', fromLocationId: named.id, toLocationId: other.id })
    await complete()
    expect(rows<{ code: string }>('select location.code from stockMove join location on location.id = fromLocationId where documentId = ?', id)).toEqual([{ code: other.code }])
  })

  test('IF-3 what has expired is passed over, on its shelf and by its shelf: goods that may be sent are taken from elsewhere, and where none are left that is said', async () => {
    const { admin, picker } = desks
    const itemId = await item('BASI')
    const [named, other, third] = [await shelf(), await shelf(), await shelf()]
    const receive = (toLocationId: string, quantity: string, supplierLot: string, expiresOn: string) => admin.warehouse.receiveStock({ itemId, quantity, toLocationId, lot: { supplierLot, expiresOn } })
    await receive(named.id, '90', 'X-1', '2026-11-01')
    await receive(other.id, '4', 'X-2', '2027-01-31')
    await receive(third.id, '60', 'X-3', '2026-10-01')
    await receive(third.id, '3', 'X-4', '2027-02-28')
    const pick = async (quantity: number, shelfCode: string) => {
      const { id } = await desks.invoice([['BASI', quantity, '1', shelfCode]])
      await picker.desk.fulfilment.startPicking({ invoiceId: id, badge: picker.badge })
      return { id, done: picker.desk.fulfilment.completePicking({ invoiceId: id, badge: picker.badge }) }
    }
    const first = await pick(2, named.code)
    expect(await first.done).toMatchObject({ status: 'PICKED' })
    expect(out(first.id)).toEqual([['X-2', 2]])
    const onThird = await pick(3, third.code)
    await onThird.done
    expect(out(onThird.id)).toEqual([['X-4', 3]])
    const rest = await pick(2, '')
    await rest.done
    expect(out(rest.id)).toEqual([['X-2', 2]])
    const none = await pick(1, named.code)
    await expect(none.done).rejects.toMatchObject({ code: 'stock-expired', params: { itemCode: 'BASI', expired: '150', unit: 'Pcs' } })
    const [line] = (await admin.fulfilment.getInvoice({ id: none.id })).lines
    expect(await picker.desk.fulfilment.completePicking({ invoiceId: none.id, badge: picker.badge, short: [{ lineId: line!.id, quantity: 1 }] })).toMatchObject({ status: 'REVIEW' })
  })

  test('IF-14 a charge that billing adds by hand stays one: nobody picks or packs it; what has a shelf is goods', async () => {
    const { admin, picker, billing } = desks
    const { id } = await desks.invoice([['A-1001', 5, '2']])
    await picker.desk.fulfilment.startPicking({ invoiceId: id, badge: picker.badge })
    const { version } = await picker.desk.fulfilment.returnInvoice({ invoiceId: id, badge: picker.badge, reason: 'Ongkir' })
    const added = [{ itemCode: 'POST', name: 'Ongkos kirim', quantity: 1, mrp: '15' }, { itemCode: 'B2', name: 'Boneka kecil', quantity: 3, mrp: '4', shelfLocation: 'R-1' }]
    expect(await billing.fulfilment.updateBill({ id, version, lines: added, notes: 'uji' })).toMatchObject({ pieces: 8, lineCount: 3 })
    expect((await admin.fulfilment.getInvoice({ id })).lines.map(({ itemCode, isCharge }) => [itemCode, isCharge])).toEqual([['A-1001', false], ['POST', true], ['B2', false]])
  })

  test('IF-3 the batch that is billed leaves, also where no lot expires', async () => {
    const { admin } = desks
    const itemId = await item('BETS')
    const place = await shelf()
    for (const code of ['B-1', 'B-2']) await admin.warehouse.receiveStock({ itemId, quantity: '5', toLocationId: place.id, lot: { supplierLot: code } })
    const { id } = await desks.invoice([], { items: [{ name: 'Barang BETS', item_code: 'BETS', quantity: 4, mrp: '0', shelf_location: place.code, batch_no: 'b-2' }] })
    await desks.picked(id)
    expect(out(id)).toEqual([['B-2', 4]])
  })
})
