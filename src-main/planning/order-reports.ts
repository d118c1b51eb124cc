import { isZero, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { OrderClose } from '../../shared/planning/closing.ts'
import { manufacturingStatuses, type ManufacturingStatus } from '../../shared/planning/rules.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import { destinations } from '../../shared/masters/items.ts'
import type { Reader } from '../database/reader.ts'
import { containing, sql } from '../database/sql.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { orderClose } from './order-close.ts'

const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const
const search = { kind: 'search', labelKey: 'planning.reports.search' } as const
const field = (key: string) => ({ key, labelKey: `planning.fields.${key}` })
const tones: Readonly<Record<ManufacturingStatus, 'good' | 'neutral' | 'warning'>> = {
  DRAFT: 'neutral',
  PARTIAL: 'warning',
  RELEASED: 'neutral',
  IN_PROGRESS: 'neutral',
  COMPLETED: 'good',
  CANCELLED: 'neutral',
}
const statusChoices = manufacturingStatuses.map(value => ({ value, labelKey: `planning.statuses.${value}`, tone: tones[value] }))

interface OrderRow {
  readonly id: string
  readonly number: string
  readonly status: ManufacturingStatus
  readonly article: string
  readonly buyer: string | null
  readonly week: string | null
  readonly destination: string | null
  readonly unit: string
  readonly quantity: Decimal
  readonly packed: Decimal
  readonly shipDay: string
  readonly completedDay: string | null
}

/** Every order to make something that ships in a period, and how much of it is packed. */
export const orderListReport = defineReport<OrderRow>()({
  name: 'orderList', permission: 'planning.view', titleKey: 'planning.reports.orderList.title', descriptionKey: 'planning.reports.orderList.description',
  filters: {
    period: { kind: 'period', labelKey: 'planning.reports.ships' },
    status: { kind: 'choice', labelKey: 'planning.fields.status', choices: statusChoices },
    destination: {
      kind: 'choice',
      labelKey: 'planning.fields.destination',
      choices: destinations.map(value => ({ value, labelKey: `planning.destinations.${value}` })),
    },
    search,
  },
  columns: [
    { ...field('number'), kind: 'text', width: 32, value: row => row.number },
    { ...field('status'), kind: 'status', width: 32, value: row => row.status, choices: statusChoices },
    { ...field('article'), kind: 'text', width: 56, value: row => row.article },
    { ...field('partner'), kind: 'text', width: 40, value: row => row.buyer },
    { ...field('week'), kind: 'text', width: 22, value: row => row.week },
    { ...field('destination'), kind: 'text', width: 20, value: row => row.destination },
    { ...field('shipDay'), kind: 'day', width: 26, value: row => row.shipDay },
    { ...field('completedDay'), kind: 'day', width: 26, value: row => row.completedDay },
    { ...field('quantity'), kind: 'decimal', width: 22, value: row => row.quantity, places: () => 0, total: 'sum' },
    { key: 'packed', labelKey: 'finishedGoods.fields.packed', kind: 'decimal', width: 22, value: row => row.packed, places: () => 0, total: 'sum' },
    { key: 'percent', labelKey: 'planning.reports.share', kind: 'percent', width: 20, places: 1, value: row => percentOf(row.packed, row.quantity) },
    { key: 'unit', labelKey: 'fields.unitId', kind: 'text', width: 14, value: row => row.unit },
  ],
  rows({ db }, { period, status, destination, search: words }) {
    const packed = sql
      .selectFrom('workOrder')
      .innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId')
      .where('productionStage.kind', '=', 'PACKING')
      .where('workOrder.status', 'not in', ['VOIDED', 'CANCELLED'])
      .groupBy('manufacturingOrderId')
      .select(({ fn }) => ['manufacturingOrderId', fn.sum<Decimal>('goodQuantity').as('packed')])
    let query = sql
      .selectFrom('manufacturingOrder')
      .innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
      .innerJoin('unit', 'unit.id', 'item.unitId')
      .leftJoin('manufacturingOrder as buyers', 'buyers.id', 'manufacturingOrder.buyerOrderId')
      .leftJoin('salesLine', 'salesLine.id', 'buyers.salesLineId')
      .leftJoin('salesOrder', 'salesOrder.id', 'salesLine.salesOrderId')
      .leftJoin('partner', 'partner.id', 'salesOrder.partnerId')
      .leftJoin(packed.as('packing'), 'packing.manufacturingOrderId', 'manufacturingOrder.id')
      .where('manufacturingOrder.kind', '=', 'PRODUCTION')
      .where('manufacturingOrder.shipDay', '>=', period.from)
      .where('manufacturingOrder.shipDay', '<=', period.to)
      .select([
        'manufacturingOrder.id',
        'manufacturingOrder.number',
        'manufacturingOrder.status',
        'item.name as article',
        'partner.name as buyer',
        'manufacturingOrder.week',
        'manufacturingOrder.destination',
        'unit.code as unit',
        'manufacturingOrder.quantity',
        'manufacturingOrder.shipDay',
        'manufacturingOrder.completedDay',
      ])
      .select(({ fn, ref, val }) => fn.coalesce(ref('packing.packed'), val(0)).$castTo<Decimal>().as('packed'))
      .orderBy('manufacturingOrder.shipDay')
      .orderBy('manufacturingOrder.number')
    if (status !== undefined) query = query.where('manufacturingOrder.status', '=', status)
    if (destination !== undefined) query = query.where('manufacturingOrder.destination', '=', destination)
    for (const word of wordsOf(words))
      query = query.where(({ eb, or }) =>
        or([eb('manufacturingOrder.number', 'like', word), eb('item.name', 'like', word), eb('partner.name', 'like', word)]),
      )
    return db.all(query)
  },
  charts: rows => [{
    titleKey: 'planning.reports.orderList.chart', seriesKeys: ['planning.fields.quantity', 'finishedGoods.fields.packed'],
    bars: rows.slice(0, mostBars).map(({ number, article, quantity, packed }) => ({ label: `${number} ${article}`, values: [quantity, packed] })),
  }],
  unitOf: row => row.unit,
  source: row => ({ entity: 'manufacturingOrder', id: row.id }),
  signatures, orientation: 'landscape',
})
const mostBars = 16

const ways = ['STAGES', 'MATERIALS', 'PURCHASES', 'REJECTS', 'WASTAGE'] as const
type Way = (typeof ways)[number]
const wayChoices = ways.map(value => ({ value, labelKey: `planning.close.ways.${value}` }))
/** One line of a closed order. */
interface CloseRow {
  readonly orderId: string
  readonly order: string
  readonly way: Way
  readonly what: string
  readonly unit: string
  readonly unitPlaces: number
  readonly planned: Decimal | null
  readonly actual: Decimal
  readonly percent: Decimal | null
}

/** Orders that were completed in a period, four ways each. */
export const orderCloseReport = defineReport<CloseRow>()({
  name: 'orderClose',
  permission: 'planning.view',
  titleKey: 'planning.reports.orderClose.title',
  descriptionKey: 'planning.reports.orderClose.description',
  filters: {
    period: { kind: 'period', labelKey: 'planning.reports.completed' },
    way: { kind: 'choice', labelKey: 'planning.close.way', choices: wayChoices },
    search,
  },
  columns: [
    { key: 'order', labelKey: 'planning.fields.manufacturingOrderId', kind: 'text', width: 60, value: row => row.order },
    { key: 'way', labelKey: 'planning.close.way', kind: 'status', width: 44, value: row => row.way, choices: wayChoices },
    { key: 'what', labelKey: 'planning.close.what', kind: 'text', width: 80, value: row => row.what },
    { key: 'planned', labelKey: 'planning.close.planned', kind: 'decimal', width: 28, value: row => row.planned, places: row => row.unitPlaces },
    { key: 'actual', labelKey: 'planning.close.actual', kind: 'decimal', width: 28, value: row => row.actual, places: row => row.unitPlaces },
    {
      key: 'difference',
      labelKey: 'planning.close.difference',
      kind: 'decimal',
      width: 28,
      value: row => (row.planned === null ? null : subtractDecimals(row.actual, row.planned)),
      places: row => row.unitPlaces,
    },
    { key: 'percent', labelKey: 'planning.reports.share', kind: 'percent', width: 20, places: 1, value: row => row.percent },
    { key: 'unit', labelKey: 'fields.unitId', kind: 'text', width: 16, value: row => row.unit },
  ],
  groupBy: () => 'order',
  rows: (context, { period, way, search: words }) =>
    completedIn(context.db, period, words)
      .flatMap(order => closeRows(context, order))
      .filter(row => way === undefined || row.way === way),
  charts: rows => {
    const [first] = rows
    const its = rows.filter(({ orderId }) => orderId === first?.orderId)
    const of = (way: Way) => its.filter(row => row.way === way)
    const shares = (way: Way) => of(way).flatMap(({ what, percent }) => (percent === null ? [] : [{ label: what, values: [percent] }]))
    return [
      {
        titleKey: 'planning.reports.orderClose.stages',
        seriesKeys: ['planning.close.planned', 'planning.close.actual'],
        bars: of('STAGES').map(({ what, planned, actual }) => ({ label: what, values: [planned, actual] })),
      },
      { titleKey: 'planning.reports.orderClose.materials', seriesKeys: ['planning.reports.share'], unit: '%', bars: shares('MATERIALS') },
    ]
  },
  source: row => ({ entity: 'manufacturingOrder', id: row.orderId }),
  signatures, orientation: 'landscape',
})

interface Completed { readonly id: string; readonly number: string; readonly article: string }

function completedIn(db: Reader, { from, to }: { readonly from: string; readonly to: string }, words: string): Completed[] {
  let query = sql
    .selectFrom('manufacturingOrder')
    .innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
    .where('manufacturingOrder.kind', '=', 'PRODUCTION')
    .where('manufacturingOrder.status', '=', 'COMPLETED')
    .where('completedDay', '>=', from)
    .where('completedDay', '<=', to)
    .select(['manufacturingOrder.id', 'manufacturingOrder.number', 'item.name as article'])
    .orderBy('completedDay')
    .orderBy('manufacturingOrder.number')
  for (const word of wordsOf(words))
    query = query.where(({ eb, or }) => or([eb('manufacturingOrder.number', 'like', word), eb('item.name', 'like', word)]))
  return db.all(query)
}

function closeRows(context: RowContext, { id, number, article }: Completed): CloseRow[] {
  const { stages, materials, purchases, unitCode } = orderClose(context, id)
  const shared = { orderId: id, order: `${number} · ${article}` }
  const ofItem =
    (way: Way) =>
    ({ itemCode, itemName, unitCode: unit, unitPlaces }: OrderClose['materials'][number] | OrderClose['purchases'][number]) => ({
      ...shared,
      way,
      what: `${itemCode} ${itemName}`,
      unit,
      unitPlaces,
    })
  const ofStage =
    (way: Way) =>
    ({ stageName, partName }: OrderClose['stages'][number]) => ({
      ...shared,
      way,
      what: [stageName, partName].filter(Boolean).join(' – '),
      unit: unitCode,
      unitPlaces: 0,
    })
  return [
    ...stages.map(stage => ({ ...ofStage('STAGES')(stage), planned: stage.planned, actual: stage.actual, percent: stage.percent })),
    ...materials.map(one => ({ ...ofItem('MATERIALS')(one), planned: one.planned, actual: one.actual, percent: one.percent })),
    ...purchases.map(one => ({ ...ofItem('PURCHASES')(one), planned: one.planned, actual: one.actual, percent: one.percent })),
    ...stages.map(stage => ({ ...ofStage('REJECTS')(stage), planned: null, actual: stage.reject, percent: stage.rejectPercent })),
    ...materials
      .filter(({ actual }) => !isZero(actual))
      .map(one => ({ ...ofItem('WASTAGE')(one), planned: one.allowance, actual: one.wasted, percent: percentOf(one.wasted, one.allowance) })),
  ]
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).map(containing)
}
