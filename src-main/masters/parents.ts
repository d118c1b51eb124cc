import { AppError } from '../../shared/core/errors.ts'
import type { Reader } from '../database/reader.ts'

/** A parent must be there and active, and must not be the record itself or stand below it. Throws `not-found`, `inactive`, `invalid-input`. */
export function requireParent(db: Reader, entity: 'section' | 'location', id: string | undefined, parentId: string | null | undefined): void {
  if (parentId === null || parentId === undefined) return
  requireActive(db, entity, parentId)
  for (let above: string | null = parentId; above !== null; above = db.get(entity, above).parentId) {
    if (above === id) throw new AppError('invalid-input', { issues: [{ path: ['parentId'], reason: 'masters.issues.parent-below', params: {} }] })
  }
}

/** Only what is active may be chosen anew. Throws `not-found`, `inactive`. */
export function requireActive(db: Reader, entity: 'unit' | 'section' | 'location', id: string): void {
  const { isActive, code } = db.get(entity, id)
  if (!isActive) throw new AppError('inactive', { entity, id, code })
}
