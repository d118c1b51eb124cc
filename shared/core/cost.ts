import { z } from 'zod'

const costs = z.registry<{ cost: true }>()

/** Marks a field as a price or cost: the host leaves it out of every answer to a session that may not see costs (IA-9). */
export function cost<S extends z.ZodType>(schema: S): z.ZodOptional<S> {
  const marked = schema.optional()
  costs.add(marked, { cost: true })
  return marked
}

export function isCost(schema: z.ZodType): boolean {
  return costs.has(schema)
}
