import { AppError } from '../../shared/core/errors.ts'

/** What one user may send in a day, in bytes, and when that day ends. */
export interface DailyUploads { readonly bytes: number; readonly day: string; endsAt(): string }

/** Counts what each user sends in a day, since the host began: also what was refused or broken off, which was a burden all the same. */
export interface UploadCount {
  /** Throws `daily-uploads-full` where it is more than the day has left. */
  take(userId: string, bytes: number): void
}

export function countUploads(daily: () => DailyUploads): UploadCount {
  const sent = new Map<string, number>()
  let countedDay = ''
  return {
    take(userId, bytes) {
      const { bytes: maximum, day, endsAt } = daily()
      if (day !== countedDay) {
        sent.clear()
        countedDay = day
      }
      const total = (sent.get(userId) ?? 0) + bytes
      if (total > maximum) throw new AppError('daily-uploads-full', { maximum, until: endsAt() })
      sent.set(userId, total)
    },
  }
}
