import { fromUnits, unitsPerWhole, type Decimal } from '../../shared/core/decimal.ts'
import { addRationals, multiplyRationals, rational, toDecimal, type Rational } from '../../shared/core/rational.ts'
import { bufferedTarget, yieldTargets } from '../../shared/planning/targets.ts'
import type { OrderPart } from './order-parts.ts'
import { partsByStage, type RouteStage } from './stages.ts'

/** What a stage makes of an order, or of one delivery of it; `percent` is its buffer, or what it loses. */
export interface StageGoal { readonly stage: RouteStage; readonly batchId: string | null; readonly percent: Decimal; readonly pieces: number }
interface Batch { readonly id: string; readonly quantity: Decimal }
interface Order { readonly quantity: Decimal; readonly targetMethod: 'BUFFER' | 'YIELD' }

/** PL-9, PL-10: stages before the label make the whole order, those after it each delivery; as long as there is none, the whole order too. */
export function goalsOf({ quantity, targetMethod }: Order, stages: readonly RouteStage[], batches: readonly Batch[]): StageGoal[] {
  const reckon = targetMethod === 'BUFFER' ? buffered : yielding
  const whole = reckon(piecesOf(quantity), stages)
  const deliveries = batches.map(({ id, quantity: own }) => ({ id, pieces: reckon(piecesOf(own), stages) }))
  return stages.flatMap((stage, at): StageGoal[] => {
    const percent = targetMethod === 'BUFFER' ? stage.bufferPercent : stage.defectPercent
    if (stage.isBeforeLabel || deliveries.length === 0) return [{ stage, batchId: null, percent, pieces: whole[at]! }]
    return deliveries.map(({ id, pieces }) => ({ stage, batchId: id, percent, pieces: pieces[at]! }))
  })
}

function buffered(pieces: number, stages: readonly RouteStage[]): number[] {
  return stages.map(({ bufferPercent }) => bufferedTarget(pieces, bufferPercent))
}

function yielding(pieces: number, stages: readonly RouteStage[]): number[] {
  return yieldTargets(pieces, stages.map(({ defectPercent, extraPieces }) => ({ defectPercent, extra: extraPieces })))
}

/**
 * PL-22: what is bought for an order, by item: what each part takes, times what its stage makes. A part that no stage makes takes for the
 * order’s quantity.
 */
export function materialsOf(
  parts: readonly OrderPart[],
  stages: readonly RouteStage[],
  goals: readonly StageGoal[],
  quantity: Decimal,
): ReadonlyMap<string, Decimal> {
  const byStage = partsByStage(stages, parts)
  const stageOf = (part: OrderPart) => stages.find(({ id }) => byStage.get(id)?.includes(part))
  const needed = new Map<string, Rational>()
  for (const part of parts) {
    const stage = stageOf(part)
    const made = stage ? goals.filter(goal => goal.stage.id === stage.id).reduce((sum, { pieces }) => sum + pieces, 0) : piecesOf(quantity)
    for (const { itemId, perArticle } of part.materials.filter(({ isMade }) => !isMade)) {
      const more = multiplyRationals(rational(BigInt(made)), perArticle)
      const before = needed.get(itemId)
      needed.set(itemId, before ? addRationals(before, more) : more)
    }
  }
  return new Map([...needed].map(([itemId, amount]) => [itemId, toDecimal(amount, 'ceiling')]))
}

/** Orders are of whole pieces. */
export function piecesOf(quantity: Decimal): number {
  return Number(BigInt(quantity) / unitsPerWhole)
}
export function ofPieces(pieces: number): Decimal {
  return fromUnits(BigInt(pieces) * unitsPerWhole)
}

/** As many cartons as hold so many pieces. */
export function cartonsFor(pieces: number, piecesPerCarton: number | null): number | null {
  return piecesPerCarton === null ? null : Math.ceil(pieces / piecesPerCarton)
}
