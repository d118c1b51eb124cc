import { z } from 'zod'
import { AppError } from '../../shared/core/errors.ts'

const Short = z.object({ itemId: z.string(), locationId: z.string(), itemName: z.string(), requested: z.string(), available: z.string(), missing: z.string(), unit: z.string() })
/** One material that is short, and how much a debt would have to make up. */
export type Short = z.infer<typeof Short>

/** What a refusal names as short; nothing where it is about something else. */
export function shortsOf(thrown: unknown): readonly Short[] {
  if (!(thrown instanceof AppError) || thrown.code !== 'stock-short') return []
  const told = z.array(Short).safeParse(thrown.params.shorts ?? [thrown.params])
  return told.success ? told.data : []
}
