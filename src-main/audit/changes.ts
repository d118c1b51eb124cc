import type { HistoryChange } from '../../shared/audit/history.ts'
import { entityDefinition, type Entity } from '../../shared/core/entities.ts'
import { isId } from '../../shared/core/ids.ts'
import { kindOf, referencedEntity, valueOf } from './columns.ts'
import type { Fields, RecordNames } from './record-names.ts'

/** Begins the names of extra fields in a history. */
const attribute = 'attributes.'
const bookkeeping: readonly string[] = ['id', 'createdAt', 'seq', 'at']

export interface Logged { readonly before: string | null; readonly after: string | null }

/** The changed fields of a logged act as they travel: names instead of ids, secrets left out, costs only for who may see them. */
export function changesOf(entity: Entity, logged: Logged, names: RecordNames, canSeeCost: boolean): HistoryChange[] {
  const { secret = [], cost = [] } = entityDefinition(entity)
  const [before, after] = [withAttributes(fieldsOf(logged.before)), withAttributes(fieldsOf(logged.after))]
  const isTold = (name: string) => !bookkeeping.includes(name) && (canSeeCost || !cost.includes(name)) && !(isEmpty(before[name]) && isEmpty(after[name])) && !isSameAttribute(name, before, after)
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(isTold).map(field => {
    if (secret.includes(field)) return { field, kind: 'secret', before: null, after: null }
    const own = field.startsWith(attribute) ? names.attribute(entity, field.slice(attribute.length)) : undefined
    const shown = (value: unknown) => {
      const list = listOf(value)
      if (list) return namesIn(entity, field, list, names).join(', ')
      const referenced = isId(value) ? referencedEntity(entity, field) : undefined
      return referenced ? names.short(referenced, value as string) : value
    }
    const [old, now] = [shown(before[field]), shown(after[field])]
    const kind = own?.kind ?? kindOf(field, now ?? old)
    return { field, kind, before: valueOf(kind, old), after: valueOf(kind, now), ...(own && { label: own.label }) }
  })
}

export function fieldsOf(json: string | null): Fields {
  return json === null ? {} : (JSON.parse(json) as Fields)
}

/** Extra fields are kept as one JSON text; each is told as a field of its own, `attributes.<name>`. */
function withAttributes({ attributes, ...fields }: Fields): Fields {
  if (typeof attributes !== 'string') return fields
  const values = JSON.parse(attributes) as Fields
  return { ...fields, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [attribute + name, value])) }
}

/** Of a record with several extra fields, those that stayed as they were. */
function isSameAttribute(name: string, before: Fields, after: Fields): boolean {
  return name.startsWith(attribute) && before[name] === after[name]
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === '[]'
}

/** Several values of one field are kept as a JSON text. */
function listOf(value: unknown): string[] | undefined {
  if (typeof value !== 'string' || !/^(\[.*\]|"[a-z]+")$/s.test(value)) return undefined
  try {
    const parsed = [JSON.parse(value) as unknown].flat()
    return parsed.every(one => typeof one === 'string') ? parsed : undefined
  } catch {
    return undefined
  }
}

/** Records by their names, as `sectionId` would be; all else as it stands. */
function namesIn(entity: Entity, field: string, list: readonly string[], names: RecordNames): string[] {
  const referenced = referencedEntity(entity, field.replace(/s$/, 'Id'))
  return list.map(value => (referenced && isId(value) ? names.short(referenced, value) : value))
}
