import { countOf, countScan, type CountAnswer, type CountedLine, type Counts } from './counting.ts'
import type { ContainerKind } from './rules.ts'

/** A tray or box as its packer fills it. */
export interface Draft {
  readonly kind: ContainerKind
  readonly code: string
  readonly contents: readonly { readonly lineId: string; readonly quantity: number }[]
}

/** What is in all of them together, by line. */
export function packedCounts(drafts: readonly Draft[]): Counts {
  const counts: Record<string, number> = {}
  for (const { lineId, quantity } of drafts.flatMap(({ contents }) => contents)) counts[lineId] = countOf(counts, lineId) + quantity
  return counts
}

/** IF-7: a scan puts its pieces into one container, never more of a line than is invoiced over all of them. */
export function packScan<Line extends CountedLine>(
  lines: readonly Line[],
  drafts: readonly Draft[],
  into: string,
  scanned: string,
): { readonly answer: CountAnswer<Line>; readonly drafts: readonly Draft[] } {
  const before = packedCounts(drafts)
  const answer = countScan(lines, before, scanned)
  if (answer.kind !== 'counted') return { answer, drafts }
  const { id } = answer.line
  return { answer, drafts: putInto(drafts, into, id, countOf(answer.counts, id) - countOf(before, id)) }
}

/** So many pieces more of a line in a container, or less; a line of which nothing is left is not listed. */
export function putInto(drafts: readonly Draft[], code: string, lineId: string, pieces: number): Draft[] {
  return drafts.map(draft => {
    if (draft.code !== code) return draft
    const quantity = (draft.contents.find(part => part.lineId === lineId)?.quantity ?? 0) + pieces
    const others = draft.contents.filter(part => part.lineId !== lineId)
    return { ...draft, contents: quantity > 0 ? [...others, { lineId, quantity }] : others }
  })
}

/** The first number that no box of the invoice has. */
export function nextBoxCode(drafts: readonly Draft[], codeOf: (number: number) => string): string {
  let number = 1
  while (drafts.some(({ code }) => code.toUpperCase() === codeOf(number).toUpperCase())) number += 1
  return codeOf(number)
}
