import { z } from 'zod'
import { isCost } from '../../shared/core/cost.ts'
import { AppError } from '../../shared/core/errors.ts'
import { inputIssue } from '../../shared/core/input-issues.ts'
import type { Procedure } from '../../shared/core/procedure.ts'

/** Path to a marked field; `*` stands for every element of a list. */
type Path = readonly string[]

const inputCosts = new WeakMap<Procedure, readonly Path[]>()
const outputCosts = new WeakMap<Procedure, readonly Path[]>()

/** Far more levels than any input has, and far fewer than what walks through it can go down. */
const deepestInput = 64

/** What a desk sent, parsed; `invalid-input` names every faulty field. A cost may only be given by who may see costs. */
export function parseInput(procedure: Procedure, raw: unknown, canSeeCost: boolean): unknown {
  if (isDeeper(raw, deepestInput)) throw new AppError('invalid-input', { issues: [{ path: [], reason: 'too-deep', params: { maximum: deepestInput } }] })
  const parsed = z.safeDecode(procedure.input, raw)
  if (!parsed.success) throw new AppError('invalid-input', { issues: parsed.error.issues.slice(0, 50).map(inputIssue) })
  if (!canSeeCost) {
    const given = costPaths(inputCosts, procedure, procedure.input).find(path => holdersAt(raw, path).some(holder => holder[path.at(-1)!] !== undefined))
    if (given) throw new AppError('forbidden', { needed: 'canSeeCost', field: given.join('.') })
  }
  return parsed.data
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some(member => isDeeper(member, levels - 1))
}

/** A handler's answer to be made JSON: only what the contract names; costs are undefined where they may not be seen, and so left out. */
export function encodeOutput(procedure: Procedure, value: unknown, canSeeCost: boolean): unknown {
  const encoded = z.encode(procedure.output, value)
  if (!canSeeCost) for (const path of costPaths(outputCosts, procedure, procedure.output)) blankAt(encoded, path)
  return encoded
}

function costPaths(known: WeakMap<Procedure, readonly Path[]>, procedure: Procedure, schema: z.ZodType): readonly Path[] {
  let paths = known.get(procedure)
  if (!paths) known.set(procedure, (paths = [...findCosts(schema, [])]))
  return paths
}

function* findCosts(schema: z.core.$ZodType, path: Path): Generator<Path> {
  if (isCost(schema as z.ZodType)) {
    yield path
  } else if (schema instanceof z.ZodObject) {
    for (const [key, member] of Object.entries(schema.shape)) yield* findCosts(member, [...path, key])
  } else if (schema instanceof z.ZodArray) {
    yield* findCosts(schema.element, [...path, '*'])
  } else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    yield* findCosts(schema.unwrap(), path)
  } else if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) yield* findCosts(option, path)
  } else if (schema instanceof z.ZodRecord) {
    yield* findCosts(schema.valueType, [...path, '*'])
  }
}

function holdersAt(value: unknown, path: Path): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const [head, ...rest] = path
  if (head === undefined) return []
  if (rest.length === 0) return head === '*' ? [] : [value as Record<string, unknown>]
  const children = head === '*' ? Object.values(value) : [(value as Record<string, unknown>)[head]]
  return children.flatMap(child => holdersAt(child, rest))
}

/** Not deleted: an object that has lost a member is slow from then on. */
function blankAt(value: unknown, path: Path): void {
  const last = path.at(-1)!
  for (const holder of holdersAt(value, path)) if (last in holder) holder[last] = undefined
}
