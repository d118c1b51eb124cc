import { z } from 'zod'

/** A UUID in lower case, of any version: desks and imports may bring their own. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
export const IdSchema = z.string().regex(uuid)

/** The last id's place in time. Module state, because ids must be ordered over the whole process, whoever asks. */
let lastMillisecond = 0
let counter = 0

const counterLimit = 0x1000

/**
 * A UUIDv7 (RFC 9562, method 1): 48 bits of milliseconds, a 12-bit counter, 62 random bits. Ids sort as text in the order this
 * process made them, also within a millisecond and when the clock is set back; then the time in the id runs on from the latest one.
 */
export function newId(now: number = Date.now()): string {
  const [seed = 0, variant = 0, ...rest] = randomParts()
  advance(Math.floor(now), seed & 0x7ff)
  const time = hexadecimal(lastMillisecond, 12)
  return [
    time.slice(0, 8),
    time.slice(8),
    hexadecimal(0x7000 | counter, 4),
    hexadecimal(0x8000 | (variant & 0x3fff), 4),
    rest.map(part => hexadecimal(part, 4)).join(''),
  ].join('-')
}

/** Drawn for many ids at once: one draw costs as much as many. */
const drawn = new Uint16Array(5 * 256)
let used = drawn.length

function randomParts(): Uint16Array {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  used += 5
  return drawn.subarray(used - 5, used)
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}

/** A new millisecond starts its counter in the lower half, so that at least 2,048 more ids fit before it must borrow the next one. */
function advance(now: number, seed: number): void {
  if (now > lastMillisecond) {
    lastMillisecond = now
    counter = seed
    return
  }
  counter += 1
  if (counter < counterLimit) return
  lastMillisecond += 1
  counter = seed
}

function hexadecimal(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
