import { AppError } from '../../shared/core/errors.ts'
import { stepRules, type StepKind } from '../../shared/stages/rules.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'

type Day = { workOrderId: string; day: string }
const writtenOn = planned((at: Day) => sql.selectFrom('stepRecord').select('id').where('workOrderId', '=', at.workOrderId).where('day', '=', at.day).limit(1))
const roundOn = planned((at: Day) => sql.selectFrom('reworkRound').select('id').where('workOrderId', '=', at.workOrderId).where('day', '=', at.day).limit(1))
const writtenAtAll = planned((at: { workOrderId: string }) => sql.selectFrom('stepRecord').select('id').where('workOrderId', '=', at.workOrderId).limit(1))
const enteredOn = planned((at: Day) => sql.selectFrom('dailyProduction').select('id').where('workOrderId', '=', at.workOrderId).where('day', '=', at.day).limit(1))
const countedKinds = (Object.keys(stepRules) as StepKind[]).filter(kind => stepRules[kind].isCounted)

/** Whether a work order's days are counted at its steps: its stage says so, or somebody began to. */
export function isByStep(db: Reader, { id, productionStageId }: Pick<WorkOrderRow, 'id' | 'productionStageId'>): boolean {
  if (db.first(writtenAtAll({ workOrderId: id }))) return true
  return db.get('productionStage', productionStageId).isByStep && hasSteps(db, productionStageId)
}

function hasSteps(db: Reader, productionStageId: string): boolean {
  return db.first(sql.selectFrom('stageStep').select('id').where('productionStageId', '=', productionStageId).where('isActive', '=', true).where('kind', 'in', countedKinds).limit(1)) !== undefined
}

/** Whether a stage has anything to be written down besides its output. */
export function hasStageWork(db: Reader, productionStageId: string): boolean {
  const inUse = (table: 'stageStep' | 'stageFigure') => db.first(sql.selectFrom(table).select('id').where('productionStageId', '=', productionStageId).where('isActive', '=', true).limit(1)) !== undefined
  return inUse('stageStep') || inUse('stageFigure')
}

/** PX-12: good is what passed, not what somebody says. Days from before there were steps can still be put right by hand. Throws `counted-by-steps`. */
export function requireByHand(db: Reader, workOrder: WorkOrderRow, day: string): void {
  const at = { workOrderId: workOrder.id, day }
  if (isCounted(db, at) || (!db.first(enteredOn(at)) && isByStep(db, workOrder))) throw new AppError('counted-by-steps', { number: workOrder.number, day })
}

/** Nor do steps count over what somebody entered. Throws `entered-by-hand`. */
export function requireAtSteps(db: Reader, { id, number }: Pick<WorkOrderRow, 'id' | 'number'>, day: string): void {
  const at = { workOrderId: id, day }
  if (db.first(enteredOn(at)) && !isCounted(db, at)) throw new AppError('entered-by-hand', { number, day })
}

function isCounted(db: Reader, at: Day): boolean {
  return db.first(writtenOn(at)) !== undefined || db.first(roundOn(at)) !== undefined
}
