import { ownCodeKinds } from '../scan/own-code.ts'

/** What labels are made of: what our own codes name, and cartons that were packed, each with a number of its own. */
export const labelKinds = [...ownCodeKinds, 'packedCarton'] as const
export type LabelKind = (typeof labelKinds)[number]

/** In one go: a delivery of many rolls, and not a whole box of labels by mistake. */
export const mostLabels = 500

export function labelCount(wishes: readonly { readonly copies: number }[]): number {
  return wishes.reduce((sum, { copies }) => sum + copies, 0)
}

/** What is left to be printed when so many labels have been: whole wishes go, of the next one its copies. */
export function afterLabels<W extends { readonly copies: number }>(wishes: readonly W[], skip: number): W[] {
  let rest = skip
  return wishes.flatMap(wish => {
    const skipped = Math.min(rest, wish.copies)
    rest -= skipped
    return skipped === wish.copies ? [] : [{ ...wish, copies: wish.copies - skipped }]
  })
}
