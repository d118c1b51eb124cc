import { readPeriod } from '../../shared/reports/rules.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import { isId } from '../../shared/core/ids.ts'
import type { Choice, FilterInput, OfferedFilter, Period, ReportFilter } from '../../shared/reports/report.ts'
import type { SettingReader } from '../core/handlers.ts'
import type { Scope } from '../core/session.ts'
import type { Reader } from '../database/reader.ts'
import { placesWithin } from './place-tree.ts'

/** A fixed set, or one whose words settings decide. */
export type Choices = readonly Choice[] | ((settings: SettingReader) => readonly Choice[])

export function choicesOf(choices: Choices, settings: SettingReader): Choice[] {
  return [...(typeof choices === 'function' ? choices(settings) : choices)]
}

/**
 * What a report can be narrowed by. `section`, `location` and `item` are records the asker must be allowed to see; a `location` is a place and
 * all below it, by their ids; `choice` is one of a fixed set; `period` is this month unless told otherwise (RP-2).
 */
export type FilterSpec =
  | { readonly kind: 'period' | 'section' | 'location' | 'flag' | 'search'; readonly labelKey: string }
  | { readonly kind: 'item'; readonly labelKey: string; readonly isNeeded?: true }
  | { readonly kind: 'choice'; readonly labelKey: string; readonly choices: Choices }
export type FilterSpecs = Readonly<Record<string, FilterSpec>>

type ValueOf<S extends FilterSpec> =
  S extends { readonly kind: 'period' } ? Period
  : S extends { readonly kind: 'flag' } ? boolean
  : S extends { readonly kind: 'search' } ? string
  : S extends { readonly kind: 'location' } ? readonly string[] | undefined
  : S extends { readonly kind: 'choice'; readonly choices: readonly { readonly value: infer V }[] | ((settings: never) => readonly { readonly value: infer V }[]) } ? V | undefined
  : string | undefined
/** The filters as a definition gets them: an unset record or choice is undefined, unset search text is empty. */
export type FilterValues<F extends FilterSpecs> = { readonly [K in keyof F]: ValueOf<F[K]> }

export interface FilterContext { readonly db: Reader; readonly scope: Scope; readonly today: BusinessDay; readonly settings: SettingReader }
/** The filters as a screen offers them. */
export function offeredFilters(specs: FilterSpecs, settings: SettingReader): OfferedFilter[] {
  return Object.entries(specs).map(([key, spec]) => ({
    key, kind: spec.kind, labelKey: spec.labelKey, ...(spec.kind === 'item' && spec.isNeeded && { isNeeded: true }), ...(spec.kind === 'choice' && { choices: choicesOf(spec.choices, settings) }),
  }))
}

interface Read { readonly value: unknown; readonly shown: FilterInput | null; readonly text: string }

const none: Read = { value: undefined, shown: null, text: '' }
const longestSearch = 100

/**
 * Reads what was given. Throws `invalid-input` for a filter the report does not have or a value it cannot be, `not-found`, and
 * `foreign-section` for the section or the location of another one (IA-5).
 */
export function readFilters<F extends FilterSpecs>(
  specs: F, given: Readonly<Record<string, FilterInput>>, context: FilterContext,
): { values: FilterValues<F>; filters: ReportFilter[] } {
  const unknown = Object.keys(given).find(key => !Object.hasOwn(specs, key))
  if (unknown !== undefined) throw refused(unknown, 'unrecognized_keys')
  const read = Object.entries(specs).map(([key, spec]) => ({ key, spec, ...readOne(key, spec, given[key], context) }))
  return {
    values: Object.fromEntries(read.map(({ key, value }) => [key, value])) as FilterValues<F>,
    filters: offeredFilters(specs, context.settings).map((filter, at) => ({ ...filter, value: read[at]!.shown, text: read[at]!.text })),
  }
}

function readOne(key: string, spec: FilterSpec, given: FilterInput | undefined, { db, scope, today, settings }: FilterContext): Read {
  if (spec.kind === 'period') {
    const period = readPeriod(typeof given === 'object' ? given : {}, today)
    return { value: period, shown: period, text: '' }
  }
  if (spec.kind === 'flag') {
    if (given !== undefined && typeof given !== 'boolean') throw refused(key, 'invalid_value')
    return { value: given ?? false, shown: given ?? false, text: '' }
  }
  if (given !== undefined && typeof given !== 'string') throw refused(key, 'invalid_value')
  const text = (given ?? '').trim()
  if (spec.kind === 'search') return { value: text.slice(0, longestSearch), shown: text.slice(0, longestSearch), text }
  if (text === '') return none
  if (spec.kind === 'choice') {
    if (!choicesOf(spec.choices, settings).some(({ value }) => value === text)) throw refused(key, 'invalid_value')
    return { value: text, shown: text, text: '' }
  }
  if (!isId(text)) throw refused(key, 'invalid_format')
  if (spec.kind === 'item') {
    const { code, name } = db.get('item', text)
    return { value: text, shown: text, text: `${code} ${name}` }
  }
  const { sectionId, name } = spec.kind === 'section' ? { sectionId: text, ...db.get('section', text) } : db.get('location', text)
  scope.section(sectionId)
  return { value: spec.kind === 'location' ? placesWithin(db, [text]) : text, shown: text, text: name }
}

function refused(key: string, reason: string): AppError {
  return new AppError('invalid-input', { issues: [{ path: ['filters', key], reason, params: {} }] })
}
