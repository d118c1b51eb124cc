import { notificationsSettings } from '../../shared/notifications/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'

/** So many at a time hold the writer for some hundredths of a second. */
const receiptsAtOnce = 500
const dayLength = 86_400_000

/** Receipts whose time is over go, and notices that nobody has a receipt of any more. What waits to be acknowledged stays (NT-4). */
export function forgetOld({ db, clock, settings }: CommandContext): { forgotten: number; left: boolean } {
  const before = new Date(Date.parse(clock.now()) - settings.get(notificationsSettings.daysKept) * dayLength).toISOString()
  const old = db.all(
    sql.selectFrom('notificationReceipt').innerJoin('notification', 'notification.id', 'notificationReceipt.notificationId')
      .select(['notificationReceipt.id', 'notificationReceipt.version', 'notificationReceipt.notificationId'])
      .where('notificationReceipt.createdAt', '<', before)
      .where(row => row.or([row('notification.severity', '!=', 'CRITICAL'), row('notificationReceipt.acknowledgedAt', 'is not', null)]))
      .orderBy('notificationReceipt.id').limit(receiptsAtOnce),
  )
  for (const receipt of old) db.remove('notificationReceipt', receipt)
  for (const id of new Set(old.map(({ notificationId }) => notificationId))) {
    const other = db.first(sql.selectFrom('notificationReceipt').select('id').where('notificationId', '=', id).limit(1))
    if (!other) db.remove('notification', db.get('notification', id))
  }
  return { forgotten: old.length, left: old.length === receiptsAtOnce }
}
