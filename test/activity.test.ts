import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayStart, type BusinessDay } from '../shared/core/dates.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

const day = '2026-11-20' as BusinessDay
const hour = 3_600_000
let host: TestHost
let admin: Desk
beforeEach(async () => {
  host = await startTestHost({ now: '2026-11-20T01:00:00.000Z' })
  admin = await host.as('Admin')
})
afterEach(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

describe('the activity log', () => {
  test('knows who came and went, and for how long', async () => {
    const viewer = await host.sessionFor('Viewer')
    host.clock.advance(hour)
    await host.desk(viewer).identity.logout({})
    const { rows } = await admin.activity.listActivity({ filter: { userId: viewer.userId } })
    expect(rows).toMatchObject([{ kind: 'LOGOUT', subject: 'LOGOUT', seconds: 3600, role: 'Viewer' }, { kind: 'LOGIN', seconds: null }])
  })

  test('takes screens and acts in batches, without audit and without news, and lets an entry grow', async () => {
    const desk = await host.as('Viewer')
    const [audited, told] = [host.database.prepare('select count(*) from auditEntry').pluck().get(), host.events.length]
    await desk.activity.report({ entries: [{ kind: 'PAGE', entry: 'p.1', subject: '/kanban/board', secondsAgo: 10, seconds: 10 }] })
    await desk.activity.report({ entries: [
      { kind: 'PAGE', entry: 'p.1', subject: '/kanban/board', secondsAgo: 70, seconds: 65 },
      { kind: 'ACTION', entry: 'p.2', subject: 'kanban.createCard', secondsAgo: 5 },
    ] })
    expect([host.database.prepare('select count(*) from auditEntry').pluck().get(), host.events.length]).toEqual([audited, told])
    const { rows } = await admin.activity.listActivity({ search: 'Viewer 2' })
    expect(rows.map(({ kind, subject, seconds }) => [kind, subject, seconds])).toEqual([['LOGIN', '', null], ['ACTION', 'kanban.createCard', null], ['PAGE', '/kanban/board', 65]])
    await expect(desk.activity.report({ entries: [{ kind: 'PAGE', entry: 'p.3', subject: 'https://elsewhere', secondsAgo: 0, seconds: 1 }] })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('one desk cannot overwrite another’s entries, nor the host’s', async () => {
    const [first, second] = [await host.as('Viewer'), await host.as('Security')]
    const page = (seconds: number) => ({ entries: [{ kind: 'PAGE' as const, entry: 'login', subject: '/reports', secondsAgo: 0, seconds }] })
    await first.activity.report(page(1))
    await second.activity.report(page(2))
    const { rows } = await admin.activity.listActivity({ filter: { kind: 'PAGE' } })
    expect(rows.map(({ seconds }) => seconds).sort()).toEqual([1, 2])
    expect((await admin.activity.listActivity({ filter: { kind: 'LOGIN' } })).rows).toHaveLength(3)
  })

  test('is filtered by user, kind, screen and days, and read by who may read the audit', async () => {
    const desk = await host.as('Viewer')
    await desk.activity.report({ entries: [
      { kind: 'PAGE', entry: 'a', subject: '/reports', secondsAgo: 0, seconds: 5 }, { kind: 'PAGE', entry: 'b', subject: '/kanban/board', secondsAgo: 86_400, seconds: 5 },
    ] })
    const subjects = async (filter: object) => (await admin.activity.listActivity({ filter: { kind: 'PAGE', ...filter } })).rows.map(({ subject }) => subject)
    expect(await subjects({ subject: '/reports' })).toEqual(['/reports'])
    expect(await subjects({ from: day, to: day })).toEqual(['/reports'])
    expect(await subjects({ from: '2026-11-19', to: '2026-11-19' })).toEqual(['/kanban/board'])
    await expect(desk.activity.listActivity({})).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'audit.view' } })
  })

  test('is summed up: active people by hour of the factory’s clock, most used screens, time spent', async () => {
    // 08:00 in Jakarta.
    const [viewer, security] = [await host.as('Viewer'), await host.as('Security')]
    host.clock.set('2026-11-20T03:30:00.000Z')
    await viewer.activity.report({ entries: [
      { kind: 'PAGE', entry: '1', subject: '/kanban/board', secondsAgo: 5400, seconds: 4000 }, { kind: 'PAGE', entry: '2', subject: '/reports', secondsAgo: 60, seconds: 60 },
      { kind: 'ACTION', entry: '3', subject: 'kanban.createCard', secondsAgo: 5 },
    ] })
    await security.activity.report({ entries: [{ kind: 'PAGE', entry: '1', subject: '/reports', secondsAgo: 30, seconds: 30 }] })
    const summary = await admin.activity.summariseActivity({ from: day, to: day })
    expect(summary).toMatchObject({ people: 3, views: 3, actions: 1, seconds: 4090 })
    // The board was open from 09:00 to 10:06.
    expect(summary.hours.map((count, at) => [at, count]).filter(([, count]) => count! > 0)).toEqual([[8, 3], [9, 1], [10, 2]])
    expect(summary.screens).toEqual([{ screen: '/reports', views: 2, people: 2, seconds: 90 }, { screen: '/kanban/board', views: 1, people: 1, seconds: 4000 }])
    expect(summary.users.slice(0, 2)).toMatchObject([{ fullName: 'Viewer 2', seconds: 4060, views: 2, actions: 1 }, { fullName: 'Security 3', seconds: 30 }])
    expect(await admin.activity.summariseActivity({ from: '2026-11-18', to: '2026-11-19' })).toMatchObject({ people: 0, views: 0, screens: [], users: [] })
  })

  test('AU-2 activity is kept for 1 year, a setting, and then forgotten', async () => {
    const count = () => host.database.prepare('select count(*) from activityEntry').pluck().get()
    host.clock.advance(365 * 24 * hour)
    expect(await host.system.activity.forgetOld({})).toEqual({ count: 0 })
    host.clock.advance(1000)
    expect(await host.system.activity.forgetOld({})).toEqual({ count: 1 })
    expect(count()).toBe(0)
    await host.as('Viewer')
    await (await host.as('Superadmin')).settings.changeSetting({ key: 'activity.retentionDays', value: 30 })
    host.clock.advance(31 * 24 * hour)
    expect(await host.system.activity.forgetOld({})).toEqual({ count: 2 })
  })
})

test('a day begins on the clocks of its time zone', () => {
  expect(dayStart(day, 'Asia/Jakarta')).toBe('2026-11-19T17:00:00.000Z')
  expect(dayStart(day, 'UTC')).toBe('2026-11-20T00:00:00.000Z')
  expect(dayStart(day, 'America/New_York')).toBe('2026-11-20T05:00:00.000Z')
})
