import { AppError, type ErrorCode } from '../../shared/core/errors.ts'
import { asAppError } from '../core/error-text.ts'

/** Refusals of the host that belong to one field, as keys of the texts they have there. */
export type FieldReasons = Partial<Readonly<Record<ErrorCode, string>>>

/** More is taken than there is. */
export const takingReasons: FieldReasons = { 'stock-short': 'warehouse.issues.stock-short', 'lot-short': 'warehouse.issues.lot-short' }
/** What was counted cannot be, or is held against books that have changed. */
export const countingReasons: FieldReasons = { 'stock-short': 'warehouse.issues.count-below-reserved', conflict: 'warehouse.issues.stock-moved' }

/** Posts an entry; a refusal that belongs to the field is said there instead of above the form. */
export async function postAt<Move>(field: string, reasons: FieldReasons, posting: Promise<Move>): Promise<Move> {
  try {
    return await posting
  } catch (thrown) {
    const { code, params } = asAppError(thrown)
    const reason = reasons[code]
    throw reason === undefined ? thrown : new AppError('invalid-input', { issues: [{ path: [field], reason, params }] })
  }
}
