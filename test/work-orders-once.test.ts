import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, weekCode, type BusinessDay } from '../shared/core/dates.ts'
import { decimalText } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

let factory: ToyDesks
beforeAll(async () => {
  factory = await openToyFactory()
})
afterAll(async () => {
  expect(ledgerFindings(factory.host.database, 10)).toEqual([])
  expect(factory.host.faults).toEqual([])
  await factory.host.stop()
})

const destinations = ['EU', 'NA'] as const
const reason = 'Pembeli mengubah jumlah pesanannya'

test('PL-8 the work orders of an order, stage, part and delivery exist once, whatever is generated, bought, entered, revised and cancelled, with restarts between', async () => {
  const { host, planner, planningManager, cutter, supervisor, manager, director } = factory
  const acts = fc.array(fc.constantFrom('generate', 'generateOwn', 'buyLabels', 'enter', 'revise', 'restart'), { minLength: 4, maxLength: 9 })
  await fc.assert(fc.asyncProperty(acts, fc.boolean(), async (steps, isCancelled) => {
    const fabric = await factory.bought('FABRIC', { articleQuantity: '450' })
    const orderNow = async () => (await planner.planning.listManufacturingOrders({ filter: { kind: 'PRODUCTION' }, pageSize: 200 })).rows.find(({ fabricOrderId }) => fabricOrderId === fabric.id)!
    const { id } = await orderNow()
    const bodyCutting = async (): Promise<WorkOrder | undefined> => factory.workOrderOf({ id }, 'WIP-BODY')
    let labels = 0
    for (const step of steps) {
      if (step === 'generate') await planner.planning.generateWorkOrders(seen(await orderNow()))
      if (step === 'generateOwn') await cutter.planning.generateWorkOrders(seen(await orderNow()))
      if (step === 'restart') await host.restart()
      if (step === 'buyLabels' && labels < destinations.length) {
        const week = weekCode(addDays(factory.today() as BusinessDay, 14 + 7 * labels))
        await factory.bought('LABEL', { sourceOrderId: fabric.id, articleQuantity: '225', week, destination: destinations[labels]! })
        labels += 1
      }
      const body = await bodyCutting()
      if (step === 'enter' && body) {
        await factory.enter(body, '5')
        factory.nextDay()
      }
      if (step === 'revise' && body) {
        const { request } = await supervisor.planning.requestWorkOrderChange({ ...seen(body), targetQuantity: String(Number(decimalText(body.targetQuantity)) + 100), reason })
        for (const [at, desk] of [manager, director].entries()) {
          const isOpen = (await planner.planning.getWorkOrder({ id: body.id })).waiting.length > 0
          if (isOpen) await desk.approvals.approveStep({ id: request!.id, step: at })
        }
      }
      expect(twice(await factory.workOrdersOf({ id }))).toEqual([])
    }
    await planner.planning.generateWorkOrders(seen(await orderNow()))
    const made = await factory.workOrdersOf({ id })
    // Two parts cut and one embroidered for the whole order; two sewn, one finished and one packed for each delivery.
    expect(made.filter(({ status }) => status !== 'VOIDED').map(({ stageCode }) => stageCode).toSorted())
      .toEqual(['CUT', 'CUT', 'EMB', ...Array.from({ length: labels }, () => ['FIN', 'PCK', 'SEW', 'SEW']).flat()].toSorted())
    expect(await planner.planning.generateWorkOrders(seen(await orderNow()))).toMatchObject({ made: 0 })
    expect(await factory.workOrdersOf({ id })).toEqual(made)
    if (!isCancelled) return
    // Cancelled, it is made no more.
    const cancelled = await planningManager.planning.cancelManufacturingOrder({ ...seen(await orderNow()), reason })
    await host.restart()
    await expect(planner.planning.generateWorkOrders(seen(cancelled))).rejects.toMatchObject({ code: 'wrong-state' })
    const after = await factory.workOrdersOf({ id })
    expect([after.length, twice(after), after.filter(({ status }) => status === 'PENDING' || status === 'RUNNING')]).toEqual([made.length, [], []])
  }), { numRuns: 6 })
})

/** Which of them stand beside another for the same; what was revised stands for nothing any more. */
function twice(workOrders: readonly WorkOrder[]): string[] {
  const alive = workOrders.filter(({ status }) => status !== 'VOIDED')
  const ofWhat = Map.groupBy(alive, ({ stageCode, itemCode, batchPosition }) => [stageCode, itemCode, batchPosition].join(' '))
  return [...ofWhat].filter(([, its]) => its.length > 1).map(([what]) => what)
}
