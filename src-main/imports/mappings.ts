import type { Selectable } from 'kysely'
import type { ColumnMapping, ImportSetup, SavedMapping } from '../../shared/imports/contract.ts'
import { mergedReplacements, type Replacements } from '../../shared/imports/replacements.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import type { Session } from '../core/session.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ImportMappingTable } from '../database/tables.ts'
import { requireCosts, visibleOnly } from './rights.ts'
import { targetOf } from './targets.ts'

type Asker = Pick<Session, 'canSeeCost'>

/** The saved mappings of a target, the newest first; without costs for those who may not see them (IA-9). */
export function listMappings(db: Reader, session: Asker, target: TargetName): SavedMapping[] {
  const only = visibleOnly(session, targetOf(target))
  return db.all(sql.selectFrom('importMapping').selectAll().where('target', '=', target).orderBy('createdAt', 'desc').orderBy('id', 'desc'))
    .map(savedMapping).map(mapping => ({ ...mapping, columns: only(mapping.columns), constants: only(mapping.constants), replacements: only(mapping.replacements) }))
}

/** Throws `forbidden` for a mapping of costs by somebody who may not see them. */
export function saveMapping(db: Writer, session: Asker, { target, name, columns, constants, replacements }: ColumnMapping & { target: TargetName; name: string }): SavedMapping {
  requireCosts(session, targetOf(target), { columns, constants, replacements })
  const known = db.first(sql.selectFrom('importMapping').selectAll().where('target', '=', target).where('name', '=', name))
  const texts = { name, columns: JSON.stringify(columns), constants: JSON.stringify(constants), replacements: JSON.stringify(replacements) }
  return savedMapping(known ? db.update('importMapping', known, texts) : db.insert('importMapping', { target, ...texts }))
}

/** A mapping that was used knows from now on what was replaced on the way. One that is gone meanwhile is not missed. */
export function teachMapping(db: Writer, { mappingId, replacements }: Pick<ImportSetup, 'mappingId' | 'replacements'>): void {
  const mapping = mappingId === null ? undefined : db.find('importMapping', mappingId)
  if (!mapping) return
  const known = JSON.parse(mapping.replacements) as Replacements
  db.update('importMapping', mapping, { replacements: JSON.stringify(mergedReplacements(known, replacements)) })
}

function savedMapping({ id, version, target, name, columns, constants, replacements }: Selectable<ImportMappingTable>): SavedMapping {
  return {
    id, version, target, name,
    columns: JSON.parse(columns) as SavedMapping['columns'], constants: JSON.parse(constants) as SavedMapping['constants'],
    replacements: JSON.parse(replacements) as SavedMapping['replacements'],
  }
}
