import { sql as raw, type SqlBool } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import { baseOf, hasCode, sortColumns, type AnyMaster } from '../../shared/masters/definition.ts'
import { keptList, type ListRequest } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { found, matching, narrowed, textColumn } from './lookup.ts'
import type { Row } from './master-rules.ts'
import { columnOf, recordColumns, recordFrom, rowsOf } from './record-rows.ts'

export type RecordRequest = ListRequest & { readonly filter: Row }
type ListOf = (db: Reader, request: RecordRequest) => Page<Row>

const lists = new Map<AnyMaster, ListOf>()

export function listRecords(db: Reader, master: AnyMaster, request: RecordRequest): Page<Row> {
  let list = lists.get(master)
  if (!list) lists.set(master, (list = listOf(master)))
  const { rows, ...rest } = list(db, request)
  return { rows: rows.map(row => recordFrom(master, row)), ...rest }
}

function listOf(master: AnyMaster): ListOf {
  const { entity, fields, unique } = master
  const refs = Object.fromEntries(['isActive', ...Object.keys(fields)].map(field => [field, `${entity}.${field}`]))
  const sorted = sortColumns(master).map(column => [column, isTextColumn(master, column) ? textColumn(columnOf(master, column)) : columnOf(master, column)])
  const columns = Object.fromEntries(sorted) as Record<string, string>
  const [first = 'createdAt'] = unique.map(field => (fields[field]?.kind === 'reference' ? `${baseOf(field)}Name` : field))
  return keptList((filter: Row) => ({
    query: narrowed(rowsOf(master, recordColumns(master)), filter, refs),
    columns,
    search: searchColumns(master),
    defaultSort: [{ column: hasCode(master) ? 'code' : first, descending: false }],
    id: `${entity}.id`,
  }))
}

/** Code and name; where there is no code, what the records refer to. */
function searchColumns(master: AnyMaster): string[] {
  const { entity, fields } = master
  if (hasCode(master)) return [`${entity}.code`, `${entity}.name`]
  const referred = Object.keys(fields).filter(field => fields[field]?.kind === 'reference').flatMap(field => [`${baseOf(field)}Code`, `${baseOf(field)}Name`])
  return [...('name' in fields ? ['name'] : []), ...referred].map(column => columnOf(master, column))
}

function isTextColumn({ fields }: AnyMaster, column: string): boolean {
  const kind = fields[column]?.kind
  return kind === undefined ? column !== 'createdAt' : kind === 'text' || kind === 'group' || kind === 'note'
}

type FindRequest = { readonly search: string; readonly pageSize: number; readonly activeOnly: boolean } & Row

/** What a quick search field asks, narrowed as the definition's `finds` allow. */
export function findRecords(db: Reader, master: AnyMaster, request: FindRequest): Page<Row> {
  const { entity, finds } = master
  const narrows = Object.keys(finds).filter(name => request[name] !== undefined)
  const query = narrows.reduce((narrower, name) => {
    const value = request[name]
    if (!Array.isArray(value)) return narrower.where(`${entity}.${name}`, '=', value)
    return narrower.where(raw<SqlBool>`${raw.ref(`${entity}.${name.replace(/s$/, '')}`)} in (select value from json_each(${JSON.stringify(value)}))`)
  }, foundRows(master))
  return found(db, request.activeOnly ? query.where(`${entity}.isActive`, '=', true) : query, request, lookedUp(master))
}

/** The records whose very code or name somebody's list has, inactive ones too. */
export function matchRecords(db: Reader, master: AnyMaster, texts: readonly string[]): Row[] {
  return db.all(matching(foundRows(master), texts, lookedUp(master)))
}

function foundRows(master: AnyMaster) {
  return rowsOf(master, ['id', 'code', 'name', 'isActive', ...master.found])
}

function lookedUp({ entity }: AnyMaster): { readonly code: string; readonly name: string } {
  return { code: `${entity}.code`, name: `${entity}.name` }
}
