import { z } from 'zod'
import type { Entity } from '../core/entities.ts'
import { Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { anySession, command, query, type Command, type Query } from '../core/procedure.ts'
import { AttributeEntries, sortColumns, type AnyMaster, type EntryShape, type Fields, type FilterShape, type Master, type MasterEntity, type RecordShape, type SortColumn } from './definition.ts'
import { Activity, findInput, matchInput } from './record.ts'

type Shape = Readonly<Record<string, z.ZodType>>
type ListInput<F extends Fields> = ReturnType<typeof listInput<FilterShape<F>, readonly [SortColumn<F>, ...SortColumn<F>[]]>>
type RecordSchema<F extends Fields, Extra extends Shape> = z.ZodObject<RecordShape<F, Extra>>
type Page<S extends z.ZodType> = ReturnType<typeof page<S>>
type GetInput = z.ZodObject<{ id: typeof IdSchema }>
type CreateInput<F extends Fields> = z.ZodObject<EntryShape<F> & { attributes: z.ZodOptional<typeof AttributeEntries> }>
type UpdateInput<F extends Fields> = z.ZodObject<
  { [K in keyof EntryShape<F>]: z.ZodOptional<EntryShape<F>[K]> } & { attributes: z.ZodOptional<typeof AttributeEntries>; id: typeof IdSchema; version: typeof Version }
>
type FoundSchema<F extends Fields, Found extends string, Extra extends Shape> =
  z.ZodObject<Pick<RecordShape<F, Extra>, ('id' | 'code' | 'name' | 'isActive' | Found) & keyof RecordShape<F, Extra>>>
type FindInput<Finds extends Shape> = z.ZodObject<typeof findInput & Finds>

/** What can be done with any master: `listUnits`, `getUnit`, `createUnit`, `updateUnit`, `setUnitActive`. */
export type RecordProcedures<Name extends string, Plural extends string, F extends Fields, Extra extends Shape> =
  & { readonly [K in `list${Plural}`]: Query<ListInput<F>, Page<RecordSchema<F, Extra>>> }
  & { readonly [K in `get${Name}`]: Query<GetInput, RecordSchema<F, Extra>> }
  & { readonly [K in `create${Name}`]: Command<CreateInput<F>, RecordSchema<F, Extra>> }
  & { readonly [K in `update${Name}`]: Command<UpdateInput<F>, RecordSchema<F, Extra>> }
  & { readonly [K in `set${Name}Active`]: Command<typeof Activity, RecordSchema<F, Extra>> }

/** And with what others refer to: `findUnits`, `matchUnits`. */
export type LookupProcedures<Plural extends string, F extends Fields, Found extends string, Finds extends Shape, Extra extends Shape> =
  & { readonly [K in `find${Plural}`]: Query<FindInput<Finds>, Page<FoundSchema<F, Found, Extra>>> }
  & { readonly [K in `match${Plural}`]: Query<z.ZodObject<typeof matchInput>, z.ZodArray<FoundSchema<F, Found, Extra>>> }

/**
 * The procedures of a master. Everyone who may look at master data sees all of it; who may change it is `masters.create` and
 * `masters.update`. Codes are unique whatever their case (`duplicate`); nothing is ever deleted (MD-5): `in-use` says what would break.
 */
export function recordProcedures<N extends string, P extends string, F extends Fields, Fo extends string, Fi extends Shape, X extends Shape>(
  master: Master<MasterEntity, N, P, F, Fo, Fi, X>,
): RecordProcedures<N, P, F, X> {
  const { entity, name, plural, record, entry } = master
  const reads = readsOf(master)
  const attributes = AttributeEntries.optional()
  const filter = Object.fromEntries(Object.entries(master.fields).flatMap(([field, { filter: one }]) => (one ? [[field, one]] : [])))
  return {
    [`list${plural}`]: query({
      permission: 'masters.view', input: listInput({ ...filter, isActive: z.boolean() }, sortColumns(master) as [string, ...string[]]), output: page(record), reads,
    }),
    [`get${name}`]: query({ permission: 'masters.view', input: z.object({ id: IdSchema }), output: record, reads }),
    [`create${name}`]: command({ permission: 'masters.create', input: entry.extend({ attributes }), output: record, writes: [entity] }),
    [`update${name}`]: command({
      permission: 'masters.update', input: entry.partial().extend({ attributes, id: IdSchema, version: Version }), output: record, writes: [entity],
    }),
    [`set${name}Active`]: command({ permission: 'masters.update', input: Activity, output: record, writes: [entity] }),
  } as never
}

export function lookupProcedures<N extends string, P extends string, F extends Fields, Fo extends string, Fi extends Shape, X extends Shape>(
  master: Master<MasterEntity, N, P, F, Fo, Fi, X>,
): LookupProcedures<P, F, Fo, Fi, X> {
  const { plural, finds } = master
  const found = foundSchema(master)
  const reads = readsOf(master)
  return {
    [`find${plural}`]: query({ permission: anySession, input: z.object({ ...findInput, ...finds }), output: page(found), reads }),
    // Asked once for a list nobody has again, so the answer is not kept.
    [`match${plural}`]: query({ permission: anySession, varies: 'clock', input: z.object(matchInput), output: z.array(found), reads }),
  } as never
}

/** As a field shows it to whoever fills in a form. */
function foundSchema<N extends string, P extends string, F extends Fields, Fo extends string, Fi extends Shape, X extends Shape>(
  { record, found }: Master<MasterEntity, N, P, F, Fo, Fi, X>,
): FoundSchema<F, Fo, X> {
  const shape: Readonly<Record<string, z.ZodType>> = record.shape
  return z.object(Object.fromEntries(['id', 'code', 'name', 'isActive', ...found].map(column => [column, shape[column]!]))) as never
}

/** The record's own entity and those it refers to. */
export function readsOf({ entity, fields }: AnyMaster): Entity[] {
  return [...new Set([entity, ...Object.values(fields).flatMap(field => field.entity ?? [])])]
}
