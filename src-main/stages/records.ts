import { compareDecimals, isPositive, isZero, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { mayReturnTo, stepFault, stepRules, type StepChain } from '../../shared/stages/rules.ts'
import type { StageAnswer, stageWork } from '../../shared/stages/work.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { enteredNow } from '../engines/entered.ts'
import { piecesOf } from '../planning/targets.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { startWorkOrder } from '../planning/work-orders.ts'
import { requireNothingWaits } from '../production/day-approvals.ts'
import { requireOpenDay } from '../section-day/open-day.ts'
import { invalid } from '../warehouse/refusals.ts'
import { requireOpenWorkOrder } from '../warehouse/work-order-stock.ts'
import { requireAtSteps } from './by-hand.ts'
import { countDay, writtenAs, type Change } from './counting.ts'
import { chainOf, figuresOf, requireNotHeld, type CardRow, type HoldRow, type RecordRow, type StepRow } from './sums.ts'

type NewRecord = ParsedInputOf<typeof stageWork.enterStep>
type Figures = Omit<NewRecord, 'workOrderId' | 'stageStepId' | 'day' | 'reason'>
/** What is kept of figures: where nothing is sent back or thrown away, nothing says so. */
interface Kept extends Pick<Figures, 'inputQuantity' | 'goodQuantity' | 'defectReasonId' | 'returnStepId' | 'notes'> { readonly reworkQuantity: Decimal; readonly scrapQuantity: Decimal }

/** PX-12, PX-13. */
export function enterStep(context: CommandContext, { workOrderId, stageStepId, day, reason, ...figures }: NewRecord): StageAnswer {
  const { db } = context
  const workOrder = openFor(context, workOrderId, day)
  requireNotHeld(db, workOrder)
  requireAtSteps(db, workOrder, day)
  const step = stepFor(db, workOrder, stageStepId)
  const before = chainOf(db, workOrder)
  const { returnStepId, ...kept } = sound(context, step, figures)
  beginWork(context, workOrder)
  const record = db.insert('stepRecord', { ...kept, workOrderId, sectionId: workOrder.sectionId, stageStepId, day, enteredBy: enteredNow(context).by })
  return settled(context, { step, record, returnStepId }, { before, reason })
}

/** Throws `wrong-state` once its card was looked at again. */
export function updateStep(context: CommandContext, { id, version, reason, ...figures }: ParsedInputOf<typeof stageWork.updateStep>): StageAnswer {
  const { db } = context
  const { known, before } = correctable(context, { id, version })
  const step = db.get('stageStep', known.stageStepId)
  const { returnStepId, ...kept } = sound(context, step, figures)
  const record = db.update('stepRecord', known, { ...kept, changedBy: enteredNow(context).by })
  return settled(context, { step, record, returnStepId }, { before, reason })
}

export function removeStep(context: CommandContext, { reason, ...at }: ParsedInputOf<typeof stageWork.removeStep>): StageAnswer {
  const { db } = context
  const { known, before } = correctable(context, at)
  const [card, hold] = [cardOf(db, known.id), holdFrom(db, known.id)]
  if (hold) throw new AppError('wrong-state', { entity: 'stageHold', id: hold.id, number: db.get('workOrder', known.workOrderId).number, status: 'DONE' })
  if (card) db.remove('reworkCard', card)
  db.remove('stepRecord', known)
  return { id: known.id, number: null, request: countDay(context, known, { before, written: writtenAs(known.id, db.get('stageStep', known.stageStepId).name, []), reason }) }
}

/** A work order of the asker's that takes entries of a day. Throws `foreign-section`, `wrong-state`, `day-locked`, `approval-pending`. */
export function openFor(context: CommandContext, workOrderId: string, day: string): WorkOrderRow {
  const { db, scope, today } = context
  const workOrder = db.get('workOrder', workOrderId)
  scope.section(workOrder.sectionId)
  if (day > today()) throw invalid('day', 'production.issues.day-ahead')
  requireOpenWorkOrder(db, workOrder)
  requireOpenDay(context, workOrder.sectionId, day)
  requireNothingWaits(db, workOrder.id, day)
  return workOrder
}

/** PX-13: what it stopped stays for somebody else to let go on. Throws `step-held`, and what keeps a day from being entered. */
function correctable(context: CommandContext, { id, version }: SeenAt): { readonly known: RecordRow; readonly before: StepChain } {
  const { db } = context
  const known = db.get('stepRecord', id)
  const workOrder = openFor(context, known.workOrderId, known.day)
  if (known.version !== version) throw new AppError('conflict', { entity: 'stepRecord', id })
  const card = cardOf(db, id)
  if (card && db.first(sql.selectFrom('reworkRound').select('id').where('reworkCardId', '=', card.id))) throw new AppError('wrong-state', { entity: 'reworkCard', id: card.id, number: card.number, status: card.status })
  requireNotHeld(db, workOrder)
  return { known, before: chainOf(db, workOrder) }
}

function stepFor(db: Reader, { productionStageId }: WorkOrderRow, stageStepId: string): StepRow {
  const step = db.get('stageStep', stageStepId)
  if (step.productionStageId !== productionStageId || !step.isActive) throw invalid('stageStepId', 'stages.issues.which-step')
  if (!stepRules[step.kind].isCounted) throw invalid('stageStepId', 'stages.issues.not-counted')
  return step
}

/** Throws `invalid-input` naming the figure that is wrong, `inactive`. */
function sound({ db }: CommandContext, step: StepRow, { reworkQuantity = zero, scrapQuantity = zero, ...figures }: Figures): Kept {
  const kept = { ...figures, reworkQuantity, scrapQuantity }
  for (const field of ['inputQuantity', 'goodQuantity', 'reworkQuantity', 'scrapQuantity'] as const) if (!fitsUnit(kept[field], 0)) throw invalid(field, 'planning.issues.whole')
  const fault = stepFault(step.kind, figuresOf(kept))
  if (fault) throw invalid(fault === 'no-rework' ? 'reworkQuantity' : fault === 'nothing-in' ? 'inputQuantity' : 'goodQuantity', `stages.issues.${fault}`)
  requireDefect(db, kept.defectReasonId, isPositive(reworkQuantity) || isPositive(scrapQuantity))
  if (isZero(reworkQuantity)) return { ...kept, returnStepId: null }
  if (kept.returnStepId === null) throw invalid('returnStepId', 'stages.issues.return-missing')
  const target = db.get('stageStep', kept.returnStepId)
  if (target.productionStageId !== step.productionStageId || !mayReturnTo(step, target)) throw invalid('returnStepId', 'stages.issues.return-earlier')
  return kept
}

/** Throws `invalid-input` where a defect is to be named and none is, `inactive`. */
export function requireDefect(db: Reader, defectReasonId: string | null, isNeeded: boolean): void {
  if (defectReasonId === null) {
    if (isNeeded) throw invalid('defectReasonId', 'stages.issues.defect-missing')
    return
  }
  const { id, code, isActive } = db.get('defectReason', defectReasonId)
  if (!isActive) throw new AppError('inactive', { entity: 'defectReason', id, code })
}

/** Whoever counts at a step has begun, whether or not anything is finished that day. */
function beginWork(context: CommandContext, workOrder: WorkOrderRow): void {
  if (workOrder.status === 'PENDING') startWorkOrder(context, workOrder, true)
}

/** The card and the hold that follow from a record, and the day's output. */
function settled(context: CommandContext, { step, record, returnStepId }: { readonly step: StepRow; readonly record: RecordRow; readonly returnStepId: string | null }, change: Omit<Change, 'written'>): StageAnswer {
  const { inputQuantity, goodQuantity, reworkQuantity, scrapQuantity } = record
  const card = settleCard(context, record, returnStepId)
  if (stepRules[step.kind].stopsWork) settleHold(context, step, record)
  return { id: record.id, number: card?.number ?? null, request: countDay(context, record, { ...change, written: writtenAs(record.id, step.name, [inputQuantity, goodQuantity, reworkQuantity, scrapQuantity]) }) }
}

function cardOf(db: Reader, stepRecordId: string): CardRow | undefined {
  return db.first(sql.selectFrom('reworkCard').selectAll().where('stepRecordId', '=', stepRecordId))
}

function settleCard(context: CommandContext, { id, workOrderId, sectionId, stageStepId, reworkQuantity }: RecordRow, returnStepId: string | null): CardRow | undefined {
  const { db } = context
  const known = cardOf(db, id)
  if (returnStepId === null) {
    if (known) db.remove('reworkCard', known)
    return undefined
  }
  const pieces = { quantity: reworkQuantity, openQuantity: reworkQuantity, returnStepId }
  if (known) return db.update('reworkCard', known, pieces)
  return db.insert('reworkCard', { ...pieces, number: context.number('reworkCard'), workOrderId, sectionId, stepRecordId: id, stageStepId, openedBy: enteredNow(context).by })
}

function holdFrom(db: Reader, stepRecordId: string): HoldRow | undefined {
  return db.first(sql.selectFrom('stageHold').selectAll().where('stepRecordId', '=', stepRecordId))
}

/** PX-13: whatever fails a critical step stops the work order until somebody else says what it was; so does more of it than was let go on. */
function settleHold(context: CommandContext, step: StepRow, { id, workOrderId, sectionId, scrapQuantity }: RecordRow): void {
  const { db } = context
  const known = holdFrom(db, id)
  if (compareDecimals(scrapQuantity, known?.failedQuantity ?? zero) <= 0) return
  const hold = known
    ? db.update('stageHold', known, { failedQuantity: scrapQuantity, openedBy: enteredNow(context).by, releasedBy: null, releasedAt: null, rootCause: '' })
    : db.insert('stageHold', { workOrderId, sectionId, stepRecordId: id, failedQuantity: scrapQuantity, openedBy: enteredNow(context).by })
  const { number, manufacturingOrderId } = db.get('workOrder', workOrderId)
  const params = { number, article: db.get('item', db.get('manufacturingOrder', manufacturingOrderId).articleId).name, section: db.get('section', sectionId).name, process: step.name, pieces: piecesOf(scrapQuantity) }
  context.notify({ kind: 'STEP_FAILED', audience: [{ section: sectionId }, { role: 'QC Lab' }, { role: 'QC Inspector' }, { role: 'Manager' }], params, entity: 'stageHold', entityId: hold.id })
}
