import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { BusinessDaySchema, ClockTimeSchema } from '../core/dates.ts'
import { DecimalSchema, NonNegativeDecimal, PositiveDecimal, zero } from '../core/decimal.ts'
import type { Entity } from '../core/entities.ts'
import { Code, Name, Note, optionalText, text } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'

export type FieldKind = 'text' | 'note' | 'group' | 'integer' | 'decimal' | 'cost' | 'flag' | 'choice' | 'day' | 'time' | 'weekdays' | 'reference'

/** What files call it, besides its label, and what they say for its values; see `ImportField`. */
export interface FileNames {
  readonly headings?: readonly string[]
  readonly synonyms?: Readonly<Record<string, readonly string[]>>
  readonly isOddAskedAbout?: true
}

/** One field of a master. Its label is the text `fields.<name>`. */
export interface MasterField<Entry extends z.ZodType = z.ZodType, Kept extends z.ZodType = z.ZodType, Kind extends FieldKind = FieldKind, Filter extends z.ZodType | null = z.ZodType | null> extends FileNames {
  readonly kind: Kind
  /** As it is entered. */
  readonly entry: Entry
  /** As it is kept and answered. */
  readonly kept: Kept
  /** What is kept where nothing is entered; `undefined` where something must be. */
  readonly blank: unknown
  /** A list may be narrowed to one value of it. */
  readonly filter: Filter
  readonly maximum?: number
  /** `positive` leaves out 0. */
  readonly least?: number | 'positive'
  readonly most?: number
  /** Of a choice: its values, and the texts `masters.<words>.<VALUE>`. */
  readonly values?: readonly string[]
  readonly words?: string
  /** What a reference leads to. */
  readonly entity?: Entity
  /** No two records may share it. */
  readonly isUnique?: true
}

const largestCount = 1_000_000

export function code(files: FileNames = {}) {
  return field('text', { entry: Code, kept: z.string(), filter: null, maximum: 50, isUnique: true, ...files })
}
export function name(files: FileNames = {}) {
  return field('text', { entry: Name, kept: z.string(), filter: null, maximum: 200, ...files })
}
/** Text that must be there. */
export function neededText(maximum: number, files: FileNames = {}) {
  return field('text', { entry: text(maximum), kept: z.string(), filter: null, maximum, ...files })
}
export function freeText(maximum: number, files: FileNames = {}) {
  return field('text', { entry: optionalText(maximum).optional(), kept: z.string(), filter: null, blank: '', maximum, ...files })
}
/** Text that no two records share where it is there: what a badge says. */
export function uniqueText(maximum: number, files: FileNames = {}) {
  return field('text', { entry: text(maximum).nullable().optional(), kept: z.string().nullable(), filter: null, blank: null, maximum, isUnique: true, ...files })
}
/** Several lines. */
export function note(files: FileNames = {}) {
  return field('note', { entry: Note.optional(), kept: z.string(), filter: null, blank: '', maximum: 1000, ...files })
}
/** Text that many records share, such as a category: lists may be narrowed to it. */
export function group(maximum: number, files: FileNames = {}) {
  return field('group', { entry: optionalText(maximum).optional(), kept: z.string(), filter: optionalText(maximum), blank: '', maximum, ...files })
}
/** A whole number that is `blank` where nothing is entered. */
export function count({ least = 0, most = largestCount, blank = 0, ...files }: FileNames & { least?: number; most?: number; blank?: number } = {}) {
  return field('integer', { entry: z.int().min(least).max(most).optional(), kept: z.int(), filter: null, blank, least, most, ...files })
}
export function optionalCount({ least = 0, most = largestCount, ...files }: FileNames & { least?: number; most?: number } = {}) {
  return field('integer', { entry: z.int().min(least).max(most).nullable().optional(), kept: z.int().nullable(), filter: null, blank: null, least, most, ...files })
}
/** Not below 0; 0 where nothing is entered. */
export function amount(files: FileNames = {}) {
  return field('decimal', { entry: NonNegativeDecimal.optional(), kept: DecimalSchema, filter: null, blank: zero, least: 0, ...files })
}
export function neededAmount(files: FileNames = {}) {
  return field('decimal', { entry: NonNegativeDecimal, kept: DecimalSchema, filter: null, least: 0, ...files })
}
export function optionalAmount(files: FileNames = {}) {
  return field('decimal', { entry: NonNegativeDecimal.nullable().optional(), kept: DecimalSchema.nullable(), filter: null, blank: null, least: 0, ...files })
}
/** Above 0 where it is said. */
export function optionalPositive(files: FileNames = {}) {
  return field('decimal', { entry: PositiveDecimal.nullable().optional(), kept: DecimalSchema.nullable(), filter: null, blank: null, least: 'positive', ...files })
}
/** A cost, for those who may see costs only (IA-9). */
export function costOf(files: FileNames = {}) {
  return field('cost', { entry: cost(NonNegativeDecimal.nullable()), kept: cost(DecimalSchema.nullable()), filter: null, blank: null, least: 0, ...files })
}
export function flag(blank: boolean, files: FileNames = {}) {
  return field('flag', { entry: z.boolean().optional(), kept: z.boolean(), filter: z.boolean(), blank, ...files })
}
/** One of fixed values, whose words are the texts `masters.<words>.<VALUE>`. */
export function choice<const V extends string>(values: readonly [V, ...V[]], words: string, files: FileNames = {}) {
  const one = z.enum(values)
  return field('choice', { entry: one, kept: one, filter: one, values, words, ...files })
}
/** Of fixed values the `usual` one where nothing is entered. */
export function usualChoice<const V extends string>(values: readonly [V, ...V[]], words: string, usual: NoInfer<V>, files: FileNames = {}) {
  const one = z.enum(values)
  return field('choice', { entry: one.optional(), kept: one, filter: one, blank: usual, values, words, ...files })
}
export function optionalChoice<const V extends string>(values: readonly [V, ...V[]], words: string, files: FileNames = {}) {
  const one = z.enum(values)
  return field('choice', { entry: one.nullable().optional(), kept: one.nullable(), filter: one, blank: null, values, words, ...files })
}
export function day(files: FileNames = {}) {
  return field('day', { entry: BusinessDaySchema, kept: z.string(), filter: null, ...files })
}
export function optionalDay(files: FileNames = {}) {
  return field('day', { entry: BusinessDaySchema.nullable().optional(), kept: z.string().nullable(), filter: null, blank: null, ...files })
}
/** `HH:MM` on the factory's clock. */
export function time(files: FileNames = {}) {
  return field('time', { entry: ClockTimeSchema, kept: z.string(), filter: null, maximum: 5, ...files })
}

/** Days of the week in order, 1 is Monday: `123456`. */
export const Weekdays = z.string().min(1).regex(/^1?2?3?4?5?6?7?$/)
export function weekdays(files: FileNames = {}) {
  return field('weekdays', { entry: Weekdays, kept: z.string(), filter: null, maximum: 7, ...files })
}

export function reference<const E extends Entity>(entity: E, files: FileNames = {}) {
  return field('reference', { entry: IdSchema, kept: z.string(), filter: IdSchema, entity, ...files })
}
export function optionalReference<const E extends Entity>(entity: E, files: FileNames = {}) {
  return field('reference', { entry: IdSchema.nullable().optional(), kept: z.string().nullable(), filter: IdSchema, blank: null, entity, ...files })
}

function field<Kind extends FieldKind, Entry extends z.ZodType, Kept extends z.ZodType, Filter extends z.ZodType | null>(
  kind: Kind, spec: Omit<MasterField<Entry, Kept, Kind, Filter>, 'kind' | 'blank'> & { blank?: unknown },
): MasterField<Entry, Kept, Kind, Filter> {
  return { kind, blank: undefined, ...spec }
}

export function isRequired({ blank }: Pick<MasterField, 'blank'>): boolean {
  return blank === undefined
}
