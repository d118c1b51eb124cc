/** `npm run chaos` asks for the long form; within `npm test` the short one runs. */
const isLong = process.env.LANTAI_CHAOS === 'long'

export function scaled<T>({ short, long }: { readonly short: T; readonly long: T }): T {
  return isLong ? long : short
}

/** What chance begins with. It is printed with every count; `LANTAI_SEED` (`npm run chaos -- --seed N`) repeats a run. */
export const seed = Number(process.env.LANTAI_SEED ?? Math.floor(Math.random() * 2 ** 31))

export interface Chance {
  /** From 0 up to 1. */
  next(): number
  /** A whole number from 0 up to `limit`, without it. */
  below(limit: number): number
  oneOf<T>(choices: readonly T[]): T
}

/** Chance that can be repeated (mulberry32). `stream` keeps the tests of one run apart: each has numbers of its own. */
export function chance(stream: string): Chance {
  let state = [...stream].reduce((mixed, letter) => Math.imul(mixed ^ letter.codePointAt(0)!, 0x01000193), seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, oneOf: choices => choices[below(choices.length)]! }
}

/** Prints what a test counted, with the seed that repeats it. */
export function printCounts(title: string, counts: Readonly<Record<string, number | string>>): void {
  const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
  console.log(`${title}: ${words.join(', ')} (seed ${seed})`)
}
