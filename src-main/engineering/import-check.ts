import { toDecimal } from '../../shared/core/rational.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import { engineeringSettings } from '../../shared/engineering/settings.ts'
import { readSubstitutes } from '../../shared/engineering/substitute-text.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { ImportMode } from '../../shared/imports/target.ts'
import type { QueryContext } from '../core/handlers.ts'
import { bracketed } from '../imports/bracketed.ts'
import { fault, foldCase, question, type SoundRow } from '../imports/target.ts'
import { mostKept } from '../imports/value-reader.ts'
import type { Articles } from './import-articles.ts'
import type { Cartons } from './import-cartons.ts'
import type { BomFacts } from './import-facts.ts'
import type { PlainRow } from './import-plain-rows.ts'
import { readTables } from './import-reading.ts'
import { structureIssues, type PlacedIssue } from './import-structure.ts'
import { outputOf, saidStage, stageOf, type BomTable } from './import-tables.ts'
import { tableFields } from './import-fields.ts'

/** What a quantity in four decimals may be at most. */

export type RowIssues = Map<number, RowIssue[]>
type Context = Pick<QueryContext, 'db' | 'settings'> & { readonly mode: ImportMode }

/** What is wrong with the rows of tables of BOMs that can each be read: with a line, with the head of a BOM, with all of them together. */
export function tableIssues({ db, settings, mode }: Context, sound: readonly SoundRow[]): RowIssues {
  const found: RowIssues = new Map()
  const add = (row: number, issue: RowIssue) => found.set(row, [...(found.get(row) ?? []), issue])
  const { tables, articles, cartons, facts } = readTables(db, sound)
  for (const table of tables) {
    for (const issue of headIssues(table, articles, facts)) add(table.head.row, issue)
    for (const line of table.rows) for (const issue of lineIssues(line, table, articles, facts)) add(line.row, issue)
  }
  for (const { row, issue } of [
    ...cartons.issues, ...(mode === 'insert' ? restingIssues(tables, cartons, facts) : []), ...structureIssues(tables, articles, facts, settings.get(engineeringSettings.explosionDepth)),
  ]) add(row, issue)
  return found
}

/** Where only what is new is added, a conversion that is there stays out of use: the BOMs that would be new cannot do without it. */
function restingIssues(tables: readonly BomTable[], { resting }: Cartons, facts: BomFacts): readonly PlacedIssue[] {
  const fresh = tables.filter(table => {
    const known = facts.bomsOf(table.product)
    return !known.some(({ stage }) => stage === stageOf(saidStage(table), known))
  })
  const rows = new Set(fresh.flatMap(({ head, rows: lines }) => [head.row, ...lines.map(({ row }) => row)]))
  return resting.filter(({ row }) => rows.has(row))
}

function headIssues(table: BomTable, articles: Articles, facts: BomFacts): RowIssue[] {
  const { head: { values }, product } = table
  const unit = String(values.outputUnit ?? '')
  const own = facts.ownUnit(product, articles)
  if (own === '') return [fault('outputUnit', 'required')]
  const output = outputOf(table, facts, articles)
  if (!output) return [fault('outputUnit', 'no-conversion', { value: unit })]
  if (withinRange(() => toDecimal(output, 'half-up')) === null) return [
    fault('outputQuantity', 'out-of-range', { value: `${String(values.outputQuantity)} ${unit}`, minimum: 0, maximum: mostKept }),
  ]
  if (10_000n % output.denominator !== 0n) return [
    fault('outputQuantity', 'inexact-quantity', { value: `${String(values.outputQuantity)} ${unit}`, unit: own }),
  ]
  return [...nameIssues('product', values.product, facts), ...stageIssues(table, facts)]
}

function stageIssues(table: BomTable, facts: BomFacts): RowIssue[] {
  const said = saidStage(table)
  const known = facts.bomsOf(table.product)
  const stages = known.map(({ stage }) => stage || '–').join(', ')
  if (stageOf(said, known) === undefined) return [fault('stage', 'stage-missing', { value: table.product, stages })]
  const isOther = said !== '' && known.length > 0 && known.every(({ stage }) => foldCase(stage) !== foldCase(said))
  return isOther ? [question('stage', 'other-stage', { value: said, stages })] : []
}

function lineIssues({ row, values }: PlainRow, { head, product }: BomTable, articles: Articles, facts: BomFacts): RowIssue[] {
  const differing = tableFields.filter(({ name, isOfHead }) => isOfHead && row !== head.row && (values[name] ?? null) !== (head.values[name] ?? null))
  if (differing.length > 0) return differing.map(({ name }) => fault(name, 'head-differs', { value: String(values[name] ?? ''), known: String(head.values[name] ?? ''), row: head.row }))
  const component = articles.codeOf(values.component)
  if (foldCase(component) === foldCase(product)) return [fault('component', 'own-component', { value: component })]
  const unit = String(values.unit ?? '')
  const own = facts.ownUnit(component, articles)
  if (own === '') return [fault('unit', 'required')]
  if (unit !== '' && !facts.factor(component, unit, own)) return [fault('unit', 'no-conversion', { value: unit })]
  return [...nameIssues('component', values.component, facts), ...substituteIssues(String(values.substitutes ?? ''), own, product, facts)]
}

/**
 * What stands in for a component is an item that is there already, named once, not what is made, and kept in a unit that leads to the component's. The
 * component may stand among them: they go by their order.
 */
function substituteIssues(text: string, own: string, product: string, facts: BomFacts): RowIssue[] {
  const { substitutes, faulty } = readSubstitutes(text)
  if (faulty !== undefined) return [fault('substitutes', 'not-substitutes', { value: faulty })]
  const codes = substitutes.map(({ code }) => foldCase(code))
  const wrong = substitutes.find(({ code }, at) => {
    const item = facts.itemOf(code)
    return !item || foldCase(code) === foldCase(product) || codes.indexOf(foldCase(code)) < at || !facts.factor(code, own, item.unitCode)
  })
  return wrong ? [fault('substitutes', 'unfit-substitute', { value: wrong.code })] : []
}

/** A name that several have means none of them; a code and a name have their length. */
function nameIssues(column: string, text: SoundRow['values'][string] | undefined, facts: BomFacts): RowIssue[] {
  const said = String(text ?? '')
  const namesakes = facts.itemOf(said) ? [] : facts.namesakes(said)
  if (namesakes.length > 1) return [fault(column, 'ambiguous-name', { value: said, codes: namesakes.slice(0, 5).join(', ') })]
  const { code, name } = bracketed(said) ?? { code: said, name: said }
  if (code.length > 50) return [fault(column, 'too-long', { value: code, maximum: 50, length: code.length })]
  return name.length > 200 ? [fault(column, 'too-long', { value: name, maximum: 200, length: name.length })] : []
}
