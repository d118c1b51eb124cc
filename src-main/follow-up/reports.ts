import { compareDecimals, decimal, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { fromMinorUnits, moneyText, type Money } from '../../shared/core/money.ts'
import { channels, outcomes, risks, type Risk } from '../../shared/follow-up/rules.ts'
import type { ReportChart } from '../../shared/reports/report.ts'
import { defineReport } from '../engines/reports.ts'
import { agentRows, debtorRows, doneRows, groupings, type AgentRow, type DebtorRow, type DoneRow } from './report-rows.ts'

const permission = 'followUp.view'
const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const key = (name: string) => `followUp.reports.${name}`
const named = (name: string) => ({ permission, titleKey: key(`${name}.title`), descriptionKey: key(`${name}.description`) }) as const
const field = (name: string) => ({ key: name, labelKey: `followUp.fields.${name}` })
const own = (name: string) => ({ key: name, labelKey: key(`columns.${name}`) })
const explained = (name: string) => ({ ...own(name), explainKey: key(`explain.${name}`) })
const amount = { kind: 'money', width: 32, total: 'sum' } as const
const counted = { kind: 'integer', width: 20, total: 'sum' } as const
const tones = { NONE: 'good', LOW: 'neutral', MEDIUM: 'warning', HIGH: 'critical' } as const satisfies Record<Risk, string>
const riskChoices = risks.map(value => ({ value, labelKey: `followUp.risks.${value}`, tone: tones[value] }))
const channelChoices = channels.map(value => ({ value, labelKey: `followUp.channels.${value}` }))
const outcomeChoices = outcomes.map(value => ({ value, labelKey: `followUp.outcomes.${value}` }))
const search = { kind: 'search', labelKey: key('search') } as const
const by = { kind: 'choice', labelKey: key('by'), choices: groupings.map(value => ({ value, labelKey: key(`bys.${value}`) })) } as const
const mostBars = 12
const nothing = fromMinorUnits(0)

const worth = (amountOf: Money) => decimal(moneyText(amountOf))

/** The largest first, as many as can be looked at. */
function bars<Row>(rows: readonly Row[], label: (row: Row) => string, values: readonly ((row: Row) => Decimal)[]): ReportChart['bars'] {
  const sums = [...Map.groupBy(rows, label)].map(([name, its]) => ({ label: name, values: values.map(value => sumDecimals(its.map(value))) }))
  return sums.sort((a, b) => compareDecimals(b.values[0]!, a.values[0]!)).slice(0, mostBars)
}

/** Every customer that owes, by agent or area, with risk and promise (IF-20). */
export const outstandingReport = defineReport<DebtorRow>()({
  name: 'outstanding', ...named('outstanding'),
  filters: { by, risk: { kind: 'choice', labelKey: 'followUp.fields.risk', choices: riskChoices }, search },
  columns: [
    { ...own('group'), kind: 'text', width: 34, value: row => row.group },
    { ...field('customerCode'), kind: 'text', width: 26, value: row => row.code },
    { ...field('customerId'), kind: 'text', width: 46, value: row => row.customer },
    { ...field('area'), kind: 'text', width: 26, value: row => row.area },
    { ...field('debit'), ...amount, value: row => row.debit },
    { ...field('credit'), ...amount, value: row => row.credit },
    { ...field('outstanding'), ...amount, explainKey: key('explain.outstanding'), value: row => row.outstanding },
    { ...field('risk'), kind: 'status', width: 22, explainKey: key('explain.risk'), value: row => row.risk, choices: riskChoices },
    { ...field('lastFollowUpDay'), kind: 'day', width: 24, value: row => row.lastFollowUpDay },
    { ...field('promised'), ...amount, value: row => row.promised },
    { ...field('nextDay'), kind: 'day', width: 24, value: row => row.nextDay },
    { ...field('escalatedTo'), kind: 'text', width: 30, value: row => row.escalatedTo },
    { ...field('asOf'), kind: 'day', width: 22, value: row => row.asOf },
  ],
  groupBy: () => 'group',
  rows: (context, asked) => debtorRows(context, asked),
  charts: rows => [
    { titleKey: key('outstanding.chart'), seriesKeys: ['followUp.fields.outstanding', 'followUp.fields.promised'], bars: bars(rows, row => row.group ?? '–', [row => worth(row.outstanding), row => worth(row.promised ?? nothing)]) },
  ],
  source: row => ({ entity: 'customerAccount', id: row.id }),
  signatures, orientation: 'landscape',
})

/** What each agent, or each area, has outstanding of each risk, and what was promised them. */
export const outstandingSummaryReport = defineReport<AgentRow>()({
  name: 'outstandingSummary', ...named('summary'),
  filters: { by },
  columns: [
    { ...own('group'), kind: 'text', width: 44, value: row => row.group },
    { ...own('customers'), ...counted, value: row => row.customers },
    { ...field('outstanding'), ...amount, value: row => row.outstanding },
    { ...own('high'), ...amount, value: row => row.high },
    { ...own('medium'), ...amount, value: row => row.medium },
    { ...own('low'), ...amount, value: row => row.low },
    { ...field('promised'), ...amount, value: row => row.promised },
    { ...explained('promisedThisWeek'), ...amount, value: row => row.promisedThisWeek },
    { ...explained('promisedLate'), ...amount, value: row => row.promisedLate },
    { ...own('neverAsked'), ...counted, value: row => row.neverAsked },
  ],
  rows: (context, { by: grouping }) => agentRows(context, grouping),
  charts: rows => [{ titleKey: key('summary.chart'), seriesKeys: [key('columns.high'), key('columns.medium'), key('columns.low')], bars: bars(rows, row => row.group ?? '–', [row => worth(row.high), row => worth(row.medium), row => worth(row.low)]) }],
  signatures, orientation: 'landscape',
})

/** Every follow-up of a period: who asked whom, by what way, and what came of it. */
export const followUpReport = defineReport<DoneRow>()({
  name: 'followUps', ...named('done'),
  filters: { period: { kind: 'period', labelKey: 'reports.filters.period' }, outcome: { kind: 'choice', labelKey: 'followUp.fields.outcome', choices: outcomeChoices }, search },
  columns: [
    { ...field('day'), kind: 'day', width: 24, value: row => row.day },
    { ...field('customerCode'), kind: 'text', width: 26, value: row => row.code },
    { ...field('customerId'), kind: 'text', width: 44, value: row => row.customer },
    { ...field('agentName'), kind: 'text', width: 32, value: row => row.agent },
    { ...field('channel'), kind: 'status', width: 24, value: row => row.channel, choices: channelChoices, isCounted: false },
    { ...field('outcome'), kind: 'status', width: 32, value: row => row.outcome, choices: outcomeChoices },
    { ...field('outstanding'), kind: 'money', width: 32, explainKey: key('explain.outstandingThen'), value: row => row.outstanding },
    { ...field('promised'), ...amount, value: row => row.promised },
    { ...field('nextDay'), kind: 'day', width: 24, value: row => row.nextDay },
    { ...field('escalatedTo'), kind: 'text', width: 30, value: row => row.escalatedTo },
    { ...field('doneBy'), kind: 'text', width: 30, value: row => row.doneBy },
    { ...field('notes'), kind: 'text', width: 50, value: row => row.notes },
  ],
  rows: ({ db }, asked) => doneRows(db, { ...asked, status: asked.outcome }),
  source: row => ({ entity: 'customerAccount', id: row.accountId }),
  signatures, orientation: 'landscape',
})
