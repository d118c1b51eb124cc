import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openFulfilment, payload, type FulfilmentDesks, type Hand } from './support/fulfilment-desks.ts'

let desks: FulfilmentDesks
beforeAll(async () => {
  desks = await openFulfilment()
}, 300_000)
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})
const at = (invoiceId: string, { badge }: Hand) => ({ invoiceId, badge })
const detail = (id: string) => desks.admin.fulfilment.getInvoice({ id })
const setFeature = (key: string, value: unknown) => desks.host.system.settings.changeSetting({ key, value, reason: 'uji' })
async function packed(): Promise<string> {
  const { id } = await desks.invoice()
  await desks.packed(id)
  return id
}

describe('whoever’s badge was scanned', () => {
  test('IF-10 sends a delivery, also where somebody else is signed in; who sent it stays when another drives it', async () => {
    const { packer, otherPicker, picker, driver, otherDriver } = desks
    const id = await packed()
    await otherPicker.desk.fulfilment.startDelivery({ invoiceIds: [id], badge: packer.badge, way: { kind: 'INTERNAL', email: driver.email } })
    expect((await detail(id)).delivery).toMatchObject([{ dispatchedByName: packer.session.fullName, assigneeName: driver.session.fullName }])
    await otherPicker.desk.fulfilment.assignDelivery({ invoiceIds: [id], badge: picker.badge, email: otherDriver.email })
    expect((await detail(id)).delivery).toMatchObject([{ dispatchedByName: packer.session.fullName, assigneeName: otherDriver.session.fullName }])
    const waiting = await packed()
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [waiting], badge: packer.badge, way: { kind: 'INTERNAL' } })
    await otherPicker.desk.fulfilment.assignDelivery({ invoiceIds: [waiting], badge: picker.badge, email: driver.email })
    expect((await detail(waiting)).delivery).toMatchObject([{ dispatchedByName: picker.session.fullName }])
  }, 300_000)

  test('IF-10 an Admin’s desk lends nobody an Admin’s right: it is theirs whose badge is scanned', async () => {
    const { admin, packer, driver } = desks
    const id = await packed()
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [id], badge: packer.badge, way: { kind: 'INTERNAL', email: driver.email } })
    await expect(admin.fulfilment.completeDelivery(at(id, packer))).rejects.toMatchObject({ code: 'not-assignee', params: { who: driver.session.fullName } })
    expect(await admin.fulfilment.completeDelivery({ invoiceId: id })).toMatchObject({ status: 'DELIVERED' })
  })

  test('IF-12 cancels, returns, releases, changes the courier and fills in its papers, and is kept with it; what somebody picks only they or whoever is in charge cancel', async () => {
    const { admin, picker, otherPicker, packer, courierId, host } = desks
    const { id } = await desks.invoice()
    await picker.desk.fulfilment.startPicking(at(id, picker))
    const cancel = (hand: Hand) => picker.desk.fulfilment.cancelSession({ ...at(id, hand), stage: 'PICKING', reason: 'Salah' })
    await expect(cancel(otherPicker)).rejects.toMatchObject({ code: 'not-picker', params: { who: picker.session.fullName } })
    await setFeature('features.manualPicking', false)
    await expect(picker.desk.fulfilment.cancelSession({ invoiceId: id, stage: 'PICKING', reason: 'Salah' })).rejects.toMatchObject({ code: 'proof-needed' })
    await expect(picker.desk.fulfilment.returnInvoice({ invoiceId: id, reason: 'Salah' })).rejects.toMatchObject({ code: 'proof-needed' })
    expect(await admin.fulfilment.cancelSession({ invoiceId: id, stage: 'PICKING', reason: 'Pulang' })).toMatchObject({ status: 'INVOICED' })
    expect((await detail(id)).picking).toMatchObject([{ status: 'CANCELLED', cancelReason: 'Pulang' }])
    await desks.picked(id)
    await otherPicker.desk.fulfilment.returnInvoice({ ...at(id, packer), reason: 'Kurang' })
    expect((await detail(id)).returns).toMatchObject([{ returnedByName: packer.session.fullName }])

    const sent = await packed()
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [sent], badge: packer.badge, way: { kind: 'COURIER', courierId } })
    const { id: other } = await admin.masters.createCourier({ code: 'ANT', name: 'Anteraja', kind: 'EXTERNAL', phone: '021' })
    await expect(packer.desk.fulfilment.saveBoxWeights({ invoiceId: sent, weights: ['1'] })).rejects.toMatchObject({ code: 'proof-needed' })
    await expect(packer.desk.fulfilment.assignDelivery({ invoiceIds: [sent], email: desks.driver.email })).rejects.toMatchObject({ code: 'proof-needed' })
    await packer.desk.fulfilment.changeCourier({ ...at(sent, picker), courierId: other, reason: 'Penuh' })
    expect((await detail(sent)).courierChanges).toMatchObject([{ changedByName: picker.session.fullName }])
    await setFeature('features.manualPicking', true)
    await packer.desk.fulfilment.saveBoxWeights({ ...at(sent, picker), weights: ['1'] })
    expect(host.database.prepare('select papersBy from deliverySession where invoiceId = ?').pluck().get(sent)).toBe(picker.session.userId)
  })
})

describe('without manual picking', () => {
  test('IF-5 what was not scanned is neither picked nor checked: the lines that lack their scans are named, whatever is short need not be scanned, and charges are not', async () => {
    const { picker, packer } = desks
    const lines = [['S-1001', 2, '1', 'R-1'], ['S-1002', 3, '1', 'R-2'], ['POST', 1, '9']] as const
    const { id, invoice_no } = await desks.invoice(lines)
    const [first, second] = [await desks.line(id, 'S-1001'), await desks.line(id, 'S-1002')]
    await setFeature('features.manualPicking', false)
    await picker.desk.fulfilment.startPicking(at(id, picker))
    const complete = (more: object) => picker.desk.fulfilment.completePicking({ ...at(id, picker), ...more })
    await picker.desk.fulfilment.savePicked({ ...at(id, picker), lineIds: [first] })
    await expect(complete({})).rejects.toMatchObject({ code: 'lines-not-scanned', params: { number: invoice_no, items: 'Barang S-1002', lines: [second] } })
    await expect(complete({ short: [{ lineId: second, quantity: 0 }] })).rejects.toMatchObject({ code: 'lines-not-scanned' })
    await expect(complete({ lineIds: ['00000000-0000-7000-8000-000000000001'] })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await complete({ lineIds: [second] })).toMatchObject({ status: 'PICKED' })
    await packer.desk.fulfilment.startChecking(at(id, packer))
    await expect(packer.desk.fulfilment.finishChecking({ ...at(id, packer), lineIds: [second] })).rejects.toMatchObject({ code: 'lines-not-scanned', params: { items: 'Barang S-1001' } })
    await packer.desk.fulfilment.saveChecked({ ...at(id, packer), lineIds: [first] })
    await packer.desk.fulfilment.finishChecking({ ...at(id, packer), lineIds: [second] })
    expect((await detail(id)).packing).toMatchObject([{ status: 'CHECKING_DONE', selectedLines: [first, second] }])

    const lacking = await desks.invoice(lines)
    await picker.desk.fulfilment.startPicking(at(lacking.id, picker))
    expect(await picker.desk.fulfilment.completePicking({ ...at(lacking.id, picker), lineIds: [await desks.line(lacking.id, 'S-1001')], short: [{ lineId: await desks.line(lacking.id, 'S-1002'), quantity: 1 }] })).toMatchObject({ status: 'REVIEW' })
    await setFeature('features.bulkPicking', true)
    const [whole, left] = [await desks.invoice(lines), await desks.invoice(lines)]
    const round = { invoiceIds: [whole.id, left.id], badge: picker.badge }
    await picker.desk.fulfilment.startRound(round)
    await picker.desk.fulfilment.savePicked({ ...at(whole.id, picker), lineIds: [await desks.line(whole.id, 'S-1001'), await desks.line(whole.id, 'S-1002')] })
    expect((await picker.desk.fulfilment.completeRound(round)).map(({ number, error }) => [number, error?.code ?? null])).toEqual([[whole.invoice_no, null], [left.invoice_no, 'lines-not-scanned']])
    await picker.desk.fulfilment.cancelSession({ ...at(left.id, picker), stage: 'PICKING', reason: 'uji' })
    await setFeature('features.bulkPicking', false)
    await setFeature('features.manualPicking', true)
  })
})

describe('two desks at one packing', () => {
  test('IF-7 the later one is told, and neither packs more than is invoiced', async () => {
    const { packer, picker } = desks
    const { id, invoice_no } = await desks.invoice([['A-100', 10, '1']])
    await desks.checked(id)
    const lineId = await desks.line(id, 'A-100')
    const seen = desks.seen(id)
    const put = (hand: Hand, quantity: number, on: { readonly sessionVersion: number }) => hand.desk.fulfilment.saveContainers({ ...at(id, hand), ...on, containers: [{ kind: 'BOX', code: 'K-1', contents: [{ lineId, quantity }] }] })
    const { sessionVersion } = await put(packer, 6, seen)
    await expect(put(picker, 2, seen)).rejects.toMatchObject({ code: 'conflict' })
    expect((await detail(id)).containers).toMatchObject([{ contents: [{ lineId, quantity: 6 }] }])
    await expect(put(packer, 11, { sessionVersion })).rejects.toMatchObject({ code: 'pack-mismatch', params: { number: invoice_no, invoiced: 10, packed: 11 } })
    const box = (code: string) => ({ kind: 'BOX' as const, code, contents: [{ lineId, quantity: 1 }] })
    await expect(packer.desk.fulfilment.saveContainers({ ...at(id, packer), sessionVersion, containers: [box('K-1'), box('k-1')] })).rejects.toMatchObject({ code: 'duplicate', params: { field: 'code', code: 'k-1' } })
    await put(packer, 10, { sessionVersion })
    expect(await packer.desk.fulfilment.packBoxes(at(id, packer))).toMatchObject({ status: 'PACKED' })
  })
})

describe('refusals name what is wrong', () => {
  let id: string
  beforeEach(async () => {
    id = (await desks.invoice([['A-100', 10, '1'], ['A-200', 2, '1']])).id
  })

  test('IF-3 the line that is said to lack too much, or twice, or is another invoice’s', async () => {
    const { picker } = desks
    await picker.desk.fulfilment.startPicking(at(id, picker))
    const [first, second, foreign] = [await desks.line(id, 'A-100'), await desks.line(id, 'A-200'), await desks.line((await desks.invoice()).id, 'A-100')]
    const complete = (short: { lineId: string; quantity: number }[]) => picker.desk.fulfilment.completePicking({ ...at(id, picker), short })
    const issue = (path: unknown[], reason: string, params = {}) => ({ code: 'invalid-input', params: { issues: [{ path, reason: `fulfilment.issues.${reason}`, params }] } })
    await expect(complete([{ lineId: first, quantity: 1 }, { lineId: second, quantity: 3 }])).rejects.toMatchObject(issue(['short', 1, 'quantity'], 'short-more', { item: 'Barang A-200', invoiced: 2 }))
    await expect(complete([{ lineId: first, quantity: 1 }, { lineId: first, quantity: 1 }])).rejects.toMatchObject(issue(['short', 1, 'quantity'], 'line-twice', { item: 'Barang A-100' }))
    await expect(complete([{ lineId: foreign, quantity: 1 }])).rejects.toMatchObject(issue(['short', 0, 'lineId'], 'other-line'))
    await picker.desk.fulfilment.completePicking(at(id, picker))
  })

  test('IF-5 an invoice that is not there is refused alone', async () => {
    const unknown = '01a00000-0000-7000-8000-000000000000'
    const results = await desks.billing.fulfilment.expressBill({ invoiceIds: [unknown, id] })
    expect(results.map(({ invoiceId, error }) => [invoiceId, error?.code ?? null])).toEqual([[unknown, 'not-found'], [id, null]])
  })

  test('IF-11 another courier is another one, and the slip was the first one’s; what no courier takes has no slip', async () => {
    const { packer, admin, courierId, host } = desks
    const sent = await packed()
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [sent], badge: packer.badge, way: { kind: 'COURIER', courierId } })
    const deliveryId = (await detail(sent)).delivery[0]!.id
    const { ticket } = await host.host.files.receive(packer.session, 'resi.jpg', 'image/jpeg', Readable.from([Buffer.from('resi')]))
    const { id: attachmentId } = await packer.desk.attachments.addAttachment({ entity: 'deliverySession', entityId: deliveryId, ticket })
    await packer.desk.fulfilment.setCourierSlip({ ...at(sent, packer), attachmentId })
    const change = (to: string) => packer.desk.fulfilment.changeCourier({ ...at(sent, packer), courierId: to, reason: 'Penuh' })
    await expect(change(courierId)).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['courierId'], reason: 'fulfilment.issues.same-courier' }] } })
    await change((await admin.masters.createCourier({ code: 'POSAJA', name: 'Pos Aja', kind: 'EXTERNAL', phone: '1' })).id)
    expect((await detail(sent)).delivery).toMatchObject([{ courierName: 'Pos Aja', slipAttachmentId: null }])
    const counter = await packed()
    await packer.desk.fulfilment.startDelivery({ invoiceIds: [counter], badge: packer.badge, way: { kind: 'DIRECT', counterMode: 'PATIENT', pickupName: 'Budi', pickupPhone: '08' } })
    await expect(packer.desk.fulfilment.setCourierSlip({ ...at(counter, packer), attachmentId })).rejects.toMatchObject({ code: 'wrong-state' })
  })
})

describe('what billing programs send', () => {
  test('IF-1 an empty text takes nothing away from what is known of a customer', async () => {
    const { billing, admin } = desks
    const send = (number: string, customer: Record<string, string>) => billing.fulfilment.importInvoice({ ...payload(number, [['A-100', 1, '1']]), customer: { code: 'C-77', name: 'Toko Kenanga', ...customer } })
    await send('E-1', { area: 'Depok', address1: 'Jl. Mawar 1', phone1: '0813' })
    await send('E-2', { area: '', address: '', address1: '', phone1: '', email: '' })
    expect((await admin.masters.listCustomers({ search: 'Kenanga' })).rows).toMatchObject([{ area: 'Depok', address: 'Jl. Mawar 1', phone: '0813' }])
    await send('E-3', { address: '', address1: 'Jl. Melati 2' })
    expect((await admin.masters.listCustomers({ search: 'Kenanga' })).rows).toMatchObject([{ address: 'Jl. Melati 2' }])
  })

  test('IF-1 postage and the like are charges, and told back; what has a shelf is goods whatever its code', async () => {
    const { billing, packer } = desks
    const made = await billing.fulfilment.importInvoice(payload('E-10', [['POST', 1, '9'], ['BANK CHARGES', 1, '2'], ['AB', 3, '2', 'R-1'], ['A-100', 2, '1']]))
    expect(made).toMatchObject({ charges: ['POST', 'BANK CHARGES'] })
    expect((await detail(made.id)).lines.map(({ isCharge }) => isCharge)).toEqual([true, true, false, false])
    await desks.checked(made.id)
    const contents = [{ lineId: await desks.line(made.id, 'AB'), quantity: 3 }, { lineId: await desks.line(made.id, 'A-100'), quantity: 2 }]
    await packer.desk.fulfilment.saveContainers({ ...at(made.id, packer), ...desks.seen(made.id), containers: [{ kind: 'BOX', code: 'K-1', contents }] })
    expect(await packer.desk.fulfilment.packBoxes(at(made.id, packer))).toMatchObject({ status: 'PACKED' })
  })
})

describe('badges that nobody has', () => {
  test('lock the desk that tries them, in steps and in asking for somebody’s work, and a known one forgets what came before', async () => {
    const { host, picker, otherPicker } = desks
    const { id } = await desks.invoice()
    const attempts = host.database.prepare("select count(*) from loginFailure where account = ?").pluck()
    const account = `badge ${picker.session.deskId}`
    const guess = (number: number) => picker.desk.fulfilment.getMyWork({ badge: `LTB-9900000${number}` })
    await expect(guess(1)).rejects.toMatchObject({ code: 'badge-unknown' })
    await expect(picker.desk.fulfilment.startPicking({ invoiceId: id, badge: 'LTB-99000009' })).rejects.toMatchObject({ code: 'badge-unknown' })
    expect(attempts.get(account)).toBe(2)
    await picker.desk.fulfilment.startPicking(at(id, picker))
    expect(attempts.get(account)).toBe(0)
    let refused = ''
    for (let number = 0; number < 30 && refused !== 'account-locked'; number += 1) refused = await guess(number % 10).then(() => '', (error: { code: string }) => error.code)
    expect(refused).toBe('account-locked')
    await expect(picker.desk.fulfilment.completePicking(at(id, picker))).rejects.toMatchObject({ code: 'account-locked' })
    host.clock.advance(24 * 60 * 60_000)
    await picker.desk.fulfilment.completePicking(at(id, picker))
    const viewer = await host.as('Viewer')
    await expect(viewer.fulfilment.getMyWork({ badge: otherPicker.badge })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'fulfilment.execute' } })
  })
})

describe('what stands still', () => {
  test('a hold binds at every stage: nothing goes on, but back, to billing, or past everything by an Admin', async () => {
    const { billing, packer, courierId, admin } = desks
    const hold = async (id: string) => billing.fulfilment.changeInvoice({ id, version: (await detail(id)).version, isOnHold: true, reason: 'Belum lunas' })
    const held = { code: 'invoice-held', params: { why: 'Belum lunas' } }
    const { id } = await desks.invoice()
    await hold(id)
    expect((await billing.fulfilment.expressBill({ invoiceIds: [id] }))[0]!.error).toMatchObject({ code: 'invoice-held' })
    await billing.fulfilment.changeInvoice({ id, version: (await detail(id)).version, isOnHold: false })
    await desks.picked(id)
    await hold(id)
    await expect(packer.desk.fulfilment.startChecking(at(id, packer))).rejects.toMatchObject(held)
    await packer.desk.fulfilment.returnInvoice({ ...at(id, packer), reason: 'Tahan' })
    await billing.fulfilment.updateBill({ id, version: (await detail(id)).version, lines: [], notes: 'Tetap' })
    const { id: checked } = await desks.invoice()
    await desks.picked(checked)
    await packer.desk.fulfilment.startChecking(at(checked, packer))
    await hold(checked)
    await expect(packer.desk.fulfilment.finishChecking({ ...at(checked, packer), lineIds: (await detail(checked)).lines.map(line => line.id) })).rejects.toMatchObject(held)
    const sent = await packed()
    await hold(sent)
    expect((await packer.desk.fulfilment.startDelivery({ invoiceIds: [sent], badge: packer.badge, way: { kind: 'COURIER', courierId } }))[0]!.error).toMatchObject({ code: 'invoice-held' })
    expect(await admin.fulfilment.forceComplete({ invoiceId: sent, reason: 'Diambil pembeli' })).toMatchObject({ status: 'DELIVERED' })
  })

  test('IF-4 what is picked again leaves the first picking on record, with its notes and in the figures of its day', async () => {
    const { host, admin, picker, otherPicker, billing, packer } = desks
    const { id } = await desks.invoice()
    await picker.desk.fulfilment.startPicking(at(id, picker))
    host.clock.advance(60_000)
    await picker.desk.fulfilment.completePicking({ ...at(id, picker), notes: 'Rak atas' })
    const day = (await admin.fulfilment.getBoard({})).today.day
    const figures = async () => (await admin.fulfilment.getDayFigures({ fromDay: day, toDay: day }))[0]!
    const before = (await figures()).completedPicking
    host.clock.advance(24 * 60 * 60_000)
    const { version } = await packer.desk.fulfilment.returnInvoice({ ...at(id, packer), reason: 'Salah' })
    await billing.fulfilment.updateBill({ id, version, lines: [{ itemCode: 'A-100', quantity: 3 }], notes: 'Jadi 3' })
    await otherPicker.desk.fulfilment.startPicking(at(id, otherPicker))
    await otherPicker.desk.fulfilment.completePicking(at(id, otherPicker))
    expect((await detail(id)).picking).toMatchObject([{ status: 'PICKED', pickerName: otherPicker.session.fullName }, { status: 'CANCELLED', pickerName: picker.session.fullName, notes: 'Rak atas', cancelReason: 'Diambil ulang' }])
    expect((await figures()).completedPicking).toBe(before)
    await packer.desk.fulfilment.startChecking(at(id, packer))
    await packer.desk.fulfilment.finishChecking({ ...at(id, packer), notes: 'Kotak penyok' })
    await admin.fulfilment.forceComplete({ invoiceId: id, reason: 'Buru-buru' })
    expect((await detail(id)).packing[0]!.notes).toBe('Kotak penyok\n[ADMIN OVERRIDE] Buru-buru')
  })

  test('IF-16 what is forced is no longer told as a corrected bill', async () => {
    const { admin, billing, packer } = desks
    const id = await packed()
    const { version } = await packer.desk.fulfilment.returnInvoice({ ...at(id, packer), reason: 'Alamat' })
    await billing.fulfilment.updateBill({ id, version, lines: [], notes: 'Benar' })
    expect(await admin.fulfilment.forceComplete({ invoiceId: id, reason: 'Diambil' })).toMatchObject({ status: 'DELIVERED', billingStatus: 'BILLED' })
  })
})
