import type { Database } from 'better-sqlite3'
import { bind, isClaim } from './reader.ts'

type Row = Record<string, unknown>
interface Column { readonly name: string; readonly type: string; readonly pk: number; readonly dflt_value: string | null; readonly hidden: number }

/** How a row reads once it is written, so that it need not be read back: what was given, in the order of its table's columns, beside what the table adds. */
export type WrittenRow = (given: Row, rowNumber: number) => Row

/** Nothing where the database reckons a column itself: then the row is to be read back. */
export function writtenRowOf(sqlite: Database, table: string): WrittenRow | undefined {
  const columns = sqlite.pragma(`table_xinfo("${table}")`) as Column[]
  const added = new Map(columns.map(({ name, dflt_value }) => [name, addedBy(dflt_value)]))
  if (columns.length === 0 || columns.some(({ hidden }) => hidden !== 0) || [...added.values()].includes(undefined)) return undefined
  const keys = columns.filter(({ pk }) => pk > 0)
  const numbered = keys.length === 1 && keys[0]!.type.toUpperCase() === 'INTEGER' ? keys[0]!.name : undefined
  return (given, rowNumber) => {
    const row: Row = {}
    for (const { name } of columns) row[name] = name in given ? written(name, given[name]) : name === numbered ? rowNumber : written(name, added.get(name))
    return row
  }
}

/** A value as it is read again from the column that it was written to. */
export function written(column: string, value: unknown): unknown {
  const bound = bind(value)
  if (bound !== null && isClaim(column)) return bound === 1
  return typeof bound === 'string' ? bound.toWellFormed() : bound
}

/** A column's default, of which this knows numbers and texts. */
function addedBy(literal: string | null): string | number | null | undefined {
  if (literal === null) return null
  if (/^-?\d+$/.test(literal)) return Number(literal)
  return /^'(?:[^']|'')*'$/.test(literal) ? literal.slice(1, -1).replaceAll("''", "'") : undefined
}
