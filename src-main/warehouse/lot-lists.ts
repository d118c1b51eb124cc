import { sql as raw } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Lot, LotRow, lots } from '../../shared/warehouse/lots.ts'
import { ageBand, expiryState, stockAge, type AgeBand, type AgeLimits, type ExpiryState } from '../../shared/warehouse/rules.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { placePaths, placesWithin } from '../engines/place-tree.ts'
import { isAmong, textColumn } from '../masters/lookup.ts'
import { ageLimits } from './ages.ts'
import { isSeen, type Sections } from './places.ts'

/** The day by which age and expiry are told. */
export interface LotDay { readonly today: string; readonly warningDays: number; readonly ages: AgeLimits }

export function lotDay({ settings, today }: Pick<QueryContext, 'settings' | 'today'>): LotDay {
  return { today: today(), warningDays: settings.get(warehouseSettings.expiryWarningDays), ages: ageLimits(settings) }
}

/** `ageBand` and `expiryState` as the rules have them, for filtering in the database. */
function told({ today, warningDays, ages: { first, second, third } }: LotDay) {
  const age = raw`julianday(${today}) - julianday(stockLot.receivedDay)`
  const left = raw`julianday(stockLot.expiresOn) - julianday(${today})`
  return {
    ageBand: raw<AgeBand>`case when ${age} <= ${first} then 'FIRST' when ${age} <= ${second} then 'SECOND' when ${age} <= ${third} then 'THIRD' else 'LAST' end`.as('ageBand'),
    expiry: raw<ExpiryState | null>`case when stockLot.expiresOn is null then null when ${left} < 0 then 'EXPIRED' when ${left} <= ${warningDays} then 'SOON' else 'FINE' end`.as('expiry'),
  }
}

function lotRows(mine: Sections, day: LotDay) {
  const { ageBand: band, expiry } = told(day)
  return sql.with('entry', db => db.selectFrom('lotBalance')
    .innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId')
    .innerJoin('item', 'item.id', 'lotBalance.itemId')
    .innerJoin('unit', 'unit.id', 'item.unitId')
    .innerJoin('location', 'location.id', 'lotBalance.locationId')
    .where('lotBalance.onHand', '>', 0 as Decimal)
    .where(isSeen('location', mine))
    .select([
      'lotBalance.id', 'lotBalance.lotId', 'stockLot.code', 'lotBalance.itemId', 'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode',
      'unit.places as unitPlaces', 'stockLot.receivedAt', 'stockLot.receivedDay', 'stockLot.expiresOn', 'stockLot.supplierLot', 'stockLot.unitCost',
      'lotBalance.locationId', 'location.code as locationCode', 'location.name as locationName', 'lotBalance.onHand', 'lotBalance.reserved',
      raw<Decimal>`lotBalance.onHand - lotBalance.reserved`.as('available'), band, expiry,
    ]))
    .selectFrom('entry').selectAll('entry')
}

export function listLots(db: Reader, mine: Sections, day: LotDay, input: ParsedInputOf<typeof lots.listLots>): Page<LotRow> {
  const { itemId, locationId, lotId, expiry, ageBand: bands, supplierLot } = input.filter
  let query = lotRows(mine, day)
  if (itemId !== undefined) query = query.where('entry.itemId', '=', itemId)
  if (locationId !== undefined) query = query.where(isAmong('entry.locationId', JSON.stringify(placesWithin(db, [locationId]))))
  if (lotId !== undefined) query = query.where('entry.lotId', '=', lotId)
  if (supplierLot !== undefined) query = query.where('entry.supplierLot', '=', supplierLot)
  if (expiry !== undefined) query = query.where('entry.expiry', 'in', expiry)
  if (bands !== undefined) query = query.where('entry.ageBand', 'in', bands)
  const { rows, ...rest } = listPage(db, input, {
    query,
    columns: {
      code: textColumn('entry.code'), itemCode: textColumn('entry.itemCode'), itemName: textColumn('entry.itemName'),
      locationName: textColumn('entry.locationName'),
      receivedDay: 'entry.receivedAt', expiresOn: 'entry.expiresOn', onHand: 'entry.onHand', available: 'entry.available',
    },
    search: ['entry.code', 'entry.supplierLot', 'entry.itemCode', 'entry.itemName'],
    defaultSort: [{ column: 'receivedDay', descending: false }, { column: 'code', descending: false }],
    id: 'entry.id',
  })
  const pathOf = placePaths(db)
  return { rows: rows.map(row => lotRow(row, pathOf, day)), ...rest }
}

type Kept = Omit<LotRow, 'ageDays' | 'locationPath'>

function lotRow(row: Kept, pathOf: (locationId: string) => string, { today, warningDays, ages }: LotDay): LotRow {
  const ageDays = stockAge(row.receivedDay as BusinessDay, today as BusinessDay)
  return { ...row, locationPath: pathOf(row.locationId), ageDays, ageBand: ageBand(ageDays, ages), expiry: expiryState(row.expiresOn as BusinessDay | null, today as BusinessDay, warningDays) }
}

/** Throws `not-found`. */
export function lotOf(db: Reader, id: string): Lot {
  const lot = db.first(sql.selectFrom('stockLot').innerJoin('item', 'item.id', 'stockLot.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
    .leftJoin('partner', 'partner.id', 'stockLot.partnerId').where('stockLot.id', '=', id).selectAll('stockLot')
    .select(['item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode', 'unit.places as unitPlaces', 'partner.name as partnerName']))
  if (!lot) throw new AppError('not-found', { entity: 'stockLot', id })
  return lot
}

/** Where of a lot anything stands that is seen. */
export function placesOfLot(db: Reader, mine: Sections, day: LotDay, lotId: string): LotRow[] {
  const pathOf = placePaths(db)
  return db.all(lotRows(mine, day).where('entry.lotId', '=', lotId).orderBy('entry.locationName')).map(row => lotRow(row, pathOf, day))
}
