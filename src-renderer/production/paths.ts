export const calendarPath = '/production/calendar'
export const sectionTodayPath = '/production/today'
export const quickEntryPath = '/production/entry'

/** One work order, to enter what was made today. */
export function quickEntryOf(workOrderId: string): string {
  return `${quickEntryPath}/${workOrderId}`
}
