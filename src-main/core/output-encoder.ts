import { z } from 'zod'
import { isCost } from '../../shared/core/cost.ts'
import { blankAt, costPaths } from './cost-paths.ts'

/** Gives a value in the form it travels in; throws where it is not what the schema says. */
export type Encode = (value: unknown) => unknown

/**
 * What `z.encode` does with one schema, taken apart once instead of at every answer. Costs are left out unless `canSeeCost` (IA-9).
 * Kinds of schema that answers seldom hold are left to zod, each at its place. Of a value that does not fit this says no more than
 * that it does not; zod says why.
 */
export function outputEncoder(schema: z.core.$ZodType, canSeeCost: boolean): Encode {
  if (schema instanceof z.ZodNullable) return unless(null, outputEncoder(schema.unwrap(), canSeeCost))
  if (schema instanceof z.ZodOptional) return unless(undefined, outputEncoder(schema.unwrap(), canSeeCost))
  if ((schema._zod.def.checks?.length ?? 0) === 0) {
    if (schema instanceof z.ZodObject && schema.def.catchall === undefined) return objectEncoder(schema, canSeeCost)
    if (schema instanceof z.ZodArray) return arrayEncoder(outputEncoder(schema.element, canSeeCost))
    if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodString) return recordEncoder(schema, canSeeCost)
    if (schema instanceof z.ZodString && !('format' in schema.def)) return only(value => typeof value === 'string')
    if (schema instanceof z.ZodBoolean) return only(value => typeof value === 'boolean')
    if (schema instanceof z.ZodEnum) return only(among(schema.options))
    if (schema instanceof z.ZodNumberFormat) return schema.format === 'safeint' ? only(Number.isSafeInteger) : zodEncoder(schema, canSeeCost)
    if (schema instanceof z.ZodNumber) return only(Number.isFinite)
    if (schema instanceof z.ZodCodec && schema.out instanceof z.ZodCustom) return codecEncoder(schema, schema.out)
  }
  return zodEncoder(schema, canSeeCost)
}

class Misfit extends Error {}

function objectEncoder({ shape }: z.ZodObject, canSeeCost: boolean): Encode {
  const members = Object.entries(shape)
    .filter(([, member]) => canSeeCost || !isCost(member as z.ZodType))
    .map(([key, member]) => ({ key, encode: outputEncoder(member, canSeeCost) }))
  const names = new Set(members.map(({ key }) => key))
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Misfit()
    // A copy keeps the shape that the rows of one list share, which is what makes writing them as JSON fast.
    const encoded = { ...value } as Record<string, unknown>
    for (const { key, encode } of members) {
      const member = encoded[key]
      const sent = encode(member)
      if (sent !== member) encoded[key] = sent
    }
    for (const key in encoded) if (!names.has(key)) encoded[key] = undefined
    return encoded
  }
}

/** Most records have no extra fields; of those that have, zod looks at each key. */
function recordEncoder(schema: z.ZodRecord, canSeeCost: boolean): Encode {
  const encode = zodEncoder(schema, canSeeCost)
  const isEmpty = (value: object) => Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length === 0
  return value => (typeof value === 'object' && value !== null && isEmpty(value) ? {} : encode(value))
}

function arrayEncoder(encode: Encode): Encode {
  return value => {
    if (!Array.isArray(value)) throw new Misfit()
    return value.map(encode)
  }
}

/** The rule of what is kept is the codec's own; what it makes of that, it vouches for itself. */
function codecEncoder({ def }: z.ZodCodec, out: z.ZodCustom): Encode {
  const fits = out.def.fn
  return value => {
    if (fits(value) !== true) throw new Misfit()
    return def.reverseTransform(value, { value, issues: [] })
  }
}

function zodEncoder(schema: z.core.$ZodType, canSeeCost: boolean): Encode {
  const hidden = canSeeCost ? [] : [...costPaths(schema)]
  return value => {
    const encoded = z.encode(schema as z.ZodType, value)
    for (const path of hidden) blankAt(encoded, path)
    return encoded
  }
}

function unless(nothing: null | undefined, encode: Encode): Encode {
  return value => (value === nothing ? nothing : encode(value))
}

function only(fits: (value: unknown) => boolean): Encode {
  return value => {
    if (!fits(value)) throw new Misfit()
    return value
  }
}

function among(options: readonly unknown[]): (value: unknown) => boolean {
  const known = new Set(options)
  return value => known.has(value)
}
