import { decimalText } from '../../shared/core/decimal.ts'
import type { WorkOrder } from '../../shared/planning/work-orders.ts'
import type { StageWork } from '../../shared/stages/work.ts'
import type { Desk, TestHost } from './host.ts'
import { openToyFactory, type ToyDesks } from './toy-desks.ts'

export type StepEntry = Parameters<Desk['stages']['enterStep']>[0]
interface Named { readonly id: string }

/** A toy factory whose sewing checks in line, and whose finishing stuffs, closes and looks for metal. */
export interface StageDesks {
  readonly host: TestHost
  readonly toys: ToyDesks
  readonly steps: Readonly<Record<string, string>>
  readonly sewingSupervisor: Desk
  readonly finisher: Desk
  readonly finishingSupervisor: Desk
  /** A shirt to sew, of as much cloth as was cut for it. */
  shirt(cut?: string): Promise<WorkOrder>
  /** A skin to be stuffed, of as many as were sewn. */
  doll(sewn?: string): Promise<WorkOrder>
  enter(workOrder: Named, step: string, inputQuantity: string, goodQuantity: string, more?: Partial<StepEntry>, desk?: Desk): ReturnType<Desk['stages']['enterStep']>
  /** The same at a step of finishing. */
  finish(workOrder: Named, step: string, inputQuantity: string, goodQuantity: string, more?: Partial<StepEntry>): ReturnType<Desk['stages']['enterStep']>
  check(workOrder: Named, input: string, good: string, rework: string, scrap?: string, more?: Partial<StepEntry>): ReturnType<Desk['stages']['enterStep']>
  workOf(workOrder: Named, desk?: Desk, day?: string): Promise<StageWork>
  /** Good pieces and rejects of a work order. */
  made(workOrder: Named): Promise<string[]>
}

const layout = [
  ['assembly', 'SEW', 10, 'PLAIN'], ['stik', 'SEW', 20, 'PLAIN'], ['inline', 'SEW', 30, 'CHECK'], ['stuffing', 'FIN', 10, 'COUNT'], ['closing', 'FIN', 20, 'COUNT'], ['metal', 'FIN', 30, 'CRITICAL'],
] as const

export async function openStageDesks(): Promise<StageDesks> {
  const toys = await openToyFactory()
  const { host } = toys
  const steps: Record<string, string> = {}
  for (const [name, stage, position, kind] of layout) steps[name] = (await toys.admin.masters.createStageStep({ productionStageId: toys.toys.stages[stage]!, position, name, kind })).id
  const finisher = await host.as('Admin Finishing', 'FIN')
  const enter: StageDesks['enter'] = (workOrder, step, inputQuantity, goodQuantity, more = {}, desk = toys.sewer) =>
    desk.stages.enterStep({ workOrderId: workOrder.id, stageStepId: steps[step]!, day: toys.today(), inputQuantity, goodQuantity, ...more })
  return {
    host, toys, steps, finisher, enter,
    sewingSupervisor: await host.as('SPV Sewing', 'SEW'), finishingSupervisor: await host.as('SPV Finishing', 'FIN'),
    async shirt(cut = '480') {
      const order = await toys.planned({ quantity: '450' })
      await toys.enter(await toys.workOrderOf(order, 'WIP-CLOTH'), cut)
      return toys.workOrderOf(order, 'WIP-BAJU')
    },
    async doll(sewn = '480') {
      const order = await toys.planned({ quantity: '450' })
      await toys.enter(await toys.workOrderOf(order, 'WIP-BODY'), '495')
      await toys.enter(await toys.workOrderOf(order, 'WIP-EMBO'), '485', {}, toys.embroiderer)
      await toys.enter(await toys.workOrderOf(order, 'WIP-SKIN'), sewn, {}, toys.sewer)
      return toys.workOrderOf(order, 'WIP-BONEKA')
    },
    finish: (workOrder, step, input, good, more) => enter(workOrder, step, input, good, more, finisher),
    check: (workOrder, input, good, rework, scrap = '0', more = {}) =>
      enter(workOrder, 'inline', input, good, { reworkQuantity: rework, scrapQuantity: scrap, returnStepId: steps.assembly!, defectReasonId: toys.defect, ...more }),
    workOf: ({ id }, desk = toys.sewer, day = toys.today()) => desk.stages.getStageWork({ workOrderId: id, day }),
    async made(workOrder) {
      const { goodQuantity, rejectQuantity } = await toys.current(workOrder)
      return [decimalText(goodQuantity), decimalText(rejectQuantity)]
    },
  }
}
