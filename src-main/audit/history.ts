import type { HistoryEntry } from '../../shared/audit/history.ts'
import type { Entity, VersionedEntity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { AuditAction } from '../../shared/core/procedure.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { changesOf, fieldsOf } from './changes.ts'
import { recordNames, type Fields } from './record-names.ts'

interface Asked {
  readonly entity: Entity
  readonly id: string
  readonly cursor?: string | undefined
  readonly pageSize: number
  readonly canSeeCost: boolean
  /** Whether it is told from which desk and address somebody acted. */
  readonly canSeeWhere: boolean
}

/** The changes of one record, the newest first; its cost fields only where they may be seen. */
export function historyOf(db: Reader, { entity, id, cursor, pageSize, canSeeCost, canSeeWhere }: Asked): Page<HistoryEntry> {
  let query = sql.selectFrom('auditEntry').leftJoin('user', 'user.id', 'auditEntry.userId')
    .select(['seq', 'at', 'user.fullName', 'auditEntry.userName', 'auditEntry.role', 'action', 'module', 'procedure', 'reason', 'deskId', 'ip', 'before', 'after'])
    .where('entity', '=', entity).where('entityId', '=', id).orderBy('seq', 'desc').limit(pageSize + 1)
  if (cursor !== undefined) query = query.where('seq', '<', Number(cursor))
  const found = db.all(query)
  const names = recordNames(db)
  const rows = found.slice(0, pageSize).map(({ fullName, userName, action, before, after, deskId, ip, ...row }) => ({
    ...row, userName: fullName ?? userName, action: action as AuditAction, deskId: canSeeWhere ? deskId : null, ip: canSeeWhere ? ip : null,
    changes: changesOf(entity, { before, after }, names, canSeeCost),
  }))
  return { rows, next: found.length > pageSize ? String(rows.at(-1)?.seq) : undefined }
}

/** The section a record stands in, or stood in before it was removed. Throws `not-found` if there never was one. */
export function sectionOfRecord(db: Reader, entity: VersionedEntity, id: string): string | null {
  const row: Fields | undefined = db.find(entity, id)
  if (row) return sectionIn(row)
  const last = sql.selectFrom('auditEntry').select('before').where('entity', '=', entity).where('entityId', '=', id).orderBy('seq', 'desc').limit(1)
  const removal = db.first(last)
  if (!removal) throw new AppError('not-found', { entity, id })
  return sectionIn(fieldsOf(removal.before))
}

function sectionIn(row: Fields): string | null {
  return typeof row.sectionId === 'string' ? row.sectionId : null
}
