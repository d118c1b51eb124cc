import { AppError } from '../../shared/core/errors.ts'
import { addRationals, toPlaces, type Rational } from '../../shared/core/rational.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { isNearBom, materialVariance, type ManualReason, type Materials } from '../../shared/planning/material-variance.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import { allocationsOf } from './allocations.ts'
import { partsNow, type OrderPart } from './order-parts.ts'
import type { WorkOrderRow } from './work-order-rows.ts'

/** `variance` in percent, two decimals, where it is why. */
export interface Judgement { readonly reasons: readonly ManualReason[]; readonly variance: Decimal | null }

/** PL-20: why the System may not approve a new work order by itself; no reason where it may. `inForce`: what its article's BOMs say now. */
export function judgeWorkOrder(
  { db, settings }: CommandContext,
  workOrder: WorkOrderRow,
  part: OrderPart | undefined,
  inForce: readonly OrderPart[],
): Judgement {
  const states = allocationsOf(db, workOrder).map(({ state }) => state)
  const variance = part === undefined ? undefined : varianceOf(part, inForce)
  const isNear = part === undefined || isNearBom(variance, settings.get(planningSettings.autoMaterialVariance))
  const reasons: (ManualReason | false)[] = [
    workOrder.isUrgent && 'URGENT',
    states.includes('PARTIAL') && 'SHORT',
    states.includes('DEBT') && 'DEBT',
    !isNear && (variance === undefined ? 'OTHER_BOM' : 'VARIANCE'),
  ]
  return { reasons: reasons.filter(reason => reason !== false), variance: isNear || variance === undefined ? null : toPlaces(variance, 2, 'half-up') }
}

/** An article's BOMs in force; none where it has no sound ones any more. */
export function partsInForce(context: Pick<CommandContext, 'db' | 'settings'>, articleId: string): readonly OrderPart[] {
  try {
    return partsNow(context, articleId)
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}

/** What an order was unlocked with against what is in force. */
function varianceOf(part: OrderPart, inForce: readonly OrderPart[]): Rational | undefined {
  const now = inForce.find(({ itemId, sectionId }) => itemId === part.itemId && sectionId === part.sectionId)
  return now && materialVariance(takenBy(part), takenBy(now))
}

function takenBy({ materials }: OrderPart): Materials {
  return new Map(
    [...Map.groupBy(materials, ({ itemId }) => itemId)].map(([itemId, lines]) => [
      itemId,
      addRationals(...lines.map(({ perArticle }) => perArticle)),
    ]),
  )
}
