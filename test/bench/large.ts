import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from '../../src-renderer/core/client.ts'
import { databaseFile } from '../../src-main/database/open.ts'
import { startHostProcess } from '../support/host-process.ts'
import { openDesk } from './browser.ts'
import { fillItems, fillPast, inStandingBulk } from './bulk.ts'
import { openFactory } from './factory.ts'
import { watched } from './gauge.ts'
import { median, megabytes, milliseconds, plainRow, rounds, timed, type Bench, type Row, type Size } from './harness.ts'

const desks = 200

export const bench: Bench = {
  name: 'large',
  about: `A factory with a past: 20,000 items, 600,000 stock moves (120,000 of one item), a million rows of audit and of events, about 1 GB. Start: from the
program's start to the line that says it is ready, beside an empty factory, by turns. Memory: what the host's process holds, at rest and with ${desks} desks that
have read lists. Long lists: the longest gap of the host's thread while one is asked for, and until its answer is there.`,
  async run(size) {
    const small = await openFactory()
    await small.close()
    const empty = await openFactory()
    const tickets = (await empty.signIn('Warehouse Admin', size(desks, 3))).map(({ token, session }) => ({ token, deskId: session.deskId }))
    await empty.close()
    const { folder } = empty
    const past = size({ items: 20_000, moves: 600_000, acts: 1_000_000 }, { items: 200, moves: 2000, acts: 1000 })
    const { busyItemId, storeId } = inStandingBulk(folder, sqlite => fillPast(sqlite, fillItems(sqlite, past.items), past))
    const bytes = statSync(join(folder, databaseFile)).size
    return [
      ...(await starts(folder, small.folder, bytes, size)),
      ...(await memory(folder, tickets)),
      ...(await longLists(folder, { itemId: busyItemId, locationId: storeId }, size)),
    ]
  },
}

async function starts(large: string, small: string, bytes: number, size: Size): Promise<Row[]> {
  const start = (folder: string) => async () => {
    const time = performance.now()
    const host = await startHostProcess(folder)
    const taken = performance.now() - time
    await host.stop()
    return taken
  }
  const measured = await rounds(size(5, 1), async () => ({ floor: await start(small)(), ours: await start(large)() }))
  return [plainRow(
    `start with ${megabytes(bytes)}, beside an empty factory`, median(measured.map(({ ours }) => ours)), milliseconds, { atMost: 3000 }, median(measured.map(({ floor }) => floor)),
  )]
}

/** What the process holds, where the system tells it. */
function residentBytes(pid: number): number | undefined {
  const path = `/proc/${pid}/status`
  return existsSync(path) ? Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(path, 'utf8'))?.[1]) * 1024 : undefined
}

async function memory(folder: string, tickets: readonly { token: string; deskId: string }[]): Promise<Row[]> {
  const host = await startHostProcess(folder)
  try {
    await pause(1500)
    const atRest = residentBytes(host.pid)
    const open = await Promise.all(tickets.map(ticket => openDesk(host.url, ticket)))
    await Promise.all(open.map(({ api }, at) => Promise.all([
      api.masters.listItems({ pageSize: 100, search: String(at) }), api.warehouse.listItemStock({ pageSize: 100 }), api.warehouse.listMoves({ pageSize: 100 }),
    ])))
    const loaded = residentBytes(host.pid)
    for (const { transport } of open) transport.disconnect()
    if (atRest === undefined || loaded === undefined) return []
    return [plainRow('memory of the host at rest', atRest, megabytes), plainRow(`memory with ${tickets.length} desks`, loaded, megabytes)]
  } finally {
    await host.stop()
  }
}

type Look = (api: Api) => Promise<unknown>

function looks({ itemId, locationId }: { itemId: string; locationId: string }): Readonly<Record<string, Look>> {
  const today = new Date().toISOString().slice(0, 10)
  const year = { from: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`, to: today }
  return {
    'report stockMovement, this month': api => api.reports.previewReport({ report: 'stockMovement' }),
    'report stockMovement, a year': api => api.reports.previewReport({ report: 'stockMovement', filters: { period: year } }),
    'report inventory, page 100': api => api.reports.previewReport({ report: 'inventory', page: 100 }),
    'moves, newest, with total': api => api.warehouse.listMoves({ total: true }),
    'moves, searched by item name, with total': api => api.warehouse.listMoves({ total: true, search: 'warna 7' }),
    'moves, sorted by item name': api => api.warehouse.listMoves({ total: true, sort: [{ column: 'itemName' }] }),
    'moves of a place': api => api.warehouse.listMoves({ total: true, filter: { locationId } }),
    'stock card of 120,000 moves': api => api.warehouse.getStockCard({ itemId, total: true }),
    'item stock, its places': api => api.warehouse.getItemStock({ itemId }),
    'stock by place, searched': api => api.warehouse.listStock({ total: true, search: 'warna 7' }),
    'stock by item': api => api.warehouse.listItemStock({ total: true }),
    'items, searched, with total': api => api.masters.listItems({ total: true, search: 'warna 7' }),
  }
}

/** Answers are kept: before each look a row changes that every list of stock reads. */
async function longLists(folder: string, at: { itemId: string; locationId: string }, size: Size): Promise<Row[]> {
  const factory = await openFactory(folder)
  try {
    const [manager] = await factory.signIn('Manager')
    const warm = looks(at)['stock by item']!
    await warm(manager!.client)
    const rows: Row[] = []
    for (const [name, look] of Object.entries(looks(at))) {
      const measured = await rounds(size(3, 1), async () => {
        await factory.system.masters.createUnit({ code: `u-${performance.now()}`, name: 'Ukur', places: 0 })
        return watched(() => timed(() => look(manager!.client)))
      })
      const middle = (pick: (one: (typeof measured)[number]) => number) => median(measured.map(pick))
      rows.push(plainRow(
        `${name} (${milliseconds(middle(({ time }) => time))}): longest hold`, middle(({ gaps }) => gaps.ours.longest), milliseconds, { atMost: 50 },
        middle(({ gaps }) => gaps.idle.longest),
      ))
    }
    return rows
  } finally {
    await factory.close()
  }
}
