import type { Selectable } from 'kysely'
import { decimal, isZero } from '../../shared/core/decimal.ts'
import { choicesOf, stepRules } from '../../shared/stages/rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { EntityTables } from '../database/tables.ts'
import type { Fault, MasterRules } from './master-rules.ts'
import { percentFaults } from './process-rules.ts'

type Step = Selectable<EntityTables['stageStep']>

export const stageStepRules: MasterRules<Step> = {
  /** What was written at a step stays in the way of its stage: it neither moves to another nor stops counting. */
  faults: (db, after, before) => [
    ...percentFaults('targetPercent', after.targetPercent, decimal('100')),
    ...(after.minutesPerPiece !== null && isZero(after.minutesPerPiece) ? [{ field: 'minutesPerPiece', reason: 'not-positive', params: { value: '0' } } as const] : []),
    ...lineFaults(db, after, before),
  ],
}

function usedFaults(db: Reader, after: Step, before: Step): readonly Fault[] {
  const fields = [
    after.productionStageId !== before.productionStageId && 'productionStageId', stepRules[after.kind].isCounted !== stepRules[before.kind].isCounted && 'kind', after.position !== before.position && 'position',
  ].filter(field => field !== false)
  return fields.length > 0 && isUsed(db, after) ? fields.map(field => ({ field, reason: 'step-used' })) : []
}

/** Open work orders that count at their steps: what passes one of them is what goes into the next, so those stay as they are. */
export const workAtSteps = sql.selectFrom('workOrder').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId').select('workOrder.number as name')
  .where('workOrder.status', 'in', ['PENDING', 'RUNNING', 'FINISHED']).where('manufacturingOrder.status', 'not in', ['COMPLETED', 'CANCELLED'])
  .where(({ exists, selectFrom }) => exists(selectFrom('stepRecord').select('stepRecord.id').whereRef('stepRecord.workOrderId', '=', 'workOrder.id'))).orderBy('workOrder.number')
const examplesShown = 3

/** PX-13: no step comes between those at which open work orders are counted, and none of them goes elsewhere. What is taken out of use is told by its uses. */
function lineFaults(db: Reader, after: Step, before: Step | undefined): readonly Fault[] {
  const used = before ? usedFaults(db, after, before) : []
  if (used.length > 0 || (before?.isActive && !after.isActive)) return used
  const changed = [...new Set([before?.productionStageId ?? after.productionStageId, after.productionStageId])].filter(stage => isLineChanged(db, stage, after))
  const work = changed.flatMap(stage => db.all(workAtSteps.where('workOrder.productionStageId', '=', stage))).map(({ name }) => name)
  if (work.length === 0) return []
  const field = before && after.productionStageId !== before.productionStageId ? 'productionStageId' : before && after.kind !== before.kind ? 'kind' : 'position'
  return [{ field, reason: 'steps-in-work', params: { examples: work.slice(0, examplesShown).join(', ') + (work.length > examplesShown ? ' …' : '') } }]
}

function isLineChanged(db: Reader, stage: string, after: Step): boolean {
  const kept = db.all(sql.selectFrom('stageStep').selectAll().where('productionStageId', '=', stage))
  const asItWillBe = [...kept.filter(({ id }) => id !== after.id), ...(after.productionStageId === stage ? [after] : [])]
  return lineOf(kept).join() !== lineOf(asItWillBe).join()
}

/** The steps that count, in their order. */
function lineOf(steps: readonly Step[]): string[] {
  return steps.filter(({ kind, isActive }) => isActive && stepRules[kind].isCounted).toSorted((a, b) => a.position - b.position).map(({ id }) => id)
}

function isUsed(db: Reader, { id }: Step): boolean {
  return db.first(sql.selectFrom('stepRecord').select('id').where('stageStepId', '=', id).limit(1)) !== undefined
    || db.first(sql.selectFrom('reworkCard').select('id').where('returnStepId', '=', id).limit(1)) !== undefined
}

export const stageFigureRules: MasterRules<Selectable<EntityTables['stageFigure']>> = {
  faults: (_db, { kind, choices }) => (kind === 'CHOICE' && choicesOf(choices).length === 0 ? [{ field: 'choices', reason: 'choices-missing' }] : []),
}
