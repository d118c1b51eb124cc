/** Time as the host tells it; tests hand in their own. */
export interface Clock {
  /** UTC ISO text with milliseconds. */
  now(): string
}

export const systemClock: Clock = { now: () => new Date().toISOString() }
