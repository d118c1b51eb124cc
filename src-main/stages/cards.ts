import { compareDecimals, isPositive, sumDecimals, zero } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import { cardAfter, isReworkOver } from '../../shared/stages/rules.ts'
import type { StageAnswer, stageWork } from '../../shared/stages/work.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { enteredNow } from '../engines/entered.ts'
import { piecesOf } from '../planning/targets.ts'
import { invalid } from '../warehouse/refusals.ts'
import { requireAtSteps } from './by-hand.ts'
import { countDay, writtenAs } from './counting.ts'
import { openFor, requireDefect } from './records.ts'
import { chainOf, requireNotHeld, type CardRow, type RoundRow } from './sums.ts'

/** PX-12: what is good now counts for the day on which it passed. Throws `invalid-input` where not all pieces are judged, `wrong-state` of a card that is done. */
export function inspectRework(context: CommandContext, { id, version, day, reason, ...figures }: ParsedInputOf<typeof stageWork.inspectRework>): StageAnswer {
  const { db } = context
  const { goodQuantity, againQuantity = zero, scrapQuantity = zero, defectReasonId, notes } = figures
  const card = db.get('reworkCard', id)
  const workOrder = openFor(context, card.workOrderId, day)
  if (card.version !== version) throw new AppError('conflict', { entity: 'reworkCard', id })
  if (card.status !== 'OPEN') throw new AppError('wrong-state', { entity: 'reworkCard', id, number: card.number, status: card.status })
  requireNotHeld(db, workOrder)
  requireAtSteps(db, workOrder, day)
  const since = lastRound(db, id)?.day ?? db.get('stepRecord', card.stepRecordId).day
  if (day < since) throw invalid('day', 'stages.issues.day-before-card')
  for (const [field, pieces] of Object.entries({ goodQuantity, againQuantity, scrapQuantity })) if (!fitsUnit(pieces, 0)) throw invalid(field, 'planning.issues.whole')
  const after = cardAfter({ open: card.openQuantity, cycle: card.cycle }, { good: goodQuantity, again: againQuantity, scrap: scrapQuantity })
  if (!after) throw invalid('goodQuantity', 'stages.issues.all-pieces', { open: piecesOf(card.openQuantity) })
  requireDefect(db, defectReasonId, isPositive(scrapQuantity))
  const before = chainOf(db, workOrder)
  const round = db.insert('reworkRound', { reworkCardId: id, workOrderId: card.workOrderId, sectionId: card.sectionId, day, cycle: card.cycle, goodQuantity, againQuantity, scrapQuantity, defectReasonId, notes, enteredBy: enteredNow(context).by })
  const judged = db.update('reworkCard', card, { openQuantity: after.open, cycle: after.cycle, status: after.status })
  if (after.status === 'OPEN') tellIfOver(context, judged)
  return { id, number: card.number, request: countDay(context, { workOrderId: card.workOrderId, day }, { before, written: writtenAs(round.id, card.number, [goodQuantity, againQuantity, scrapQuantity]), reason }) }
}

/** The last look at a card never was. Throws `conflict`, `wrong-state` where nobody has looked. */
export function reverseInspection(context: CommandContext, { id, version, reason }: ParsedInputOf<typeof stageWork.reverseInspection>): StageAnswer {
  const { db } = context
  const card = db.get('reworkCard', id)
  context.scope.section(card.sectionId)
  const round = lastRound(db, id)
  if (!round) throw new AppError('wrong-state', { entity: 'reworkCard', id, number: card.number, status: card.status })
  const workOrder = openFor(context, card.workOrderId, round.day)
  requireNotHeld(db, workOrder)
  if (card.version !== version) throw new AppError('conflict', { entity: 'reworkCard', id })
  const before = chainOf(db, workOrder)
  db.remove('reworkRound', round)
  db.update('reworkCard', card, { openQuantity: sumDecimals([round.goodQuantity, round.againQuantity, round.scrapQuantity]), cycle: round.cycle, status: 'OPEN' })
  return { id, number: card.number, request: countDay(context, round, { before, written: writtenAs(round.id, card.number, []), reason }) }
}

function lastRound(db: Reader, reworkCardId: string): RoundRow | undefined {
  return db.first(sql.selectFrom('reworkRound').selectAll().where('reworkCardId', '=', reworkCardId).orderBy('cycle', 'desc').limit(1))
}

/** E202: told each time that a card goes back once more than it may. */
function tellIfOver({ db, settings, notify }: CommandContext, { id, number, cycle, workOrderId, sectionId }: CardRow): void {
  if (!isReworkOver(cycle, settings.get(productionSettings.reworkCycles))) return
  const workOrder = db.get('workOrder', workOrderId)
  const article = db.get('item', db.get('manufacturingOrder', workOrder.manufacturingOrderId).articleId).name
  notify({
    kind: 'REWORK_OVER', audience: [{ section: sectionId }, { role: 'Manager' }], params: { number, workOrder: workOrder.number, article, section: db.get('section', sectionId).name, cycles: cycle }, entity: 'reworkCard', entityId: id,
  })
}

/** Cards of a section that are out and have gone back more often than they may, the worst first. */
export function cardsOver(db: Reader, sectionId: string, most: number): CardRow[] {
  return db.all(sql.selectFrom('reworkCard').selectAll().where('sectionId', '=', sectionId).where('status', '=', 'OPEN').where('cycle', '>', most))
    .toSorted((a, b) => b.cycle - a.cycle || compareDecimals(b.openQuantity, a.openQuantity))
}
