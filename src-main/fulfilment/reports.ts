import { compareDecimals, decimal, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { moneyText, type Money } from '../../shared/core/money.ts'
import { invoiceStatuses, perHour, workKinds } from '../../shared/fulfilment/rules.ts'
import type { ReportChart } from '../../shared/reports/report.ts'
import { defineReport } from '../engines/reports.ts'
import { billedBys, billedItemRows, billedTotal, billerRows, courierRows, invoiceRowsOf } from './billed-rows.ts'
import type { BilledItemRow, BillerRow, CourierRow, InvoiceRow } from './billed-rows.ts'
import { hourRows, type HourRow } from './productivity-rows.ts'

const permission = 'fulfilment.view'
const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const key = (name: string) => `fulfilment.reports.${name}`
const named = (name: string) => ({ titleKey: key(`${name}.title`), descriptionKey: key(`${name}.description`) })
const field = (name: string) => ({ key: name, labelKey: `fulfilment.fields.${name}` })
const own = (name: string) => ({ key: name, labelKey: key(`columns.${name}`) })
const explained = (name: string) => ({ ...own(name), explainKey: key(`explain.${name}`) })
const counted = { kind: 'integer', width: 20, total: 'sum' } as const
/** For those who may see costs alone (IA-9), as every price is. */
const amount = { kind: 'money', width: 32, total: 'sum', isCost: true } as const
const period = { kind: 'period', labelKey: 'reports.filters.period' } as const
const search = { kind: 'search', labelKey: key('search') } as const
const statusChoices = invoiceStatuses.map(value => ({
  value,
  labelKey: `fulfilment.statuses.${value}`,
  ...(value === 'DELIVERED' && { tone: 'good' as const }),
  ...(value === 'REVIEW' && { tone: 'warning' as const }),
}))
const status = { kind: 'choice', labelKey: 'fulfilment.fields.status', choices: statusChoices } as const
const billed = { period, status, search } as const
const mostBars = 12

/** The largest first, as many as can be looked at. */
function bars<Row>(rows: readonly Row[], label: (row: Row) => string, value: (row: Row) => Decimal, most = mostBars): ReportChart['bars'] {
  const sums = [...Map.groupBy(rows, label)].map(([name, its]) => ({ label: name, value: sumDecimals(its.map(value)) }))
  return sums
    .sort((a, b) => compareDecimals(b.value, a.value))
    .slice(0, most)
    .map(one => ({ label: one.label, values: [one.value] }))
}
const worth = (amountOf: Money) => decimal(moneyText(amountOf))
const whole = (count: number) => decimal(String(count))

/** Every invoice of a period, once. */
export const invoiceReport = defineReport<InvoiceRow>()({
  name: 'invoices',
  permission,
  ...named('invoices'),
  filters: billed,
  columns: [
    { ...field('number'), kind: 'text', width: 36, value: row => row.number },
    { ...field('day'), kind: 'day', width: 24, value: row => row.day },
    { ...field('salesmanId'), kind: 'text', width: 36, value: row => row.salesman },
    { ...field('creator'), kind: 'text', width: 32, value: row => row.creator },
    { ...field('createdAt'), kind: 'instant', width: 34, value: row => row.createdAt },
    { ...field('customerId'), kind: 'text', width: 48, value: row => row.customer },
    { ...own('area'), kind: 'text', width: 30, value: row => row.area },
    { ...field('lineCount'), ...counted, value: row => row.lineCount },
    { ...field('pieces'), ...counted, value: row => row.pieces },
    { ...field('total'), ...amount, value: billedTotal },
    { ...field('status'), kind: 'status', width: 36, value: row => row.status, choices: statusChoices },
  ],
  rows: ({ db }, asked) => invoiceRowsOf(db, asked),
  charts: (rows, { canSeeCost }) =>
    canSeeCost
      ? [
          {
            titleKey: key('invoices.chart'),
            seriesKeys: ['fulfilment.fields.total'],
            bars: bars(
              rows.filter(row => billedTotal(row) !== null),
              row => row.customer,
              row => worth(row.total),
            ),
          },
        ]
      : [],
  source: row => ({ entity: 'invoice', id: row.id }),
  signatures,
  orientation: 'landscape',
})

/** Who billed how much. */
export const billingSummaryReport = defineReport<BillerRow>()({
  name: 'billingSummary',
  permission,
  ...named('billers'),
  filters: { ...billed, by: { kind: 'choice', labelKey: key('by'), choices: billedBys.map(value => ({ value, labelKey: key(`bys.${value}`) })) } },
  columns: [
    { ...own('person'), kind: 'text', width: 52, value: row => row.person },
    { ...explained('invoices'), ...counted, value: row => row.invoices },
    { ...field('lineCount'), ...counted, value: row => row.lines },
    { ...field('pieces'), ...counted, value: row => row.pieces },
    { ...explained('revenue'), ...amount, value: row => row.revenue },
    { ...own('delivered'), ...counted, value: row => row.delivered },
    { ...own('inReview'), ...counted, value: row => row.inReview },
    { ...own('first'), kind: 'instant', width: 36, value: row => row.first },
    { ...own('last'), kind: 'instant', width: 36, value: row => row.last },
  ],
  rows: ({ db }, { by, ...asked }) => billerRows(db, asked, by ?? 'SALESMAN'),
  charts: (rows, { canSeeCost }) =>
    canSeeCost
      ? [
          {
            titleKey: key('billers.chart'),
            seriesKeys: [key('columns.revenue')],
            bars: bars(
              rows,
              row => row.person ?? '–',
              row => worth(row.revenue),
            ),
          },
        ]
      : [],
  signatures,
  orientation: 'landscape',
})

const itemLabel = ({ itemCode, item }: BilledItemRow) => `${itemCode} ${item}`

/** What was billed, line by line; an invoice's total stands at its first line alone, so that the sum is the revenue (RP-3). */
export const billedItemsReport = defineReport<BilledItemRow>()({
  name: 'billedItems',
  permission,
  ...named('items'),
  filters: billed,
  columns: [
    { ...field('number'), kind: 'text', width: 34, value: row => row.number },
    { ...field('day'), kind: 'day', width: 24, value: row => row.day },
    { ...field('itemCode'), kind: 'text', width: 28, value: row => row.itemCode },
    { ...field('name'), kind: 'text', width: 46, value: row => row.item },
    { ...field('customerId'), kind: 'text', width: 40, value: row => row.customer },
    { ...own('area'), kind: 'text', width: 26, value: row => row.area },
    { ...field('shelfLocation'), kind: 'text', width: 20, value: row => row.shelf },
    { ...field('companyName'), kind: 'text', width: 30, value: row => row.company },
    { ...field('packing'), kind: 'text', width: 26, value: row => row.packing },
    { ...field('barcode'), kind: 'text', width: 32, value: row => row.barcode },
    { ...field('quantity'), ...counted, value: row => row.quantity },
    { ...field('mrp'), kind: 'decimal', width: 26, isCost: true, places: () => 2, value: row => row.mrp },
    { ...own('amount'), ...amount, value: row => row.amount },
    { ...explained('invoiceTotal'), ...amount, value: row => row.revenue },
    { ...explained('invoices'), ...counted, value: row => (row.revenue === null ? null : 1) },
  ],
  rows: ({ db }, asked) => billedItemRows(db, asked),
  charts: (rows, { canSeeCost }) => [
    ...(canSeeCost
      ? [{ titleKey: key('items.chart'), seriesKeys: [key('columns.amount')], bars: bars(rows, itemLabel, row => worth(row.amount)) }]
      : []),
    { titleKey: key('items.countChart'), seriesKeys: ['fulfilment.fields.quantity'], bars: bars(rows, itemLabel, row => whole(row.quantity)) },
  ],
  source: row => ({ entity: 'invoice', id: row.invoiceId }),
  signatures,
  orientation: 'landscape',
})

/** How much each courier was given, and what is not proved of it. */
export const courierReport = defineReport<CourierRow>()({
  name: 'couriers',
  permission,
  ...named('couriers'),
  filters: { period },
  columns: [
    { ...field('courierId'), kind: 'text', width: 50, value: row => row.courier },
    { ...own('deliveries'), ...counted, value: row => row.deliveries },
    { ...own('delivered'), ...counted, value: row => row.delivered },
    { ...own('cancelled'), ...counted, value: row => row.cancelled },
    { ...explained('changedAway'), ...counted, value: row => row.changedAway },
    { ...field('pieces'), ...counted, value: row => row.pieces },
    { ...own('weight'), kind: 'decimal', width: 24, places: () => 2, value: row => row.weight, total: 'sum' },
    { ...explained('revenue'), ...amount, value: row => row.revenue },
    { ...own('withoutTracking'), ...counted, width: 24, value: row => row.withoutTracking },
    { ...own('withoutSlip'), ...counted, width: 24, value: row => row.withoutSlip },
  ],
  rows: ({ db }, asked) => courierRows(db, asked.period),
  charts: rows => [
    {
      titleKey: key('couriers.chart'),
      seriesKeys: [key('columns.deliveries')],
      bars: bars(
        rows,
        row => row.courier,
        row => whole(row.deliveries),
      ),
    },
  ],
  source: row => (row.courierId === null ? null : { entity: 'courier', id: row.courierId }),
  signatures,
  orientation: 'landscape',
})

const workChoices = workKinds.map(value => ({ value, labelKey: key(`works.${value}`) }))

/** Who finished how much in which hour of the day. */
export const productivityReport = defineReport<HourRow>()({
  name: 'fulfilmentProductivity',
  permission,
  ...named('productivity'),
  filters: { period, stage: { kind: 'choice', labelKey: key('columns.stage'), choices: workChoices } },
  columns: [
    { ...own('worker'), kind: 'text', width: 48, value: row => row.person },
    { ...own('stage'), kind: 'status', width: 32, value: row => row.kind, choices: workChoices },
    { ...explained('hour'), kind: 'text', width: 24, value: row => row.hour },
    { ...own('finished'), ...counted, value: row => row.invoices },
    { ...field('lineCount'), ...counted, value: row => row.lines },
    { ...field('pieces'), ...counted, value: row => row.pieces },
    { ...field('minutes'), kind: 'decimal', width: 26, places: () => 2, value: row => row.minutes, total: 'sum' },
    { ...explained('perHour'), kind: 'decimal', width: 26, places: () => 1, value: row => (row.minutes === null ? null : perHour(row.pieces, row.minutes)) },
  ],
  groupBy: () => 'worker',
  rows: ({ db }, asked) => hourRows(db, asked.period, asked.stage),
  charts: rows => [
    {
      titleKey: key('productivity.personChart'),
      seriesKeys: ['fulfilment.fields.pieces'],
      bars: bars(
        rows,
        row => row.person,
        row => whole(row.pieces),
      ),
    },
    {
      titleKey: key('productivity.hourChart'),
      seriesKeys: [key('columns.finished')],
      bars: bars(
        rows,
        row => row.hour,
        row => whole(row.invoices),
        24,
      ).toSorted((a, b) => a.label.localeCompare(b.label)),
    },
  ],
  signatures,
})
