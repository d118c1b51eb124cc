import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { BomLine } from '../../shared/engineering/boms.ts'
import type { ComparedRow, explosion } from '../../shared/engineering/explosion.ts'
import type { Reader } from '../database/reader.ts'
import { bomOf, linesOf } from './bom-rows.ts'

/** Two revisions side by side. Where a component stands in several lines, each is compared with its like in the order they have. */
export function compareBoms(db: Reader, { beforeId, afterId }: ParsedInputOf<typeof explosion.compareBoms>): OutputOf<typeof explosion.compareBoms> {
  const [before, after] = [bomOf(db, beforeId), bomOf(db, afterId)]
  const olds = numbered(linesOf(db, beforeId))
  const news = numbered(linesOf(db, afterId))
  const keys = [...new Set([...news.keys(), ...olds.keys()])]
  return { before, after, rows: keys.map(key => comparedRow(olds.get(key), news.get(key), before.outputQuantity === after.outputQuantity)) }
}

function numbered(lines: readonly BomLine[]): Map<string, BomLine> {
  const seen = new Map<string, number>()
  return new Map(lines.map(line => {
    const count = seen.get(line.componentItemId) ?? 0
    seen.set(line.componentItemId, count + 1)
    return [`${line.componentItemId} ${count}`, line]
  }))
}

function comparedRow(before: BomLine | undefined, after: BomLine | undefined, isSameOutput: boolean): ComparedRow {
  const { componentItemId: itemId, componentCode: itemCode, componentName: itemName } = (after ?? before)!
  const sides = { before: before ? sideOf(before) : null, after: after ? sideOf(after) : null }
  const isSame = isSameOutput && JSON.stringify(sides.before) === JSON.stringify(sides.after)
  return { itemId, itemCode, itemName, ...sides, change: !before ? 'ADDED' : !after ? 'REMOVED' : isSame ? 'SAME' : 'CHANGED' }
}

function sideOf({ quantity, unitCode, wastagePercent, selection }: BomLine): NonNullable<ComparedRow['before']> {
  return { quantity, unitCode, wastagePercent, selection }
}
