import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { IdSchema } from '../core/ids.ts'
import { command, job } from '../core/procedure.ts'

export const formKinds = ['DAY', 'WEEK'] as const
/** Blank forms for when the program cannot be reached (IO-8): a section's day or week. */
export type FormKind = (typeof formKinds)[number]

export const productionForms = {
  /** The open work orders of a section with blank cells beside them, each with a code to scan; the answer's `ticket` fetches it, once. */
  printProductionForm: job({
    permission: 'process.readDailyProduction', lane: 'interactive',
    input: z.object({ sectionId: IdSchema, day: BusinessDaySchema, kind: z.enum(formKinds), language: z.enum(['id', 'en']).optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
  /** Tells managers of what deserves a look (PX-16, PX-17). */
  tellFindings: command({ permission: 'process.readDailyProduction', visibility: 'internal', input: z.object({}), output: z.object({ told: z.int() }), writes: [] }),
}
