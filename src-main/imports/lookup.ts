import { AppError } from '../../shared/core/errors.ts'
import type { FieldValue, ReferenceEntity } from '../../shared/imports/target.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { foldCase } from './target.ts'

/** A record that fields may refer to. */
export interface Reference { readonly id: string; readonly code: string; readonly name: string; readonly isActive: boolean }

export function listReferences(db: Reader, entity: ReferenceEntity): Reference[] {
  if (entity === 'user') return db.all(sql.selectFrom('user').select(['id', 'username as code', 'fullName as name', 'isActive']).orderBy('username'))
  return db.all(sql.selectFrom(entity).select(['id', 'code', 'name', 'isActive']).orderBy('code'))
}

/** Codes to ids, each kind of record read once for a whole import, however many rows refer to it. */
export interface Lookup {
  /** Throws `import-stale` for a code that is not there, or was deactivated, since the row was validated. */
  id(entity: ReferenceEntity, code: FieldValue | undefined): string
  idOrNull(entity: ReferenceEntity, code: FieldValue | undefined): string | null
  /** The same where a code that is not there is nothing. */
  find(entity: ReferenceEntity, code: FieldValue | undefined): string | null
  /** A record that this import has just made. */
  add(entity: ReferenceEntity, reference: Pick<Reference, 'id' | 'code'>): void
}

export function createLookup(db: Reader): Lookup {
  const known = new Map<ReferenceEntity, Map<string, string>>()
  const idsOf = (entity: ReferenceEntity) => {
    let ids = known.get(entity)
    if (!ids) known.set(entity, (ids = new Map(listReferences(db, entity).map(({ id, code }) => [foldCase(code), id]))))
    return ids
  }
  function find(entity: ReferenceEntity, code: FieldValue | undefined): string | null {
    return (typeof code === 'string' ? idsOf(entity).get(foldCase(code)) : undefined) ?? null
  }
  function id(entity: ReferenceEntity, code: FieldValue | undefined): string {
    const found = find(entity, code)
    if (found === null) throw new AppError('import-stale', { entity, code })
    return found
  }
  return {
    id,
    find,
    idOrNull: (entity, code) => (code === null || code === undefined || code === '' ? null : id(entity, code)),
    add: (entity, reference) => idsOf(entity).set(foldCase(reference.code), reference.id),
  }
}
