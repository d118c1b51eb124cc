import { entityDefinition, type VersionedEntity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import { isPermission } from '../../shared/core/permissions.ts'
import { overriddenEntities, type DirectorOverride, type OverrideKind } from '../../shared/planning/overrides.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { voidRequests } from '../engines/approvals.ts'
import { closeUnreceived } from '../finished-goods/closing.ts'
import { isAboutDay } from '../production/day-approvals.ts'
import { approve } from '../purchasing/order-changes.ts'
import { requireLongReason } from './work-order-changes.ts'
import { workOrderFor } from './work-orders.ts'

type Act = (context: CommandContext, at: SeenAt) => void

/** How each is carried out; the record is as it was seen. */
const acts: Readonly<Record<OverrideKind, Act>> = {
  UNLOCK_WORK_ORDER({ db, session, clock }, at) {
    const { workOrder } = workOrderFor(db, at, 'start')
    db.update('workOrder', workOrder, {
      unlockedAt: clock.now(),
      ...(workOrder.approvedAt === null && { approvedAt: clock.now(), approvedBy: session.userId }),
    })
  },
  FORCE_PURCHASE_ORDER: (context, at) => void approve(context, at),
  APPROVE_DEBT({ db, clock, today }, at) {
    const debt = db.get('materialDebt', at.id)
    if (debt.approvedAt !== null || debt.writtenOffAt !== null) throw new AppError('debt-closed', { number: debt.number })
    db.update('materialDebt', at, { approvedAt: clock.now(), approvedDay: today() })
  },
  CLOSE_MANUFACTURING_ORDER: (context, { id }) => closeUnreceived(context, id),
}

/** PL-24: with a long reason, so many times a day; the administrator and the manager hear of it. */
export function overrideAsDirector(context: CommandContext, kind: OverrideKind, at: SeenAt, reason: string): DirectorOverride {
  const { db, session, settings, today, notify } = context
  const entity = overriddenEntities[kind]
  const record = db.get(entity, at.id)
  if (record.version !== at.version) throw new AppError('conflict', { entity, id: at.id })
  requireLongReason(reason, settings.get(planningSettings.overrideReason))
  const { made, limit } = overridesToday(context)
  if (made >= limit) throw new AppError('override-limit', { limit })
  acts[kind](context, at)
  voidRequests(context, entity, at.id, requested => !isAboutDay(requested))
  const override = db.insert('directorOverride', { kind, entity, entityId: at.id, number: record.number, reason, madeBy: session.userId, madeOn: today() })
  const params = { number: record.number, by: session.fullName, reason, actKey: `planning.overrides.told.${kind}` }
  notify({ kind: 'DIRECTOR_OVERRIDE', audience: [{ role: 'Admin' }, { role: 'Manager' }], params, entity, entityId: at.id })
  return overrideOf(db, override.id)
}

export function overridesToday({ db, session, settings, today }: Pick<QueryContext, 'db' | 'session' | 'settings' | 'today'>): {
  readonly made: number
  readonly limit: number
} {
  const made = db.all(sql.selectFrom('directorOverride').select('id').where('madeBy', '=', session.userId).where('madeOn', '=', today())).length
  return { made, limit: settings.get(planningSettings.overridesPerDay) }
}

/** Declares the scope of the record. Throws `forbidden`, `foreign-section`, `not-found`. */
export function overridesAbout(context: QueryContext, kind: OverrideKind, id: string): DirectorOverride[] {
  const entity = overriddenEntities[kind]
  requireRecordView(context, entity, id)
  return context.db.all(
    overrideRows.where('directorOverride.entity', '=', entity).where('directorOverride.entityId', '=', id).orderBy('directorOverride.id', 'desc'),
  )
}

function requireRecordView({ db, session, scope }: QueryContext, entity: VersionedEntity, id: string): void {
  const needed = entityDefinition(entity).view
  if (needed !== null && isPermission(needed) && !session.permissions.has(needed)) throw new AppError('forbidden', { needed })
  const record: object = db.get(entity, id)
  scope.section('sectionId' in record && typeof record.sectionId === 'string' ? record.sectionId : null)
}

/** The record's own story tells it; whoever may see that may see this. */
export function requireOverrideView(context: QueryContext, id: string): void {
  const { kind, entityId } = context.db.get('directorOverride', id)
  requireRecordView(context, overriddenEntities[kind], entityId)
}

const overrideRows = sql
  .selectFrom('directorOverride')
  .innerJoin('user', 'user.id', 'directorOverride.madeBy')
  .select([
    'directorOverride.id',
    'directorOverride.version',
    'directorOverride.createdAt',
    'directorOverride.kind',
    'directorOverride.entityId',
    'directorOverride.number',
    'directorOverride.reason',
    'user.fullName as madeByName',
  ])

function overrideOf(db: Reader, id: string): DirectorOverride {
  return db.one(overrideRows.where('directorOverride.id', '=', id))
}
