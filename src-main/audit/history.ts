import type { HistoryChange, HistoryEntry } from '../../shared/audit/contract.ts'
import { entityDefinition, type Entity, type VersionedEntity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import { isId } from '../../shared/core/ids.ts'
import type { Page } from '../../shared/core/list.ts'
import type { AuditAction } from '../../shared/core/procedure.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { kindOf, referencedEntity, valueOf } from './columns.ts'

interface Asked {
  readonly entity: Entity
  readonly id: string
  readonly cursor?: string | undefined
  readonly pageSize: number
  readonly canSeeCost: boolean
}
type Fields = Readonly<Record<string, unknown>>

/** The changes of one record, the newest first; its cost fields only where they may be seen. */
export function historyOf(db: Reader, { entity, id, cursor, pageSize, canSeeCost }: Asked): Page<HistoryEntry> {
  let query = sql.selectFrom('auditEntry').leftJoin('user', 'user.id', 'auditEntry.userId')
    .select(['seq', 'at', 'user.fullName', 'auditEntry.userName', 'action', 'procedure', 'reason', 'before', 'after'])
    .where('entity', '=', entity).where('entityId', '=', id).orderBy('seq', 'desc').limit(pageSize + 1)
  if (cursor !== undefined) query = query.where('seq', '<', Number(cursor))
  const found = db.all(query)
  const hidden = canSeeCost ? [] : (entityDefinition(entity).cost ?? [])
  const label = labels(db)
  const rows = found.slice(0, pageSize).map(({ fullName, userName, action, before, after, ...row }) => ({
    ...row, userName: fullName ?? userName, action: action as AuditAction,
    changes: changesOf(entity, fieldsOf(before), fieldsOf(after), hidden, label),
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

/** The column a record is called by; most have a name. */
const labelledBy: Partial<Record<VersionedEntity, string>> = { unit: 'code', user: 'fullName', kanbanCard: 'number', approvalRequest: 'number' }

type Label = (entity: VersionedEntity, id: string) => string

const bookkeeping: readonly string[] = ['id', 'createdAt', 'seq', 'at']

function changesOf(entity: Entity, before: Fields, after: Fields, hidden: readonly string[], label: Label): HistoryChange[] {
  const { secret = [] } = entityDefinition(entity)
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names]
    .filter(name => !bookkeeping.includes(name) && !hidden.includes(name) && !(isEmpty(before[name]) && isEmpty(after[name])))
    .map(field => {
      if (secret.includes(field)) return { field, kind: 'secret', before: null, after: null }
      const shown = (value: unknown) => {
        const referenced = isId(value) ? referencedEntity(entity, field) : undefined
        return referenced ? label(referenced, value as string) : value
      }
      const [old, now] = [shown(before[field]), shown(after[field])]
      const kind = kindOf(field, now ?? old)
      return { field, kind, before: valueOf(kind, old), after: valueOf(kind, now) }
    })
}

/** Names of the records that ids lead to, each looked up once; an id that leads nowhere any more stands for itself. */
function labels(db: Reader): Label {
  const known = new Map<string, string>()
  return (entity, id) => {
    const kept = known.get(id)
    if (kept !== undefined) return kept
    const row: Fields = db.find(entity, id) ?? {}
    const text = row[labelledBy[entity] ?? 'name']
    const shown = typeof text === 'string' ? text : id
    known.set(id, shown)
    return shown
  }
}

function sectionIn(row: Fields): string | null {
  return typeof row.sectionId === 'string' ? row.sectionId : null
}

function fieldsOf(json: string | null): Fields {
  return json === null ? {} : (JSON.parse(json) as Fields)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
