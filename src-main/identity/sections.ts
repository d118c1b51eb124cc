import { AppError } from '../../shared/core/errors.ts'
import type { Reader } from '../database/reader.ts'

/** What is not used any more is given to nobody: `inactive`. */
export function requireActiveSections(db: Reader, sectionIds: readonly (string | null | undefined)[]): void {
  for (const id of sectionIds) {
    if (id === null || id === undefined) continue
    const { isActive, code } = db.get('section', id)
    if (!isActive) throw new AppError('inactive', { entity: 'section', id, code })
  }
}

/** As they are called now. */
export function sectionNames(db: Reader, sectionIds: readonly string[]): string[] {
  return sectionIds.map(id => db.find('section', id)?.name ?? id)
}
