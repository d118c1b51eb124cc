import { addDecimals, decimalText, isPositive, maxDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import { newSurplus } from '../../shared/transfers/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { passRequest, soundRequests, voidRequests } from '../engines/approvals.ts'
import { workOrderApproval } from '../planning/work-order-approval.ts'
import { changeWorkOrder } from '../planning/work-order-revision.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { least, partSources } from '../planning/work-orders.ts'
import { isAboutDay } from '../production/day-approvals.ts'
import { newestOf, revisionsBefore } from '../warehouse/work-order-stock.ts'
import { handedOverBefore } from './accepted.ts'
import type { TransferRow } from './occupancy.ts'

/** TR-8: what cutting handed over beyond its target is made too, up to and with sewing; of what several parts are put together to, as far as each of them goes. */
export function passSurplusOn(context: CommandContext, transfer: TransferRow): void {
  const { db } = context
  if (db.get('productionStage', db.get('workOrder', newestOf(db, transfer.fromWorkOrderId)).productionStageId).kind !== 'CUTTING') return
  const receivers = untilSewing(db, db.get('workOrder', newestOf(db, transfer.toWorkOrderId)))
  const grown = receivers.map(({ id, ...workOrder }) => {
    const [now, before] = [undefined, transfer.id].map(without => surplusOf(db, { id, ...workOrder }, without))
    return { id, growth: subtractDecimals(now ?? zero, before ?? zero) }
  })
  for (const { id, growth } of grown) if (isPositive(growth)) raiseTarget(context, transfer, db.get('workOrder', newestOf(db, id)), growth)
}

/** How many more than planned could be made of what cutting handed over, the least of its parts; nothing where cutting is not before it. `without` leaves out a slip. */
function surplusOf(db: Reader, workOrder: WorkOrderRow, without: string | undefined): Decimal | null {
  const surpluses = (partSources(db, workOrder) ?? []).map(({ sources }) => {
    const its = sources.flatMap(({ id }) => {
      const source = db.get('workOrder', id)
      const isCut = db.get('productionStage', source.productionStageId).kind === 'CUTTING'
      const surplus = isCut ? surplusTo(db, source, workOrder, without) : surplusOf(db, source, without)
      return surplus === null ? [] : [surplus]
    })
    return its.length === 0 && sources.length > 0 ? null : sumDecimals(its)
  })
  return least(surpluses.filter(surplus => surplus !== null))
}

/** What cutting made beyond its target of one part and handed over to this work order, slip by slip, after what came before there were slips. */
function surplusTo(db: Reader, source: WorkOrderRow, receiver: WorkOrderRow, without: string | undefined): Decimal {
  if (!db.get('productionStage', receiver.productionStageId).isBySlip) return maxDecimal(zero, subtractDecimals(source.goodQuantity, source.targetQuantity))
  const [senders, receivers] = [source, receiver].map(workOrder => revisionsBefore(db, workOrder).map(({ id }) => id))
  const slips = db.all(
    sql.selectFrom('transfer').select(['id', 'toWorkOrderId', 'receivedQuantity']).where('fromWorkOrderId', 'in', senders!).where('receivedQuantity', 'is not', null).orderBy('acceptedAt').orderBy('number'),
  ).filter(({ id }) => id !== without)
  let [before, surplus] = [handedOverBefore(db, source, receiver, without), zero]
  for (const { toWorkOrderId, receivedQuantity } of slips) {
    const now = receivedQuantity ?? zero
    if (receivers!.includes(toWorkOrderId)) surplus = addDecimals(surplus, newSurplus({ target: source.targetQuantity, before, now }))
    before = addDecimals(before, now)
  }
  return surplus
}

/** A work order and those that go on with it, up to sewing, each once; nothing but itself where nobody sews after it. */
function untilSewing(db: Reader, workOrder: WorkOrderRow, known = new Map<string, WorkOrderRow>()): WorkOrderRow[] {
  known.set(workOrder.id, workOrder)
  const after = db.get('productionStage', workOrder.productionStageId).kind === 'SEWING' ? [] : db.all(
    sql.selectFrom('workOrderSource').innerJoin('workOrder', 'workOrder.id', 'workOrderSource.workOrderId').innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId').selectAll('workOrder')
      .where('workOrderSource.sourceId', '=', workOrder.id).where('workOrder.status', 'in', openWorkOrders).where('productionStage.kind', 'in', ['EMBROIDERY', 'SEWING', 'OTHER']).orderBy('workOrder.number'),
  )
  for (const next of after) if (!known.has(next.id)) untilSewing(db, next, known)
  return [...known.values()]
}

/** What is finished keeps its target. What was asked for about it is void, for it was asked of another target; whether it may be made at all is asked of the new one. */
function raiseTarget(context: CommandContext, { number }: TransferRow, workOrder: WorkOrderRow, surplus: Decimal): void {
  const { db } = context
  if (!openWorkOrders.some(open => open === workOrder.status)) return
  context.scope.lend(workOrder.sectionId)
  const waiting = soundRequests(db, [workOrderApproval], workOrder.id)
  voidRequests(context, 'workOrder', workOrder.id, kind => kind !== workOrderApproval.name && !isAboutDay(kind))
  const targetQuantity = addDecimals(workOrder.targetQuantity, surplus)
  const changed = changeWorkOrder(context, workOrder, { targetQuantity })
  for (const held of waiting) passRequest(db, held, changed.id, held.change)
  context.notify({
    kind: 'TRANSFER_SURPLUS', audience: [{ role: 'PPIC Manager' }, { role: 'PPIC Admin' }, { section: workOrder.sectionId }],
    params: { number: changed.number, transfer: number, quantity: decimalText(surplus), minimum: decimalText(targetQuantity) }, entity: 'workOrder', entityId: changed.id,
  })
}
