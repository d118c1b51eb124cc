import type { Compilable, Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Entity } from '../../shared/core/entities.ts'
import { noticeKinds, type Audience, type Notice, type Severity } from '../../shared/notifications/notice.ts'
import type { Writer } from '../database/pen.ts'
import { asLasting, planOf, sql, withPlaces } from '../database/sql.ts'
import type { Tables } from '../database/tables.ts'

const conditionRestHours = 24

/**
 * Stores a notice with one receipt for everyone it concerns, in the transaction of the command that gives rise to it (NT-3): what
 * is pushed afterwards is only the news that a receipt is there. `now` is that command's instant, UTC ISO text.
 *
 * The host alone decides who an audience is (NT-1): active people, each once however many audiences name them, never the hidden
 * System user. A notice that concerns nobody is not kept, so a standing condition is told as soon as there is somebody to tell.
 */
export function createNotifier(db: Writer, now: string): (notice: Notice) => void {
  return notice => {
    const { kind, params, entity, entityId } = notice
    const severity = notice.severity ?? noticeKinds[kind].severity
    if (noticeKinds[kind].isCondition && wasToldLately(db, now, notice, severity)) return
    const users = usersOf(db, notice.audience)
    if (users.length === 0) return
    const { id } = db.insert('notification', {
      kind, severity, params: JSON.stringify(params), entity: entity ?? null, entityId: entityId ?? null, audience: JSON.stringify(notice.audience),
    })
    for (const userId of users) db.insert('notificationReceipt', { notificationId: id, userId, readAt: null, acknowledgedAt: null })
  }
}

/** NT-2: the same kind, record and severity within 24 hours. A higher severity, or another kind, is news. */
function wasToldLately(db: Writer, now: string, { kind, entity, entityId }: Notice, severity: Severity): boolean {
  const since = new Date(Date.parse(now) - conditionRestHours * 3_600_000).toISOString()
  const earlier = sql
    .selectFrom('notification')
    .select('id')
    .where('kind', '=', kind)
    .where('entity', 'is', entity ?? null)
    .where('entityId', 'is', entityId ?? null)
    .where('severity', '=', severity)
    .where('createdAt', '>', since)
    .limit(1)
  return db.first(earlier) !== undefined
}

/** Distinct ids of active users in any of the audiences. */
function usersOf(db: Writer, audience: Notice['audience']): string[] {
  const values = {}
  const placed = withPlaces([audience].flat(), values)
  const form = JSON.stringify(placed)
  if (audienceForms.size >= formsKept) audienceForms.clear()
  const people = audienceForms.get(form) ?? planOf(peopleIn(placed))
  audienceForms.set(form, people)
  return db.all(asLasting(people(values))).map(({ id }) => id)
}

const formsKept = 200
/** How people are found by each form of an audience, built once: by roles, by sections, by name. */
const audienceForms = new Map<string, (values: object) => Compilable<{ id: string }>>()

function peopleIn(audiences: readonly Audience[]) {
  return sql
    .selectFrom('user')
    .innerJoin('role', 'role.id', 'user.roleId')
    .select('user.id')
    .where('user.isActive', '=', true)
    .where('role.isHidden', '=', false)
    .where(person => person.or(audiences.map(one => isIn(person, one))))
    .orderBy('user.id')
}

function isIn(person: ExpressionBuilder<Tables, 'user' | 'role'>, audience: Audience): Expression<SqlBool> {
  if ('user' in audience) return person('user.id', '=', audience.user)
  if ('role' in audience) return person.or([person('role.id', '=', audience.role), person('role.name', '=', audience.role)])
  if ('everyone' in audience) return person.lit(true)
  const others = person.selectFrom('userSection').select('userSection.userId').where('userSection.sectionId', '=', audience.section)
  return person.or([person('user.sectionId', '=', audience.section), person('user.id', 'in', others)])
}

/** What was told about a record is settled: nobody need read or acknowledge it any more. */
export function settleNotices(db: Writer, entity: Entity, entityId: string, now: string): void {
  const open = sql.selectFrom('notificationReceipt').innerJoin('notification', 'notification.id', 'notificationReceipt.notificationId')
    .select(['notificationReceipt.id', 'notificationReceipt.version', 'notification.severity', 'readAt', 'acknowledgedAt'])
    .where('notification.entity', '=', entity).where('notification.entityId', '=', entityId)
    .where(({ eb, or, and }) => or([eb('readAt', 'is', null), and([eb('notification.severity', '=', 'CRITICAL'), eb('acknowledgedAt', 'is', null)])]))
  for (const { id, version, severity, readAt, acknowledgedAt } of db.all(open)) {
    db.update('notificationReceipt', { id, version }, { readAt: readAt ?? now, acknowledgedAt: severity === 'CRITICAL' ? acknowledgedAt ?? now : acknowledgedAt })
  }
}
