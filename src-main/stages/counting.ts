import type { BusinessDay } from '../../shared/core/dates.ts'
import { compareDecimals, decimalText, isPositive, type Decimal } from '../../shared/core/decimal.ts'
import type { DayAnswer } from '../../shared/production/daily.ts'
import type { StepChain } from '../../shared/stages/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Written as AskedFor } from '../production/day-approvals.ts'
import { keepingCartons, takeOverDay } from '../production/entering.ts'
import { countedOn, countedSteps, requireChain, writtenOf, type Written } from './sums.ts'

/** How the steps stood before what is counted was written, what was, and why. */
export interface Change { readonly before: StepChain; readonly written: AskedFor; readonly reason: string }

/** What was written, in a line for whoever consents to it: its step or card, and the pieces in the order of their fields. */
export function writtenAs(id: string, name: string, pieces: readonly Decimal[]): AskedFor {
  return { id, words: `${name}: ${pieces.length === 0 ? '–' : pieces.map(decimalText).join(' / ')}` }
}

/**
 * PX-12, PX-13: the day's output is what passed the last step on it, a card's pieces on the day on which they passed. Throws `step-short` where a step took more than there was, and what entering the day
 * throws; answers the request that it waits for.
 */
export function countDay(context: CommandContext, { workOrderId, day }: { readonly workOrderId: string; readonly day: string }, { before, written: asked, reason }: Change): DayAnswer['request'] {
  const { db } = context
  const workOrder = db.get('workOrder', workOrderId)
  requireChain(db, workOrder, before)
  const written = writtenOf(db, workOrderId)
  const { good, reject } = countedOn(countedSteps(db, workOrder, written), written, day)
  const counted = { workOrderId, day: day as BusinessDay, goodQuantity: good, rejectQuantity: reject, defectReasonId: defectOf(written, day) }
  return keepingCartons(context, workOrderId, () => takeOverDay(context, counted, asked, reason)).request
}

/** The defect that most of a day's scrap has. */
function defectOf({ records, rounds }: Written, day: string): string | null {
  const scrapped = [...records, ...rounds].filter(row => row.day === day && isPositive(row.scrapQuantity))
  return scrapped.toSorted((a, b) => compareDecimals(b.scrapQuantity, a.scrapQuantity))[0]?.defectReasonId ?? null
}
