import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { openFulfilment, type FulfilmentDesks, type Hand } from './support/fulfilment-desks.ts'

let desks: FulfilmentDesks
beforeAll(async () => {
  desks = await openFulfilment()
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  expect(ledgerFindings(desks.host.database, 10)).toEqual([])
  await desks.host.stop()
})
const textOf = (text: string, ...values: unknown[]) => desks.host.database.prepare(text).pluck().get(...values) as string
const setFeature = (key: string, value: unknown) => desks.host.system.settings.changeSetting({ key, value, reason: 'uji' })
const at = (invoiceId: string, { badge }: Hand) => ({ invoiceId, badge })
const allOf = async (invoiceId: string) => (await desks.admin.fulfilment.getInvoice({ id: invoiceId })).lines.map(({ id, quantity }) => ({ lineId: id, quantity }))

describe('picking', () => {
  test('IF-2 (c) a picker who has one open starts no other, and the one to finish is named', async () => {
    const { picker } = desks
    const [first, second] = [await desks.invoice(), await desks.invoice()]
    await picker.desk.fulfilment.startPicking(at(first.id, picker))
    await expect(picker.desk.fulfilment.startPicking(at(second.id, picker))).rejects.toMatchObject({ code: 'picking-open', params: { number: first.invoice_no, who: picker.session.fullName } })
    await expect(desks.otherPicker.desk.fulfilment.startPicking(at(first.id, desks.otherPicker))).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'PICKING' } })
    await picker.desk.fulfilment.completePicking(at(first.id, picker))
    await picker.desk.fulfilment.startPicking(at(second.id, picker))
    await picker.desk.fulfilment.completePicking(at(second.id, picker))
  })

  test('IF-3 only whoever began it completes it, at whichever desk', async () => {
    const { picker, otherPicker, packer } = desks
    const { id } = await desks.invoice()
    await packer.desk.fulfilment.startPicking(at(id, picker))
    await expect(otherPicker.desk.fulfilment.completePicking(at(id, otherPicker))).rejects.toMatchObject({ code: 'other-picker', params: { who: picker.session.fullName } })
    await expect(packer.desk.fulfilment.completePicking({ invoiceId: id })).rejects.toMatchObject({ code: 'other-picker' })
    const lineId = await desks.line(id, 'A-100')
    await picker.desk.fulfilment.savePicked({ ...at(id, picker), lineIds: [lineId] })
    expect(await packer.desk.fulfilment.completePicking({ ...at(id, picker), notes: 'lengkap' })).toMatchObject({ status: 'PICKED' })
    expect((await desks.admin.fulfilment.getInvoice({ id })).picking).toMatchObject([{ status: 'PICKED', selectedLines: [lineId], notes: 'lengkap', proof: 'SCAN' }])
  })

  test('IA-8 nobody picks without the menu of picking, nor with a badge that nobody has', async () => {
    const { packer, picker } = desks
    const { id } = await desks.invoice()
    await expect(packer.desk.fulfilment.startPicking(at(id, packer))).rejects.toMatchObject({ code: 'no-work-menu', params: { who: packer.session.fullName, menu: 'Pengambilan saya' } })
    await expect(picker.desk.fulfilment.startPicking({ invoiceId: id, badge: 'LTB-99999999' })).rejects.toMatchObject({ code: 'badge-unknown' })
    await expect(desks.billing.fulfilment.startPicking({ invoiceId: id, badge: picker.badge })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('IF-5 without a scan only where the factory lets them; several at once only where that is on, and what is refused is told for its number', async () => {
    const { picker } = desks
    const [first, second, third] = [await desks.invoice(), await desks.invoice(), await desks.invoice()]
    await setFeature('features.manualPicking', false)
    await expect(picker.desk.fulfilment.startPicking({ invoiceId: first.id })).rejects.toMatchObject({ code: 'proof-needed' })
    await setFeature('features.manualPicking', true)
    await expect(picker.desk.fulfilment.startRound({ invoiceIds: [first.id], badge: picker.badge })).rejects.toMatchObject({ code: 'bulk-picking-off' })
    await setFeature('features.bulkPicking', true)
    await desks.otherPicker.desk.fulfilment.startPicking(at(second.id, desks.otherPicker))
    const started = await picker.desk.fulfilment.startRound({ invoiceIds: [first.id, second.id, third.id], badge: picker.badge })
    expect(started.map(({ number, error }) => [number, error?.code ?? null])).toEqual([[first.invoice_no, null], [second.invoice_no, 'wrong-state'], [third.invoice_no, null]])
    expect([first, second, third].map(({ id }) => desks.status(id))).toEqual(['PICKING', 'PICKING', 'PICKING'])
    const done = await picker.desk.fulfilment.completeRound({ invoiceIds: [first.id, second.id, third.id], badge: picker.badge })
    expect(done.map(({ error }) => error?.code ?? null)).toEqual([null, 'other-picker', null])
    expect([first, second, third].map(({ id }) => desks.status(id))).toEqual(['PICKED', 'PICKING', 'PICKED'])
    await desks.otherPicker.desk.fulfilment.cancelSession({ ...at(second.id, desks.otherPicker), stage: 'PICKING', reason: 'uji' })
  })

  test('goods that are kept in stock leave their shelf, what expires first before the rest, and never what has expired', async () => {
    const { admin, picker, host } = desks
    const unitId = textOf("select id from unit where code = 'Pcs'")
    const { id: itemId } = await admin.masters.createItem({ code: 'MED-500', name: 'Obat uji', kind: 'FINISHED_GOOD', unitId })
    const { id: shelfId } = await admin.masters.createLocation({ code: 'RAK-7', name: 'Rak 7', kind: 'INTERNAL', parentId: null, sectionId: null })
    for (const [code, quantity, expiresOn] of [['LAMA', '5', '2026-11-01'], ['JAUH', '10', '2028-01-31'], ['DEKAT', '4', '2026-12-31']] as const) {
      await admin.warehouse.receiveStock({ itemId, quantity, toLocationId: shelfId, lot: { supplierLot: code, expiresOn } })
    }
    const { id } = await desks.invoice([['MED-500', 6, '12', 'RAK-7'], ['LEPAS-1', 2, '3']])
    await desks.picked(id)
    const lots = host.database.prepare('select supplierLot, stockMoveLot.quantity / 10000 as quantity from stockMoveLot join stockLot on stockLot.id = lotId join stockMove on stockMove.seq = moveSeq where stockMove.documentId = ? order by stockMoveLot.seq').all(id)
    expect(lots).toEqual([{ supplierLot: 'DEKAT', quantity: 4 }, { supplierLot: 'JAUH', quantity: 2 }])
    const much = await desks.invoice([['MED-500', 9, '12', 'RAK-7']])
    await picker.desk.fulfilment.startPicking(at(much.id, picker))
    await expect(picker.desk.fulfilment.completePicking(at(much.id, picker))).rejects.toMatchObject({ code: 'stock-short', params: { available: '8', itemCode: 'MED-500' } })
    expect(desks.status(much.id)).toBe('PICKING')
    const lineId = await desks.line(much.id, 'MED-500')
    await expect(picker.desk.fulfilment.completePicking({ ...at(much.id, picker), short: [{ lineId, quantity: 10 }] })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await picker.desk.fulfilment.completePicking({ ...at(much.id, picker), short: [{ lineId, quantity: 1 }] })).toMatchObject({ status: 'REVIEW', billingStatus: 'REVIEW' })
    const { version, returns, lines } = await admin.fulfilment.getInvoice({ id: much.id })
    expect([returns[0]!.reason, lines[0]!.pickedQuantity]).toEqual(['Kurang di rak: 1 × Barang MED-500 (MED-500)', 8])
    await desks.billing.fulfilment.updateBill({ id: much.id, version, lines: [{ itemCode: 'MED-500', quantity: 8 }], notes: 'Sesuai rak' })
    await desks.picked(much.id)
    expect(desks.status(much.id)).toBe('PICKED')
    expect(decimalText((await admin.warehouse.getItemStock({ itemId })).places.find(({ locationId }) => locationId === shelfId)!.onHand)).toBe('5')
  })
})

describe('packing', () => {
  test('IF-6 checking names who checks; what is held waits until its customer is released, and then all of it goes on', async () => {
    const { packer, picker } = desks
    const customer = { code: 'GAB-1', name: 'Apotek Sehat' }
    const [first, second] = [await desks.invoice([['A-100', 2, '1']], { customer }), await desks.invoice([['A-200', 3, '1']], { customer })]
    for (const { id } of [first, second]) await desks.picked(id)
    expect(await packer.desk.fulfilment.startChecking(at(first.id, packer))).toMatchObject({ status: 'PACKING' })
    expect((await desks.admin.fulfilment.getInvoice({ id: first.id })).packing).toMatchObject([{ status: 'CHECKING', checkerName: packer.session.fullName }])
    await packer.desk.fulfilment.startChecking(at(first.id, picker))
    expect((await desks.admin.fulfilment.getInvoice({ id: first.id })).packing).toMatchObject([{ checkerName: picker.session.fullName }])
    for (const { id } of [first, second]) await packer.desk.fulfilment.holdForConsolidation(at(id, packer))
    const [group] = await packer.desk.fulfilment.listConsolidation({})
    expect([group?.customerCode, group?.invoices.map(({ number }) => number)]).toEqual(['GAB-1', [first.invoice_no, second.invoice_no]])
    await expect(packer.desk.fulfilment.finishChecking(at(first.id, packer))).rejects.toMatchObject({ code: 'consolidation-held', params: { customer: 'Apotek Sehat' } })
    expect(await packer.desk.fulfilment.releaseConsolidation({ customerId: group!.customerId })).toHaveLength(2)
    expect(await packer.desk.fulfilment.listConsolidation({})).toEqual([])
    await packer.desk.fulfilment.finishChecking(at(first.id, packer))
    await packer.desk.fulfilment.startChecking(at(second.id, packer))
    await packer.desk.fulfilment.finishChecking(at(second.id, packer))
    expect(textOf("select status from pickingSession where invoiceId = ? and status <> 'CANCELLED'", first.id)).toBe('VERIFIED')
  })

  test('IF-7 (d) trays hold exactly what was invoiced: 6 and 4 of 10 are sealed, 6 and 3 are not', async () => {
    const { packer } = desks
    const { id, invoice_no } = await desks.invoice([['A-100', 10, '3.50']])
    await desks.checked(id)
    const lineId = await desks.line(id, 'A-100')
    const trays = (...quantities: number[]) => quantities.map((quantity, place) => ({ kind: 'TRAY' as const, code: `T-0${place + 1}`, contents: [{ lineId, quantity }] }))
    await packer.desk.fulfilment.saveContainers({ ...at(id, packer), ...desks.seen(id), containers: trays(6, 3) })
    await expect(packer.desk.fulfilment.sealTrays(at(id, packer))).rejects.toMatchObject({ code: 'pack-mismatch', params: { number: invoice_no, invoiced: 10, packed: 9 } })
    await packer.desk.fulfilment.saveContainers({ ...at(id, packer), ...desks.seen(id), containers: [...trays(6, 4), { kind: 'TRAY', code: 'T-03', contents: [] }] })
    await expect(packer.desk.fulfilment.sealTrays(at(id, packer))).rejects.toMatchObject({ code: 'container-empty', params: { code: 'T-03' } })
    await packer.desk.fulfilment.saveContainers({ ...at(id, packer), ...desks.seen(id), containers: trays(6, 4) })
    expect((await packer.desk.fulfilment.findTray({ code: 't-01' })).number).toBe(invoice_no)
    await expect(packer.desk.fulfilment.packBoxes(at(id, packer))).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ reason: 'fulfilment.issues.has-trays' }] } })
    expect(await packer.desk.fulfilment.sealTrays(at(id, packer))).toMatchObject({ status: 'BOXING' })
    expect((await desks.admin.fulfilment.getInvoice({ id })).containers.every(({ sealedAt, sealedByName }) => sealedAt !== null && sealedByName === packer.session.fullName)).toBe(true)

    const other = await desks.invoice([['A-100', 6, '1']])
    await desks.checked(other.id)
    const otherLine = await desks.line(other.id, 'A-100')
    const taken = { ...at(other.id, packer), ...desks.seen(other.id), containers: [{ kind: 'TRAY' as const, code: 'T-01', contents: [{ lineId: otherLine, quantity: 6 }] }] }
    await expect(packer.desk.fulfilment.saveContainers(taken)).rejects.toMatchObject({ code: 'tray-taken', params: { tray: 'T-01', number: invoice_no } })
    await expect(packer.desk.fulfilment.saveContainers({ ...taken, containers: [{ kind: 'TRAY', code: 'T-02', contents: [{ lineId, quantity: 1 }] }] })).rejects.toMatchObject({ code: 'invalid-input' })
    await packer.desk.fulfilment.completeBoxing({ invoiceIds: [id], badge: packer.badge, labelCount: 2 })
    await packer.desk.fulfilment.saveContainers(taken)
    await packer.desk.fulfilment.sealTrays(at(other.id, packer))
    await packer.desk.fulfilment.completeBoxing({ invoiceIds: [other.id], badge: packer.badge })
  })

  test('IF-8 boxing is completed out of boxing alone, several together as a group, with labels for each box', async () => {
    const { packer, courierId } = desks
    const [first, second, third] = [await desks.invoice(), await desks.invoice(), await desks.invoice()]
    for (const [place, { id }] of [first, second].entries()) {
      await desks.checked(id)
      await packer.desk.fulfilment.saveContainers({ ...at(id, packer), ...desks.seen(id), containers: [{ kind: 'TRAY', code: `T-0${place + 1}`, contents: await allOf(id) }] })
      await packer.desk.fulfilment.sealTrays(at(id, packer))
    }
    const boxed = await packer.desk.fulfilment.completeBoxing({ invoiceIds: [first.id, second.id, third.id], badge: packer.badge, labelCount: 3, courierId })
    expect(boxed.map(({ error }) => error?.code ?? null)).toEqual([null, null, 'wrong-state'])
    const [one, two] = [await desks.admin.fulfilment.getInvoice({ id: first.id }), await desks.admin.fulfilment.getInvoice({ id: second.id })]
    expect([one.status, one.packing[0]!.labelCount, one.packing[0]!.courierName, one.packing[0]!.boxingGroupId]).toEqual(['PACKED', 3, 'J&T Bekasi', two.packing[0]!.boxingGroupId])
    await expect(packer.desk.fulfilment.completeBoxing({ invoiceIds: [first.id], badge: packer.badge, labelCount: 0 })).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await packer.desk.fulfilment.printAddress({ invoiceId: first.id })).name).toBe(`${first.invoice_no}.pdf`)
  })
})

describe('delivery', () => {
  const leave = (invoiceIds: string[], way: Parameters<FulfilmentDesks['admin']['fulfilment']['startDelivery']>[0]['way']) => desks.packer.desk.fulfilment.startDelivery({ invoiceIds, badge: desks.packer.badge, way })

  test('IF-9 (e) of a group of a packed and a picked one the first is delivered and the second refused', async () => {
    const [ready, early] = [await desks.invoice(), await desks.invoice()]
    await desks.packed(ready.id)
    await desks.picked(early.id)
    const results = await leave([ready.id, early.id], { kind: 'COURIER', courierId: desks.courierId, trackingNumber: 'JT-1' })
    expect(results.map(({ number, error }) => [number, error?.code ?? null])).toEqual([[ready.invoice_no, null], [early.invoice_no, 'wrong-state']])
    expect([desks.status(ready.id), desks.status(early.id)]).toEqual(['DELIVERED', 'PICKED'])
    expect((await leave([ready.id], { kind: 'COURIER', courierId: desks.courierId }))[0]!.error?.code).toBe('wrong-state')
  })

  test('IF-9 at the counter somebody is named, of a company the company too; a courier must be in use', async () => {
    const { id } = await desks.invoice()
    await desks.packed(id)
    await expect(leave([id], { kind: 'DIRECT', counterMode: 'PATIENT', pickupName: '', pickupPhone: '0812' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(leave([id], { kind: 'DIRECT', counterMode: 'COMPANY', pickupName: 'Budi', pickupPhone: '0812', pickupCompany: '' })).rejects.toMatchObject({ code: 'invalid-input' })
    const { id: idle, version } = await desks.admin.masters.createCourier({ code: 'LAMA', name: 'Kurir lama', kind: 'EXTERNAL', phone: '1' })
    await desks.admin.masters.setCourierActive({ id: idle, version, isActive: false })
    await expect(leave([id], { kind: 'COURIER', courierId: idle })).rejects.toMatchObject({ code: 'inactive' })
    expect((await leave([id], { kind: 'DIRECT', counterMode: 'PATIENT', pickupName: 'Budi', pickupPhone: '0812' }))[0]!.error).toBeNull()
    expect((await desks.admin.fulfilment.getInvoice({ id })).delivery).toMatchObject([{ kind: 'DIRECT', status: 'DELIVERED', counterMode: 'PATIENT', pickupName: 'Budi' }])
  })

  test('IF-9, IF-10 a driver of our own is chosen by e-mail; they or an Admin complete it, and whoever sent it is kept apart', async () => {
    const { driver, otherDriver, picker, packer, admin } = desks
    const { id } = await desks.invoice()
    await desks.packed(id)
    expect((await leave([id], { kind: 'INTERNAL' }))[0]!.error).toBeNull()
    expect([desks.status(id), (await admin.fulfilment.getInvoice({ id })).deliveryStatus]).toEqual(['PACKED', 'TO_CONSIDER'])
    await expect(packer.desk.fulfilment.assignDelivery({ invoiceIds: [id], email: 'siapa@pabrik.test' })).rejects.toMatchObject({ code: 'driver-unknown' })
    await expect(packer.desk.fulfilment.assignDelivery({ invoiceIds: [id], email: picker.email })).rejects.toMatchObject({ code: 'no-work-menu' })
    expect((await packer.desk.fulfilment.listDrivers({})).map(({ email }) => email).sort()).toEqual([driver.email, otherDriver.email].sort())
    expect((await packer.desk.fulfilment.assignDelivery({ invoiceIds: [id], email: driver.email }))[0]!.error).toBeNull()
    expect(desks.status(id)).toBe('DISPATCHED')
    expect((await driver.desk.fulfilment.getMyWork({})).delivery.map(one => one.id)).toEqual([id])
    await expect(otherDriver.desk.fulfilment.completeDelivery(at(id, otherDriver))).rejects.toMatchObject({ code: 'not-assignee', params: { who: driver.session.fullName } })
    await driver.desk.fulfilment.completeDelivery({ ...at(id, driver), outcome: 'IN_TRANSIT', position: { latitude: -6.2, longitude: 106.8, accuracy: 12 } })
    expect(desks.status(id)).toBe('DISPATCHED')
    await driver.desk.fulfilment.completeDelivery({ ...at(id, driver), position: { latitude: -6.9, longitude: 107.6, address: 'Bandung' }, notes: 'Diterima satpam' })
    const [session] = (await admin.fulfilment.getInvoice({ id })).delivery
    expect(session).toMatchObject({ status: 'DELIVERED', assigneeName: driver.session.fullName, deliveredByName: driver.session.fullName, dispatchedByName: packer.session.fullName, latitude: -6.9, address: 'Bandung', notes: 'Diterima satpam' })
    const second = await desks.invoice()
    await desks.packed(second.id)
    await leave([second.id], { kind: 'INTERNAL', email: driver.email })
    expect(await admin.fulfilment.completeDelivery({ invoiceId: second.id })).toMatchObject({ status: 'DELIVERED' })
  })

  test('IF-11 another courier is kept with who it was before and why; the slip is a paper of this delivery', async () => {
    const { packer, admin, host, courierId } = desks
    const { id } = await desks.invoice()
    await desks.packed(id)
    await leave([id], { kind: 'COURIER', courierId, trackingNumber: 'JT-77' })
    const { id: other } = await admin.masters.createCourier({ code: 'SCP', name: 'SiCepat', kind: 'EXTERNAL', phone: '021' })
    await packer.desk.fulfilment.changeCourier({ invoiceId: id, courierId: other, reason: 'J&T penuh' })
    await packer.desk.fulfilment.saveBoxWeights({ invoiceId: id, weights: ['1.25', '0.8'] })
    const [session] = (await admin.fulfilment.getInvoice({ id })).delivery
    expect([session!.courierName, session!.trackingNumber, session!.boxWeights.map(decimalText)]).toEqual(['SiCepat', '', ['1.25', '0.8']])
    expect((await admin.fulfilment.getInvoice({ id })).courierChanges).toMatchObject([{ fromCourierName: 'J&T Bekasi', toCourierName: 'SiCepat', reason: 'J&T penuh', changedByName: packer.session.fullName }])
    const { ticket } = await host.host.files.receive(packer.session, 'resi.jpg', 'image/jpeg', Readable.from([Buffer.from('resi')]))
    const attachment = await packer.desk.attachments.addAttachment({ entity: 'deliverySession', entityId: session!.id, ticket })
    await expect(packer.desk.fulfilment.setCourierSlip({ invoiceId: (await desks.invoice()).id, attachmentId: attachment.id })).rejects.toMatchObject({ code: 'wrong-state' })
    await packer.desk.fulfilment.setCourierSlip({ invoiceId: id, attachmentId: attachment.id, trackingNumber: 'SC-9' })
    expect((await admin.fulfilment.getInvoice({ id })).delivery).toMatchObject([{ slipAttachmentId: attachment.id, trackingNumber: 'SC-9' }])
  })
})

describe('back again', () => {
  test('IF-12 a cancelled stage leads to the queue before, its session stays in the history, and what is delivered is not cancelled', async () => {
    const { picker, packer, admin } = desks
    const { id } = await desks.invoice()
    const cancel = (stage: 'PICKING' | 'PACKING' | 'DELIVERY', reason = 'Salah ambil') => packer.desk.fulfilment.cancelSession({ ...at(id, packer), stage, reason })
    await expect(cancel('PICKING')).rejects.toMatchObject({ code: 'wrong-state' })
    await picker.desk.fulfilment.startPicking(at(id, picker))
    await expect(cancel('PICKING')).rejects.toMatchObject({ code: 'not-picker', params: { who: picker.session.fullName } })
    expect(await picker.desk.fulfilment.cancelSession({ ...at(id, picker), stage: 'PICKING', reason: 'Salah ambil' })).toMatchObject({ status: 'INVOICED', pickerName: null })
    await desks.checked(id)
    expect(await cancel('PACKING')).toMatchObject({ status: 'PICKED' })
    await packer.desk.fulfilment.startChecking(at(id, packer))
    await packer.desk.fulfilment.finishChecking(at(id, packer))
    await packer.desk.fulfilment.saveContainers({ ...at(id, packer), ...desks.seen(id), containers: [{ kind: 'BOX', code: 'K-1', contents: await allOf(id) }] })
    await packer.desk.fulfilment.packBoxes(at(id, packer))
    await expect(cancel('DELIVERY')).rejects.toMatchObject({ code: 'wrong-state' })
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [id], badge: packer.badge, way: { kind: 'INTERNAL', email: desks.driver.email } })
    expect(await cancel('DELIVERY')).toMatchObject({ status: 'PACKED', deliveryStatus: null, assigneeName: null })
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [id], badge: packer.badge, way: { kind: 'COURIER', courierId: desks.courierId } })
    await expect(cancel('DELIVERY')).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'DELIVERED' } })
    const { picking, packing, delivery } = await admin.fulfilment.getInvoice({ id })
    expect([picking, packing, delivery].map(sessions => sessions.map(({ status, cancelReason }) => `${status} ${cancelReason ?? ''}`.trim()))).toEqual([
      ['VERIFIED', 'CANCELLED Salah ambil'], ['PACKED', 'CANCELLED Salah ambil'], ['DELIVERED', 'CANCELLED Salah ambil'],
    ])
  })

  test('IF-13 a return says from which stage, takes the open sessions along, and is not made twice', async () => {
    const { packer, picker, driver, admin } = desks
    const waiting = await desks.invoice()
    await expect(packer.desk.fulfilment.returnInvoice({ invoiceId: waiting.id, reason: 'x' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'INVOICED' } })
    const { id } = await desks.invoice()
    await desks.checked(id)
    expect(await packer.desk.fulfilment.returnInvoice({ invoiceId: id, reason: 'Batch salah' })).toMatchObject({ status: 'REVIEW', billingStatus: 'REVIEW' })
    expect(await admin.fulfilment.getInvoice({ id })).toMatchObject({ returns: [{ section: 'PACKING', reason: 'Batch salah' }], packing: [{ status: 'REVIEW' }] })
    await expect(packer.desk.fulfilment.returnInvoice({ invoiceId: id, reason: 'lagi' })).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(packer.desk.fulfilment.returnInvoice({ invoiceId: id, reason: '' })).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await admin.fulfilment.listReturns({ filter: { isOpen: true } })).rows.map(row => row.invoiceId)).toContain(id)

    const back = async (invoiceId: string) => {
      expect(await packer.desk.fulfilment.returnInvoice({ invoiceId, reason: 'Salah' })).toMatchObject({ status: 'REVIEW', billingStatus: 'REVIEW', deliveryStatus: null, assigneeName: null })
      const { returns, picking, packing, delivery } = await admin.fulfilment.getInvoice({ id: invoiceId })
      return [returns.map(({ section }) => section), picking.map(({ status }) => status), packing.map(({ status }) => status), delivery.map(({ status, cancelReason }) => [status, cancelReason])]
    }
    const inHand = await desks.invoice()
    await picker.desk.fulfilment.startPicking(at(inHand.id, picker))
    expect(await back(inHand.id)).toEqual([['PICKING'], ['REVIEW'], [], []])
    // Whoever had it in hand is free for another.
    const picked = await desks.invoice()
    await desks.picked(picked.id)
    expect(await back(picked.id)).toEqual([['PICKING'], ['REVIEW'], [], []])
    const ready = await desks.invoice()
    await desks.packed(ready.id)
    expect(await back(ready.id)).toEqual([['DELIVERY'], ['VERIFIED'], ['REVIEW'], []])
    const sent = await desks.invoice()
    await desks.packed(sent.id)
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [sent.id], badge: packer.badge, way: { kind: 'INTERNAL', email: driver.email } })
    expect(desks.status(sent.id)).toBe('DISPATCHED')
    expect(await back(sent.id)).toEqual([['DELIVERY'], ['VERIFIED'], ['REVIEW'], [['CANCELLED', 'Salah']]])
    const gone = await desks.invoice()
    await desks.packed(gone.id)
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [gone.id], badge: packer.badge, way: { kind: 'COURIER', courierId: desks.courierId } })
    await expect(packer.desk.fulfilment.returnInvoice({ invoiceId: gone.id, reason: 'x' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'DELIVERED' } })
  })

  test('IF-14, IF-4 billing corrects by barcode, then by code; unlisted lines go only where that is said; then it is picked again', async () => {
    const { billing, picker, admin } = desks
    const { id } = await desks.invoice([['A-1001', 5, '2'], ['A-1002', 3, '4'], ['A-1003', 1, '9']])
    await expect(billing.fulfilment.updateBill({ id, version: 1, lines: [], notes: 'x' })).rejects.toMatchObject({ code: 'wrong-state' })
    await desks.picked(id)
    const { version } = await picker.desk.fulfilment.returnInvoice({ invoiceId: id, reason: 'Kurang satu' })
    const change = (lines: Parameters<typeof billing.fulfilment.updateBill>[0]['lines'], more = {}) => billing.fulfilment.updateBill({ id, version, lines, notes: 'Diperbaiki', ...more })
    await expect(change([{ itemCode: 'A-1001', quantity: 0 }])).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(change([{ itemCode: 'A-1001', mrp: '0' }])).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['lines', 0, 'mrp'], reason: 'fulfilment.issues.not-priced' }] } })
    await expect(change([{ itemCode: 'BARU-900', quantity: 1 }])).rejects.toMatchObject({ code: 'bill-unknown-item', params: { code: 'BARU-900' } })
    await expect(change([], { replaceItems: true })).rejects.toMatchObject({ code: 'bill-empty' })
    await expect(picker.desk.fulfilment.startPicking(at(id, picker))).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'REVIEW' } })
    const corrected = await change([{ itemCode: 'a-1001', quantity: 4, mrp: '2.50' }, { itemCode: 'A-1002' }, { itemCode: 'BARU-900', name: 'Barang baru', quantity: 2, mrp: '1' }], { replaceItems: true })
    expect(corrected).toMatchObject({ status: 'PICKING', billingStatus: 'RE_INVOICED', lineCount: 3, pieces: 9 })
    const detail = await admin.fulfilment.getInvoice({ id })
    expect(detail.lines.map(({ itemCode, quantity }) => [itemCode, quantity])).toEqual([['A-1001', 4], ['A-1002', 3], ['BARU-900', 2]])
    expect(detail.returns).toMatchObject([{ resolution: 'Diperbaiki' }])
    await expect(desks.billing.fulfilment.updateBill({ id, version, lines: [], notes: 'x' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await picker.desk.fulfilment.startPicking(at(id, picker))).toMatchObject({ status: 'PICKING', billingStatus: 'BILLED' })
    expect((await admin.fulfilment.getInvoice({ id })).picking).toMatchObject([{ status: 'PREPARING' }, { status: 'CANCELLED', cancelReason: 'Diambil ulang', cancelledByName: picker.session.fullName }])
    await picker.desk.fulfilment.completePicking(at(id, picker))
  })

  test('IF-14 what was returned while packed is checked anew, what was ready to leave is so again', async () => {
    const { billing, packer, admin, driver } = desks
    const boxed = await desks.invoice()
    await desks.checked(boxed.id)
    const packing = await packer.desk.fulfilment.returnInvoice({ invoiceId: boxed.id, reason: 'Ganti jumlah' })
    expect(await billing.fulfilment.updateBill({ id: boxed.id, version: packing.version, lines: [{ itemCode: 'A-100', quantity: 4 }], notes: 'Jadi 4' })).toMatchObject({ status: 'PICKED', billingStatus: 'RE_INVOICED' })
    expect(await packer.desk.fulfilment.startChecking(at(boxed.id, packer))).toMatchObject({ status: 'PACKING', billingStatus: 'BILLED' })
    expect((await admin.fulfilment.getInvoice({ id: boxed.id })).packing).toMatchObject([{ status: 'CHECKING' }, { status: 'CANCELLED', cancelReason: 'Jadi 4' }])
    const sent = await desks.invoice()
    await desks.packed(sent.id)
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [sent.id], badge: packer.badge, way: { kind: 'INTERNAL', email: driver.email } })
    const back = await packer.desk.fulfilment.returnInvoice({ invoiceId: sent.id, reason: 'Alamat salah' })
    expect((await admin.fulfilment.getInvoice({ id: sent.id })).delivery).toMatchObject([{ status: 'CANCELLED', cancelReason: 'Alamat salah' }])
    expect(await billing.fulfilment.updateBill({ id: sent.id, version: back.version, lines: [], notes: 'Alamat benar' })).toMatchObject({ status: 'PACKED' })
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [sent.id], badge: packer.badge, way: { kind: 'COURIER', courierId: desks.courierId } })
    expect(desks.status(sent.id)).toBe('DELIVERED')
  })
})
