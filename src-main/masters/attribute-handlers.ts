import { AppError } from '../../shared/core/errors.ts'
import type { attributeProcedures, AttributeDefinition } from '../../shared/masters/attributes.ts'
import type { MasterEntity } from '../../shared/masters/definition.ts'
import type { Handlers } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { namedSql, sql } from '../database/sql.ts'
import { definitionOf } from './attributes.ts'

/** Extra fields are the whole factory's. */
export const attributeHandlers: Handlers<typeof attributeProcedures> = {
  listAttributeDefinitions({ db, scope }, { entity }) {
    scope.everyone()
    const all = sql.selectFrom('attributeDefinition').selectAll().orderBy('entity').orderBy('position').orderBy('name')
    return db.all(entity === undefined ? all : all.where('entity', '=', entity)).map(definitionOf)
  },
  createAttributeDefinition({ db, scope }, { choices, ...fields }) {
    scope.everyone()
    requireChoices(fields.kind, choices)
    const name = freeName(db, fields.entity, fields.labelIndonesian)
    return definitionOf(db.insert('attributeDefinition', { ...fields, name, choices: JSON.stringify(choices) }))
  },
  updateAttributeDefinition({ db, scope }, { id, version, choices, ...patch }) {
    scope.everyone()
    const before = definitionOf(db.get('attributeDefinition', id))
    if (patch.kind !== undefined && patch.kind !== before.kind) refuseIfFilled(db, before)
    requireChoices(patch.kind ?? before.kind, choices ?? before.choices)
    return definitionOf(db.update('attributeDefinition', { id, version }, { ...patch, ...(choices && { choices: JSON.stringify(choices) }) }))
  },
  setAttributeDefinitionActive({ db, scope }, { id, version, isActive }) {
    scope.everyone()
    return definitionOf(db.update('attributeDefinition', { id, version }, { isActive }))
  },
}

function requireChoices(kind: AttributeDefinition['kind'], choices: readonly string[]): void {
  if (kind === 'choice' && choices.length === 0) throw new AppError('invalid-input', { issues: [{ path: ['choices'], reason: 'required', params: {} }] })
}

function refuseIfFilled(db: Reader, { id, entity, name }: AttributeDefinition): void {
  const records = db.all(namedSql.selectFrom(entity).select('attributes').where('attributes', '<>', '{}')) as { attributes: string }[]
  if (records.some(({ attributes }) => name in (JSON.parse(attributes) as object))) throw new AppError('in-use', { entity: 'attributeDefinition', id, by: entity })
}

/** `Warna benang` is kept as `warnaBenang`; where there is one already, a number follows. */
function freeName(db: Reader, entity: MasterEntity, label: string): string {
  const words = label.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? ['isian']
  const base = words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('').slice(0, 40)
  const taken = new Set(db.all(sql.selectFrom('attributeDefinition').select('name').where('entity', '=', entity)).map(({ name }) => name))
  let name = base
  for (let copy = 2; taken.has(name); copy += 1) name = `${base}${copy}`
  return name
}
