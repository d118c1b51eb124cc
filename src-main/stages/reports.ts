import { addDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { Period } from '../../shared/reports/report.ts'
import { isYieldMet, lossOf, totalOf, yieldPercent } from '../../shared/stages/rules.ts'
import type { ReworkCard } from '../../shared/stages/work.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import { daySpan } from '../database/day-span.ts'
import { sql } from '../database/sql.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { isSeen } from '../warehouse/places.ts'
import { cardRows, cardTold } from './card-rows.ts'
import { targetOf } from './step-targets.ts'
import { figuresOf } from './sums.ts'

const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const permission = 'process.readDailyProduction'
const filters = { period: { kind: 'period', labelKey: 'reports.filters.period' }, section: { kind: 'section', labelKey: 'stages.fields.sectionId' } } as const
const own = (key: string) => ({ key, labelKey: `stages.report.columns.${key}` })
const ofCard = (key: string) => ({ key, labelKey: `stages.report.cardColumns.${key}` })
const pieces = { kind: 'decimal', width: 24, places: () => 0, total: 'sum' } as const
const mostBars = 31

interface Asked { readonly period: Period; readonly section: string | undefined }
interface YieldRow {
  readonly section: string; readonly stage: string; readonly step: string; readonly input: Decimal; readonly good: Decimal; readonly recovered: Decimal; readonly open: Decimal; readonly scrap: Decimal; readonly loss: Decimal; readonly target: Decimal | null
}

const stateChoices = [
  { value: 'MET', labelKey: 'stages.report.states.MET', tone: 'good' }, { value: 'MISSED', labelKey: 'stages.report.states.MISSED', tone: 'critical' }, { value: 'NONE', labelKey: 'stages.report.states.NONE', tone: 'neutral' },
] as const
const passedOf = ({ good, recovered }: YieldRow) => addDecimals(good, recovered)
const yieldOf = (row: YieldRow) => yieldPercent(passedOf(row), row.input)
const states = { true: 'MET', false: 'MISSED', null: 'NONE' } as const

/** PX-12, PX-13: what each step of the stages took in a period, and what has become of it. */
export const stageYieldReport = defineReport<YieldRow>()({
  name: 'stageYield', permission, titleKey: 'stages.report.yield.title', descriptionKey: 'stages.report.yield.description', filters,
  columns: [
    { ...own('section'), kind: 'text', width: 32, value: row => row.section },
    { ...own('stage'), kind: 'text', width: 32, value: row => row.stage },
    { ...own('step'), kind: 'text', width: 56, value: row => row.step },
    { ...own('input'), ...pieces, value: row => row.input },
    { ...own('good'), ...pieces, value: row => row.good },
    { ...own('recovered'), explainKey: 'stages.report.explain.recovered', ...pieces, width: 30, value: row => row.recovered },
    { ...own('open'), explainKey: 'stages.report.explain.open', ...pieces, value: row => row.open },
    { ...own('scrap'), ...pieces, value: row => row.scrap },
    { ...own('loss'), explainKey: 'stages.report.explain.loss', ...pieces, value: row => row.loss },
    { ...own('firstPass'), explainKey: 'stages.report.explain.firstPass', kind: 'percent', width: 22, places: 1, value: row => yieldPercent(row.good, row.input) },
    { ...own('yield'), explainKey: 'stages.report.explain.yield', kind: 'percent', width: 22, places: 1, value: yieldOf },
    { ...own('target'), kind: 'percent', width: 20, places: 1, value: row => row.target },
    { ...own('state'), kind: 'status', width: 28, value: row => states[`${isYieldMet(passedOf(row), row.input, row.target)}`], choices: stateChoices },
  ],
  rows: yieldRows,
  charts: rows => [{
    titleKey: 'stages.report.yield.chart', seriesKeys: ['stages.report.columns.yield', 'stages.report.columns.target'],
    unit: '%',
    bars: rows.slice(0, mostBars).map(row => ({ label: `${row.stage} · ${row.step}`, values: [yieldOf(row), row.target] })),
  }],
  signatures, orientation: 'landscape',
})

/** In the order of the sections and their steps. */
function yieldRows({ db, sections, settings }: RowContext, { period, section }: Asked): YieldRow[] {
  let written = sql.selectFrom('stepRecord').selectAll().where('day', '>=', period.from).where('day', '<=', period.to).where(isSeen('stepRecord', sections))
  // What is looked at again belongs to the day on which it went in, whenever it passes: else a month's first days would pass more than went into them.
  let sentBack = sql.selectFrom('reworkCard').innerJoin('stepRecord', 'stepRecord.id', 'reworkCard.stepRecordId').leftJoin('reworkRound', 'reworkRound.reworkCardId', 'reworkCard.id')
    .select(({ fn }) => ['reworkCard.id', 'reworkCard.stageStepId', 'reworkCard.openQuantity', fn.sum<Decimal | null>('reworkRound.goodQuantity').as('good'), fn.sum<Decimal | null>('reworkRound.scrapQuantity').as('scrap')])
    .where('stepRecord.day', '>=', period.from).where('stepRecord.day', '<=', period.to).where(isSeen('reworkCard', sections)).groupBy('reworkCard.id')
  if (section !== undefined) [written, sentBack] = [written.where('stepRecord.sectionId', '=', section), sentBack.where('reworkCard.sectionId', '=', section)]
  const records = Map.groupBy(db.all(written), ({ stageStepId }) => stageStepId)
  const cards = Map.groupBy(db.all(sentBack), ({ stageStepId }) => stageStepId)
  const steps = db.all(sql.selectFrom('stageStep').innerJoin('productionStage', 'productionStage.id', 'stageStep.productionStageId').innerJoin('section', 'section.id', 'productionStage.sectionId').selectAll('stageStep')
    .select(['section.name as sectionName', 'productionStage.name as stageName', 'productionStage.kind as stageKind']).orderBy('section.name').orderBy('productionStage.code').orderBy('stageStep.position'))
  return steps.filter(({ id }) => records.has(id)).map(({ sectionName, stageName, stageKind, ...step }) => {
    const total = totalOf((records.get(step.id) ?? []).map(figuresOf))
    const its = cards.get(step.id) ?? []
    const ofCards = (column: 'good' | 'scrap') => sumDecimals(its.map(card => card[column] ?? zero))
    return {
      section: sectionName, stage: stageName, step: step.name, input: total.input, good: total.good, recovered: ofCards('good'), open: sumDecimals(its.map(({ openQuantity }) => openQuantity)),
      scrap: addDecimals(total.scrap, ofCards('scrap')), loss: lossOf(total), target: targetOf(db, settings, stageKind, step).targetPercent,
    }
  })
}

const cardChoices = [
  { value: 'OPEN', labelKey: 'stages.report.cardStates.OPEN', tone: 'neutral' }, { value: 'DONE', labelKey: 'stages.report.cardStates.DONE', tone: 'good' }, { value: 'OVER', labelKey: 'stages.report.cardStates.OVER', tone: 'critical' },
] as const

/** PX-12: every card that was opened in a period. */
export const reworkCardReport = defineReport<ReworkCard>()({
  name: 'reworkCards', permission, titleKey: 'stages.report.cards.title', descriptionKey: 'stages.report.cards.description', filters,
  columns: [
    { ...ofCard('number'), kind: 'text', width: 38, value: row => row.number },
    { ...ofCard('day'), kind: 'instant', width: 34, value: row => row.createdAt },
    { ...ofCard('workOrder'), kind: 'text', width: 44, value: row => row.workOrderNumber },
    { ...ofCard('step'), kind: 'text', width: 32, value: row => row.stepName },
    { ...ofCard('returnStep'), kind: 'text', width: 32, value: row => row.returnStepName },
    { ...ofCard('defect'), kind: 'text', width: 34, value: row => row.defectReasonName },
    { ...ofCard('quantity'), ...pieces, value: row => row.quantity },
    { ...ofCard('recovered'), ...pieces, value: row => row.recoveredQuantity },
    { ...ofCard('scrap'), ...pieces, value: row => row.scrapQuantity },
    { ...ofCard('open'), ...pieces, value: row => row.openQuantity },
    { ...ofCard('cycle'), kind: 'integer', width: 18, value: row => row.cycle },
    { ...ofCard('state'), kind: 'status', width: 34, value: row => (row.isOver ? 'OVER' : row.status), choices: cardChoices },
  ],
  rows({ db, sections, settings }, { period, section }) {
    const span = daySpan(db, period.from, period.to)!
    let query = cardRows.where(isSeen('reworkCard', sections)).where('reworkCard.createdAt', '>=', span.from).where('reworkCard.createdAt', '<', span.to)
    if (section !== undefined) query = query.where('reworkCard.sectionId', '=', section)
    const most = settings.get(productionSettings.reworkCycles)
    return db.all(query.orderBy('reworkCard.createdAt').orderBy('reworkCard.number')).map(row => cardTold(db, row, most))
  },
  source: row => ({ entity: 'reworkCard', id: row.id }),
  charts: rows => [{ titleKey: 'stages.report.cards.chart', seriesKeys: ['stages.report.cardColumns.quantity', 'stages.report.cardColumns.recovered'], bars: byDefect(rows) }],
  signatures, orientation: 'landscape',
})

/** The most frequent first. */
function byDefect(rows: readonly ReworkCard[]) {
  return [...Map.groupBy(rows, ({ defectReasonName }) => defectReasonName ?? '–')]
    .map(([label, its]) => ({ label, sent: sumDecimals(its.map(({ quantity }) => quantity)), recovered: sumDecimals(its.map(({ recoveredQuantity }) => recoveredQuantity)) }))
    .toSorted((a, b) => b.sent - a.sent).slice(0, mostBars).map(({ label, sent, recovered }) => ({ label, values: [sent, recovered] }))
}
