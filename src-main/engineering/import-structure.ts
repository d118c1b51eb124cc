import type { RowIssue } from '../../shared/imports/issue.ts'
import { fault, foldCase } from '../imports/target.ts'
import type { Articles } from './import-articles.ts'
import type { BomFacts } from './import-facts.ts'
import { saidStage, stageOf, type BomTable } from './import-tables.ts'

export interface PlacedIssue { readonly row: number; readonly issue: RowIssue }

/** The longest way down from an article, as codes; `circle` is the way round where there is one. */
interface Below { readonly chain: readonly string[]; readonly circle?: readonly string[] }

/** BM-2: no article contains itself, and none goes deeper than the limit, as it would be with what is in force already. Said at the lines that do it. */
export function structureIssues(tables: readonly BomTable[], articles: Articles, facts: BomFacts, maximum: number): PlacedIssue[] {
  const componentsOf = openStructure(tables, articles, facts)
  const known = new Map<string, Below>()

  function below(code: string, path: readonly string[]): Below {
    const key = foldCase(code)
    const found = known.get(key)
    if (found) return found
    const at = path.findIndex(one => foldCase(one) === key)
    if (at >= 0) return { chain: [code], circle: [...path.slice(at), code] }
    let longest: readonly string[] = []
    for (const component of componentsOf(code)) {
      const under = below(component, [...path, code])
      if (under.circle) return { chain: [code], circle: under.circle }
      if (under.chain.length > longest.length) longest = under.chain
    }
    const result = { chain: [code, ...longest] }
    known.set(key, result)
    return result
  }
  return tables.flatMap(table => {
    const { chain, circle } = below(table.product, [])
    if (circle) return circleIssues(table, circle, articles)
    return chain.length - 1 > maximum ? [{ row: table.head.row, issue: fault('product', 'bom-too-deep', { maximum, path: chain.join(' → ') }) }] : []
  })
}

/** What each article would be made of: by the tables, and by what they leave as it is. */
function openStructure(tables: readonly BomTable[], articles: Articles, facts: BomFacts): (code: string) => readonly string[] {
  const told = Map.groupBy(tables, ({ product }) => foldCase(product))
  const known = new Map<string, readonly string[]>()
  return code => {
    const key = foldCase(code)
    const found = known.get(key)
    if (found) return found
    const own = told.get(key) ?? []
    const replaced = new Set(own.map(table => stageOf(saidStage(table), facts.bomsOf(code))))
    // An article that names itself is told at its own line.
    const components = [
      ...own.flatMap(({ rows }) => rows.map(({ values }) => articles.codeOf(values.component))),
      ...facts.bomsOf(code).filter(({ stage }) => !replaced.has(stage)).flatMap(bom => bom.components),
    ].filter(component => foldCase(component) !== key)
    known.set(key, components)
    return components
  }
}

/** The lines of this table that lead on round the circle. */
function circleIssues({ product, rows }: BomTable, circle: readonly string[], articles: Articles): PlacedIssue[] {
  const steps = circle.map(foldCase)
  const at = steps.indexOf(foldCase(product))
  if (at < 0) return []
  return rows.filter(({ values }) => foldCase(articles.codeOf(values.component)) === steps[at + 1])
    .map(({ row }) => ({ row, issue: fault('component', 'bom-cycle', { value: String(circle[at + 1]), path: circle.join(' → ') }) }))
}
