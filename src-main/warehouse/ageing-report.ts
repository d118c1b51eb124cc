import { sql as raw } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { zero, type Decimal } from '../../shared/core/decimal.ts'
import { ageBand, ageBandDays, ageBands, stockAge, type AgeBand } from '../../shared/warehouse/rules.ts'
import type { SettingReader } from '../core/handlers.ts'
import { containing, sql } from '../database/sql.ts'
import { defineReport } from '../engines/reports.ts'
import { isAmong } from '../masters/lookup.ts'
import { ageLimits } from './ages.ts'
import { isSeen } from './places.ts'
import { valueOf } from './totals.ts'

interface LotRow {
  readonly itemId: string
  readonly itemCode: string
  readonly itemName: string
  readonly unitCode: string
  readonly unitPlaces: number
  readonly code: string
  readonly location: string
  readonly receivedDay: string
  readonly expiresOn: string | null
  readonly unitCost: Decimal | null
  readonly onHand: Decimal
  readonly ageDays: number
  readonly band: AgeBand
}

const tones = { FIRST: 'good', SECOND: 'neutral', THIRD: 'warning', LAST: 'critical' } as const
const bandChoices = (settings: SettingReader) => ageBands.map(value => (
  { value, labelKey: `warehouse.ageBands.${value}`, labelParams: { ...ageBandDays(value, ageLimits(settings)) }, tone: tones[value] }
))

/** WH-7: how long each lot has lain, the oldest first. */
export const stockAgeingReport = defineReport<LotRow>()({
  name: 'stockAgeing',
  permission: 'warehouse.view',
  titleKey: 'reports.stockAgeing.title',
  descriptionKey: 'reports.stockAgeing.description',
  filters: {
    section: { kind: 'section', labelKey: 'warehouse.fields.section' },
    location: { kind: 'location', labelKey: 'warehouse.fields.location' },
    band: { kind: 'choice', labelKey: 'warehouse.fields.age', choices: bandChoices },
    search: { kind: 'search', labelKey: 'reports.filters.search' },
  },
  columns: [
    { key: 'code', labelKey: 'fields.code', kind: 'text', width: 28, value: row => row.itemCode },
    { key: 'name', labelKey: 'warehouse.fields.itemName', kind: 'text', width: 50, value: row => row.itemName },
    { key: 'lot', labelKey: 'warehouse.counts.lot', kind: 'text', width: 40, value: row => row.code },
    { key: 'location', labelKey: 'warehouse.fields.location', kind: 'text', width: 32, value: row => row.location },
    { key: 'receivedDay', labelKey: 'warehouse.lots.received', kind: 'day', width: 22, value: row => row.receivedDay },
    { key: 'ageDays', labelKey: 'reports.columns.ageDays', kind: 'integer', width: 16, value: row => row.ageDays },
    { key: 'band', labelKey: 'warehouse.fields.age', kind: 'status', width: 24, value: row => row.band, choices: bandChoices },
    { key: 'expiresOn', labelKey: 'warehouse.lots.expires', kind: 'day', width: 22, value: row => row.expiresOn },
    { key: 'onHand', labelKey: 'warehouse.fields.onHand', kind: 'decimal', width: 23, places: row => row.unitPlaces, value: row => row.onHand, total: 'sum' },
    { key: 'unit', labelKey: 'warehouse.fields.unit', kind: 'text', width: 14, value: row => row.unitCode },
    { key: 'value', labelKey: 'warehouse.fields.value', kind: 'money', width: 29, isCost: true, value: row => valueOf(row.unitCost, row.onHand), total: 'sum' },
  ],
  rows({ db, sections, today, settings }, { section, location, band, search }) {
    let query = sql.selectFrom('lotBalance').innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId').innerJoin('item', 'item.id', 'lotBalance.itemId')
      .innerJoin('unit', 'unit.id', 'item.unitId').innerJoin('location', 'location.id', 'lotBalance.locationId')
      .where('lotBalance.onHand', '>', zero).where(isSeen('location', sections))
      .select([
        'item.id as itemId', 'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode', 'unit.places as unitPlaces', 'stockLot.code',
        'location.name as location',
        'stockLot.receivedDay', 'stockLot.expiresOn', 'stockLot.unitCost', 'lotBalance.onHand',
      ])
    if (section !== undefined) query = query.where('location.sectionId', '=', section)
    if (location !== undefined) query = query.where(isAmong('location.id', JSON.stringify(location)))
    for (const word of search.split(/\s+/).filter(Boolean)
      .map(containing)) query = query.where(raw<boolean>`(item.code like ${word} escape '\\' or item.name like ${word} escape '\\')`)
    const lots = db.all(query.orderBy('stockLot.receivedAt').orderBy('stockLot.code'))
    const limits = ageLimits(settings)
    const aged = lots.map(lot => {
      const ageDays = stockAge(lot.receivedDay as BusinessDay, today)
      return { ...lot, ageDays, band: ageBand(ageDays, limits) }
    })
    return aged.filter(lot => band === undefined || lot.band === band)
  },
  unitOf: row => row.unitCode,
  source: row => ({ entity: 'item', id: row.itemId }) as const,
  signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'],
  orientation: 'landscape',
})
