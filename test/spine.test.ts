import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cost } from '../shared/core/cost.ts'
import { decimal, DecimalSchema } from '../shared/core/decimal.ts'
import { AppError } from '../shared/core/errors.ts'
import { anySession, command, query } from '../shared/core/procedure.ts'
import type { CommandContext, QueryContext } from '../src-main/core/handlers.ts'
import { auditColumns, auditHash, genesisHash, type AuditRecord } from '../src-main/database/audit-chain.ts'
import { sql } from '../src-main/database/sql.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { Empty, openSpine, sessionOf, type Spine } from './support/spine.ts'

const Unit = z.object({ id: z.string(), version: z.int(), code: z.string(), name: z.string() })
const Priced = z.object({ name: z.string(), price: cost(DecimalSchema), lines: z.array(z.object({ price: cost(DecimalSchema) })) })
const code = z.string().max(50)

const contract = {
  test: {
    listUnits: query({ permission: 'masters.view', input: Empty, output: z.array(Unit), reads: ['unit'] }),
    listUndeclared: query({ permission: 'masters.view', input: Empty, output: z.array(Unit), reads: [] }),
    listUnscoped: query({ permission: 'masters.view', input: Empty, output: z.array(Unit), reads: ['unit'] }),
    nameMe: query({ permission: anySession, input: Empty, output: z.string(), reads: [] }),
    nameMeProperly: query({ permission: anySession, input: Empty, output: z.string(), reads: [], varies: 'user' }),
    listRules: query({
      permission: 'kanban.view', input: z.object({ sectionId: z.string() }), output: z.array(z.string()), reads: ['kanbanRule'],
      scope: ({ sectionId }) => ({ sectionId }),
    }),
    priced: query({ permission: 'masters.view', input: Empty, output: Priced, reads: [] }),
    hello: query({ permission: anySession, visibility: 'public', input: Empty, output: z.string(), reads: [] }),
    setPrice: command({ permission: 'masters.update', input: z.object({ price: cost(DecimalSchema) }), output: z.string(), writes: [] }),
    createUnit: command({ permission: 'masters.create', input: z.object({ code, name: z.string().default('x'), fails: z.boolean().default(false) }), output: Unit, writes: ['unit'] }),
    renameUnit: command({ permission: 'masters.update', input: z.object({ id: z.string(), version: z.int(), name: z.string(), reason: z.string().optional() }), output: Unit, writes: ['unit'] }),
    writeUndeclared: command({ permission: 'masters.create', input: z.object({ code }), output: z.null(), writes: [] }),
    writeUnscoped: command({ permission: 'masters.create', input: z.object({ code }), output: z.null(), writes: ['unit'] }),
    writeLater: command({ permission: 'masters.create', input: z.object({ code }), output: Unit, writes: ['unit'] }),
    createRule: command({ permission: 'kanban.create', input: z.object({ sectionId: z.string() }), output: z.null(), writes: ['kanbanRule'] }),
    onlyInside: command({ permission: 'masters.create', visibility: 'internal', input: Empty, output: z.null(), writes: [] }),
    stillAllowed: command({ permission: anySession, beforePasswordChange: true, input: Empty, output: z.null(), writes: [] }),
  },
}

let calls = 0
const handlers = {
  test: {
    listUnits({ db, scope }: QueryContext) {
      calls += 1
      scope.everyone()
      return db.all(sql.selectFrom('unit').selectAll().orderBy('code'))
    },
    listUndeclared({ db, scope }: QueryContext) {
      scope.everyone()
      return db.all(sql.selectFrom('unit').selectAll())
    },
    listUnscoped: ({ db }: QueryContext) => db.all(sql.selectFrom('unit').selectAll()),
    nameMe({ scope, session }: QueryContext) {
      scope.everyone()
      return session.username
    },
    nameMeProperly({ scope, session }: QueryContext) {
      scope.everyone()
      return session.username
    },
    listRules({ db, scope }: QueryContext, { sectionId }: { sectionId: string }) {
      calls += 1
      scope.section(sectionId)
      return db.all(sql.selectFrom('kanbanRule').select('id').where('sectionId', '=', sectionId)).map(({ id }) => id)
    },
    priced({ scope }: QueryContext) {
      scope.everyone()
      return { name: 'a', price: decimal('1.5'), lines: [{ price: decimal('2') }], secret: 'not in the contract' }
    },
    hello({ scope }: QueryContext) {
      scope.everyone()
      return 'hello'
    },
    setPrice({ scope }: CommandContext) {
      scope.everyone()
      return 'set'
    },
    createUnit({ db, scope }: CommandContext, input: { code: string; name: string; fails: boolean }) {
      scope.everyone()
      const unit = db.insert('unit', { code: input.code, name: input.name })
      if (input.fails) throw new AppError('wrong-state', { code: input.code })
      return unit
    },
    renameUnit({ db, scope }: CommandContext, { id, version, name }: { id: string; version: number; name: string }) {
      scope.everyone()
      return db.update('unit', { id, version }, { name })
    },
    writeUndeclared({ db, scope }: CommandContext, input: { code: string }) {
      scope.everyone()
      db.insert('unit', { code: input.code, name: 'x' })
      return null
    },
    writeUnscoped({ db }: CommandContext, input: { code: string }) {
      db.insert('unit', { code: input.code, name: 'x' })
      return null
    },
    async writeLater({ db, scope }: CommandContext, input: { code: string }) {
      scope.everyone()
      const unit = db.insert('unit', { code: input.code, name: 'x' })
      await Promise.resolve()
      return unit
    },
    createRule({ db, scope }: CommandContext, { sectionId }: { sectionId: string }) {
      scope.everyone()
      db.insert('kanbanRule', { sectionId, itemId: 'i1', reorderPoint: decimal('1'), orderQuantity: decimal('1'), priority: 'LOW', leadDays: 1 })
      return null
    },
    onlyInside({ scope }: CommandContext) {
      scope.everyone()
      return null
    },
    stillAllowed({ scope }: CommandContext) {
      scope.everyone()
      return null
    },
  },
}

let folder: string
let spine: Spine
beforeEach(() => {
  folder = temporaryFolder()
  spine = openSpine(folder, contract, handlers)
  calls = 0
})
afterEach(() => {
  spine.close()
  removeFolder(folder)
})

const call = (name: string, input: unknown = {}, session = sessionOf(), options = {}) => spine.dispatch(session, `test.${name}`, input, options)
const value = async (name: string, input: unknown = {}, session = sessionOf()) => {
  const answer = await call(name, input, session)
  if (!answer.ok) throw new AppError(answer.code, answer.params)
  return JSON.parse(answer.json) as { id: string; version: number }
}
const count = (table: string) => spine.writer.prepare(`select count(*) from ${table}`).pluck().get()

function expectWholeChain(): void {
  const rows = spine.writer.prepare('select * from auditEntry order by seq').all() as (AuditRecord & { hash: string })[]
  let previousHash = genesisHash
  rows.forEach((row, at) => {
    expect(row.seq).toBe(at + 1)
    expect(row.previousHash).toBe(previousHash)
    expect(row.hash).toBe(auditHash(row))
    previousHash = row.hash
  })
  const numbers = spine.writer.prepare('select seq from event order by seq').pluck().all()
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  expect(spine.audit.head.seq).toBe(rows.length)
  expect(spine.events.head).toBe(numbers.length)
  expect(auditColumns.length).toBe(18)
}

describe('the door', () => {
  test.each(['__proto__.toString', 'test.toString', 'constructor.name', 'test.__proto__', '', 'test', 'test.listUnits.x', 'x'.repeat(5000)])(
    'an unknown name is not found: %s', async name => {
      expect(await spine.dispatch(sessionOf(), name, {})).toMatchObject({ ok: false, code: 'not-found' })
    })

  test('a stranger may only call what is public', async () => {
    const stranger = sessionOf({ id: '', permissions: new Set() })
    expect(await call('hello', {}, stranger)).toMatchObject({ ok: true })
    expect(await call('listUnits', {}, stranger)).toMatchObject({ ok: false, code: 'signed-out' })
    expect(await call('nameMeProperly', {}, stranger)).toMatchObject({ ok: false, code: 'signed-out' })
  })

  test('what is internal is unknown outside', async () => {
    expect(await call('onlyInside')).toMatchObject({ ok: false, code: 'not-found' })
    expect(await call('onlyInside', {}, sessionOf(), { isInternal: true })).toMatchObject({ ok: true })
  })

  test('a lacking permission is refused, names what is needed and is kept in the security log', async () => {
    expect(await call('createUnit', { code: 'm' }, sessionOf({ permissions: new Set(['masters.view']) })))
      .toMatchObject({ ok: false, code: 'forbidden', params: { needed: 'masters.create' } })
    expect(spine.warnings).toMatchObject([{ kind: 'FORBIDDEN' }])
    expect(count('unit')).toBe(0)
  })

  test('a session that must change its password may only do that', async () => {
    const session = sessionOf({ mustChangePassword: true })
    expect(await call('listUnits', {}, session)).toMatchObject({ code: 'password-change-needed' })
    expect(await call('stillAllowed', {}, session)).toMatchObject({ ok: true })
  })

  test('faulty input names every field', async () => {
    expect(await call('createUnit', { code: 5, fails: 'yes' })).toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['code'], reason: 'invalid_type' }, { path: ['fails'], reason: 'invalid_type' }] },
    })
    for (const bad of [null, undefined, 3, 'text', [], { code: { toString: 'x' } }]) expect(await call('createUnit', bad)).toMatchObject({ code: 'invalid-input' })
  })

  test('IA-9 costs leave only to those who may see them, and come only from them', async () => {
    expect(await value('priced')).toEqual({ name: 'a', price: '1.5', lines: [{ price: '2' }] })
    expect(await value('priced', {}, sessionOf({ canSeeCost: false }))).toEqual({ name: 'a', lines: [{}] })
    expect(await call('setPrice', { price: '3' })).toMatchObject({ ok: true })
    expect(await call('setPrice', { price: '3' }, sessionOf({ canSeeCost: false }))).toMatchObject({ code: 'forbidden', params: { field: 'price' } })
    expect(await call('setPrice', {}, sessionOf({ canSeeCost: false }))).toMatchObject({ ok: true })
  })
})

describe('what a contract does not declare fails', () => {
  test.each([
    ['listUndeclared', 'lacks reads: unit'], ['listUnscoped', 'declared no scope'], ['nameMe', 'does not vary by the user'],
    ['writeUndeclared', 'lacks writes: unit'], ['writeUnscoped', 'before it declares its scope'], ['writeLater', 'is asynchronous'],
  ])('%s', async (name, fault) => {
    expect(await call(name, { code: 'm' })).toEqual({ ok: false, code: 'unexpected', params: {} })
    expect(spine.faults.join()).toContain(fault)
    expect(count('unit')).toBe(0)
    expect(count('event')).toBe(0)
  })

  test('a query that varies by the user may name them', async () => {
    expect(await value('nameMeProperly')).toBe('sari')
  })
})

describe('commands', () => {
  test('AU-1 AU-3 each change is audited in its own transaction, with the changed fields only', async () => {
    const unit = await value('createUnit', { code: 'm', name: 'Meter' })
    await value('renameUnit', { ...unit, name: 'Metre', reason: 'English' })
    const [created, renamed] = spine.writer.prepare('select * from auditEntry order by seq').all() as Record<string, unknown>[]
    expect(created).toMatchObject({ action: 'CREATE', module: 'test', procedure: 'test.createUnit', userName: 'sari', entity: 'unit', before: null })
    expect(renamed).toMatchObject({ action: 'UPDATE', before: '{"name":"Meter"}', after: '{"name":"Metre"}', reason: 'English' })
    expectWholeChain()
  })

  test('an old version is a conflict that names the row, and changes nothing', async () => {
    const unit = await value('createUnit', { code: 'm' })
    await value('renameUnit', { ...unit, name: 'first' })
    expect(await call('renameUnit', { ...unit, name: 'second' })).toEqual({ ok: false, code: 'conflict', params: { entity: 'unit', id: unit.id } })
    expect(count('auditEntry')).toBe(2)
  })

  test('a change of nothing is no change', async () => {
    const unit = await value('createUnit', { code: 'm', name: 'x' })
    expect(await value('renameUnit', { ...unit, name: 'x' })).toMatchObject({ version: 1 })
    expect(count('auditEntry')).toBe(1)
    expect(spine.events.head).toBe(1)
  })

  test('a code twice is a duplicate that names its field', async () => {
    await value('createUnit', { code: 'm' })
    expect(await call('createUnit', { code: 'M' })).toEqual({ ok: false, code: 'duplicate', params: { entity: 'unit', field: 'code' } })
  })

  test('commands that arrive together commit together, and a refused one harms no other', async () => {
    spine.commits()
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(letter => call('createUnit', { code: letter, fails: letter === 'b' })))
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true, true])
    expect(spine.commits()).toBe(1)
    expect(spine.writer.prepare('select code from unit order by code').pluck().all()).toEqual(['a', 'c', 'd'])
    expectWholeChain()
  })

  test('an error that rolls back the whole transaction reruns the group one by one', async () => {
    spine.writer.exec(`create trigger bomb before insert on unit when new.code = 'bomb' begin select raise(rollback, 'bomb'); end`)
    const answers = await Promise.all(['a', 'bomb', 'c'].map(letter => call('createUnit', { code: letter })))
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(count('unit')).toBe(2)
    expectWholeChain()
  })

  test('when COMMIT fails, nothing is answered as done and the heads are as before', async () => {
    spine.writer.exec(`create table promise (id text references unit deferrable initially deferred) strict;
      create trigger break before insert on unit when new.code = 'broken' begin insert into promise values ('nowhere'); end`)
    await value('createUnit', { code: 'a' })
    const answers = await Promise.all(['b', 'broken', 'c'].map(letter => call('createUnit', { code: letter })))
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(count('unit')).toBe(3)
    expectWholeChain()
  })

  test('a listener that fails does not turn a committed command into a failure', async () => {
    spine.events.subscribe(() => {
      throw new Error('deaf')
    })
    expect(await call('createUnit', { code: 'a' })).toMatchObject({ ok: true })
    expect(spine.faults.join()).toContain('deaf')
  })

  test('IA-5 a row of a foreign section is refused by the pen itself', async () => {
    spine.writer.exec(`insert into section (id, createdAt, code, name) values ('sew', '', 'SEW', 'Sewing'), ('cut', '', 'CUT', 'Cutting');
      insert into unit (id, createdAt, code, name) values ('u', '', 'u', 'u');
      insert into item (id, createdAt, code, name, kind, unitId) values ('i1', '', 'i1', 'i1', 'RAW_MATERIAL', 'u')`)
    const sewing = sessionOf({ sections: new Set(['sew']) })
    expect(await call('createRule', { sectionId: 'cut' }, sewing)).toEqual({ ok: false, code: 'foreign-section', params: { sectionId: 'cut' } })
    expect(spine.warnings).toMatchObject([{ kind: 'FOREIGN_SECTION', detail: { procedure: 'test.createRule' } }])
    expect(await call('createRule', { sectionId: 'sew' }, sewing)).toMatchObject({ ok: true })
    expect(spine.events.since(0, 9)?.map(({ scope }) => scope.sectionId)).toEqual(['sew'])
  })
})

describe('a command sent again', () => {
  const key = { replayKey: 'desk-1.page:1' }

  test('is answered once, also after a restart', async () => {
    const first = await call('createUnit', { code: 'a' }, sessionOf(), key)
    expect(await call('createUnit', { code: 'a' }, sessionOf(), key)).toEqual(first)
    spine.close()
    spine = openSpine(folder, contract, handlers)
    expect(await call('createUnit', { code: 'a' }, sessionOf(), key)).toEqual(first)
    expect(count('unit')).toBe(1)
    expectWholeChain()
  })

  test('in the same moment is answered once', async () => {
    const [first, second] = await Promise.all([call('createUnit', { code: 'a' }, sessionOf(), key), call('createUnit', { code: 'a' }, sessionOf(), key)])
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual(first)
    expect(count('unit')).toBe(1)
  })

  test('by another user or with another input is refused', async () => {
    await call('createUnit', { code: 'a' }, sessionOf(), key)
    expect(await call('createUnit', { code: 'b' }, sessionOf(), key)).toMatchObject({ code: 'replay-mismatch' })
    expect(await call('createUnit', { code: 'a' }, sessionOf({ userId: 'u2' }), key)).toMatchObject({ code: 'replay-mismatch' })
  })

  test('a refusal is a stored answer too', async () => {
    await value('createUnit', { code: 'a' })
    const refused = await call('createUnit', { code: 'a' }, sessionOf(), key)
    spine.writer.prepare('delete from unit').run()
    expect(await call('createUnit', { code: 'a' }, sessionOf(), key)).toEqual(refused)
  })

  test('is told what it did, although its right is gone by now', async () => {
    const done = await call('createUnit', { code: 'a' }, sessionOf(), key)
    const narrowed = sessionOf({ permissions: new Set(['masters.view']) })
    expect(await call('createUnit', { code: 'a' }, narrowed, key)).toEqual(done)
    expect(await call('createUnit', { code: 'a' }, narrowed, { replayKey: 'desk-1.page:2' })).toMatchObject({ code: 'forbidden' })
  })

  test('that comes after a later one is done; up to what was forgotten nothing is done again', async () => {
    await call('createUnit', { code: 'b' }, sessionOf(), { replayKey: 'desk-1:7' })
    expect(await call('createUnit', { code: 'a' }, sessionOf(), { replayKey: 'desk-1:5' })).toMatchObject({ ok: true })
    spine.replays.expire('2026-12-20T02:59:59.000Z')
    expect(await call('createUnit', { code: 'b' }, sessionOf(), { replayKey: 'desk-1:7' })).toMatchObject({ ok: true })
    spine.replays.expire('2026-12-20T03:00:01.000Z')
    for (const replayKey of ['desk-1:5', 'desk-1:6', 'desk-1:7']) {
      expect(await call('createUnit', { code: 'c' }, sessionOf(), { replayKey })).toMatchObject({ code: 'replay-expired' })
    }
    expect(await call('createUnit', { code: 'c' }, sessionOf(), { replayKey: 'desk-1:8' })).toMatchObject({ ok: true })
  })

  test('after a fault of ours is tried anew', async () => {
    expect(await call('writeUndeclared', { code: 'a' }, sessionOf(), key)).toMatchObject({ code: 'unexpected' })
    expect(await call('createUnit', { code: 'a' }, sessionOf(), key)).toMatchObject({ ok: true })
  })

  test.each(['desk-2:1', 'desk-1', 'desk-1:0', 'desk-1:-1', 'desk-1:1.5', `desk-1:${'9'.repeat(30)}`, 'desk-11:1', ''])('a key that is not the desk’s own is refused: %s', async replayKey => {
    expect(await call('createUnit', { code: 'a' }, sessionOf(), { replayKey })).toMatchObject({ code: 'invalid-input' })
    expect(count('unit')).toBe(0)
  })
})

describe('kept answers', () => {
  test('many desks on one board cost one query, and an unchanged answer travels as such', async () => {
    await value('createUnit', { code: 'a' })
    const first = await call('listUnits')
    const tag = first.ok ? first.tag : undefined
    expect(await call('listUnits', {}, sessionOf({ userId: 'u2' }), { known: tag })).toEqual({ ok: true, json: 'null', tag, unchanged: true })
    expect(calls).toBe(1)
    await value('createUnit', { code: 'b' })
    expect(await call('listUnits', {}, sessionOf(), { known: tag })).not.toHaveProperty('unchanged')
    expect(calls).toBe(2)
  })

  test('a change in another section does not disturb, and another cost right or scope is another answer', async () => {
    spine.queries.changed([{ entity: 'kanbanRule', scope: { sectionId: 'sew' } }])
    await call('listRules', { sectionId: 'sew' })
    spine.queries.changed([{ entity: 'kanbanRule', scope: { sectionId: 'cut' } }])
    await call('listRules', { sectionId: 'sew' })
    expect(calls).toBe(1)
    spine.queries.changed([{ entity: 'kanbanRule', scope: {} }])
    await call('listRules', { sectionId: 'sew' })
    expect(calls).toBe(2)
    await call('listRules', { sectionId: 'sew' }, sessionOf({ sections: new Set(['sew']) }))
    expect(calls).toBe(3)
    expect(await call('listRules', { sectionId: 'sew' }, sessionOf({ sections: new Set(['cut']) }))).toMatchObject({ code: 'foreign-section' })
  })
})
