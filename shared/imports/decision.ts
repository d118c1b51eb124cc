import { z } from 'zod'
import { optionalText } from '../core/fields.ts'
import { IssueReason } from './issue.ts'

export const rowStatuses = ['new', 'changed', 'same', 'faulty', 'skipped'] as const
export const RowStatus = z.enum(rowStatuses)
export type RowStatus = z.infer<typeof RowStatus>

const RowNumber = z.int().min(1)
const FieldName = z.string().max(50)

/** The rows a decision is about: named ones, or all that have an issue, or all of a status. */
export const RowChoice = z.union([
  z.strictObject({ rows: z.array(RowNumber).min(1).max(1000) }),
  z.strictObject({ reason: IssueReason, column: FieldName.nullable().optional(), value: z.string().max(2000).optional() }),
  z.strictObject({ status: RowStatus }),
])
export type RowChoice = z.infer<typeof RowChoice>

/**
 * What the user makes of rows that are not right yet:
 * - `skip`: leave them out, with those that stand behind them.
 * - `accept`: save them although the question `reason` is asked.
 * - `fill`: put this text into a field, read as the file's text is; `fillWithKey` puts the code there.
 * - `replace`: read every text `from` of a field as `to`, in the whole file; an empty `to` takes that back.
 * - `keep`: of rows with one key, save this one; `keepProposed` takes the proposal of each.
 * - `reset`: take back what was decided.
 */
export const Decision = z.discriminatedUnion('act', [
  z.object({ act: z.literal('skip'), where: RowChoice }),
  z.object({ act: z.literal('accept'), where: RowChoice, reason: IssueReason }),
  z.object({ act: z.literal('fill'), where: RowChoice, field: FieldName, value: optionalText(1000) }),
  z.object({ act: z.literal('fillWithKey'), where: RowChoice, field: FieldName }),
  z.object({ act: z.literal('replace'), field: FieldName, from: z.string().min(1).max(200), to: optionalText(1000) }),
  z.object({ act: z.literal('keep'), row: RowNumber }),
  z.object({ act: z.literal('keepProposed'), where: RowChoice }),
  z.object({ act: z.literal('reset'), where: RowChoice }),
])
export type Decision = z.infer<typeof Decision>
