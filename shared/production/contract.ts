import { daily } from './daily.ts'
import { sectionDay } from './section-day.ts'

/** What sections enter of their day. */
export const production = { ...daily, ...sectionDay }
