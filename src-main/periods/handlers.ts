import { AppError } from '../../shared/core/errors.ts'
import type { Period, periods } from '../../shared/periods/contract.ts'
import { mayClose, monthOf, monthsBefore } from '../../shared/periods/rules.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { closedThrough } from './open-period.ts'

const monthsShown = 24

export const periodsHandlers: Handlers<typeof periods> = {
  listPeriods({ db, scope, today }) {
    scope.everyone()
    return Array.from({ length: monthsShown }, (_, back) => periodOf(db, monthsBefore(monthOf(today()), back), today()))
  },
  closePeriod(context, { month, version, reason }) {
    const { db, today } = changing(context, month, version)
    if (!mayClose(month, today(), closedThrough(db))) throw new AppError(month < monthOf(today()) ? 'wrong-state' : 'period-not-over', { entity: 'accountingPeriod', id: month, status: 'CLOSED' })
    return keep(context, month, { status: 'CLOSED', reason })
  },
  reopenPeriod(context, { month, version, reason }) {
    const { db } = changing(context, month, version)
    if (closedThrough(db) !== month) throw new AppError('wrong-state', { entity: 'accountingPeriod', id: month, status: periodOf(db, month, context.today()).status })
    return keep(context, month, { status: 'OPEN', reason })
  },
}

function changing(context: CommandContext, month: string, version: number | undefined): CommandContext {
  context.scope.everyone()
  if (context.db.find('accountingPeriod', month)?.version !== version) throw new AppError('conflict', { entity: 'accountingPeriod', id: month })
  return context
}

function keep({ db, session, clock, today }: CommandContext, month: string, state: Pick<Period, 'status' | 'reason'>): Period {
  const row = { ...state, changedBy: session.userId, changedAt: clock.now() }
  const before = db.find('accountingPeriod', month)
  if (before) db.update('accountingPeriod', before, row)
  else db.insert('accountingPeriod', { id: month, ...row })
  return periodOf(db, month, today())
}

/** A month before the last closed one is closed with it, whatever its own row says. */
function periodOf(db: Reader, month: string, today: string): Period {
  const row = db.find('accountingPeriod', month)
  const closed = closedThrough(db)
  const moves = sql.selectFrom('stockMove').where('postingDay', '>=', `${month}-01`).where('postingDay', '<', `${monthsBefore(month, -1)}-01`).select(({ fn }) => fn.countAll<number>().as('count'))
  return {
    month, status: closed !== undefined && month <= closed ? 'CLOSED' : 'OPEN', moves: db.one(moves).count, reason: row?.reason ?? '', changedAt: row?.changedAt ?? null,
    changedByName: row ? db.get('user', row.changedBy).fullName : null, mayClose: mayClose(month, today, closed), mayReopen: month === closed, version: row?.version,
  }
}
