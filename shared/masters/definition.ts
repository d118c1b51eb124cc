import { z } from 'zod'
import type { Entity } from '../core/entities.ts'
import type { MasterField } from './fields.ts'

/** The records that every other module refers to; one definition each, listed in `masters.ts`. */
export type MasterEntity = Extract<Entity,
  | 'unit' | 'section' | 'location' | 'item' | 'partner' | 'productionLine' | 'worker' | 'machine' | 'workCalendar' | 'workShift' | 'holiday' | 'targetRule'
  | 'processFlowEdge' | 'unitConversion' | 'courier' | 'tray' | 'labelPrinter' | 'customer' | 'salesman' | 'defectReason' | 'downtimeReason' | 'wasteReason'
  | 'productionStage' | 'productionRoute' | 'routeStep' | 'stageBuffer' | 'stageStep' | 'stageFigure'>

export type Fields = Readonly<Record<string, MasterField>>
type Shape = Readonly<Record<string, z.ZodType>>
type Flat<T> = { [K in keyof T]: T[K] }

/** Values of extra fields, by the names under which they are defined: decimals as text, days as `YYYY-MM-DD`. */
export const AttributeValue = z.union([z.string().max(1000), z.number(), z.boolean(), z.null()])
export type AttributeValue = z.infer<typeof AttributeValue>
export const AttributeValues = z.record(z.string().max(50), AttributeValue)
export type AttributeValues = z.infer<typeof AttributeValues>
/** As they are entered: what is left out stays as it is, null empties it. */
export const AttributeEntries = z.record(z.string().max(50), AttributeValue.optional())
export type AttributeEntries = z.infer<typeof AttributeEntries>

const common = { id: z.string(), version: z.int(), createdAt: z.string(), isActive: z.boolean(), attributes: AttributeValues }
type Common = typeof common

/** The code and the name of what a reference leads to stand beside its id: `unitId`, `unitCode`, `unitName`. */
type ReferenceShape<F extends Fields> = {
  -readonly [K in keyof F as F[K]['kind'] extends 'reference' ? (K extends `${infer Base}Id` ? `${Base}Code` | `${Base}Name` : never) : never]: F[K]['kept']
}
export type RecordShape<F extends Fields, Extra extends Shape> = Flat<Common & { -readonly [K in keyof F]: F[K]['kept'] } & ReferenceShape<F> & Extra>
export type EntryShape<F extends Fields> = { -readonly [K in keyof F]: F[K]['entry'] }
export type FilterShape<F extends Fields> = Flat<
  { -readonly [K in keyof F as F[K]['filter'] extends z.ZodType ? K : never]: NonNullable<F[K]['filter']> } & { isActive: z.ZodBoolean }
>
type SortOf<K, Field extends MasterField> = Field['kind'] extends 'reference' ? (K extends `${infer Base}Id` ? `${Base}Code` | `${Base}Name` : never) : Field['kind'] extends 'cost' | 'weekdays' ? never : K & string
export type SortColumn<F extends Fields> = { [K in keyof F]: SortOf<K, F[K]> }[keyof F] | 'createdAt'

/** What the engine needs to know of a master, whatever its fields. */
export interface AnyMaster {
  readonly entity: MasterEntity
  /** In names of procedures: `createUnit`, `listUnits`; `units` names its texts, its screen and its import too. */
  readonly name: string
  readonly plural: string
  readonly fields: Fields
  /** Shown beside code and name where a record is chosen, as columns of the record. */
  readonly found: readonly string[]
  /** What narrows a choice: `kinds` lists of which `kind` must be one, `sectionId` what it must be. */
  readonly finds: Shape
  /** Computed columns of the record; the host's rules say how. */
  readonly extra: Shape
  /** Fields that together are never the same in two records, where there is no code. */
  readonly unique: readonly string[]
}

export interface Master<E extends MasterEntity, Name extends string, Plural extends string, F extends Fields, Found extends string, Finds extends Shape, Extra extends Shape> extends AnyMaster {
  readonly entity: E
  readonly name: Name
  readonly plural: Plural
  readonly fields: F
  readonly found: readonly Found[]
  readonly finds: Finds
  readonly extra: Extra
  /** A record as it is answered. */
  readonly record: z.ZodObject<RecordShape<F, Extra>>
  /** What is entered for a new one; what is left out is blank. */
  readonly entry: z.ZodObject<EntryShape<F>>
}

type NoShape = Record<never, never>
interface Spec<E, Name, Plural, F, Found, Finds, Extra> {
  readonly entity: E
  readonly name: Name
  readonly plural: Plural
  readonly fields: F
  readonly found?: readonly Found[]
  readonly finds?: Finds
  readonly extra?: Extra
  readonly unique?: readonly (keyof F & string)[]
}

/** One kind of master data. All else follows from this: schemas, procedures, handlers, lists, import, export, form and screen. */
export function defineMaster<
  const E extends MasterEntity, const Name extends string, const Plural extends string, F extends Fields, const Found extends string = never, Finds extends Shape = NoShape, Extra extends Shape = NoShape,
>({ found = [], finds = {} as Finds, extra = {} as Extra, unique = [], ...spec }: Spec<E, Name, Plural, F, Found, Finds, Extra>): Master<E, Capitalize<Name>, Capitalize<Plural>, F, Found, Finds, Extra> {
  const { fields } = spec
  return {
    ...spec, name: capitalized(spec.name), plural: capitalized(spec.plural), found, finds, extra, unique,
    record: z.object({ ...common, ...keptShape(fields), ...extra }) as never,
    entry: z.object(Object.fromEntries(Object.entries(fields).map(([name, { entry }]) => [name, entry]))) as never,
  }
}

export type RecordOf<M extends { readonly record: z.ZodType }> = z.infer<M['record']>
export type EntryOf<M extends { readonly entry: z.ZodType }> = z.infer<M['entry']>

/** `unitId` leads to `unit`, and `unitCode` and `unitName` stand beside it. */
export function baseOf(field: string): string {
  return field.replace(/Id$/, '')
}

/** The columns a list sorts by. */
export function sortColumns({ fields }: Pick<AnyMaster, 'fields'>): string[] {
  const own = Object.entries(fields).flatMap(([name, { kind }]) => {
    if (kind === 'reference') return [`${baseOf(name)}Code`, `${baseOf(name)}Name`]
    return kind === 'cost' || kind === 'weekdays' ? [] : [name]
  })
  return [...own, 'createdAt']
}

/** Masters without a code are found in no field and are known by what is unique in them. */
export function hasCode({ fields }: Pick<AnyMaster, 'fields'>): boolean {
  return 'code' in fields
}

/** `Units` names the texts `masters.units`, and the import target `units`. */
export function keyOfMaster({ plural }: Pick<AnyMaster, 'plural'>): string {
  return plural.charAt(0).toLowerCase() + plural.slice(1)
}

function keptShape(fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, { kind, kept }]) => {
    const beside = kind === 'reference' ? [`${baseOf(name)}Code`, `${baseOf(name)}Name`] : []
    return [name, ...beside].map(column => [column, kept])
  }))
}

function capitalized<T extends string>(text: T): Capitalize<T> {
  return (text.charAt(0).toUpperCase() + text.slice(1)) as Capitalize<T>
}
