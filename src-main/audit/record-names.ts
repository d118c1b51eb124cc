import { entities, entityDefinition, type Entity, type VersionedEntity } from '../../shared/core/entities.ts'
import type { ValueKind } from '../../shared/audit/history.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { referencedEntity } from './columns.ts'

export type Fields = Readonly<Record<string, unknown>>

/** What records are called, each looked up once. */
export interface RecordNames {
  /** Where an id stands for the record: its name alone. One that leads nowhere any more stands for itself. */
  short(entity: VersionedEntity, id: string): string
  /** Where the record itself is told of: number, or code and name, or what it connects. `logged` is what the audit knows of one that is gone. */
  full(entity: Entity, id: string, logged: Fields): string
  /** What the factory calls an extra field of its masters, and how its values are shown. */
  attribute(entity: Entity, name: string): OwnField | undefined
}
export interface OwnField { readonly label: { readonly id: string; readonly en: string }; readonly kind?: ValueKind }

/** The column a record is called by where an id stands for it; most have a name, or else a number. */
const labelledBy: Partial<Record<VersionedEntity, string>> = { unit: 'code', user: 'fullName', jobTitle: 'title', kanbanCard: 'number', stockCount: 'number', approvalRequest: 'number', directorOverride: 'number', stockLot: 'number', materialDebt: 'number' }
/** The columns that say which of its like a record is, the best first. */
const telling = ['number', 'code', 'username', 'name', 'fullName', 'fileName', 'title'] as const
const references = ['machineId', 'itemId', 'userId', 'roleId', 'sectionId', 'locationId'] as const

export function recordNames(db: Reader): RecordNames {
  const known = new Map<string, Fields>()
  const rowOf = (entity: VersionedEntity, id: string): Fields => {
    const key = `${entity} ${id}`
    const row = known.get(key) ?? db.find(entity, id) ?? {}
    known.set(key, row)
    return row
  }
  function short(entity: VersionedEntity, id: string): string {
    const row = rowOf(entity, id)
    const text = row[labelledBy[entity] ?? 'name'] ?? row.number
    return typeof text === 'string' ? text : id
  }
  function full(entity: Entity, id: string, logged: Fields): string {
    // A setting is called by its key, which the screen has words for.
    if (entity === 'setting') return id
    if (entityDefinition(entity).ledger) return `#${id}`
    const row = { ...logged, ...rowOf(entity as VersionedEntity, id) }
    const own = telling.flatMap(column => (typeof row[column] === 'string' && row[column] !== '' ? [row[column]] : []))
    const parts = own.length > 0 ? own.slice(0, own[0] === row.number ? 1 : 2) : references.flatMap(column => namesOf(entity, column, row[column])).slice(0, 2)
    return [...new Set(parts)].join(' · ') || id.slice(-6)
  }
  function namesOf(entity: Entity, column: string, id: unknown): string[] {
    const referenced = referencedEntity(entity, column)
    return referenced && typeof id === 'string' ? [short(referenced, id)] : []
  }
  let ownFields: ReadonlyMap<string, OwnField> | undefined
  function attribute(entity: Entity, name: string): OwnField | undefined {
    ownFields ??= new Map(db.all(sql.selectFrom('attributeDefinition').select(['entity', 'name', 'labelIndonesian', 'labelEnglish', 'kind'])).map(definition => (
      [`${definition.entity} ${definition.name}`, { label: { id: definition.labelIndonesian, en: definition.labelEnglish }, ...(definition.kind === 'decimal' && { kind: 'decimal' as const }) }])))
    return ownFields.get(`${entity} ${name}`)
  }
  return { short, full, attribute }
}

/** An entity by the name the audit kept; nothing where a module is gone. */
export function knownEntity(name: string | null): Entity | undefined {
  return name !== null && Object.hasOwn(entities, name) ? (name as Entity) : undefined
}
