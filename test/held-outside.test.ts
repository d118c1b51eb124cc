import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { AppError } from '../shared/core/errors.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import type { GatePass } from '../shared/transfers/gate.ts'
import { openStageDesks, type StageDesks } from './support/stage-desks.ts'
import { seen } from './support/toy-desks.ts'
import type { Desk } from './support/host.ts'

let desks: StageDesks
let embroiderer: Desk
let supervisor: Desk
let partnerId: string

beforeAll(async () => {
  desks = await openStageDesks()
  embroiderer = desks.toys.embroiderer
  supervisor = await desks.host.as('SPV Cutting', 'EMB')
  partnerId = (await desks.toys.admin.masters.createPartner({ code: 'SUB-1', name: 'CV Bordir', kind: 'SUBCONTRACTOR' })).id
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

/** Embroidery to which so many came. */
async function embroideryOf(came: string): Promise<WorkOrder> {
  const { toys } = desks
  const order = await toys.planned({ quantity: '450' })
  await toys.enter(await toys.workOrderOf(order, 'WIP-BODY'), came)
  return toys.workOrderOf(order, 'WIP-EMBO')
}
const out = (work: WorkOrder, quantity: string, desk = embroiderer) => desk.transfers.sendToSubcontractor({ workOrderId: work.id, partnerId, quantity })
const enter = (work: WorkOrder, goodQuantity: string, rejectQuantity = '0') =>
  desks.toys.enter(work, goodQuantity, rejectQuantity === '0' ? {} : { rejectQuantity, defectReasonId: desks.toys.defect }, embroiderer)
const entryOf = async (work: WorkOrder) => (await embroiderer.production.getWorkOrderDays({ workOrderId: work.id })).days[0]
async function change(work: WorkOrder, goodQuantity: string, rejectQuantity = '0') {
  const entry = await entryOf(work)
  return entry ? embroiderer.production.updateProduction({ ...seen(entry), goodQuantity, rejectQuantity, defectReasonId: desks.toys.defect }) : enter(work, goodQuantity, rejectQuantity)
}
const back = (pass: GatePass, returnedQuantity: string, more: { readonly rejectQuantity?: string; readonly isLast?: boolean; readonly reason?: string } = {}) =>
  embroiderer.transfers.returnFromSubcontractor({ ...seen(pass), returnedQuantity, ...more })
const outside = (pass: GatePass, passed: number, held: number) => ({ code: 'goods-outside', params: { came: 300, passed, outside: held, passes: [pass.number] } })

test('TR-9 what is out at a subcontractor is not made in-house: of 300 that came and 200 that went out, 100 are', async () => {
  const work = await embroideryOf('300')
  const pass = await out(work, '200')
  await expect(enter(work, '300')).rejects.toMatchObject(outside(pass, 300, 200))
  await expect(enter(work, '301')).rejects.toMatchObject({ code: 'upstream-short', params: { came: 300, passed: 301 } })
  await enter(work, '100')
  await expect(change(work, '100', '1')).rejects.toMatchObject(outside(pass, 101, 200))
  expect(await embroiderer.production.getWorkOfDay({ workOrderId: work.id, day: desks.toys.today() })).toMatchObject({ upstream: decimal('300'), outside: decimal('200') })
  // And what is made in-house does not go out.
  await expect(out(work, '1')).rejects.toMatchObject({ code: 'over-sent', params: { available: 0 } })
  const some = await back(pass, '150', { rejectQuantity: '10' })
  await change(work, '250', '10')
  await expect(change(work, '251', '10')).rejects.toMatchObject(outside(pass, 261, 40))
  await change(work, '100', '0')
  const gone = await back(some, '0', { isLast: true, reason: 'Hilang di jalan' })
  expect(gone).toMatchObject({ status: 'RETURNED' })
  // 40 never came back, and of the rest ten are no good.
  await expect(change(work, '260', '1')).rejects.toMatchObject(outside(pass, 261, 40))
  await expect(change(work, '251')).rejects.toMatchObject(outside(pass, 251, 50))
  await change(work, '250', '10')
  // That fewer came back is no way round it.
  await expect(supervisor.transfers.correctGateReturn({ ...seen(gone), returnedQuantity: '140', rejectQuantity: '10', reason: 'Salah ketik' })).rejects.toMatchObject(outside(pass, 260, 50))
  await expect(supervisor.transfers.correctGateReturn({ ...seen(gone), returnedQuantity: '149', rejectQuantity: '11', reason: 'Salah ketik' })).rejects.toMatchObject(outside(pass, 250, 51))
  expect(await supervisor.transfers.correctGateReturn({ ...seen(gone), returnedQuantity: '160', rejectQuantity: '10', reason: 'Salah ketik' })).toMatchObject({ status: 'OUT' })
})

test('TR-9 nor counted at its steps, and what was begun there does not go out', async () => {
  const { finisher, enter: step, doll } = desks
  const work = await doll()
  const came = Number(decimalText((await finisher.transfers.getGateWork({ workOrderId: work.id })).came))
  await step(work, 'stuffing', '30', '30', {}, finisher)
  await expect(out(work, String(came - 29), finisher)).rejects.toMatchObject({ code: 'over-sent', params: { available: came - 30 } })
  const pass = await out(work, String(came - 30), finisher)
  expect((await desks.workOf(work, finisher)).came).toBe(decimal('30'))
  await expect(step(work, 'stuffing', '1', '1', {}, finisher)).rejects.toMatchObject({ code: 'goods-outside', params: { came, passed: 31, outside: came - 30, passes: [pass.number] } })
  await finisher.transfers.returnFromSubcontractor({ ...seen(pass), returnedQuantity: '1' })
  await step(work, 'stuffing', '1', '1', {}, finisher)
})

test('TR-9 whatever goes out, comes back, is closed short, corrected, cancelled, made and rejected, no piece is at two places', async () => {
  // Something is out from the start, so that every act has something to do.
  const begun = { act: 'out', pieces: 60, rejects: 0, which: 0 } as const
  const step = fc.record({ act: fc.constantFrom('out', 'back', 'last', 'correct', 'cancel', 'make' as const), pieces: fc.integer({ min: 0, max: 70 }), rejects: fc.integer({ min: 0, max: 12 }), which: fc.nat({ max: 5 }) })
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }).map(steps => [begun, ...steps]), async steps => {
    const work = await embroideryOf('100')
    const passes = async () => (await embroiderer.transfers.listGatePasses({ filter: { workOrderId: work.id }, pageSize: 200 })).rows
    for (const { act, pieces, rejects, which } of steps) {
      const known = await passes()
      const pass = known[which % Math.max(1, known.length)]
      const acts = {
        out: () => out(work, String(pieces)), make: () => change(work, String(pieces), String(rejects)),
        back: () => pass && back(pass, String(pieces), { rejectQuantity: String(rejects) }), last: () => pass && back(pass, String(pieces), { isLast: true, reason: 'Hilang' }),
        correct: () => pass && supervisor.transfers.correctGateReturn({ ...seen(pass), returnedQuantity: String(pieces), rejectQuantity: String(rejects), reason: 'Uji' }),
        cancel: () => pass && embroiderer.transfers.cancelGatePass({ ...seen(pass), reason: 'Uji' }),
      }
      try {
        await acts[act]()
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'unexpected') throw error
      }
      const [entry, now] = [await entryOf(work), (await passes()).filter(({ status }) => status !== 'CANCELLED')]
      const figure = (value = decimal('0')) => Number(decimalText(value))
      const sum = (of: (one: GatePass) => number) => now.reduce((all, one) => all + of(one), 0)
      const rejected = sum(one => figure(one.rejectQuantity))
      const held = sum(one => figure(one.quantity) - figure(one.returnedQuantity)) - rejected
      const [good, bad] = [figure(entry?.goodQuantity), figure(entry?.rejectQuantity)]
      expect([good + bad + held <= 100, good + held + rejected <= 100], `${act} ${String(good)}/${String(bad)} ${String(held)}/${String(rejected)}`).toEqual([true, true])
    }
  }), { numRuns: 8 })
}, 300_000)
