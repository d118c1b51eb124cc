import fc from 'fast-check'
import { z } from 'zod'

/** Ids of rows that are there, by the field that points to them: a call with invented ids alone never gets past “not found”. */
export type Pointers = (field: string) => readonly string[]

/** What a schema says about itself, as far as values are made from it. */
interface Definition {
  readonly type: string
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
  readonly shape?: Readonly<Record<string, Schema>>
  readonly element?: Schema
  readonly items?: readonly Schema[]
  readonly options?: readonly Schema[]
  readonly innerType?: Schema
  readonly out?: Schema
  readonly keyType?: Schema
  readonly valueType?: Schema
  readonly entries?: Readonly<Record<string, string | number>>
  readonly values?: readonly unknown[]
  readonly getter?: () => Schema
}
interface Check { readonly check: string; readonly format?: string; readonly pattern?: RegExp; readonly value?: number; readonly minimum?: number; readonly maximum?: number }
type Schema = z.core.$ZodType

const deepest = 3

/**
 * Inputs that look valid to this schema, as they travel: right types, real ids, words and numbers at the edges of what is allowed.
 * It reads the schema itself, so that a procedure added later is covered without another line here.
 */
export function validInputs(schema: z.ZodType, pointers: Pointers): fc.Arbitrary<unknown> {
  return valuesOf(schema, 'id', pointers, 0)
}

function valuesOf(schema: Schema, field: string, pointers: Pointers, depth: number): fc.Arbitrary<unknown> {
  const definition = schema._zod.def as Definition
  const inner = (next: Schema, name = field) => valuesOf(next, name, pointers, depth + 1)
  switch (definition.type) {
    case 'object': {
      const shape = Object.entries(definition.shape ?? {})
      const required = shape.filter(([, member]) => !isOptional(member)).map(([key]) => key)
      return fc.record(Object.fromEntries(shape.map(([key, member]) => [key, inner(member, key)])), { requiredKeys: required })
    }
    case 'optional': case 'default': case 'prefault': case 'readonly': case 'nonoptional': case 'catch': return inner(definition.innerType!)
    case 'nullable': return fc.option(inner(definition.innerType!), { freq: 3 })
    case 'array': {
      const { least, most } = sizesOf(definition)
      return fc.array(inner(definition.element!), { minLength: least, maxLength: Math.min(most, least + 4) })
    }
    case 'tuple': return fc.tuple(...definition.items!.map(member => inner(member)))
    case 'record': return fc.dictionary(inner(definition.keyType!, 'key') as fc.Arbitrary<string>, inner(definition.valueType!), { maxKeys: 4 })
    case 'union': return depth > deepest * 3 ? fc.constant(null) : fc.oneof(...definition.options!.map(option => inner(option)))
    case 'pipe': return definition.out!._zod.def.type === 'custom' ? likely(schema, amounts) : inner(definition.out!)
    case 'lazy': return depth > deepest * 2 ? fc.constant('deep enough') : inner(definition.getter!())
    case 'enum': return fc.constantFrom(...Object.values(definition.entries!))
    case 'literal': return fc.constantFrom(...definition.values!)
    case 'boolean': return fc.boolean()
    case 'null': return fc.constant(null)
    case 'undefined': return fc.constant(undefined)
    case 'number': return likely(schema, numbersOf(definition))
    case 'string': return likely(schema, textsOf(definition, field, pointers))
    case 'unknown': case 'any': return fc.jsonValue({ maxDepth: 2 })
    case 'custom': return amounts
    default: throw new Error(`No values are known for a schema of type ${definition.type} (${field})`)
  }
}

/** Of some candidates the first that the schema takes, if any: what its own rules ask (a good password, a positive quantity) only it knows. */
function likely(schema: Schema, candidates: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.array(candidates, { minLength: 6, maxLength: 6 }).map(drawn => drawn.find(value => z.safeDecode(schema as z.ZodType, value as never).success) ?? drawn[0])
}

function isOptional(schema: Schema): boolean {
  return schema._zod.optin === 'optional'
}

function checksOf({ checks = [] }: Definition): readonly Check[] {
  return checks.map(({ _zod }) => _zod.def)
}

function sizesOf(definition: Definition): { least: number; most: number } {
  const checks = checksOf(definition)
  const least = Math.max(0, ...checks.map(({ minimum }) => minimum ?? 0))
  const most = Math.min(1000, ...checks.map(({ maximum }) => maximum ?? 1000))
  return { least, most }
}

const amounts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('1', '2.5', '10', '0.0001', '120', '3') },
  { weight: 2, arbitrary: fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: 9999 })).map(([whole, part]) => `${whole}.${part}`) },
  { weight: 1, arbitrary: fc.constantFrom('0', '-1', '1000000000', '1000000000.0001', '900719925474.0991', 7, 0.1, 450359962737.0497) },
)

function numbersOf(definition: Definition): fc.Arbitrary<unknown> {
  const limits = checksOf(definition)
  const least = Math.max(...limits.filter(({ check }) => check === 'greater_than').map(({ value }) => value ?? 0), -1000)
  const most = Math.min(...limits.filter(({ check }) => check === 'less_than').map(({ value }) => value ?? 0), Number.MAX_SAFE_INTEGER)
  const isWhole = definition.format !== undefined || limits.some(({ format }) => format !== undefined)
  const small = fc.integer({ min: Math.ceil(least), max: Math.max(Math.ceil(least), Math.min(most, least + 3)) })
  const edges = fc.constantFrom(least, Math.min(most, Number.MAX_SAFE_INTEGER))
  return isWhole ? fc.oneof({ weight: 5, arbitrary: small }, { weight: 1, arbitrary: edges }) : fc.oneof(small, edges, fc.double({ noNaN: true }))
}

const day = fc.integer({ min: -40, max: 40 }).map(days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10))
const words = fc.constantFrom(
  'kain', 'KM-KT-C', 'Benang jahit', 'WH', 'a', 'x_%\\', '“kutip”', 'ſtraße', 'نص', '布料', 'a b  c', '-5', '=1+1', '0', "' or 1=1 --", 'pengguna.7',
  'Sandi#2026',
)

function textsOf(definition: Definition, field: string, pointers: Pointers): fc.Arbitrary<string> {
  const checks = checksOf(definition)
  const format = definition.format ?? checks.find(check => check.format !== undefined)?.format
  const pattern = checks.find(check => check.pattern !== undefined)?.pattern
  if (format === 'date') return fc.oneof({ weight: 6, arbitrary: day }, { weight: 1, arbitrary: fc.constantFrom('0000-01-01', '9999-12-31', '2024-02-29') })
  if (format === 'datetime') return day.map(text => `${text}T03:00:00Z`)
  if (format === 'time') return fc.constantFrom('00:00', '07:30', '23:59')
  const known = pointers(field)
  if (pattern?.test(anId)) return known.length > 0 ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.constant(anId) }) : fc.constant(anId)
  if (pattern) return fc.stringMatching(pattern)
  const { least, most } = sizesOf(definition)
  const free = fc.oneof(
    { weight: 6, arbitrary: words }, { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: least, maxLength: Math.min(most, 40) }) },
    { weight: 1, arbitrary: fc.constant('x'.repeat(Math.min(most, 200))) },
  )
  return known.length > 0 ? fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: free }) : free
}

export const anId = '0192f3a4-5b6c-7d8e-9f01-23456789abcd'

/** What no field expects. A nest is written as a word here: `asText` unfolds it, because no serialiser would get through it. */
const nest = (kind: 'list' | 'object', depth: number) => `«${kind} ${depth}»`
const hostileValues = fc.oneof(
  fc.constantFrom<unknown>(
    null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 5e-324, Number.MAX_SAFE_INTEGER + 2, '', ' ', '\u0000', 'a\u0000b', '\ud800', '\u202e', '\ufeff',
    '1e999', 'NaN', 'Infinity', '0x10', '１２', '999999999999999999999999', '2026-02-30', '../../etc/passwd', '%00', "'; drop table item; --", '${jndi:ldap://x}',
    'x'.repeat(5000), [], {}, [[]], [null], { $gt: 0 }, { toString: 1 }, { length: 3 }, { then: 'x' }, nest('list', 30), nest('list', 3000), nest('object', 3000),
  ),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toJSON', 'hasOwnProperty', 'valueOf').map(key => Object.fromEntries([[key, { isAdmin: true, id: anId }]])),
  fc.array(fc.constantFrom(0, 'x', null, {}), { minLength: 300, maxLength: 2000 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** The same inputs with one or two places spoiled: another type, a value out of every range, a key of the prototype. */
export function spoiledInputs(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const once = (input: fc.Arbitrary<unknown>) =>
    fc.tuple(input, fc.nat(), hostileValues, fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add')).map(([value, place, hostile, how]) => spoiled(value, place, hostile, how))
  return fc.oneof({ weight: 3, arbitrary: once(valid) }, { weight: 2, arbitrary: once(once(valid)) }, { weight: 1, arbitrary: hostileValues })
}

type Path = readonly (string | number)[]

function spoiled(value: unknown, place: number, hostile: unknown, how: string): unknown {
  const paths = [...pathsIn(value, [])]
  const path = paths[place % Math.max(1, paths.length)] ?? []
  if (how !== 'add') return replaced(value, path, how === 'remove' ? undefined : hostile)
  const holder = path.slice(0, -1)
  return replaced(value, [...holder, place % 2 === 0 ? '__proto__' : 'unasked'], hostile)
}

function* pathsIn(value: unknown, path: Path): Generator<Path> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) yield* pathsIn(member, [...path, Array.isArray(value) ? Number(key) : key])
}

function replaced(value: unknown, [head, ...rest]: Path, hostile: unknown): unknown {
  if (head === undefined) return hostile
  if (Array.isArray(value)) return value.map((member: unknown, at) => (at === head ? replaced(member, rest, hostile) : member))
  const entries = Object.entries(Object(value) as object).filter(([key]) => key !== head)
  const member = Object.hasOwn(Object(value) as object, head) ? (value as Record<string, unknown>)[head] : undefined
  return Object.fromEntries([...entries, [head, replaced(member, rest, hostile)]])
}

/** The input as JSON text; what JSON cannot say (nothing at all) is left out. */
export function asText(input: unknown): string {
  const text = JSON.stringify(input) ?? 'null'
  return text.replace(/"«(list|object) (\d+)»"/g, (_, kind: string, depth: string) => {
    const [open, close] = kind === 'list' ? ['[', ']'] : ['{"a":', '}']
    return `${open.repeat(Number(depth))}1${close.repeat(Number(depth))}`
  })
}
