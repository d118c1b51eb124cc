import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { criticalShown, type notifications, type ReceivedNotice } from '../../shared/notifications/contract.ts'
import { daySpan } from '../database/day-span.ts'
import { listPage } from '../database/list.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** Ids are in the order of their making, also within one instant: arrival is sorted by them, not by the time. */
const arrival = 'notificationReceipt.id'

export function listNotices(db: Reader, userId: string, input: ParsedInputOf<typeof notifications.listNotices>): Page<ReceivedNotice> {
  const { isUnread, isOpen, severity, kinds, fromDay, toDay, since } = input.filter
  let query = noticesOf(userId)
  if (isUnread !== undefined) query = query.where('notificationReceipt.readAt', isUnread ? 'is' : 'is not', null)
  if (isOpen !== undefined) query = query.where(row => (isOpen ? row.and(open) : row.not(row.and(open))))
  if (severity !== undefined) query = query.where('notification.severity', '=', severity)
  if (kinds !== undefined) query = query.where('notification.kind', 'in', kinds)
  const days = daySpan(db, fromDay, toDay)
  if (days) query = query.where('notificationReceipt.createdAt', '>=', days.from).where('notificationReceipt.createdAt', '<', days.to)
  if (since !== undefined) query = query.where(arrival, '>', receiptOf(db, userId, since).id)
  const { rows, ...rest } = listPage(db, input, {
    query,
    columns: { createdAt: arrival },
    search: ['notification.params'],
    defaultSort: [{ column: 'createdAt', descending: since === undefined }],
    id: arrival,
  })
  return { rows: rows.map(readable), ...rest }
}

export function countUnread(db: Reader, userId: string): OutputOf<typeof notifications.countUnread> {
  const mine = sql.selectFrom('notificationReceipt').where('userId', '=', userId).where('readAt', 'is', null)
  const { unread } = db.one(mine.select(({ fn }) => fn.countAll<number>().as('unread')))
  const critical = noticesOf(userId).where(row => row.and(open))
  const { count } = db.one(critical.clearSelect().select(({ fn }) => fn.countAll<number>().as('count')))
  return { unread, open: count, critical: count === 0 ? [] : db.all(critical.orderBy(arrival, 'desc').limit(criticalShown)).map(readable) }
}

/** Answers how many of the receipts changed. Somebody else's receipt is `not-found`. */
export function markRead(db: Writer, userId: string, ids: readonly string[], now: string): number {
  return ids.map(id => receiptOf(db, userId, id)).filter(({ readAt }) => readAt === null)
    .map(receipt => db.update('notificationReceipt', receipt, { readAt: now })).length
}

export function markAllRead(db: Writer, userId: string, upTo: string | undefined, now: string): number {
  const last = upTo === undefined ? undefined : receiptOf(db, userId, upTo).id
  const unread = sql.selectFrom('notificationReceipt').select(['id', 'version']).where('userId', '=', userId).where('readAt', 'is', null)
  return db.all(last === undefined ? unread : unread.where('id', '<=', last))
    .map(receipt => db.update('notificationReceipt', receipt, { readAt: now })).length
}

export function acknowledge(db: Writer, userId: string, ids: readonly string[], now: string): number {
  return ids.map(id => receiptOf(db, userId, id)).filter(({ acknowledgedAt }) => acknowledgedAt === null)
    .map(receipt => db.update('notificationReceipt', receipt, { acknowledgedAt: now, readAt: receipt.readAt ?? now })).length
}

function receiptOf(db: Reader, userId: string, id: string) {
  const receipt = db.get('notificationReceipt', id)
  if (receipt.userId !== userId) throw new AppError('not-found', { entity: 'notificationReceipt', id })
  return receipt
}

const open = { 'notification.severity': 'CRITICAL', 'notificationReceipt.acknowledgedAt': null } as const

function noticesOf(userId: string) {
  return sql
    .selectFrom('notificationReceipt')
    .innerJoin('notification', 'notification.id', 'notificationReceipt.notificationId')
    .where('notificationReceipt.userId', '=', userId)
    .select([
      'notificationReceipt.id', 'notificationReceipt.createdAt', 'notification.kind', 'notification.severity', 'notification.params',
      'notification.entity', 'notification.entityId', 'notificationReceipt.readAt', 'notificationReceipt.acknowledgedAt',
    ])
}

function readable<Row extends { params: string }>(row: Row): Omit<Row, 'params'> & Pick<ReceivedNotice, 'params'> {
  return { ...row, params: JSON.parse(row.params) as ReceivedNotice['params'] }
}
