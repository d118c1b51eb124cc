import type { BusinessDay } from '../../shared/core/dates.ts'

/** The clock of the demo’s story, which only goes forward and never beyond the present. */
export interface StoryClock {
  now(): string
  /** Goes to this time of day (UTC) so many days ago, never back and never beyond the present. */
  at(daysAgo: number, time: string): void
  pass(minutes: number): void
  /** So many minutes are still to pass: where the present comes sooner, all pass faster, so that what is told last takes its time too. */
  fit(minutes: number): void
  day(): BusinessDay
  end(): void
}

/** Begins so many days ago. */
export function storyClock(days: number): StoryClock {
  const present = Date.now()
  const factoryDay = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10) as BusinessDay
  const dayBefore = (daysAgo: number) => factoryDay(present - daysAgo * 86_400_000)
  let pace = 1
  let at = Date.parse(`${dayBefore(days)}T01:00:00.000Z`)
  const go = (to: number) => {
    at = Math.min(Math.max(at + 1000, to), present)
  }
  return {
    now: () => new Date(at).toISOString(),
    at: (daysAgo, time) => go(Date.parse(`${dayBefore(daysAgo)}T${time}:00.000Z`)),
    pass: minutes => go(at + minutes * 60_000 * pace),
    fit: minutes => void (pace = Math.min(1, (present - at) / (minutes * 60_000))),
    day: () => factoryDay(at),
    end: () => go(present),
  }
}
