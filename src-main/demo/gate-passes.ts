import { compareDecimals, decimal } from '../../shared/core/decimal.ts'
import type { Call } from './call.ts'

interface Story { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly clock: { pass(minutes: number): void } }
/** What came back of it: so many days ago, good and rejected; with a reason it was the last, though some is missing. */
type Return = readonly [daysAgo: number, good: string, rejected: string, reason?: string]
interface Pass { readonly daysAgo: number; readonly by: string; readonly stage: string; readonly partner: string; readonly quantity: string; readonly notes: string; readonly back: readonly Return[] }

const passes: readonly Pass[] = [
  { daysAgo: 11, by: 'potong', stage: 'CUT', partner: 'SUB-LASER', quantity: '20', notes: 'Potong laser telinga', back: [[8, '19', '0', 'Satu potong hangus di mesin']] },
  { daysAgo: 11, by: 'potong', stage: 'CUT', partner: 'SUB-LASER', quantity: '10', notes: 'Potong laser kaki', back: [[7, '6', '0']] },
  { daysAgo: 9, by: 'bordir', stage: 'EMB', partner: 'SUB-BORDIR', quantity: '25', notes: 'Mesin sendiri penuh', back: [[8, '24', '1']] },
  { daysAgo: 4, by: 'jahit', stage: 'SEW', partner: 'SUB-JAHIT', quantity: '12', notes: 'Jahit pita leher', back: [[2, '5', '1']] },
]

/** What left for subcontractors on a day of the story, and what came back: all of one, part of two, of which one is late. */
export async function tellGateDay(story: Story, daysAgo: number): Promise<void> {
  for (const pass of passes) {
    if (pass.daysAgo === daysAgo) await sendOut(story, pass)
    for (const back of pass.back) if (back[0] === daysAgo) await takeBack(story, pass, back)
  }
}

async function sendOut({ system, people, clock }: Story, pass: Pass): Promise<void> {
  const { by, stage, partner, quantity, notes } = pass
  clock.pass(5)
  const { rows: workOrders } = await system('planning', 'listWorkOrders', { sort: [{ column: 'number', descending: false }], pageSize: 200 })
  const { rows: [found] } = await system('masters', 'listPartners', { search: partner, pageSize: 1 })
  const workOrder = workOrders.find(({ articleCode, stageCode }) => articleCode === 'BJ-KLC-45' && stageCode === stage)
  if (!workOrder || !found) return
  const { available } = await system('transfers', 'getGateWork', { workOrderId: workOrder.id })
  // What was made in-house by then does not go out.
  if (compareDecimals(available, decimal(quantity)) < 0) return
  await people[by]!('transfers', 'sendToSubcontractor', { workOrderId: workOrder.id, partnerId: found.id, quantity, notes })
}

async function takeBack({ people, clock }: Story, pass: Pass, [, returnedQuantity, rejectQuantity, reason]: Return): Promise<void> {
  const person = people[pass.by]!
  const { rows } = await person('transfers', 'listGatePasses', { filter: { status: 'OUT' }, pageSize: 200 })
  const out = rows.find(({ notes }) => notes === pass.notes)
  if (!out) return
  clock.pass(5)
  await person('transfers', 'returnFromSubcontractor', { id: out.id, version: out.version, returnedQuantity, rejectQuantity, isLast: reason !== undefined, reason: reason ?? '' })
}
