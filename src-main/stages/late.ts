import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import type { LateFact } from '../../shared/section-day/late.ts'
import { stageWork, type StageAnswer } from '../../shared/stages/work.ts'
import type { Reader } from '../database/reader.ts'
import { blankFact, held, joinedNames, removedFact, type HeldCall, type WaitsIn } from '../section-day/held-call.ts'
import type { SectionAndDay } from '../section-day/rows.ts'
import { inspectRework, reverseInspection } from './cards.ts'
import { saveStageFigures } from './figures.ts'
import { enterStep, removeStep, updateStep } from './records.ts'
import { writtenOf } from './sums.ts'

const waitsIn = ({ request }: Pick<StageAnswer, 'request'>): WaitsIn => (request ? [request.id] : [])
const record = (db: Reader, id: string) => db.get('stepRecord', id)
const joined = (...pieces: readonly (Decimal | undefined)[]) => pieces.filter(quantity => quantity !== undefined).map(decimalText).join(' / ')

function sectionDay(db: Reader, { workOrderId, day }: { readonly workOrderId: string; readonly day: string }): SectionAndDay {
  return { sectionId: db.get('workOrder', workOrderId).sectionId, day }
}

function stepFact(db: Reader, { workOrderId, stageStepId, day }: { readonly workOrderId: string; readonly stageStepId: string; readonly day: string }): LateFact {
  return { ...blankFact, label: joinedNames(db.get('workOrder', workOrderId).number, db.get('stageStep', stageStepId).name), day }
}

function cardFact(db: Reader, id: string): LateFact {
  const { number, workOrderId } = db.get('reworkCard', id)
  return { ...blankFact, label: joinedNames(db.get('workOrder', workOrderId).number, number) }
}

/** The day of the last look at a card; none where nobody has looked. */
function lastLook(db: Reader, reworkCardId: string): SectionAndDay[] {
  const { sectionId, workOrderId } = db.get('reworkCard', reworkCardId)
  const last = writtenOf(db, workOrderId).rounds.findLast(round => round.reworkCardId === reworkCardId)
  return last ? [{ sectionId, day: last.day }] : []
}

/** What a locked day keeps from the steps, to be handed in late. */
export const stepCalls = {
  'stages.enterStep': held(stageWork.enterStep, {
    daysOf: (db, input) => [sectionDay(db, input)],
    facts: (db, input) => [{ ...stepFact(db, input), value: joined(input.inputQuantity, input.goodQuantity, input.reworkQuantity, input.scrapQuantity) }],
    apply: (context, input, reason) => waitsIn(enterStep(context, { ...input, reason: input.reason || reason })),
  }),
  'stages.updateStep': held(stageWork.updateStep, {
    daysOf: (db, { id }) => [sectionDay(db, record(db, id))],
    facts: (db, input) => [{ ...stepFact(db, record(db, input.id)), value: joined(input.inputQuantity, input.goodQuantity, input.reworkQuantity, input.scrapQuantity) }],
    apply: (context, input, reason) => waitsIn(updateStep(context, { ...input, reason: input.reason || reason })),
  }),
  'stages.removeStep': held(stageWork.removeStep, {
    daysOf: (db, { id }) => [sectionDay(db, record(db, id))],
    facts: (db, { id }) => [{ ...stepFact(db, record(db, id)), ...removedFact }],
    apply: (context, input, reason) => waitsIn(removeStep(context, { ...input, reason: input.reason || reason })),
  }),
  'stages.inspectRework': held(stageWork.inspectRework, {
    daysOf: (db, { id, day }) => [{ sectionId: db.get('reworkCard', id).sectionId, day }],
    facts: (db, input) => [{ ...cardFact(db, input.id), day: input.day, value: joined(input.goodQuantity, input.againQuantity, input.scrapQuantity) }],
    apply: (context, input, reason) => waitsIn(inspectRework(context, { ...input, reason: input.reason || reason })),
  }),
  'stages.reverseInspection': held(stageWork.reverseInspection, {
    daysOf: (db, { id }) => lastLook(db, id),
    facts: (db, { id }) => [{ ...cardFact(db, id), ...removedFact }],
    apply: (context, input, reason) => waitsIn(reverseInspection(context, { ...input, reason: input.reason || reason })),
  }),
  'stages.saveStageFigures': held(stageWork.saveStageFigures, {
    daysOf: (db, input) => [sectionDay(db, input)],
    facts: (db, { workOrderId, day, values }) => values.map(({ stageFigureId, numberValue, textValue }) => ({
      ...blankFact, label: joinedNames(db.get('workOrder', workOrderId).number, db.get('stageFigure', stageFigureId).name), day, value: numberValue === null ? textValue : decimalText(numberValue),
    })),
    apply: (context, input, reason) => waitsIn(saveStageFigures(context, { ...input, reason: input.reason || reason })),
  }),
} as const satisfies Readonly<Record<string, HeldCall>>
