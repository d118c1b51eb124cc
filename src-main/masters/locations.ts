import type { Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Page } from '../../shared/core/list.ts'
import type { FoundLocation, Location, LocationFields, locations } from '../../shared/masters/locations.ts'
import { isBaseLocation } from '../../shared/masters/rules.ts'
import { listPage } from '../database/list.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { LocationTable } from '../database/tables.ts'
import { found, narrowed, textColumn } from './lookup.ts'
import { requireActive, requireParent } from './parents.ts'
import { refuseIfMoved } from './uses.ts'

const locationRows = sql.selectFrom('location')
  .leftJoin('location as parent', 'parent.id', 'location.parentId')
  .leftJoin('section', 'section.id', 'location.sectionId')
  .select([
    'location.id', 'location.version', 'location.code', 'location.name', 'location.kind', 'location.isActive',
    'location.parentId', 'parent.code as parentCode', 'parent.name as parentName',
    'location.sectionId', 'section.code as sectionCode', 'section.name as sectionName',
  ])

export function listLocations(db: Reader, input: ParsedInputOf<typeof locations.listLocations>): Page<Location> {
  return listPage(db, input, {
    query: narrowed(locationRows, input.filter, {
      kind: 'location.kind', sectionId: 'location.sectionId', parentId: 'location.parentId', isActive: 'location.isActive',
    }),
    columns: {
      code: textColumn('location.code'), name: textColumn('location.name'), kind: 'location.kind',
      parentName: textColumn('parent.name'), sectionName: textColumn('section.name'),
    },
    search: ['location.code', 'location.name'],
    defaultSort: [{ column: 'code', descending: false }],
    id: 'location.id',
  })
}

export function findLocations(db: Reader, input: ParsedInputOf<typeof locations.findLocations>): Page<FoundLocation> {
  let query = sql.selectFrom('location').select(['id', 'code', 'name', 'kind', 'sectionId', 'isActive'])
  if (input.activeOnly) query = query.where('isActive', '=', true)
  if (input.sectionId !== undefined) query = query.where('sectionId', '=', input.sectionId)
  if (input.kinds) query = query.where('kind', 'in', input.kinds)
  return found(db, query, input, { code: 'code', name: 'name' })
}

const withCode = planned((wanted: { code: string }) => sql.selectFrom('location').selectAll().where('code', '=', wanted.code))

/** Whatever the code's case; nothing if there is none. */
export function locationByCode(db: Reader, code: string): Selectable<LocationTable> | undefined {
  return db.first(withCode({ code }))
}

type NewLocation = Omit<LocationFields, 'parentId' | 'sectionId'> & Partial<LocationFields>

export function createLocation(db: Writer, { parentId = null, sectionId = null, ...fields }: NewLocation): Location {
  requireParent(db, 'location', undefined, parentId)
  if (sectionId !== null) requireActive(db, 'section', sectionId)
  return locationOf(db, db.insert('location', { ...fields, parentId, sectionId }).id)
}

export function updateLocation(db: Writer, at: { id: string; version: number }, patch: Partial<LocationFields>): Location {
  const before = db.get('location', at.id)
  const changes = (field: keyof LocationFields) => patch[field] !== undefined && patch[field] !== before[field]
  if (changes('code') || changes('kind') || changes('sectionId')) refuseIfBase(before)
  if (changes('kind') || changes('sectionId')) refuseIfMoved(db, 'location', at.id)
  if (changes('parentId')) requireParent(db, 'location', at.id, patch.parentId)
  if (changes('sectionId') && patch.sectionId) requireActive(db, 'section', patch.sectionId)
  db.update('location', at, patch)
  return locationOf(db, at.id)
}

/** The stock engine finds base locations by their code and needs all of them. */
export function refuseIfBase({ id, code }: { id: string; code: string }): void {
  if (isBaseLocation(code)) throw new AppError('base-location', { entity: 'location', id, code })
}

export function locationOf(db: Reader, id: string): Location {
  db.get('location', id)
  return db.one(locationRows.where('location.id', '=', id))
}
