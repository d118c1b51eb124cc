import type { ColumnMapping, FileColumn, Inspection } from '../../shared/imports/contract.ts'
import type { ImportMode, TargetField } from '../../shared/imports/target.ts'

/** Several files as one: what any of them has, each column once; the first one leads where they differ. */
export function together([first, ...rest]: readonly Inspection[]): Inspection {
  return rest.reduce((all, other) => ({ ...all, columns: mergedColumns([...all.columns, ...other.columns]), suggestion: mergedSuggestion(all.suggestion, other.suggestion) }), first!)
}

function mergedColumns(columns: readonly FileColumn[]): FileColumn[] {
  return [...Map.groupBy(columns, ({ key }) => key).values()].map(same => same.reduce((all, other) => ({
    ...all, filled: all.filled + other.filled, samples: [...new Set([...all.samples, ...other.samples])].slice(0, 5), values: mergedValues(all.values, other.values),
    oddities: [...all.oddities, ...other.oddities.filter(({ kind }) => all.oddities.every(known => known.kind !== kind))],
  })))
}

function mergedValues(all: FileColumn['values'], other: FileColumn['values']): FileColumn['values'] {
  if (!all || !other) return null
  return [...Map.groupBy([...all, ...other], ({ text }) => text)].map(([text, same]) => ({ text, count: same.reduce((sum, { count }) => sum + count, 0) })).sort((a, b) => b.count - a.count)
}

function mergedSuggestion(all: Inspection['suggestion'], other: Inspection['suggestion']): Inspection['suggestion'] {
  const used = Object.values(all.columns)
  const more = Object.entries(other.columns).filter(([name, key]) => !Object.hasOwn(all.columns, name) && !used.includes(key))
  return { ...all, columns: { ...all.columns, ...Object.fromEntries(more) } }
}

/** What a field gets: a column of the file, a text for every row, or nothing. */
export type Source = { readonly kind: 'none' } | { readonly kind: 'constant' } | { readonly kind: 'column'; readonly key: string }

export function sourceOf({ columns, constants }: ColumnMapping, name: string): Source {
  if (Object.hasOwn(columns, name)) return { kind: 'column', key: columns[name]! }
  return Object.hasOwn(constants, name) ? { kind: 'constant' } : { kind: 'none' }
}

export function withSource(mapping: ColumnMapping, name: string, source: Source): ColumnMapping {
  const { [name]: _column, ...columns } = mapping.columns
  const { [name]: constant = '', ...constants } = mapping.constants
  if (source.kind === 'column') return { ...mapping, columns: { ...columns, [name]: source.key }, constants }
  return { ...mapping, columns, constants: source.kind === 'constant' ? { ...constants, [name]: constant } : constants }
}

export function withConstant(mapping: ColumnMapping, name: string, value: string): ColumnMapping {
  return { ...mapping, constants: { ...mapping.constants, [name]: value } }
}

/** The mapping to begin with: what the host suggests, and a fixed value asked for where a required field has no column. */
export function startMapping({ suggestion: { columns, constants, replacements } }: Inspection, fields: readonly TargetField[]): ColumnMapping {
  const lacking = fields.filter(({ name, isRequired, isKey }) => isRequired && !isKey && !Object.hasOwn(columns, name) && !Object.hasOwn(constants, name))
  return { columns, replacements, constants: { ...Object.fromEntries(lacking.map(({ name }) => [name, ''])), ...constants } }
}

/** Fields that nothing is mapped to and that the import, or only its new rows, cannot be without. */
export function missingFields(mapping: ColumnMapping, fields: readonly TargetField[], mode: ImportMode): { needed: readonly TargetField[]; lacking: readonly TargetField[] } {
  const open = fields.filter(({ name, isRequired }) => isRequired && !Object.hasOwn(mapping.columns, name) && !mapping.constants[name])
  const needed = open.filter(({ isKey }) => isKey || mode === 'insert')
  return { needed, lacking: open.filter(field => !needed.includes(field)) }
}

/** As it travels: a fixed value that was left empty is none, and only what comes from a column can be replaced. */
export function wholeMapping({ columns, constants, replacements }: ColumnMapping): ColumnMapping {
  return {
    columns, constants: Object.fromEntries(Object.entries(constants).filter(([, value]) => value.trim() !== '')),
    replacements: Object.fromEntries(Object.entries(replacements).filter(([name]) => Object.hasOwn(columns, name))),
  }
}

export function unusedColumns({ columns }: ColumnMapping, all: readonly FileColumn[]): readonly FileColumn[] {
  const used = new Set(Object.values(columns))
  return all.filter(({ key, filled }) => !used.has(key) && filled > 0)
}

/** Whether every column of a saved mapping is in the file. */
export function fits({ columns }: ColumnMapping, all: readonly FileColumn[]): boolean {
  return Object.values(columns).every(key => all.some(column => column.key === key))
}
