import { z } from 'zod'
import { isCost } from '../../shared/core/cost.ts'

/** Path to a field marked as a cost; `*` stands for every element of a list or record. */
export type CostPath = readonly string[]

/** Every cost in a schema. */
export function* costPaths(schema: z.core.$ZodType, path: CostPath = []): Generator<CostPath> {
  if (isCost(schema as z.ZodType)) {
    yield path
  } else if (schema instanceof z.ZodObject) {
    for (const [key, member] of Object.entries(schema.shape)) yield* costPaths(member, [...path, key])
  } else if (schema instanceof z.ZodArray) {
    yield* costPaths(schema.element, [...path, '*'])
  } else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    yield* costPaths(schema.unwrap(), path)
  } else if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) yield* costPaths(option, path)
  } else if (schema instanceof z.ZodRecord) {
    yield* costPaths(schema.valueType, [...path, '*'])
  }
}

/** The objects in a value that hold the field at the end of a path. */
export function holdersAt(value: unknown, path: CostPath): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const [head, ...rest] = path
  if (head === undefined) return []
  if (rest.length === 0) return head === '*' ? [] : [value as Record<string, unknown>]
  const children = head === '*' ? Object.values(value) : [(value as Record<string, unknown>)[head]]
  return children.flatMap(child => holdersAt(child, rest))
}

/** Not deleted: an object that has lost a member is slow from then on, and what is undefined is not written as JSON. */
export function blankAt(value: unknown, path: CostPath): void {
  const last = path.at(-1)!
  for (const holder of holdersAt(value, path)) if (last in holder) holder[last] = undefined
}
