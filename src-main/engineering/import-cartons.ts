import { decimalText } from '../../shared/core/decimal.ts'
import { compareRationals, multiplyRationals, rational, toDecimal, type Rational } from '../../shared/core/rational.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue } from '../../shared/imports/target.ts'
import { isPiece } from '../imports/packed-unit.ts'
import { fault, foldCase, type PartRow } from '../imports/target.ts'
import type { Articles } from './import-articles.ts'
import type { BomFacts } from './import-facts.ts'
import type { PlacedIssue } from './import-structure.ts'
import type { PlainTables, UnitColumn } from './import-plain-rows.ts'

/** What a row says that one carton of an article holds: 1 `unit` is `pieces` `pieceUnit`. */
interface SaidCarton {
  readonly row: number; readonly column: UnitColumn; readonly code: string; readonly unit: string; readonly pieces: string; readonly pieceUnit: string
}

export interface Cartons {
  /** Where a carton holds other than the factory, or a row before, has it. */
  readonly issues: readonly PlacedIssue[]
  /** Where the factory has the conversion, but out of use. */
  readonly resting: readonly PlacedIssue[]
  /** The conversions that the factory does not have yet, each by the first row that says it. */
  readonly records: readonly PartRow[]
  /** What the factory will know once they are saved. */
  readonly facts: BomFacts
}

export function cartonsIn({ rows, pieceUnit }: PlainTables, articles: Articles, facts: BomFacts): Cartons {
  const said = rows.flatMap(({ row, head, values, pieces }) => {
    const cartonOf = (column: UnitColumn, article: FieldValue | undefined): SaidCarton[] => {
      const held = pieces[column]
      const code = articles.codeOf(article)
      const own = facts.ownUnit(code, articles)
      return held === undefined ? [] : [{ row, column, code, unit: String(values[column]), pieces: held, pieceUnit: isPiece(own) ? own : pieceUnit }]
    }
    return [...(row === head ? cartonOf('outputUnit', values.product) : []), ...cartonOf('unit', values.component)]
  })
  const groups = Map.groupBy(said, keyOf)
  const fresh = new Map([...groups].flatMap(([key, [first]]) => (first && !facts.cartonOf(first.code, first.unit, first.pieceUnit)?.isConverted ? [[key, first] as const] : [])))
  return {
    issues: [...groups.values()].flatMap(group => group.flatMap(carton => issuesOf(carton, group[0]!, facts).map(issue => ({ row: carton.row, issue })))),
    resting: [...fresh].flatMap(([key, carton]) => (facts.isResting(carton.code, carton.unit, carton.pieceUnit) ? groups.get(key)!.map(restingIssue) : [])),
    records: [...fresh].map(([key, { row, code, unit, pieces, pieceUnit: counted }]) => (
      { row, rowCount: groups.get(key)!.length, values: { item: code, fromQuantity: '1', fromUnit: unit, toQuantity: pieces, toUnit: counted, isActive: true } }
    )),
    facts: {
      ...facts,
      factor(code, fromUnit, toUnit) {
        const carton = foldCase(fromUnit) === foldCase(toUnit) ? undefined : fresh.get(keyOf({ code, unit: fromUnit }))
        if (!carton) return facts.factor(code, fromUnit, toUnit)
        const rest = facts.factor(code, carton.pieceUnit, toUnit)
        return rest && multiplyRationals(rational(carton.pieces), rest)
      },
    },
  }
}

function keyOf({ code, unit }: Pick<SaidCarton, 'code' | 'unit'>): string {
  return foldCase(`${code}\u0000${unit}`)
}

function issuesOf(carton: SaidCarton, first: SaidCarton, facts: BomFacts): RowIssue[] {
  const known = facts.cartonOf(carton.code, carton.unit, carton.pieceUnit)
  const params = { item: carton.code, value: told(carton, rational(carton.pieces)) }
  if (known && compareRationals(known.pieces, rational(carton.pieces)) !== 0) return [
    fault(carton.column, 'carton-differs', { ...params, known: told(carton, known.pieces) }),
  ]
  return carton.pieces === first.pieces ? [] : [fault(carton.column, 'carton-twice', { ...params, known: told(first, rational(first.pieces)), row: first.row })]
}

function restingIssue(carton: SaidCarton): PlacedIssue {
  return { row: carton.row, issue: fault(carton.column, 'carton-resting', { item: carton.code, value: told(carton, rational(carton.pieces)) }) }
}

function told({ unit, pieceUnit }: SaidCarton, pieces: Rational): string {
  return `1 ${unit} = ${decimalText(toDecimal(pieces, 'half-up'))} ${pieceUnit}`
}
