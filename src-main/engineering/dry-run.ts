import { AppError } from '../../shared/core/errors.ts'
import { addDecimals, multiply, sumDecimals } from '../../shared/core/decimal.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { addRationals, divideRationals, multiplyRationals, rational, toDecimal, type Rational } from '../../shared/core/rational.ts'
import { largestTree, type explosion, type ExplosionRow, type MaterialRow, type UseRow } from '../../shared/engineering/explosion.ts'
import { engineeringSettings } from '../../shared/engineering/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { isOf, openExploder, type BomPart, type Exploder, type Requirement, type Step } from './explosion.ts'

type Answer = OutputOf<typeof explosion.explodeBom>

/** BM-8: nothing is written. Any revision can be looked at, in the place of the one in force. */
export function explodeBom(context: QueryContext, { id, quantity }: ParsedInputOf<typeof explosion.explodeBom>): Answer {
  const { db, settings } = context
  const bom = db.get('bomHeader', id)
  const exploder = openExploder(context, bom)
  const amount = rational(quantity)
  const materials = exploder.materials(bom.itemId, amount, { id }).map(leaf => materialRow(db, leaf)).sort((a, b) => (a.itemCode < b.itemCode ? -1 : 1))
  const materialCost = sumDecimals(materials.flatMap(({ amount: cost }) => cost ?? []))
  const hours = exploder.hours(bom.itemId, amount, { id })
  const laborCost = toDecimal(multiplyRationals(hours, rational(settings.get(engineeringSettings.laborRate))), 'half-up')
  const totalCost = addDecimals(materialCost, laborCost)
  return {
    rows: treeRows(db, exploder, bom.itemId, amount, { id }), materials, materialCost, laborHours: toDecimal(hours, 'half-up'), laborCost, totalCost,
    uncosted: materials.filter(({ unitCost }) => unitCost === null).length,
    costPerUnit: toDecimal(divideRationals(rational(totalCost), amount), 'half-up'),
  }
}

function materialRow(db: Reader, { itemId, quantity: exact }: Requirement): MaterialRow {
  const { unitCost } = db.get('item', itemId)
  const quantity = toDecimal(exact, 'half-up')
  return {
    ...faceOf(db, itemId), quantity, isExact: 10_000n % exact.denominator === 0n, unitCost,
    amount: unitCost === null ? null : multiply(unitCost, quantity, 'half-up'),
  }
}

function faceOf(db: Reader, itemId: string) {
  const { code, name, kind, unitId } = db.get('item', itemId)
  const unit = db.get('unit', unitId)
  return { itemId, itemCode: code, itemName: name, itemKind: kind, unitCode: unit.code, unitPlaces: unit.places }
}

/** Every step down, as it is drawn. Throws `bom-too-large` beyond what anybody looks through. */
function treeRows(db: Reader, exploder: Exploder, itemId: string, amount: Rational, part: BomPart): ExplosionRow[] {
  const rows: ExplosionRow[] = []
  function down(steps: readonly Step[], quantity: Rational, level: number, above: string): void {
    steps.forEach((step, at) => {
      if (rows.length >= largestTree) throw new AppError('bom-too-large', { maximum: largestTree })
      const { line, bom } = step
      const needed = multiplyRationals(quantity, step.quantity)
      const key = `${above}${at}`
      rows.push({
        ...faceOf(db, step.itemId), key, level, sectionName: bom.sectionId === null ? null : db.get('section', bom.sectionId).name, lineQuantity: line.quantity,
        lineUnitCode: db.get('unit', line.unitId).code,
        outputQuantity: bom.outputQuantity, wastagePercent: line.wastagePercent, selection: line.selection, quantity: toDecimal(needed, 'half-up'),
        isMade: step.isMade,
      })
      if (step.isMade) down(exploder.steps(step.itemId), needed, level + 1, `${key}.`)
    })
  }
  down(exploder.steps(itemId).filter(({ bom }) => isOf(bom, part)), amount, 0, '')
  return rows
}

/** Upwards from a component, every way there is. */
export function listUses(context: QueryContext, itemId: string): UseRow[] {
  const { db } = context
  const exploder = openExploder(context)
  const above = Map.groupBy([...exploder.book.madeItems()].flatMap(made => exploder.steps(made)), step => step.itemId)
  const rows: UseRow[] = []
  function up(id: string, quantity: Rational, level: number, key: string, seen: readonly string[]): void {
    const uses = [...Map.groupBy(above.get(id) ?? [], ({ bom }) => bom.id).values()]
    for (const [at, steps] of uses.entries()) {
      const { bom } = steps[0]!
      if (seen.includes(bom.itemId) || rows.length >= largestTree) continue
      const taken = multiplyRationals(quantity, addRationals(...steps.map(one => one.quantity)))
      const own = `${key}${at}`
      const { unitPlaces: _places, ...face } = faceOf(db, bom.itemId)
      rows.push({ ...face, key: own, level, bomId: bom.id, sectionName: bom.sectionId === null ? null : db.get('section', bom.sectionId).name, quantity: toDecimal(taken, 'half-up') })
      up(bom.itemId, taken, level + 1, `${own}.`, [...seen, bom.itemId])
    }
  }
  up(itemId, rational(1n), 0, '', [itemId])
  return rows
}
