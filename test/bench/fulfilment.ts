import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { WebSocket } from 'ws'
import type { FulfilmentBoard } from '../../shared/fulfilment/history.ts'
import type { FloorQueue } from '../../shared/fulfilment/queues.ts'
import { invoiceStatuses, type InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import { databaseFile, openReader } from '../../src-main/database/open.ts'
import { openDesk } from './browser.ts'
import { inStandingBulk } from './bulk.ts'
import { startChild, type Child } from './child.ts'
import { openFactory } from './factory.ts'
import type { FloorBareTasks } from './fulfilment-bare-process.ts'
import { requireHeard, type Listener } from './fulfilment-events.ts'
import { floorRoles, type FloorRole, type Hand } from './fulfilment-hands.ts'
import { documentsIn, fillGoods, importDay, realFiles } from './fulfilment-import.ts'
import type { FloorTasks } from './fulfilment-process.ts'
import { fillInvoices } from './fulfilment-rows.ts'
import type { Gaps } from './gauge.ts'
import type { HostTasks } from './host-process.ts'
import { median, milliseconds, plainRow, quantile, ratioRow, seconds, timed, type Bench, type Pair, type Row, type Size } from './harness.ts'

const wholeTeam: Readonly<Record<FloorRole, number>> = { Picker: 12, Packer: 9, Delivery: 4, Driver: 3, Billing: 2 }
const littleTeam: Readonly<Record<FloorRole, number>> = { Picker: 2, Packer: 2, Delivery: 1, Driver: 1, Billing: 1 }
const dayLength = 86_400_000

export const bench: Bench = {
  name: 'fulfilment',
  about: `Three real days of a wholesaler as one: 418 documents of 7,419 lines (352 invoices, 36 credit notes, 30 corrections that are no bills), their goods in stock. An Admin imports the files; then 30 desks with the screens' own client
and their live queries (12 pickers, 9 packers, 4 dispatchers, 3 drivers, 2 of billing) work all of them through, as fast as the host answers: a save for every line that a scan makes whole, and for every scan of packing, as the screens
send them; trays, boxes, the three ways of delivery, drivers with position and photo; by a seeded chance short picks, cancelled picks and returns. The floor of a scan is a bare \`ws\` server with as many bare sockets, which
writes the very rows that the last saves of the run wrote, a durable transaction each, on a copy of the database, and answers the same text; and, one desk alone, the same by turns. At the end every desk must have heard every event that it may hear
once and in order, every invoice must be delivered, and the board of every desk be what is counted in the tables: else the bench fails. Then all of it again with 10,000 other invoices open.`,
  async run(size) {
    return [...(await day(0, size)), ...(await day(size(10_000, 40), size))]
  },
}

/** A part of the day: what it took, and the floor right after it. */
type Worked = Awaited<ReturnType<FloorTasks['work']>> & { readonly gaps: Gaps; readonly floor: readonly number[] }

function parts<Value>(all: readonly Value[], count: number): (readonly Value[])[] {
  return Array.from({ length: count }, (_, at) => all.filter((_one, place) => place % count === at))
}

async function day(open: number, size: Size): Promise<Row[]> {
  const read = realFiles(size(undefined, 8))
  const folder = await fillWarehouse(open, read)
  process.env.LANTAI_SEED ??= '7'
  process.env.LANTAI_BENCH_FOLDER = folder
  const host = startChild<HostTasks>('host-process.ts')
  const [floor, bare] = [startChild<FloorTasks>('fulfilment-process.ts'), startChild<FloorBareTasks>('fulfilment-bare-process.ts')]
  const sqlite = openReader(join(folder, databaseFile))
  try {
    const url = await host.ask('url')
    const [ticket] = await host.ask('signIn', { role: 'Admin', count: 1 })
    const admin = await openDesk(url, ticket!)
    const { staged, applied } = await importDay(admin, url, ticket!, read)
    const { id: courierId } = await admin.api.masters.createCourier({ code: 'JNT', name: 'J&T Bekasi', kind: 'EXTERNAL', phone: '021555' })
    const hands = await hire(host, size(wholeTeam, littleTeam))
    const numbers = sqlite.prepare("select number from invoice where number not like 'UKUR-%' order by number").pluck().all() as string[]
    await floor.ask('open', { url, hands })
    await quiet()
    const since = newest(sqlite)
    await floor.ask('forget')
    const stopped = sqlite.prepare("select number from invoice where status = 'REVIEW'").pluck().all() as string[]
    const worked: Worked[] = []
    for (const [at, part] of parts(numbers, size(4, 1)).entries()) {
      await host.ask('watch')
      const work = await floor.ask('work', { url, numbers: part, stopped: stopped.filter(number => part.includes(number)), courierId })
      const gaps = await host.ask('gaps')
      await quiet()
      await bare.ask('open', { hostPath: join(folder, databaseFile), copyPath: join(folder, `bare-${at}.db`) })
      worked.push({ ...work, gaps, floor: await spreadOver(bare, hands.length, size(1000, 40)) })
    }
    const took = worked.reduce((sum, one) => sum + one.took, 0)
    requireHeard(sqlite, since, await floor.ask('heard'), hands)
    requireDelivered(sqlite, numbers)
    await requireBoards(sqlite, floor)
    await floor.ask('close')
    const alone = await oneDesk(host, bare, folder, url, size)
    admin.transport.disconnect()
    const events = newest(sqlite) - since
    const title = open === 0 ? '' : `, ${open.toLocaleString('en')} more open`
    const scans = (share: number): Pair[] => worked.map(one => ({ floor: quantile(one.floor, share), ours: quantile(one.spent.scans, share) }))
    const ofAlone = (share: number): Pair[] => [{ floor: quantile(alone.map(one => one.floor), share), ours: quantile(alone.map(one => one.ours), share) }]
    const mishaps = (kind: keyof Worked['mishaps']) => worked.reduce((sum, one) => sum + one.mishaps[kind], 0)
    const steps = worked.flatMap(({ spent }) => spent.steps)
    const scanned = worked.reduce((sum, { spent }) => sum + spent.scans.length, 0)
    return [
      plainRow(`${documentsIn(read)} documents${title}: read, decided and staged`, staged, seconds),
      plainRow('  imported', applied, seconds),
      plainRow(`${numbers.length} invoices by ${hands.length} desks, from picking to delivery`, took, seconds),
      plainRow(`  invoices a minute (${mishaps('short')} short, ${mishaps('cancelled')} cancelled, ${mishaps('returned')} returned)`, (numbers.length * 60_000) / took, value => value.toFixed(0)),
      plainRow(`  events, heard by all in order`, events, value => value.toLocaleString('en')),
      ratioRow(`  ${scanned.toLocaleString('en')} scans, p50`, scans(0.5), milliseconds, { atMost: 1.5 }),
      ratioRow('  scans, p99', scans(0.99), milliseconds, { atMost: 1.5 }),
      plainRow(`  ${steps.length.toLocaleString('en')} steps between, p50`, quantile(steps, 0.5), milliseconds),
      plainRow('  steps, p99', quantile(steps, 0.99), milliseconds),
      plainRow('  the host meanwhile, longest gap', Math.max(...worked.map(({ gaps }) => gaps.longest)), milliseconds),
      plainRow('  the host meanwhile, gaps p99', median(worked.map(({ gaps }) => gaps.p99)), milliseconds),
      ratioRow('  a scan at one desk alone, p50', ofAlone(0.5), milliseconds, { atMost: 1.5 }),
      ratioRow('  a scan at one desk alone, p99', ofAlone(0.99), milliseconds, { atMost: 1.5 }),
    ]
  } finally {
    sqlite.close()
    await Promise.all([floor.stop(), bare.stop()])
    await host.stop()
    delete process.env.LANTAI_BENCH_FOLDER
  }
}

/** A factory set up, with the goods of these documents in stock, and so many other invoices open: of ten, six to be picked, two to be checked and two ready to leave. */
async function fillWarehouse(open: number, read: ReturnType<typeof realFiles>): Promise<string> {
  const factory = await openFactory()
  const people = await factory.signIn('Viewer', 5)
  await factory.close()
  const [biller, ...hands] = people.map(({ session }) => session.userId)
  const [pickers, packers, dispatchers, drivers] = hands.map(id => [id])
  const standing: readonly InvoiceStatus[] = ['INVOICED', 'PICKED', 'INVOICED', 'PACKED', 'INVOICED', 'PICKED', 'INVOICED', 'PACKED', 'INVOICED', 'INVOICED']
  inStandingBulk(factory.folder, sqlite => {
    fillGoods(sqlite, read)
    const to = Date.now() - dayLength
    fillInvoices(sqlite, { biller: biller!, pickers: pickers!, packers: packers!, dispatchers: dispatchers!, drivers: drivers! }, {
      count: open, linesEach: 20, customers: 200, from: to - 10 * dayLength, to, statusAt: at => standing[at % standing.length]!,
    })
  })
  return factory.folder
}

async function hire(host: Child<HostTasks>, team: Readonly<Record<FloorRole, number>>): Promise<(Hand & Listener)[]> {
  const hands: (Hand & Listener)[] = []
  for (const role of floorRoles) {
    for (const person of await host.ask('signIn', { role, count: team[role] })) {
      const place = hands.length + 1
      const [email, badge, tray] = [`ukur${place}@pabrik.test`, `LTB-2600${1000 + place}`, `T-${place}`]
      const { version } = (await host.ask('system', { name: 'identity.getUser', input: { id: person.userId } })) as { version: number }
      await host.ask('system', { name: 'identity.updateUser', input: { id: person.userId, version, email } })
      // Billing proves nothing by a badge: whoever sees prices comes in by password.
      if (role !== 'Billing') await host.ask('system', { name: 'operators.setBadge', input: { userId: person.userId, code: badge } })
      await host.ask('system', { name: 'masters.createTray', input: { code: tray, name: `Baki ${place}` } })
      hands.push({ ...person, role, email, badge, tray })
    }
  }
  return hands
}

/** News is gathered for half a second, and what it concerns is asked again. */
function quiet(): Promise<unknown> {
  return new Promise(resolve => setTimeout(resolve, 800))
}

function newest(sqlite: Database): number {
  return sqlite.prepare('select max(seq) from event').pluck().get() as number
}

/** Every one went all the way, and what was packed of it is what was billed. */
function requireDelivered(sqlite: Database, numbers: readonly string[]): void {
  const missing = numbers.filter(number => sqlite.prepare("select status from invoice where number = ?").pluck().get(number) !== 'DELIVERED')
  if (missing.length > 0) throw new Error(`Not delivered: ${missing.join(', ')}`)
  const packed = sqlite.prepare(`select invoice.number, invoice.pieceCount, (select coalesce(sum(json_extract(part.value, '$.quantity')), 0) from packingSession join packingContainer on packingSessionId = packingSession.id, json_each(contents) as part
    where packingSession.invoiceId = invoice.id and packingSession.status = 'PACKED') as packed from invoice where number not like 'UKUR-%'`).all() as { number: string; pieceCount: number; packed: number }[]
  const wrong = packed.filter(one => one.pieceCount !== one.packed)
  if (wrong.length > 0) throw new Error(`Packed otherwise than billed: ${wrong.map(one => `${one.number} (${one.packed} of ${one.pieceCount})`).join(', ')}`)
}

/** What is cancelled is on no board. */
const onBoard = invoiceStatuses.filter(status => status !== 'CANCELLED')

/** What every desk shows is what is counted in the tables, once the last news has been followed. */
async function requireBoards(sqlite: Database, floor: Child<FloorTasks>): Promise<void> {
  const one = (text: string) => sqlite.prepare(text).pluck().get() as number
  const midnight = new Date(Math.floor((Date.now() + 7 * 3_600_000) / dayLength) * dayLength - 7 * 3_600_000).toISOString()
  const counted = {
    ...Object.fromEntries(onBoard.map(status => [status, one(status === 'DELIVERED' ? `select count(*) from deliverySession where status = 'DELIVERED' and endedAt >= '${midnight}'` : `select count(*) from invoice where status = '${status}'`)])),
    held: one('select count(*) from invoice where isOnHold = 1'), express: one("select count(*) from invoice where isExpress = 1 and status <> 'DELIVERED'"), consolidating: one('select count(*) from packingSession where isHeldForConsolidation = 1'),
    toConsider: one("select count(*) from invoice where status = 'PACKED' and deliveryStatus = 'TO_CONSIDER'"), boxingQueue: one("select count(*) from invoice where status = 'BOXING' and isSelfBoxing = 0"),
    returned: one(`select count(*) from invoiceReturn where createdAt >= '${midnight}'`), picked: one(`select count(*) from pickingSession where endedAt >= '${midnight}' and isCompleted = 1`),
  }
  const shownBy = ({ counts, held, express, consolidating, toConsider, boxingQueue, today }: FulfilmentBoard) =>
    ({ ...Object.fromEntries(counts.map(({ status, count }) => [status, count])), held, express, consolidating, toConsider, boxingQueue, returned: today.returned, picked: today.completedPicking })
  const isBeside = 'exists (select 1 from packingSession where invoiceId = invoice.id and isHeldForConsolidation = 1)'
  const waiting: Readonly<Record<FloorQueue, number>> = {
    pick: one("select count(*) from invoice where status = 'INVOICED'"), again: one("select count(*) from invoice where status = 'PICKING' and billingStatus = 'RE_INVOICED'"),
    check: one(`select count(*) from invoice where status = 'PICKED' and not ${isBeside}`), box: counted.boxingQueue, driver: counted.toConsider,
    ready: one("select count(*) from invoice where status = 'PACKED'") - counted.toConsider, road: one("select count(*) from invoice where status = 'DISPATCHED'"),
  }
  const patience = performance.now() + 30_000
  for (;;) {
    const boards = (await floor.ask('boards')).map(board => (board ? JSON.stringify(shownBy(board)) : 'nothing'))
    const other = boards.find(board => board !== JSON.stringify(counted))
    const queues = (await floor.ask('waiting')).flatMap(desk => Object.entries(desk))
    const wrong = queues.find(([queue, count]) => count !== waiting[queue as FloorQueue])
    if (other === undefined && wrong === undefined && queues.length > 0) return
    if (performance.now() > patience) throw new Error(`A desk shows ${other ?? String(wrong)}, the tables ${JSON.stringify({ ...counted, ...waiting })}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** The floor of the scans: as many bare sockets as there were desks, each waiting for its answer before it sends the next. */
async function spreadOver(bare: Child<FloorBareTasks>, count: number, most: number): Promise<number[]> {
  const url = await bare.ask('url')
  const ready = await bare.ask('load', { most })
  const times: number[] = []
  let next = 0
  const sockets = await Promise.all(Array.from({ length: count }, () => openBare(url)))
  await Promise.all(sockets.map(async socket => {
    while (next < ready) times.push(await timed(() => socket.send(next++)))
    socket.close()
  }))
  return times
}

/** One desk alone, and the floor of the same rows, by turns. */
async function oneDesk(host: Child<HostTasks>, bare: Child<FloorBareTasks>, folder: string, url: string, size: Size): Promise<Pair[]> {
  const [ticket] = await host.ask('signIn', { role: 'Picker', count: 1 })
  const { api: { fulfilment }, transport } = await openDesk(url, ticket!)
  const lines = Array.from({ length: 20 }, (_, at) => ({ name: `Barang ${at}`, item_code: `SATU-${at}`, quantity: 3, mrp: 2.5, shelf_location: `R-${at}` }))
  await host.ask('system', { name: 'fulfilment.importInvoice', input: { invoice_no: 'SENDIRI-1', invoice_date: '2026-11-20', salesman: 'Rina', Total: 150, customer: { code: 'UKUR-SENDIRI', name: 'Toko ukur' }, items: lines } })
  const { id: invoiceId, lines: billed } = await fulfilment.findInvoice({ number: 'SENDIRI-1' })
  await fulfilment.startPicking({ invoiceId })
  await bare.ask('open', { hostPath: join(folder, databaseFile), copyPath: join(folder, 'bare-alone.db') })
  const socket = await openBare(await bare.ask('url'))
  const pairs: Pair[] = []
  for (let at = 0; at < size(400, 3); at += 1) {
    const lineIds = billed.slice(0, 1 + (at % billed.length)).map(({ id }) => id)
    const ours = await timed(() => fulfilment.savePicked({ invoiceId, lineIds }))
    await bare.ask('load', { most: 1 })
    pairs.push({ ours, floor: await timed(() => socket.send(0)) })
  }
  socket.close()
  transport.disconnect()
  return pairs
}

async function openBare(url: string): Promise<{ send(at: number): Promise<unknown>; close(): void }> {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  return {
    send: at => new Promise((resolve, reject) => {
      socket.onclose = () => reject(new Error('The bare server is gone'))
      socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)))
      socket.send(String(at))
    }),
    close() {
      socket.onclose = null
      socket.close()
    },
  }
}
