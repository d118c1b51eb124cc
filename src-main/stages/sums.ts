import type { Selectable } from 'kysely'
import { addDecimals, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { lossOf, stepRules, totalOf, worseOverdraw, type StepChain, type StepFigures, type StepFlow } from '../../shared/stages/rules.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { EntityTables, ReworkCardTable, ReworkRoundTable, StageHoldTable, StepRecordTable } from '../database/tables.ts'
import { piecesOf } from '../planning/targets.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { inflowOf } from '../planning/work-orders.ts'
import { heldOutside, requireInHouse } from '../transfers/held-outside.ts'

export type StepRow = Selectable<EntityTables['stageStep']>
export type RecordRow = Selectable<StepRecordTable>
export type CardRow = Selectable<ReworkCardTable>
export type RoundRow = Selectable<ReworkRoundTable>
export type HoldRow = Selectable<StageHoldTable>

const recordsAt = planned((at: { id: string }) => sql.selectFrom('stepRecord').selectAll().where('workOrderId', '=', at.id).orderBy('createdAt').orderBy('id'))
const cardsAt = planned((at: { id: string }) => sql.selectFrom('reworkCard').selectAll().where('workOrderId', '=', at.id).orderBy('number'))
const roundsAt = planned((at: { id: string }) => sql.selectFrom('reworkRound').selectAll().where('workOrderId', '=', at.id).orderBy('createdAt').orderBy('id'))
const stepsAt = planned((at: { stage: string }) => sql.selectFrom('stageStep').selectAll().where('productionStageId', '=', at.stage).orderBy('position'))
const daysAt = planned((at: { id: string }) => sql.selectFrom('dailyProduction').select(['day', 'goodQuantity', 'rejectQuantity']).where('workOrderId', '=', at.id))
const holdAt = planned((at: { id: string }) => sql.selectFrom('stageHold').selectAll().where('workOrderId', '=', at.id).where('releasedAt', 'is', null).limit(1))

/** All that was written at the steps of a work order. */
export interface Written { readonly records: readonly RecordRow[]; readonly cards: readonly CardRow[]; readonly rounds: readonly RoundRow[] }

export function writtenOf(db: Reader, id: string): Written {
  return { records: db.all(recordsAt({ id })), cards: db.all(cardsAt({ id })), rounds: db.all(roundsAt({ id })) }
}

/** A step with all that it counted, in all and day by day: `passed` includes what came back good from rework. */
export interface StepState { readonly id: string; readonly step: StepRow; readonly flow: StepFlow; readonly input: Decimal; readonly passed: Decimal; readonly inRework: Decimal; readonly scrap: Decimal; readonly loss: Decimal }

/** The steps of a work order's stage: those in use, and whatever has something written at it. */
export function stepsOf(db: Reader, { productionStageId }: WorkOrderRow, { records }: Written): StepRow[] {
  return db.all(stepsAt({ stage: productionStageId })).filter(({ id, isActive }) => isActive || records.some(({ stageStepId }) => stageStepId === id))
}

/** Those of a work order's steps that count. */
export function countedSteps(db: Reader, workOrder: WorkOrderRow, written: Written): StepState[] {
  return stepsOf(db, workOrder, written).filter(({ kind }) => stepRules[kind].isCounted).map(step => stateOf(step, written))
}

export function stateOf(step: StepRow, { records, cards, rounds }: Written): StepState {
  const own = records.filter(({ stageStepId }) => stageStepId === step.id)
  const total = totalOf(own.map(figuresOf))
  const its = cards.filter(({ stageStepId }) => stageStepId === step.id)
  const again = rounds.filter(({ reworkCardId }) => its.some(({ id }) => id === reworkCardId))
  return {
    id: step.id, step, input: total.input,
    flow: { id: step.id, taken: own.map(({ day, inputQuantity }) => ({ day, pieces: inputQuantity })), passed: [...own, ...again].map(({ day, goodQuantity }) => ({ day, pieces: goodQuantity })) },
    passed: addDecimals(total.good, sumDecimals(again.map(({ goodQuantity }) => goodQuantity))), inRework: sumDecimals(its.map(({ openQuantity }) => openQuantity)),
    scrap: addDecimals(total.scrap, sumDecimals(again.map(({ scrapQuantity }) => scrapQuantity))), loss: lossOf(total),
  }
}

export function figuresOf({ inputQuantity, goodQuantity, reworkQuantity, scrapQuantity }: Pick<RecordRow, 'inputQuantity' | 'goodQuantity' | 'reworkQuantity' | 'scrapQuantity'>): StepFigures {
  return { input: inputQuantity, good: goodQuantity, rework: reworkQuantity, scrap: scrapQuantity }
}

/** What the steps make of a day, or of all days: good is what passed the last of them, rejects what became scrap at any. */
export function countedOn(steps: readonly StepState[], { records, cards, rounds }: Written, day?: string): { readonly good: Decimal; readonly reject: Decimal } {
  const isOn = (row: { readonly day: string }) => day === undefined || row.day === day
  const last = steps.at(-1)?.id
  const ofLast = new Set(cards.filter(({ stageStepId }) => stageStepId === last).map(({ id }) => id))
  const [written, again] = [records.filter(isOn), rounds.filter(isOn)]
  return {
    good: sumDecimals([...written.filter(({ stageStepId }) => stageStepId === last).map(({ goodQuantity }) => goodQuantity), ...again.filter(({ reworkCardId }) => ofLast.has(reworkCardId)).map(({ goodQuantity }) => goodQuantity)]),
    reject: sumDecimals([...written, ...again].map(({ scrapQuantity }) => scrapQuantity)),
  }
}

/** What came to the steps: all that came to the work order and is not at a subcontractor's (TR-9), less what was entered by hand on days without steps; null where nothing stands before it. */
export function cameTo(db: Reader, workOrder: WorkOrderRow, written: Written): Decimal | null {
  const inflow = inflowOf(db, workOrder)
  return inflow === null ? null : subtractDecimals(inflow, addDecimals(heldOutside(db, workOrder).pieces, byHand(db, workOrder, written)))
}

/** What was entered by hand on days without steps. */
function byHand(db: Reader, { id }: WorkOrderRow, { records, rounds }: Written): Decimal {
  const counted = new Set([...records, ...rounds].map(({ day }) => day))
  return sumDecimals(db.all(daysAt({ id })).filter(({ day }) => !counted.has(day)).map(({ goodQuantity, rejectQuantity }) => addDecimals(goodQuantity, rejectQuantity)))
}

/** All that was begun of a work order: what went into the first step that counts, and what was entered by hand on other days. */
export function takenIn(db: Reader, workOrder: WorkOrderRow): Decimal {
  const written = writtenOf(db, workOrder.id)
  return addDecimals(byHand(db, workOrder, written), countedSteps(db, workOrder, written)[0]?.input ?? zero)
}

/** How what went into each step of a work order stands against what passed the one before. */
export function chainOf(db: Reader, workOrder: WorkOrderRow): StepChain {
  const written = writtenOf(db, workOrder.id)
  return { steps: countedSteps(db, workOrder, written).map(({ flow }) => flow), came: cameTo(db, workOrder, written) }
}

/** PX-13: throws `step-short` where, since it stood as `before`, a step takes more than the one before had passed by then, `goods-outside` where the first takes what a pass has outside. */
export function requireChain(db: Reader, workOrder: WorkOrderRow, before: StepChain): void {
  const chain = chainOf(db, workOrder)
  const short = worseOverdraw(before, chain)
  if (!short) return
  const { stepId, day, taken, came } = short
  const outside = heldOutside(db, workOrder)
  if (stepId === chain.steps[0]?.id) requireInHouse(workOrder.number, addDecimals(came, outside.pieces), { passed: taken, good: zero }, outside)
  throw new AppError('step-short', { number: workOrder.number, step: db.get('stageStep', stepId).name, day, taken: piecesOf(taken), came: piecesOf(came) })
}

export function holdOf(db: Reader, workOrderId: string): HoldRow | undefined {
  return db.first(holdAt({ id: workOrderId }))
}

/** Throws `step-held` while something that failed a critical step is not explained. */
export function requireNotHeld(db: Reader, { id, number }: Pick<WorkOrderRow, 'id' | 'number'>): void {
  const hold = holdOf(db, id)
  if (!hold) return
  const step = db.get('stageStep', db.get('stepRecord', hold.stepRecordId).stageStepId)
  throw new AppError('step-held', { number, at: hold.createdAt, pieces: piecesOf(hold.failedQuantity), step: step.name })
}
