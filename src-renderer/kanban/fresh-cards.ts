import { create } from 'zustand'
import type { Card } from '../../shared/kanban/cards.ts'
import type { CardStatus } from '../../shared/kanban/rules.ts'

interface FreshCards {
  /** What commands have answered: newer than what the lists know, until they are asked again. */
  readonly cards: ReadonlyMap<string, { readonly card: Card; readonly at: number }>
  /** Where a card is on its way to, while the host has not answered yet. */
  readonly moving: ReadonlyMap<string, CardStatus>
}
const most = 100

const useStore = create<FreshCards>(() => ({ cards: new Map(), moving: new Map() }))

export function useFreshCards(): FreshCards {
  return useStore()
}

/** A command's answer, shown at once everywhere the card stands. */
export function keepFresh(card: Card): void {
  useStore.setState(({ cards }) => ({ cards: new Map([...cards, [card.id, { card, at: Date.now() }] as const].slice(-most)) }))
}

/** Shows a card in the lane it goes to while the work runs; back where it was if the work fails. */
export async function whileMoving<Result>(id: string, to: CardStatus, work: () => Promise<Result>): Promise<Result> {
  useStore.setState(({ moving }) => ({ moving: new Map(moving).set(id, to) }))
  try {
    return await work()
  } finally {
    useStore.setState(({ moving }) => ({ moving: new Map([...moving].filter(([other]) => other !== id)) }))
  }
}

/**
 * The newer of what a list and a command said about each card. `listedAt`: when the list was answered; what a command said after
 * that and the list does not know yet is added where it `belongs`.
 */
export function merged(listed: readonly Card[], listedAt: number, { cards }: FreshCards, belongs: (card: Card) => boolean): readonly Card[] {
  const known = new Set(listed.map(({ id }) => id))
  const newer = (card: Card) => {
    const fresh = cards.get(card.id)?.card
    return fresh && fresh.version > card.version ? fresh : card
  }
  const unknown = [...cards.values()].filter(({ card, at }) => at > listedAt && !known.has(card.id) && belongs(card)).map(({ card }) => card)
  return [...listed.map(newer), ...unknown]
}
