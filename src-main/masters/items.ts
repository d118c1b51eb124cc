import type { Selectable } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import { itemMaster, type Item, type ItemFields, type NewItem } from '../../shared/masters/items.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ItemTable } from '../database/tables.ts'
import { listRecords, type RecordRequest } from './record-lists.ts'
import { recordOf, recordsOf } from './record-rows.ts'
import { createRecord, updateRecord } from './record-writing.ts'

/** What any master does, with the types of items, for services that work with them. */
export function listItems(db: Reader, request: RecordRequest): Page<Item> {
  return listRecords(db, itemMaster, request) as Page<Item>
}

export function itemOf(db: Reader, id: string): Item {
  return recordOf(db, itemMaster, id) as Item
}

/** In the order of the ids; what is not there is left out. */
export function itemsOf(db: Reader, ids: readonly string[]): Item[] {
  return recordsOf(db, itemMaster, ids) as Item[]
}

export function createItem(db: Writer, fields: NewItem): Selectable<ItemTable> {
  return createRecord(db, itemMaster, fields) as Row as Selectable<ItemTable>
}

export function updateItem(db: Writer, at: { id: string; version: number }, patch: Partial<ItemFields>): Selectable<ItemTable> {
  return updateRecord(db, itemMaster, at, patch) as Row as Selectable<ItemTable>
}
type Row = Readonly<Record<string, unknown>>

/** The categories and buyers in use, in order. */
export function itemGroups(db: Reader): { categories: string[]; buyers: string[] } {
  const distinct = (column: 'category' | 'buyer') =>
    db.all(sql.selectFrom('item').select(`${column} as value`).distinct().where(column, '<>', '').orderBy(column)).map(({ value }) => value)
  return { categories: distinct('category'), buyers: distinct('buyer') }
}
