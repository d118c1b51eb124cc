import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor, type Session } from '../src-main/core/session.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer } from './support/import-files.ts'

/** Work that outlasts the call that began it: who it is done for, and how much of it may wait. */
let host: TestHost

beforeAll(async () => {
  host = await startTestHost()
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const count = (table: string, where: string) => host.database.prepare(`select count(*) from ${table} where ${where}`).pluck().get() as number
const userOf = (session: Session) => host.system.identity.getUser({ id: session.userId })

describe('a job ends with what allowed it', () => {
  let codes = 0

  /** An import of many rows under way; `interrupt` happens when its rows are checked. */
  async function interrupted(interrupt: (session: Session) => Promise<unknown>) {
    const admin = await importer(host)
    const lines = Array.from({ length: 6000 }, () => `J${(codes += 1)};Kain;Bahan baku;Yard`)
    const { fileId, suggestion, ...seen } = await admin.inspect('items', ['Kode;Nama;Jenis;Satuan', ...lines].join('\n'))
    const setup = { ...seen, mode: 'update' as const, columns: suggestion.columns, constants: suggestion.constants }
    let interruption: Promise<unknown> | undefined
    const desk = host.desk(admin.session, { onProgress: ({ stage }) => {
      if (stage === 'checking') interruption ??= interrupt(admin.session)
    } })
    const outcome = await desk.imports.stageImport({ fileId, target: 'items', setup }).then(() => 'done', (error: { code: string; params: object }) => ({ code: error.code, params: error.params }))
    await interruption
    return { outcome, batches: count('importBatch', `createdBy = '${admin.session.userId}'`) }
  }

  test('its session: the rest of the work is not done', async () => {
    const { outcome, batches } = await interrupted(session => host.desk(session).identity.logout({}))
    expect(outcome).toEqual({ code: 'signed-out', params: {} })
    expect(batches).toBe(0)
  })

  test('its session, ended from afar', async () => {
    const admin = await host.as('Superadmin')
    const { outcome, batches } = await interrupted(session => admin.sessions.endSession({ id: session.id }))
    expect(outcome).toEqual({ code: 'signed-out', params: {} })
    expect(batches).toBe(0)
  })

  test('its user’s account', async () => {
    const { outcome } = await interrupted(async session => {
      const { id, version } = await userOf(session)
      await host.system.identity.setUserActive({ id, version, isActive: false })
    })
    expect(outcome).toEqual({ code: 'signed-out', params: {} })
  })

  test('its user’s right to it', async () => {
    const roles = await host.system.identity.listRoles({})
    const { outcome } = await interrupted(async session => {
      const user = await userOf(session)
      await host.system.identity.updateUser({ ...user, roleId: roles.find(({ name }) => name === 'Director')!.id })
    })
    expect(outcome).toEqual({ code: 'forbidden', params: { needed: 'process.importData' } })
  })

  test('and goes on through changes that do not concern it', async () => {
    const { outcome, batches } = await interrupted(async () => {
      const other = await host.sessionFor('Manager')
      await host.desk(other).identity.logout({})
    })
    expect(outcome).toBe('done')
    expect(batches).toBe(1)
  })
})

describe('so many jobs may wait', () => {
  const started: AbortController[] = []
  function start(session: Session, name: string, input: object) {
    const abort = new AbortController()
    started.push(abort)
    return host.host.dispatch(session, name, input, { signal: abort.signal })
  }
  /** What was refused is answered at once; the rest waits. */
  const refusals = async (answers: readonly Promise<unknown>[]) => {
    const waiting = Symbol('waiting')
    await new Promise(resolve => setImmediate(resolve))
    const known = await Promise.all(answers.map(answer => Promise.race([answer, Promise.resolve(waiting)])))
    return known.filter(answer => answer !== waiting)
  }
  const breakOff = async (answers: readonly Promise<unknown>[]) => {
    for (const abort of started.splice(0)) abort.abort()
    expect(new Set((await Promise.all(answers)).map(answer => (answer as { code: string }).code))).toEqual(new Set(['cancelled', 'rate-limited']))
  }

  test('of one user, so that the others find a place', async () => {
    const eager = await host.sessionFor('Manager')
    const answers = Array.from({ length: 60 }, () => start(eager, 'identity.changePassword', { current: 'Salah#2026', next: 'Baru#2026' }))
    const refused = await refusals(answers)
    expect(refused).toHaveLength(10)
    expect(refused[0]).toEqual({ ok: false, code: 'rate-limited', params: { seconds: 5 } })
    const other = await host.sessionFor('Manager')
    const next = start(other, 'identity.changePassword', { current: 'Salah#2026', next: 'Baru#2026' })
    expect(await refusals([next])).toEqual([])
    await breakOff([...answers, next])
  })

  test('of everybody: as many as all desks of a factory that sign in at once', async () => {
    const answers = Array.from({ length: 450 }, (_, at) => start(visitor(`desk-${at}`, `10.0.${at % 250}.9`), 'identity.login', { username: `orang-${at}`, password: 'Salah#2026' }))
    const refused = await refusals(answers)
    expect(refused.length).toBeGreaterThanOrEqual(40)
    expect(refused.length).toBeLessThanOrEqual(50)
    expect(refused[0]).toEqual({ ok: false, code: 'rate-limited', params: { seconds: 5 } })
    await breakOff(answers)
  })
})
