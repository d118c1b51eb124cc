import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, startHostProcess, type HostProcess } from '../support/host-process.ts'
import { ourFaults } from './fuzz-host.ts'
import { brokenPromises, doubles, misfits } from './kill-verdict.ts'
import { crew, lookAround, passwordOf, work } from './kill-work.ts'
import { openNetworkDesk, standInForBrowser, type NetworkDesk } from './network-desk.ts'
import { pause, startProxy, type Proxy } from './network-proxy.ts'
import { chance, printCounts, scaled } from './scale.ts'

/** The same crew and the same promises as where the host is killed; here it is the network that fails: it delays, cuts frames into pieces, and breaks. */
const cuts = scaled({ short: 8, long: 400 })
const luck = chance('flapping')

let folder: string
let host: HostProcess
let proxies: Proxy[] = []
let desks: NetworkDesk[] = []

beforeAll(async () => {
  standInForBrowser()
  folder = temporaryFolder()
  host = await startHostProcess(folder, { args: ['--demo'] })
}, 300_000)
afterAll(async () => {
  desks.forEach(desk => desk.close())
  await Promise.all(proxies.map(proxy => proxy.close()))
  expect(await host.stop()).toBe(0)
  expect(host.output()).not.toMatch(ourFaults)
  removeFolder(folder)
})

test(`${cuts} cuts of a bad network lose nothing, double nothing and leave every screen true`, { timeout: 300_000 + cuts * 5_000 }, async () => {
  const port = Number(new URL(host.url).port)
  const tokens = await Promise.all(crew.map(({ username, deskId }) => login(host.url, username, passwordOf(username), deskId)))
  proxies = await Promise.all(crew.map(({ deskId }) => startProxy(() => port, { chance: chance(`weather ${deskId}`), delay: 3, pieces: 1500 })))
  desks = crew.map(({ deskId }, at) => openNetworkDesk(proxies[at]!.url, deskId, tokens[at]!))
  const places = await Promise.all(desks.map(lookAround))
  const screens = desks.map(({ id, api, show }) => ({ name: `cards at ${id}`, shown: show(api.kanban.listCards, { pageSize: 200 }) }))
  let isOver = false
  const shifts = desks.map((desk, at) => work(desk, crew[at]!.acts, places[at]!, chance(`work ${desk.id}`), () => isOver))

  for (let round = 0; round < cuts; round += 1) {
    await pause(luck.below(300))
    const proxy = luck.oneOf(proxies)
    proxy.cut()
    if (luck.below(3) > 0) continue
    proxy.refuse(true)
    setTimeout(() => proxy.refuse(false), luck.below(1000))
  }
  await pause(1000)
  await vi.waitFor(() => expect(desks.map(desk => desk.state().status).filter(status => status !== 'online')).toEqual([]), { timeout: 30_000, interval: 50 })
  isOver = true
  await Promise.all(shifts)
  await vi.waitFor(() => expect(desks.filter(desk => !desk.isQuiet())).toEqual([]), { timeout: 30_000, interval: 50 })

  const sent = desks.flatMap(desk => desk.sent)
  expect(sent.filter(({ reply }) => reply === undefined)).toEqual([])
  expect(brokenPromises(folder, sent)).toEqual([])
  expect(doubles(folder)).toEqual([])
  expect(misfits(folder)).toEqual([])
  for (const { name, shown } of screens) {
    const truth = await shown.ask()
    await vi.waitFor(() => expect(shown.value(), name).toEqual(truth), { timeout: 45_000 })
  }
  printCounts('A bad network', { cuts, commands: sent.length, done: sent.filter(({ reply }) => reply?.ok).length })
})
