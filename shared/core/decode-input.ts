import { z } from 'zod'
import { AppError } from './errors.ts'
import { inputDecoder, misfit } from './input-decoder.ts'
import { inputIssue } from './input-issues.ts'
import { madeOnce } from './made-once.ts'
import type { Procedure } from './procedure.ts'

const decoderOf = madeOnce(({ input }: Procedure) => inputDecoder(input))

/** Input as it travels, as a handler takes it; `invalid-input` names every faulty field. */
export function decodeInput(procedure: Procedure, raw: unknown): unknown {
  const input = decoderOf(procedure)(raw)
  if (input !== misfit) return input
  const parsed = z.safeDecode(procedure.input, raw)
  if (parsed.success) throw new Error('An input that its decoder refuses, and zod does not')
  throw new AppError('invalid-input', { issues: parsed.error.issues.slice(0, 50).map(inputIssue) })
}
