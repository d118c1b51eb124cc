import type { Selectable } from 'kysely'
import { decimalText } from '../../shared/core/decimal.ts'
import { fitsUnit, isBaseLocation, isWholePacking, piecesPerPallet } from '../../shared/masters/rules.ts'
import type { EntityTables } from '../database/tables.ts'
import type { MasterRules } from './master-rules.ts'

export const unitRules: MasterRules<Selectable<EntityTables['unit']>> = {
  fixedByMoves: { places: { reason: 'places-moved', is: (after, before) => after.places < before.places } },
}

export const locationRules: MasterRules<Selectable<EntityTables['location']>> = {
  fixedByMoves: { kind: { reason: 'location-moved' }, sectionId: { reason: 'location-moved' } },
  // The stock engine finds base locations by their code and needs all of them.
  needed: { is: ({ code }) => isBaseLocation(code), fields: ['code', 'kind', 'sectionId'], error: 'base-location' },
}

export const itemRules: MasterRules<Selectable<EntityTables['item']>> = {
  columns: { unitPlaces: 'unit.places' },
  derived: item => ({ piecesPerPallet: piecesPerPallet(item) }),
  fixedByMoves: { unitId: { reason: 'unit-moved' } },
  /** MD-1, and no more decimals than the unit has. */
  faults(db, item) {
    // A unit that comes with the same file is not there yet.
    const places = db.find('unit', item.unitId)?.places ?? 4
    return [
      ...(isWholePacking(item) ? [] : [{ field: item.piecesPerCarton === null ? 'piecesPerCarton' : 'cartonsPerPallet', reason: 'packing-incomplete' } as const]),
      ...(fitsUnit(item.minimumStock, places) ? [] : [{ field: 'minimumStock', reason: 'unit-places', params: { value: decimalText(item.minimumStock), places } } as const]),
    ]
  },
}
