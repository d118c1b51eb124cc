import { daily } from './daily.ts'
import { productionForms } from './forms.ts'
import { sectionDay } from './section-day.ts'

/** What sections enter of their day. */
export const production = { ...daily, ...sectionDay, ...productionForms }
