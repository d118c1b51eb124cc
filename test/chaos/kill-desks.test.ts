import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, startHostProcess, type HostProcess } from '../support/host-process.ts'
import { brokenPromises, doneUnheard, doubles, misfits, withDatabase } from './kill-verdict.ts'
import { crew, lookAround, passwordOf, work } from './kill-work.ts'
import { openNetworkDesk, standInForBrowser, type NetworkDesk } from './network-desk.ts'
import { pause } from './network-proxy.ts'
import { chance, printCounts, scaled } from './scale.ts'

/**
 * Ten desks work without pause, with the product's own transport, while their host is killed again and again, also while it starts.
 * What a desk was told must be there, once; what it was not told yet it sends again under the old key.
 */
const kills = scaled({ short: 3, long: 50 })
const luck = chance('kill')

let folder: string
let host: HostProcess
let desks: NetworkDesk[] = []
let unheard = 0

beforeAll(async () => {
  standInForBrowser()
  folder = temporaryFolder()
  host = await startHostProcess(folder, { args: ['--demo'] })
}, 300_000)
afterAll(async () => {
  desks.forEach(desk => desk.close())
  await host.stop('SIGKILL')
  removeFolder(folder)
})

const epochOf = () => withDatabase(folder, database => database.prepare('select epoch from site').pluck().get())
const sent = () => desks.flatMap(desk => desk.sent)
const areOnline = () => expect(desks.map(desk => desk.state().status).filter(status => status !== 'online')).toEqual([])

/** Kills it at any moment: now, in the middle of its start, or when it has just come up. */
async function killAndRestart(port: number): Promise<void> {
  await host.stop('SIGKILL')
  unheard += doneUnheard(folder, sent())
  if (luck.below(4) === 0) {
    const kill = new AbortController()
    const start = startHostProcess(folder, { port, signal: kill.signal })
    setTimeout(() => kill.abort(), luck.below(1500))
    await start.then(one => one.stop('SIGKILL'), () => {})
  }
  host = await startHostProcess(folder, { port })
}

test(`after ${kills} kills under ten working desks nothing acknowledged is lost, doubled or half done`, { timeout: 300_000 + kills * 20_000 }, async () => {
  const { url } = host
  const port = Number(new URL(url).port)
  const epoch = epochOf()
  const tokens = await Promise.all(crew.map(({ username, deskId }) => login(url, username, passwordOf(username), deskId)))
  desks = crew.map(({ deskId }, at) => openNetworkDesk(url, deskId, tokens[at]!))
  const places = await Promise.all(desks.map(lookAround))
  const screens = desks.flatMap(({ id, api, show }, at) => [
    { name: `cards at ${id}`, shown: show(api.kanban.listCards, { pageSize: 200 }) },
    { name: `stock at ${id}`, shown: show(api.warehouse.listStock, { pageSize: 200 }) },
    ...(crew[at]!.username === 'admin' ? [{ name: `items at ${id}`, shown: show(api.masters.listItems, { pageSize: 200 }) }] : []),
  ])
  let isOver = false
  const shifts = desks.map((desk, at) => work(desk, crew[at]!.acts, places[at]!, chance(desk.id), () => isOver))

  for (let round = 0; round < kills; round += 1) {
    await vi.waitFor(areOnline, { timeout: 30_000, interval: 20 })
    await pause(luck.below(900))
    await killAndRestart(port)
    expect(brokenPromises(folder, sent())).toEqual([])
    expect(epochOf()).toBe(epoch)
  }
  await vi.waitFor(areOnline, { timeout: 30_000, interval: 20 })
  isOver = true
  const refusals = await Promise.all(shifts)
  await vi.waitFor(() => expect(desks.filter(desk => !desk.isQuiet())).toEqual([]), { timeout: 30_000, interval: 50 })

  expect(sent().filter(({ reply }) => reply === undefined)).toEqual([])
  expect(brokenPromises(folder, sent())).toEqual([])
  expect(doubles(folder)).toEqual([])
  expect(misfits(folder)).toEqual([])
  const codes = refusals.flatMap(refused => [...refused.keys()])
  for (const code of ['unexpected', 'storage-failed', 'replay-mismatch', 'replay-expired', 'rate-limited', 'signed-out', 'unavailable'] as const) expect(codes).not.toContain(code)

  // What the screens show by news alone is what the host says when it is asked.
  for (const { name, shown } of screens) {
    const truth = await shown.ask()
    await vi.waitFor(() => expect(shown.value(), name).toEqual(truth), { timeout: 45_000 })
  }
  const done = sent().filter(({ reply }) => reply?.ok)
  printCounts('Kills under ten desks', { kills, commands: sent().length, done: done.length, refused: sent().length - done.length, 'done but unheard at a kill': unheard })
})
