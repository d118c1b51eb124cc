import type { BusinessDay } from '../../shared/core/dates.ts'
import type { board } from '../../shared/planning/board.ts'
import type { Handlers, QueryContext } from '../core/handlers.ts'
import { boardWorkOrder, planningBoard } from './board.ts'
import { obstaclesNow } from './board-lines.ts'
import type { Judging } from './board-work.ts'
import { orderForecasts } from './forecasts.ts'

export const boardHandlers: Handlers<typeof board> = {
  readPlanningBoard(context, asked) {
    if (asked.filter.sectionId !== undefined) context.scope.section(asked.filter.sectionId)
    return planningBoard(judging(context), context.scope.mine(), asked)
  },
  readOrderForecasts: (context, asked) => orderForecasts(judging(context), context.scope.mine(), asked),
  readBoardObstacles({ db, scope }, { ids }) {
    for (const id of ids) scope.section(db.get('workOrder', id).sectionId)
    if (ids.length === 0) scope.everyone()
    return ids.map(id => ({ id, obstacles: obstaclesNow(db, id) })).filter(({ obstacles }) => obstacles.length > 0)
  },
  readBoardWorkOrder(context, { id }) {
    context.scope.section(context.db.get('workOrder', id).sectionId)
    return boardWorkOrder(judging(context), id)
  },
}

export function judging({ db, settings, today }: Pick<QueryContext, 'db' | 'settings' | 'today'>): Judging {
  return { db, settings, today: today() as BusinessDay }
}
