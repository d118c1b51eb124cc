import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Hold, HoldPlace, stageWork } from '../../shared/stages/work.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import { settleNotices } from '../engines/notifications.ts'
import { holdTold } from './detail.ts'

/** Where a hold is looked at: the work of its stage on the day of what failed. */
export function holdPlace({ db, scope }: QueryContext, { id }: { readonly id: string }): HoldPlace {
  const { sectionId, workOrderId, stepRecordId } = db.get('stageHold', id)
  scope.section(sectionId)
  return { workOrderId, day: db.get('stepRecord', stepRecordId).day }
}

/** PX-13: not by who entered the failure. Throws `own-request`, `conflict`, `wrong-state` once it was released. */
export function releaseHold({ db, scope, session, clock }: CommandContext, { id, version, rootCause }: ParsedInputOf<typeof stageWork.releaseHold>): Hold {
  const hold = db.get('stageHold', id)
  scope.section(hold.sectionId)
  if (hold.releasedAt !== null) throw new AppError('wrong-state', { entity: 'stageHold', id, number: db.get('workOrder', hold.workOrderId).number, status: 'DONE' })
  if (hold.version !== version) throw new AppError('conflict', { entity: 'stageHold', id })
  if (hold.openedBy === session.userId) throw new AppError('own-request')
  db.update('stageHold', hold, { releasedBy: session.userId, releasedAt: clock.now(), rootCause })
  settleNotices(db, 'stageHold', id, clock.now())
  return holdTold(db, id)
}
