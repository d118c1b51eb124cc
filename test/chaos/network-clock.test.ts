import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { demoLogins } from '../../src-main/demo/logins.ts'
import { openLine } from '../../src-renderer/core/line.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, openDesk, post, startHostProcess, type HostProcess } from '../support/host-process.ts'
import { ourFaults } from './fuzz-host.ts'
import { misfits } from './kill-verdict.ts'
import { standInForBrowser } from './network-desk.ts'
import { pause } from './network-proxy.ts'

const hour = 3_600_000
const year = 365 * 24 * hour
const { password } = demoLogins[0]!

// Passwords are slow by design, and slower on a busy machine.
describe('the clock of the host', { timeout: 300_000 }, () => {
  let folder: string
  let host: HostProcess
  const clockFile = () => join(folder, 'clock-of-the-test')
  /** Sets the computer's clock so far from the true time, and waits until the host must have looked at it. */
  async function setClock(shift: number): Promise<void> {
    writeFileSync(clockFile(), String(shift))
    await pause(60)
  }

  beforeAll(async () => {
    folder = temporaryFolder()
    writeFileSync(clockFile(), '0')
    host = await startHostProcess(folder, {
      args: ['--demo'], nodeArgs: ['--import', fileURLToPath(new URL('network-moved-clock.ts', import.meta.url))], env: { LANTAI_CLOCK_FILE: clockFile() },
    })
  }, 300_000)
  afterAll(async () => {
    expect(await host.stop()).toBe(0)
    expect(host.output()).not.toMatch(ourFaults)
    removeFolder(folder)
  })
  afterEach(() => setClock(0))

  const sit = async (username: string) => {
    const token = await login(host.url, username, password, `meja-${username}`)
    return { token, desk: await openDesk(host.url, token, `meja-${username}`) }
  }
  let units = 0
  const newUnit = () => ({ code: `jam-${(units += 1)}`, name: 'Jam', places: 0 })

  test('may jump by hours, forth and back, under desks at work: everything is done, in order, and provable', async () => {
    const { desk } = await sit('admin')
    const shifts = [0, 2 * hour, -5 * hour, 2 * hour, -hour, 0]
    for (const [at, shift] of shifts.entries()) {
      await setClock(shift)
      const input = newUnit()
      const [first, again] = await Promise.all([1, 2].map(() => desk.call({ call: 'masters.createUnit', input, replayKey: `meja-admin:${at + 1}` })))
      expect(first).toMatchObject({ ok: true })
      expect(again).toMatchObject({ ok: true, value: (first as { value: unknown }).value as object })
    }
    await vi.waitFor(() => expect(desk.changes.filter(({ entity }) => entity === 'unit')).toHaveLength(shifts.length), { timeout: 45_000 })
    expect(misfits(folder)).toEqual([])
    desk.close()
  })

  test('a jump past the idle time ends sessions by right; whoever signs in again goes on', async () => {
    const { token, desk } = await sit('manajer')
    await setClock(30 * hour)
    expect(await post(host.url, 'masters.listUnits', {}, { authorization: `Bearer ${token}` })).toMatchObject({ ok: false, code: 'signed-out' })
    const again = await sit('manajer')
    expect(await again.desk.call({ call: 'masters.listUnits', input: {} })).toMatchObject({ ok: true })
    await setClock(0)
    expect(await again.desk.call({ call: 'masters.listUnits', input: {} })).toMatchObject({ ok: true })
    desk.close()
    again.desk.close()
  })

  test('a file on its way outlives a short jump; past a long one its ticket has lapsed, and says so', async () => {
    const { token, desk } = await sit('admin')
    const upload = async () => {
      const sent = await fetch(`${host.url}/files?name=a.csv`, { method: 'POST', body: 'Kode;Nama\nA;B\n', headers: { authorization: `Bearer ${token}` } })
      return ((await sent.json()) as { ticket: string }).ticket
    }
    const inspect = (ticket: string) => desk.call({ call: 'imports.inspectFile', input: { target: 'units', ticket } })
    const [soon, late] = [await upload(), await upload()]
    await setClock(0.4 * hour)
    expect(await inspect(soon)).toMatchObject({ ok: true })
    await setClock(7 * hour)
    expect(await inspect(late)).toMatchObject({ ok: false, code: 'ticket-invalid' })
    desk.close()
  })

  test('a lock set while the clock was a year ahead does not last that year', async () => {
    await setClock(year)
    const wrong = { username: 'operator', password: 'Salah#2026', deskId: 'meja-operator' }
    for (let attempt = 0; attempt < 5; attempt += 1) await post(host.url, 'identity.login', wrong)
    expect(await post(host.url, 'identity.login', { ...wrong, password })).toMatchObject({ ok: false, code: 'account-locked' })
    await setClock(0)
    // What failed in the year to come counts for nothing now either: a lock takes as many attempts as ever.
    for (let attempt = 0; attempt < 4; attempt += 1) expect(await post(host.url, 'identity.login', wrong)).toMatchObject({ ok: false, code: 'login-failed' })
    expect(await post(host.url, 'identity.login', wrong)).toMatchObject({ ok: false, code: 'account-locked' })
  })

  test('it starts and works with a clock that was set back since', async () => {
    await setClock(-3 * 24 * hour)
    expect(await host.stop()).toBe(0)
    const again = await startHostProcess(folder, {
      nodeArgs: ['--import', fileURLToPath(new URL('network-moved-clock.ts', import.meta.url))], env: { LANTAI_CLOCK_FILE: clockFile() },
    })
    host = again
    const { desk } = await sit('admin')
    expect(await desk.call({ call: 'masters.createUnit', input: newUnit() })).toMatchObject({ ok: true })
    expect(misfits(folder)).toEqual([])
    desk.close()
  })
})

describe('the clock of a desk', () => {
  beforeAll(() => {
    standInForBrowser()
    vi.useFakeTimers()
  })
  afterAll(() => vi.useRealTimers())

  /** A line that opens and is welcomed, and then hears nothing more but what `answers` its pings. */
  function quietLine(answers: boolean) {
    const told = { lost: 0, pings: 0 }
    const line = openLine({
      dial(events) {
        setTimeout(() => events.opened(), 1)
        return {
          hangUp: () => {},
          send(text) {
            const frame = JSON.parse(text) as { token?: string; ping?: number }
            if (frame.token !== undefined) setTimeout(() => events.heard(JSON.stringify({ welcome: true, seq: 0, epoch: 'e', version: '0' })), 1)
            if (frame.ping === undefined) return
            told.pings += 1
            if (answers) setTimeout(() => events.heard(JSON.stringify({ pong: frame.ping })), 1)
          },
        }
      },
      hello: () => ({ token: 't', deskId: 'd' }), onOpen: () => {}, onFrame: () => {}, onLost: () => void (told.lost += 1),
    })
    return { told, line }
  }

  test.each([['an hour ahead', hour], ['an hour back', -hour], ['a year back', -year]])('may be set %s: a line that is silent is still given up', (_, shift) => {
    const { told, line } = quietLine(false)
    vi.advanceTimersByTime(7_000)
    vi.setSystemTime(Date.now() + shift)
    vi.advanceTimersByTime(45_000)
    expect(told.lost).toBeGreaterThan(0)
    line.close()
  })

  test.each([['an hour ahead', hour], ['an hour back', -hour]])('may be set %s: a line that answers stays', (_, shift) => {
    const { told, line } = quietLine(true)
    vi.advanceTimersByTime(7_000)
    vi.setSystemTime(Date.now() + shift)
    vi.advanceTimersByTime(120_000)
    expect(told.lost).toBe(0)
    expect(told.pings).toBeGreaterThan(8)
    line.close()
  })
})
