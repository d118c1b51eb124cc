import type { audit } from '../../shared/audit/contract.ts'
import { entityDefinition, type VersionedEntity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Handlers } from '../core/handlers.ts'
import { historyOf, sectionOfRecord } from './history.ts'

export const auditHandlers: Handlers<typeof audit> = {
  listHistory({ db, session, scope }, { entity, id, cursor, pageSize }) {
    const { view, scope: column } = entityDefinition(entity)
    if (view === null || !session.permissions.has(view)) throw new AppError('forbidden', { needed: view })
    if (column === 'sectionId') scope.section(sectionOfRecord(db, entity as VersionedEntity, id))
    else scope.everyone()
    return historyOf(db, { entity, id, cursor, pageSize, canSeeCost: session.canSeeCost })
  },
}
