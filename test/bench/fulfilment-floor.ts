import { countScan, inShelfOrder, isFull, type Counts } from '../../shared/fulfilment/counting.ts'
import { nextBoxCode, packScan, type Draft } from '../../shared/fulfilment/drafts.ts'
import type { DeliveryWay } from '../../shared/fulfilment/delivery.ts'
import type { InvoiceDetail, InvoiceLine } from '../../shared/fulfilment/invoices.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { ownCode } from '../../shared/scan/own-code.ts'
import { decimal } from '../../shared/core/decimal.ts'
import { chance, type Chance } from '../chaos/scale.ts'
import { sendFile } from './browser.ts'
import type { FloorDesk } from './fulfilment-desk.ts'
import { createPile, type Pile } from './pile.ts'

/** How long it took until each was acknowledged, in milliseconds: saves that single scans call for, and the steps between. */
export interface Spent { readonly scans: number[]; readonly steps: number[] }
export interface Mishaps { short: number; cancelled: number; returned: number }
/** `stopped`: those of the numbers that a credit note of the same file stopped: billing looks at them first. */
export interface DayOfWork { readonly url: string; readonly numbers: readonly string[]; readonly stopped: readonly string[]; readonly courierId: string }

/** What goes from hand to hand: the numbers on the papers. */
interface Piles { readonly toPick: Pile; readonly toPack: Pile; readonly toSend: Pile; readonly toBill: Pile; readonly toDeliver: ReadonlyMap<string, Pile> }
interface Floor extends Piles, DayOfWork { readonly spent: Spent; readonly mishaps: Mishaps; readonly luck: Chance; readonly hadMishap: Set<string>; delivered(count?: number): void }

/** Pieces that lie loose are scanned one by one; of more than these the label of the carton is scanned. */
const mostLoose = 3
const linesInBox = 40
const mostTogether = 3
/** A small JPEG. */
const photo = '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA='

/** All desks do their part until every invoice is delivered, each as fast as the host answers. What is refused, although its turn was kept, fails the day. */
export async function workThrough(desks: readonly FloorDesk[], day: DayOfWork): Promise<{ readonly spent: Spent; readonly mishaps: Mishaps }> {
  const drivers = desks.filter(({ role }) => role === 'Driver')
  const piles: Piles = { toPick: createPile(), toPack: createPile(), toSend: createPile(), toBill: createPile(), toDeliver: new Map(drivers.map(({ email }) => [email, createPile()])) }
  const all = [piles.toPick, piles.toPack, piles.toSend, piles.toBill, ...piles.toDeliver.values()]
  let left = day.numbers.length
  const floor: Floor = {
    ...piles, ...day, spent: { scans: [], steps: [] }, mishaps: { short: 0, cancelled: 0, returned: 0 }, luck: chance('fulfilment'), hadMishap: new Set(),
    delivered(count = 1) {
      left -= count
      if (left === 0) for (const pile of all) pile.close()
    },
  }
  for (const number of day.numbers) (day.stopped.includes(number) ? piles.toBill : piles.toPick).put(number)
  const works = { Picker: pick, Packer: pack, Delivery: send, Driver: deliver, Billing: bill } as const
  const pileOf = (desk: FloorDesk) => ({ Picker: piles.toPick, Packer: piles.toPack, Delivery: piles.toSend, Driver: piles.toDeliver.get(desk.email)!, Billing: piles.toBill })[desk.role]
  await Promise.all(desks.map(async desk => {
    for await (const number of pileOf(desk)) {
      await works[desk.role](desk, number, floor).catch((error: unknown) => {
        for (const pile of all) pile.close()
        throw new Error(`${desk.role} with ${number}: ${error instanceof Error ? `${error.message} ${JSON.stringify((error as { params?: unknown }).params)}` : String(error)}`, { cause: error })
      })
    }
  }))
  return floor
}

async function timedInto<Value>(times: number[], work: Promise<Value>): Promise<Value> {
  const start = performance.now()
  const value = await work
  times.push(performance.now() - start)
  return value
}

/** Now and then something goes wrong with an invoice, but only once with each. */
function goesWrong({ luck, hadMishap }: Floor, number: string, share: number): boolean {
  if (hadMishap.has(number) || luck.next() >= share) return false
  hadMishap.add(number)
  return true
}

function scansOf({ itemCode, quantity }: InvoiceLine): string[] {
  return quantity <= mostLoose ? Array.from({ length: quantity }, () => itemCode) : [ownCode({ kind: 'carton', code: itemCode, quantity: decimal(String(quantity)) })]
}

/** As the screens count: each scan at the desk, the host is told whenever a line is whole. `onWhole` gets all that are. */
async function countAll(lines: readonly InvoiceLine[], onWhole: (lineIds: string[], isLast: boolean) => Promise<unknown>): Promise<void> {
  let counts: Counts = {}
  for (const line of lines) {
    for (const code of scansOf(line)) {
      const answer = countScan(lines, counts, code)
      if (answer.kind !== 'counted') throw new Error(`The scan of ${code} is ${answer.kind}`)
      counts = answer.counts
      if (answer.isLineFull) await onWhole(lines.filter(one => isFull(counts, one)).map(({ id }) => id), answer.isAllFull)
    }
  }
}

async function pick(desk: FloorDesk, number: string, floor: Floor): Promise<void> {
  const { api: { fulfilment }, badge } = desk
  const { spent, mishaps } = floor
  const { id: invoiceId, lines } = await fulfilment.findInvoice({ number })
  await timedInto(spent.steps, fulfilment.startPicking({ invoiceId, badge }))
  const closed = desk.lay(invoiceId)
  const goods = inShelfOrder(lines)
  const isShort = goods.length > 1 && goesWrong(floor, number, 0.06)
  const isCancelled = goesWrong(floor, number, 0.02)
  const there = isShort ? goods.slice(0, -1) : goods
  await countAll(there, lineIds => timedInto(spent.scans, fulfilment.savePicked({ invoiceId, lineIds, badge })))
  if (isCancelled) {
    mishaps.cancelled += 1
    await timedInto(spent.steps, fulfilment.cancelSession({ invoiceId, badge, stage: 'PICKING', reason: 'Salah ambil' }))
    floor.toPick.put(number)
  } else if (isShort) {
    mishaps.short += 1
    const { id: lineId, quantity } = goods.at(-1)!
    await timedInto(spent.steps, fulfilment.completePicking({ invoiceId, badge, notes: 'Rak kosong', short: [{ lineId, quantity }] }))
    floor.toBill.put(number)
  } else {
    await timedInto(spent.steps, fulfilment.completePicking({ invoiceId, badge }))
    floor.toPack.put(number)
  }
  closed()
}

async function pack(desk: FloorDesk, number: string, floor: Floor): Promise<void> {
  const { api: { fulfilment }, badge } = desk
  const { spent, mishaps } = floor
  const { id: invoiceId, lines } = await fulfilment.findInvoice({ number })
  await timedInto(spent.steps, fulfilment.startChecking({ invoiceId, badge }))
  const closed = desk.lay(invoiceId)
  const goods = inShelfOrder(lines)
  await countAll(goods, lineIds => timedInto(spent.scans, fulfilment.saveChecked({ invoiceId, lineIds, badge })))
  if (goesWrong(floor, number, 0.04)) {
    mishaps.returned += 1
    await timedInto(spent.steps, fulfilment.returnInvoice({ invoiceId, badge, reason: 'Barang tertukar' }))
    floor.toBill.put(number)
    return closed()
  }
  await timedInto(spent.steps, fulfilment.finishChecking({ invoiceId, badge }))
  const drafts = await fill(desk, invoiceId, goods, floor)
  const isInTray = drafts.some(({ kind }) => kind === 'TRAY')
  await timedInto(spent.steps, isInTray ? fulfilment.sealTrays({ invoiceId, badge }) : fulfilment.packBoxes({ invoiceId, badge }))
  if (isInTray) accepted(await timedInto(spent.steps, fulfilment.completeBoxing({ invoiceIds: [invoiceId], badge, labelCount: Math.ceil(goods.length / linesInBox) })))
  floor.toSend.put(number)
  closed()
}

/** Every scan puts its pieces into the tray or box that is being filled, and the host is told of all of them each time. */
async function fill({ api: { fulfilment }, badge, tray }: FloorDesk, invoiceId: string, goods: readonly InvoiceLine[], { spent, luck }: Floor): Promise<readonly Draft[]> {
  let drafts: readonly Draft[] = []
  const { packing } = await fulfilment.getInvoice({ id: invoiceId })
  let sessionVersion = packing.find(({ status }) => status === 'CHECKING_DONE' || status === 'PACKING')!.version
  const save = async (next: readonly Draft[], times: number[]) => {
    drafts = next
    const containers = drafts.map(({ contents, ...draft }) => ({ ...draft, contents: [...contents] }))
    sessionVersion = (await timedInto(times, fulfilment.saveContainers({ invoiceId, badge, sessionVersion, containers }))).sessionVersion
  }
  const isInTray = luck.next() < 0.5
  for (const [at, line] of goods.entries()) {
    if (at % linesInBox === 0 && !(isInTray && at > 0)) {
      const next: Draft = isInTray ? { kind: 'TRAY', code: tray, contents: [] } : { kind: 'BOX', code: nextBoxCode(drafts, place => `Kotak ${place}`), contents: [] }
      await save([...drafts, next], spent.steps)
    }
    for (const code of scansOf(line)) {
      const { answer, drafts: next } = packScan(goods, drafts, drafts.at(-1)!.code, code)
      if (answer.kind !== 'counted') throw new Error(`The scan of ${code} is ${answer.kind}`)
      await save(next, spent.scans)
    }
  }
  await save(drafts, spent.steps)
  return drafts
}

async function send(desk: FloorDesk, number: string, floor: Floor): Promise<void> {
  const { api: { fulfilment }, badge } = desk
  const { spent, mishaps, luck, courierId } = floor
  const numbers = [number]
  while (numbers.length < mostTogether && luck.next() < 0.5) {
    const more = floor.toSend.takeIfAny()
    if (more === undefined) break
    numbers.push(more)
  }
  const invoices: InvoiceDetail[] = []
  for (const one of numbers) {
    const found = await timedInto(spent.steps, fulfilment.findInvoice({ number: one }))
    if (!goesWrong(floor, one, 0.03)) invoices.push(found)
    else {
      mishaps.returned += 1
      await timedInto(spent.steps, fulfilment.returnInvoice({ invoiceId: found.id, badge, reason: 'Alamat salah' }))
      floor.toBill.put(one)
    }
  }
  if (invoices.length === 0) return
  const email = luck.oneOf([...floor.toDeliver.keys()])
  const way = luck.oneOf<DeliveryWay>([
    { kind: 'DIRECT', counterMode: 'PATIENT', pickupName: 'Ibu Sri', pickupPhone: '0811', pickupCode: '', pickupCompany: '' }, { kind: 'COURIER', courierId, trackingNumber: `JNT${number}` }, { kind: 'INTERNAL', email },
  ])
  accepted(await timedInto(spent.steps, fulfilment.startDelivery({ invoiceIds: invoices.map(({ id }) => id), badge, way })))
  if (way.kind === 'INTERNAL') for (const one of invoices) floor.toDeliver.get(email)!.put(one.number)
  else floor.delivered(invoices.length)
}

/** Whoever arrives says where, and adds a photo. */
async function deliver(desk: FloorDesk, number: string, { spent, url, delivered }: Floor): Promise<void> {
  const { api: { fulfilment, attachments }, badge, token } = desk
  const { delivery } = await fulfilment.getMyWork({ badge })
  const { id: invoiceId } = delivery.find(one => one.number === number)!
  await timedInto(spent.steps, fulfilment.completeDelivery({ invoiceId, badge, outcome: 'DELIVERED', position: { latitude: -6.2, longitude: 106.8, accuracy: 12 } }))
  const session = (await fulfilment.getInvoice({ id: invoiceId })).delivery.find(({ status }) => status === 'DELIVERED')!
  const { ticket } = await sendFile(url, token, { name: `${number}.jpg`, type: 'image/jpeg', content: Buffer.from(photo, 'base64') })
  await attachments.addAttachment({ entity: 'deliverySession', entityId: session.id, ticket, preview: photo })
  delivered()
}

/** What the shelf did not give is taken off the bill; the invoice goes on where it was returned from. */
async function bill(desk: FloorDesk, number: string, floor: Floor): Promise<void> {
  const { api: { fulfilment } } = desk
  const { id, version, lines } = await fulfilment.findInvoice({ number })
  const kept = lines.map(line => ({ ...line, quantity: line.pickedQuantity ?? line.quantity })).filter(({ quantity }) => quantity > 0)
  const { status } = await timedInto(floor.spent.steps, fulfilment.updateBill({
    id, version, replaceItems: true, notes: 'Dibetulkan', lines: kept.map(({ barcode, itemCode, name, quantity }) => ({ barcode, itemCode, name, quantity })),
  }))
  const pile = { INVOICED: floor.toPick, PICKING: floor.toPick, PICKED: floor.toPack, PACKED: floor.toSend }[status as 'INVOICED' | 'PICKING' | 'PICKED' | 'PACKED']
  pile.put(number)
}

function accepted(each: readonly EachInvoice[]): void {
  const refused = each.find(({ error }) => error !== null)
  if (refused) throw new Error(`${refused.number} was refused: ${JSON.stringify(refused.error)}`)
}

