import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { largestSheet, type Item, type ItemEntry, type itemProcedures, type NewItem } from '../../shared/masters/items.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { eachRow, type Place } from '../engines/each-row.ts'
import { foldCase } from '../imports/target.ts'
import { createItem, itemsOf, listItems, updateItem } from './items.ts'
import { isAmong } from './lookup.ts'
import { refuseIfUsed } from './uses.ts'

export function listItemSheet(db: Reader, { ids, search, filter }: ParsedInputOf<typeof itemProcedures.listItemSheet>): OutputOf<typeof itemProcedures.listItemSheet> {
  if (ids) {
    const rows = itemsOf(db, ids)
    return { rows, total: rows.length }
  }
  const { rows, total = rows.length } = listItems(db, { search, filter, sort: [], pageSize: largestSheet, total: true })
  return { rows, total }
}

/**
 * Creates and changes items, all or none; a line that changes nothing leaves its item as it is. Throws `invalid-input` that names
 * every line that was refused. A code may not pass from one item to another in one go: at no moment have two items the same.
 */
export function saveItems(db: Writer, entries: readonly ItemEntry[]): Item[] {
  const claim = codeClaims(db, entries)
  const ids = eachRow('rows', entries, (entry, index) => {
    const { id, version = 0, isActive, ...fields } = entry
    claim(entry, index)
    const item = id === undefined ? createItem(db, fields as NewItem) : updateItem(db, { id, version }, fields)
    if (isActive === undefined || isActive === item.isActive) return item.id
    if (!isActive) refuseIfUsed(db, 'item', item.id)
    return db.update('item', item, { isActive }).id
  }, placeOf)
  return itemsOf(db, ids)
}

/** Refuses a code that a line before has, or an item of another line or of none: `duplicate`. */
function codeClaims(db: Reader, entries: readonly ItemEntry[]): (entry: ItemEntry, index: number) => void {
  const codes = JSON.stringify(entries.flatMap(({ code }) => code ?? []))
  const owners = new Map(db.all(sql.selectFrom('item').select(['id', 'code']).where(isAmong('code', codes))).map(({ id, code }) => [foldCase(code), id]))
  const lines = new Map<string, number>()
  return ({ id, code }, index) => {
    if (code === undefined) return
    const twin = lines.get(foldCase(code))
    if (twin !== undefined) throw new AppError('invalid-input', { issues: [{ path: ['code'], reason: 'grid.issues.twice', params: { rows: String(twin + 1) } }] })
    lines.set(foldCase(code), index)
    const owner = owners.get(foldCase(code))
    if (owner !== undefined && owner !== id) throw new AppError('duplicate', { entity: 'item', field: 'code' })
  }
}

function placeOf({ code, params }: AppError): Place | undefined {
  if (code === 'duplicate') return { field: 'code' }
  if (code === 'inactive') return { field: String(params.field) }
  if (code === 'in-use') return { field: params.by === 'stockMove' ? 'unitId' : 'isActive' }
  return undefined
}
