import { sql as raw, type Compilable, type SelectQueryBuilder } from 'kysely'
import type { Entity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import { baseOf, type AnyMaster } from '../../shared/masters/definition.ts'
import type { Reader } from '../database/reader.ts'
import { namedSql, planned, type NamedTables } from '../database/sql.ts'
import { isAmong } from './lookup.ts'
import { rulesOf, type Row } from './master-rules.ts'

export type RowQuery = SelectQueryBuilder<NamedTables, string, Row>

/** What a referenced record is called by. */
export function faceOf(entity: Entity): { readonly code: string; readonly name: string } {
  return entity === 'user' ? { code: 'username', name: 'fullName' } : { code: 'code', name: 'name' }
}

/** Some columns of a master's records, the code and name of what they refer to among them; neither narrowed nor ordered. */
export function rowsOf(master: AnyMaster, columns: readonly string[]): RowQuery {
  const { entity, fields } = master
  const references = Object.entries(fields).flatMap(([field, { entity: referred }]) => (referred ? [{ field, base: baseOf(field), referred }] : []))
  const joined = references.reduce<RowQuery>(
    (query, { field, base, referred }) => query.leftJoin(`${referred} as ${base}`, `${base}.id`, `${entity}.${field}`),
    namedSql.selectFrom(entity) as RowQuery,
  )
  return joined.select(columns.map(column => raw.ref(columnOf(master, column)).as(column)))
}

/** Where a column of the record is read: `item.code`, `unit.name` for `unitName`. */
export function columnOf({ entity, fields }: AnyMaster, column: string): string {
  const computed = rulesOf(entity).columns?.[column]
  if (computed !== undefined) return computed
  for (const [field, { entity: referred }] of Object.entries(fields)) {
    const base = baseOf(field)
    if (referred && column === `${base}Code`) return `${base}.${faceOf(referred).code}`
    if (referred && column === `${base}Name`) return `${base}.${faceOf(referred).name}`
  }
  return `${entity}.${column}`
}

/** All columns of the record but the derived ones. */
export function recordColumns({ entity, fields, extra }: AnyMaster): string[] {
  const { columns = {} } = rulesOf(entity)
  const own = Object.entries(fields).flatMap(([field, { kind }]) => (kind === 'reference' ? [field, `${baseOf(field)}Code`, `${baseOf(field)}Name`] : [field]))
  return ['id', 'version', 'createdAt', ...own, ...Object.keys(extra).filter(column => column in columns), 'isActive', 'attributes']
}

/** A row as the record is answered. */
export function recordFrom({ entity }: AnyMaster, row: Row): Row {
  const attributes: unknown = JSON.parse(String(row.attributes))
  return { ...row, ...rulesOf(entity).derived?.(row), attributes }
}

const plans = new Map<AnyMaster, (at: { id: string }) => Compilable<Row>>()

/** Throws `not-found`. */
export function recordOf(db: Reader, master: AnyMaster, id: string): Row {
  const { entity } = master
  let plan = plans.get(master)
  if (!plan) plans.set(master, (plan = planned(at => rowsOf(master, recordColumns(master)).where(`${entity}.id`, '=', at.id))))
  const row = db.first(plan({ id }))
  if (!row) throw new AppError('not-found', { entity, id })
  return recordFrom(master, row)
}

/** In the order of the ids; what is not there is left out. */
export function recordsOf(db: Reader, master: AnyMaster, ids: readonly string[]): Row[] {
  const rows = db.all(rowsOf(master, recordColumns(master)).where(isAmong(`${master.entity}.id`, JSON.stringify(ids))))
  const found = new Map(rows.map(row => [String(row.id), recordFrom(master, row)]))
  return ids.flatMap(id => (found.has(id) ? [found.get(id)!] : []))
}
