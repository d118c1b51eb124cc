import { days } from './days.ts'
import { lateEntries } from './late.ts'
import { teamDays } from './team-days.ts'

/** What a section's day is made of besides its work orders: who was there, what each made, how efficient its teams were, and whether the day is locked. */
export const sectionDay = { ...days, ...lateEntries, ...teamDays }
