import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import type { Desk } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

let desks: ToyDesks
let supervisor: Desk
beforeAll(async () => {
  desks = await openToyFactory();
  ({ supervisor } = desks)
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

const short = async (id: string, desk = supervisor) => (await desk.production.getSectionDay({ sectionId: desks.host.section('CUT'), day: desks.today() })).findings
  .filter(({ kind, workOrderId }) => kind === 'CUT_SHORT' && workOrderId === id)
const enter = async (cutting: { readonly id: string }, good: string) => (await desks.enter(cutting, good)).entry!
const confirm = (entry: { readonly id: string; readonly version: number }) => supervisor.production.confirmProduction(seen(entry))
const reason = 'Kain habis, sisanya tidak datang lagi'

test('PX-17 cutting whose last planned day is confirmed below its target is told as a shortage, and goes on with less by the change that is asked for in one step', async () => {
  const cutting = await desks.workOrderOf(await desks.planned(), 'WIP-BODY')
  desks.host.clock.set(`${cutting.startDay}T03:00:00.000Z`)
  await confirm(await enter(cutting, '300'))
  expect(await short(cutting.id)).toEqual([])
  desks.host.clock.set(`${cutting.deadlineDay}T03:00:00.000Z`)
  const last = await enter(cutting, '100')
  expect(await short(cutting.id)).toEqual([]) // nobody has confirmed it yet
  await confirm(last)
  expect(await short(cutting.id)).toMatchObject([{ number: cutting.number, day: null, actual: decimal('400'), wanted: decimal('495'), look: null }])
  expect((await supervisor.production.listFindings({ filter: { kind: ['CUT_SHORT'] } })).rows.map(({ workOrderId }) => workOrderId)).toEqual([cutting.id])

  const { request } = await supervisor.planning.requestWorkOrderChange({ ...seen(await desks.current(cutting)), targetQuantity: '400', reason })
  expect(await short(cutting.id)).toEqual([]) // it waits
  await desks.manager.approvals.approveStep({ id: request!.id, step: 0 })
  const revision = (await supervisor.planning.getWorkOrder({ id: cutting.id })).revisions.at(-1)!
  expect(await desks.current(revision)).toMatchObject({ status: 'FINISHED', targetQuantity: decimal('400'), goodQuantity: decimal('400') })
  expect(await short(revision.id)).toEqual([])
})

test('PX-17 it is told once the deadline has passed, to nobody of another section, and no more once more is cut', async () => {
  const cutting = await desks.workOrderOf(await desks.planned(), 'WIP-BODY')
  desks.host.clock.set(`${cutting.startDay}T03:00:00.000Z`)
  await confirm(await enter(cutting, '300'))
  desks.host.clock.set(`${cutting.deadlineDay}T03:00:00.000Z`)
  expect(await short(cutting.id)).toEqual([])
  desks.nextDay()
  expect(await short(cutting.id)).toMatchObject([{ actual: decimal('300') }])
  const { rows } = await (await desks.host.as('SPV Sewing', 'SEW')).production.listFindings({ filter: { kind: ['CUT_SHORT'] } })
  expect(rows).toEqual([])
  const { request } = await supervisor.planning.requestWorkOrderChange({ ...seen(await desks.current(cutting)), targetQuantity: '300', reason })
  expect(await short(cutting.id)).toEqual([])
  await desks.manager.approvals.rejectRequest({ id: request!.id, step: 0, reason: 'Masih ada kain di gudang' })
  expect(await short(cutting.id)).toHaveLength(1)
  await desks.enter(cutting, '195')
  expect(await short(cutting.id)).toEqual([])
})
