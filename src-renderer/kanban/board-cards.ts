import { completedSince, type BoardLane } from '../../shared/kanban/rules.ts'
import type { Card } from '../../shared/kanban/cards.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLive } from '../core/live.ts'
import { merged, useFreshCards } from './fresh-cards.ts'

/** The lanes side by side; planned cards stand at the foot of the first one, for nobody moves them. */
export const shownLanes = ['PENDING', 'APPROVED', 'IN_PROGRESS', 'COMPLETED'] as const satisfies readonly BoardLane[]
export type ShownLane = (typeof shownLanes)[number]

export interface LaneCards { readonly cards: readonly Card[]; /** All there are; the host sends only the first ones of a very long lane. */ readonly count: number }

const ranks = { URGENT: 3, HIGH: 2, NORMAL: 1, LOW: 0 } as const

/** The board of one section, or of all the user may see: as the host told it, with what this desk has just done laid over it. */
export function useBoardCards(sectionId: string | undefined) {
  const api = useApi()
  const { today } = useFormats()
  const fresh = useFreshCards()
  const since = completedSince(today())
  const { data, dataUpdatedAt, error, isPlaceholderData, refetch } = useLive(api.kanban.getBoard, { sectionId, completedSince: since })
  const belongs = (card: Card) => sectionId === undefined || card.sectionId === sectionId
  const all = data && merged(data.cards, dataUpdatedAt, fresh, belongs)

  function lane(status: BoardLane): LaneCards {
    const inLane = (card: Card) => (fresh.moving.get(card.id) ?? card.status) === status
    const cards = (all ?? []).filter(inLane).sort(status === 'COMPLETED' ? newestFirst : mostUrgentFirst)
    const listed = data?.cards.filter(card => card.status === status).length ?? 0
    return { cards, count: cards.length + (data?.counts[status] ?? 0) - listed }
  }
  return { data, lane, isMoving: (id: string) => fresh.moving.has(id), error, isPlaceholderData, refetch }
}

function mostUrgentFirst(a: Card, b: Card): number {
  return ranks[b.priority] - ranks[a.priority] || a.neededBy.localeCompare(b.neededBy) || a.number.localeCompare(b.number)
}

function newestFirst(a: Card, b: Card): number {
  return (b.completedAt ?? '').localeCompare(a.completedAt ?? '')
}
