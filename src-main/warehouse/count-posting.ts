import { z } from 'zod'
import { decimalText, isNegative, isPositive, isZero, minDecimal, negateDecimal, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { countedOf, gravestBand, needsRecount } from '../../shared/warehouse/count-rules.ts'
import { availableStock } from '../../shared/warehouse/rules.ts'
import type { ChangeLine } from '../../shared/approvals/contract.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import { eachRow } from '../engines/each-row.ts'
import { bandOf, hasCounted, type kindOf, limitsOf, linesOf, mayPost, type LineState } from './count-rows.ts'
import { namesOf } from './count-plans.ts'
import { scopeOf, type Count } from './count-scope.ts'
import { countFor, lotsWithoutLine } from './counting.ts'
import { postingNow } from './document-life.ts'
import type { LotPart } from './lots.ts'
import { basePlace } from './places.ts'
import { invalid } from './refusals.ts'
import { moveStock } from './stock.ts'

type NoChange = Record<string, never>
export interface PostedCount { readonly count: Count; readonly request: { readonly id: string; readonly number: string } | null }

/** Posts a count, or asks whoever answers for its gravest difference (WH-6). */
export function postCount(context: CommandContext, { id, version }: SeenAt): PostedCount {
  const { db } = context
  const count = countFor(context, id, 'post', version)
  const limits = limitsOf(context, count)
  const lines = linesOf(db, id)
  requireSettled(context, count, lines)
  const band = gravestBand(lines.map(line => bandOf(line, limits(line))).filter(one => one !== null))
  if (mayPost(context, count, band)) return { count: carryOut(context, count, lines), request: null }
  const request = requestApproval(
    context, band === 'MANAGER' ? stockCountLarge : stockCount, { entityId: id, sectionId: count.sectionId, change: {}, reason: count.notes },
  )
  return { count, request: { id: request.id, number: request.number } }
}

/** Each line that is not settled is named, by its number. */
function requireSettled(context: CommandContext, count: Count, lines: readonly LineState[]): void {
  const limits = limitsOf(context, count)
  eachRow('lines', lines, line => {
    const about = { item: line.itemCode, place: line.locationName }
    if (needsRecount(line, limits(line))) throw invalid('recount', 'warehouse.issues.needs-recount', about)
    if (bandOf(line, limits(line)) !== 'AUTOMATIC' && line.cause === null) throw invalid('cause', 'warehouse.issues.needs-cause', about)
  })
}

/** The differences as adjustments of the very lots; what was found without one goes where found goods belong. */
function carryOut(context: CommandContext, count: Count, lines: readonly LineState[]): Count {
  const { db, today } = context
  const posted = db.update('stockCount', count, postingNow(context))
  const { id: lossId } = basePlace(db, 'INVENTORY_LOSS')
  eachRow('lines', lines, line => {
    const { id, version, itemId, locationId, lotId } = line
    const difference = differenceOf(line)
    if (isZero(difference)) return
    const isLess = isNegative(difference)
    const { seq: moveSeq } = moveStock(context, {
      itemId, kind: 'ADJUSTMENT', quantity: isLess ? negateDecimal(difference) : difference, fromLocationId: isLess ? locationId : lossId,
      toLocationId: isLess ? lossId : locationId,
      lotId: lotId ?? undefined, parts: isLess && lotId === null ? partsMissed(db, line, negateDecimal(difference)) : undefined, documentEntity: 'stockCount',
      documentId: count.id, documentNumber: count.number,
    })
    db.update('stockCountLine', { id, version }, { moveSeq })
  }, ({ code }) => (code === 'lot-short' || code === 'stock-short' ? { field: 'counted', reason: 'warehouse.issues.count-short' } : undefined))
  if (count.planId !== null) db.update('countPlan', db.get('countPlan', count.planId), { countedOn: today() })
  return posted
}

/**
 * Of what was found without a lot there was less than came since the count began: the oldest of that goes. Throws `invalid-input` where so much of it is not
 * free.
 */
function partsMissed(db: Reader, line: LineState, missed: Decimal): LotPart[] {
  let rest = missed
  const parts = lotsWithoutLine(db, line).map(({ lotId, ...balance }) => {
    const quantity = minDecimal(rest, availableStock(balance))
    rest = subtractDecimals(rest, quantity)
    return { lotId, quantity }
  }).filter(({ quantity }) => isPositive(quantity))
  if (isPositive(rest)) throw invalid('counted', 'warehouse.issues.count-short')
  return parts
}

function differenceOf(line: Pick<LineState, 'inBooks' | 'firstCount' | 'secondCount' | 'recount'>): Decimal {
  return subtractDecimals(countedOf(line)!, line.inBooks)
}

/** What may have changed while a request waits: any figure, any line. */
function asCounted(db: Reader, countId: string) {
  return [db.get('stockCount', countId).status, ...linesOf(db, countId).map(({ id, version }) => [id, version])]
}

function countKind(name: ReturnType<typeof kindOf>): ApprovalKind<NoChange> {
  return {
    name,
    change: z.record(z.string(), z.never()),
    current: asCounted,
    describe(db, countId) {
      const count = db.get('stockCount', countId)
      return { subject: { count: count.number, places: namesOf(db, scopeOf(count).locationIds).join(', ') }, lines: countFigures(linesOf(db, countId)) }
    },
    apply(context, countId) {
      const count = context.db.get('stockCount', countId)
      if (hasCounted(context, count)) throw new AppError('own-count', { number: count.number })
      const lines = linesOf(context.db, countId)
      requireSettled(context, count, lines)
      carryOut(context, count, lines)
    },
  }
}

export const stockCount = countKind('STOCK_COUNT')
export const stockCountLarge = countKind('STOCK_COUNT_LARGE')

/** How many lines agree and differ, and the lines of the largest differences, so that whoever decides sees what they answer for. */
function countFigures(lines: readonly LineState[]): ChangeLine[] {
  const differing = lines.filter(line => !isZero(differenceOf(line)))
  const largest = differing.toSorted((a, b) => Math.abs(differenceOf(b)) / Math.max(1, b.inBooks) - Math.abs(differenceOf(a)) / Math.max(1, a.inBooks)).slice(0, 5)
  const ofItem = (line: LineState): ChangeLine => ({
    labelKey: 'warehouse.fields.onHand', kind: 'decimal', unit: `${line.unitCode} · ${line.itemCode}`, before: decimalText(line.inBooks),
    after: decimalText(countedOf(line)!),
  })
  return [{ labelKey: 'warehouse.counts.differing', kind: 'number', before: lines.length, after: differing.length }, ...largest.map(ofItem)]
}
