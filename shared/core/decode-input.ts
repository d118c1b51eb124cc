import { z } from 'zod'
import { AppError } from './errors.ts'
import { inputIssue } from './input-issues.ts'
import type { Procedure } from './procedure.ts'

/** Input as it travels, as a handler takes it; `invalid-input` names every faulty field. */
export function decodeInput(procedure: Procedure, raw: unknown): unknown {
  const parsed = z.safeDecode(procedure.input, raw)
  if (!parsed.success) throw new AppError('invalid-input', { issues: parsed.error.issues.slice(0, 50).map(inputIssue) })
  return parsed.data
}
