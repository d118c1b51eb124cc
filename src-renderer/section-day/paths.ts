export const sectionDayPath = '/section-day/day'
export const lateEntriesPath = '/section-day/late'
export const dayLocksPath = '/section-day/locks'
