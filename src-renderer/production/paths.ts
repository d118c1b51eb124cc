import { beginAt } from '../core/screen.ts'
import { paperPath } from '../core/paths.ts'
import type { ScannedForm } from './paper-form.tsx'

export const calendarPath = '/production/calendar'
export const sectionTodayPath = '/production/today'
export const quickEntryPath = '/production/entry'

/** One work order, to enter what was made today. */
export function quickEntryOf(workOrderId: string): string {
  return `${quickEntryPath}/${workOrderId}`
}

/** To copy a form that was scanned. */
export function newPaperOf({ sectionId, day, kind }: ScannedForm): string {
  return `${beginAt(paperPath, 'new')}&section=${sectionId}&day=${day}&kind=${kind}`
}
