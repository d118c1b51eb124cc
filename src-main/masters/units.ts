import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Page } from '../../shared/core/list.ts'
import type { FoundUnit, Unit, UnitFields, units } from '../../shared/masters/units.ts'
import { listPage } from '../database/list.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { found, matching, narrowed, textColumn } from './lookup.ts'
import { refuseIfMoved } from './uses.ts'

const unitRows = sql.selectFrom('unit').select(['id', 'version', 'code', 'name', 'places', 'isActive'])

export function listUnits(db: Reader, input: ParsedInputOf<typeof units.listUnits>): Page<Unit> {
  return listPage(db, input, {
    query: narrowed(unitRows, input.filter, { isActive: 'isActive' }),
    columns: { code: textColumn('code'), name: textColumn('name'), places: 'places' },
    search: ['code', 'name'],
    defaultSort: [{ column: 'code', descending: false }],
    id: 'id',
  })
}

const foundRows = sql.selectFrom('unit').select(['id', 'code', 'name', 'places', 'isActive'])

export function findUnits(db: Reader, input: ParsedInputOf<typeof units.findUnits>): Page<FoundUnit> {
  return found(db, input.activeOnly ? foundRows.where('isActive', '=', true) : foundRows, input, { code: 'code', name: 'name' })
}

export function matchUnits(db: Reader, { texts }: ParsedInputOf<typeof units.matchUnits>): FoundUnit[] {
  return db.all(matching(foundRows, texts, { code: 'code', name: 'name' }))
}

export function createUnit(db: Writer, fields: UnitFields): Unit {
  return db.insert('unit', fields)
}

export function updateUnit(db: Writer, at: { id: string; version: number }, patch: Partial<UnitFields>): Unit {
  if (patch.places !== undefined && patch.places < db.get('unit', at.id).places) refuseIfMoved(db, 'unit', at.id)
  return db.update('unit', at, patch)
}
