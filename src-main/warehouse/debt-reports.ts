import { sql as raw, type SqlBool } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Money } from '../../shared/core/money.ts'
import {
  costImpact, debtRisks, openOf, owedOf, paymentOf, paymentStates, riskOf, shareOwed, type DebtRisk, type PaymentState,
} from '../../shared/warehouse/debt-rules.ts'
import { containing, sql } from '../database/sql.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { riskLimits } from './debt-lists.ts'
import { isMine } from './places.ts'

interface DebtRow {
  readonly id: string; readonly number: string; readonly item: string; readonly unit: string; readonly unitPlaces: number; readonly section: string
  readonly dueDay: string; readonly approvedDay: string
  readonly required: Decimal; readonly quantity: Decimal; readonly issued: Decimal; readonly settled: Decimal; readonly estimatedCost: Money | null
  readonly rushCost: Money | null
  readonly writtenOffAt: string | null; readonly payment: PaymentState; readonly risk: DebtRisk
}
interface ShortageRow {
  readonly id: string; readonly number: string; readonly item: string; readonly unit: string; readonly unitPlaces: number; readonly section: string
  readonly location: string; readonly day: string
  readonly required: Decimal; readonly available: Decimal; readonly missing: Decimal; readonly severity: DebtRisk; readonly handling: string | null
}

const paymentTones = {
  ACTIVE: 'neutral', PARTIAL_PAID: 'neutral', FULLY_PAID: 'good', OVERDUE: 'critical', WRITTEN_OFF: 'neutral',
} as const satisfies Record<PaymentState, string>
const riskTones = { LOW: 'neutral', MEDIUM: 'neutral', HIGH: 'warning', CRITICAL: 'critical' } as const satisfies Record<DebtRisk, string>
const paymentChoices = paymentStates.map(value => ({ value, labelKey: `warehouse.debts.payments.${value}`, tone: paymentTones[value] }))
const riskChoices = debtRisks.map(value => ({ value, labelKey: `warehouse.debts.risks.${value}`, tone: riskTones[value] }))
const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const quantity = { kind: 'decimal', width: 22, places: (row: { readonly unitPlaces: number }) => row.unitPlaces } as const
const field = (key: string) => ({ key, labelKey: `warehouse.debts.fields.${key}` })
const sectionFilter = { kind: 'section', labelKey: 'warehouse.fields.section' } as const
const searchFilter = { kind: 'search', labelKey: 'reports.filters.search' } as const

/** Approved debts and how they stand (WH-20, WH-21). */
export const debtReport = defineReport<DebtRow>()({
  name: 'materialDebt', permission: 'warehouse.view', titleKey: 'reports.materialDebt.title', descriptionKey: 'reports.materialDebt.description',
  orientation: 'landscape', signatures,
  filters: {
    section: sectionFilter, payment: { kind: 'choice', labelKey: 'warehouse.debts.payment', choices: paymentChoices },
    risk: { kind: 'choice', labelKey: 'warehouse.debts.fields.risk', choices: riskChoices }, search: searchFilter,
  },
  columns: [
    { ...field('number'), kind: 'text', width: 34, value: row => row.number },
    { key: 'item', labelKey: 'warehouse.fields.item', kind: 'text', width: 52, value: row => row.item },
    { key: 'section', labelKey: 'warehouse.fields.section', kind: 'text', width: 24, value: row => row.section },
    { key: 'unit', labelKey: 'warehouse.fields.unit', kind: 'text', width: 14, value: row => row.unit },
    { ...field('required'), ...quantity, value: row => row.required, total: 'sum' },
    { ...field('quantity'), ...quantity, value: row => row.quantity, total: 'sum' },
    { ...field('settled'), ...quantity, value: row => row.settled, total: 'sum' },
    { ...field('owed'), ...quantity, value: row => owedOf(row), total: 'sum' },
    { ...field('share'), kind: 'percent', width: 20, value: row => shareOwed(row), places: 1 },
    { ...field('risk'), kind: 'status', width: 22, value: row => row.risk, choices: riskChoices },
    { ...field('dueDay'), kind: 'day', width: 24, value: row => row.dueDay },
    { ...field('state'), kind: 'status', width: 28, value: row => row.payment, choices: paymentChoices },
    { ...field('costImpact'), kind: 'money', width: 29, isCost: true, total: 'sum', value: row => costImpact(row.estimatedCost, row.rushCost) },
  ],
  rows: (context, { payment, risk, ...filter }) => debtRows(context, filter).filter(
    row => (payment === undefined || row.payment === payment) && (risk === undefined || row.risk === risk),
  ),
  unitOf: row => row.unit,
  source: row => ({ entity: 'materialDebt', id: row.id }),
})

/** What sections were short of (WH-8). */
export const shortageReport = defineReport<ShortageRow>()({
  name: 'shortage', permission: 'warehouse.view', titleKey: 'reports.shortage.title', descriptionKey: 'reports.shortage.description', orientation: 'landscape',
  signatures,
  filters: {
    period: { kind: 'period', labelKey: 'reports.filters.period' }, section: sectionFilter,
    severity: { kind: 'choice', labelKey: 'warehouse.shortages.fields.severity', choices: riskChoices }, search: searchFilter,
  },
  columns: [
    { key: 'day', labelKey: 'warehouse.fields.day', kind: 'day', width: 24, value: row => row.day },
    { key: 'number', labelKey: 'warehouse.shortages.fields.number', kind: 'text', width: 34, value: row => row.number },
    { key: 'item', labelKey: 'warehouse.fields.item', kind: 'text', width: 52, value: row => row.item },
    { key: 'section', labelKey: 'warehouse.fields.section', kind: 'text', width: 24, value: row => row.section },
    { key: 'location', labelKey: 'warehouse.fields.location', kind: 'text', width: 30, value: row => row.location },
    { key: 'unit', labelKey: 'warehouse.fields.unit', kind: 'text', width: 14, value: row => row.unit },
    { key: 'required', labelKey: 'warehouse.shortages.fields.required', ...quantity, value: row => row.required, total: 'sum' },
    { key: 'missing', labelKey: 'warehouse.shortages.fields.missing', ...quantity, value: row => row.missing, total: 'sum' },
    { key: 'severity', labelKey: 'warehouse.shortages.fields.severity', kind: 'status', width: 22, value: row => row.severity, choices: riskChoices },
    { key: 'handling', labelKey: 'warehouse.shortages.fields.handling', kind: 'text', width: 50, value: row => row.handling },
  ],
  rows: ({ db, sections }, { period, section, severity, search }) => db.all<ShortageRow>(sql.selectFrom('shortage')
    .innerJoin('item', 'item.id', 'shortage.itemId').innerJoin('unit', 'unit.id', 'item.unitId').innerJoin('section', 'section.id', 'shortage.sectionId')
    .innerJoin('location', 'location.id', 'shortage.locationId')
    .where(isOf('shortage', sections, section)).where(hasWords(['item.code', 'item.name', 'shortage.number'], search))
    .where(raw<SqlBool>`shortage.day between ${period.from} and ${period.to}`)
    .where(severity === undefined ? raw<SqlBool>`1` : raw<SqlBool>`shortage.severity = ${severity}`)
    .select([
      'shortage.id', 'shortage.number', 'item.name as item', 'unit.code as unit', 'unit.places as unitPlaces', 'section.name as section',
      'location.name as location', 'shortage.required', 'shortage.available', 'shortage.severity',
      'shortage.handling', 'shortage.day', raw<Decimal>`shortage.required - shortage.available`.as('missing'),
    ])
    .orderBy('shortage.createdAt', 'desc')),
  unitOf: row => row.unit,
  source: row => ({ entity: 'shortage', id: row.id }),
})

interface Wanted { readonly section: string | undefined; readonly search: string }

function debtRows({ db, sections, today, settings }: RowContext, { section, search }: Wanted): DebtRow[] {
  const rows = db.all(sql.selectFrom('materialDebt').innerJoin('item', 'item.id', 'materialDebt.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
    .innerJoin('section', 'section.id', 'materialDebt.sectionId')
    .where('materialDebt.approvedAt', 'is not', null).where(isOf('materialDebt', sections, section))
    .where(hasWords(['item.code', 'item.name', 'materialDebt.number', 'materialDebt.workOrderNumber'], search))
    .select([
      'materialDebt.id', 'materialDebt.number', 'item.name as item', 'unit.code as unit', 'unit.places as unitPlaces', 'section.name as section',
      'materialDebt.dueDay', 'materialDebt.required', 'materialDebt.quantity', 'materialDebt.issued',
      'materialDebt.settled', 'materialDebt.estimatedCost', 'materialDebt.rushCost', 'materialDebt.writtenOffAt',
      raw<string>`materialDebt.approvedDay`.as('approvedDay'),
    ])
    .orderBy('materialDebt.approvedAt').orderBy('materialDebt.number'))
  const limits = riskLimits(settings)
  return rows.map(
    row => ({ ...row, payment: paymentOf(row, today), risk: riskOf(openOf(row), row.required, limits) }),
  ).sort((a, b) => Number(openOf(b) > 0) - Number(openOf(a) > 0))
}

function isOf(table: string, sections: RowContext['sections'], section: string | undefined) {
  return raw<SqlBool>`(${sections === 'all' ? raw`1` : isMine(table, sections)} and ${section === undefined ? raw`1` : raw`${raw.ref(`${table}.sectionId`)} = ${section}`})`
}

function hasWords(columns: readonly string[], search: string) {
  const words = search.split(/\s+/).filter(Boolean).map(containing)
  return raw<SqlBool>`(${raw.join([raw`1`, ...words.map(word => raw`(${raw.join(columns.map(column => raw`${raw.ref(column)} like ${word} escape '\\'`), raw` or `)})`)], raw` and `)})`
}
