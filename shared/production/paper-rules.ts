import { daysBetween, type BusinessDay } from '../core/dates.ts'

/** The life of a batch copied from paper (PX-4). */
export const paperStatuses = ['DRAFT', 'WAITING', 'APPROVED', 'REJECTED'] as const
export type PaperStatus = (typeof paperStatuses)[number]

/** As many days as a printed form has. */
export const mostPaperDays = 7
/** As many lines as one batch may have. */
export const mostPaperLines = 500

/** Whether its lines and photos may be changed, and it may be sent: until it is sent, and again once it was rejected. */
export function isPaperOpen(status: PaperStatus): boolean {
  return status === 'DRAFT' || status === 'REJECTED'
}

/** What is wrong with the days of a batch, as a text key; nothing where they fit on one form. */
export function paperDaysFault(firstDay: BusinessDay, lastDay: BusinessDay): string | undefined {
  const days = daysBetween(firstDay, lastDay) + 1
  if (days < 1) return 'production.paper.issues.days-reversed'
  return days > mostPaperDays ? 'production.paper.issues.too-many-days' : undefined
}
