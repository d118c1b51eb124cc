import type { Selectable } from 'kysely'
import { AppError, type InputIssue } from '../../shared/core/errors.ts'
import { inputIssue } from '../../shared/core/input-issues.ts'
import { attributeSchema, isGiven, type AttributeDefinition } from '../../shared/masters/attributes.ts'
import type { AttributeEntries, AttributeValue, AttributeValues, MasterEntity } from '../../shared/masters/definition.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { AttributeDefinitionTable } from '../database/tables.ts'

const ofEntity = planned((of: { entity: string }) => sql.selectFrom('attributeDefinition').selectAll().where('entity', '=', of.entity).orderBy('position').orderBy('name'))

/** The extra fields of an entity in their order, inactive ones too. */
export function attributeDefinitions(db: Reader, entity: MasterEntity): AttributeDefinition[] {
  return db.all(ofEntity({ entity })).map(definitionOf)
}

export function definitionOf({ entity, choices, ...row }: Selectable<AttributeDefinitionTable>): AttributeDefinition {
  return { ...row, entity: entity as MasterEntity, choices: JSON.parse(choices) as string[] }
}

/**
 * The values of a record's extra fields with some of them given anew; `kept` is its JSON. Empty ones are left out. Throws `invalid-input`
 * for what a field does not take, for a required one that is empty, and for names nobody has defined.
 */
export function attributesWith(db: Reader, entity: MasterEntity, given: AttributeEntries | undefined, kept: string | undefined): AttributeValues {
  const definitions = attributeDefinitions(db, entity)
  if (definitions.length === 0 && Object.keys(given ?? {}).length === 0) return kept === undefined ? {} : (JSON.parse(kept) as AttributeValues)
  const before = kept === undefined ? {} : (JSON.parse(kept) as AttributeValues)
  const after: Record<string, AttributeValue> = { ...before }
  for (const [name, value] of Object.entries(given ?? {})) if (value !== undefined) after[name] = value
  const issues = [...attributeIssues(definitions, after), ...unknownNames(definitions, given ?? {})]
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
  return Object.fromEntries(Object.entries(after).filter(([, value]) => isGiven(value)))
}

export function attributeIssues(definitions: readonly AttributeDefinition[], values: AttributeValues): InputIssue[] {
  return definitions.filter(({ isActive }) => isActive).flatMap(definition => {
    const { name, isRequired } = definition
    const value = values[name] ?? null
    if (!isGiven(value)) return isRequired ? [{ path: ['attributes', name], reason: 'required', params: {} }] : []
    const [issue] = attributeSchema(definition).safeParse(value).error?.issues ?? []
    return issue ? [{ ...inputIssue(issue), path: ['attributes', name] }] : []
  })
}

function unknownNames(definitions: readonly AttributeDefinition[], given: AttributeEntries): InputIssue[] {
  return Object.keys(given).filter(name => !definitions.some(definition => definition.name === name)).map(name => ({ path: ['attributes', name], reason: 'invalid_key', params: {} }))
}
