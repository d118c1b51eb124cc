import { sql as raw, type SqlBool } from 'kysely'
import { anySession } from '../../shared/core/procedure.ts'
import type { Found } from '../../shared/search/found.ts'
import { noticeKinds } from '../../shared/notifications/notice.ts'
import { series, type SeriesName } from '../../shared/settings/series.ts'
import { sql } from '../database/sql.ts'
import { documentsLike, foundOf, type Asker, type Finder } from '../engines/finders.ts'

/** One's own notices, by the number of the document they tell of. A scanned number means the document itself. */
export const noticeFinder: Finder = {
  kind: 'notification',
  needs: [anySession],
  find: (asker, text, limit) => (Object.keys(series) as SeriesName[]).flatMap(name => noticesOf(asker, name, text, limit)).slice(0, limit),
  withCode: () => [],
  withIds: () => [],
}

const kinds = raw.join(Object.keys(noticeKinds))

function noticesOf({ db, session, today }: Asker, document: SeriesName, text: string, limit: number): Found[] {
  const query = sql.selectFrom('notification').innerJoin('notificationReceipt', 'notificationReceipt.notificationId', 'notification.id')
    .where('notificationReceipt.userId', '=', session.userId)
    .where(raw<SqlBool>`notification.kind in (${kinds}) and notification.entity = ${document} and notification.entityId in (${documentsLike({ db, today }, document, text)})`)
    .select(['notificationReceipt.id', 'notification.kind', 'notification.params'])
    .orderBy('notificationReceipt.id', 'desc').limit(limit)
  return db.all(query).map(({ id, kind, params }) => {
    const said = JSON.parse(params) as Record<string, string | number>
    return foundOf('notification', { id, code: String(said.number ?? ''), name: '', said: { key: `notifications.notices.${kind}`, params: said } })
  })
}
