import { sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import { choicesOf, lossOf, roomOf, setsOf, stepRules } from '../../shared/stages/rules.ts'
import type { FigureWork, Hold, StageWork, StepRecord, StepWork } from '../../shared/stages/work.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { inflowParts } from '../planning/work-orders.ts'
import { dayOf } from '../production/daily.ts'
import { waitingDays } from '../production/daily-rows.ts'
import { lockWithin } from '../section-day/open-day.ts'
import { isByStep } from './by-hand.ts'
import { cardRows, cardTold } from './card-rows.ts'
import { sewingInput } from './sewing-input.ts'
import { cameTo, countedOn, countedSteps, figuresOf, stateOf, stepsOf, writtenOf, type CardRow, type RecordRow, type StepState } from './sums.ts'
import { targetOf } from './step-targets.ts'

type Asker = Pick<QueryContext, 'db' | 'settings' | 'clock'>

/** The work of a stage on a work order and a day, as its configuration has it. */
export function stageWorkOf(context: Asker, workOrderId: string, day: string): StageWork {
  const { db, settings } = context
  const workOrder = db.get('workOrder', workOrderId)
  const stage = db.get('productionStage', workOrder.productionStageId)
  const written = writtenOf(db, workOrderId)
  const counted = countedSteps(db, workOrder, written)
  const came = cameTo(db, workOrder, written)
  const room = roomOf({ steps: counted.map(({ flow }) => flow), came }, day)
  const steps = stepsOf(db, workOrder, written).map(step => stepWork(context, stage.kind, stateOf(step, written), stepRules[step.kind].isCounted ? room[counted.findIndex(({ id }) => id === step.id)] ?? null : null))
  const mostCycles = settings.get(productionSettings.reworkCycles)
  return {
    ...namesOf(db, workOrder), stageName: stage.name, stageKind: stage.kind, day, isLocked: lockWithin(context, workOrder.sectionId, { from: day, to: day }) !== undefined, isByStep: isByStep(db, workOrder), came, input: sewingInput(context, workOrder), ...partsOf(db, workOrder),
    steps: steps.map(step => ({ ...step, records: recordsOn(db, written.records.filter(record => record.stageStepId === step.id && record.day === day), written.cards) })),
    figures: figuresOn(db, workOrder, day), cards: db.all(cardRows.where('reworkCard.workOrderId', '=', workOrderId).orderBy('reworkCard.status', 'desc').orderBy('reworkCard.number')).map(card => cardTold(db, card, mostCycles)),
    holds: holdsOf(db, workOrderId), mostCycles, counted: countedOn(counted, written, day), entry: entryOn(db, workOrderId, day), waiting: waitingDays(db, [workOrderId]).filter(waiting => waiting.day === day),
  }
}

function namesOf(db: Reader, { id, number, status, sectionId, manufacturingOrderId, itemId, targetQuantity, goodQuantity, rejectQuantity }: WorkOrderRow) {
  return {
    workOrderId: id, number, status, sectionId, sectionName: db.get('section', sectionId).name, articleName: db.get('item', db.get('manufacturingOrder', manufacturingOrderId).articleId).name,
    itemName: itemId === null ? null : db.get('item', itemId).name, targetQuantity, goodQuantity, rejectQuantity,
  }
}

/** PX-14: what came of each part, and how many sets that makes; nothing where it is put together from one. */
function partsOf(db: Reader, workOrder: WorkOrderRow): Pick<StageWork, 'parts' | 'sets'> {
  const parts = inflowParts(db, workOrder) ?? []
  if (parts.length < 2) return { parts: [], sets: null }
  return { parts: parts.map(({ itemId, quantity }) => ({ name: itemId === null ? '' : db.get('item', itemId).name, quantity })), sets: setsOf(parts.map(({ quantity }) => quantity)) }
}

function stepWork({ db, settings }: Asker, kind: StageWork['stageKind'], { step, input, passed, inRework, scrap, loss }: StepState, room: Decimal | null): StepWork {
  return { id: step.id, position: step.position, name: step.name, kind: step.kind, ...targetOf(db, settings, kind, step), input, passed, inRework, scrap, loss, room, records: [] }
}

function recordsOn(db: Reader, records: readonly RecordRow[], cards: readonly CardRow[]): StepRecord[] {
  return records.map(({ id, version, createdAt, stageStepId, day, defectReasonId, notes, enteredBy, ...figures }) => {
    const card = cards.find(({ stepRecordId }) => stepRecordId === id)
    const { inputQuantity, goodQuantity, reworkQuantity, scrapQuantity } = figures
    return {
      id, version, createdAt, stageStepId, day, inputQuantity, goodQuantity, reworkQuantity, scrapQuantity, loss: lossOf(figuresOf(figures)), defectReasonId, defectReasonName: defectReasonId === null ? null : db.get('defectReason', defectReasonId).name,
      returnStepId: card?.returnStepId ?? null, cardNumber: card?.number ?? null, notes, enteredByName: db.get('user', enteredBy).fullName,
    }
  })
}

function figuresOn(db: Reader, { id, productionStageId }: WorkOrderRow, day: string): FigureWork[] {
  const figures = db.all(sql.selectFrom('stageFigure').selectAll().where('productionStageId', '=', productionStageId).where('isActive', '=', true).orderBy('position'))
  const values = db.all(sql.selectFrom('stageFigureValue').selectAll().where('workOrderId', '=', id).orderBy('day'))
  return figures.map(({ id: figureId, name, kind, measure, choices }) => {
    const its = values.filter(({ stageFigureId }) => stageFigureId === figureId)
    const today = its.find(value => value.day === day)
    const numbers = its.map(({ numberValue }) => numberValue).filter(value => value !== null)
    return {
      id: figureId, name, kind, measure, choices: [...choicesOf(choices)], numberValue: today?.numberValue ?? null, textValue: today?.textValue ?? '', valueId: today?.id ?? null, version: today?.version ?? null, total: kind === 'NUMBER' ? sumDecimals(numbers) : null,
      latest: its.findLast(({ textValue }) => textValue !== '')?.textValue ?? '',
    }
  })
}

const holdRows = sql.selectFrom('stageHold').innerJoin('stepRecord', 'stepRecord.id', 'stageHold.stepRecordId').innerJoin('stageStep', 'stageStep.id', 'stepRecord.stageStepId').innerJoin('user as opener', 'opener.id', 'stageHold.openedBy')
  .leftJoin('user as releaser', 'releaser.id', 'stageHold.releasedBy')
  .select([
    'stageHold.id', 'stageHold.version', 'stageHold.createdAt', 'stageStep.name as stepName', 'stageHold.failedQuantity', 'opener.fullName as openedByName', 'releaser.fullName as releasedByName', 'stageHold.releasedAt', 'stageHold.rootCause',
  ])

function holdsOf(db: Reader, workOrderId: string): Hold[] {
  return db.all(holdRows.where('stageHold.workOrderId', '=', workOrderId).orderBy('stageHold.createdAt', 'desc'))
}

export function holdTold(db: Reader, id: string): Hold {
  return db.one(holdRows.where('stageHold.id', '=', id))
}

function entryOn(db: Reader, workOrderId: string, day: string): StageWork['entry'] {
  const entry = dayOf(db, workOrderId, day)
  return entry ? { good: entry.goodQuantity, reject: entry.rejectQuantity, isConfirmed: entry.status === 'CONFIRMED' } : null
}
