import { AppError } from '../../shared/core/errors.ts'
import type { summaries } from '../../shared/planning/summaries.ts'
import type { Handlers } from '../core/handlers.ts'
import { printPaper } from '../documents/paper.ts'
import { tellHealths } from './health-notices.ts'
import { tellAwaitedLabels } from './label-notices.ts'
import { summarizeDay } from './summary-making.ts'
import { summaryPaper } from './summary-paper.ts'
import { summaryDays, summaryFor } from './summary-reading.ts'

export const summaryHandlers: Handlers<typeof summaries> = {
  readDailySummary({ db, scope }, { id }) {
    const mine = scope.mine()
    const all = summaryDays(db, mine)
    const shown = id ?? all[0]?.id
    return { summary: shown === undefined ? null : summaryFor(db, shown, mine), all }
  },
  async printDailySummary(context, { id, language = context.session.language }) {
    const summary = summaryFor(context.db, id, context.scope.mine())
    if (!summary) throw new AppError('not-found', { entity: 'planningSummary', id })
    return printPaper(context, await summaryPaper(context, summary, language), `PPIC-${summary.day}`)
  },
  summarizeDay(context) {
    context.scope.everyone()
    return { isWritten: summarizeDay(context) }
  },
  remindOfWorkOrders(context) {
    context.scope.everyone()
    return { troubled: tellHealths(context), awaited: tellAwaitedLabels(context) }
  },
}
