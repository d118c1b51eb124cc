import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BusinessDay } from '../shared/core/dates.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

/** PX-15: January is over, and something of it is left. */
let toys: ToyDesks
let sectionId: string
const month = '2026-01'

beforeAll(async () => {
  toys = await openToyFactory({ now: '2026-02-03T03:00:00.000Z' })
  sectionId = toys.host.section('CUT')
})
afterAll(async () => {
  expect(toys.host.faults).toEqual([])
  await toys.host.stop()
})

const review = () => toys.host.system.periods.remindOfMonthEnd({})
const january = async () => (await toys.manager.periods.listPeriods({})).find(period => period.month === month)!
const told = async (kind: 'MONTH_IN_THE_WAY' | 'MONTH_READY' | 'MONTH_CLOSED', desk = toys.manager) => (await desk.notifications.listNotices({ filter: { kinds: [kind] } })).rows.map(({ params }) => params)
const change = (key: string, value: number | boolean) => toys.admin.settings.changeSetting({ key, value, reason: 'Uji' })

test('PX-15 planning and management hear what stands in the way of closing a month that is over, and the books name it', async () => {
  const { cutter, supervisor, admin, planningManager } = toys
  const day = '2026-01-30' as BusinessDay
  const workerId = (await admin.masters.createWorker({ code: 'K-1', name: 'Pekerja', sectionId })).id
  const itemId = toys.toys.items['WIP-BODY']!
  const rows = [{ kind: 'enter' as const, workerId, itemId, actualQuantity: '10' }]
  await cutter.ledger.saveReceipts({ sectionId, day, rows: [{ kind: 'enter', itemId, quantity: '5', isCount: false, notes: 'Sisa' }] })
  await cutter.sectionDay.saveWorkerEntries({ sectionId, day, rows })
  const workOrder = await toys.workOrderOf(await toys.planned(), 'WIP-BODY')
  expect((await toys.enter(workOrder, '50', { day: '2026-01-28', reason: 'Kertas' })).request).not.toBeNull()
  await supervisor.sectionDay.lockDay({ sectionId, day })
  await cutter.sectionDay.keepLateEntry({ call: 'sectionDay.saveWorkerEntries', input: { sectionId, day, rows }, reason: 'Kertas' })
  // Where the ledger does not bind, nobody need heed what stands below zero.
  expect((await january()).inTheWay).toEqual({ negative: 0, lateEntries: 1, requests: 1 })
  await change('features.ledgerBinds', true)
  for (let times = 0; times < 2; times += 1) expect(await review()).toEqual({ closed: null })
  const left = { negative: 1, lateEntries: 1, requests: 1 }
  expect((await january()).inTheWay).toEqual(left)
  expect([await told('MONTH_IN_THE_WAY'), await told('MONTH_IN_THE_WAY', planningManager)]).toEqual([[{ period: '01-2026', ...left }], [{ period: '01-2026', ...left }]])
  expect((await toys.manager.periods.listPeriods({}))[0]).toMatchObject({ month: '2026-02', mayClose: false, inTheWay: null })
})

test('PX-15 a month with nothing left is told once as ready, and closes by itself on the factory’s day', async () => {
  const { supervisor, manager } = toys
  await change('periods.closeDay', 3)
  expect(await review()).toEqual({ closed: null })
  await change('periods.closeDay', 0)
  await change('features.ledgerBinds', false)
  const [waiting] = (await supervisor.sectionDay.listLateEntries({ filter: { status: 'WAITING' } })).rows
  await supervisor.sectionDay.rejectLateEntry({ ...seen(waiting!), reason: 'Sudah ada' })
  const [asked] = (await manager.approvals.listRequests({ filter: { view: 'waiting' } })).rows
  await manager.approvals.rejectRequest({ id: asked!.id, step: 0, reason: 'Tidak benar' })
  for (let times = 0; times < 2; times += 1) expect(await review()).toEqual({ closed: null })
  expect(await told('MONTH_READY')).toEqual([{ period: '01-2026' }])
  await change('periods.closeDay', 4)
  expect(await review()).toEqual({ closed: null })
  toys.nextDay()
  expect(await review()).toEqual({ closed: month })
  expect(await january()).toMatchObject({ status: 'CLOSED', changedByName: 'System', inTheWay: null })
  expect(await told('MONTH_CLOSED')).toEqual([{ period: '01-2026' }])
  expect(await review()).toEqual({ closed: null })
})
