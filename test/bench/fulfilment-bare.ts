import type { Database, Statement } from 'better-sqlite3'

/** The bare SQL of what the module's lists show: the floor of whatever reads. */
export interface Bare {
  /** The rows of a page, and how many there are. `joins`: the count needs what the rows are joined with. */
  list(name: BareList, where?: string, values?: readonly unknown[], more?: { readonly joins?: boolean; readonly order?: string; readonly after?: Cursor }): () => BarePage
  /** All rows of these statements. */
  ask(texts: readonly string[], values?: Readonly<Record<string, unknown>>): () => unknown
}
export type BareList = keyof typeof lists
export interface BarePage { readonly ids: readonly unknown[]; readonly total: unknown }
/** After which row: its instant and its id. */
export type Cursor = readonly [instant: string, id: string]

const most = 21
const ofInvoice = 'invoice.number as invoiceNumber, invoice.status as invoiceStatus, customer.name as customerName, invoice.lineCount, invoice.pieceCount'
const joined = (table: string) => `${table} join invoice on invoice.id = ${table}.invoiceId join customer on customer.id = invoice.customerId`

const lists = {
  picking: {
    table: 'pickingSession', time: 'pickingSession.startedAt', columns: `pickingSession.*, worker.fullName as pickerName, ${ofInvoice}`,
    from: `${joined('pickingSession')} join user as worker on worker.id = pickingSession.pickerId`,
  },
  packing: {
    table: 'packingSession', time: 'packingSession.createdAt', columns: `packingSession.*, checker.fullName as checkerName, worker.fullName as packerName, holder.fullName as heldByName, courier.name as courierName, ${ofInvoice}`,
    from: `${joined('packingSession')} left join user as checker on checker.id = packingSession.checkerId left join user as worker on worker.id = packingSession.packerId
      left join user as holder on holder.id = packingSession.heldBy left join courier on courier.id = packingSession.courierId`,
  },
  delivery: {
    table: 'deliverySession', time: 'deliverySession.startedAt', columns: `deliverySession.*, sender.fullName as dispatchedByName, worker.fullName as assigneeName, deliverer.fullName as deliveredByName, ${ofInvoice}`,
    from: `${joined('deliverySession')} join user as sender on sender.id = deliverySession.dispatchedBy left join user as worker on worker.id = deliverySession.assigneeId
      left join user as deliverer on deliverer.id = deliverySession.deliveredBy`,
  },
  returns: {
    table: 'invoiceReturn', time: 'invoiceReturn.createdAt', columns: 'invoiceReturn.*, returner.fullName as returnedByName, resolver.fullName as resolvedByName, invoice.number as invoiceNumber, customer.name as customerName, invoice.version as invoiceVersion',
    from: `${joined('invoiceReturn')} join user as returner on returner.id = invoiceReturn.returnedBy left join user as resolver on resolver.id = invoiceReturn.resolvedBy`,
  },
  invoices: {
    table: 'invoice', time: 'invoice.createdAt',
    columns: 'invoice.*, customer.code as customerCode, customer.name as customerName, customer.area as customerArea, salesman.name as salesmanName, maker.fullName as createdByName, picker.fullName as pickerName, packer.fullName as packerName, assignee.fullName as assigneeName',
    from: `invoice join customer on customer.id = invoice.customerId left join salesman on salesman.id = invoice.salesmanId join user as maker on maker.id = invoice.createdBy left join user as picker on picker.id = invoice.pickerId
      left join user as packer on packer.id = invoice.packerId left join user as assignee on assignee.id = invoice.assigneeId`,
  },
} as const

export function bareOf(sqlite: Database): Bare {
  const kept = new Map<string, Statement>()
  const prepared = (text: string) => {
    const statement = kept.get(text) ?? sqlite.prepare(text)
    kept.set(text, statement)
    return statement
  }
  return {
    list(name, where = '1', values = [], { joins = false, order, after } = {}) {
      const { table, time, columns, from } = lists[name]
      const place = after === undefined ? '' : `and (${time} < ? or (${time} = ? and ${table}.id > ?)) and ${time} <= ?`
      const page = prepared(`select ${columns} from ${from} where ${where} ${place} order by ${order ?? `${time} desc`}, ${table}.id limit ${most}`)
      const count = prepared(`select count(*) from ${joins ? from : table} where ${where}`)
      const placed = after === undefined ? [] : [after[0], after[0], after[1], after[0]]
      return () => ({ ids: (page.all(...values, ...placed) as { readonly id: unknown }[]).slice(0, most - 1).map(({ id }) => id), total: count.pluck().get(...values) })
    },
    ask(texts, values = {}) {
      const statements = texts.map(prepared)
      return () => statements.map(statement => statement.all(values))
    },
  }
}

/** What the reports list, day by day of a span (`:from` and `:to`, days or instants), and what else they read. */
export const reportRows = {
  invoices: `select invoice.id, invoice.number, invoice.day, invoice.createdAt, customer.name as customer, customer.area, salesman.name as salesman, invoice.status, invoice.lineCount, invoice.pieceCount, invoice.total,
      case invoice.creator when '' then user.fullName else invoice.creator end as creator
    from invoice join customer on customer.id = invoice.customerId left join salesman on salesman.id = invoice.salesmanId join user on user.id = invoice.createdBy
    where invoice.day >= :from and invoice.day <= :to order by invoice.day, invoice.number`,
  billedItems: `select invoice.id, invoice.number, invoice.day, customer.name as customer, invoiceLine.itemCode, invoiceLine.name, companyName, packing, barcode, shelfLocation, invoicedQuantity, mrp, invoice.total
    from invoice join invoiceLine on invoiceLine.invoiceId = invoice.id join customer on customer.id = invoice.customerId
    where invoice.day >= :from and invoice.day <= :to order by invoice.day, invoice.number, invoiceLine.position`,
  pickingHistory: `select pickingSession.*, invoice.number, invoice.day, customer.name as customer, salesman.name as salesman, invoice.lineCount, invoice.pieceCount, invoice.total, user.fullName as picker
    from pickingSession join invoice on invoice.id = pickingSession.invoiceId join customer on customer.id = invoice.customerId left join salesman on salesman.id = invoice.salesmanId join user on user.id = pickingSession.pickerId
    where startedAt >= :from and startedAt < :to order by startedAt, pickingSession.id`,
  packingHistory: `select packingSession.*, invoice.number, invoice.day, customer.name as customer, salesman.name as salesman, invoice.lineCount, invoice.pieceCount, invoice.total, checker.fullName as checker, packer.fullName as packer,
      courier.name as courier, (select count(*) from packingContainer where packingSessionId = packingSession.id and kind = 'TRAY') as trays,
      (select count(*) from packingContainer where packingSessionId = packingSession.id and kind = 'BOX') as boxes
    from packingSession join invoice on invoice.id = packingSession.invoiceId join customer on customer.id = invoice.customerId left join salesman on salesman.id = invoice.salesmanId
      left join user as checker on checker.id = packingSession.checkerId left join user as packer on packer.id = packingSession.packerId left join courier on courier.id = packingSession.courierId
    where packingSession.createdAt >= :from and packingSession.createdAt < :to order by packingSession.createdAt, packingSession.id`,
  deliveryHistory: `select deliverySession.*, invoice.number, invoice.day, customer.name as customer, salesman.name as salesman, invoice.lineCount, invoice.pieceCount, invoice.total, sender.fullName as dispatcher, worker.fullName as assignee, deliverer.fullName as deliverer
    from deliverySession join invoice on invoice.id = deliverySession.invoiceId join customer on customer.id = invoice.customerId left join salesman on salesman.id = invoice.salesmanId
      join user as sender on sender.id = deliverySession.dispatchedBy left join user as worker on worker.id = deliverySession.assigneeId left join user as deliverer on deliverer.id = deliverySession.deliveredBy
    where startedAt >= :from and startedAt < :to order by startedAt, deliverySession.id`,
} as const

/** What somebody (`:who`) has in hand. */
export const inHandRows = [
  "select invoiceId from pickingSession where pickerId = :who and status = 'PREPARING' order by startedAt",
  `select packingSession.invoiceId from invoice join packingSession on packingSession.invoiceId = invoice.id where packingSession.status in ('CHECKING', 'CHECKING_DONE', 'PACKING') and invoice.status in ('PACKING', 'BOXING')
    and (+packingSession.packerId = :who or +packingSession.checkerId = :who) order by +packingSession.createdAt limit 200`,
  "select invoiceId from deliverySession where assigneeId = :who and status = 'IN_TRANSIT' order by startedAt limit 200",
]
export const heldRows = ['select invoice.id from packingSession join invoice on invoice.id = packingSession.invoiceId where packingSession.isHeldForConsolidation = 1 order by packingSession.createdAt limit 500']

const finished = (session: string, person: string, began: string, isOver: string) => `select user.id as personId, user.fullName, ${began}, ${session}.endedAt, invoice.lineCount, invoice.pieceCount
  from ${session} join invoice on invoice.id = ${session}.invoiceId join user on user.id = ${session}.${person} where ${session}.endedAt >= :from and ${session}.endedAt < :to and ${isOver} and ${session}.proof in ('SCAN', 'MANUAL')`
/** Who finished what of which stage in a span of instants. */
export const finishedRows = [
  finished('pickingSession', 'pickerId', 'pickingSession.startedAt', "pickingSession.status in ('PICKED', 'VERIFIED')"),
  finished('packingSession', 'packerId', 'coalesce(packingSession.checkingStartedAt, packingSession.startedAt)', "packingSession.status = 'PACKED'"),
  finished('deliverySession', 'deliveredBy', 'deliverySession.startedAt', "deliverySession.status = 'DELIVERED'"),
]

const took = (began: string) => `case when proof in ('SCAN', 'MANUAL') then unixepoch(endedAt) - unixepoch(${began}) end`
const done = (session: string, began: string, isOver: string) => `select count(*), sum(${took(began)}), count(${took(began)}) from ${session} where endedAt >= :from and endedAt < :to and ${isOver}`
/** The figures of a span of instants. */
export const figureRows = [
  done('pickingSession', 'startedAt', "status in ('PICKED', 'VERIFIED')"), done('packingSession', 'coalesce(checkingStartedAt, startedAt)', "status = 'PACKED'"), done('deliverySession', 'startedAt', "status = 'DELIVERED'"),
  'select count(*) from invoice where createdAt >= :from and createdAt < :to', 'select count(*) from invoiceReturn where createdAt >= :from and createdAt < :to',
  "select count(*) from pickingSession join invoice on invoice.id = invoiceId where endedAt >= :from and endedAt < :to and pickingSession.status in ('PICKED', 'VERIFIED') and invoice.createdAt < :from",
  "select count(*) from invoice where status = 'INVOICED' and createdAt < :from",
]

const open = "('INVOICED', 'PICKING', 'PICKED', 'PACKING', 'BOXING', 'PACKED', 'DISPATCHED', 'REVIEW')"
/** How it stands now, without the figures of the day. */
export const standingRows = [
  `select status, count(*), min(statusSince), sum(isOnHold), sum(isExpress), sum(isTotalDifferent), sum(status = 'BOXING' and isSelfBoxing = 0), sum(status = 'PACKED' and deliveryStatus = 'TO_CONSIDER')
    from invoice where status in ${open} group by status`,
  'select count(*) from packingSession where isHeldForConsolidation = 1',
]

/** The next fifty of a state (`:status`), the most urgent first: chosen by what orders them, and only those joined with what they name. */
export const queueRows = `with next as (select id from invoice where status = :status order by isOnHold, isExpress desc, case priority when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end, createdAt, id limit 50)
  select ${lists.invoices.columns} from next join ${lists.invoices.from.replace('invoice join', 'invoice on invoice.id = next.id join')}
  order by isOnHold, isExpress desc, case priority when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end, invoice.createdAt, invoice.id`
