import { compareDecimals, zero } from '../../shared/core/decimal.ts'
import { revisionNumber, workOrderAfter } from '../../shared/planning/rules.ts'
import type { WorkOrderChange } from '../../shared/planning/work-order-changes.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import { sql } from '../database/sql.ts'
import { voidRequests } from '../engines/approvals.ts'
import { settleNotices } from '../engines/notifications.ts'
import { passDays, waitingDays } from '../production/day-approvals.ts'
import { passPaperLines } from '../production/paper-waiting.ts'
import { passLateEntries } from '../section-day/late-passing.ts'
import { passSteps } from '../stages/passing.ts'
import { passReservations, releaseStock } from '../warehouse/reservations.ts'
import { refit } from './allocations.ts'
import { piecesOf } from './targets.ts'
import { changedRow, changeKinds, requireSoundChange } from './work-order-changes.ts'
import { needsOf, partFor } from './work-order-needs.ts'
import type { WorkOrderRow } from './work-order-rows.ts'

/**
 * PL-18: what nobody has begun changes in its place; what is in work is replaced by a revision that goes on where it stands. `by` answers for
 * it: nobody in particular is the System; without it, its approval stays as it was. Answers the work order as it goes on. Throws what a sound change is refused for.
 */
export function changeWorkOrder(context: CommandContext, workOrder: WorkOrderRow, change: WorkOrderChange, by?: string | null): WorkOrderRow {
  requireSoundChange(context, workOrder, change)
  const after = changedRow(workOrder, change)
  const consent = by === undefined ? { approvedAt: workOrder.approvedAt, approvedBy: workOrder.approvedBy } : { approvedAt: context.clock.now(), approvedBy: by }
  const wanted = { targetQuantity: after.targetQuantity, deadlineDay: after.deadlineDay, itemId: after.itemId, plannedItemId: after.plannedItemId, ...consent }
  const isBegun = workOrderAfter(workOrder.status, 'change') === undefined
  const waiting = waitingDays(context.db, workOrder.id)
  const changed = goOn(context, isBegun ? revise(context, workOrder, wanted) : context.db.update('workOrder', workOrder, wanted))
  passDays(context.db, waiting, changed.id)
  if (isBegun) passPaperLines(context.db, workOrder.id, changed.id)
  if (isBegun) voidRequests(context, 'workOrder', workOrder.id, kind => !changeKinds.includes(kind))
  return changed
}

function goOn(context: CommandContext, changed: WorkOrderRow): WorkOrderRow {
  if (compareDecimals(changed.goodQuantity, changed.targetQuantity) >= 0) return finish(context, changed)
  refit(context, changed, needsOf(context.db, partFor(context, changed), piecesOf(changed.targetQuantity)))
  return changed
}

type Wanted = Pick<WorkOrderRow, 'targetQuantity' | 'deadlineDay' | 'itemId' | 'plannedItemId' | 'approvedAt' | 'approvedBy'>

/** `‹number›-R1`: all that the old one has made, kept and waited for is its own from now on, to the piece. */
function revise(context: CommandContext, old: WorkOrderRow, wanted: Wanted): WorkOrderRow {
  const { db, session, clock } = context
  const { id, version: _version, createdAt: _createdAt, ...inherited } = old
  const revision = old.revision + 1
  const number = revisionNumber(old.number, revision)
  db.update('workOrder', old, { status: 'VOIDED' })
  settleNotices(db, 'workOrder', id, clock.now())
  const made = db.insert('workOrder', { ...inherited, ...wanted, number, revision, parentId: id, createdBy: session.userId })
  passOn(db, id, made)
  return made
}

function passOn(db: Writer, from: string, { id, number, sectionId }: WorkOrderRow): void {
  const days = db.all(sql.selectFrom('dailyProduction').selectAll().where('workOrderId', '=', from))
    .map(before => ({ before, after: db.update('dailyProduction', before, { workOrderId: id }) }))
  passLateEntries(db, { from, to: id, sectionId, rows: [...days, ...passSteps(db, from, id)] })
  for (const link of db.all(sql.selectFrom('workOrderSource').selectAll().where('workOrderId', '=', from)))
    db.update('workOrderSource', link, { workOrderId: id })
  for (const link of db.all(sql.selectFrom('workOrderSource').selectAll().where('sourceId', '=', from)))
    db.update('workOrderSource', link, { sourceId: id })
  for (const need of db.all(sql.selectFrom('materialAllocation').selectAll().where('workOrderId', '=', from)))
    db.update('materialAllocation', need, { workOrderId: id })
  passReservations({ db }, { documentEntity: 'workOrder', documentId: from }, { entity: 'workOrder', id, number, sectionId })
}

/** No more is wanted than has been made. */
function finish({ db, clock }: CommandContext, workOrder: WorkOrderRow): WorkOrderRow {
  releaseStock({ db }, { documentEntity: 'workOrder', documentId: workOrder.id })
  settleNotices(db, 'workOrder', workOrder.id, clock.now())
  const days = sql.selectFrom('dailyProduction').select('day').where('workOrderId', '=', workOrder.id).where('goodQuantity', '>', zero)
  const last = db.first(days.orderBy('day', 'desc'))
  return db.update('workOrder', workOrder, { status: 'FINISHED', finishedDay: last?.day ?? null, finishedAt: clock.now() })
}
