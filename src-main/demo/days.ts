import type { BusinessDay } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'

interface Story { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly clock: { day(): BusinessDay; pass(minutes: number): void } }

/** By whom, at which stage, good pieces and rejects. */
const yesterday = [['potong', 'CUT', '640', '4']] as const
const today = [['potong', 'CUT', '360', '2'], ['bordir', 'EMB', '420', '3'], ['jahit', 'SEW', '150', '1']] as const

/** What the sections made of the bears whose labels have come. */
export const tellYesterdaysOutput = (story: Story): Promise<void> => enterAll(story, yesterday)
export const tellTodaysOutput = (story: Story): Promise<void> => enterAll(story, today)

async function enterAll({ system, people, clock }: Story, entries: readonly (readonly [by: string, stage: string, good: string, reject: string])[]): Promise<void> {
  const { rows: workOrders } = await system('planning', 'listWorkOrders', { pageSize: 200 })
  const { rows: [defect] } = await system('masters', 'listDefectReasons', { pageSize: 1 })
  for (const [by, stage, goodQuantity, rejectQuantity] of entries) {
    clock.pass(6)
    const workOrder = workOrders.find(({ stageCode, isApproved, status }) => stageCode === stage && isApproved && status !== 'FINISHED')
    if (workOrder) await people[by]!('production', 'enterProduction', { workOrderId: workOrder.id, day: clock.day(), goodQuantity, rejectQuantity, defectReasonId: defect!.id })
  }
}
