import { decimalText, fromUnits } from '../../shared/core/decimal.ts'
import { fromMinorUnits, moneyText } from '../../shared/core/money.ts'
import { padded } from '../../shared/core/number-text.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import type { CellValue, ReportTotal, Tally } from '../../shared/reports/report.ts'
import type { SettingReader } from '../core/handlers.ts'
import { choicesOf } from './reports-filters.ts'
import type { ColumnSpec } from './reports.ts'

export interface Sums {
  /** One line a unit; then, if there are several and a sum of all makes sense, one for all: pieces are not added to metres. */
  readonly totals: ReportTotal[]
  readonly tallies: Tally[]
}

type Specs<Row, Values> = readonly ColumnSpec<Row, Values>[]
interface Sum { readonly unit: string | null; count: number; readonly counts: bigint[]; readonly places: number[] }

/** Looks at every row once and writes no cell, so that a page of a long report costs little more than reading its rows. */
export function sumRows<Row, Values>(specs: Specs<Row, Values>, rows: readonly Row[], settings: SettingReader, unitOf?: (row: Row) => string): Sums {
  const byUnit = new Map<string, Sum>()
  const statuses = specs.flatMap(spec => (spec.kind === 'status' && spec.isCounted !== false ? [{ spec, counts: new Map<string, number>() }] : []))
  for (const row of rows) {
    const unit = unitOf?.(row) ?? ''
    let sum = byUnit.get(unit)
    if (!sum) byUnit.set(unit, (sum = emptySum(unit || null, specs.length)))
    addRow(sum, specs, row)
    for (const { spec, counts } of statuses) counts.set(spec.value(row), (counts.get(spec.value(row)) ?? 0) + 1)
  }
  const units = [...byUnit.values()].sort((a, b) => (a.unit ?? '').localeCompare(b.unit ?? ''))
  const whole = units.reduce(added, emptySum(null, specs.length))
  const line = (sum: Sum, isWhole: boolean): ReportTotal => ({ unit: sum.unit, count: sum.count, cells: cellsOf(specs, sum, whole, isWhole) })
  // Rows without a unit, in which nothing is summed, stand in the line of all alone.
  const said = units.length === 1 ? units : units.filter(({ unit, counts }) => unit !== null || counts.some(count => count !== 0n))
  const lines = [...said.map(sum => line(sum, false)), ...(said.length > 1 ? [line(whole, true)] : [])]
  return {
    // A line without a sum, as that of all where only quantities are summed, says nothing.
    totals: lines.filter(({ cells }) => Object.keys(cells).length > 0),
    tallies: statuses.flatMap(({ spec, counts }) => choicesOf(spec.choices, settings).map(({ value }) => ({ column: spec.key, value, count: counts.get(value) ?? 0 }))),
  }
}

/** Amounts of one column have all the same places: none where none has cents. */
export function moneyPlaces<Row, Values>(spec: ColumnSpec<Row, Values>, rows: readonly Row[]): number {
  return spec.kind === 'money' && rows.some(row => (spec.value(row) ?? 0) % 100 !== 0) ? 2 : 0
}

function emptySum(unit: string | null, length: number): Sum {
  return { unit, count: 0, counts: Array.from({ length }, () => 0n), places: Array.from({ length }, () => 0) }
}

function addRow<Row, Values>(sum: Sum, specs: Specs<Row, Values>, row: Row): void {
  sum.count += 1
  specs.forEach((spec, at) => {
    if (!('total' in spec)) return
    const number = spec.value(row)
    if (number === null || number === 0) return
    sum.counts[at]! += BigInt(number)
    const places = spec.kind === 'decimal' ? spec.places(row) : spec.kind === 'money' && number % 100 !== 0 ? 2 : 0
    if (places > sum.places[at]!) sum.places[at] = places
  })
}

function added(whole: Sum, { count, counts, places }: Sum): Sum {
  return {
    unit: null, count: whole.count + count,
    counts: whole.counts.map((one, at) => one + counts[at]!), places: whole.places.map((one, at) => Math.max(one, places[at]!)),
  }
}

/** A sum beyond the range is null: there is one, and it cannot be shown. */
function cellsOf<Row, Values>(specs: Specs<Row, Values>, { counts, places }: Sum, whole: Sum, isWhole: boolean): ReportTotal['cells'] {
  return Object.fromEntries(specs.flatMap((spec, at): [string, CellValue][] => {
    const count = counts[at]!
    if (!('total' in spec) || (isWhole && spec.kind === 'decimal' && spec.total === 'sum')) return []
    if (spec.kind === 'integer') return [[spec.key, Number(count)]]
    if (spec.kind === 'money') return [[spec.key, withinRange(() => padded(moneyText(fromMinorUnits(count)), whole.places[at]!))]]
    return [[spec.key, count === 0n ? '0' : withinRange(() => padded(decimalText(fromUnits(count)), places[at]!))]]
  }))
}
