import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { addDecimals, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { oeeGaps, oeeOf, type Oee, type OeeFacts } from '../../shared/downtime/rules.ts'
import type { Period } from '../../shared/reports/report.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { putOutIn } from '../ledger/put-out.ts'
import { ofPieces, piecesOf } from '../planning/targets.ts'
import { openEquipment, type Equipment } from './equipment.ts'
import { makingSections, openLostTime } from './section-days.ts'

const own = (key: string) => ({ key, labelKey: `downtime.report.oee.columns.${key}` })
const explained = (key: string, text = key) => ({ ...own(key), explainKey: `downtime.report.oee.explain.${text}` })
const minutes = { kind: 'integer', width: 24 } as const
const pieces = { kind: 'decimal', width: 22, places: () => 0 } as const
const share = { kind: 'percent', width: 24, places: 1 } as const
/** Nothing is missing, or the first that is. */
const gaps = ['NONE', ...oeeGaps] as const

interface OeeRow extends OeeFacts, Oee { readonly day: BusinessDay; readonly section: string }

/** ISO 22400-2: how much of the planned time was worked, how fast, and how well, of each section and day that worked or made something. */
export const oeeReport = defineReport<OeeRow>()({
  name: 'oee',
  permission: 'process.readDailyProduction',
  titleKey: 'downtime.report.oee.title',
  descriptionKey: 'downtime.report.oee.description',
  filters: { period: { kind: 'period', labelKey: 'reports.filters.period' }, section: { kind: 'section', labelKey: 'downtime.fields.sectionId' } },
  columns: [
    { ...own('day'), kind: 'day', width: 26, value: row => row.day },
    { ...own('section'), kind: 'text', width: 34, value: row => row.section },
    { ...explained('shift'), ...minutes, value: row => row.shiftMinutes, total: 'sum' },
    { ...explained('planned', 'lost'), ...minutes, value: row => row.plannedMinutes, total: 'sum' },
    { ...explained('unplanned', 'lost'), ...minutes, value: row => row.unplannedMinutes, total: 'sum' },
    { ...explained('rate'), ...pieces, width: 30, value: row => row.ratePerHour },
    { ...explained('produced'), ...pieces, value: row => told(row, row.produced) },
    { ...explained('good'), ...pieces, value: row => told(row, row.good) },
    { ...explained('availability'), ...share, value: row => row.availability },
    { ...explained('performance'), ...share, value: row => row.performance },
    { ...explained('quality'), ...share, value: row => row.quality },
    { ...explained('index'), ...share, value: row => row.index },
    { ...own('gaps'), kind: 'status', width: 40, value: row => row.gaps[0] ?? 'NONE', choices: gaps.map(value => ({ value, labelKey: `downtime.report.oee.gaps.${value}`, tone: value === 'NONE' ? 'good' : 'neutral' })) },
  ],
  rows: oeeRows,
  charts: rows => [
    {
      titleKey: 'downtime.report.oee.chart', unit: '%', seriesKeys: ['downtime.report.oee.columns.availability', 'downtime.report.oee.columns.performance', 'downtime.report.oee.columns.quality'],
      bars: rows.filter(({ index }) => index !== null).slice(-mostBars).map(({ section, day, availability, performance, quality }) => ({ label: `${section} ${day.slice(8)}-${day.slice(5, 7)}`, values: [availability, performance, quality] })),
    },
  ],
  signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'],
  orientation: 'landscape',
})
const mostBars = 20

const told = ({ gaps: [first] }: OeeRow, made: number) => (first === 'UNITS' ? null : ofPieces(made))

function oeeRows({ db, sections, today, now }: RowContext, { period, section }: { readonly period: Period; readonly section: string | undefined }): OeeRow[] {
  const lostTime = openLostTime(db, sections, period, now, section)
  const putOut = putOutIn(db, period)
  const equipment = openEquipment(db)
  const making = makingSections(db, sections, section)
  const rows: OeeRow[] = []
  for (let day = period.from; day <= period.to && day <= today; day = addDays(day, 1)) {
    for (const { id, name } of making) {
      const { shiftMinutes, lost, planned } = lostTime(id, day)
      const made = putOut.get(`${id} ${day}`)
      if (shiftMinutes === 0 && !made) continue
      const isMixed = made?.isMixed === true
      const [good, produced] = made && !isMixed ? [piecesOf(made.good), piecesOf(addDecimals(made.good, made.rejected))] : [0, 0]
      const facts = { shiftMinutes, plannedMinutes: planned, unplannedMinutes: lost - planned, ratePerHour: rateOf(equipment(id, day)), produced, good }
      const oee = oeeOf(facts)
      rows.push({ day, section: name, ...facts, ...oee, ...(isMixed && { gaps: ['UNITS' as const] }) })
    }
  }
  return rows
}

/** What the machines and groups of hands that stood there make in an hour together; nothing where one of them does not say. */
function rateOf({ rates }: Equipment): Decimal | null {
  const said = rates.filter(rate => rate !== null)
  return rates.length === 0 || said.length < rates.length ? null : sumDecimals(said)
}
