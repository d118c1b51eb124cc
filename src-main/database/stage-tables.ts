import type { Generated } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { CardStatus } from '../../shared/stages/rules.ts'
import type { Versioned } from './row-kinds.ts'

interface OfWorkOrder extends Versioned { workOrderId: string; sectionId: string }
export interface StepRecordTable extends OfWorkOrder {
  stageStepId: string; day: string; inputQuantity: Decimal; goodQuantity: Decimal; reworkQuantity: Decimal; scrapQuantity: Decimal; defectReasonId: string | null; notes: string; enteredBy: string
  changedBy: Generated<string | null>
}
export interface ReworkCardTable extends OfWorkOrder {
  number: string; stepRecordId: string; stageStepId: string; returnStepId: string; quantity: Decimal; openQuantity: Decimal; cycle: Generated<number>; status: Generated<CardStatus>; openedBy: string
}
export interface ReworkRoundTable extends OfWorkOrder {
  reworkCardId: string; day: string; cycle: number; goodQuantity: Decimal; againQuantity: Decimal; scrapQuantity: Decimal; defectReasonId: string | null; notes: string; enteredBy: string
}
export interface StageHoldTable extends OfWorkOrder {
  stepRecordId: string; failedQuantity: Decimal; openedBy: string; releasedBy: Generated<string | null>; releasedAt: Generated<string | null>; rootCause: Generated<string>
}
export interface StageFigureValueTable extends OfWorkOrder {
  day: string; stageFigureId: string; numberValue: Decimal | null; textValue: string; enteredBy: string; changedBy: Generated<string | null>
}
