import { readFileSync } from 'node:fs'

/**
 * Loaded before the host (`node --import`), in each of its threads: the computer's clock shows as many milliseconds more as the file
 * named by `LANTAI_CLOCK_FILE` says, whenever it says something else. Timers run on as they do when a real clock is set.
 */
const file = process.env.LANTAI_CLOCK_FILE ?? ''
const TrueDate = Date
const lookEvery = 20
let shift = 0
let lookedAt = -Infinity

function now(): number {
  if (performance.now() - lookedAt > lookEvery) {
    lookedAt = performance.now()
    shift = Number(readFileSync(file, 'utf8'))
  }
  return TrueDate.now() + shift
}

class MovedDate extends TrueDate {
  constructor(...parts: readonly unknown[]) {
    super(...((parts.length === 0 ? [now()] : parts) as [number]))
  }
  static override now(): number {
    return now()
  }
}

globalThis.Date = MovedDate as DateConstructor
