import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operationWords } from '../shared/activity/operation-words.ts'
import { contract } from '../shared/contract.ts'
import type { ErrorCode } from '../shared/core/errors.ts'
import { judge, worst, type HealthPart, type Measured } from '../shared/health/rules.ts'
import { healthSettings, type HealthLimits } from '../shared/health/settings.ts'
import { texts } from '../shared/texts.ts'
import { createCallMeasures, type CallMeasures } from '../src-main/core/call-measures.ts'
import { bucketOf, percentile } from '../src-main/core/histogram.ts'
import { openLogFile } from '../src-main/core/log-file.ts'
import { logFolder } from '../src-main/database/data-folder.ts'
import { knownText } from '../src-main/engines/reports-text.ts'
import { listLogEntries } from '../src-main/health/log-entries.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

const second = 1_000
const minute = 60 * second
const gigabyte = 1024 ** 3

describe('how long calls take', () => {
  let now = 0
  let measures: CallMeasures
  const call = (name: string, took: number, refusal?: ErrorCode) => measures.note({ name, begun: now - took, ended: now, refusal })
  const begin = () => {
    now = 100 * minute
    measures = createCallMeasures(contract, () => now)
  }

  test('percentiles are at most an eighth off, and never more than the longest', () => {
    const buckets = new Uint32Array(62)
    for (let took = 1; took <= 1000; took += 1) buckets[bucketOf(took)]! += 1
    for (const [share, exact] of [[0.5, 500], [0.95, 950], [0.05, 50]] as const) expect(Math.abs(percentile(buckets, share)! / exact - 1)).toBeLessThan(0.125)
    expect(percentile(buckets, 0.95, 900)).toBe(900)
    expect(percentile(new Uint32Array(62), 0.5)).toBeNull()
    expect([bucketOf(0), bucketOf(1e9)]).toEqual([0, 61])
  })

  test('a call counts in its minute, in its hour and since the start', () => {
    begin()
    for (let at = 0; at < 20; at += 1) call('masters.listItems', 10)
    call('kanban.approveCard', 400)
    now += 61 * minute
    call('masters.listItems', 80)
    expect(measures.operations('hour').map(({ name, count }) => [name, count])).toEqual([['masters.listItems', 1]])
    const sinceStart = measures.operations('start')
    expect(sinceStart.map(({ name, count, longest }) => [name, count, longest])).toEqual([['masters.listItems', 21, 80], ['kanban.approveCard', 1, 400]])
    expect(measures.minutes().at(-1)).toMatchObject({ queries: 1, commands: 0, faults: 0 })
    expect(measures.minutes().slice(0, -1).every(({ queries, commands, p95 }) => queries + commands === 0 && p95 === null)).toBe(true)
    expect([measures.recent(15).count, measures.sinceStart().count]).toEqual([1, 22])
  })

  test('a minute that comes again after an hour begins anew', () => {
    begin()
    call('masters.listItems', 10)
    now += 60 * minute
    expect(measures.minutes().map(({ queries }) => queries).filter(Boolean)).toEqual([])
    call('masters.listItems', 10)
    expect(measures.minutes().map(({ queries }) => queries).filter(Boolean)).toEqual([1])
  })

  test('a refusal is told by its code, a fault of the program is no refusal, and what is no procedure is not kept', () => {
    begin()
    call('warehouse.issueStock', 5, 'stock-short')
    call('warehouse.issueStock', 5, 'stock-short')
    call('warehouse.issueStock', 5, 'forbidden')
    call('warehouse.issueStock', 5, 'unexpected')
    call('made.up', 5, 'not-found')
    call('constructor', 5)
    expect(measures.operations('hour')).toMatchObject([{ name: 'warehouse.issueStock', count: 4, faults: 1, refusals: [{ code: 'stock-short', count: 2 }, { code: 'forbidden', count: 1 }] }])
    expect(measures.sinceStart()).toMatchObject({ count: 4, faults: 1, refusals: 3 })
  })

  test('heavy work and what the host does for itself have lines of their own, and do not make the host look slow', () => {
    begin()
    call('masters.listItems', 4)
    call('dataCare.backUp', 90 * second)
    measures.note({ name: 'identity.touchSessions', begun: now - 900, ended: now, isInternal: true })
    expect(measures.recent(15)).toMatchObject({ count: 1, longest: 4 })
    expect(measures.operations('hour').find(({ name }) => name === 'dataCare.backUp')).toMatchObject({ count: 1, longest: 90 * second })
    expect(measures.operations('hour').find(({ name }) => name === 'identity.touchSessions')).toMatchObject({ count: 1, longest: 900 })
    expect(measures.minutes().at(-1)).toMatchObject({ queries: 1, commands: 0 })
  })
})

describe('what is said of it', () => {
  const limits = Object.fromEntries(Object.entries(healthSettings).map(([name, { fallback }]) => [name, fallback])) as HealthLimits
  const now = '2026-11-20T03:00:00.000Z'
  const calm: Measured = {
    responses: { count: 100, p95: 12 }, faults: 0, pause: 20, machineShare: 10, ownShare: 4, memory: { own: 0.3 * gigabyte, machine: 8 * gigabyte, free: 4 * gigabyte },
    freeOnDisks: [200 * gigabyte], database: 9_000_000, changeLog: 4_000_000, isStorageStopped: false, backup: { state: 'good', oldestAt: '2026-11-01T00:00:00.000Z', fullAt: '2026-11-19T20:00:00.000Z', isNewestSound: true, isSecondBehind: false }, jobs: [],
  }
  const found = (part: HealthPart, change: Partial<Measured>) => {
    const { verdict, finding } = judge({ ...calm, ...change }, limits, now).find(one => one.part === part)!
    return `${verdict} ${finding}`
  }

  test('a host at rest is good in every part', () => {
    const judged = judge(calm, limits, now)
    expect(judged.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 8 }, () => 'good'))
    expect([worst(judged), worst([{ verdict: 'watch' }, { verdict: 'good' }]), worst([{ verdict: 'watch' }, { verdict: 'act' }])]).toEqual(['good', 'watch', 'act'])
  })

  test.each<[HealthPart, Partial<Measured>, string]>([
    ['responses', { responses: { count: 0, p95: null } }, 'good none'],
    ['responses', { responses: { count: 9, p95: 299 } }, 'good quick'],
    ['responses', { responses: { count: 9, p95: 300 } }, 'watch slow'],
    ['responses', { responses: { count: 9, p95: 1_000 } }, 'act verySlow'],
    ['faults', { faults: 1 }, 'watch some'],
    ['faults', { faults: 10 }, 'act many'],
    ['pauses', { pause: null }, 'good none'],
    ['pauses', { pause: 250 }, 'watch long'],
    ['pauses', { pause: 2_000 }, 'act veryLong'],
    ['processor', { machineShare: 80, ownShare: 60 }, 'watch own'],
    ['processor', { machineShare: 95, ownShare: 10 }, 'act others'],
    ['memory', { memory: { own: 5 * gigabyte, machine: 8 * gigabyte, free: gigabyte } }, 'watch own'],
    ['memory', { memory: { own: gigabyte, machine: 8 * gigabyte, free: 0.5 * gigabyte } }, 'act others'],
    ['disk', { freeOnDisks: [200 * gigabyte, 10 * gigabyte] }, 'watch low'],
    ['disk', { freeOnDisks: [2 * gigabyte] }, 'act veryLow'],
    ['disk', { changeLog: gigabyte }, 'watch log'],
    ['disk', { isStorageStopped: true }, 'act stopped'],
    ['backup', { backup: { ...calm.backup, state: 'late' } }, 'act late'],
    ['backup', { backup: { ...calm.backup, state: 'none' } }, 'watch none'],
    ['backup', { backup: { ...calm.backup, isNewestSound: false } }, 'act damaged'],
    ['backup', { backup: { ...calm.backup, isSecondBehind: true } }, 'watch second'],
    ['backup', { backup: { ...calm.backup, fullAt: '2026-11-18T01:59:00.000Z' } }, 'watch unchecked'],
    ['backup', { backup: { ...calm.backup, fullAt: '2026-11-18T02:01:00.000Z' } }, 'good covered'],
    ['backup', { backup: { ...calm.backup, fullAt: null } }, 'watch unchecked'],
    ['backup', { backup: { ...calm.backup, fullAt: null, oldestAt: '2026-11-19T20:00:00.000Z' } }, 'good readable'],
    ['jobs', { jobs: [{ seconds: 1801, isWaiting: false }] }, 'watch long'],
    ['jobs', { jobs: [{ seconds: 1, isWaiting: false }, ...Array.from({ length: 5 }, () => ({ seconds: 4_000, isWaiting: true }))] }, 'watch queue'],
  ])('%s %j: %s', (part, change, expected) => {
    expect(found(part, change)).toBe(expected)
  })

  test('every finding has words, and a remedy where somebody must do something', () => {
    const { findings, remedies } = texts.id.health
    const alarming = Object.entries(findings).flatMap(([part, words]) => Object.keys(words).map(finding => [part, finding] as const))
    const calmOnes = ['none', 'quick', 'few', 'short', 'free', 'enough', 'covered', 'readable', 'running']
    const withRemedy = alarming.filter(([part, finding]) => (part === 'backup' && finding === 'none') || !calmOnes.includes(finding))
    expect(withRemedy.filter(([part, finding]) => !(finding in (remedies as Record<string, object>)[part]!))).toEqual([])
    expect(Object.entries(remedies).flatMap(([part, words]) => Object.keys(words).map(finding => `${part} ${finding}`)).sort()).toEqual(withRemedy.map(pair => pair.join(' ')).sort())
  })
})

test('an operation is told in words, by its verb, the record and the module', () => {
  const said = (language: 'id' | 'en', name: string) => operationWords(name, key => knownText(language, key))
  expect([said('id', 'kanban.approveCard'), said('id', 'masters.listUnits'), said('en', 'masters.listUnits')]).toEqual(['Menyetujui (Kanban)', 'Menampilkan satuan (Data induk)', 'List unit (Master data)'])
})

describe('the log, read from its end', () => {
  let folder: string
  beforeAll(() => (folder = temporaryFolder()))
  afterAll(() => removeFolder(folder))
  const listed = (more: Partial<Parameters<typeof listLogEntries>[1]> = {}) => listLogEntries(folder, { search: '', filter: {}, pageSize: 50, ...more })
  const line = (index: number) => `2026-11-20T03:00:00.${String(index).padStart(3, '0')}Z info entry ${index}`

  test('is empty where there is none', () => {
    expect(listed()).toEqual({ rows: [] })
  })

  test('goes on through older files, page by page, none twice and none left out, though it is turned over meanwhile', () => {
    mkdirSync(logFolder(folder), { recursive: true })
    const write = (name: string, from: number, to: number) => writeFileSync(join(logFolder(folder), name), Array.from({ length: to - from }, (_, index) => `${line(from + index)}\n`).join(''))
    write('host.1.log', 0, 40)
    write('host.log', 40, 100)
    const turnOver = () => {
      for (const [from, to] of [['host.1.log', 'host.2.log'], ['host.log', 'host.1.log']] as const) renameSync(join(logFolder(folder), from), join(logFolder(folder), to))
      write('host.log', 100, 103)
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = listed({ pageSize: 7, cursor })
      seen.push(...page.rows.map(({ text }) => text))
      cursor = page.next
      if (seen.length === 14) turnOver()
    } while (cursor !== undefined)
    expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => `entry ${99 - index}`))
  })

  test('keeps a stack with its entry, in pieces of a file that is larger than what is read at once', () => {
    const long = 'ü'.repeat(200)
    const log = openLogFile(folder, 'host')
    for (let at = 0; at < 400; at += 1) log.info(`${long} ${at}`)
    log.error('kanban.approveCard', Object.assign(new Error('x'), { stack: 'Error: boom\n    at one\n    at two' }))
    const [newest, next] = listed().rows
    expect([newest?.level, newest?.text]).toEqual(['error', 'kanban.approveCard: Error: boom\nat one\nat two'])
    expect(next?.text).toBe(`${long} 399`)
    expect(listed({ filter: { level: 'error' } }).rows.length).toBe(1)
    expect(listed({ search: 'BOOM kanban' }).rows.map(({ id }) => id)).toEqual([newest?.id])
    expect(listed({ search: 'entry 97' }).rows.map(({ text }) => text)).toEqual(['entry 97'])
  })

  test('a page of a file that is gone is empty, and a made-up one is refused', () => {
    expect(listed({ cursor: '1:50' })).toEqual({ rows: [] })
    expect(() => listed({ cursor: '../../etc/passwd' })).toThrow('invalid-input')
  })
})

describe('through the host', { timeout: 300_000 }, () => {
  let host: TestHost
  let admin: Desk
  beforeAll(async () => {
    host = await startTestHost()
    admin = await host.as('Admin')
  })
  afterAll(() => host.stop())

  test('what was called is listed, with its refusals by their reason', async () => {
    await expect(admin.masters.getUnit({ id: '00000000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'not-found' })
    const { rows } = await admin.health.listOperations({ search: 'masters.getUnit' })
    expect(rows).toMatchObject([{ name: 'masters.getUnit', kind: 'query', count: 1, faults: 0, refused: 1, refusals: [{ code: 'not-found', count: 1 }] }])
    expect(rows[0]!.longest).toBeGreaterThan(0)
  })

  test('is searched by its words, sorted, filtered and paged', async () => {
    const { rows, total } = await admin.health.listOperations({ filter: { span: 'start' }, sort: [{ column: 'count', descending: true }], pageSize: 2, total: true })
    expect(rows.length).toBe(2)
    expect(rows[0]!.count).toBeGreaterThanOrEqual(rows[1]!.count)
    const all = [...rows]
    let next: string | undefined = '2'
    while (next !== undefined) {
      const page: Awaited<ReturnType<typeof admin.health.listOperations>> = await admin.health.listOperations({ filter: { span: 'start' }, sort: [{ column: 'name' }], cursor: next, pageSize: 2 })
      all.push(...page.rows)
      next = page.next
    }
    expect(total).toBeGreaterThan(2)
    expect(all.length).toBeGreaterThanOrEqual(total!)
    await admin.masters.createSection({ code: 'UJI', name: 'Bagian Uji' })
    expect((await admin.health.listOperations({ search: 'masters/createSection', filter: { span: 'start' } })).rows.map(({ name }) => name)).toEqual(['masters.createSection'])
    expect((await admin.health.listOperations({ search: 'membuat bagian', filter: { span: 'start' } })).rows.map(({ name }) => name)).toContain('masters.createSection')
    expect((await admin.health.listOperations({ filter: { span: 'start', kind: ['command'] } })).rows.every(({ kind }) => kind === 'command')).toBe(true)
    expect((await admin.health.listOperations({ filter: { isFaulty: true } })).rows).toEqual([])
    await expect(admin.health.listOperations({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('how the host stands', async () => {
    host.host.lookAtBackups()
    const found = await admin.health.readHealth({})
    expect(found.minutes.length).toBe(60)
    expect(found.minutes.at(-1)!.queries).toBeGreaterThan(0)
    expect(found.minutes.at(-1)).toMatchObject({ pause: expect.any(Number) as number, memory: expect.any(Number) as number })
    expect(found.judgements.find(({ part }) => part === 'backup')).toMatchObject({ verdict: 'watch', finding: 'none' })
    expect(found.database.size).toBeGreaterThan(100_000)
    expect(found.disks).toMatchObject([{ use: 'data', folder: host.folder }])
    expect(found.program.sqlite).toMatch(/^3\.\d+/)
    expect(found.hour.count).toBe(found.sinceStart.count)
    expect([found.jobs, found.desks]).toEqual([[], { desks: 0, people: 0 }])
  })

  test('a checked backup turns it good', async () => {
    const made = await admin.dataCare.backUp({})
    host.host.lookAtBackups()
    expect((await admin.health.readHealth({})).judgements.find(({ part }) => part === 'backup')).toMatchObject({ verdict: 'good', finding: 'readable' })
    await admin.dataCare.verifyBackup({ name: made.name })
    host.host.lookAtBackups()
    const found = await admin.health.readHealth({})
    expect(found.judgements.find(({ part }) => part === 'backup')).toMatchObject({ verdict: 'good', finding: 'covered' })
    expect(found.backup).toMatchObject({ state: 'good', at: made.at })
  })

  test('a job is seen while it runs, with who began it and how far it is', async () => {
    const running = admin.dataCare.backUp({})
    let seen: Awaited<ReturnType<typeof admin.health.readHealth>>['jobs'] = []
    while (seen.length === 0) seen = (await admin.health.readHealth({})).jobs
    expect(seen).toMatchObject([{ name: 'dataCare.backUp', lane: 'bulk', fullName: 'Admin 1' }])
    await running
    expect((await admin.health.readHealth({})).jobs).toEqual([])
  })

  test('a limit of the factory’s own counts', async () => {
    await admin.settings.changeSetting({ key: 'health.memoryWatch', value: 100 })
    expect((await admin.health.readHealth({})).judgements.find(({ part }) => part === 'memory')!.verdict).not.toBe('good')
    await expect(admin.settings.changeSetting({ key: 'health.memoryAct', value: 100 })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('the host’s log is read by a worker, without secrets and what somebody typed', async () => {
    openLogFile(host.folder, 'host').error('start', new Error('nothing serves here: password=Rahasia#2026, "Kain merah muda"'))
    const { rows } = await admin.health.listLogEntries({ filter: { level: 'error' }, search: 'serves' })
    expect(rows.map(({ text }) => text.split('\n')[0])).toEqual(['start: Error: nothing serves here: password=«…», "«…»"'])
  })

  test('is for those who may see the settings', async () => {
    const supervisor = await host.as('SPV Sewing', 'SEW')
    for (const call of [supervisor.health.readHealth({}), supervisor.health.listOperations({}), supervisor.health.listLogEntries({})]) await expect(call).rejects.toMatchObject({ code: 'forbidden' })
    expect(host.faults).toEqual([])
  })
})
