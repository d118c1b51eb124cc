import { z } from 'zod'
import { approvalWrites } from '../approvals/kinds.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema, NonNegativeDecimal } from '../core/decimal.ts'
import type { Entity } from '../core/entities.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, job, query } from '../core/procedure.ts'
import { stageKinds } from '../planning/rules.ts'
import { WorkOrderStatus } from '../planning/work-orders.ts'
import { WaitingDay } from '../production/daily.ts'
import { dayWrites } from '../production/writes.ts'
import { StockLevel, StockQuantity } from '../warehouse/quantity.ts'
import { cardStatuses, figureKinds, inputStates, stepKinds } from './rules.ts'

/** What went into a step on a day and what became of it. `loss` is neither good nor sent back nor a defect (PX-13). */
const StepRecord = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), stageStepId: z.string(), day: z.string(), inputQuantity: DecimalSchema, goodQuantity: DecimalSchema, reworkQuantity: DecimalSchema, scrapQuantity: DecimalSchema,
  loss: DecimalSchema, defectReasonId: z.string().nullable(), defectReasonName: z.string().nullable(), returnStepId: z.string().nullable(), cardNumber: z.string().nullable(), notes: z.string(), enteredByName: z.string(),
})
export type StepRecord = z.infer<typeof StepRecord>

/** Pieces that go back, with the card that goes along. `isOver`: more often than the factory allows (E202). */
export const ReworkCard = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), workOrderId: z.string(), workOrderNumber: z.string(), sectionId: z.string(), sectionName: z.string(), articleName: z.string(), itemName: z.string().nullable(),
  stepName: z.string(), returnStepName: z.string(), quantity: DecimalSchema, openQuantity: DecimalSchema, recoveredQuantity: DecimalSchema, scrapQuantity: DecimalSchema, cycle: z.int(), isOver: z.boolean(), status: z.enum(cardStatuses),
  defectReasonName: z.string().nullable(), openedByName: z.string(), lastRound: z.object({ id: z.string(), version: z.int(), day: z.string() }).nullable(),
})
export type ReworkCard = z.infer<typeof ReworkCard>

/** A step of a work order, with all that it counted so far: `passed` includes rework that came back good, `room` is what it may still take (null: as much as wanted). */
const StepWork = z.object({
  id: z.string(), position: z.int(), name: z.string(), kind: z.enum(stepKinds), targetPercent: DecimalSchema.nullable(), minutesPerPiece: DecimalSchema.nullable(), input: DecimalSchema, passed: DecimalSchema, inRework: DecimalSchema,
  scrap: DecimalSchema, loss: DecimalSchema, room: DecimalSchema.nullable(), records: z.array(StepRecord),
})
export type StepWork = z.infer<typeof StepWork>

/** What else the day is asked for. `total`: of a number, over all days; `latest`: what was said last of a word. */
const FigureWork = z.object({
  id: z.string(), name: z.string(), kind: z.enum(figureKinds), measure: z.string(), choices: z.array(z.string()), numberValue: DecimalSchema.nullable(), textValue: z.string(),
  valueId: z.string().nullable(), version: z.int().nullable(), total: DecimalSchema.nullable(), latest: z.string(),
})
export type FigureWork = z.infer<typeof FigureWork>

/** Why a work order stands still: what failed where, since when, and who let it go on. */
const Hold = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), stepName: z.string(), failedQuantity: DecimalSchema, openedByName: z.string(), releasedByName: z.string().nullable(), releasedAt: z.string().nullable(), rootCause: z.string(),
})
export type Hold = z.infer<typeof Hold>

const HoldPlace = z.object({ workOrderId: z.string(), day: z.string() })
export type HoldPlace = z.infer<typeof HoldPlace>

/** Of sewing: what came against what is needed, and whether that is enough. */
const StageInput = z.object({ came: DecimalSchema, needed: DecimalSchema, state: z.enum(inputStates) })
export type StageInput = z.infer<typeof StageInput>

/** The work of a stage on a work order and a day, as its configuration has it. `parts` came of what it is put together from, `sets` can be made of them (PX-14). */
export const StageWork = z.object({
  workOrderId: z.string(), number: z.string(), status: WorkOrderStatus, sectionId: z.string(), sectionName: z.string(), stageName: z.string(), stageKind: z.enum(stageKinds), articleName: z.string(), itemName: z.string().nullable(), day: z.string(),
  isLocked: z.boolean(), isByStep: z.boolean(), targetQuantity: DecimalSchema, goodQuantity: DecimalSchema, rejectQuantity: DecimalSchema, came: DecimalSchema.nullable(), input: StageInput.nullable(),
  parts: z.array(z.object({ name: z.string(), quantity: DecimalSchema })), sets: DecimalSchema.nullable(), steps: z.array(StepWork), figures: z.array(FigureWork), cards: z.array(ReworkCard), holds: z.array(Hold), mostCycles: z.int(),
  /** What the steps count on the day, and what its entry says; they differ while a request about it waits. */
  counted: z.object({ good: DecimalSchema, reject: DecimalSchema }), entry: z.object({ good: DecimalSchema, reject: DecimalSchema, isConfirmed: z.boolean() }).nullable(), waiting: z.array(WaitingDay),
})
export type StageWork = z.infer<typeof StageWork>

const act = { id: IdSchema, version: Version }
const reason = optionalText(500).default('')
const Figures = {
  inputQuantity: StockQuantity, goodQuantity: StockLevel, reworkQuantity: StockLevel.optional(), scrapQuantity: StockLevel.optional(), defectReasonId: IdSchema.nullable().default(null), returnStepId: IdSchema.nullable().default(null),
  notes: Note.default(''),
}
/** What was written, and the request that the day's output waits for, if it needs consent. */
const StageAnswer = z.object({ id: z.string(), number: z.string().nullable(), request: z.object({ id: z.string(), number: z.string() }).nullable() })
export type StageAnswer = z.infer<typeof StageAnswer>
/** How many values changed, and the request about them where the day is over (PX-4). */
const FiguresSaved = StageAnswer.pick({ request: true }).extend({ saved: z.int() })
export type FiguresSaved = z.infer<typeof FiguresSaved>

export const stepWrites = [...new Set(['stepRecord', 'reworkCard', 'reworkRound', 'stageHold', 'notificationReceipt', ...dayWrites, ...approvalWrites] as const)] satisfies readonly Entity[]
const stepReads = [
  'stepRecord', 'reworkCard', 'reworkRound', 'stageHold', 'stageStep', 'stageFigure', 'stageFigureValue', 'workOrder', 'workOrderSource', 'manufacturingOrder', 'orderPart', 'orderMaterial', 'productionStage', 'routeStep', 'transfer',
  'dailyProduction', 'sectionDayLock', 'defectReason', 'item', 'section', 'user', 'approvalRequest', 'paperBatch', 'paperBatchLine', 'gatePass', 'setting', 'site',
] as const
const cardReads = ['reworkCard', 'reworkRound', 'workOrder', 'manufacturingOrder', 'item', 'section', 'stageStep', 'stepRecord', 'defectReason', 'user', 'setting'] as const
const mayRead = { permission: 'process.readDailyProduction' } as const
const mayEnter = { permission: 'process.enterDailyProduction', output: StageAnswer, writes: stepWrites } as const

export const stageWork = {
  getStageWork: query({ ...mayRead, varies: 'day', input: z.object({ workOrderId: IdSchema, day: BusinessDaySchema }), output: StageWork, reads: stepReads }),
  /** Of the asker's sections. */
  listReworkCards: query({
    ...mayRead, scope: ({ filter: { sectionId } }) => (sectionId === undefined ? {} : { sectionId }),
    input: listInput({ sectionId: IdSchema, status: z.enum(cardStatuses), workOrderId: IdSchema, isOver: z.boolean() }, ['number', 'createdAt', 'openQuantity', 'cycle', 'workOrderNumber', 'articleName']), output: page(ReworkCard),
    reads: cardReads,
  }),
  getReworkCard: query({ ...mayRead, input: z.object({ id: IdSchema }), output: ReworkCard, reads: cardReads }),
  /** Where a hold is looked at, for whoever was told of it. */
  getHold: query({ ...mayRead, input: z.object({ id: IdSchema }), output: HoldPlace, reads: ['stageHold', 'stepRecord'] }),
  /**
   * PX-12, PX-13: what went into a step and what became of it; the day's good pieces and rejects follow from it. Pieces for rework go back with a card to an earlier step. What fails a critical step stops the work order. Throws
   * `step-short` where more goes in than the step before has passed, `step-held`, `entered-by-hand` on a day that has an entry without steps, `day-locked`, `invalid-input`, and what entering the day throws.
   */
  enterStep: command({ ...mayEnter, action: 'CREATE', input: z.object({ workOrderId: IdSchema, stageStepId: IdSchema, day: BusinessDaySchema, ...Figures, reason }) }),
  /** As entering it anew. Throws `wrong-state` once its card was looked at again, `step-held` until what it stopped was let go on; of more than that it stops again. */
  updateStep: command({ ...mayEnter, action: 'UPDATE', input: z.object({ ...act, ...Figures, reason }) }),
  /** Throws `wrong-state` of what stopped its work order: that is corrected, and stays. */
  removeStep: command({ ...mayEnter, action: 'DELETE', input: z.object({ ...act, reason }) }),
  /** PX-12: looks at all pieces of a card again: good ones count for the day, others go back once more or are scrap. Throws `invalid-input` where they are not all of the card's. */
  inspectRework: command({
    ...mayEnter, action: 'UPDATE',
    input: z.object({ ...act, day: BusinessDaySchema, goodQuantity: StockLevel, againQuantity: StockLevel.optional(), scrapQuantity: StockLevel.optional(), defectReasonId: IdSchema.nullable().default(null), notes: Note.default(''), reason }),
  }),
  /** Takes the last look at a card back. Throws `step-short` where its good pieces went on already. */
  reverseInspection: command({ ...mayEnter, action: 'DELETE', input: z.object({ ...act, reason }) }),
  /** What else the day is asked for, with the version of what was seen; null or empty takes it out again; of a day that is over with a reason. Throws `conflict`, `reason-needed`, `backdate-refused`, `step-held`. */
  saveStageFigures: command({
    permission: 'process.enterDailyProduction', action: 'UPDATE', writes: ['stageFigureValue', ...approvalWrites], output: FiguresSaved,
    input: z.object({
      workOrderId: IdSchema, day: BusinessDaySchema,
      values: z.array(z.object({ stageFigureId: IdSchema, version: Version.nullable().default(null), numberValue: NonNegativeDecimal.nullable().default(null), textValue: optionalText(200).default('') })).min(1).max(99), reason,
    }),
  }),
  /** PX-13: another who approves production says what it was: then the work goes on. Throws `own-request` for whoever entered the failure. */
  releaseHold: command({ permission: 'production.approve', action: 'UNLOCK', output: Hold, writes: ['stageHold', 'notificationReceipt'], input: z.object({ ...act, rootCause: Reason }) }),
  /** The control card on paper, with its code to scan; the answer's `ticket` fetches it, once. */
  printReworkCard: job({
    ...mayRead, lane: 'interactive', input: z.object({ id: IdSchema, language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
}
