import type { Database, Statement } from 'better-sqlite3'
import { bind, isClaim } from './reader.ts'

type Row = Record<string, unknown>
interface Column { readonly name: string; readonly type: string; readonly pk: number; readonly dflt_value: string | null; readonly hidden: number }

/** Adds a row, and gives it as its table will give it back. */
export type Insert = (given: Row) => Row
/**
 * What is made once for each table and list of columns, in the order they are given. Found by the names themselves: to make a statement's text anew, only to look it
 * up by that, takes longer.
 */
export type Forms<Made> = Map<string, readonly { readonly columns: readonly string[]; readonly made: Made }[]>

const mostForms = 64

export function formOf<Made>(forms: Forms<Made>, table: string, columns: readonly string[], make: () => Made): Made {
  const known = forms.get(table) ?? []
  for (const form of known) if (areSame(form.columns, columns)) return form.made
  const made = make()
  forms.set(table, [{ columns, made }, ...known].slice(0, mostForms))
  return made
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name, place) => name === others[place])
}

/** How rows that give these columns are added to a table: without reading them back, where the database reckons no column itself. */
export function insertInto(sqlite: Database, table: string, given: readonly string[]): Insert {
  const text = `insert into "${table}" (${given.map(name => `"${name}"`).join(', ')}) values (${given.map(() => '?').join(', ')})`
  const writtenRow = writtenRowOf(sqlite, table, given)
  if (!writtenRow) return readBack(sqlite.prepare(`${text} returning *`))
  const statement = sqlite.prepare(text)
  return row => writtenRow(row, Number(statement.run(...Object.values(row).map(bind)).lastInsertRowid))
}

function readBack(statement: Statement): Insert {
  return row => {
    const after = statement.get(...Object.values(row).map(bind)) as Row
    for (const name in after) after[name] = written(name, after[name])
    return after
  }
}

/** How a row reads once it is written: what was given, in the order of its table's columns, beside what the table adds. Nothing where the database reckons a column itself. */
export function writtenRowOf(sqlite: Database, table: string, given: readonly string[]): ((row: Row, rowNumber: number) => Row) | undefined {
  const columns = sqlite.pragma(`table_xinfo("${table}")`) as Column[]
  if (columns.length === 0 || columns.some(({ hidden, dflt_value }) => hidden !== 0 || addedBy(dflt_value) === undefined)) return undefined
  const keys = columns.filter(({ pk }) => pk > 0)
  const numbered = keys.length === 1 && keys[0]!.type.toUpperCase() === 'INTEGER' ? keys[0]!.name : undefined
  const number = numbered !== undefined && !given.includes(numbered) ? numbered : undefined
  const sources = given.map(name => ({ name, hasClaim: isClaim(name) }))
  // What is put together name by name is slow to copy, to compare and to write as JSON; a copy of it is not, and neither are the copies of that.
  const blank = { ...Object.fromEntries(columns.map(({ name, dflt_value }) => [name, written(name, addedBy(dflt_value))])) }
  return (row, rowNumber) => {
    const after: Row = { ...blank }
    if (number !== undefined) after[number] = rowNumber
    for (const { name, hasClaim } of sources) after[name] = writtenAs(hasClaim, row[name])
    return after
  }
}

/** A value as it is read again from the column that it was written to. */
export function written(column: string, value: unknown): unknown {
  return writtenAs(isClaim(column), value)
}

function writtenAs(hasClaim: boolean, value: unknown): unknown {
  const bound = bind(value)
  if (hasClaim && bound !== null) return bound === 1
  return typeof bound === 'string' ? bound.toWellFormed() : bound
}

/** A column's default, of which this knows numbers and texts. */
function addedBy(literal: string | null): string | number | null | undefined {
  if (literal === null) return null
  if (/^-?\d+$/.test(literal)) return Number(literal)
  return /^'(?:[^']|'')*'$/.test(literal) ? literal.slice(1, -1).replaceAll("''", "'") : undefined
}
