import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { minutesTaken } from '../shared/fulfilment/rules.ts'
import { openFulfilment, type FulfilmentDesks, type Hand } from './support/fulfilment-desks.ts'

let desks: FulfilmentDesks
beforeAll(async () => {
  desks = await openFulfilment()
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})
const at = (invoiceId: string, { badge }: Pick<Hand, 'badge'>) => ({ invoiceId, badge })
const pass = (minutes: number) => desks.host.clock.advance(minutes * 60_000)
const detail = (id: string) => desks.admin.fulfilment.getInvoice({ id })
const hold = async (id: string, isOnHold: boolean) => desks.billing.fulfilment.changeInvoice({ id, version: (await detail(id)).version, isOnHold, reason: isOnHold ? 'Belum lunas' : '' })
const minutes = (value: Parameters<typeof decimalText>[0] | null | undefined) => (value === null || value === undefined ? null : decimalText(value))
const pack = async (id: string, kind: 'TRAY' | 'BOX', code: string) => {
  const { lines } = await detail(id)
  await desks.packer.desk.fulfilment.saveContainers({ ...at(id, desks.packer), ...desks.seen(id), containers: [{ kind, code, contents: lines.map(({ id: lineId, quantity }) => ({ lineId, quantity })) }] })
}

test('IF-19 what was waited is nobody’s time: ten minutes of which four were waited are six', () => {
  expect(decimalText(minutesTaken('2026-11-20T10:00:00.000Z', '2026-11-20T10:10:00.000Z', 240))).toBe('6')
})

test('IF-19 while an invoice is on hold, or held for the customer’s others, neither picking nor packing goes on; both at once count once', async () => {
  const { picker, packer } = desks
  const { id } = await desks.invoice()
  await picker.desk.fulfilment.startPicking(at(id, picker))
  pass(2)
  await hold(id, true)
  pass(30)
  await hold(id, false)
  pass(1)
  await picker.desk.fulfilment.completePicking(at(id, picker))
  expect(minutes((await detail(id)).picking[0]!.minutes)).toBe('3')

  await packer.desk.fulfilment.startChecking(at(id, packer))
  pass(2)
  await packer.desk.fulfilment.holdForConsolidation(at(id, packer))
  pass(10)
  await hold(id, true)
  pass(5)
  await packer.desk.fulfilment.releaseConsolidation({ badge: packer.badge, customerId: (await detail(id)).customerId })
  pass(20)
  await hold(id, false)
  pass(3)
  await packer.desk.fulfilment.finishChecking(at(id, packer))
  await pack(id, 'BOX', 'K-1')
  await packer.desk.fulfilment.packBoxes(at(id, packer))
  const [session] = (await detail(id)).packing
  expect([minutes(session!.minutes), session!.boxerName, session!.boxingMinutes]).toEqual(['5', null, null])
})

test('IF-19 what waits before it is checked is no packing yet; what is forced while on hold ends the wait', async () => {
  const { packer, admin, host } = desks
  const { id } = await desks.invoice()
  await desks.picked(id)
  await packer.desk.fulfilment.holdForConsolidation(at(id, packer))
  pass(45)
  await packer.desk.fulfilment.releaseConsolidation({ badge: packer.badge, customerId: (await detail(id)).customerId })
  await packer.desk.fulfilment.startChecking(at(id, packer))
  pass(4)
  await hold(id, true)
  pass(6)
  await admin.fulfilment.forceComplete({ invoiceId: id, reason: 'Dijemput' })
  expect(host.database.prepare('select waitingSince, waitedSeconds from packingSession where invoiceId = ?').get(id)).toEqual({ waitingSince: null, waitedSeconds: 360 })
})

test('IF-8, IF-19 whoever boxes what others packed is kept apart with their badge, and the queue before it is no time of packing', async () => {
  const { packer, otherDriver, host } = desks
  const { id } = await desks.invoice()
  await desks.checked(id)
  pass(6)
  await pack(id, 'TRAY', 'T-01')
  await packer.desk.fulfilment.sealTrays(at(id, packer))
  pass(90)
  await otherDriver.desk.fulfilment.completeBoxing({ invoiceIds: [id], badge: otherDriver.badge })
  const [session] = (await detail(id)).packing
  expect([minutes(session!.minutes), session!.packerName, session!.boxerName, session!.boxingProof, minutes(session!.boxingMinutes)])
    .toEqual(['6', packer.session.fullName, otherDriver.session.fullName, 'SCAN', '90'])
  expect((await otherDriver.desk.fulfilment.listPackingHistory({})).rows.map(row => row.invoiceId)).toEqual([id])
  const manager = host.desk(await host.sessionFor('Superadmin'))
  const rows = async (stage: string) => (await manager.reports.previewReport({ report: 'fulfilmentProductivity', filters: { period: { from: '2026-11-20', to: '2026-11-20' }, stage } })).rows.map(({ cells }) => cells)
  expect(await rows('BOXING')).toMatchObject([{ worker: otherDriver.session.fullName, stage: 'BOXING', finished: 1, pieces: 10, minutes: null, perHour: null }])
})

test('IF-19 how fast goods go by road is counted from when they were sent, and apart from what is handed over at the counter or to a courier', async () => {
  const { packer, driver, courierId, admin, host } = desks
  const invoices = [await desks.invoice(), await desks.invoice(), await desks.invoice()]
  for (const { id } of invoices) await desks.packed(id)
  const [counter, courier, road] = invoices.map(({ id }) => id) as [string, string, string]
  const before = (await admin.fulfilment.getBoard({ queueLength: 0 })).today
  const leave = (invoiceId: string, way: Parameters<typeof packer.desk.fulfilment.startDelivery>[0]['way']) => packer.desk.fulfilment.startDelivery({ invoiceIds: [invoiceId], badge: packer.badge, way })
  await leave(counter, { kind: 'DIRECT', counterMode: 'PATIENT', pickupName: 'Budi', pickupPhone: '0812' })
  await leave(courier, { kind: 'COURIER', courierId })
  await leave(road, { kind: 'INTERNAL' })
  pass(60)
  await packer.desk.fulfilment.assignDelivery({ invoiceIds: [road], badge: packer.badge, email: driver.email })
  pass(25)
  await driver.desk.fulfilment.completeDelivery(at(road, driver))
  const told = async (id: string) => minutes((await detail(id)).delivery[0]!.minutes)
  expect([await told(counter), await told(courier), await told(road)]).toEqual([null, null, '25'])
  const { today } = await admin.fulfilment.getBoard({ queueLength: 0 })
  const grown = (of: 'completedDelivery' | 'completedCounter' | 'completedCourier' | 'completedRoad') => today[of] - before[of]
  expect([grown('completedDelivery'), grown('completedCounter'), grown('completedCourier'), grown('completedRoad'), minutes(today.deliveryMinutes)]).toEqual([3, 1, 1, 1, '25'])
  const manager = host.desk(await host.sessionFor('Superadmin'))
  const rows = async (stage: string) => (await manager.reports.previewReport({ report: 'fulfilmentProductivity', filters: { period: { from: '2026-11-20', to: '2026-11-20' }, stage } })).rows.map(({ cells }) => [cells.worker, cells.finished, cells.minutes])
  expect([await rows('COUNTER'), await rows('COURIER'), await rows('ROAD')]).toEqual([[[packer.session.fullName, 1, null]], [[packer.session.fullName, 1, null]], [[driver.session.fullName, 1, '25.00']]])
})
