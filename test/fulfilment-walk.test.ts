import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { AppError } from '../shared/core/errors.ts'
import { invoiceAfter, invoiceEvents, invoiceStatuses, packDifferences, type InvoiceStatus } from '../shared/fulfilment/rules.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { openFulfilment, type FulfilmentDesks, type Hand } from './support/fulfilment-desks.ts'
import { importer } from './support/import-files.ts'

const acts = [
  'import', 'startPicking', 'completePicking', 'shortPicking', 'startRound', 'startChecking', 'finishChecking', 'hold', 'release', 'packExactly', 'packWrongly', 'seal', 'packBoxes', 'box', 'courier', 'consider', 'assign', 'arrive', 'return', 'bill',
  'billMore', 'billBatch', 'cancelPicking', 'cancelPacking', 'cancelDelivery', 'express', 'force', 'bulk', 'changeCourier', 'completeRound', 'holdInvoice', 'releaseInvoice', 'creditPart', 'creditWhole', 'endCredited',
] as const
type Act = (typeof acts)[number]
/** Each of these must have been done at least once. */
const wanted = ['bill', 'creditPart', 'creditWhole', 'holdInvoice', 'express', 'force', 'arrive', 'packBoxes', 'box', 'completeRound', 'bulk', 'changeCourier'] as const satisfies readonly Act[]
/** What comes next for an invoice, where somebody only goes on with it, in one of the ways there are. */
const ways: Partial<Record<string, readonly (readonly Act[])[]>> = {
  INVOICED: [['startPicking'], ['startRound']], PICKING: [['completePicking', 'startPicking'], ['completeRound', 'startPicking']], PICKED: [['startChecking']],
  PACKING: [['finishChecking', 'release', 'packExactly', 'packBoxes', 'seal']], BOXING: [['box']], PACKED: [['consider', 'assign'], ['courier', 'assign']], DISPATCHED: [['arrive']], REVIEW: [['bill']],
  DELIVERED: [['changeCourier', 'import'], ['import']],
}
const event = fc.record({
  act: fc.oneof({ weight: 4, arbitrary: fc.constant('goOn' as const) }, { weight: 2, arbitrary: fc.constantFrom(...acts) }), hand: fc.integer({ min: 0, max: 2 }), badge: fc.integer({ min: 0, max: 2 }), which: fc.nat(2),
  isTogether: fc.boolean(), way: fc.nat(1),
})
interface Event { readonly act: Act | 'goOn'; readonly hand: number; readonly badge: number; readonly which: number; readonly isTogether: boolean; readonly way: number }
/** What several desks do at the same time. */
const turn = fc.array(event, { minLength: 1, maxLength: 4 })
/** What a desk may be refused; anything else is a fault of ours. */
const refusals = [
  'wrong-state', 'picking-open', 'other-picker', 'no-work-menu', 'consolidation-held', 'pack-mismatch', 'container-empty', 'tray-taken', 'invalid-input', 'not-assignee', 'bulk-picking-off', 'bill-empty', 'conflict', 'invoice-held', 'not-picker', 'not-credited', 'bulk-stale',
]

test('whatever several desks do at once and in whatever order, with whosever badge: no state without its way, one session of a stage that counts, exactly what is billed is packed, what was picked and not put back is gone from the books, every cancel and every change of courier stays on record, and the board and the figures of the day are a recount', async () => {
  const desks = await openFulfilment()
  await desks.host.system.settings.changeSetting({ key: 'features.bulkPicking', value: true, reason: 'uji' })
  const walk = await walker(desks)
  await fc.assert(fc.asyncProperty(fc.array(turn, { minLength: 30, maxLength: 50 }), async turns => {
    for (let fresh = 0; fresh < 3; fresh += 1) await walk.step({ act: 'import', hand: 0, badge: 0, which: 0, isTogether: false, way: 0 })
    for (const atOnce of turns) {
      await Promise.all(atOnce.map(one => walk.step(one)))
      desks.host.clock.advance(10_000)
      walk.requireSound()
    }
    walk.requireBooks()
    await walk.requireBoard()
    await walk.requireFigures()
  }), { numRuns: 12 })
  await walk.makeUp(wanted)
  walk.requirePaths()
  expect([...walk.done().keys()]).toEqual(expect.arrayContaining([...wanted]))
  expect(walk.done().size).toBeGreaterThan(20)
  await walk.clear()
  expect(ledgerFindings(desks.host.database, 10)).toEqual([])
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
}, 900_000)

/** Credit notes that no invoice is known of yet: each takes back part of one, or all. */
async function creditNotes({ host }: FulfilmentDesks, many: number): Promise<void> {
  const files = await importer(host)
  const row = (number: number, code: string, quantity: number) => `C${number},${code},Barang ${code},-${quantity},2026-11-20 10:00:00,2,C-01,Toko Melati`
  const rows = Array.from({ length: many }, (_, at) => (at % 2 === 0 ? [row(810_000 + at, 'A-1001', 2)] : [row(810_000 + at, 'A-1001', 9), row(810_000 + at, 'A-1002', 3)])).flat()
  await files.desk.imports.applyImport(await files.stage('invoices', ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Customer name', ...rows].join('\n'), { mode: 'insert' }))
}

/** The first of the two items is kept in stock, in lots that expire one after the other. */
async function stock({ host, admin }: FulfilmentDesks): Promise<void> {
  const unitId = host.database.prepare("select id from unit where code = 'Pcs'").pluck().get() as string
  const { id: itemId } = await admin.masters.createItem({ code: 'A-1001', name: 'Barang A-1001', kind: 'FINISHED_GOOD', unitId })
  const { id: toLocationId } = await admin.masters.createLocation({ code: 'RAK-W', name: 'Rak W', kind: 'INTERNAL', parentId: null, sectionId: null })
  for (const [supplierLot, quantity, expiresOn] of [['W-1', '40', '2027-01-31'], ['W-2', '70', '2027-02-28'], ['W-3', '20000', '2027-03-31']] as const) await admin.warehouse.receiveStock({ itemId, quantity, toLocationId, lot: { supplierLot, expiresOn } })
}

async function walker(desks: FulfilmentDesks) {
  const { host, admin, billing, courierId, driver } = desks
  await stock(desks)
  await creditNotes(desks, 40)
  const ids: string[] = []
  const counts = new Map<string, number>()
  let cancelled = 0
  let courierChanges = 0
  const hands = [desks.picker, desks.otherPicker, desks.packer]
  const { id: otherCourierId } = await admin.masters.createCourier({ code: 'SCP', name: 'SiCepat', kind: 'EXTERNAL', phone: '021' })
  const rows = <Row>(text: string, ...values: unknown[]) => host.database.prepare(text).all(...values) as Row[]
  const number = (text: string, ...values: unknown[]) => host.database.prepare(text).pluck().get(...values) as number
  const lineParts = (invoiceId: string, less = 0) => rows<{ lineId: string; quantity: number }>('select id as lineId, invoicedQuantity as quantity from invoiceLine where invoiceId = ? order by position', invoiceId)
    .map(({ lineId, quantity }, at) => ({ lineId, quantity: at === 0 ? Math.max(quantity - less, 1) : quantity }))

  const at = async (id: string) => ({ id, version: (await admin.fulfilment.getInvoice({ id })).version })
  /** Billing finds whose return a note is: of so many lines. */
  async function credit(invoiceId: string, lines: number): Promise<void> {
    const [note] = rows<{ id: string; version: number }>('select id, version from creditNote where invoiceId is null and json_array_length(lines) = ? limit 1', lines)
    const [invoice] = rows<{ number: string }>('select number from invoice where id = ?', invoiceId)
    if (note) await billing.fulfilment.linkCreditNote({ ...note, invoiceNumber: invoice!.number })
  }

  function otherThan(invoiceId: string): string {
    const [taken] = rows<{ courierId: string | null }>("select courierId from deliverySession where invoiceId = ? and status <> 'CANCELLED'", invoiceId)
    return taken?.courierId === courierId ? otherCourierId : courierId
  }
  /** Whatever stands as this one does, of its day, goes on past its stages; of what changed since it was looked at, nothing. */
  async function bulk(invoiceId: string, way: number): Promise<void> {
    const { day, status } = await admin.fulfilment.getInvoice({ id: invoiceId })
    const span = { fromDay: day, toDay: day, status: [status], to: (['PICKED', 'PACKED'] as const)[way] ?? ('PICKED' as const) }
    const { digest, moves } = await admin.fulfilment.previewBulk(span)
    if (moves === 0) throw new AppError('wrong-state')
    await admin.fulfilment.changeInvoicesInBulk({ ...span, digest, reason: 'uji' })
  }

  async function act(name: Act, { desk: { fulfilment }, badge }: Pick<Hand, 'desk' | 'badge'>, invoiceId: string, { together, way }: { readonly together: readonly string[]; readonly way: number }): Promise<unknown> {
    const step = { invoiceId, badge }
    const several = { invoiceIds: [...together], badge }
    const refused = (results: readonly { readonly error: { readonly code: string } | null }[]) => {
      const error = results.find(one => one.error !== null)?.error
      if (error) throw new AppError(error.code as 'wrong-state')
    }
    switch (name) {
      case 'import': return ids.push((await desks.invoice([['A-1001', 6, '2'], ['A-1002', 3, '5']], { invoice_date: `2026-11-${String(1 + (ids.length % 18)).padStart(2, '0')}` })).id)
      case 'startPicking': return fulfilment.startPicking(step)
      case 'completePicking': return fulfilment.completePicking(step)
      case 'shortPicking': return fulfilment.completePicking({ ...step, short: [{ lineId: lineParts(invoiceId)[0]!.lineId, quantity: 1 }] })
      case 'startRound': return refused(await fulfilment.startRound(several))
      case 'completeRound': return refused(await fulfilment.completeRound(several))
      case 'startChecking': return fulfilment.startChecking(step)
      case 'finishChecking': return fulfilment.finishChecking(step)
      case 'hold': return fulfilment.holdForConsolidation(step)
      case 'release': return fulfilment.releaseConsolidation({ badge, customerId: (await admin.fulfilment.getInvoice({ id: invoiceId })).customerId })
      case 'packExactly': return fulfilment.saveContainers({ ...step, ...desks.seen(invoiceId), containers: [{ kind: ids.indexOf(invoiceId) % 2 === 0 ? 'TRAY' : 'BOX', code: `T-0${1 + (ids.indexOf(invoiceId) % 4)}`, contents: lineParts(invoiceId) }] })
      case 'packWrongly': return fulfilment.saveContainers({ ...step, ...desks.seen(invoiceId), containers: [{ kind: 'BOX', code: 'K-9', contents: lineParts(invoiceId, 1) }] })
      case 'seal': return fulfilment.sealTrays(step)
      case 'packBoxes': return fulfilment.packBoxes(step)
      case 'box': return refused(await fulfilment.completeBoxing(several))
      case 'courier': return refused(await fulfilment.startDelivery({ ...several, way: { kind: 'COURIER', courierId } }))
      case 'consider': return refused(await fulfilment.startDelivery({ ...several, way: { kind: 'INTERNAL' } }))
      case 'assign': return refused(await fulfilment.assignDelivery({ ...several, email: driver.email }))
      case 'arrive': return driver.desk.fulfilment.completeDelivery({ invoiceId, badge: driver.badge })
      case 'return': return fulfilment.returnInvoice({ ...step, reason: 'uji' })
      case 'bill': return billing.fulfilment.updateBill({ ...(await at(invoiceId)), lines: [{ itemCode: 'A-1001', quantity: 5 }], notes: 'uji' })
      case 'billMore': return billing.fulfilment.updateBill({ ...(await at(invoiceId)), lines: [{ itemCode: 'A-1001', quantity: 8 }, { itemCode: 'A-1002', mrp: '6' }], notes: 'uji' })
      case 'billBatch': return billing.fulfilment.updateBill({ ...(await at(invoiceId)), lines: [{ itemCode: 'A-1001', batchNumber: 'W-3' }], notes: 'uji' })
      case 'holdInvoice': return billing.fulfilment.changeInvoice({ ...(await at(invoiceId)), isOnHold: true, reason: 'uji' })
      case 'releaseInvoice': return billing.fulfilment.changeInvoice({ ...(await at(invoiceId)), isOnHold: false })
      case 'creditPart': return credit(invoiceId, 1)
      case 'creditWhole': return credit(invoiceId, 2)
      case 'endCredited': return billing.fulfilment.cancelCredited(await at(invoiceId))
      case 'cancelPicking': return fulfilment.cancelSession({ ...step, stage: 'PICKING', reason: 'uji' })
      case 'cancelPacking': return fulfilment.cancelSession({ ...step, stage: 'PACKING', reason: 'uji' })
      case 'cancelDelivery': return fulfilment.cancelSession({ ...step, stage: 'DELIVERY', reason: 'uji' })
      case 'express': return refused(await billing.fulfilment.expressBill({ invoiceIds: [...together] }))
      case 'bulk': return bulk(invoiceId, way)
      case 'changeCourier': return fulfilment.changeCourier({ ...step, courierId: otherThan(invoiceId), reason: 'uji' })
      case 'force': return admin.fulfilment.forceComplete({ invoiceId, reason: 'uji' })
    }
  }

  return {
    async step({ act: name, hand, badge, which, isTogether, way }: Event): Promise<void> {
      // Two that are long under way, so that nobody sits for ever on what is out of sight, and the newest.
      const recent = [...new Set([...ids.filter(id => !['DELIVERED', 'CANCELLED'].includes(desks.status(id))).slice(0, 2), ...ids.slice(-1)])]
      const invoiceId = recent[which % Math.max(recent.length, 1)] ?? ''
      const onward = ways[desks.status(invoiceId)] ?? [['import' as const]]
      const next = name === 'goOn' ? ['releaseInvoice' as const, ...onward[way % onward.length]!] : [name]
      for (const one of next) await this.attempt(one, { desk: hands[hand]!.desk, badge: hands[badge]!.badge }, invoiceId, { together: isTogether ? recent : [invoiceId], way })
    },
    /** What chance left out is tried between steps that go on, until it was done once. */
    async makeUp(names: readonly Act[]): Promise<void> {
      for (let turn = 0; turn < 600; turn += 1) {
        const missing = names.filter(name => !counts.has(name))
        if (missing.length === 0) return
        const choice = { hand: turn % 3, badge: turn % 3, which: Math.floor(turn / 3) % 3, isTogether: turn % 2 === 0, way: Math.floor(turn / 4) % 2 }
        await this.step({ act: 'goOn', ...choice })
        await this.step({ act: missing[turn % missing.length]!, ...choice })
        host.clock.advance(10_000)
        this.requireSound()
      }
    },
    async attempt(name: Act, hand: Pick<Hand, 'desk' | 'badge'>, invoiceId: string, choice: { readonly together: readonly string[]; readonly way: number }): Promise<void> {
      try {
        await act(name, hand, invoiceId, choice)
        counts.set(name, (counts.get(name) ?? 0) + 1)
        if (name.startsWith('cancel')) cancelled += 1
        if (name === 'changeCourier') courierChanges += 1
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect(refusals).toContain((error as AppError).code)
      }
    },
    requireSound(): void {
      for (const stage of ['pickingSession', 'packingSession', 'deliverySession']) {
        expect(number(`select count(*) from (select invoiceId from ${stage} where status <> 'CANCELLED' group by invoiceId having count(*) > 1)`)).toBe(0)
        expect(number(`select count(*) from ${stage} where status = 'CANCELLED' and cancelReason is null`)).toBe(0)
      }
      expect(number("select count(*) from (select pickerId from pickingSession where status = 'PREPARING' group by pickerId having count(*) > 1 and count(distinct coalesce(roundId, id)) > 1)")).toBe(0)
      expect(number("select count(*) from invoice where status = 'PICKING' and billingStatus = 'BILLED' and not exists (select 1 from pickingSession where invoiceId = invoice.id and status = 'PREPARING')")).toBe(0)
      expect(number("select count(*) from invoice where status in ('PACKING', 'BOXING') and not exists (select 1 from packingSession where invoiceId = invoice.id and status <> 'CANCELLED')")).toBe(0)
      expect(number("select count(*) from invoice where status = 'DELIVERED' and not exists (select 1 from deliverySession where invoiceId = invoice.id and status = 'DELIVERED')")).toBe(0)
      expect(number("select count(*) from invoice where (status = 'REVIEW') <> exists (select 1 from invoiceReturn where invoiceId = invoice.id and resolvedAt is null)")).toBe(0)
      expect(number("select count(*) from (select id from pickingSession where status = 'CANCELLED' union all select id from packingSession where status = 'CANCELLED' union all select id from deliverySession where status = 'CANCELLED')")).toBeGreaterThanOrEqual(cancelled)
      const packed = rows<{ id: string; invoiceId: string }>("select packingSession.id, invoiceId from packingSession join invoice on invoice.id = invoiceId where packingSession.status = 'PACKED' and proof in ('SCAN', 'MANUAL')")
      for (const { id, invoiceId } of packed) {
        const contents = rows<{ contents: string }>('select contents from packingContainer where packingSessionId = ?', id).flatMap(one => JSON.parse(one.contents) as { lineId: string; quantity: number }[])
        expect(packDifferences(lineParts(invoiceId).map(({ lineId, quantity }) => ({ id: lineId, quantity, isCharge: false })), contents)).toEqual([])
      }
    },
    /** The day's figures, counted here from the rows as they stand, without the program's own sums. */
    async requireFigures(): Promise<void> {
      const dayOf = (instant: string) => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Jakarta', dateStyle: 'short' }).format(new Date(instant))
      const day = dayOf(host.clock.now())
      const isOfDay = (instant: string | null) => instant !== null && dayOf(instant) === day
      interface Worked { readonly began: string | null; readonly ended: string | null; readonly waited: number; readonly proof: string; readonly kind: string }
      const ended = (text: string) => rows<Worked & { readonly endedAt: string | null }>(text).filter(({ endedAt }) => isOfDay(endedAt))
      const picked = ended("select startedAt as began, endedAt as ended, endedAt, waitedSeconds as waited, proof, '' as kind from pickingSession where isCompleted = 1")
      const packed = ended("select coalesce(checkingStartedAt, startedAt) as began, coalesce(packedAt, endedAt) as ended, endedAt, waitedSeconds as waited, proof, coalesce(boxerId, '') as kind from packingSession where isCompleted = 1")
      const delivered = ended("select dispatchedAt as began, endedAt as ended, endedAt, 0 as waited, proof, kind from deliverySession where status = 'DELIVERED'")
      const average = (all: readonly Worked[]) => {
        const seconds = all.flatMap(({ began, ended: until, waited, proof }) => (began === null || until === null || !['SCAN', 'MANUAL'].includes(proof) ? [] : [(Date.parse(until) - Date.parse(began)) / 1000 - waited]))
        return seconds.length === 0 ? null : Math.round((seconds.reduce((sum, one) => sum + one, 0) / seconds.length / 60) * 100) / 100
      }
      const created = (table: string) => rows<{ createdAt: string }>(`select createdAt from ${table}`).filter(({ createdAt }) => isOfDay(createdAt)).length
      const of = (kind: string) => delivered.filter(one => one.kind === kind)
      const [told] = await admin.fulfilment.getDayFigures({ fromDay: day, toDay: day })
      const { pickingMinutes, packingMinutes, deliveryMinutes, ...counted } = told!
      expect(counted).toEqual({
        day, totalInvoices: created('invoice'), holdInvoices: 0, completedPicking: picked.length, completedPacking: packed.length, completedBoxing: packed.filter(({ kind }) => kind !== '').length, completedDelivery: delivered.length,
        completedCounter: of('DIRECT').length, completedCourier: of('COURIER').length, completedRoad: of('INTERNAL').length, completedHold: 0, pending: 0, returned: created('invoiceReturn'),
      })
      const shown = [pickingMinutes, packingMinutes, deliveryMinutes].map(value => (value === null ? null : Number(decimalText(value))))
      for (const [at, expected] of [average(picked), average(packed), average(of('INTERNAL'))].entries()) {
        if (expected === null) expect(shown[at]).toBeNull()
        else expect(shown[at]).toBeCloseTo(expected, 1)
      }
      const last = rows<{ now: string; to: string | null }>('select courierName as now, (select toCourierName from courierChange where deliverySessionId = deliverySession.id order by courierChange.createdAt desc, courierChange.id desc limit 1) as "to" from deliverySession where kind = \'COURIER\'')
      expect(last.filter(({ now, to }) => to !== null && to !== now)).toEqual([])
      expect(number('select count(*) from courierChange')).toBe(courierChanges)
    },
    /** What is gone of an invoice is what was picked of it; what was put back, was never picked, or ended by its credit notes is there. */
    requireBooks(): void {
      const gone = new Map(rows<{ id: string; pieces: number }>("select documentId as id, sum(iif(source.kind = 'INTERNAL', 1, -1) * quantity) / 10000 as pieces from stockMove join location as source on source.id = fromLocationId where documentEntity = 'invoice' group by documentId").map(({ id, pieces }) => [id, pieces]))
      const invoices = rows<{ id: string; status: InvoiceStatus; section: string | null; pieces: number }>("select invoice.id, status, (select section from invoiceReturn where invoiceId = invoice.id and resolvedAt is null) as section, (select sum(invoicedQuantity) from invoiceLine where invoiceId = invoice.id and itemCode = 'A-1001') as pieces from invoice")
      for (const { id, status, section, pieces } of invoices) {
        const isPicked = ['PICKED', 'PACKING', 'BOXING', 'PACKED', 'DISPATCHED', 'DELIVERED'].includes(status) || (section !== null && section !== 'PICKING')
        const taken = gone.get(id) ?? 0
        if (section === 'PICKING') expect([0, pieces]).toContain(taken)
        else expect([status, taken]).toEqual([status, isPicked ? pieces : 0])
      }
    },
    /** Every change of state that the audit knows is one of the table. */
    requirePaths(): void {
      const changes = rows<{ before: string | null; after: string | null }>("select before, after from auditEntry where entity = 'invoice' and before is not null and after is not null")
      for (const { before, after } of changes) {
        const [from, to] = [before, after].map(text => (JSON.parse(text!) as { status?: InvoiceStatus }).status)
        if (from === undefined || to === undefined || from === to) continue
        expect(invoiceEvents.some(one => invoiceAfter(from, one) === to), `${from} → ${to}`).toBe(true)
      }
      expect(changes.length).toBeGreaterThan(50)
    },
    async requireBoard(): Promise<void> {
      const board = await admin.fulfilment.getBoard({ queueLength: 50 })
      for (const status of invoiceStatuses.filter(one => one !== 'CANCELLED')) expect([status, board.counts.find(one => one.status === status)!.count]).toEqual([status, number('select count(*) from invoice where status = ?', status)])
      expect(board.consolidating).toBe(number('select count(*) from packingSession where isHeldForConsolidation = 1'))
    },
    /** All invoices begin anew. */
    async clear(): Promise<void> {
      const owner = await host.as('Superadmin')
      await owner.fulfilment.clearInvoices({ what: 'sessions', confirm: number('select count(*) from invoice'), reason: 'uji' })
      expect([number('select count(*) from pickingSession'), number('select count(*) from packingSession'), number("select count(*) from invoice where status not in ('INVOICED', 'CANCELLED')")]).toEqual([0, 0, 0])
      await this.requireBoard()
    },
    done: () => counts,
  }
}
