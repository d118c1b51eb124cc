import type { ColumnMapping, FileColumn, Inspection } from '../../shared/imports/contract.ts'
import type { ImportMode, TargetField } from '../../shared/imports/target.ts'

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
