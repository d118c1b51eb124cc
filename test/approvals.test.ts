import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nearestHolders, overdueOf } from '../shared/approvals/rules.ts'
import type { ApprovalChain } from '../shared/approvals/chain.ts'
import { approvalKinds } from '../shared/approvals/kinds.ts'
import type { Session } from '../src-main/core/session.ts'
import { alwaysAsked } from './support/always-asked.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

const supervisorThenManager: ApprovalChain = [{ by: 'permission', permission: 'production.approve', section: 'concerned' }, { by: 'level', level: 2 }]

let host: TestHost
let itemId: string
let balanceId: string
let storeId: string
let operator: Desk
let manager: Desk
let supervisor: Desk
beforeAll(async () => {
  host = await startTestHost()
  const { system } = host
  await alwaysAsked(host)
  const unit = (await system.masters.listUnits({})).rows[0]!
  const item = await system.masters.createItem({ code: 'KOHAIR', name: 'Kohair', kind: 'RAW_MATERIAL', unitId: unit.id })
  itemId = item.id
  const store = await system.masters.createLocation({ code: 'SEW-1', name: 'Gudang Jahit', kind: 'INTERNAL', parentId: null, sectionId: host.section('SEW') })
  await system.warehouse.receiveStock({ itemId, quantity: '100', toLocationId: store.id })
  storeId = store.id
  balanceId = host.database.prepare('select id from stockBalance').pluck().get() as string
  ;[operator, manager, supervisor] = [await host.as('Warehouse Operator', 'WH'), await host.as('Manager'), await host.as('SPV Sewing', 'SEW')]
})
afterAll(() => host.stop())

const onHand = () => (host.database.prepare('select onHand from stockBalance where id = ?').pluck().get(balanceId) as number) / 10_000
const ask = async (desk: Desk, counted: string, expected = String(onHand())) => (await desk.warehouse.requestAdjustment({ itemId, locationId: storeId, counted, expected, reason: 'Hitung ulang' })).request!
const noticesOf = async (desk: Desk) => (await desk.notifications.listNotices({})).rows.map(({ kind, params }) => [kind, params.number])
async function withChain(steps: ApprovalChain, work: () => Promise<void>): Promise<void> {
  const version = () => host.system.approvals.listChains({}).then(chains => chains.find(({ kind }) => kind === 'STOCK_ADJUSTMENT')!.version)
  await manager.approvals.updateChain({ kind: 'STOCK_ADJUSTMENT', steps, version: await version() })
  try {
    await work()
  } finally {
    await manager.approvals.updateChain({ kind: 'STOCK_ADJUSTMENT', steps: [...approvalKinds.STOCK_ADJUSTMENT.chain], version: await version() })
  }
}

describe('PL-19 chains', () => {
  test('PL-19 the program begins with the manager alone for a stock adjustment', async () => {
    expect(approvalKinds.STOCK_ADJUSTMENT.chain).toEqual([{ by: 'level', level: 2 }])
    const { id, number } = await ask(operator, '96')
    expect(number).toBe('PRS-2026-00001')
    expect(onHand()).toBe(100)
    expect(await noticesOf(manager)).toContainEqual(['APPROVAL_NEEDED', number])
    expect(await manager.approvals.countWaiting({})).toEqual({ count: 1, waiting: [{ id, step: 0 }] })

    expect(await manager.approvals.approveStep({ id, step: 0 })).toMatchObject({ status: 'APPROVED', number })
    expect(onHand()).toBe(96)
    expect(await noticesOf(operator)).toContainEqual(['APPROVAL_APPROVED', number])
    expect(await manager.approvals.countWaiting({})).toEqual({ count: 0, waiting: [] })
    const audited = host.database.prepare(`select entity, action from auditEntry where procedure = 'approvals.approveStep'`).all()
    expect(audited).toContainEqual({ entity: 'stockMove', action: 'APPROVE' })
    expect(audited).toContainEqual({ entity: 'approvalDecision', action: 'APPROVE' })
  })

  test('PL-19 supervisor, then manager: only the current step decides, and nothing happens before the last', async () => {
    await withChain(supervisorThenManager, async () => {
      const { id } = await ask(operator, '90')
      await expect(manager.approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'not-step-holder' })
      await expect((await host.as('SPV Cutting', 'CUT')).approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'not-step-holder' })
      expect(await supervisor.approvals.approveStep({ id, step: 0, note: 'Cocok' })).toMatchObject({ status: 'PENDING', step: 1, stepCount: 2 })
      expect(onHand()).toBe(96)
      await expect(supervisor.approvals.approveStep({ id, step: 1 })).rejects.toMatchObject({ code: 'not-step-holder' })
      await expect(manager.approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'conflict' })
      expect(await manager.approvals.approveStep({ id, step: 1 })).toMatchObject({ status: 'APPROVED' })
      expect(onHand()).toBe(90)
      const { steps } = await operator.approvals.getRequest({ id })
      expect(steps.map(({ decision }) => [decision?.verdict, decision?.note])).toEqual([['APPROVED', 'Cocok'], ['APPROVED', '']])
      await expect(manager.approvals.approveStep({ id, step: 1 })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'APPROVED' } })
    })
  })

  test('PL-19 a rejection needs a reason and is told to who asked', async () => {
    const { id, number } = await ask(operator, '80')
    await expect(manager.approvals.rejectRequest({ id, step: 0, reason: ' ' })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await manager.approvals.rejectRequest({ id, step: 0, reason: 'Hitung lagi berdua' })).toMatchObject({ status: 'REJECTED' })
    expect(onHand()).toBe(90)
    const { rows } = await operator.notifications.listNotices({})
    expect(rows[0]).toMatchObject({ kind: 'APPROVAL_REJECTED', params: { number, reason: 'Hitung lagi berdua' } })
  })

  test('PL-19 nobody approves their own request, and where nobody else could, it is not begun', async () => {
    const own = await ask(manager, '85')
    await expect(manager.approvals.approveStep({ id: own.id, step: 0 })).rejects.toMatchObject({ code: 'own-request', params: { number: own.number } })
    expect(await manager.approvals.countWaiting({})).toMatchObject({ count: 0 })
    expect(await manager.approvals.cancelRequest({ id: own.id })).toMatchObject({ status: 'CANCELLED' })
    expect(onHand()).toBe(90)
    await new Promise(resolve => setImmediate(resolve))
    expect(host.database.prepare(`select count(*) from securityEvent where kind = 'FORBIDDEN' and detail like '%approveStep%'`).pluck().get()).toBeGreaterThan(0)

    // A Director's alone, and there is none.
    await withChain([{ by: 'permission', permission: 'projects.delete', section: 'any' }, { by: 'permission', permission: 'process.overrideEmergency', section: 'any' }, { by: 'level', level: 2 }], async () => {
      await expect(ask(operator, '85')).rejects.toMatchObject({ code: 'no-approver', params: { step: 2 } })
    })
  })

  test('PL-19 the Director is informed, and a request whose target has changed is void by itself', async () => {
    const director = await host.as('Director')
    const first = await ask(operator, '88')
    await manager.approvals.approveStep({ id: first.id, step: 0 })
    expect(await noticesOf(director)).toContainEqual(['APPROVAL_GIVEN', first.number])

    const stale = await ask(operator, '70')
    await host.system.warehouse.adjustStock({ itemId, locationId: storeId, counted: '89', expected: '88', reason: 'Lain' })
    expect(await manager.approvals.approveStep({ id: stale.id, step: 0 })).toMatchObject({ status: 'REVERTED' })
    expect(onHand()).toBe(89)
    expect(await noticesOf(operator)).toContainEqual(['APPROVAL_REVERTED', stale.number])
  })

  test('PL-19 a request keeps the steps it began with when its chain is edited', async () => {
    const { id } = await ask(operator, '87')
    await withChain(supervisorThenManager, async () => {
      expect(await manager.approvals.getRequest({ id })).toMatchObject({ request: { stepCount: 1 }, mine: { mayDecide: true } })
      expect(await manager.approvals.approveStep({ id, step: 0 })).toMatchObject({ status: 'APPROVED' })
    })
    await expect(manager.approvals.updateChain({ kind: 'STOCK_ADJUSTMENT', steps: [] })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(manager.approvals.updateChain({ kind: 'STOCK_ADJUSTMENT', steps: [{ by: 'level', level: 2 }, { by: 'level', level: 2 }] })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(operator.approvals.updateChain({ kind: 'STOCK_ADJUSTMENT', steps: supervisorThenManager })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('PL-19 the same is asked for once, and the list of what waits has 20 a page', async () => {
    const { id, number } = await ask(operator, '60')
    await expect(ask(operator, '61')).rejects.toMatchObject({ code: 'approval-pending', params: { number } })
    const { rows } = await manager.approvals.listRequests({ filter: { view: 'waiting' }, pageSize: 20 })
    expect(rows).toMatchObject([{ id, number, kind: 'STOCK_ADJUSTMENT', subject: { item: 'Kohair', place: 'Gudang Jahit' }, isOverdue: false }])
    expect((await operator.approvals.listRequests({ filter: { view: 'mine' } })).rows[0]).toMatchObject({ id })
    await expect(operator.approvals.listRequests({ filter: { view: 'all' } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect((await host.as('Admin Packing', 'PCK')).approvals.getRequest({ id })).rejects.toMatchObject({ code: 'not-found' })
    await operator.approvals.cancelRequest({ id })
  })

  test('PL-19 of two who decide in the same moment one does, the other is told that it is decided, and it is done once', async () => {
    const { id, number } = await ask(operator, '65')
    const moves = () => host.database.prepare('select count(*) from stockMove').pluck().get() as number
    const [before, second] = [moves(), await host.as('Manager')]
    const outcomes = await Promise.allSettled([manager.approvals.approveStep({ id, step: 0 }), second.approvals.rejectRequest({ id, step: 0, reason: 'Hitung lagi' }), second.approvals.approveStep({ id, step: 0 })])
    expect(outcomes[0]).toMatchObject({ status: 'fulfilled', value: { status: 'APPROVED' } })
    for (const outcome of outcomes.slice(1)) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'wrong-state', params: { number, status: 'APPROVED' } } })
    expect([onHand(), moves() - before]).toEqual([65, 1])
    expect(host.database.prepare('select count(*) from approvalDecision where requestId = ?').pluck().get(id)).toBe(1)
  })

  test('PL-19 the numbers of requests begin anew with the factory’s year, not with that of UTC', async () => {
    const now = host.clock.now()
    const numbers: string[] = []
    for (const instant of ['2026-12-31T16:59:59.000Z', '2026-12-31T17:00:00.000Z', '2027-01-01T05:00:00.000Z']) {
      host.clock.set(instant)
      const { id, number } = await ask(await host.as('Warehouse Operator', 'WH'), '64')
      numbers.push(number)
      await (await host.as('Manager')).approvals.rejectRequest({ id, step: 0, reason: 'Uji' })
    }
    expect(numbers).toEqual([expect.stringMatching(/^PRS-2026-/), 'PRS-2027-00001', 'PRS-2027-00002'])
    host.clock.set(now)
  })

  test('a step that waits too long is reminded of, and is a red alert after twice as long', async () => {
    const { id, number } = await ask(operator, '60')
    expect(await host.system.approvals.remindOverdue({})).toEqual({ reminded: 0 })
    host.clock.advance(25 * 3_600_000)
    const waiting = await host.as('Manager')
    expect(await host.system.approvals.remindOverdue({})).toEqual({ reminded: 1 })
    await host.system.approvals.remindOverdue({})
    expect((await noticesOf(waiting)).filter(([kind]) => kind === 'APPROVAL_OVERDUE')).toEqual([['APPROVAL_OVERDUE', number]])
    host.clock.advance(24 * 3_600_000)
    await host.system.approvals.remindOverdue({})
    expect(await waiting.notifications.countUnread({})).toMatchObject({ open: 1 })
    await (await host.as('Director')).approvals.rejectRequest({ id, step: 0, reason: 'Terlalu lama' })
    expect(await waiting.notifications.countUnread({})).toMatchObject({ open: 0 })
  })
})

test('PL-19 whoever must ask does not abolish the asking: a chain is changed by who decides its last step', async () => {
  const admin = await host.as('Admin')
  const wanted = { kind: 'SETTING_CHANGE', steps: [{ by: 'level', level: 3 }] } as const
  await expect(admin.approvals.updateChain({ ...wanted, steps: [...wanted.steps] })).rejects.toMatchObject({ code: 'not-chain-holder' })
  await expect(supervisor.approvals.updateChain({ ...wanted, steps: [...wanted.steps] })).rejects.toMatchObject({ code: 'forbidden' })
  const changeable = async (desk: Desk) => (await desk.approvals.listChains({})).find(({ kind }) => kind === 'SETTING_CHANGE')!.mayChange
  const director = await host.as('Director')
  expect([await changeable(admin), await changeable(manager), await changeable(director), await changeable(await host.as('Superadmin'))]).toEqual([false, true, false, true])
  await expect(director.approvals.updateChain({ ...wanted, steps: [...wanted.steps] })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'settings.update' } })
})

test('PL-19 a step asks for an act as well as for a module’s permission', async () => {
  await withChain([{ by: 'permission', permission: 'process.unlockSectionDay', section: 'any' }, { by: 'permission', permission: 'process.decideModification', section: 'concerned' }], async () => {
    const { id, number } = await ask(operator, '71.5')
    await expect(manager.approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'not-step-holder', params: { number } })
    expect(await (await host.as('Admin')).approvals.approveStep({ id, step: 0 })).toMatchObject({ step: 1 })
    const cutting = await host.as('SPV Cutting', 'CUT')
    await expect(cutting.approvals.approveStep({ id, step: 1 })).rejects.toMatchObject({ code: 'not-step-holder' })
    await supervisor.approvals.rejectRequest({ id, step: 1, reason: 'Cukup' })
  })
})

test('IA-6, IA-10 who sees all sections by their account, or has the right for a time, decides as if by their role', async () => {
  const account = await host.sessionFor('Admin Finishing', 'FIN', { grants: ['process.restoreData'] })
  await withChain([{ by: 'permission', permission: 'process.restoreData', section: 'concerned' }, { by: 'level', level: 2 }], async () => {
    const { id } = await ask(operator, '72')
    await expect(host.desk(account).approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'not-step-holder' })
    const { version } = await host.system.identity.getUser({ id: account.userId })
    await host.system.identity.updateUser({ id: account.userId, version, sections: 'all' })
    expect(await host.desk(account).approvals.approveStep({ id, step: 0 })).toMatchObject({ step: 1 })
    await manager.approvals.rejectRequest({ id, step: 1, reason: 'Cukup' })
  })
})

describe('a right that somebody lends', () => {
  let absent: Session
  let stand: Session
  beforeAll(async () => {
    absent = await host.sessionFor('SPV Sewing', 'SEW')
    stand = await host.sessionFor('Admin Finishing', 'FIN')
  })
  const lend = (fromDay: string, toDay: string) => host.desk(absent).approvals.createDelegation({ delegateId: stand.userId, fromDay, toDay, reason: 'Cuti' })

  test('is used within its days, by the one it was lent to, and both are named', async () => {
    const today = host.clock.now().slice(0, 10)
    const delegate = host.desk(stand)
    const owner = host.desk(absent)
    await expect(owner.approvals.createDelegation({ delegateId: absent.userId, fromDay: today, toDay: today, reason: 'x' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(lend('2026-01-01', '2026-01-02')).rejects.toMatchObject({ code: 'invalid-input' })
    await withChain(supervisorThenManager, async () => {
      const { id } = await ask(operator, '75')
      await expect(delegate.approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'not-step-holder' })
      const lent = await lend(today, today)
      expect(lent).toMatchObject({ state: 'RUNNING', delegateName: stand.fullName })
      expect(await delegate.approvals.getRequest({ id })).toMatchObject({ mine: { mayDecide: true, rightOfName: absent.fullName } })
      await delegate.approvals.approveStep({ id, step: 0 })
      const { steps } = await manager.approvals.getRequest({ id })
      expect(steps[0]!.decision).toMatchObject({ byName: stand.fullName, rightOfName: absent.fullName })
      await manager.approvals.approveStep({ id, step: 1 })
      expect(onHand()).toBe(75)
      expect(await owner.approvals.endDelegation({ id: lent.id, version: lent.version })).toMatchObject({ state: 'ENDED' })
    })
  })

  test('PL-19 who decided a step by a borrowed right does not decide another by their own', async () => {
    const today = host.clock.now().slice(0, 10)
    const borrower = await host.sessionFor('Manager')
    const lent = await host.desk(absent).approvals.createDelegation({ delegateId: borrower.userId, fromDay: today, toDay: today, reason: 'Cuti' })
    await withChain(supervisorThenManager, async () => {
      const { id } = await ask(operator, '71')
      await host.desk(borrower).approvals.approveStep({ id, step: 0 })
      await expect(host.desk(borrower).approvals.approveStep({ id, step: 1 })).rejects.toMatchObject({ code: 'not-step-holder' })
      await manager.approvals.rejectRequest({ id, step: 1, reason: 'Tidak' })
    })
    await host.desk(absent).approvals.endDelegation({ id: lent.id, version: lent.version })
  })

  test('never serves for one’s own request, nor to look at one request twice', async () => {
    const today = host.clock.now().slice(0, 10)
    const lender = await host.sessionFor('Manager')
    const lent = await host.desk(lender).approvals.createDelegation({ delegateId: absent.userId, fromDay: today, toDay: today, reason: 'Dinas luar' })
    await withChain(supervisorThenManager, async () => {
      const { id } = await ask(operator, '74')
      await host.desk(absent).approvals.approveStep({ id, step: 0 })
      await expect(host.desk(absent).approvals.approveStep({ id, step: 1 })).rejects.toMatchObject({ code: 'not-step-holder' })
      await manager.approvals.rejectRequest({ id, step: 1, reason: 'Tidak' })
    })
    await host.desk(lender).approvals.endDelegation({ id: lent.id, version: lent.version })
    const requester = await host.sessionFor('Warehouse Operator', 'WH')
    const own = await host.desk(lender).approvals.createDelegation({ delegateId: requester.userId, fromDay: today, toDay: today, reason: 'Cuti' })
    const { id } = await ask(host.desk(requester), '73')
    await expect(host.desk(requester).approvals.approveStep({ id, step: 0 })).rejects.toMatchObject({ code: 'own-request' })
    await manager.approvals.rejectRequest({ id, step: 0, reason: 'Cukup' })
    await host.desk(lender).approvals.endDelegation({ id: own.id, version: own.version })
  })
})

test('PL-19 the last step is carried out by who decides it, wherever they work: in the parent section, or in the place of somebody else', async () => {
  const { system } = host
  const parent = await system.masters.createSection({ code: 'PROD', name: 'Produksi', parentId: null })
  const section = await system.masters.createSection({ code: 'QLT', name: 'Quilting', parentId: parent.id })
  const { id: locationId } = await system.masters.createLocation({ code: 'QLT-1', name: 'Gudang Quilting', kind: 'INTERNAL', parentId: null, sectionId: section.id })
  await system.warehouse.receiveStock({ itemId, quantity: '40', toLocationId: locationId })
  const askQuilting = async (counted: string, expected: string) => (await operator.warehouse.requestAdjustment({ itemId, locationId, counted, expected, reason: 'Hitung ulang' })).request!
  const [above, stand] = [await host.sessionFor('SPV Sewing', 'PROD'), await host.sessionFor('Admin Finishing', 'FIN')]
  await withChain(supervisorThenManager.slice(0, 1), async () => {
    const { id } = await askQuilting('39', '40')
    expect(await host.desk(above).approvals.approveStep({ id, step: 0 })).toMatchObject({ status: 'APPROVED' })

    const today = host.clock.now().slice(0, 10)
    const lent = await host.desk(above).approvals.createDelegation({ delegateId: stand.userId, fromDay: today, toDay: today, reason: 'Cuti' })
    const second = await askQuilting('37', '39')
    expect(await host.desk(stand).approvals.approveStep({ id: second.id, step: 0 })).toMatchObject({ status: 'APPROVED' })
    await host.desk(above).approvals.endDelegation({ id: lent.id, version: lent.version })
  })
  expect(host.database.prepare('select onHand from stockBalance where locationId = ?').pluck().get(locationId)).toBe(370_000)
})

test('PL-19 “supervisor” is who holds the permission for the section, else for its parent, else who sees all', () => {
  const [spv, parent, boss] = [{ id: 'a', sectionIds: ['sew'], seesAll: false }, { id: 'b', sectionIds: ['prod'], seesAll: false }, { id: 'c', sectionIds: [], seesAll: true }]
  expect(nearestHolders([spv, parent, boss], ['sew', 'prod'])).toEqual([spv])
  expect(nearestHolders([parent, boss], ['sew', 'prod'])).toEqual([parent])
  expect(nearestHolders([boss], ['sew', 'prod'])).toEqual([boss])
  expect(nearestHolders([spv], ['cut'])).toEqual([])
})

test('overdue is counted from when the step began', () => {
  const at = (hours: number) => overdueOf('2026-11-20T00:00:00.000Z', new Date(Date.parse('2026-11-20T00:00:00.000Z') + hours * 3_600_000).toISOString(), 24)
  expect([at(23), at(24), at(47), at(48)]).toEqual(['none', 'overdue', 'overdue', 'critical'])
})
