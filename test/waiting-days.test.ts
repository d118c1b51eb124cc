import { afterAll, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import type { Desk } from './support/host.ts'
import { openStageDesks } from './support/stage-desks.ts'

const { host, toys, doll, enter, finisher, finishingSupervisor } = await openStageDesks()
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

test('PX-4 what waits about a day is listed on the section’s day, what was written at a step in its own words', async () => {
  const work = await doll()
  const before = toys.today()
  toys.nextDay()
  const late = { day: before, reason: 'Lembar tertinggal' }
  const { request: stuffed } = await enter(work, 'stuffing', '20', '20', late, finisher)
  await enter(work, 'closing', '20', '20', late, finisher)
  const { request: metal } = await enter(work, 'metal', '20', '20', late, finisher)
  const waiting = async (desk: Desk, day?: string) => (await desk.production.listWaitingDays({ sectionId: host.section('FIN'), day })).filter(({ workOrderId }) => workOrderId === work.id)
  const told = { day: before, workOrderNumber: work.number, isRemoval: false, paperBatch: null }
  const listed = await waiting(finishingSupervisor, before)
  expect(listed).toHaveLength(3)
  expect(listed).toMatchObject([
    { ...told, id: metal!.id, number: metal!.number, written: null, goodQuantity: decimal('20') }, { ...told, written: expect.any(String) as string }, { ...told, written: expect.any(String) as string },
  ])
  expect(listed.find(({ id }) => id === stuffed!.id)!.written).toContain('stuffing')
  expect([await waiting(finishingSupervisor, toys.today()), (await waiting(finishingSupervisor)).length]).toEqual([[], 3])
  await expect(waiting(toys.cutter, before)).rejects.toMatchObject({ code: 'foreign-section' })
  for (const { id } of listed) await finishingSupervisor.approvals.approveStep({ id, step: 0 })
  expect(await waiting(finishingSupervisor, before)).toEqual([])
})
