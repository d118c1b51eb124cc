/** Something that a mistyped text may have meant, with its name as `plain` text: each name is made plain once, not for every question. */
export interface Candidate<T> { readonly plainName: string; readonly means: T }

export function candidate<T>(name: string, means: T): Candidate<T> {
  return { plainName: plain(name), means }
}

/**
 * What a text most likely means: a candidate it begins, or the one that is fewest typing errors away (a letter too many, too few,
 * wrong, or two changed places), if those are at most a third of it. Nothing rather than a wild guess.
 */
export function nearest<T>(text: string, candidates: readonly Candidate<T>[]): T | undefined {
  const wanted = plain(text)
  if (wanted === '') return undefined
  let best: { means: T; errors: number } | undefined
  for (const { plainName, means } of candidates) {
    const limit = Math.min(best ? best.errors - 0.5 : Infinity, Math.max(1, Math.max(wanted.length, plainName.length) / 3))
    const errors = wanted.length >= 2 && plainName.startsWith(wanted) ? 0.5 : typingErrors(wanted, plainName, limit)
    if (errors <= limit) best = { means, errors }
  }
  return best?.means
}

/** Letters and digits only, in lower case: "T-Shirt (L)" is `tshirtl`. */
export function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Optimal string alignment distance; anything above `limit` once it is clear that there is no way below. */
export function typingErrors(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const isWrong = a[row - 1] === b[column - 1] ? 0 : 1
      let errors = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + isWrong)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) errors = Math.min(errors, before[column - 2]! + 1)
      current.push(errors)
    }
    if (Math.min(...current) > limit) return Infinity
    before = above
    above = current
  }
  return above[b.length]!
}
