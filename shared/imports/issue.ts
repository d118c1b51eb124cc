import { z } from 'zod'

/**
 * - `fault`: the row cannot be saved as it is.
 * - `question`: it could, but the user has to say so, or to choose.
 * - `note`: worth knowing; nothing to decide.
 */
export const issueWeights = ['fault', 'question', 'note'] as const
export const IssueWeight = z.enum(issueWeights)
export type IssueWeight = z.infer<typeof IssueWeight>

/** What can be said about a row; the words are `imports.issues.<reason>`, which name the parameters they take. */
export const issueReasons = [
  // the value
  'required', 'too-long', 'control-characters', 'not-a-number', 'too-many-places', 'not-whole', 'out-of-range', 'negative', 'not-positive', 'not-a-choice',
  'not-yes-no', 'not-a-day', 'unknown-reference', 'inactive-reference', 'cell-error', 'extra-cells',
  // the file
  'duplicate-in-file', 'same-in-file', 'taken-from-row', 'lost-to-row', 'other-case', 'trimmed', 'replaced', 'as-percent', 'rounded', 'far-number', 'far-day', 'new-reference', 'odd-code', 'skipped-by-user',
  // the records
  'exists-already', 'kept-as-is', 'record-inactive', 'parent-loop', 'packing-incomplete', 'unit-places', 'unit-moved', 'places-moved', 'location-moved', 'base-location',
  'in-use', 'not-a-store', 'service-item', 'stock-moved', 'opening-short',
  'order-not-draft', 'no-conversion', 'day-locked', 'period-closed', 'day-ahead',
  'head-differs', 'ambiguous-name', 'own-component', 'inexact-quantity', 'stage-missing', 'other-stage', 'bom-cycle', 'bom-too-deep', 'bom-draft', 'carton-differs', 'carton-twice', 'carton-resting', 'not-substitutes', 'unfit-substitute',
  'money-places', 'older-ledger', 'customer-unknown',
  'document-exists', 'document-differs', 'invoice-negative', 'credit-positive', 'charge-code', 'zero-price', 'total-differs', 'name-taken',
  'not-a-time', 'not-weekdays', 'day-order', 'target-missing', 'foreign-line', 'choices-missing', 'step-used', 'steps-in-work', 'percent-too-large', 'self-loop', 'flow-cycle', 'same-unit', 'conversion-turned',
] as const
export const IssueReason = z.enum(issueReasons)
export type IssueReason = z.infer<typeof IssueReason>

/** `column` is a field's name; null where the whole row is meant. */
export const RowIssue = z.object({
  column: z.string().nullable(), reason: IssueReason, weight: IssueWeight, params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type RowIssue = z.infer<typeof RowIssue>

/**
 * Equal issues of many rows in one: `value` is the text they have in common (the unknown unit), if any, `suggestion` what it most
 * likely means or was read as, `firstRow` where to look.
 */
export const Finding = z.object({
  column: z.string().nullable(), reason: IssueReason, weight: IssueWeight, value: z.string().nullable(), suggestion: z.string().nullable(),
  count: z.int(), firstRow: z.int(),
})
export type Finding = z.infer<typeof Finding>
