import { sql as raw, type SqlBool } from 'kysely'
import type { InTheWay } from '../../shared/periods/contract.ts'
import { mayClose, monthOf, monthsBefore } from '../../shared/periods/rules.ts'
import { periodsSettings } from '../../shared/periods/settings.ts'
import { features } from '../../shared/features/settings.ts'
import type { Audience, NoticeKind } from '../../shared/notifications/notice.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { settleNotices } from '../engines/notifications.ts'
import { isBelowZero } from '../ledger/lines.ts'
import { planners } from '../planning/health-notices.ts'
import { dayKinds } from '../production/day-approvals.ts'
import { closedThrough } from './open-period.ts'
import { keepPeriod } from './periods.ts'

const told: readonly Audience[] = [...planners, { role: 'Manager' }]
/** For so many days a month that is over and still open is spoken of; a factory that closes none is left in peace then. */
const daysTold = 7

/** What is to be settled before a month is closed, up to its last day. */
export function inTheWayOf({ db, settings }: Pick<QueryContext, 'db' | 'settings'>, month: string): InTheWay {
  const end = `${monthsBefore(month, -1)}-01`
  const late = sql.selectFrom('lateEntry').select(({ fn }) => fn.countAll<number>().as('count')).where('status', '=', 'WAITING').where('day', '<', end)
  // What is asked for about a day begins its topic with that day.
  const asked = sql.selectFrom('approvalRequest').select(({ fn }) => fn.countAll<number>().as('count')).where('status', '=', 'PENDING').where('kind', 'in', dayKinds).where('entity', '=', 'workOrder')
    .where('topic', '<', end)
  const onPaper = sql.selectFrom('approvalRequest').innerJoin('paperBatchLine', 'paperBatchLine.paperBatchId', 'approvalRequest.entityId').select(({ fn }) => fn.count<number>('approvalRequest.id').distinct().as('count'))
    .where('approvalRequest.status', '=', 'PENDING').where('approvalRequest.kind', '=', 'PAPER_BATCH').where('paperBatchLine.day', '<', end)
  return { negative: settings.get(features.ledgerBinds) ? negativeBefore(db, end) : 0, lateEntries: db.one(late).count, requests: db.one(asked).count + db.one(onPaper).count }
}

/** Items of sections whose last row before a day stands below zero. */
function negativeBefore(db: Reader, end: string): number {
  const isLast = raw<SqlBool>`not exists (select 1 from ledgerDay as later where later.sectionId = ledgerDay.sectionId and later.itemId = ledgerDay.itemId and later.day > ledgerDay.day and later.day < ${end})`
  return db.one(sql.selectFrom('ledgerDay').select(({ fn }) => fn.countAll<number>().as('count')).where('ledgerDay.day', '<', end).where(isBelowZero).where(isLast)).count
}

/** PX-15: the month that is over is closed on the factory's day where nothing stands in the way; else those who plan and manage hear what does, or once that nothing does. */
export function remindOfMonthEnd(context: CommandContext): string | null {
  const { db, settings, today, clock } = context
  const [month, day] = [monthsBefore(monthOf(today()), 1), Number(today().slice(8))]
  if (!mayClose(month, today(), closedThrough(db))) return null
  const { negative, lateEntries, requests } = inTheWayOf(context, month)
  const closeDay = settings.get(periodsSettings.closeDay)
  const isFree = negative + lateEntries + requests === 0
  const period = month.split('-').reverse().join('-')
  const tell = (kind: NoticeKind, params: Record<string, string | number> = {}) => context.notify({ kind, audience: told, params: { period, ...params }, entity: 'accountingPeriod', entityId: month })
  if (isFree && closeDay > 0 && day >= closeDay) {
    keepPeriod(context, month, { status: 'CLOSED', reason: '' })
    settleNotices(db, 'accountingPeriod', month, clock.now())
    tell('MONTH_CLOSED')
    return month
  }
  if (day > daysTold && closeDay === 0) return null
  if (!isFree) tell('MONTH_IN_THE_WAY', { negative, lateEntries, requests })
  else if (closeDay === 0 && !wasTold(db, 'MONTH_READY', month)) tell('MONTH_READY')
  return null
}

function wasTold(db: Reader, kind: NoticeKind, month: string): boolean {
  return db.first(sql.selectFrom('notification').select('id').where('kind', '=', kind).where('entityId', '=', month).limit(1)) !== undefined
}
