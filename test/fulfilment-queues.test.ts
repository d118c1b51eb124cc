import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FloorQueue } from '../shared/fulfilment/queues.ts'
import { openFulfilment, type FulfilmentDesks } from './support/fulfilment-desks.ts'

let desks: FulfilmentDesks
beforeAll(async () => {
  desks = await openFulfilment()
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

const read = (queue: FloorQueue, length = 50) => desks.admin.fulfilment.listQueue({ queue, length })
const numbersIn = async (queue: FloorQueue) => (await read(queue)).invoices.map(({ number }) => number)

test('IF-2 what is to be picked stands in turn: express and urgent first, then the oldest, held last; those further down are counted', async () => {
  const plain = [await desks.invoice(), await desks.invoice(), await desks.invoice()]
  const [urgent, held] = [await desks.invoice(undefined, { priority: 'HIGH' }), await desks.invoice()]
  await desks.billing.fulfilment.changeInvoice({ id: held.id, version: 1, isOnHold: true, reason: 'menunggu' })
  const inTurn = [urgent, ...plain, held].map(({ invoice_no }) => invoice_no)
  expect(await numbersIn('pick')).toEqual(inTurn)
  const { count, invoices } = await read('pick', 2)
  expect([count, invoices.map(({ number }) => number)]).toEqual([5, inTurn.slice(0, 2)])
})

test('IF-4 what billing corrected is to be picked again, whoever picked it before', async () => {
  const { picker, billing } = desks
  const { id, invoice_no: number } = await desks.invoice()
  await picker.desk.fulfilment.startPicking({ invoiceId: id, badge: picker.badge })
  expect(await numbersIn('again')).toEqual([])
  const { version } = await picker.desk.fulfilment.returnInvoice({ invoiceId: id, badge: picker.badge, reason: 'salah' })
  await billing.fulfilment.updateBill({ id, version, lines: [{ itemCode: 'A-100', quantity: 4 }], notes: 'diperbaiki' })
  expect(await numbersIn('again')).toEqual([number])
  await picker.desk.fulfilment.startPicking({ invoiceId: id, badge: picker.badge })
  expect(await read('again')).toEqual({ count: 0, invoices: [] })
  await picker.desk.fulfilment.cancelSession({ invoiceId: id, badge: picker.badge, stage: 'PICKING', reason: 'uji' })
})

test('IF-6, IF-7, IF-8 what is kept to be packed together waits beside the queue, and what its packer boxes alone is in none', async () => {
  const { packer } = desks
  const step = (invoiceId: string) => ({ invoiceId, badge: packer.badge })
  const [first, second, own, shared] = [await desks.invoice(), await desks.invoice(), await desks.invoice(), await desks.invoice()]
  for (const { id } of [first, second]) await desks.picked(id)
  expect(await numbersIn('check')).toEqual([first.invoice_no, second.invoice_no])
  await packer.desk.fulfilment.holdForConsolidation(step(first.id))
  expect(await read('check')).toMatchObject({ count: 1, invoices: [{ number: second.invoice_no }] })
  for (const [at, { id }] of [own, shared].entries()) {
    await desks.checked(id)
    const contents = [{ lineId: await desks.line(id, 'A-100'), quantity: 10 }]
    await packer.desk.fulfilment.saveContainers({ ...step(id), ...desks.seen(id), containers: [{ kind: 'TRAY', code: `T-0${at + 1}`, contents }] })
    await packer.desk.fulfilment.sealTrays(step(id))
  }
  const { version } = await desks.admin.fulfilment.getInvoice({ id: own.id })
  await desks.billing.fulfilment.changeInvoice({ id: own.id, version, isSelfBoxing: true })
  expect(await read('box')).toMatchObject({ count: 1, invoices: [{ number: shared.invoice_no }] })
})

test('IF-9 what is ready to leave, what needs a driver and what is on its way are told apart', async () => {
  const { packer, driver } = desks
  const [ready, waiting, leaving] = [await desks.invoice(), await desks.invoice(), await desks.invoice()]
  for (const { id } of [ready, waiting, leaving]) await desks.packed(id)
  const send = (invoiceId: string, email?: string) =>
    packer.desk.fulfilment.startDelivery({
      invoiceIds: [invoiceId],
      badge: packer.badge,
      way: { kind: 'INTERNAL', ...(email !== undefined && { email }) },
    })
  await send(waiting.id)
  await send(leaving.id, driver.email)
  for (const [queue, { invoice_no: number }] of [
    ['ready', ready],
    ['driver', waiting],
    ['road', leaving],
  ] as const) {
    expect(await read(queue), queue).toMatchObject({ count: 1, invoices: [{ number }] })
  }
})
