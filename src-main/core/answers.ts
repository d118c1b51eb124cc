import { DecimalError } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Failure } from '../../shared/core/frames.ts'
import type { Log } from './log.ts'
import { storageFault } from './storage-faults.ts'

/** What leaves the host is text already: nobody can change an answer that another desk is given too. */
export interface Answered { readonly ok: true; readonly json: string; readonly tag?: string; readonly unchanged?: true }
export type Answer = Answered | Failure

export function failure(error: AppError): Failure {
  return { ok: false, code: error.code, params: error.params }
}

/** Whatever was thrown, as an answer. What is not a refusal of ours is logged, and the desk hears only that it was unexpected. */
export function failureOf(where: string, error: unknown, log: Log): Failure {
  const known = asAppError(error)
  if (known) return failure(known)
  log.error(where, error)
  return { ok: false, code: 'unexpected', params: {} }
}

export function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (error instanceof DecimalError) return new AppError('out-of-range', { reason: error.reason })
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    const [entity = '', field = ''] = /failed: (\w+)\.(\w+)/.exec(String(message))?.slice(1) ?? []
    return new AppError('duplicate', { entity, field })
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new AppError('in-use')
  return storageFault(error)
}
