/** The month of a business day: "2026-11". */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** So many months before this one, or after it if negative. */
export function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + (number - 1) - count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Closing a month closes all before it: nothing is posted on a day up to the end of the last closed one. */
export function isClosed(day: string, closedThrough: string | undefined): boolean {
  return closedThrough !== undefined && monthOf(day) <= closedThrough
}

/** Only what is over can be closed, and only after what is closed already. */
export function mayClose(month: string, today: string, closedThrough: string | undefined): boolean {
  return month < monthOf(today) && (closedThrough === undefined || month > closedThrough)
}
