import { sql as raw } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { zero, type Decimal } from '../../shared/core/decimal.ts'
import { finishedGoodsSettings } from '../../shared/finished-goods/settings.ts'
import { destinations, type Destination } from '../../shared/masters/items.ts'
import { ageBand, ageBandDays, ageBands, stockAge, type AgeBand } from '../../shared/warehouse/rules.ts'
import type { SettingReader } from '../core/handlers.ts'
import { containing, sql } from '../database/sql.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { cartonsFor, piecesOf } from '../planning/targets.ts'
import { ageLimits } from '../warehouse/ages.ts'
import { isSeen } from '../warehouse/places.ts'

interface StockRow {
  readonly itemId: string; readonly article: string; readonly unit: string; readonly lot: string; readonly locationId: string; readonly location: string; readonly receivedDay: string; readonly week: string | null
  readonly destination: Destination | null; readonly onHand: Decimal; readonly cartons: number | null; readonly pallets: number | null; readonly ageDays: number; readonly band: AgeBand; readonly isOld: boolean
}

const tones = { FIRST: 'good', SECOND: 'neutral', THIRD: 'warning', LAST: 'critical' } as const
const bandChoices = (settings: SettingReader) => ageBands.map(value => (
  { value, labelKey: `warehouse.ageBands.${value}`, labelParams: { ...ageBandDays(value, ageLimits(settings)) }, tone: tones[value] }
))
const storedFor = (settings: SettingReader) => [
  { value: 'OLD', labelKey: 'finishedGoods.stock.old', labelParams: { days: settings.get(finishedGoodsSettings.ageDays) }, tone: 'warning' } as const,
  { value: 'FRESH', labelKey: 'finishedGoods.stock.fresh', labelParams: { days: settings.get(finishedGoodsSettings.ageDays) }, tone: 'good' } as const,
]
const destinationChoices = destinations.map(value => ({ value, labelKey: `planning.destinations.${value}` }))

/** FG-5: what lies in the stores to go out, by week, destination and article, what came first before the rest; in pallets, cartons and pieces. */
export const finishedGoodsStockReport = defineReport<StockRow>()({
  name: 'finishedGoodsStock', permission: 'finishedGoods.view', titleKey: 'finishedGoods.stock.title', descriptionKey: 'finishedGoods.stock.description',
  filters: {
    location: { kind: 'location', labelKey: 'warehouse.fields.location' }, destination: { kind: 'choice', labelKey: 'planning.fields.destination', choices: destinationChoices },
    band: { kind: 'choice', labelKey: 'warehouse.fields.age', choices: bandChoices }, stored: { kind: 'choice', labelKey: 'finishedGoods.stock.stored', choices: storedFor },
    search: { kind: 'search', labelKey: 'reports.filters.search' },
  },
  columns: [
    { key: 'week', labelKey: 'planning.fields.week', kind: 'text', width: 22, value: row => row.week },
    { key: 'destination', labelKey: 'planning.fields.destination', kind: 'text', width: 20, value: row => row.destination },
    { key: 'article', labelKey: 'planning.fields.article', kind: 'text', width: 50, value: row => row.article },
    { key: 'pallets', labelKey: 'finishedGoods.stock.pallets', explainKey: 'finishedGoods.stock.palletsHint', kind: 'integer', width: 16, value: row => row.pallets, total: 'sum' },
    { key: 'cartons', labelKey: 'finishedGoods.stock.cartons', explainKey: 'finishedGoods.stock.cartonsHint', kind: 'integer', width: 16, value: row => row.cartons, total: 'sum' },
    { key: 'onHand', labelKey: 'warehouse.fields.onHand', kind: 'decimal', width: 22, value: row => row.onHand, places: () => 0, total: 'sum' },
    { key: 'unit', labelKey: 'fields.unitId', kind: 'text', width: 14, value: row => row.unit },
    { key: 'ageDays', labelKey: 'reports.columns.ageDays', kind: 'integer', width: 16, value: row => row.ageDays },
    { key: 'band', labelKey: 'warehouse.fields.age', kind: 'status', width: 26, value: row => row.band, choices: bandChoices },
    { key: 'stored', labelKey: 'finishedGoods.stock.stored', kind: 'status', width: 24, value: row => (row.isOld ? 'OLD' : 'FRESH'), choices: storedFor },
    { key: 'lot', labelKey: 'warehouse.counts.lot', kind: 'text', width: 44, value: row => row.lot },
    { key: 'location', labelKey: 'warehouse.fields.location', kind: 'text', width: 32, value: row => row.location },
    { key: 'receivedDay', labelKey: 'warehouse.lots.received', kind: 'day', width: 24, value: row => row.receivedDay },
  ],
  rows: (context, { location, destination, band, stored, search }) => stockRows(context, search).filter(row => (
    (location === undefined || location.includes(row.locationId)) && (destination === undefined || row.destination === destination) && (band === undefined || row.band === band)
    && (stored === undefined || row.isOld === (stored === 'OLD')))),
  unitOf: row => row.unit,
  source: row => ({ entity: 'item', id: row.itemId }),
  signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'], orientation: 'landscape',
})

type Looking = Pick<RowContext, 'db' | 'sections' | 'settings'> & { readonly today: string }

/** Each lot that lies in a store, what goes out first before the rest. */
export function stockRows({ db, sections, today, settings }: Looking, search: string): StockRow[] {
  const limits = ageLimits(settings)
  const oldAfter = settings.get(finishedGoodsSettings.ageDays)
  let query = lots.where(isSeen('location', sections))
  for (const word of search.split(/\s+/).filter(Boolean).map(containing)) query = query.where(({ or, eb }) => or([eb('item.code', 'like', word), eb('item.name', 'like', word), eb('stockLot.code', 'like', word)]))
  return db.all(query).map(({ piecesPerCarton, cartonsPerPallet, ...lot }) => {
    const ageDays = stockAge(lot.receivedDay as BusinessDay, today as BusinessDay)
    const cartons = cartonsFor(piecesOf(lot.onHand), piecesPerCarton)
    const pallets = cartons === null || cartonsPerPallet === null ? null : Math.ceil(cartons / cartonsPerPallet)
    return { ...lot, cartons, pallets, ageDays, band: ageBand(ageDays, limits), isOld: ageDays > oldAfter }
  })
}

const week = raw<string | null>`coalesce(deliveryBatch.week, manufacturingOrder.week)`

/** Lots of finished goods that lie in a store, with the delivery they were received for; a week is Www-YYYY. */
const lots = sql.selectFrom('lotBalance').innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId').innerJoin('item', 'item.id', 'lotBalance.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
  .innerJoin('location', 'location.id', 'lotBalance.locationId').leftJoin('finishedGoodsReceiptLine', 'finishedGoodsReceiptLine.lotId', 'stockLot.id')
  .leftJoin('finishedGoodsReceipt', 'finishedGoodsReceipt.id', 'finishedGoodsReceiptLine.receiptId').leftJoin('manufacturingOrder', 'manufacturingOrder.id', 'finishedGoodsReceipt.manufacturingOrderId')
  .leftJoin('deliveryBatch', 'deliveryBatch.id', 'finishedGoodsReceiptLine.deliveryBatchId')
  .where('item.kind', '=', 'FINISHED_GOOD').where('location.kind', '=', 'INTERNAL').where('lotBalance.onHand', '>', zero)
  .select([
    'item.id as itemId', 'item.name as article', 'unit.code as unit', 'stockLot.code as lot', 'location.id as locationId', 'location.name as location', 'stockLot.receivedDay', 'lotBalance.onHand',
    'item.piecesPerCarton', 'item.cartonsPerPallet',
  ])
  .select(({ fn, ref }) => [week.as('week'), fn.coalesce(ref('deliveryBatch.destination'), ref('manufacturingOrder.destination')).as('destination')])
  .orderBy(raw`${week} is null`).orderBy(raw`substr(${week}, 5)`).orderBy(week).orderBy('destination').orderBy('item.name').orderBy('stockLot.receivedAt').orderBy('stockLot.code')
