import type { Selectable } from 'kysely'
import { zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError, type InputIssue } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { FoundItem, Item, ItemFields, items, NewItem } from '../../shared/masters/items.ts'
import { fitsUnit, isWholePacking, piecesPerPallet, type Packing } from '../../shared/masters/rules.ts'
import { keptList, type ListRequest } from '../database/list.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { ItemTable } from '../database/tables.ts'
import { found, isAmong, matching, narrowed, textColumn } from './lookup.ts'
import { requireActive } from './parents.ts'
import { refuseIfMoved } from './uses.ts'

const itemRows = sql.selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId').select([
  'item.id', 'item.version', 'item.createdAt', 'item.code', 'item.name', 'item.kind',
  'item.unitId', 'unit.code as unitCode', 'unit.name as unitName', 'unit.places as unitPlaces',
  'item.category', 'item.buyer', 'item.minimumStock', 'item.unitCost', 'item.piecesPerCarton', 'item.cartonsPerPallet', 'item.notes', 'item.isActive',
])

type ItemRequest = ListRequest & { readonly filter: ParsedInputOf<typeof items.listItems>['filter'] }

const itemPage = keptList((filter: ItemRequest['filter']) => ({
  query: narrowed(itemRows, filter, {
    kind: 'item.kind', unitId: 'item.unitId', category: 'item.category', buyer: 'item.buyer', isActive: 'item.isActive',
  }),
  columns: {
    code: textColumn('item.code'), name: textColumn('item.name'), kind: 'item.kind', unitCode: textColumn('unit.code'),
    category: textColumn('item.category'), buyer: textColumn('item.buyer'), minimumStock: 'item.minimumStock', createdAt: 'item.createdAt',
  },
  search: ['item.code', 'item.name'],
  defaultSort: [{ column: 'code', descending: false }],
  id: 'item.id',
}))

export function listItems(db: Reader, input: ItemRequest): Page<Item> {
  const { rows, ...rest } = itemPage(db, input)
  return { rows: rows.map(withPallet), ...rest }
}

const foundRows = sql.selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId').select([
  'item.id', 'item.code', 'item.name', 'item.kind', 'item.unitId', 'unit.code as unitCode', 'unit.places as unitPlaces', 'item.isActive',
])
const lookedUp = { code: 'item.code', name: 'item.name' }

export function findItems(db: Reader, input: ParsedInputOf<typeof items.findItems>): Page<FoundItem> {
  let query = foundRows
  if (input.activeOnly) query = query.where('item.isActive', '=', true)
  if (input.kinds) query = query.where('item.kind', 'in', input.kinds)
  return found(db, query, input, lookedUp)
}

export function matchItems(db: Reader, { texts }: ParsedInputOf<typeof items.matchItems>): FoundItem[] {
  return db.all(matching(foundRows, texts, lookedUp))
}

/** The categories and buyers in use, in order. */
export function itemGroups(db: Reader): { categories: string[]; buyers: string[] } {
  const distinct = (column: 'category' | 'buyer') =>
    db.all(sql.selectFrom('item').select(`${column} as value`).distinct().where(column, '<>', '').orderBy(column)).map(({ value }) => value)
  return { categories: distinct('category'), buyers: distinct('buyer') }
}

/** Throws `invalid-input` (MD-1, decimals the unit does not have), `inactive` (the unit), `duplicate` (the code). */
export function createItem(db: Writer, fields: NewItem): Selectable<ItemTable> {
  const item = {
    category: '', buyer: '', minimumStock: zero, piecesPerCarton: null, cartonsPerPallet: null, notes: '',
    ...fields, unitCost: fields.unitCost ?? null,
  }
  requireActive(db, 'unit', item.unitId)
  requireSound(db, item)
  return db.insert('item', item)
}

/**
 * A field that is left out stays as it is. Throws what `createItem` throws, `conflict`, and `in-use` for the unit of an item whose
 * stock has moved.
 */
export function updateItem(db: Writer, at: { id: string; version: number }, patch: Partial<ItemFields>): Selectable<ItemTable> {
  const before = db.get('item', at.id)
  if (patch.unitId !== undefined && patch.unitId !== before.unitId) {
    refuseIfMoved(db, 'item', at.id)
    requireActive(db, 'unit', patch.unitId)
  }
  requireSound(db, { ...before, ...given(patch) })
  return db.update('item', at, patch)
}

const itemRow = planned((item: { id: string }) => itemRows.where('item.id', '=', item.id))

export function itemOf(db: Reader, id: string): Item {
  const row = db.first(itemRow({ id }))
  if (!row) throw new AppError('not-found', { entity: 'item', id })
  return withPallet(row)
}

/** In the order of the ids; what is not there is left out. */
export function itemsOf(db: Reader, ids: readonly string[]): Item[] {
  const found = new Map(db.all(itemRows.where(isAmong('item.id', JSON.stringify(ids)))).map(row => [row.id, withPallet(row)]))
  return ids.flatMap(id => found.get(id) ?? [])
}

function withPallet<Row extends Packing>(row: Row): Row & { piecesPerPallet: number | null } {
  return { ...row, piecesPerPallet: piecesPerPallet(row) }
}

function requireSound(db: Reader, item: Packing & { unitId: string; minimumStock: Decimal }): void {
  const { places } = db.get('unit', item.unitId)
  const missing = item.piecesPerCarton === null ? 'piecesPerCarton' : 'cartonsPerPallet'
  const issues: InputIssue[] = []
  if (!isWholePacking(item)) issues.push({ path: [missing], reason: 'masters.issues.packing-incomplete', params: {} })
  if (!fitsUnit(item.minimumStock, places)) issues.push({ path: ['minimumStock'], reason: 'masters.issues.unit-places', params: { places } })
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
}

function given<T extends object>(patch: T): T {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T
}
