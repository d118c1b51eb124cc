import { isZero, type Decimal } from '../../shared/core/decimal.ts'
import { findingKinds, type Finding } from '../../shared/production/findings.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import { defineReport } from '../engines/reports.ts'
import { findingsBetween } from './finding-looks.ts'

const own = (key: string) => ({ key, labelKey: `production.findings.columns.${key}` })
const figure = { kind: 'decimal', width: 22, places: ({ actual, wanted }: Finding) => ([actual, wanted].every(value => value === null || value % 10_000 === 0) ? 0 : 2) } as const
const kinds = findingKinds.map(value => ({ value, labelKey: `production.today.findingKinds.${value}`}))
const looks = [{ value: 'LOOKED_AT', labelKey: 'production.findings.states.LOOKED_AT', tone: 'good' as const }, { value: 'OPEN', labelKey: 'production.findings.states.OPEN', tone: 'warning' as const }] as const

/** PX-16, PX-17: what the patterns told in a period, and who looked at it. */
export const findingsReport = defineReport<Finding>()({
  name: 'findings', permission: 'process.readDailyProduction', titleKey: 'production.findings.title', descriptionKey: 'production.findings.description',
  filters: {
    period: { kind: 'period', labelKey: 'reports.filters.period' }, section: { kind: 'section', labelKey: 'production.section' }, kind: { kind: 'choice', labelKey: 'production.findings.columns.kind', choices: kinds },
    look: { kind: 'choice', labelKey: 'production.findings.columns.look', choices: looks },
  },
  columns: [
    { ...own('day'), kind: 'day', width: 24, value: row => row.day },
    { ...own('section'), kind: 'text', width: 26, value: row => row.sectionName },
    { ...own('kind'), kind: 'status', width: 60, value: row => row.kind, choices: kinds, isCounted: false },
    { ...own('number'), kind: 'text', width: 50, value: row => row.number },
    { ...own('who'), kind: 'text', width: 40, value: row => row.who },
    { ...own('actual'), ...figure, value: row => row.actual },
    { ...own('wanted'), ...figure, value: row => row.wanted },
    { ...own('share'), kind: 'percent', width: 20, places: 1, value: row => shareOf(row) },
    { ...own('rows'), kind: 'integer', width: 18, value: row => row.rows.length },
    { ...own('look'), kind: 'status', width: 26, value: row => (row.look ? 'LOOKED_AT' : 'OPEN'), choices: looks },
    { ...own('note'), kind: 'text', width: 60, value: row => (row.look ? `${row.look.byName}: ${row.look.note}` : null) },
  ],
  rows: ({ db, settings, sections, today }, { period, section, kind, look }) => findingsBetween({ db, settings }, sections, {
    from: period.from, to: period.to, today, sectionId: section, ...(kind !== undefined && { kind: [kind] }), ...(look !== undefined && { isLookedAt: look === 'LOOKED_AT' }),
  }),
  signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'], orientation: 'landscape',
})

function shareOf({ actual, wanted }: Finding): Decimal | null {
  return actual === null || wanted === null || isZero(wanted) ? null : percentOf(actual, wanted)
}
