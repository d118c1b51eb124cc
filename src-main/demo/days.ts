import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'

interface Story { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly clock: { day(): BusinessDay; pass(minutes: number): void } }

/** By whom, at which stage, good pieces and rejects. */
const yesterday = [['potong', 'CUT', '640', '4']] as const
const today = [['potong', 'CUT', '360', '2'], ['bordir', 'EMB', '420', '3'], ['jahit', 'SEW', '150', '1']] as const

const bears = 'BJ-BRG-45'
/** What the sections made of the bears whose labels have come. */
export const tellYesterdaysOutput = (story: Story): Promise<void> => enterAll(story, yesterday)
export async function tellTodaysOutput(story: Story): Promise<void> {
  await enterAll(story, today)
  await askForYesterday(story)
}

async function enterAll({ system, people, clock }: Story, entries: readonly (readonly [by: string, stage: string, good: string, reject: string])[]): Promise<void> {
  const { rows: workOrders } = await system('planning', 'listWorkOrders', { pageSize: 200 })
  const { rows: [defect] } = await system('masters', 'listDefectReasons', { pageSize: 1 })
  for (const [by, stage, goodQuantity, rejectQuantity] of entries) {
    clock.pass(6)
    const workOrder = workOrders.find(({ articleCode, stageCode, isApproved, status }) => articleCode === bears && stageCode === stage && isApproved && status !== 'FINISHED')
    if (workOrder) await people[by]!('production', 'enterProduction', { workOrderId: workOrder.id, day: clock.day(), goodQuantity, rejectQuantity, defectReasonId: defect!.id })
  }
}

/** Embroidery forgot to enter what it made yesterday: it waits for its supervisor. */
async function askForYesterday({ system, people, clock }: Story): Promise<void> {
  const { rows } = await system('planning', 'listWorkOrders', { pageSize: 200 })
  const embroidered = rows.find(({ stageCode, status }) => stageCode === 'EMB' && status === 'RUNNING')
  if (!embroidered) return
  clock.pass(3)
  await people.bordir!('production', 'enterProduction', { workOrderId: embroidered.id, day: addDays(clock.day(), -1), goodQuantity: '180', reason: 'Lupa dicatat sebelum pulang' })
}
