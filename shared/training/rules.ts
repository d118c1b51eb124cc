import { wallClock } from '../core/dates.ts'

/** What every token and ticket of the training copy begins with: the host tells by it which of its two factories is meant. */
export const trainingMark = 'training.'
/** What the names of files made in training begin with, wherever they are saved. */
export const trainingFileMark = 'LATIHAN-TRAINING_'
/** What stands across every paper made in training, whatever its language: papers go from hand to hand. */
export const trainingStamp = 'LATIHAN / TRAINING'

export function isOfTraining(secret: string): boolean {
  return secret.startsWith(trainingMark)
}

/** The hour of the factory's night at which training begins anew. */
export const resetHour = 3
/** How long those who practise are told before. */
export const warningMinutes = 10

const [minute, day] = [60_000, 24 * 3_600_000]

/** The next 03:00 of the factory after `now`, both UTC ISO text. Where clocks were set forward or back that night, an hour early or late. */
export function nextReset(now: string, timeZone: string): string {
  const [hours, minutes] = wallClock(now, timeZone).time.split(':').map(Number) as [number, number]
  const sinceReset = (hours - resetHour) * 60 + minutes
  const begunMinute = Math.floor(Date.parse(now) / minute) * minute
  return new Date(begunMinute - sinceReset * minute + (sinceReset >= 0 ? day : 0)).toISOString()
}

/** The last 03:00 of the factory: what was begun before it is thrown away (IO-7). */
export function lastReset(now: string, timeZone: string): string {
  return new Date(Date.parse(nextReset(now, timeZone)) - day).toISOString()
}
