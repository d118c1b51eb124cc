/** Time as the host tells it; tests hand in their own. */
export interface Clock {
  /** UTC ISO text with milliseconds. */
  now(): string
}

/** A clock that can be told another time: the demo factory's story happens on the days before. */
export interface MovableClock extends Clock {
  /** From now on as this one says; `null`: the true time again. */
  follow(clock: Clock | null): void
}

export function movableClock(): MovableClock {
  let followed: Clock | null = null
  return {
    now: () => (followed ?? systemClock).now(),
    follow(clock) {
      followed = clock
    },
  }
}

export const systemClock: Clock = { now: () => new Date().toISOString() }
