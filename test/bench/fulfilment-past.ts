import { statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import type { InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import type { Session } from '../../src-main/core/session.ts'
import { databaseFile } from '../../src-main/database/open.ts'
import { inStandingBulk } from './bulk.ts'
import { openFactory, type Factory } from './factory.ts'
import { bareOf } from './fulfilment-bare.ts'
import { looksAt, type Askers, type Look } from './fulfilment-looks.ts'
import { fillInvoices, type Filled, type Hands } from './fulfilment-rows.ts'
import { watched } from './gauge.ts'
import { megabytes, median, milliseconds, plainRow, quantile, rounds, timed, times, type Bench, type Row, type Size } from './harness.ts'

const dayLength = 86_400_000
const days = 1200
const mostRatio = 1.5
const mostHold = 50

export const bench: Bench = {
  name: 'fulfilment-past',
  about: `The history of a warehouse: 1,000,000 invoices of 1,200 days (833 a day) with 2,000,000 lines, 2,997,000 sessions of picking, packing and delivery, as many boxes as were packed and 20,000 returns, the newest 1,500
still open; 25 pickers, 15 packers, 5 dispatchers and 10 drivers, of each one who did next to nothing. Every list of the module, first and later pages as the screens ask for them, with how many there are; filters by days, person,
state, customer and words; the figures of days, the board, and the reports of a day and a month. Each is asked through \`dispatch\`, with nothing kept, against the bare SQL of the same rows. A goal is met where ours takes at most
1.5 times the floor, or holds up the host's thread for less than 50 ms.`,
  async run(size) {
    const { folder, hands, askers } = await openWarehouse(size)
    const count = size(1_000_000, 600)
    const open = size(1500, 60)
    const to = Date.now() - 60_000
    const filled = inStandingBulk(folder, sqlite => {
      return fillInvoices(sqlite, hands, { count, linesEach: 2, customers: size(2000, 20), from: to - days * dayLength, to, statusAt: at => (at < count - open ? 'DELIVERED' : openStatus(at)) })
    })
    const bytes = statSync(join(folder, databaseFile)).size
    return [...(await measured(folder, askers, hands, { count, filled, to }, size)), plainRow(`the database of ${count.toLocaleString('en')} invoices, ${filled.lines.toLocaleString('en')} lines and ${filled.sessions.toLocaleString('en')} sessions`, bytes, megabytes)]
  },
}

const standing: readonly InvoiceStatus[] = ['INVOICED', 'PICKED', 'PACKED', 'INVOICED', 'REVIEW']

function openStatus(at: number): InvoiceStatus {
  return standing[at % standing.length]!
}

async function openWarehouse(size: Size): Promise<{ readonly folder: string; readonly hands: Hands; readonly askers: Askers }> {
  const factory = await openFactory()
  try {
    const hired = async (role: string, count: number) => {
      const people = await factory.signIn(role, count)
      for (const { session } of people) {
        const { version, username } = await factory.system.identity.getUser({ id: session.userId })
        await factory.system.identity.updateUser({ id: session.userId, version, email: `${username}@ukur.test` })
      }
      return people.map(({ session }) => session)
    }
    const ids = (sessions: readonly Session[]) => sessions.map(({ userId }) => userId)
    const [admin] = await hired('Admin', 1)
    const [biller] = await hired('Billing', 1)
    const [pickers, packers, dispatchers, drivers] = [await hired('Picker', size(25, 3)), await hired('Packer', size(15, 3)), await hired('Delivery', size(5, 3)), await hired('Driver', size(10, 3))]
    const hands = { biller: biller!.userId, pickers: ids(pickers), packers: ids(packers), dispatchers: ids(dispatchers), drivers: ids(drivers) }
    return { folder: factory.folder, hands, askers: { admin: admin!, picker: pickers[0]!, packer: packers[0]!, dispatcher: dispatchers[0]!, driver: drivers[0]!, rareDriver: drivers.at(-1)! } }
  } finally {
    await factory.close()
  }
}

interface Past { readonly count: number; readonly filled: Filled; readonly to: number }

async function measured(folder: string, askers: Askers, hands: Hands, { count, filled, to }: Past, size: Size): Promise<Row[]> {
  const factory = await openFactory(folder)
  const sqlite = new BetterSqlite(join(folder, databaseFile), { readonly: true })
  try {
    const emailOf = (userId: string) => sqlite.prepare('select email from user where id = ?').pluck().get(userId) as string
    const looks = looksAt(bareOf(sqlite), { askers, hands, emailOf, customerIds: filled.customerIds, count, instantOf: filled.instantOf, newest: to })
    // The worker that answers long queries starts with the first of them.
    await factory.ask(askers.admin, 'fulfilment.listInvoices', { pageSize: 1 })
    const rows: Row[] = []
    for (const look of looks) rows.push(...(await against(factory, look, size)))
    return rows
  } finally {
    sqlite.close()
    await factory.close()
  }
}

/** Of a list, that both found the same rows. */
function requireSame(name: string, found: unknown, told: unknown): void {
  if (typeof found !== 'object' || found === null || !('ids' in found)) return
  const { rows, total } = JSON.parse(String(told)) as { rows: readonly { readonly id: string }[]; total: number }
  const ours = JSON.stringify({ ids: rows.map(({ id }) => id), total })
  if (ours !== JSON.stringify(found)) throw new Error(`${name}: ours told ${ours}, the floor found ${JSON.stringify(found)}`)
}

/** Ours and the floor by turns; before each, a row changes that every answer was made from, so that none is kept. */
async function against(factory: Factory, { name, asker, procedure, input, floor, calls = 15 }: Look, size: Size): Promise<Row[]> {
  let at = 0
  const turn = async () => {
    at += 1
    await factory.system.masters.createCustomer({ code: `u-${performance.now()}`, name: 'Toko ukur' })
    const [asked, bare] = [input(at), floor(at)]
    let [found, told]: unknown[] = []
    const spent = await timed(() => void (found = bare()))
    const answered = await watched(async () => void (told = (await factory.ask(asker, procedure, asked)).json))
    requireSame(name, found, told)
    return { floor: spent, ...answered }
  }
  await turn()
  const turns = await rounds(size(calls, 1), turn)
  const [bare, ours] = [turns.map(one => one.floor), turns.map(one => one.time)]
  const [ratio, hold] = [median(turns.map(one => one.time / one.floor)), median(turns.map(({ gaps }) => gaps.ours.longest))]
  return [
    {
      what: name, floor: milliseconds(median(bare)), ours: milliseconds(median(ours)), figure: times(ratio), goal: `≤ ${times(mostRatio)} or held < ${milliseconds(mostHold)}`, isMet: ratio <= mostRatio || hold < mostHold,
    },
    { what: '  p95', floor: milliseconds(quantile(bare, 0.95)), ours: milliseconds(quantile(ours, 0.95)), figure: times(quantile(ours, 0.95) / quantile(bare, 0.95)), goal: '', isMet: null },
    plainRow('  longest hold of the host', hold, milliseconds, undefined, median(turns.map(({ gaps }) => gaps.idle.longest))),
  ]
}

