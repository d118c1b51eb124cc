import { addDays, daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { addDecimals, decimal, DecimalError, decimalText, subtractDecimals } from '../../shared/core/decimal.ts'
import { isEmpty, isSame, isTyped, type Cell } from './entry-grid-cell.ts'
import type { EntryColumn } from './entry-grid-definition.ts'
import { isEntry } from './entry-grid-definition.ts'
import {
  cellAt, columnsOf, isOneCell, placesIn, selectionOf, withCells, type Entry, type GridState, type Place, type Rectangle,
} from './entry-grid-model.ts'

/** The top row of the selection into the rows below it; one row alone takes from the row above. */
export function fillDown(state: GridState): GridState {
  const { top, bottom, ...columns } = selectionOf(state)
  return copyInto(state, { top: top === bottom ? top : top + 1, bottom, ...columns }, ({ column }) => ({ row: top === bottom ? top - 1 : top, column }))
}

/** The left column of the selection into the columns right of it; one column alone takes from its left neighbour. */
export function fillRight(state: GridState): GridState {
  const { left, right, ...rows } = selectionOf(state)
  return copyInto(state, { left: left === right ? left : left + 1, right, ...rows }, ({ row }) => ({ row, column: left === right ? left - 1 : left }))
}

/** The cell of another column only where both are of one kind and mean the same. */
function copyInto(state: GridState, target: Rectangle, source: (place: Place) => Place): GridState {
  const entries = placesIn(target).flatMap((place): Entry[] => {
    const from = source(place)
    const [its, other] = [columnsOf(state)[place.column], columnsOf(state)[from.column]]
    if (from.row < 0 || !its || !other || !isEntry(its) || !isEntry(other) || !isAlike(its, other)) return []
    return [{ ...place, cell: cellAt(state, from) }]
  })
  return filled(state, entries)
}

function isAlike(a: EntryColumn, b: EntryColumn): boolean {
  if (a === b || (a.kind === b.kind && a.kind !== 'choice' && a.kind !== 'reference')) return true
  return (a.kind === 'reference' && b.kind === 'reference' && a.reference === b.reference) || (a.kind === 'choice' && b.kind === 'choice' && a.options === b.options)
}

/** Where the fill handle is drawn to: the selection grown towards the place, along the axis it is farther away on. */
export function fillArea(selection: Rectangle, { row, column }: Place): Rectangle {
  const down = Math.max(row - selection.bottom, selection.top - row, 0)
  const across = Math.max(column - selection.right, selection.left - column, 0)
  if (down >= across) return { ...selection, top: Math.min(selection.top, row), bottom: Math.max(selection.bottom, row) }
  return { ...selection, left: Math.min(selection.left, column), right: Math.max(selection.right, column) }
}

/**
 * Fills from the selection over the whole area. Downwards and upwards a series goes on: days from day to day, and numbers of which
 * at least two show the step; everything else is repeated.
 */
export function fillTo(state: GridState, area: Rectangle): GridState {
  const from = selectionOf(state)
  const isVertical = area.left === from.left && area.right === from.right
  const entries = isVertical
    ? columnsBetween(area).flatMap(column => fillColumn(state, from, area, column))
    : placesIn(area).filter(({ column }) => column < from.left || column > from.right).flatMap((place): Entry[] => {
      const source = { row: place.row, column: from.left + modulo(place.column - from.left, from.right - from.left + 1) }
      const [its, other] = [columnsOf(state)[place.column], columnsOf(state)[source.column]]
      return its && other && isEntry(its) && isEntry(other) && isAlike(its, other) ? [{ ...place, cell: cellAt(state, source) }] : []
    })
  const next = filled({ ...state, filling: null }, entries)
  return isOneCell(from) && entries.length === 0 ? next : { ...next, anchor: { row: area.top, column: area.left }, extent: { row: area.bottom, column: area.right } }
}

function fillColumn(state: GridState, from: Rectangle, area: Rectangle, column: number): Entry[] {
  const its = columnsOf(state)[column]
  if (!its || !isEntry(its)) return []
  const known = rowsBetween(from).map(row => cellAt(state, { row, column }))
  return rowsBetween(area).filter(row => row < from.top || row > from.bottom).map(row => ({ row, column, cell: seriesAt(its, known, row - from.top) }))
}

/** The cell so many after the first of the known ones; before it where negative. */
export function seriesAt(column: EntryColumn, known: readonly Cell[], at: number): Cell {
  const repeated = known[modulo(at, known.length)] ?? null
  const [first] = known
  if (first === undefined || known.some(cell => isTyped(cell) || isEmpty(cell))) return repeated
  if (column.kind === 'day') return daySeries(known as readonly BusinessDay[], at) ?? repeated
  if (column.kind === 'decimal' || column.kind === 'integer') return numberSeries(known, at) ?? repeated
  return repeated
}

function daySeries(days: readonly BusinessDay[], at: number): Cell | undefined {
  const step = days.length === 1 ? 1 : daysBetween(days[0]!, days[1]!)
  const isEven = days.every((day, index) => index === 0 || daysBetween(days[index - 1]!, day) === step)
  return isEven ? addDays(days[0]!, step * at) : undefined
}

function numberSeries(cells: readonly Cell[], at: number): Cell | undefined {
  if (cells.length < 2) return undefined
  try {
    const numbers = cells.map(cell => decimal(String(cell)))
    const step = subtractDecimals(numbers[1]!, numbers[0]!)
    if (numbers.some((number, index) => index > 0 && subtractDecimals(number, numbers[index - 1]!) !== step)) return undefined
    const value = decimalText(addDecimals(numbers[0]!, (step * at) as typeof step))
    return typeof cells[0] === 'number' ? Number(value) : value
  } catch (error) {
    if (error instanceof DecimalError) return undefined
    throw error
  }
}

function filled(state: GridState, entries: readonly Entry[]): GridState {
  const written = entries.filter(({ cell, ...place }) => !isSame(cell, cellAt(state, place)))
  return withCells(state, written, { notice: { kind: 'filled', cells: entries.length } })
}

function rowsBetween({ top, bottom }: Rectangle): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, at) => top + at)
}

function columnsBetween({ left, right }: Rectangle): number[] {
  return Array.from({ length: right - left + 1 }, (_, at) => left + at)
}

function modulo(value: number, length: number): number {
  return ((value % length) + length) % length
}
