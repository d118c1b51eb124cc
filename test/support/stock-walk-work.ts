import fc from 'fast-check'
import { decimalText, fromUnits } from '../../shared/core/decimal.ts'
import { chosen, quantity, rows, seen, stepKind, which, workOrders, type Seen, type StepKind, type Walk } from './stock-walk.ts'

const share = fc.constantFrom(1, 2, 4)
const days = (walk: Walk, itemId: string) => rows<Seen & { readonly workOrderId: string }>(walk, `
  select daily.id, daily.version, daily.workOrderId from dailyProduction as daily join materialAllocation using (workOrderId) where materialAllocation.itemId = ? order by daily.id`, itemId)
const rulesOf = (walk: Walk, itemId: string) => rows<Seen & { readonly reorderPoint: number; readonly isActive: number }>(walk, 'select * from kanbanRule where itemId = ?', itemId)

/** Days of production, which use up material by themselves, and rules that ask for more of it. */
export const workSteps: readonly StepKind[] = [
  stepKind('enterDay', 6, fc.record({ which, share, rejects: fc.boolean() }), async (walk, itemId, one) => {
    const open = chosen(workOrders(walk, itemId).filter(({ status }) => status === 'PENDING' || status === 'RUNNING'), one.which)
    if (!open) return
    const target = rows<{ targetQuantity: number }>(walk, 'select targetQuantity from workOrder where id = ?', open.id)[0]!.targetQuantity
    await walk.asker.production.enterProduction({
      workOrderId: open.id, day: walk.host.clock.now().slice(0, 10), goodQuantity: pieces(target / one.share), ...(one.rejects && { rejectQuantity: '1', defectReasonId: walk.defect }),
    })
    expectUsedAsMade(walk, itemId, open.id)
  }),
  stepKind('changeDay', 4, fc.record({ which, share }), async (walk, itemId, one) => {
    const day = chosen(days(walk, itemId), one.which)
    if (!day) return
    const target = rows<{ targetQuantity: number }>(walk, 'select targetQuantity from workOrder where id = ?', day.workOrderId)[0]!.targetQuantity
    await walk.asker.production.updateProduction({ ...seen(day), goodQuantity: pieces(target / one.share) })
    expectUsedAsMade(walk, itemId, day.workOrderId)
  }),
  stepKind('removeDay', 2, which, async (walk, itemId, one) => {
    const day = chosen(days(walk, itemId), one)
    if (!day) return
    await walk.asker.production.removeProduction(seen(day))
    expectUsedAsMade(walk, itemId, day.workOrderId)
  }),
  stepKind('rule', 2, fc.record({ reorderPoint: quantity, orderQuantity: quantity, isActive: fc.boolean() }), async (walk, itemId, { isActive, ...fields }) => {
    const [rule] = rulesOf(walk, itemId)
    if (rule) await walk.admin.kanban.updateRule({ ...seen(rule), ...fields, isActive })
    else await walk.admin.kanban.createRule({ sectionId: walk.host.section('CUT'), itemId, ...fields })
  }),
]

function pieces(units: number): string {
  return decimalText(fromUnits(Math.max(1, Math.floor(units / 10_000)) * 10_000))
}

/** WH-3: what output has taken is what its pieces need, a quarter each, less what came to it otherwise. */
function expectUsedAsMade(walk: Walk, itemId: string, workOrderId: string): void {
  const [made] = rows<{ pieces: number }>(walk, 'select goodQuantity + rejectQuantity as pieces from workOrder where id = ?', workOrderId)
  const used = (whose: string) => rows<{ used: number }>(walk, `
    select coalesce(sum(case when toPlace.kind = 'PRODUCTION' then quantity when fromPlace.kind = 'PRODUCTION' then -quantity else 0 end), 0) as used
    from stockMove join location as toPlace on toPlace.id = toLocationId join location as fromPlace on fromPlace.id = fromLocationId where itemId = ? and ${whose}`, itemId, workOrderId)[0]!.used
  const [byOutput, otherwise] = [used("documentEntity = 'workOrder' and documentId = ?"), used("coalesce(documentEntity, '') <> 'workOrder' and workOrderId = ?")]
  const needed = Math.max(0, Math.ceil(made!.pieces / 4) - otherwise)
  if (byOutput !== needed) throw new Error(`Output took ${decimalText(fromUnits(byOutput))} where ${decimalText(fromUnits(needed))} were needed`)
}

/** KB-4: once goods have left the section's own store, it has more than the reorder point of its rule, or more is asked for; the System asks for one card at a time. */
export function replenishmentFaults(walk: Walk, itemId: string, after: number): readonly string[] {
  const open = rows<{ isAutomatic: number }>(walk, `select isAutomatic from kanbanCard where itemId = ? and status not in ('COMPLETED', 'CANCELLED')`, itemId)
  const [rule] = rulesOf(walk, itemId)
  const hasLeft = rows(walk, 'select seq from stockMove where itemId = ? and seq > ? and fromLocationId = ?', itemId, after, walk.ownStore).length > 0
  const onHand = rows<{ onHand: number }>(walk, 'select onHand from stockBalance where itemId = ? and locationId = ?', itemId, walk.ownStore)[0]?.onHand ?? 0
  const isDue = rule !== undefined && rule.isActive === 1 && hasLeft && onHand <= rule.reorderPoint
  return [
    ...(isDue && open.length === 0 ? [`${decimalText(fromUnits(onHand))} left and nothing asked for`] : []),
    ...(open.filter(({ isAutomatic }) => isAutomatic === 1).length > 1 ? ['asked for twice by the System'] : []),
  ]
}
