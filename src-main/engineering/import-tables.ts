import { decimal, decimalText } from '../../shared/core/decimal.ts'
import { multiplyRationals, rational, toDecimal, type Rational } from '../../shared/core/rational.ts'
import { linesText } from '../../shared/engineering/line-text.ts'
import { readSubstitutes, substitutesText } from '../../shared/engineering/substitute-text.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import { foldCase, type PartRow } from '../imports/target.ts'
import type { Articles } from './import-articles.ts'
import type { BomFacts, KnownBom } from './import-facts.ts'
import type { PlainRow } from './import-plain-rows.ts'

/** A BOM of a table: the first of its rows, and all of them. */
export interface BomTable { readonly head: PlainRow; readonly product: string; readonly rows: readonly PlainRow[] }

export function tablesIn(rows: readonly PlainRow[], articles: Articles): BomTable[] {
  return [...Map.groupBy(rows, ({ head }) => head).values()].map(same => ({ head: same[0]!, product: articles.codeOf(same[0]!.values.product), rows: same }))
}

/** The stage that a table is about: where it says none, the only one of the item. Nothing where that could be several. */
export function stageOf(said: string, known: readonly KnownBom[]): string | undefined {
  if (said !== '' || known.length === 0 || known.some(({ stage }) => stage === '')) return said
  return known.length === 1 ? known[0]!.stage : undefined
}

export function saidStage({ head }: BomTable): string {
  return String(head.values.stage ?? '')
}

/** For how many of the item, in its own unit, exact; nothing where the unit does not lead there. */
export function outputOf({ head: { values }, product }: BomTable, facts: BomFacts, articles: Articles): Rational | undefined {
  const quantity = rational(decimal(String(values.outputQuantity ?? '1')))
  const own = facts.ownUnit(product, articles)
  const unit = String(values.outputUnit ?? '')
  if (unit === '' || foldCase(unit) === foldCase(own)) return quantity
  const factor = facts.factor(product, unit, own)
  return factor && multiplyRationals(quantity, factor)
}

interface Said { readonly tables: readonly BomTable[]; readonly articles: Articles; readonly facts: BomFacts }

const headTexts = ['bomType', 'subcontractor', 'reference', 'laborHours'] as const

/** Each BOM as a record. What the table does not say of it is left out. */
export function headRecords({ tables, articles, facts }: Said): readonly PartRow[] {
  return tables.map((table): PartRow => {
    const { head, product, rows: lines } = table
    const output = outputOf(table, facts, articles) ?? rational('1')
    const said: FieldValues = Object.fromEntries(headTexts.flatMap(name => (head.values[name] === undefined ? [] : [[name, head.values[name]]])))
    return {
      row: head.row, rowCount: lines.length,
      values: {
        item: product, stage: stageOf(saidStage(table), facts.bomsOf(product)) ?? null, outputQuantity: decimalText(toDecimal(output, 'half-up')),
        lines: linesText(lines.map(line => writtenLine(line, articles, facts))), ...said,
      },
    }
  })
}

/** As it is kept, whatever blanks and case the cell has; what cannot be read was refused before. */
function writtenSubstitutes(text: string, facts: BomFacts): string {
  return substitutesText(readSubstitutes(text).substitutes.map(one => ({ ...one, code: facts.itemOf(one.code)?.code ?? one.code })))
}

function writtenLine({ values }: PlainRow, articles: Articles, facts: BomFacts) {
  const component = articles.codeOf(values.component)
  return {
    component, quantity: String(values.quantity), unit: String(values.unit || facts.ownUnit(component, articles)),
    wastagePercent: String(values.wastagePercent ?? ''), selection: String(values.selection ?? ''),
    substitutes: writtenSubstitutes(String(values.substitutes ?? ''), facts),
  }
}
