import { sql as raw } from 'kysely'
import { addDecimals, decimalText, isPositive, maxDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { rational, toPlaces } from '../../shared/core/rational.ts'
import type { UseJudgement } from '../../shared/warehouse/uses.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { decidesAlone, requestApproval } from '../engines/approvals.ts'
import { holdersOf, stepsOf } from '../engines/approval-holders.ts'
import { consumptionReview } from '../engineering/check-approvals.ts'
import { enterConsumption, judgeConsumption, type Consumption, type Judged } from '../engineering/checks.ts'
import { ofPieces, piecesOf } from '../planning/targets.ts'
import { needsOf, partFor } from '../planning/work-order-needs.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { invalid } from './refusals.ts'
import { newestOf, revisionsBefore, usedFor } from './work-order-stock.ts'

type Judging = Pick<QueryContext, 'db' | 'settings' | 'clock' | 'session'>
interface Line { readonly itemId: string; readonly quantity: Decimal }
/** The request that waits for a decision. */
interface Asked { readonly id: string; readonly number: string }
/** BM-5: all that was used of a material for a work order, with what is to be used now, against what its BOM says. */
interface Judgement extends Judged, Line {
  readonly used: Decimal
  readonly pieces: number
  readonly madeItemId: string
  /** Who has accepted that so much is used. */
  readonly acceptedBy: string | null
}

/**
 * Of each material that the BOM names; what no BOM names may be used freely. Expected is what the target takes, or what was made where that is more. The
 * lines are to be posted, or are posted already.
 */
function judge({ db, settings }: Pick<Judging, 'db' | 'settings'>, workOrder: WorkOrderRow, lines: readonly Line[], isPosted = false): Judgement[] {
  const part = partFor({ db, settings }, workOrder)
  if (!part) return []
  const pieces = piecesOf(maxDecimal(workOrder.targetQuantity, addDecimals(workOrder.goodQuantity, workOrder.rejectQuantity)))
  const [needs, usedBefore] = [needsOf(db, part, pieces), usedFor(db, workOrder)]
  return [...Map.groupBy(lines, ({ itemId }) => itemId)].flatMap(([itemId, own]): Judgement[] => {
    const expected = needs.get(itemId) ?? zero
    if (!isPositive(expected)) return []
    const quantity = sumDecimals(own.map(line => line.quantity))
    const known = usedBefore.get(itemId) ?? zero
    const used = isPosted ? subtractDecimals(known, quantity) : known
    const judged = judgeConsumption({ settings }, db.get('item', itemId), expected, addDecimals(used, quantity))
    return [{ ...judged, itemId, quantity, used, pieces, madeItemId: part.itemId, acceptedBy: acceptedBy(db, workOrder, itemId, judged) }]
  })
}

function entriesOf(db: Reader, workOrder: WorkOrderRow, itemId: string, actual: Decimal) {
  const ids = revisionsBefore(db, workOrder).map(({ id }) => id)
  return sql.selectFrom('conversionEntry').where('conversionEntry.documentEntity', '=', 'workOrder').where('conversionEntry.documentId', 'in', ids)
    .where('conversionEntry.componentItemId', '=', itemId).where('conversionEntry.actual', '>=', actual)
}

/** Whoever accepted as much of it or more, for the work order or for what it revises. */
function acceptedBy(db: Reader, workOrder: WorkOrderRow, itemId: string, { actual, verdict }: Judged): string | null {
  if (!isHeld(verdict)) return null
  const accepted = entriesOf(db, workOrder, itemId, actual).where('conversionEntry.approvedBy', 'is not', null)
  return db.first(accepted.select('conversionEntry.approvedBy').orderBy('conversionEntry.seq').limit(1))?.approvedBy ?? null
}

/** The request for as much of it or more that waits. */
function waitingFor(db: Reader, workOrder: WorkOrderRow, { itemId, actual }: Judgement) {
  return db.first(
    entriesOf(db, workOrder, itemId, actual)
      .innerJoin('approvalRequest', join => (
        join.on('approvalRequest.entity', '=', 'conversionEntry').on('approvalRequest.entityId', '=', raw<string>`cast(conversionEntry.seq as text)`)
      ))
      .where('approvalRequest.kind', '=', consumptionReview.name).where('approvalRequest.status', '=', 'PENDING')
      .select(['approvalRequest.id', 'approvalRequest.number']).limit(1),
  )
}

function isHeld(verdict: Judged['verdict']): boolean {
  return verdict === 'REVIEW' || verdict === 'BLOCKED'
}

/** What posting so much would take: the judgement of `admitUse`, before anything is posted. Nothing where no BOM names the material. */
export function previewUse(context: Judging, workOrder: WorkOrderRow, line: Line): UseJudgement | null {
  const { db } = context
  const [judgement] = judge(context, workOrder, [line])
  if (!judgement) return null
  const { expected, used, actual, variancePercent, verdict, itemId } = judgement
  const unit = db.get('unit', db.get('item', itemId).unitId)
  const waiting = waitingFor(db, workOrder, judgement)
  const isMine = decidesAlone(context, consumptionReview.name, workOrder.sectionId)
  const need = !isHeld(verdict) || judgement.acceptedBy !== null ? 'NOTHING' : verdict === 'REVIEW' || isMine ? 'REASON' : waiting ? 'WAITING' : 'APPROVAL'
  return {
    expected, used, actual, variancePercent, verdict, need, unitCode: unit.code, unitPlaces: unit.places,
    requestNumber: need === 'WAITING' ? (waiting?.number ?? null) : null,
    acceptedByName: judgement.acceptedBy === null ? null : db.get('user', judgement.acceptedBy).fullName, deciders: decidersOf(context, workOrder),
  }
}

/**
 * BM-5, before anything is posted: what is beyond the limits needs a reason, what is far beyond them somebody's consent (PL-19), unless whoever
 * posts it decides that alone. Throws `use-blocked` with what was used and expected and who may accept it, `approval-pending` while that waits, `reason-needed`.
 */
export function admitUse(context: CommandContext, workOrder: WorkOrderRow, lines: readonly Line[], reason: string): Judgement[] {
  const judgements = judge(context, workOrder, lines)
  const open = judgements.filter(({ verdict, acceptedBy: by }) => isHeld(verdict) && by === null)
  const isMine = decidesAlone(context, consumptionReview.name, workOrder.sectionId)
  for (const judgement of open.filter(({ verdict }) => verdict === 'BLOCKED' && !isMine)) throw refusal(context, workOrder, judgement)
  if (open.length > 0 && reason === '') throw new AppError('reason-needed')
  return judgements
}

/** BM-7, once it is posted: keeps how each was judged. What nobody has accepted yet goes to whoever reviews it. */
export function enterUse(context: CommandContext, workOrder: WorkOrderRow, judgements: readonly Judgement[], reason: string): void {
  const isMine = decidesAlone(context, consumptionReview.name, workOrder.sectionId)
  for (const judgement of judgements) {
    const isOpen = isHeld(judgement.verdict) && judgement.acceptedBy === null
    const seq = enterConsumption(context, entryOf(context.db, workOrder, judgement, reason, isOpen && isMine ? context.session.userId : judgement.acceptedBy))
    if (isOpen && !isMine) askFor(context, workOrder, seq, judgement, reason)
  }
}

interface StoresLine extends Line { readonly workOrderId: string | null }

/**
 * BM-5, of what the stores issued straight into production: it is posted as it is, for the goods are gone, judged and kept, and what is beyond the limits
 * goes to whoever reviews it. Where nobody is to be asked, it is kept without.
 */
export function reviewIssues(context: CommandContext, lines: readonly StoresLine[], reason: string): void {
  const { db, session } = context
  for (const [workOrder, own] of byWorkOrder(db, lines)) {
    const isMine = decidesAlone(context, consumptionReview.name, workOrder.sectionId)
    for (const judgement of judge(context, workOrder, own, true)) {
      const isOpen = isHeld(judgement.verdict) && judgement.acceptedBy === null
      const seq = enterConsumption(context, entryOf(db, workOrder, judgement, reason, isOpen && isMine ? session.userId : judgement.acceptedBy, true))
      if (!isOpen || isMine) continue
      const asked = context.attempt(() => askFor(context, workOrder, seq, judgement, reason))
      if (!asked.ok && asked.error.code !== 'no-approver') throw asked.error
    }
  }
}

/** The lines that are beyond the limits if they are issued together, with what was used for their work orders before. */
export function previewIssues<Issued extends StoresLine>(context: Pick<Judging, 'db' | 'settings'>, lines: readonly Issued[]): (Issued & Pick<Judged, 'verdict' | 'variancePercent'>)[] {
  return byWorkOrder(context.db, lines).flatMap(([workOrder, own]) => {
    const held = new Map(judge(context, workOrder, own).filter(({ verdict, acceptedBy: by }) => isHeld(verdict) && by === null).map(one => [one.itemId, one]))
    return own.flatMap(line => {
      const judgement = held.get(line.itemId)
      return judgement ? [{ ...line, verdict: judgement.verdict, variancePercent: judgement.variancePercent }] : []
    })
  })
}

function byWorkOrder<Issued extends StoresLine>(db: Reader, lines: readonly Issued[]): [WorkOrderRow, Issued[]][] {
  const named = lines.filter(line => line.workOrderId !== null)
  return [...Map.groupBy(named, line => newestOf(db, line.workOrderId!))].map(([id, own]) => [db.get('workOrder', id), own])
}

/** Asks for the consent that posting so much takes. Throws `approval-pending`, `no-approver`, and `invalid-input` where nobody is to be asked. */
export function requestUse(context: CommandContext, workOrder: WorkOrderRow, line: Line, reason: string): Asked {
  const [judgement] = judge(context, workOrder, [line])
  if (judgement?.verdict !== 'BLOCKED' || judgement.acceptedBy !== null) throw invalid('quantity', 'warehouse.issues.use-not-blocked')
  const waiting = waitingFor(context.db, workOrder, judgement)
  if (waiting) throw new AppError('approval-pending', { entity: 'approvalRequest', ...waiting })
  const seq = enterConsumption(context, entryOf(context.db, workOrder, judgement, reason, null))
  return askFor(context, workOrder, seq, judgement, reason)
}

function askFor(context: CommandContext, { sectionId }: WorkOrderRow, seq: number, { variancePercent }: Judgement, reason: string): Asked {
  return requestApproval(context, consumptionReview, { entityId: String(seq), sectionId, change: { variancePercent }, reason })
}

function entryOf(
  db: Reader, { id, number, sectionId }: WorkOrderRow, judgement: Judgement, reason: string, approvedBy: string | null, isByStores = false,
): Consumption {
  const { itemId, madeItemId, pieces, quantity, expected, actual, variancePercent, verdict } = judgement
  return {
    sectionId, itemId: madeItemId, componentItemId: itemId, pieces: ofPieces(pieces), quantity, unitId: db.get('item', itemId).unitId,
    expected, actual, variancePercent, verdict, reason, approvedBy, isByStores,
    documentEntity: 'workOrder', documentId: id, documentNumber: number,
  }
}

function refusal(context: CommandContext, workOrder: WorkOrderRow, judgement: Judgement): AppError {
  const { db } = context
  const waiting = waitingFor(db, workOrder, judgement)
  if (waiting) return new AppError('approval-pending', { entity: 'approvalRequest', ...waiting })
  const { itemId, expected, actual, variancePercent } = judgement
  const item = db.get('item', itemId)
  return new AppError('use-blocked', {
    itemId, itemCode: item.code, itemName: item.name, workOrder: workOrder.number, used: decimalText(actual), expected: decimalText(expected),
    percent: decimalText(toPlaces(rational(variancePercent), 1, 'half-up')), unit: db.get('unit', item.unitId).code, deciders: decidersOf(context, workOrder).join(', '),
  })
}

const mostNamed = 3

/** Who may accept it: the first few of whoever decides the first step, without the asker. */
function decidersOf({ db, clock, session }: Pick<Judging, 'db' | 'clock' | 'session'>, { sectionId }: WorkOrderRow): string[] {
  const [step] = stepsOf(db, consumptionReview.name)
  if (!step) return []
  const concern = { sectionId, requestedBy: session.userId, entity: 'conversionEntry', entityId: '' } as const
  return holdersOf({ db, clock }, step, concern).slice(0, mostNamed).map(({ id }) => db.get('user', id).fullName)
}
