import { z } from 'zod'

/**
 * What is strange about a column, told before anything is imported of it; the words are `imports.oddities.<kind>`:
 * - `blank`: cells without anything among others that have something.
 * - `trimmed`: blanks before or behind the text, such as "finishing ".
 * - `twins`: texts that differ by blanks or case only.
 * - `not-whole`: fractions among whole numbers, such as half a worker.
 * - `not-number`: texts among numbers.
 * - `month-first`: dates with the month in front; `mixed-order`: some dates have the day in front, others the month.
 * - `far-day`: a date years away from the others.
 */
export const oddityKinds = ['blank', 'trimmed', 'twins', 'not-whole', 'not-number', 'month-first', 'mixed-order', 'far-day'] as const
export const OddityKind = z.enum(oddityKinds)
export type OddityKind = z.infer<typeof OddityKind>

/** In how many cells, which is the first of them, and what it says. */
export const Oddity = z.object({ kind: OddityKind, count: z.int(), row: z.int(), example: z.string() })
export type Oddity = z.infer<typeof Oddity>
