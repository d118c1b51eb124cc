import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, openDesk, startHostProcess, type BareDesk, type HostProcess } from '../support/host-process.ts'
import { ourFaults } from './fuzz-host.ts'
import { passwordOf } from './kill-work.ts'
import { openNetworkDesk, standInForBrowser, type NetworkDesk, type Shown } from './network-desk.ts'
import { memoryOf } from './network-host.ts'
import { pause, startProxy, type Proxy } from './network-proxy.ts'
import { printCounts, scaled } from './scale.ts'

/** A switch that is switched off and on: all desks are cut at once, and all come back within their jitter, while work goes on. */
const count = 200
const storms = scaled({ short: 1, long: 10 })
const people = ['jahit', 'gudang', 'manajer', 'potong', 'packing', 'bordir', 'finishing', 'spvjahit', 'operator', 'direktur'] as const

let folder: string
let host: HostProcess
let proxy: Proxy
let desks: NetworkDesk[] = []

beforeAll(async () => {
  standInForBrowser()
  folder = temporaryFolder()
  host = await startHostProcess(folder, { args: ['--demo'] })
  proxy = await startProxy(() => Number(new URL(host.url).port))
}, 300_000)
afterAll(async () => {
  desks.forEach(desk => desk.close())
  await proxy.close()
  expect(await host.stop()).toBe(0)
  expect(host.output()).not.toMatch(ourFaults)
  removeFolder(folder)
})

test(`${count} desks come back at once: none misses anything, and the host goes on answering`, { timeout: 300_000 + storms * 60_000 }, async () => {
  const tokens = await Promise.all(people.map(username => login(host.url, username, passwordOf(username), `meja-${username}`)))
  const writer = await openDesk(host.url, await login(host.url, 'admin', passwordOf('admin'), 'meja-admin'), 'meja-admin')
  desks = Array.from({ length: count }, (_, at) => openNetworkDesk(proxy.url, `meja-${people[at % people.length]}.${at}`, tokens[at % people.length]!))
  const boards = desks.map(({ api, show }) => show(api.kanban.getBoard, { completedSince: '2026-01-01' }))
  const items = desks.map(({ api, show }) => show(api.masters.findItems, { search: 'kain', pageSize: 50 }))
  await settle()
  const calm = await responses(writer, 500)
  const figures: { online: number; current: number; changes: number }[] = []
  const [before, stormy]: [number, number[]] = [memoryOf(host.pid), []]

  for (let storm = 0; storm < storms; storm += 1) {
    proxy.refuse(true)
    proxy.cut()
    // What changes meanwhile, they must hear of when they are back.
    const changes = await responses(writer, 500)
    proxy.refuse(false)
    const began = performance.now()
    const answers = responses(writer, 2000)
    await vi.waitFor(() => expect(desks.filter(desk => desk.state().status !== 'online')).toHaveLength(0), { timeout: 60_000, interval: 20 })
    const online = performance.now() - began
    stormy.push(...(await answers))
    const written = performance.now()
    await settle()
    figures.push({ online: Math.round(online), current: Math.round(performance.now() - written), changes: changes.length })
    await expectCurrent([...boards, ...items])
  }
  printCounts('A storm of desks coming back', {
    desks: count, storms, 'all online after (ms)': figures.map(({ online }) => online).join(' '), 'changes missed meanwhile': figures.map(({ changes }) => changes).join(' '),
    'last screen true after (ms)': figures.map(({ current }) => current).join(' '),
    'command and query of another desk in calm (ms, median and longest)': `${middle(calm)} ${Math.round(Math.max(...calm))}`,
    'and in the storm': `${middle(stormy)} ${Math.round(Math.max(...stormy))}`, 'MB before': before, 'MB after': memoryOf(host.pid), 'told to read everything again': desks.reduce((sum, desk) => sum + desk.refetches, 0),
  })
})

let turn = 0
/** Another desk writes and reads without pause; how long each round took. */
async function responses(desk: BareDesk, milliseconds: number): Promise<number[]> {
  const rounds: number[] = []
  for (const end = performance.now() + milliseconds; performance.now() < end; await pause(20)) {
    const began = performance.now()
    turn += 1
    expect(await desk.call({ call: 'masters.createItem', input: { code: `BADAI-${turn}`, name: `Kain badai ${turn}`, kind: 'RAW_MATERIAL', unitId: await unitOf(desk) } })).toMatchObject({ ok: true })
    expect(await desk.call({ call: 'masters.findItems', input: { search: `BADAI-${turn}` } })).toMatchObject({ ok: true })
    rounds.push(performance.now() - began)
  }
  return rounds
}

let unitId: string | undefined
async function unitOf(desk: BareDesk): Promise<string> {
  unitId ??= ((await desk.call({ call: 'masters.listUnits', input: {} })) as { value: { rows: { id: string }[] } }).value.rows[0]!.id
  return unitId
}

async function settle(): Promise<void> {
  await vi.waitFor(() => expect(desks.filter(desk => !desk.isQuiet() || desk.state().status !== 'online')).toHaveLength(0), { timeout: 60_000, interval: 20 })
}

/** The screens of one person show the same: one of each is asked for the truth. */
async function expectCurrent(screens: readonly Shown[]): Promise<void> {
  const truths = new Map<number, unknown>()
  for (const [at, shown] of screens.entries()) {
    const kind = at < count ? at % people.length : count
    if (!truths.has(kind)) truths.set(kind, await shown.ask())
    await vi.waitFor(() => expect(shown.value()).toEqual(truths.get(kind)), { timeout: 45_000 })
  }
}

const middle = (figures: readonly number[]) => Math.round([...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)]!)
