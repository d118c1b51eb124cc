import { fromUnits, toPlaces, type Decimal } from '../../shared/core/decimal.ts'
import type { Period } from '../../shared/reports/report.ts'
import { sumOfTeams, teamState, type TeamSum } from '../../shared/section-day/team-rules.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { teamDaysIn, type ReckonedTeamDay } from './team-rows.ts'
import { workerSums } from './worker-efficiency.ts'

/** What the days of teams are added up by. */
const sums = ['TEAM', 'SECTION', 'MONTH', 'TEAM_TOTAL'] as const
type SumBy = (typeof sums)[number]
/** Efficiency is told of workers too, by their own entries. */
const efficiencySums = [...sums, 'WORKER'] as const

interface TeamRow extends TeamSum { readonly month: string | null; readonly section: string | null; readonly team: string | null; readonly styles: number; readonly incentive: Decimal }
/** `unmeasured`: days of a worker of which nobody can say how efficient they were. */
interface EfficiencyRow extends Pick<TeamRow, 'month' | 'section' | 'team' | 'days' | 'worked' | 'earned' | 'lost' | 'efficiency' | 'onStandard' | 'target' | 'attained' | 'met'> { readonly unmeasured: number }
interface Asked { readonly period: Period; readonly section: string | undefined; readonly by: SumBy | undefined }

const permission = 'process.readDailyProduction'
const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const key = (name: string) => `sectionDay.teams.report.${name}`
const own = (name: string) => ({ key: name, labelKey: key(`columns.${name}`) })
const explained = (name: string) => ({ ...own(name), explainKey: key(`explain.${name}`) })
const minutes = { kind: 'decimal', width: 28, places: () => 2, total: 'sum' } as const
const share = { kind: 'percent', width: 22, places: 1 } as const
const filters = {
  period: { kind: 'period', labelKey: 'reports.filters.period' }, section: { kind: 'section', labelKey: 'sectionDay.fields.sectionId' },
  by: by(sums),
} as const
function by<const Value extends string>(values: readonly Value[]) {
  return { kind: 'choice', labelKey: key('by'), choices: values.map(value => ({ value, labelKey: key(`byChoices.${value}`) })) } as const
}
const states = { REACHED: 'good', NEAR: 'warning', BELOW: 'critical', NONE: 'neutral' } as const
const mostBars = 31

type Where = Pick<TeamRow, 'month' | 'section' | 'team' | 'days'>
interface By { readonly by: SumBy | 'WORKER' | undefined }
const ofTeams = ({ by }: By) => by !== 'WORKER'
const ofWorkers = ({ by }: By) => by === 'WORKER'
const where = [
  { ...own('month'), kind: 'text', width: 22, value: (row: Where) => row.month, when: ({ by }: By) => by !== 'TEAM_TOTAL' && by !== 'WORKER' },
  { ...own('section'), kind: 'text', width: 32, value: (row: Where) => row.section, when: ({ by }: By) => by !== 'MONTH' },
  { ...own('team'), kind: 'text', width: 32, value: (row: Where) => row.team, when: ({ by }: By) => by === undefined || by === 'TEAM' || by === 'TEAM_TOTAL' },
  { ...own('days'), kind: 'integer', width: 18, value: (row: Where) => row.days, total: 'sum', when: ofTeams },
] as const

/** What teams worked, earned and lost, added up by section, team and month. */
export const teamProductionReport = defineReport<TeamRow>()({
  name: 'teamProduction', permission, titleKey: key('production.title'), descriptionKey: key('production.description'), filters,
  columns: [
    ...where,
    { ...explained('workers'), kind: 'decimal', width: 22, places: () => 1, value: row => row.workerDays, total: 'sum' },
    { ...explained('worked'), ...minutes, value: row => row.worked },
    { ...own('overtime'), ...minutes, value: row => row.overtime },
    { ...explained('earned'), ...minutes, value: row => row.earned },
    { ...explained('pieces'), ...minutes, value: row => row.pieces },
    { ...explained('lost'), ...minutes, value: row => row.lost },
    { ...own('styles'), kind: 'integer', width: 20, value: row => row.styles, total: 'sum' },
    { ...own('incentive'), kind: 'decimal', width: 24, places: () => 0, value: row => row.incentive, total: 'sum' },
  ],
  rows: teamRows,
  charts: rows => [{ titleKey: key('production.chart'), seriesKeys: [key('columns.earned'), key('columns.worked')], bars: rows.slice(0, mostBars).map(row => ({ label: labelOf(row), values: [row.earned, row.worked] })) }],
  signatures, orientation: 'landscape',
})

/** Garment industry's efficiency: standard minutes earned ÷ minutes worked, of lines beside their target, or of workers. */
export const efficiencyReport = defineReport<EfficiencyRow>()({
  name: 'efficiency', permission, titleKey: key('efficiency.title'), descriptionKey: key('efficiency.description'), filters: { ...filters, by: by(efficiencySums) },
  columns: [
    ...where,
    { ...own('worker'), kind: 'text', width: 60, value: row => row.team, when: ofWorkers },
    { ...explained('measured'), kind: 'integer', width: 22, value: row => row.days, total: 'sum', when: ofWorkers },
    { ...explained('unmeasured'), kind: 'integer', width: 22, value: row => row.unmeasured, total: 'sum', when: ofWorkers },
    { ...explained('worked'), ...minutes, value: row => row.worked },
    { ...explained('earned'), ...minutes, value: row => row.earned },
    { ...explained('lost'), ...minutes, value: row => row.lost, when: ofWorkers },
    { ...explained('target'), ...share, value: row => row.target, when: ofTeams },
    { ...explained('efficiency'), ...share, value: row => row.efficiency },
    { ...explained('onStandard'), ...share, value: row => row.onStandard },
    { ...explained('attained'), ...share, value: row => row.attained, when: ofTeams },
    { ...explained('met'), kind: 'integer', width: 20, value: row => row.met, total: 'sum', when: ofTeams },
    { ...own('state'), kind: 'status', width: 24, value: row => teamState(row.attained), when: ofTeams, choices: Object.entries(states).map(([value, tone]) => ({ value, labelKey: key(`states.${value}`), tone })) },
  ],
  rows: efficiencyRows,
  charts: rows => {
    const shares = rows.some(({ target }) => target !== null) ? (['efficiency', 'target'] as const) : (['efficiency'] as const)
    const bars = rows.slice(0, mostBars).map(row => ({ label: labelOf(row), values: shares.map(share => tenths(row[share])) }))
    return [{ titleKey: key(shares.length === 1 ? 'efficiency.title' : 'efficiency.chart'), unit: '%', seriesKeys: shares.map(share => key(`columns.${share}`)), bars }]
  },
  signatures, orientation: 'landscape',
})

const parts: Readonly<Record<SumBy, readonly ('month' | 'section' | 'team')[]>> = { TEAM: ['section', 'team', 'month'], SECTION: ['section', 'month'], MONTH: ['month'], TEAM_TOTAL: ['section', 'team'] }

/** In the order of what they are added up by. */
function teamRows({ db, sections }: RowContext, { period, section, by = 'TEAM' }: Asked): TeamRow[] {
  const days = teamDaysIn(db, sections, { fromDay: period.from, toDay: period.to, ...(section !== undefined && { sectionId: section }) })
  const partOf = { month: ({ day }: ReckonedTeamDay) => day.slice(0, 7), section: ({ sectionName }: ReckonedTeamDay) => sectionName, team: ({ lineName }: ReckonedTeamDay) => lineName }
  const placeOf = { ...partOf, team: ({ lineCode }: ReckonedTeamDay) => lineCode }
  const groups = Map.groupBy(days, day => parts[by].map(part => placeOf[part](day)).join('\u0000'))
  return [...groups.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, its]) => {
    const named = (part: keyof typeof partOf) => (parts[by].includes(part) ? partOf[part](its[0]!) : null)
    const month = named('month')
    return {
      ...sumOfTeams(its), month: month === null ? null : month.split('-').reverse().join('-'), section: named('section'), team: named('team'),
      styles: its.reduce((sum, { styleChanges }) => sum + styleChanges, 0), incentive: fromUnits(its.reduce((sum, day) => sum + day.incentive, 0)),
    }
  })
}

/** Of a worker there is no target in percent: that is set for lines. */
function efficiencyRows(context: RowContext, { by, ...asked }: Omit<Asked, 'by'> & By): EfficiencyRow[] {
  if (by !== 'WORKER') return teamRows(context, { ...asked, by }).map(row => ({ ...row, unmeasured: 0 }))
  return workerSums(context, asked).map(({ worker, ...sum }) => ({ ...sum, team: worker, month: null, target: null, attained: null, met: 0 }))
}

const tenths = (value: Decimal | null) => value && toPlaces(value, 1)

function labelOf({ section, team, month }: Omit<Where, 'days'>): string {
  return [team ?? section, month].filter(part => part !== null).join(' · ')
}
