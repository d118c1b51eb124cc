import { daily } from './daily.ts'
import { findings } from './findings.ts'
import { productionForms } from './forms.ts'
import { paperBatches } from './paper-batches.ts'
import { sectionDay } from './section-day.ts'

/** What sections enter of their day. */
export const production = { ...daily, ...sectionDay, ...productionForms, ...paperBatches, ...findings }
