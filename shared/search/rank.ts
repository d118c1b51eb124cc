interface Named { readonly code: string; readonly name: string }

/** Without regard to case and accents, so that "cafe" finds "Café". */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase()
}

export function wordsOf(text: string): string[] {
  return folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

/**
 * How well a record fits what was typed, the best first: its very code (0), a code that begins so (1), a name that begins so (2),
 * every typed word begins one of its words (3), its code has it somewhere (4). Nothing if it does not fit.
 */
export function rankOf(typed: string, { code, name }: Named): number | undefined {
  const wanted = folded(typed.trim())
  const [itsCode, itsName] = [folded(code), folded(name)]
  if (itsCode === wanted) return 0
  if (itsCode.startsWith(wanted)) return 1
  if (itsName.startsWith(wanted)) return 2
  const has = wordsOf(`${code} ${name}`)
  const asked = wordsOf(typed)
  if (asked.length > 0 && asked.every(word => has.some(one => one.startsWith(word)))) return 3
  return itsCode.includes(wanted) ? 4 : undefined
}

const behindAll = 10

/** What fits, the best first; what is no longer in use stands after the rest, unless it is asked for by its very code. */
export function bestFirst<T extends Named & { readonly isActive: boolean }>(typed: string, found: readonly T[]): T[] {
  return found
    .map(one => ({ one, rank: rankOf(typed, one) }))
    .filter((entry): entry is { one: T; rank: number } => entry.rank !== undefined)
    .map(({ one, rank }) => ({ one, place: one.isActive || rank === 0 ? rank : rank + behindAll }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}
