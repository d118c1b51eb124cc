import { z } from 'zod'

/** What is decoded of a value that is not what its schema says. */
export const misfit = Symbol('misfit')
/** Takes a value in the form it travels in; `misfit` where it is not what the schema says. */
export type Decode = (value: unknown) => unknown

/**
 * What `z.decode` does with one schema, taken apart once instead of at every call. Kinds of schema that inputs seldom hold are left to zod, each at its place;
 * one that holds itself must do so by `z.lazy`. Of a value that does not fit this says no more than that it does not; zod says why.
 */
export function inputDecoder(schema: z.core.$ZodType): Decode {
  const decode = bareDecoder(schema)
  return decode ? checked(decode, checksOf(schema)) : zodDecoder(schema)
}

/** Without the schema's own checks; nothing for a kind that is left to zod. */
function bareDecoder(schema: z.core.$ZodType): Decode | undefined {
  if (schema instanceof z.ZodExactOptional) return undefined
  if (schema instanceof z.ZodOptional) return isDefaulted(schema.unwrap()) ? undefined : unless(undefined, inputDecoder(schema.unwrap()))
  if (schema instanceof z.ZodNullable) return unless(null, inputDecoder(schema.unwrap()))
  if (schema instanceof z.ZodDefault) return defaultDecoder(schema)
  if (schema instanceof z.ZodObject) return objectDecoder(schema)
  if (schema instanceof z.ZodArray) return arrayDecoder(inputDecoder(schema.element))
  // Which options of the others may be tried is theirs to say.
  if (schema instanceof z.ZodUnion && !(schema instanceof z.ZodXor) && !(schema instanceof z.ZodDiscriminatedUnion)) return unionDecoder(schema.options.map(inputDecoder))
  if (schema instanceof z.ZodCodec) return codecDecoder(schema)
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return isCoerced(schema) ? undefined : only(value => typeof value === 'string')
  if (schema instanceof z.ZodNumber) return isCoerced(schema) ? undefined : only(Number.isFinite)
  if (schema instanceof z.ZodBoolean) return isCoerced(schema) ? undefined : only(value => typeof value === 'boolean')
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return among(schema._zod.values)
  if (schema instanceof z.ZodNull) return only(value => value === null)
  if (schema instanceof z.ZodCustom || schema instanceof z.ZodUnknown) return value => value
  return undefined
}

function isDefaulted({ _zod }: z.core.$ZodType): boolean {
  return _zod.optin === 'defaulted'
}

function isCoerced({ _zod }: z.core.$ZodType): boolean {
  return 'coerce' in _zod.def && _zod.def.coerce === true
}

/** A schema may be a check itself, as formats of text are. */
function checksOf(schema: z.core.$ZodType): readonly z.core.$ZodCheck<never>[] {
  const checks = schema._zod.def.checks ?? []
  return isCheck(schema) ? [schema, ...checks] : checks
}

function isCheck(schema: z.core.$ZodType): schema is z.core.$ZodType & z.core.$ZodCheck<never> {
  return schema._zod.traits.has('$ZodCheck')
}

function checked(decode: Decode, checks: readonly z.core.$ZodCheck<never>[]): Decode {
  if (checks.length === 0) return decode
  return given => {
    const value = decode(given)
    if (value === misfit) return misfit
    const payload: z.core.ParsePayload<never> = { value: value as never, issues: [] }
    for (const { _zod: check } of checks) {
      if (check.def.when && !check.def.when(payload)) continue
      if (check.check(payload) instanceof Promise) throw new Error('A check of an input is asynchronous')
      if (payload.issues.length > 0) return misfit
    }
    return payload.value
  }
}

function objectDecoder({ shape, def }: z.ZodObject): Decode | undefined {
  const isStrict = def.catchall instanceof z.ZodNever
  if ((def.catchall && !isStrict) || Object.values(shape).some(isOddlyLacking)) return undefined
  const members = Object.entries(shape).map(([key, member]) => ({ key, decode: inputDecoder(member), hasDefault: isDefaulted(member), mayLack: member._zod.optin !== undefined }))
  const names = new Set(Object.keys(shape))
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit
    const given = value as Readonly<Record<string, unknown>>
    if (isStrict) for (const key in given) if (!names.has(key)) return misfit
    const decoded: Record<string, unknown> = {}
    for (const { key, decode, hasDefault, mayLack } of members) {
      if (!hasDefault && !(key in given)) {
        if (mayLack) continue
        return misfit
      }
      const member = decode(given[key])
      if (member === misfit) return misfit
      decoded[key] = member
    }
    return decoded
  }
}

/** Whose lack makes something of nothing, or nothing of a default. */
function isOddlyLacking({ _zod: { optin, optout } }: z.core.$ZodType): boolean {
  return optin !== undefined && (optin === 'optional') !== (optout === 'optional')
}

function defaultDecoder({ def }: z.ZodDefault): Decode {
  const decode = inputDecoder(def.innerType)
  return value => {
    const decoded = value === undefined ? undefined : decode(value)
    return decoded === undefined ? def.defaultValue : decoded
  }
}

function arrayDecoder(decode: Decode): Decode {
  return value => {
    if (!Array.isArray(value)) return misfit
    const decoded: unknown[] = []
    for (const element of value as unknown[]) {
      const taken = decode(element)
      if (taken === misfit) return misfit
      decoded.push(taken)
    }
    return decoded
  }
}

function unionDecoder(options: readonly Decode[]): Decode {
  return value => {
    for (const decode of options) {
      const decoded = decode(value)
      if (decoded !== misfit) return decoded
    }
    return misfit
  }
}

function codecDecoder({ def }: z.ZodCodec): Decode {
  const [before, after] = [inputDecoder(def.in), inputDecoder(def.out)]
  return given => {
    const value = before(given)
    if (value === misfit) return misfit
    const payload: z.core.ParsePayload = { value, issues: [] }
    const transformed: unknown = def.transform(value, payload)
    if (transformed instanceof Promise) throw new Error('A codec of an input is asynchronous')
    return payload.issues.length > 0 ? misfit : after(transformed)
  }
}

function zodDecoder(schema: z.core.$ZodType): Decode {
  return value => {
    const parsed = z.safeDecode(schema as z.ZodType, value)
    return parsed.success ? parsed.data : misfit
  }
}

function unless(nothing: null | undefined, decode: Decode): Decode {
  return value => (value === nothing ? nothing : decode(value))
}

function only(fits: (value: unknown) => boolean): Decode {
  return value => (fits(value) ? value : misfit)
}

function among(values: ReadonlySet<unknown> | undefined): Decode | undefined {
  return values && (value => (values.has(value) ? value : misfit))
}
