import { sql as raw, type SqlBool } from 'kysely'
import { placeSeparator } from '../../shared/masters/rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** The ids of these places and of every one below them, as the masters have them: a store and its racks, however deep. */
export function placesWithin(db: Reader, ids: readonly string[]): string[] {
  const isBelow = raw<SqlBool>`location.id in (
    with recursive within(id) as (select value from json_each(${JSON.stringify(ids)}) union select below.id from location as below join within on below.parentId = within.id)
    select id from within)`
  return db.all(sql.selectFrom('location').select('location.id').where(isBelow)).map(({ id }) => id)
}

/** Whether a place is one of these or stands below one of them. */
export function isPlaceWithin(db: Reader, id: string, ids: readonly string[]): boolean {
  for (let at: string | null = id; at !== null; at = db.get('location', at).parentId) if (ids.includes(at)) return true
  return false
}

/** A place as people find it: the names above its own before it, “Gudang utama › Rak A-01”. */
export function placePaths(db: Reader): (id: string) => string {
  const places = new Map(db.all(sql.selectFrom('location').select(['id', 'name', 'parentId'])).map(place => [place.id, place]))
  return id => {
    const names: string[] = []
    for (let at = places.get(id); at; at = at.parentId === null ? undefined : places.get(at.parentId)) names.unshift(at.name)
    return names.join(placeSeparator)
  }
}
