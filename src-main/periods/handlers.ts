import { AppError } from '../../shared/core/errors.ts'
import type { Period, periods } from '../../shared/periods/contract.ts'
import { mayClose, monthOf, monthsBefore } from '../../shared/periods/rules.ts'
import type { CommandContext, Handlers, QueryContext } from '../core/handlers.ts'
import { inTheWayOf, remindOfMonthEnd } from './month-end.ts'
import { closedThrough } from './open-period.ts'
import { keepPeriod, periodOf, type PlainPeriod } from './periods.ts'

const monthsShown = 24

export const periodsHandlers: Handlers<typeof periods> = {
  listPeriods(context) {
    const { db, scope, today } = context
    scope.everyone()
    return Array.from({ length: monthsShown }, (_, back) => withObstacles(context, periodOf(db, monthsBefore(monthOf(today()), back), today())))
  },
  closePeriod(context, { month, version, reason }) {
    const { db, today } = changing(context, month, version)
    if (!mayClose(month, today(), closedThrough(db))) throw new AppError(month < monthOf(today()) ? 'wrong-state' : 'period-not-over', { entity: 'accountingPeriod', id: month, status: 'CLOSED' })
    return withObstacles(context, keepPeriod(context, month, { status: 'CLOSED', reason }))
  },
  reopenPeriod(context, { month, version, reason }) {
    const { db } = changing(context, month, version)
    if (closedThrough(db) !== month) throw new AppError('wrong-state', { entity: 'accountingPeriod', id: month, status: periodOf(db, month, context.today()).status })
    return withObstacles(context, keepPeriod(context, month, { status: 'OPEN', reason }))
  },
  remindOfMonthEnd(context) {
    context.scope.everyone()
    return { closed: remindOfMonthEnd(context) }
  },
}

function withObstacles(context: Pick<QueryContext, 'db' | 'settings'>, period: PlainPeriod): Period {
  return { ...period, inTheWay: period.mayClose ? inTheWayOf(context, period.month) : null }
}

function changing(context: CommandContext, month: string, version: number | undefined): CommandContext {
  context.scope.everyone()
  if (context.db.find('accountingPeriod', month)?.version !== version) throw new AppError('conflict', { entity: 'accountingPeriod', id: month })
  return context
}
