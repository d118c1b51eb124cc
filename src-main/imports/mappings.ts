import type { Selectable } from 'kysely'
import type { ColumnMapping, SavedMapping } from '../../shared/imports/contract.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ImportMappingTable } from '../database/tables.ts'

/** The saved mappings of a target, the newest first. */
export function listMappings(db: Reader, target: TargetName): SavedMapping[] {
  return db.all(sql.selectFrom('importMapping').selectAll().where('target', '=', target).orderBy('createdAt', 'desc').orderBy('id', 'desc')).map(savedMapping)
}

export function saveMapping(db: Writer, { target, name, columns, constants }: ColumnMapping & { target: TargetName; name: string }): SavedMapping {
  const known = db.first(sql.selectFrom('importMapping').selectAll().where('target', '=', target).where('name', '=', name))
  const texts = { name, columns: JSON.stringify(columns), constants: JSON.stringify(constants) }
  return savedMapping(known ? db.update('importMapping', known, texts) : db.insert('importMapping', { target, ...texts }))
}

function savedMapping({ id, version, target, name, columns, constants }: Selectable<ImportMappingTable>): SavedMapping {
  return {
    id, version, target: target as TargetName, name,
    columns: JSON.parse(columns) as SavedMapping['columns'], constants: JSON.parse(constants) as SavedMapping['constants'],
  }
}
