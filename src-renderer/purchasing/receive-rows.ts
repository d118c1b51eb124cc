import { addDecimals, decimal, decimalText, isPositive, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { AwaitedLine } from '../../shared/purchasing/receipts.ts'
import { restOf } from '../../shared/purchasing/rules.ts'
import { valueOf } from '../components/entry-grid-cell.ts'
import { commitEdit } from '../components/entry-grid-changes.ts'
import type { GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { cellOf, columnsOf, isUnsaved, withCells, type GridState } from '../components/entry-grid-model.ts'
import { insertRecord } from '../components/entry-grid-records.ts'
import type { ArrivedRow } from './receive-definition.ts'

/** Nothing of it has come yet, as far as this delivery goes. */
export function recordOf(line: AwaitedLine): GridRecord<ArrivedRow, AwaitedLine> {
  const { id, itemId, itemCode, itemName } = line
  return { id, data: line, known: [{ id: itemId, code: itemCode, name: itemName }], line: { itemId, quantity: null, supplierLot: null, expiresOn: null, locationId: null } }
}

/** The schema has seen the line. */
export function entryOf({ id = '', line: { quantity, supplierLot, expiresOn, locationId } }: GridEntry<ArrivedRow, AwaitedLine>) {
  return { lineId: lineIdOf(id), quantity: quantity ?? '', supplierLot: supplierLot ?? '', expiresOn, locationId }
}

/** A further row of an order's line has its id and a number. */
function lineIdOf(rowId: string): string {
  return rowId.split(' ')[0] ?? rowId
}

/** A further row for what the active one is of: another lot, or another place. */
export function splitRow(before: GridState): GridState {
  const state = commitEdit(before)
  const record = state.records.get(state.rows[state.active.row]?.key ?? '')
  if (!record) return state
  const lineId = lineIdOf(record.id)
  const number = [...state.records.values()].filter(({ id }) => lineIdOf(id) === lineId).length + 1
  const line: ArrivedRow = { itemId: String(record.latest.itemId ?? ''), quantity: null, supplierLot: null, expiresOn: null, locationId: null }
  return insertRecord(state, { id: `${lineId} ${number}`, line, data: record.data }, 'quantity')
}

export interface RowsExcess { readonly line: AwaitedLine; readonly excess: Decimal }

/** Lines whose rows together are more than was ordered and has not come; a single row says so itself. */
export function excessesOf(state: GridState, lines: readonly AwaitedLine[]): RowsExcess[] {
  const arrived = Map.groupBy(state.rows.flatMap(row => {
    const quantity = valueOf(cellOf(state, row, 'quantity'))
    const id = state.records.get(row.key)?.id
    return id === undefined || typeof quantity !== 'string' ? [] : [{ lineId: lineIdOf(id), quantity: decimal(quantity) }]
  }), ({ lineId }) => lineId)
  return lines.flatMap(line => {
    const rows = arrived.get(line.id) ?? []
    const excess = subtractDecimals(rows.reduce((sum, { quantity }) => addDecimals(sum, quantity), line.received), line.quantity)
    return rows.length > 1 && isPositive(excess) ? [{ line, excess }] : []
  })
}

/** What is left of every line of which nothing was entered. */
export function fillRests(state: GridState, lines: readonly AwaitedLine[]): GridState {
  const column = columnsOf(state).findIndex(({ name }) => name === 'quantity')
  const open = new Map(lines.filter(line => isPositive(restOf(line))).map(line => [line.id, decimalText(restOf(line))]))
  const entries = state.rows.flatMap(({ key, cells }, row) => {
    const rest = open.get(state.records.get(key)?.id ?? '')
    return rest === undefined || (cells.quantity ?? null) !== null ? [] : [{ row, column, cell: rest }]
  })
  return entries.length === 0 ? state : withCells(state, entries)
}

/** Puts the active row's goods at a place, once something of the delivery was entered; before that nothing is of that row. */
export function putRow(before: GridState, locationId: string): GridState | undefined {
  const state = commitEdit(before)
  if (!state.rows.some(row => isUnsaved(state, row))) return undefined
  return withCells(state, [{ row: state.active.row, column: columnsOf(state).findIndex(({ name }) => name === 'locationId'), cell: locationId }])
}
