import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'
import { workBadges } from './logins.ts'

interface Hands {
  readonly people: Readonly<Record<string, Call>>
  readonly clock: { pass(minutes: number): void; day(): BusinessDay }
}
interface Story extends Hands {
  readonly system: Call
}
/** Where an invoice stands by now. */
type End =
  | 'waiting'
  | 'held'
  | 'different'
  | 'picking'
  | 'picked'
  | 'returned'
  | 'corrected'
  | 'checking'
  | 'consolidating'
  | 'boxing'
  | 'packed'
  | 'considered'
  | 'onTheWay'
  | 'driven'
  | 'courier'
  | 'counter'
  | 'express'

const customers = [
  ['TK-CERIA', 'Toko Mainan Ceria'],
  ['TK-BINTANG', 'Bintang Kado'],
  ['TK-PELANGI', 'Pelangi Baby Shop'],
  ['TK-MELATI', 'Melati Gift Bogor'],
  ['TK-DEPOK', 'Mainan Murah Depok'],
] as const
const goods = [
  ['JB-HIU-40', 'Boneka hiu 40 cm', '68500', 'R-01'],
  ['JB-BRG-30', 'Boneka beruang 30 cm', '54000', 'R-01'],
  ['JB-KLC-25', 'Boneka kelinci 25 cm', '47500', 'R-02'],
  ['JB-GTK-10', 'Gantungan kunci panda', '12500', 'R-03'],
  ['JB-BTL-01', 'Bantal leher gajah', '59000', 'R-02'],
] as const
/** In the order in which they came: what is done before what is in hand, and what waits last. */
const ends: readonly End[] = [
  'driven',
  'courier',
  'counter',
  'courier',
  'driven',
  'counter',
  'courier',
  'express',
  'corrected',
  'onTheWay',
  'onTheWay',
  'considered',
  'considered',
  'packed',
  'packed',
  'packed',
  'boxing',
  'boxing',
  'consolidating',
  'consolidating',
  'checking',
  'checking',
  'picked',
  'picked',
  'picked',
  'returned',
  'held',
  'different',
  'waiting',
  'waiting',
  'waiting',
  'waiting',
  'waiting',
  'waiting',
  'picking',
  'waiting',
]
const notPicked: readonly End[] = ['waiting', 'held', 'different', 'express']
const notPacked: readonly End[] = ['picking', 'picked', 'returned', 'corrected']
const notLeft: readonly End[] = ['checking', 'consolidating', 'boxing', 'packed']

/** Invoices of today in every state, each brought there by those who do such work; one number of the series is missing. */
export async function tellInvoices(story: Story): Promise<void> {
  const couriers = await story.system('masters', 'listCouriers', { pageSize: 10 })
  const courierId = couriers.rows.find(({ kind }) => kind === 'EXTERNAL')!.id
  for (const [at, end] of ends.entries()) await tellInvoice(story, { at, end, courierId })
  await changeCouriers(story, couriers.rows.filter(({ kind }) => kind === 'EXTERNAL').at(-1)!.id)
}

/** Parcels that the first courier did not come for, or could not take. */
const changes = [
  ['JB-2611-01042', 'SMD-88120457', 'Kurir pertama tidak datang menjemput sampai sore'],
  ['JB-2611-01047', 'SMD-88120461', 'Terlalu berat untuk motor, dialihkan ke kargo'],
] as const

async function changeCouriers({ people, clock }: Story, courierId: string): Promise<void> {
  for (const [number, trackingNumber, reason] of changes) {
    clock.pass(4)
    const { id: invoiceId } = await people.kemas!('fulfilment', 'findInvoice', { number })
    await people.kemas!('fulfilment', 'changeCourier', { invoiceId, courierId, trackingNumber, reason })
  }
}


interface Told {
  readonly at: number
  readonly end: End
  readonly courierId: string
}

async function tellInvoice(story: Story, { at, end, courierId }: Told): Promise<void> {
  const { people, clock } = story
  const billing = people.kasir!
  clock.pass(2)
  const { id: invoiceId } = await billing('fulfilment', 'importInvoice', payloadOf(clock.day(), at, end))
  if (end === 'held')
    await billing('fulfilment', 'changeInvoice', { id: invoiceId, version: 1, isOnHold: true, reason: 'Menunggu pelunasan faktur bulan lalu' })
  if (end === 'express') await billing('fulfilment', 'expressBill', { invoiceIds: [invoiceId] })
  if (notPicked.includes(end)) return
  await pick(story, invoiceId, end)
  if (end === 'returned' || end === 'corrected') await sendBack(story, invoiceId, end, goods[at % goods.length]![0])
  if (notPacked.includes(end)) return
  await pack(story, invoiceId, end, at)
  if (!notLeft.includes(end)) await deliver(story, invoiceId, end, courierId)
}

function payloadOf(day: BusinessDay, at: number, end: End) {
  const [code, name] = customers[end === 'consolidating' ? 1 : at % customers.length]!
  const items = Array.from({ length: 1 + (at % 3) }, (_, place) => {
    const [item_code, label, mrp, shelf_location] = goods[(at + place) % goods.length]!
    return { name: label, item_code, quantity: 4 + ((at * 3 + place) % 9), mrp, shelf_location }
  })
  const total = items.reduce((sum, { quantity, mrp }) => sum + quantity * Number(mrp), 0) + (end === 'different' ? 5000 : 0)
  return {
    invoice_no: `JB-2611-${String(1041 + at + (at > 20 ? 1 : 0)).padStart(5, '0')}`,
    invoice_date: at < 8 ? addDays(day, -1) : day,
    salesman: at % 2 === 0 ? 'Rudi Hartanto' : 'Fitri Handayani',
    Total: String(total),
    customer: { code, name },
    items,
    priority: at % 7 === 3 ? ('HIGH' as const) : ('MEDIUM' as const),
    created_by: 'Kasir 1',
  }
}

async function pick({ people, clock }: Hands, invoiceId: string, end: End): Promise<void> {
  const step = { invoiceId, badge: workBadges.ambil }
  await people.ambil!('fulfilment', 'startPicking', step)
  if (end === 'picking') return
  clock.pass(3)
  await people.ambil!('fulfilment', 'completePicking', step)
}

async function sendBack({ people }: Hands, invoiceId: string, end: End, itemCode: string): Promise<void> {
  const { version } = await people.kemas!('fulfilment', 'returnInvoice', { invoiceId, reason: 'Jumlah di faktur tidak cocok dengan pesanan' })
  if (end === 'corrected')
    await people.kasir!('fulfilment', 'updateBill', { id: invoiceId, version, lines: [{ itemCode, quantity: 6 }], notes: 'Disamakan dengan pesanan' })
}

async function pack({ people, clock }: Hands, invoiceId: string, end: End, at: number): Promise<void> {
  const packer = people.kemas!
  const step = { invoiceId, badge: workBadges.kemas }
  await packer('fulfilment', 'startChecking', step)
  if (end === 'consolidating') await packer('fulfilment', 'holdForConsolidation', step)
  if (end === 'consolidating' || end === 'checking') return
  clock.pass(2)
  await packer('fulfilment', 'finishChecking', step)
  const { lines, packing } = await packer('fulfilment', 'getInvoice', { id: invoiceId })
  const contents = lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
  await packer('fulfilment', 'saveContainers', {
    ...step,
    sessionVersion: packing[0]!.version,
    containers: [end === 'boxing' ? { kind: 'TRAY', code: `BAKI-0${1 + (at % 6)}`, contents } : { kind: 'BOX', code: 'Kotak 1', contents }],
  })
  clock.pass(2)
  await packer('fulfilment', end === 'boxing' ? 'sealTrays' : 'packBoxes', step)
}

async function deliver({ people, clock }: Hands, invoiceId: string, end: End, courierId: string): Promise<void> {
  const sent = { invoiceIds: [invoiceId], badge: workBadges.kemas }
  const packer = people.kemas!
  if (end === 'courier')
    return void (await packer('fulfilment', 'startDelivery', { ...sent, way: { kind: 'COURIER', courierId, trackingNumber: 'CKL-26110441' } }))
  if (end === 'counter')
    return void (await packer('fulfilment', 'startDelivery', {
      ...sent,
      way: { kind: 'DIRECT', counterMode: 'COMPANY', pickupName: 'Rahmat', pickupPhone: '0812 5550 0188', pickupCompany: 'Bintang Kado' },
    }))
  await packer('fulfilment', 'startDelivery', { ...sent, way: end === 'considered' ? { kind: 'INTERNAL' } : { kind: 'INTERNAL', email: driverEmail } })
  if (end !== 'driven') return
  clock.pass(10)
  await people.antar!('fulfilment', 'completeDelivery', {
    invoiceId,
    badge: workBadges.antar,
    position: { latitude: -6.2383, longitude: 106.9756, accuracy: 14, address: 'Bekasi Timur' },
    notes: 'Diterima penjaga toko',
  })
}

export const driverEmail = 'slamet@rimba.example'
