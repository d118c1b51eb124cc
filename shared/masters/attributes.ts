import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, query } from '../core/procedure.ts'
import type { AttributeValue, MasterEntity } from './definition.ts'
import { allMasters } from './masters.ts'

export const attributeKinds = ['text', 'decimal', 'integer', 'boolean', 'day', 'choice'] as const
const MasterEntityName = z.enum(allMasters.map(({ entity }) => entity) as [MasterEntity, ...MasterEntity[]])

/**
 * An extra field that a factory has defined for one of its masters. `name` is its key in `attributes`, made of its label and never
 * changed; data has one language, its label two.
 */
export const AttributeDefinition = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), entity: MasterEntityName, name: z.string(), labelIndonesian: z.string(), labelEnglish: z.string(),
  kind: z.enum(attributeKinds), choices: z.array(z.string()), isRequired: z.boolean(), position: z.int(), isActive: z.boolean(),
})
export type AttributeDefinition = z.infer<typeof AttributeDefinition>

const Label = text(100)
const Fields = z.object({
  labelIndonesian: Label, labelEnglish: Label, kind: z.enum(attributeKinds), choices: z.array(text(100)).max(50).default([]),
  isRequired: z.boolean().default(false), position: z.int().min(0).max(999).default(0),
})

/** What a value of the field must be, where there is one. */
export function attributeSchema({ kind, choices }: Pick<AttributeDefinition, 'kind' | 'choices'>): z.ZodType {
  const schemas: Record<AttributeDefinition['kind'], z.ZodType> = {
    text: text(1000), decimal: z.string().pipe(DecimalSchema), integer: z.int(), boolean: z.boolean(), day: BusinessDaySchema,
    choice: z.string().refine(value => choices.includes(value), { params: { reason: 'invalid_value' } }),
  }
  return schemas[kind]
}

/** Whether a value says anything: an empty one is not kept. */
export function isGiven(value: AttributeValue | undefined): boolean {
  return value !== undefined && value !== null && value !== ''
}

export const attributeProcedures = {
  /** In the order in which forms show them. */
  listAttributeDefinitions: query({
    permission: 'masters.view', input: z.object({ entity: MasterEntityName.optional() }), output: z.array(AttributeDefinition), reads: ['attributeDefinition'],
  }),
  /** Refuses (`invalid-input`) a choice without choices. */
  createAttributeDefinition: command({
    permission: 'settings.update', input: Fields.extend({ entity: MasterEntityName }), output: AttributeDefinition, writes: ['attributeDefinition'],
  }),
  /** Its kind stays once there are values of it (`in-use`). */
  updateAttributeDefinition: command({
    permission: 'settings.update', input: Fields.partial().extend({ id: IdSchema, version: Version }), output: AttributeDefinition, writes: ['attributeDefinition'],
  }),
  setAttributeDefinitionActive: command({
    permission: 'settings.update', input: z.object({ id: IdSchema, version: Version, isActive: z.boolean() }), output: AttributeDefinition, writes: ['attributeDefinition'],
  }),
}
