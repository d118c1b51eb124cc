import { z } from 'zod'
import { SummaryContent, type summaries, type Summary } from '../../shared/planning/summaries.ts'
import type { Handlers } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { printPaper } from '../documents/paper.ts'
import { tellHealths } from './health-notices.ts'
import { tellAwaitedLabels } from './label-notices.ts'
import { summarizeDay } from './summary-making.ts'
import { summaryPaper } from './summary-paper.ts'

const summariesShown = 60

/** What is read of the mornings belongs to no section. */
export const summaryHandlers: Handlers<typeof summaries> = {
  readDailySummary({ db, scope }, { id }) {
    scope.everyone()
    const all = db.all(sql.selectFrom('planningSummary').select(['id', 'day']).orderBy('day', 'desc').limit(summariesShown))
    const shown = id ?? all[0]?.id
    return { summary: shown === undefined ? null : summaryRow(db, shown), all }
  },
  async printDailySummary(context, { id, language = context.session.language }) {
    context.scope.everyone()
    const summary = summaryRow(context.db, id)
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

/** Throws `not-found`. */
function summaryRow(db: Reader, id: string): Summary {
  const { day, createdAt, content } = db.get('planningSummary', id)
  return { id, day, createdAt, content: z.decode(SummaryContent, JSON.parse(content) as z.input<typeof SummaryContent>) }
}
