import { addDays, dayEnd, dayStart, type BusinessDay } from '../../shared/core/dates.ts'
import { invoiceStatuses } from '../../shared/fulfilment/rules.ts'
import type { Session } from '../../src-main/core/session.ts'
import { figureRows, finishedRows, heldRows, inHandRows, queueRows, reportRows, standingRows, type Bare, type BareList } from './fulfilment-bare.ts'
import { numberOf, type Hands } from './fulfilment-rows.ts'

/** Who asks: an Admin sees everybody's work, the others their own. `rareDriver` did five deliveries, years ago. */
export interface Askers { readonly admin: Session; readonly picker: Session; readonly packer: Session; readonly dispatcher: Session; readonly driver: Session; readonly rareDriver: Session }

export interface Warehouse {
  readonly askers: Askers
  readonly hands: Hands
  emailOf(userId: string): string
  readonly customerIds: readonly string[]
  readonly count: number
  instantOf(at: number, minutes?: number): string
  /** When the newest came, in milliseconds. */
  readonly newest: number
}

/** A question and the bare SQL of it, another one each time. */
export interface Look {
  readonly name: string
  readonly asker: Session
  readonly procedure: string
  input(at: number): unknown
  floor(at: number): () => unknown
  /** How often it is asked; fewer times where it takes long. */
  readonly calls?: number
}

const zone = 'Asia/Jakarta'
const few = 5
const procedures = { picking: 'listPickingHistory', packing: 'listPackingHistory', delivery: 'listDeliveryHistory', returns: 'listReturns', invoices: 'listInvoices' } as const satisfies Record<BareList, string>
const times = { picking: 'pickingSession.startedAt', packing: 'packingSession.createdAt', delivery: 'deliverySession.startedAt', returns: 'invoiceReturn.createdAt' } as const satisfies Record<Exclude<BareList, 'invoices'>, string>

export function looksAt(bare: Bare, warehouse: Warehouse): Look[] {
  return [...workLooks(bare, warehouse), ...invoiceLooks(bare, warehouse), ...figureLooks(bare, warehouse), ...reportLooks(bare, warehouse)]
}

interface Asked { readonly filter?: object; readonly search?: string; readonly cursor?: string; readonly sort?: readonly object[] }
type Floor = Parameters<Bare['list']> extends [unknown, ...infer Rest] ? Rest : never

function lookAt(bare: Bare, list: BareList, name: string, asker: Session, asked: (at: number) => Asked, floor: (at: number) => Floor, calls?: number): Look {
  return {
    name: `${list}: ${name}`, asker, procedure: `fulfilment.${procedures[list]}`, ...(calls !== undefined && { calls }),
    input: at => ({ pageSize: 20, total: true, ...asked(at) }), floor: at => bare.list(list, ...floor(at)),
  }
}

/** Places all over the past, another one each time. */
function placeOf({ count }: Warehouse, at: number): number {
  return (at * 104_729) % count
}

function dayAt(warehouse: Warehouse, at: number): BusinessDay {
  return warehouse.instantOf(placeOf(warehouse, at)).slice(0, 10) as BusinessDay
}

function span(from: BusinessDay, days: number): { readonly from: string; readonly to: string; readonly fromDay: BusinessDay; readonly toDay: BusinessDay } {
  const toDay = addDays(from, days - 1)
  return { fromDay: from, toDay, from: dayStart(from, zone), to: dayEnd(toDay, zone) }
}

function anyOf(columns: readonly string[]): string {
  return `(${columns.map(column => `${column} = ?`).join(' or ')})`
}

function workLooks(bare: Bare, warehouse: Warehouse): Look[] {
  const { askers: { admin, picker, packer, dispatcher, driver, rareDriver }, hands, emailOf, count, instantOf } = warehouse
  const every = (list: BareList) => lookAt(bare, list, 'first page', admin, () => ({}), () => [])
  const week = (list: keyof typeof times) => lookAt(bare, list, 'of a week', admin,
    at => ({ filter: { fromDay: dayAt(warehouse, at), toDay: addDays(dayAt(warehouse, at), 6) } }),
    at => [`${times[list]} >= ? and ${times[list]} < ?`, [span(dayAt(warehouse, at), 7).from, span(dayAt(warehouse, at), 7).to]])
  const middle = (list: BareList) => lookAt(bare, list, 'a page in the middle', admin,
    at => ({ cursor: Buffer.from(JSON.stringify([instantOf(placeOf(warehouse, at)), ''])).toString('base64url') }), at => ['1', [], { after: [instantOf(placeOf(warehouse, at)), ''] }])
  const worded = (list: BareList, columns: readonly string[]) => lookAt(bare, list, 'by words (a number)', admin,
    at => ({ search: numberOf(placeOf(warehouse, at)) }), at => [`(${columns.map(column => `${column} like ?`).join(' or ')})`, columns.map(() => `%${numberOf(placeOf(warehouse, at))}%`), { joins: true }], few)
  const of = (list: BareList, name: string, ids: readonly string[], columns: readonly string[], status?: readonly string[]) => lookAt(bare, list, name, admin,
    at => ({ filter: { workerEmail: emailOf(ids[at % ids.length]!), ...(status && { status }) } }),
    at => [`${anyOf(columns)}${status ? ` and ${columns[0]!.split('.')[0]}.status in (${status.map(one => `'${one}'`).join()})` : ''}`, columns.map(() => ids[at % ids.length]!)])
  const own = (list: BareList, name: string, asker: Session, columns: readonly string[]) => lookAt(bare, list, name, asker, () => ({}), () => [anyOf(columns), columns.map(() => asker.userId)])
  const carriers = ['deliverySession.assigneeId', 'deliverySession.deliveredBy', 'deliverySession.dispatchedBy']
  const usual = (ids: readonly string[]) => ids.slice(0, -1)
  return [
    every('picking'), middle('picking'), week('picking'), of('picking', 'of a person', usual(hands.pickers), ['pickingSession.pickerId']), of('picking', 'of one who did little', [hands.pickers.at(-1)!], ['pickingSession.pickerId']),
    lookAt(bare, 'picking', 'by state (in review)', admin, () => ({ filter: { status: ['REVIEW'] } }), () => ["pickingSession.status in ('REVIEW')"], few),
    worded('picking', ['invoice.number', 'customer.name', 'worker.fullName']), own('picking', 'own work', picker, ['pickingSession.pickerId']),
    every('packing'), middle('packing'), week('packing'), of('packing', 'of a person', usual(hands.packers), ['packingSession.packerId', 'packingSession.checkerId']),
    of('packing', 'of one who did little', [hands.packers.at(-1)!], ['packingSession.packerId', 'packingSession.checkerId']),
    of('packing', 'of a person, packed', usual(hands.packers), ['packingSession.packerId', 'packingSession.checkerId'], ['PACKED']),
    worded('packing', ['invoice.number', 'customer.name', 'worker.fullName', 'checker.fullName']), own('packing', 'own work', packer, ['packingSession.packerId', 'packingSession.checkerId']),
    every('delivery'), middle('delivery'), week('delivery'), of('delivery', 'of a driver', usual(hands.drivers), carriers), of('delivery', 'of a dispatcher', usual(hands.dispatchers), carriers),
    of('delivery', 'of one who did little', [hands.drivers.at(-1)!], carriers),
    lookAt(bare, 'delivery', 'of a week, by courier', admin,
      at => ({ filter: { kind: 'COURIER', fromDay: dayAt(warehouse, at), toDay: addDays(dayAt(warehouse, at), 6) } }),
      at => ["deliverySession.kind = 'COURIER' and deliverySession.startedAt >= ? and deliverySession.startedAt < ?", [span(dayAt(warehouse, at), 7).from, span(dayAt(warehouse, at), 7).to]]),
    worded('delivery', ['invoice.number', 'customer.name', 'worker.fullName', 'deliverySession.trackingNumber']),
    own('delivery', "a driver's own work", driver, carriers), own('delivery', "a dispatcher's own work", dispatcher, carriers), own('delivery', 'own work of one who did little', rareDriver, carriers),
    every('returns'), week('returns'), lookAt(bare, 'returns', 'open', admin, () => ({ filter: { isOpen: true } }), () => ['invoiceReturn.resolvedAt is null']),
    worded('returns', ['invoice.number', 'customer.name', 'invoiceReturn.reason']),
    ...[{ who: 'picker', asker: picker }, { who: 'packer', asker: packer }, { who: 'driver', asker: driver }].map(({ who, asker }): Look => ({
      name: `what a ${who} has in hand`, asker, procedure: 'fulfilment.getMyWork', input: () => ({}), floor: () => bare.ask(inHandRows, { who: asker.userId }),
    })),
    { name: 'what is held for its customer', asker: admin, procedure: 'fulfilment.listConsolidation', input: () => ({}), floor: () => bare.ask(heldRows) },
    {
      name: 'an invoice with all that is known of it', asker: admin, procedure: 'fulfilment.findInvoice', input: at => ({ number: numberOf(placeOf(warehouse, at) % count) }),
      floor: at => bare.ask(
        ['select * from invoice where number = :number', 'invoiceLine', 'pickingSession', 'packingSession', 'deliverySession', 'packingContainer', 'invoiceReturn', 'creditNote']
          .map(table => (table.startsWith('select') ? table : `select * from ${table} where invoiceId = (select id from invoice where number = :number)`)), { number: numberOf(placeOf(warehouse, at) % count) },
      ),
    },
  ]
}

function invoiceLooks(bare: Bare, warehouse: Warehouse): Look[] {
  const { askers: { admin }, hands, emailOf, customerIds, instantOf } = warehouse
  const look = (name: string, asked: (at: number) => Asked, floor: (at: number) => Floor, calls?: number) => lookAt(bare, 'invoices', name, admin, asked, floor, calls)
  const customerAt = (at: number) => customerIds[(at * 31) % customerIds.length]!
  const inHand = `invoice.id in (select invoiceId from pickingSession where pickerId = ? union all select invoiceId from packingSession where packerId = ? union all select invoiceId from packingSession where checkerId = ?
    union all select invoiceId from deliverySession where assigneeId = ? or deliveredBy = ?)`
  const workerAt = (at: number) => hands.pickers[at % (hands.pickers.length - 1)]!
  return [
    look('first page', () => ({}), () => []),
    look('a page in the middle', at => ({ cursor: Buffer.from(JSON.stringify([instantOf(placeOf(warehouse, at)), ''])).toString('base64url') }), at => ['1', [], { after: [instantOf(placeOf(warehouse, at)), ''] }]),
    look('of a week', at => ({ filter: { fromDay: dayAt(warehouse, at), toDay: addDays(dayAt(warehouse, at), 6) } }), at => ['invoice.day >= ? and invoice.day <= ?', [dayAt(warehouse, at), addDays(dayAt(warehouse, at), 6)]]),
    look('of a customer', at => ({ filter: { customerId: customerAt(at) } }), at => ['invoice.customerId = ?', [customerAt(at)]]),
    look('by state (ready to leave)', () => ({ filter: { status: ['PACKED'] } }), () => ["invoice.status in ('PACKED')"]),
    look('delivered', () => ({ filter: { status: ['DELIVERED'] } }), () => ["invoice.status in ('DELIVERED')"]),
    look('in whose hands it was', at => ({ filter: { workerEmail: emailOf(workerAt(at)) } }), at => [inHand, Array.from({ length: 5 }, () => workerAt(at))], few),
    look('by words (a number)', at => ({ search: numberOf(placeOf(warehouse, at)) }), at => ['(invoice.number like ? or customer.code like ? or customer.name like ? or invoice.temporaryName like ?)', Array.from({ length: 4 }, () => `%${numberOf(placeOf(warehouse, at))}%`), { joins: true }], few),
    look('by words (a customer)', at => ({ search: `ukur ${1000 + (at % 900)}` }), at => {
      const words = [`%ukur%`, `%${1000 + (at % 900)}%`]
      return [words.map(() => '(invoice.number like ? or customer.code like ? or customer.name like ? or invoice.temporaryName like ?)').join(' and '), words.flatMap(word => Array.from({ length: 4 }, () => word)), { joins: true }]
    }, few),
    look('by number', () => ({ sort: [{ column: 'number' }] }), () => ['1', [], { order: 'invoice.number' }]),
    look('by total', () => ({ sort: [{ column: 'total', descending: true }] }), () => ['1', [], { order: 'invoice.total desc' }], few),
    look('by customer', () => ({ sort: [{ column: 'customerName' }] }), () => ['1', [], { order: 'customer.name collate nocase' }], few),
  ]
}

function figureLooks(bare: Bare, warehouse: Warehouse): Look[] {
  const { askers: { admin }, newest } = warehouse
  const figures = (days: number): Look => ({
    name: days === 1 ? 'figures of a day' : `figures of ${days} days`, asker: admin, procedure: 'fulfilment.getDayFigures', calls: few,
    input: at => ({ fromDay: dayAt(warehouse, at), toDay: addDays(dayAt(warehouse, at), days - 1) }),
    floor: at => () => Array.from({ length: days }, (_, day) => bare.ask(figureRows, inDays(addDays(dayAt(warehouse, at), day), 1))()),
  })
  const board = (queueLength: number): Look => ({
    name: queueLength === 0 ? 'board without its queues' : `board with ${queueLength} of each queue`, asker: admin, procedure: 'fulfilment.getBoard', input: () => ({ queueLength }),
    floor: () => {
      const today = inDays(new Date(newest).toISOString().slice(0, 10) as BusinessDay, 1)
      const queues = queueLength === 0 ? [] : invoiceStatuses.filter(status => status !== 'DELIVERED').map(status => bare.ask([queueRows], { status }))
      return () => [bare.ask(standingRows)(), bare.ask(figureRows, today)(), ...queues.map(queue => queue())]
    },
  })
  return [figures(1), figures(14), figures(92), board(0), board(50)]
}

function inDays(from: BusinessDay, days: number): { readonly from: string; readonly to: string } {
  const { from: first, to } = span(from, days)
  return { from: first, to }
}

function reportLooks(bare: Bare, warehouse: Warehouse): Look[] {
  const { askers: { admin } } = warehouse
  const report = (name: string, days: number, texts: readonly string[], isByDay: boolean): Look => ({
    name: `report ${name} of ${days === 1 ? 'a day' : 'a month'}`, asker: admin, procedure: 'reports.previewReport', calls: few,
    input: at => ({ report: name, filters: { period: { from: dayAt(warehouse, at), to: addDays(dayAt(warehouse, at), days - 1) } } }),
    floor: at => bare.ask(texts, isByDay ? { from: dayAt(warehouse, at), to: addDays(dayAt(warehouse, at), days - 1) } : inDays(dayAt(warehouse, at), days)),
  })
  const both = (name: string, texts: readonly string[], isByDay: boolean) => [report(name, 1, texts, isByDay), report(name, 30, texts, isByDay)]
  return [
    ...both('invoices', [reportRows.invoices], true), ...both('billingSummary', [reportRows.invoices], true), ...both('billedItems', [reportRows.billedItems], true),
    ...both('pickingHistory', [reportRows.pickingHistory], false), ...both('packingHistory', [reportRows.packingHistory], false), ...both('deliveryHistory', [reportRows.deliveryHistory], false),
    ...both('couriers', [reportRows.deliveryHistory], false), ...both('fulfilmentProductivity', finishedRows, false),
  ]
}
