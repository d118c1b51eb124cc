import { sql as raw, type RawBuilder, type Selectable, type SqlBool } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { LocationKind } from '../../shared/masters/locations.ts'
import { baseLocations } from '../../shared/masters/rules.ts'
import type { Scope } from '../core/session.ts'
import type { Reader } from '../database/reader.ts'
import type { LocationTable } from '../database/tables.ts'
import { locationByCode } from '../masters/locations.ts'
import { invalid } from './refusals.ts'

type Location = Selectable<LocationTable>
/** The sections a list is narrowed to, as `scope.mine()` gives them. */
export type Sections = 'all' | readonly string[]

/** The place of this kind that every factory has: where bought stock comes from, used stock goes to. */
export function basePlace(db: Reader, kind: Exclude<LocationKind, 'VIEW' | 'INTERNAL'>): Location {
  const { code } = baseLocations.find(location => location.kind === kind)!
  const location = locationByCode(db, code)
  if (!location) throw new AppError('not-found', { entity: 'location', id: code })
  return location
}

/** A place that keeps stock. `field` is the input's name for it. Throws `not-found`, `invalid-input`. */
export function storeOf(db: Reader, id: string, field: string): Location {
  const location = db.get('location', id)
  if (location.kind !== 'INTERNAL') throw invalid(field, 'warehouse.issues.no-store')
  return location
}

/** What is asked of one place is of its section: an empty list would look as if there were nothing. */
export function requireSeenPlace({ db, scope }: { readonly db: Reader; readonly scope: Scope }, id: string | undefined): void {
  if (id !== undefined) scope.section(db.get('location', id).sectionId)
}

/** Whether the row of this table name, a location mostly, is one of the sections' or of no section. */
export function isSeen(table: string, mine: Sections): RawBuilder<SqlBool> {
  if (mine === 'all') return raw<SqlBool>`1`
  const sectionId = raw.ref(`${table}.sectionId`)
  return raw<SqlBool>`(${sectionId} is null or ${isMine(table, mine)})`
}

export function isMine(table: string, mine: readonly string[]): RawBuilder<SqlBool> {
  return mine.length === 0 ? raw<SqlBool>`0` : raw<SqlBool>`${raw.ref(`${table}.sectionId`)} in (${raw.join([...mine])})`
}
