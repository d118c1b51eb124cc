import { z } from 'zod'
import { DecimalSchema } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { command, job, query } from '../core/procedure.ts'
import { debtRisks } from '../warehouse/debt-rules.ts'
import { Health, HealthCause, Obstacle } from './board.ts'
import { alertLevels } from './board-rules.ts'

/** What a morning asks of the planner, each with how many it is about. */
export const summaryActs = ['replan', 'ask', 'approve', 'labels', 'materials', 'ships'] as const
export const SummaryAct = z.enum(summaryActs)

const SummaryLine = z.object({
  id: z.string(),
  number: z.string(),
  articleName: z.string(),
  sectionName: z.string(),
  target: z.int(),
  produced: z.int(),
  deadlineDay: z.string(),
  finishDay: z.string().nullable(),
})
export type SummaryLine = z.infer<typeof SummaryLine>

/**
 * What the planner is told in the morning, as it was then. `since`: the day from which work orders count as finished; counts are of all,
 * lists hold the first.
 */
export const SummaryContent = z.object({
  since: z.string(),
  counts: z.object({ finished: z.int(), running: z.int(), late: z.int(), materials: z.int() }),
  finished: z.array(SummaryLine),
  running: z.array(SummaryLine.extend({ health: Health })),
  late: z.array(
    SummaryLine.extend({ health: Health, level: z.enum(alertLevels), causes: z.array(HealthCause), obstacles: z.array(Obstacle) }),
  ),
  materials: z.array(
    z.object({
      itemId: z.string(),
      itemCode: z.string(),
      itemName: z.string(),
      unitCode: z.string(),
      unitPlaces: z.int(),
      required: DecimalSchema,
      missing: DecimalSchema,
      workOrders: z.int(),
      severity: z.enum(debtRisks),
    }),
  ),
  acts: z.array(z.object({ act: SummaryAct, count: z.int() })),
})
export type SummaryContent = z.infer<typeof SummaryContent>

/** What of a summary is of one section. */
export const SectionSummary = z.object({ sectionId: z.string(), content: SummaryContent })
export type SectionSummary = z.infer<typeof SectionSummary>

const Summary = z.object({ id: z.string(), day: z.string(), createdAt: z.string(), content: SummaryContent })
export type Summary = z.infer<typeof Summary>

/** NT-5: the morning's summary by the System, one a day; whoever sees their own sections only is told of these (IA-5). */
export const summaries = {
  /** One of them, or the newest; nothing where there is none yet. `all`: the newest first. */
  readDailySummary: query({
    permission: 'process.viewPlanningDashboard',
    input: z.object({ id: IdSchema.optional() }),
    output: z.object({ summary: Summary.nullable(), all: z.array(z.object({ id: z.string(), day: z.string() })) }),
    reads: ['planningSummary'],
  }),
  printDailySummary: job({
    permission: 'process.viewPlanningDashboard',
    lane: 'interactive',
    input: z.object({ id: IdSchema, language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
  /** Writes today's where its hour has come and there is none yet, and tells the planners and managers. */
  summarizeDay: command({
    permission: 'process.viewPlanningDashboard',
    visibility: 'internal',
    input: z.object({}),
    output: z.object({ isWritten: z.boolean() }),
    writes: ['planningSummary'],
  }),
  /** Tells which work orders have come to stand worse, and which orders wait too long for their labels. */
  remindOfWorkOrders: command({
    permission: 'process.viewPlanningDashboard',
    visibility: 'internal',
    input: z.object({}),
    output: z.object({ troubled: z.int(), awaited: z.int() }),
    writes: [],
  }),
}
