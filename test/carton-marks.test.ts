import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimalText, sumDecimals } from '../shared/core/decimal.ts'
import { cartonsOf } from '../shared/finished-goods/rules.ts'
import { pdfText } from './support/pdf-text.ts'
import { openToyFactory, type ToyDesks } from './support/toy-desks.ts'

let factory: ToyDesks

beforeAll(async () => {
  factory = await openToyFactory()
})
afterAll(async () => {
  expect(factory.host.faults).toEqual([])
  await factory.host.stop()
})

/** As often as they stand in the text, in order: one label a page. */
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([match]) => match)

test('PX-14 a carton holds one article, one week, one destination: 310 to Europe are six cartons and 155 to America three, each printed with its own mark and its delivery alone', async () => {
  const { host, admin, planner } = factory
  const packer = await host.as('Admin Packing', 'PCK')
  const order = await factory.inTwoDeliveries(['W05-2026', 'W06-2026'])
  const workOrders = (await factory.workOrdersOf(order)).toSorted((a, b) => a.position - b.position || (a.number < b.number ? -1 : 1))
  for (const workOrder of workOrders.filter(({ stageCode }) => stageCode !== 'PCK')) await factory.enter(workOrder, decimalText(workOrder.targetQuantity), {}, admin)
  const [europe, america] = workOrders.filter(({ stageCode }) => stageCode === 'PCK')
  await factory.enter(europe!, '310', {}, admin)
  await factory.enter(america!, '155', {}, admin)
  const { cartons: toEurope } = await packer.finishedGoods.packCartons({ workOrderId: europe!.id, contents: cartonsOf(310, 60) })
  const { cartons: toAmerica } = await packer.finishedGoods.packCartons({ workOrderId: america!.id, contents: cartonsOf(155, 60) })
  // At least as many as full ones would be.
  expect([toEurope.length, toAmerica.length]).toEqual([Math.ceil(310 / 60), Math.ceil(155 / 60)])
  expect([toEurope, toAmerica].map(cartons => decimalText(sumDecimals(cartons.map(({ quantity }) => quantity))))).toEqual(['310', '155'])
  const heldBy = (cartons: typeof toEurope) => [...new Set(cartons.map(({ articleCode, week, destination }) => `${articleCode} ${week} ${destination}`))]
  expect([heldBy(toEurope), heldBy(toAmerica)]).toEqual([['BONEKA W05-2026 EU'], ['BONEKA W06-2026 NA']])
  const { number } = (await planner.planning.getManufacturingOrder({ id: order.id })).order
  const marks = (first: number, count: number) => Array.from({ length: count }, (_, at) => `MARK-${number}-${String(first + at).padStart(4, '0')}`)
  expect([...toEurope, ...toAmerica].map(({ shippingMark }) => shippingMark)).toEqual(marks(1, 9))
  for (const [cartons, week, other, first] of [[toEurope, 'W05-2026', 'W06-2026', 1], [toAmerica, 'W06-2026', 'W05-2026', 7]] as const) {
    const { ticket } = await packer.labels.makeLabelSheet({ labels: cartons.map(({ id }) => ({ kind: 'packedCarton', id })) })
    const text = pdfText(host.host.files.redeem(ticket).path)
    if (text === undefined) continue
    expect(found(text, /MARK-\S+-\d{4}/g)).toEqual(marks(first, cartons.length))
    expect(found(text, /W\d\d-2026 · /g)).toEqual(cartons.map(() => `${week} · `))
    expect(text).not.toContain(other)
    expect(found(text, /Buatan BONEKA \(BONEKA\)/g)).toHaveLength(cartons.length)
  }
})
