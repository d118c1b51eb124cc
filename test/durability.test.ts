import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { login, openDesk, post, startHostProcess } from './support/host-process.ts'
import { demoLogins } from '../src-main/demo/logins.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => removeFolder(folder))

const password = 'Pabrik#2026'
const setUp = (url: string) =>
  post(url, 'identity.setUp', { factoryName: 'Pabrik Uji', fullName: 'Admin Uji', username: 'admin', password, language: 'id', deskId: 'desk-1' })

test('after a kill -9 every acknowledged command is there, and an unanswered one sent again is done once', { timeout: 300_000 }, async () => {
  const acknowledged = new Set<string>()
  const sent = new Map<string, { replayKey: string; code: string }>()
  let sequence = 0
  for (const round of [1, 2, 3, 4]) {
    const host = await startHostProcess(folder)
    if (round === 1) expect(await setUp(host.url)).toMatchObject({ ok: true })
    const desk = await openDesk(host.url, await login(host.url, 'admin', password, 'desk-1'), 'desk-1')
    const create = async (entry: { replayKey: string; code: string }) => {
      sent.set(entry.code, entry)
      const reply = await desk.call({ call: 'masters.createUnit', replayKey: entry.replayKey, input: { code: entry.code, name: entry.code, places: 0 } })
      expect(reply).toMatchObject({ ok: true })
      acknowledged.add(entry.code)
      sent.delete(entry.code)
    }
    const unanswered = [...sent.values()]
    await Promise.all(unanswered.map(create))
    const listed = (await desk.call({ call: 'masters.listUnits', input: { pageSize: 200, search: 'unit-', total: true } })) as { value: { total: number } }
    expect(listed.value.total).toBe(acknowledged.size)

    const flood = Array.from({ length: 80 }, () => {
      sequence += 1
      return create({ replayKey: `desk-1:${sequence}`, code: `unit-${sequence}` }).catch(() => {})
    })
    await Promise.race([Promise.all(flood), new Promise(resolve => setTimeout(resolve, 5 * round))])
    await host.stop('SIGKILL')
    await Promise.all(flood)
  }
  const host = await startHostProcess(folder)
  const desk = await openDesk(host.url, await login(host.url, 'admin', password, 'desk-1'), 'desk-1')
  const codes = new Set<string>()
  let cursor: string | undefined
  do {
    const { value } = (await desk.call({ call: 'masters.listUnits', input: { pageSize: 200, search: 'unit-', cursor } })) as { value: { rows: { code: string }[]; next?: string } }
    value.rows.forEach(({ code }) => codes.add(code))
    cursor = value.next
  } while (cursor !== undefined)
  expect([...acknowledged].filter(code => !codes.has(code))).toEqual([])
  expect([...codes].filter(code => !acknowledged.has(code) && !sent.has(code))).toEqual([])
  desk.close()
  expect(await host.stop()).toBe(0)
})

test('one data folder has one host; SIGTERM ends it cleanly and the next one may start', { timeout: 300_000 }, async () => {
  const first = await startHostProcess(folder)
  await expect(startHostProcess(folder)).rejects.toThrow(/Another Lantai host is already using/)
  expect(await first.stop('SIGTERM')).toBe(0)
  const second = await startHostProcess(folder)
  await second.stop('SIGKILL')
  const third = await startHostProcess(folder)
  expect((await (await fetch(`${third.url}/healthz`)).json()) as unknown).toMatchObject({ status: 'ok' })
  expect(await third.stop('SIGINT')).toBe(0)
})

test('a demo asked for twice is told once; one that broke off is put beside and told anew', { timeout: 300_000 }, async () => {
  const first = await startHostProcess(folder)
  const replies = await Promise.all([1, 2].map(() => post(first.url, 'identity.startDemo', {})))
  expect(replies.every(({ ok }) => ok)).toBe(true)
  const cards = async (url: string) => {
    const desk = await openDesk(url, await login(url, 'manajer', demoLogins[0]!.password, 'desk-1'), 'desk-1')
    const reply = (await desk.call({ call: 'kanban.listCards', input: { total: true, pageSize: 1 } })) as { value: { total: number } }
    desk.close()
    return reply.value.total
  }
  const told = await cards(first.url)
  expect(told).toBeGreaterThan(40)
  await first.stop()

  const database = new BetterSqlite(join(folder, 'lantai.db'))
  database.exec('update site set isReady = 0')
  database.close()
  const again = await startHostProcess(folder)
  expect(await cards(again.url)).toBe(told)
  expect(readdirSync(folder).some(name => name.startsWith('unfinished-demo-'))).toBe(true)
  expect(await again.stop()).toBe(0)
})
