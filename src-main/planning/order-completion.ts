import { workOrderAfter } from '../../shared/planning/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { settleNotices } from '../engines/notifications.ts'
import { releaseStock } from '../warehouse/reservations.ts'
import { allocateRest } from './allocations.ts'
import { followProduction, type ManufacturingRow } from './buyer-orders.ts'
import { orderFor, wrongState } from './manufacturing-orders.ts'

/** What of an order is not finished ends with it, and what is kept for it is free (PL-21). Answers which those were. Throws `wrong-state`. */
export function completeOrder(context: CommandContext, id: string, act: 'complete' | 'force' = 'complete'): string[] {
  const { db, session, clock, today } = context
  const { order, status } = orderFor(db, db.get('manufacturingOrder', id), act)
  if (order.kind === 'BUYER') throw wrongState(order)
  const completed = db.update('manufacturingOrder', order, { status, completedBy: session.userId, completedAt: clock.now(), completedDay: today() })
  followProduction(db, completed)
  return endWorkOrders(context, order)
}

/** Goes back to where it was: its work orders that ended with it are open again. */
export function reopenOrder(context: CommandContext, id: string, endedWorkOrders: readonly string[]): void {
  const { db } = context
  const { order, status } = orderFor(db, db.get('manufacturingOrder', id), 'reopen')
  followProduction(db, db.update('manufacturingOrder', order, { status, completedBy: null, completedAt: null, completedDay: null, completeReason: '' }))
  for (const workOrderId of endedWorkOrders) {
    const workOrder = db.get('workOrder', workOrderId)
    allocateRest(
      context,
      db.update('workOrder', workOrder, { status: workOrder.startedDay === null ? 'PENDING' : 'RUNNING', finishedDay: null, finishedAt: null }),
    )
  }
}

function endWorkOrders({ db, clock, today }: CommandContext, { id }: ManufacturingRow): string[] {
  const open = db
    .all(sql.selectFrom('workOrder').selectAll().where('manufacturingOrderId', '=', id))
    .filter(({ status }) => workOrderAfter(status, 'close') !== undefined)
  for (const workOrder of open) {
    const status = workOrderAfter(workOrder.status, 'close')!
    db.update('workOrder', workOrder, { status, ...(status === 'FINISHED' && { finishedDay: today(), finishedAt: clock.now() }) })
    releaseStock({ db }, { documentEntity: 'workOrder', documentId: workOrder.id })
    settleNotices(db, 'workOrder', workOrder.id, clock.now())
  }
  return open.map(workOrder => workOrder.id)
}
