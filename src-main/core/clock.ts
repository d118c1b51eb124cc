/** Time as the host tells it; tests hand in their own. */
export interface Clock {
  /** UTC ISO text with milliseconds. */
  now(): string
}

/** A clock that can be told another time: the demo factory's story happens on the days before. */
export interface MovableClock extends Clock {
  follow(clock: Clock): void
}

export function movableClock(): MovableClock {
  let followed: Clock = systemClock
  return {
    now: () => followed.now(),
    follow(clock) {
      followed = clock
    },
  }
}

export const systemClock: Clock = { now: () => new Date().toISOString() }
