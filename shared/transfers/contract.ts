import { gate } from './gate.ts'
import { lines } from './lines.ts'
import { slips } from './slips.ts'

/** What sections hand over to one another, the lines it is put on, and what goes wrong with that. */
export const transfers = { ...slips, ...lines, ...gate }
