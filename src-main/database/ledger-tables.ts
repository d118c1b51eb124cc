import type { Generated } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { NegativeLevel } from '../../shared/ledger/rules.ts'
import type { Versioned } from './row-kinds.ts'

export interface WasteEntryTable extends Versioned {
  sectionId: string; day: string; itemId: string; wasteReasonId: string; quantity: Decimal; notes: string; enteredBy: string; changedBy: Generated<string | null>
}
export interface LedgerReceiptTable extends Versioned { sectionId: string; day: string; itemId: string; isCount: boolean; quantity: Decimal; notes: string; enteredBy: string; changedBy: Generated<string | null> }
/** `day`: the last with a row, which stands below zero by `quantity`, that is `percent` of what was available. */
export interface LedgerAlertTable extends Versioned {
  sectionId: string; itemId: string; day: string; level: NegativeLevel; percent: Decimal; quantity: Decimal; dueAt: string; isTold: Generated<boolean>; isEscalated: Generated<boolean>; settledAt: Generated<string | null>
}
export interface LedgerReviewTable extends Versioned { day: string; negativeCount: number; worstPercent: Decimal }

/** Kept by the database's own triggers from what is entered; no pen writes it. */
export interface LedgerDayTable {
  seq: number; sectionId: string; itemId: string; day: string; isKnown: boolean; counted: Decimal | null; opening: Decimal; received: Decimal; manual: Decimal; output: Decimal; rejected: Decimal; waste: Decimal; closing: Decimal
}
/** What days' production of work orders put out, by the item that each makes. */
export interface LedgerProductionView { id: string; workOrderId: string; sectionId: string; day: string; itemId: string; quantity: Decimal; rejected: Decimal }
/** A way of the flow as it was for a time: `fromDay` is the empty text from the beginning, `untilDay` null until now. Kept by triggers. */
export interface FlowPeriodTable { seq: number; processFlowEdgeId: string; itemId: string; fromSectionId: string; toSectionId: string; leadDays: number; fromDay: string; untilDay: string | null }
/** When what comes to a section was handed over by slip. Kept by triggers. */
export interface SlipPeriodTable { seq: number; sectionId: string; fromDay: string; untilDay: string | null }
/** What came by slips as they were accepted, by the item that the sender's work order makes, less `cameBefore`: what of them had come by the flow before the section received by slip. */
export interface LedgerSlipView { id: string; number: string; fromSectionId: string; toSectionId: string; itemId: string; day: string; quantity: Decimal; cameBefore: Decimal }
