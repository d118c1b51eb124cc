import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditTexts } from '../shared/audit/texts.ts'
import { securityKinds } from '../shared/audit/security.ts'
import { createSecurityLog } from '../src-main/core/security-log.ts'
import { visitor } from '../src-main/core/session.ts'
import { openWriter } from '../src-main/database/open.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let manager: Desk
beforeEach(async () => {
  host = await startTestHost()
  manager = await host.as('Manager')
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const refused = async (desk: Desk, times: number) => {
  for (let at = 0; at < times; at += 1) await expect(desk.audit.listEntries({})).rejects.toMatchObject({ code: 'forbidden' })
  await new Promise(resolve => setImmediate(resolve))
}
const lines = async (input: Parameters<Desk['audit']['listSecurityEvents']>[0] = {}) => (await manager.audit.listSecurityEvents(input)).rows

test('the first refusal is kept at once; its repeats within a minute are one line with their number and time', async () => {
  const viewer = await host.as('Viewer')
  await refused(viewer, 1)
  expect(await lines()).toMatchObject([{ kind: 'FORBIDDEN', count: 1, until: null, procedure: 'audit.listEntries', needed: 'audit.view' }])
  host.clock.advance(10_000)
  await refused(viewer, 1)
  host.clock.advance(20_000)
  await refused(viewer, 40)
  expect(await lines()).toHaveLength(1)
  host.clock.advance(30_001)
  await refused(viewer, 1)
  expect(await lines()).toMatchObject([{ count: 1, at: '2026-11-20T03:01:00.001Z' }, { count: 41, at: '2026-11-20T03:00:10.000Z', until: '2026-11-20T03:00:30.000Z' }, { count: 1 }])
})

test('what is counted is written when the host closes', async () => {
  const viewer = await host.as('Viewer')
  await refused(viewer, 5)
  await host.restart()
  manager = await host.as('Manager')
  expect((await lines()).map(({ count }) => count)).toEqual([4, 1])
})

test('another person, another address and another call are told apart', async () => {
  const viewer = await host.sessionFor('Viewer')
  await refused(host.desk(viewer), 2)
  await refused(host.desk({ ...viewer, ip: '10.0.0.8' }), 2)
  await refused(await host.as('Viewer'), 2)
  await expect(host.desk(viewer).audit.summarize({})).rejects.toMatchObject({ code: 'forbidden' })
  await expect.poll(async () => (await lines()).length, { timeout: 45_000 }).toBe(4)
  expect(await lines({ filter: { ip: '10.0.0.8' } })).toMatchObject([{ userId: viewer.userId }])
})

test('a storm of different refusals grows the log by a bounded number of lines a minute', () => {
  const writer = openWriter(join(host.folder, 'lantai.db'))
  let now = Date.parse('2026-11-20T04:00:00.000Z')
  const log = createSecurityLog(writer, { now: () => new Date(now).toISOString() }, { notice: () => {} }, { error: (_, error) => { throw error }, info: () => {} })
  const count = () => writer.prepare('select count(*) as lines, sum(count) as events from securityEvent').get() as { lines: number; events: number }
  const before = count().lines
  for (let storm = 0; storm < 3; storm += 1) {
    for (let at = 0; at < 20_000; at += 1) log.warn(visitor('desk', `10.0.${at % 250}.${at % 199}`), { kind: 'LOGIN_FAILED', severity: 'WARNING', usernameAttempted: `nama-${at}` })
    now += 60_000
  }
  log.flush()
  expect(count()).toEqual({ lines: expect.any(Number) as number, events: 60_000 + before })
  expect(count().lines - before).toBeLessThanOrEqual(3 * 202)
  expect(writer.prepare(`select detail from securityEvent where kind = 'MANY_REFUSALS' limit 1`).pluck().get()).toBe('{"kind":"LOGIN_FAILED"}')
  writer.close()
})

test('listed by kind, severity, address, person and days, and found by what is in it', async () => {
  for (let at = 0; at < 5; at += 1) await host.system.identity.recordFailedLogin({ account: 'sari', deskId: 'desk-x', ip: '10.0.0.9' })
  const viewer = await host.sessionFor('Viewer')
  await refused(host.desk(viewer), 1)
  expect((await lines({ filter: { kinds: ['ACCOUNT_LOCKED'] } }))).toMatchObject([{ account: 'sari', severity: 'WARNING', lockedUntil: '2026-11-20T03:15:00.000Z', deskId: 'desk-x' }])
  expect((await lines({ filter: { severity: 'CRITICAL' } }))).toEqual([])
  expect((await lines({ filter: { userId: viewer.userId } })).map(({ kind }) => kind)).toEqual(['FORBIDDEN'])
  expect((await lines({ search: 'sari' })).length).toBe(2)
  expect((await lines({ search: 'listEntries' })).length).toBe(1)
  expect(await lines({ filter: { fromDay: '2026-11-21' } })).toEqual([])
  expect((await lines({ filter: { toDay: '2026-11-20' }, total: true })).length).toBe(3)
})

test('every kind has a name and an explanation in both languages', () => {
  for (const { security } of [auditTexts.id, auditTexts.en]) {
    for (const kind of securityKinds) expect([security.kinds[kind], security.meanings[kind].length > 40], kind).toEqual([expect.any(String), true])
  }
})
