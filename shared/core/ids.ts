import { z } from 'zod'

/** A UUID in lower case, of any version: desks and imports may bring their own. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
export const IdSchema = z.string().regex(uuid)

/** The last id's place in time. Module state, because ids must be ordered over the whole process, whoever asks. */
let lastMillisecond = 0
let counter = 0
/** The same as an id begins with it: `0191d2c5-8a3f`. */
let timeText = ''

const counterLimit = 0x1000

/**
 * A UUIDv7 (RFC 9562, method 1): 48 bits of milliseconds, a 12-bit counter, 62 random bits. Ids sort as text in the order this
 * process made them, also within a millisecond and when the clock is set back; then the time in the id runs on from the latest one.
 */
export function newId(now: number = Date.now()): string {
  const at = drawPlace()
  advance(Math.floor(now), drawn[at]! & 0x7ff)
  const [third, fourth] = [hexadecimal(0x7000 | counter), hexadecimal(0x8000 | (drawn[at + 1]! & 0x3fff))]
  return `${timeText}-${third}-${fourth}-${hexadecimal(drawn[at + 2]!)}${hexadecimal(drawn[at + 3]!)}${hexadecimal(drawn[at + 4]!)}`
}

/** Drawn for many ids at once: one draw costs as much as many. */
const partsOfId = 5
const drawn = new Uint16Array(partsOfId * 256)
let used = drawn.length

/** Where the next id's random parts stand. */
function drawPlace(): number {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  used += partsOfId
  return used - partsOfId
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}

/** A new millisecond starts its counter in the lower half, so that at least 2,048 more ids fit before it must borrow the next one. */
function advance(now: number, seed: number): void {
  counter += 1
  if (now <= lastMillisecond && counter < counterLimit) return
  lastMillisecond = Math.max(now, lastMillisecond + 1)
  counter = seed
  const digits = lastMillisecond.toString(16).padStart(12, '0')
  timeText = `${digits.slice(0, 8)}-${digits.slice(8)}`
}

/** Four digits of sixteen bits. */
function hexadecimal(value: number): string {
  return (0x10000 | value).toString(16).slice(1)
}
