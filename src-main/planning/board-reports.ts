import { addDecimals, toPlaces, type Decimal } from '../../shared/core/decimal.ts'
import type { BoardLine } from '../../shared/planning/board.ts'
import { healthsByUrgency } from '../../shared/planning/board-rules.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import type { Health } from '../../shared/planning/health.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { stagesOf } from './board.ts'
import { boardLines } from './board-lines.ts'
import { boardOf, type JudgedWork } from './board-work.ts'
import { producedRows, type ProducedFilter, type ProducedRow } from './produced-rows.ts'
import { stageFacts, type StageFacts } from './stage-facts.ts'
import { ofPieces } from './targets.ts'

const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const tones: Readonly<Record<Health, 'good' | 'neutral' | 'warning' | 'critical'>> = {
  COMPLETED: 'good',
  DELAYED: 'critical',
  NOT_STARTED: 'neutral',
  OFF_TRACK: 'critical',
  AT_RISK: 'warning',
  ON_TRACK: 'good',
}
const healthChoices = healthsByUrgency.map(value => ({ value, labelKey: `planning.board.healths.${value}`, tone: tones[value] }))
const section = { kind: 'section', labelKey: 'planning.fields.sectionId' } as const
const period = { kind: 'period', labelKey: 'reports.filters.period' } as const
const own = (key: string) => ({ key, labelKey: `planning.boardReports.columns.${key}` })
const explained = (key: string) => ({ ...own(key), explainKey: `planning.boardReports.explain.${key}` })
const pieces = { kind: 'decimal', width: 24, places: () => 0 } as const

interface StageRow extends StageFacts {
  readonly id: string
  readonly stage: string
  readonly workOrders: number
  readonly troubled: number
  readonly target: Decimal
  readonly expected: Decimal
  readonly produced: Decimal
  readonly variance: Decimal
  readonly variancePercent: Decimal | null
}

/** What each stage has made against its plan as it stands now, and how well it kept its days over a period. */
export const planningDailyReport = defineReport<StageRow>()({
  name: 'planningDaily',
  permission: 'planning.view',
  titleKey: 'planning.boardReports.daily.title',
  descriptionKey: 'planning.boardReports.daily.description',
  filters: { period, section },
  columns: [
    { ...own('stage'), kind: 'text', width: 40, value: row => row.stage },
    { ...own('workOrders'), kind: 'integer', width: 18, value: row => row.workOrders, total: 'sum' },
    { ...own('troubled'), kind: 'integer', width: 24, value: row => row.troubled, total: 'sum' },
    { ...own('target'), ...pieces, value: row => row.target, total: 'sum' },
    { ...explained('expected'), ...pieces, value: row => row.expected, total: 'sum' },
    { ...own('produced'), ...pieces, value: row => row.produced, total: 'sum' },
    { ...explained('variance'), ...pieces, value: row => row.variance, total: 'sum' },
    { ...own('variancePercent'), kind: 'percent', width: 20, places: 1, value: row => row.variancePercent },
    { ...explained('onTime'), kind: 'percent', width: 24, places: 1, value: row => row.onTime },
    { ...explained('cycleDays'), kind: 'decimal', width: 24, places: () => 1, value: row => row.cycleDays && toPlaces(row.cycleDays, 1) },
    { ...explained('rejectRate'), kind: 'percent', width: 20, places: 1, value: row => row.rejectRate },
  ],
  rows(context, filter) {
    const facts = stageFacts(context, filter)
    return stagesOf(judgingOf(context), boardFor(context, filter.section)).map(stage => ({
      ...(facts.get(stage.productionStageId) ?? { onTime: null, cycleDays: null, rejectRate: null }),
      id: stage.productionStageId,
      stage: stage.name,
      workOrders: stage.workOrders,
      troubled: stage.troubled,
      target: ofPieces(stage.target),
      expected: ofPieces(stage.expected),
      produced: ofPieces(stage.produced),
      variance: ofPieces(stage.variance),
      variancePercent: stage.variancePercent,
    }))
  },
  charts: rows => [
    {
      titleKey: 'planning.boardReports.daily.chart',
      seriesKeys: [
        'planning.boardReports.columns.expected',
        'planning.boardReports.columns.produced',
        'planning.boardReports.columns.target',
      ],
      bars: rows.map(({ stage, expected, produced, target }) => ({ label: stage, values: [expected, produced, target] })),
    },
  ],
  signatures,
  orientation: 'landscape',
})

/** Every open work order by its health, the worst first. */
export const onTrackReport = defineReport<BoardLine>()({
  name: 'onTrackStatus',
  permission: 'planning.view',
  titleKey: 'planning.boardReports.onTrack.title',
  descriptionKey: 'planning.boardReports.onTrack.description',
  filters: { section, health: { kind: 'choice', labelKey: 'planning.board.state', choices: healthChoices } },
  columns: [
    { ...own('number'), kind: 'text', width: 46, value: row => row.number },
    { ...own('article'), kind: 'text', width: 54, value: row => row.itemName ?? row.articleName },
    { ...own('section'), kind: 'text', width: 26, value: row => row.sectionName },
    { ...own('health'), kind: 'status', width: 32, value: row => row.health, choices: healthChoices },
    { ...own('target'), ...pieces, value: row => ofPieces(row.target), total: 'sum' },
    { ...own('produced'), ...pieces, value: row => ofPieces(row.produced), total: 'sum' },
    { ...own('remaining'), ...pieces, value: row => ofPieces(row.remaining), total: 'sum' },
    { ...own('progress'), kind: 'percent', width: 20, places: 1, value: row => row.progress },
    { ...explained('rate'), kind: 'decimal', width: 20, places: () => 1, value: row => row.rate && toPlaces(row.rate, 1) },
    { ...explained('finish'), kind: 'day', width: 26, value: row => row.finishDay },
    { ...own('due'), kind: 'day', width: 26, value: row => row.deadlineDay },
  ],
  rows(context, { section: sectionId, health }) {
    const open = boardFor(context, sectionId).filter(({ work }) => work.status !== 'FINISHED')
    const lines = boardLines(judgingOf(context), open)
    const rank = ({ health: one }: BoardLine) => healthsByUrgency.indexOf(one)
    return lines
      .filter(line => health === undefined || line.health === health)
      .sort((a, b) => rank(a) - rank(b) || (a.deadlineDay < b.deadlineDay ? -1 : 1))
  },
  charts: rows => [
    {
      titleKey: 'planning.boardReports.onTrack.chart',
      seriesKeys: ['planning.boardReports.columns.produced', 'planning.boardReports.columns.target'],
      bars: sectionsOf(rows).map(([label, its]) => ({ label, values: [sumOf(its, 'produced'), sumOf(its, 'target')] })),
    },
  ],
  source: row => ({ entity: 'workOrder', id: row.id }),
  signatures,
  orientation: 'landscape',
})

const groupings = ['DAY', 'SECTION', 'ARTICLE', 'ORDER'] as const
const byOrder = { when: ({ by }: Pick<ProducedFilter, 'by'>) => by === 'ORDER' }
const byOthers = { when: ({ by }: Pick<ProducedFilter, 'by'>) => by !== 'ORDER' }

const shareOfGood = { kind: 'percent', width: 24, places: 1 } as const

/** What was put out over a period, by day, section or article; or order by order, as it stood when the period ended. */
export const productionReport = defineReport<ProducedRow>()({
  name: 'production',
  permission: 'planning.view',
  titleKey: 'planning.boardReports.production.title',
  descriptionKey: 'planning.boardReports.production.description',
  filters: {
    period,
    section,
    by: {
      kind: 'choice',
      labelKey: 'planning.boardReports.production.by',
      choices: groupings.map(value => ({ value, labelKey: `planning.boardReports.production.groupings.${value}` })),
    },
  },
  columns: [
    { ...own('subject'), kind: 'text', width: 60, value: row => row.subject },
    { ...own('workOrders'), kind: 'integer', width: 20, value: row => row.workOrders },
    { ...explained('output'), ...byOthers, ...pieces, value: row => addDecimals(row.good, row.rejected), total: 'sum' },
    { ...explained('dayTarget'), ...byOthers, ...pieces, value: row => (row.ofDays ? ofPieces(row.ofDays.target) : null), total: 'sum' },
    { ...explained('adjusted'), ...byOthers, ...pieces, value: row => (row.ofDays ? ofPieces(row.ofDays.adjusted) : null), total: 'sum' },
    { ...explained('orderTarget'), ...byOrder, ...pieces, value: row => row.ofOrder?.target ?? null, total: 'sum' },
    { ...own('good'), ...pieces, value: row => row.good, total: 'sum' },
    { ...own('rejected'), ...pieces, value: row => row.rejected, total: 'sum' },
    {
      ...explained('passRate'),
      ...byOthers,
      kind: 'percent',
      width: 24,
      places: 1,
      value: row => percentOf(row.good, addDecimals(row.good, row.rejected)),
    },
    { ...explained('ofTarget'), ...byOthers, ...shareOfGood, value: ({ good, ofDays }) => (ofDays ? percentOf(good, ofPieces(ofDays.target)) : null) },
    { ...explained('ofAdjusted'), ...byOthers, ...shareOfGood, value: ({ good, ofDays }) => (ofDays ? percentOf(good, ofPieces(ofDays.adjusted)) : null) },
    {
      ...explained('orderShare'),
      ...byOrder,
      kind: 'percent',
      width: 24,
      places: 1,
      value: ({ good, ofOrder }) => (ofOrder ? percentOf(good, ofOrder.target) : null),
    },
    { ...explained('daysLate'), ...byOrder, kind: 'integer', width: 24, value: row => row.ofOrder?.daysLate ?? null },
  ],
  rows: producedRows,
  charts: rows => [
    {
      titleKey: 'planning.boardReports.production.chart',
      seriesKeys: ['planning.boardReports.columns.good', 'planning.boardReports.columns.rejected'],
      bars: rows.slice(0, mostBars).map(({ subject, good, rejected }) => ({ label: subject, values: [good, rejected] })),
    },
  ],
  source: ({ ofOrder }) => (ofOrder ? { entity: 'manufacturingOrder', id: ofOrder.id } : null),
  signatures,
  orientation: 'landscape',
})
const mostBars = 31

function judgingOf({ db, settings, today }: RowContext) {
  return { db, settings, today }
}

function boardFor(context: RowContext, sectionId: string | undefined): JudgedWork[] {
  return boardOf(judgingOf(context), context.sections, sectionId === undefined ? {} : { sectionId })
}

function sectionsOf(rows: readonly BoardLine[]): (readonly [string, readonly BoardLine[]])[] {
  return [...Map.groupBy(rows, ({ sectionName }) => sectionName)]
}

function sumOf(rows: readonly BoardLine[], count: 'produced' | 'target'): Decimal {
  return ofPieces(rows.reduce((sum, row) => sum + row[count], 0))
}
