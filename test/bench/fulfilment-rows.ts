import type { Database, Statement } from 'better-sqlite3'
import { newId } from '../../shared/core/ids.ts'
import type { DeliveryKind, InvoiceStatus } from '../../shared/fulfilment/rules.ts'

/** Ids of the users in whose hands invoices were. Of each, the last one did next to nothing, and that long ago. */
export interface Hands { readonly biller: string; readonly pickers: readonly string[]; readonly packers: readonly string[]; readonly dispatchers: readonly string[]; readonly drivers: readonly string[] }

export interface Invoices {
  readonly count: number
  readonly linesEach: number
  readonly customers: number
  /** Between which instants they came, in milliseconds. */
  readonly from: number
  readonly to: number
  /** Where the invoice of this place stands, counted from the oldest. */
  statusAt(at: number): InvoiceStatus
}
export interface Filled { readonly customerIds: readonly string[]; readonly sessions: number; readonly lines: number; instantOf(at: number): string }

export const numberOf = (at: number) => `UKUR-${String(at).padStart(7, '0')}`
const minute = 60_000
const tables = ['invoice', 'invoiceLine', 'pickingSession', 'packingSession', 'packingContainer', 'deliverySession', 'invoiceReturn'] as const
const ways: readonly DeliveryKind[] = ['DIRECT', 'COURIER', 'INTERNAL', 'COURIER', 'INTERNAL']
const picked: readonly InvoiceStatus[] = ['PICKED', 'PACKED', 'DELIVERED', 'REVIEW']
const packed: readonly InvoiceStatus[] = ['PACKED', 'DELIVERED']

/** Invoices with their lines, sessions of every stage, boxes and returns, as the module would have left them; indexes are put aside meanwhile and made anew from their own words. */
export function fillInvoices(sqlite: Database, hands: Hands, { count, linesEach, customers, from, to, statusAt }: Invoices): Filled {
  const indexes = sqlite.prepare(`select name, sql from sqlite_schema where type = 'index' and sql is not null and tbl_name in (${tables.map(name => `'${name}'`).join()})`).all() as { name: string; sql: string }[]
  for (const { name } of indexes) sqlite.exec(`drop index ${name}`)
  const instantAt = (at: number, minutes = 0) => new Date(from + Math.floor(((to - from) * at) / Math.max(1, count)) + minutes * minute).toISOString()
  const [customerIds, salesmanIds] = [fillCustomers(sqlite, customers), fillSalesmen(sqlite)]
  const courierId = newId()
  sqlite.prepare("insert into courier (id, createdAt, code, name, kind, phone) values (?, ?, 'UKUR', 'Kurir ukur', 'EXTERNAL', '021555')").run(courierId, instantAt(0))
  const put = {
    invoice: into(sqlite, 'invoice', ['id', 'createdAt', 'number', 'day', 'customerId', 'salesmanId', 'status', 'statusSince', 'billingStatus', 'priority', 'total', 'lineCount', 'pieceCount', 'createdBy', 'pickerId', 'packerId', 'assigneeId', 'deliveryStatus', 'seriesPrefix', 'seriesCount']),
    line: into(sqlite, 'invoiceLine', ['id', 'createdAt', 'invoiceId', 'position', 'name', 'itemCode', 'invoicedQuantity', 'mrp', 'companyName', 'shelfLocation']),
    picking: into(sqlite, 'pickingSession', ['id', 'createdAt', 'invoiceId', 'pickerId', 'status', 'startedAt', 'endedAt', 'selectedLines', 'proof']),
    packing: into(sqlite, 'packingSession', ['id', 'createdAt', 'invoiceId', 'status', 'checkerId', 'checkingStartedAt', 'checkingEndedAt', 'packerId', 'startedAt', 'endedAt', 'selectedLines', 'courierId', 'proof']),
    container: into(sqlite, 'packingContainer', ['id', 'createdAt', 'invoiceId', 'packingSessionId', 'kind', 'code', 'contents', 'sealedAt', 'sealedBy', 'isInUse']),
    delivery: into(sqlite, 'deliverySession', ['id', 'createdAt', 'invoiceId', 'kind', 'status', 'dispatchedBy', 'dispatchedAt', 'assigneeId', 'deliveredBy', 'startedAt', 'endedAt', 'courierId', 'courierName', 'trackingNumber', 'counterMode', 'pickupName', 'pickupPhone', 'proof']),
    returned: into(sqlite, 'invoiceReturn', ['id', 'createdAt', 'invoiceId', 'reason', 'section', 'returnedBy', 'resolvedAt', 'resolvedBy', 'resolution']),
  }
  let [sessions, lines] = [0, 0]
  for (let at = 0; at < count; at += 1) {
    const [status, invoiceId] = [statusAt(at), newId()]
    const [picker, checker, packer] = [handOf(hands.pickers, at), handOf(hands.packers, at), handOf(hands.packers, at + 1)]
    const [dispatcher, driver] = [handOf(hands.dispatchers, at), handOf(hands.drivers, at)]
    const way = ways[at % ways.length]!
    const [isPicked, isPacked, isDelivered, isReview] = [picked.includes(status), packed.includes(status), status === 'DELIVERED', status === 'REVIEW']
    const contents = Array.from({ length: linesEach }, (_, position) => ({ lineId: newId(), quantity: 1 + ((at + position) % 12) }))
    const pieces = contents.reduce((sum, { quantity }) => sum + quantity, 0)
    put.invoice.run(
      invoiceId, instantAt(at), numberOf(at), instantAt(at).slice(0, 10), customerIds[(at * 7919) % customerIds.length], salesmanIds[at % salesmanIds.length], status, instantAt(at, 60),
      isReview ? 'REVIEW' : 'BILLED', at % 50 === 0 ? 'HIGH' : 'MEDIUM', pieces * 125_000, linesEach, pieces, hands.biller,
      isPicked ? picker : null, isPacked ? packer : null, isDelivered && way === 'INTERNAL' ? driver : null, isDelivered ? 'DELIVERED' : null, 'UKUR-', at,
    )
    contents.forEach(({ lineId, quantity }, position) => {
      const goods = (at * 31 + position * 7) % 3000
      put.line.run(lineId, instantAt(at), invoiceId, position + 1, `Barang ukur ${goods}`, `U-${goods}`, quantity, 125_000, `Pabrik ${goods % 40}`, `R-${goods % 60}`)
    })
    lines += linesEach
    if (at % 50 === 7 || isReview) {
      const hasResolution = !isReview
      put.returned.run(newId(), instantAt(at, 27), invoiceId, 'Harga tidak cocok', 'PICKING', picker, hasResolution ? instantAt(at, 40) : null, hasResolution ? hands.biller : null, hasResolution ? 'Dibetulkan' : null)
    }
    if (!isPicked) continue
    const ticked = JSON.stringify(contents.map(({ lineId }) => lineId))
    put.picking.run(newId(), instantAt(at, 20), invoiceId, picker, isReview ? 'REVIEW' : isPacked ? 'VERIFIED' : 'PICKED', instantAt(at, 20), instantAt(at, 26), ticked, 'SCAN')
    sessions += 1
    if (!isPacked) continue
    const packingId = newId()
    put.packing.run(packingId, instantAt(at, 30), invoiceId, 'PACKED', checker, instantAt(at, 30), instantAt(at, 35), packer, instantAt(at, 36), instantAt(at, 45), ticked, way === 'COURIER' ? courierId : null, 'SCAN')
    put.container.run(newId(), instantAt(at, 36), invoiceId, packingId, 'BOX', 'Kotak 1', JSON.stringify(contents), instantAt(at, 45), packer, 0)
    sessions += 1
    if (!isDelivered) continue
    const [counterMode, courierName] = [way === 'DIRECT' ? 'PATIENT' : null, way === 'COURIER' ? 'Kurir ukur' : null]
    put.delivery.run(
      newId(), instantAt(at, 60), invoiceId, way, 'DELIVERED', dispatcher, instantAt(at, 60), way === 'INTERNAL' ? driver : null, way === 'INTERNAL' ? driver : dispatcher, instantAt(at, 60),
      instantAt(at, way === 'INTERNAL' ? 150 : 60), way === 'COURIER' ? courierId : null, courierName, way === 'COURIER' ? `JNT${at}` : '', counterMode, counterMode ? 'Ibu Sri' : '', counterMode ? '0811' : '', 'SCAN',
    )
    sessions += 1
  }
  for (const { sql } of indexes) sqlite.exec(sql)
  return { customerIds, sessions, lines, instantOf: instantAt }
}

/** By turns all but the last, who had the very first ones. */
function handOf(hands: readonly string[], at: number): string {
  return at < 5 || hands.length === 1 ? hands.at(-1)! : hands[(at * 13) % (hands.length - 1)]!
}

function into(sqlite: Database, table: string, columns: readonly string[]): Statement {
  return sqlite.prepare(`insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`)
}

function fillCustomers(sqlite: Database, count: number): string[] {
  const insert = into(sqlite, 'customer', ['id', 'createdAt', 'code', 'name', 'area', 'address', 'phone'])
  return Array.from({ length: count }, (_, at) => {
    const id = newId()
    insert.run(id, '2022-01-01T00:00:00.000Z', `UKUR-${at}`, `Toko ukur ${at}`, `Wilayah ${at % 20}`, `Jalan Ukur ${at}`, `0811${at}`)
    return id
  })
}

function fillSalesmen(sqlite: Database): string[] {
  const insert = into(sqlite, 'salesman', ['id', 'createdAt', 'code', 'name'])
  return Array.from({ length: 12 }, (_, at) => {
    const id = newId()
    insert.run(id, '2022-01-01T00:00:00.000Z', `UKUR-${at}`, `Penjual ukur ${at}`)
    return id
  })
}
