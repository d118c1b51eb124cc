/** What makes a code unlike the others: the words are `imports.oddCodes.<why>`. */
export type OddCode = 'no-digit' | 'short' | 'blank' | 'scientific'

/** What most codes of a factory have, each asked of all codes of a file. */
const habits: readonly { readonly why: OddCode; holds(code: string, others: Others): boolean }[] = [
  { why: 'blank', holds: code => !/\s/.test(code) },
  { why: 'no-digit', holds: code => /\d/.test(code) },
  // X7 among X70 and X700 is a low number; C2 among five digits is something else.
  { why: 'short', holds: (code, { usual, lengths }) => code.length * 2 >= usual || lengths.has(code.length + 1) },
]
/** `usual` is the middle length of all codes, `lengths` those of codes with digits. */
interface Others { readonly usual: number; readonly lengths: ReadonlySet<number> }
const leastCodes = 20
const leastShare = 0.9

/**
 * Codes that are probably none, such as POST and D among 71053 and 85123A: a habit that nine in ten of the file's codes have, and
 * they lack. What Excel has made of a long number (8,99E+12) is odd in any company. `codes` are distinct.
 */
export function oddCodes(codes: readonly string[]): ReadonlyMap<string, OddCode> {
  const sorted = codes.map(({ length }) => length).sort((a, b) => a - b)
  const others = { usual: sorted[Math.floor(sorted.length / 2)] ?? 0, lengths: new Set(codes.filter(code => /\d/.test(code)).map(({ length }) => length)) }
  const kept = codes.length < leastCodes ? [] : habits.filter(({ holds }) => codes.filter(code => holds(code, others)).length >= codes.length * leastShare)
  return new Map(codes.flatMap((code): [string, OddCode][] => {
    if (/^\d([.,]\d+)?E\+\d+$/i.test(code)) return [[code, 'scientific']]
    const broken = kept.find(({ holds }) => !holds(code, others))
    return broken ? [[code, broken.why]] : []
  }))
}
