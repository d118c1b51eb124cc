import { addDays } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Card } from '../../shared/kanban/cards.ts'
import { isLate } from '../../shared/kanban/rules.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

export type Urgency = 'late' | 'soon' | 'later'

/** How a card's numbers and days are said. */
export function useCardWords() {
  const t = useText()
  const { decimal, day, today } = useFormats()
  const amount = (quantity: Decimal, { unitCode }: Pick<Card, 'unitCode'>) => `${decimal(quantity)} ${unitCode}`
  return {
    amount,
    /** "Hari ini", "Besok", "22-11-2026", "Terlambat, 19-11-2026". */
    need(card: Pick<Card, 'status' | 'neededBy'>): { text: string; urgency: Urgency } {
      const now = today()
      if (isLate(card, now)) return { text: t('kanban.card.lateSince', { day: day(card.neededBy) }), urgency: 'late' }
      if (card.neededBy === now) return { text: t('kanban.card.today'), urgency: 'soon' }
      if (card.neededBy === addDays(now, 1)) return { text: t('kanban.card.tomorrow'), urgency: 'later' }
      return { text: day(card.neededBy), urgency: 'later' }
    },
    progress: (card: Pick<Card, 'fulfilled' | 'quantity' | 'unitCode'>) =>
      t('kanban.card.progress', { fulfilled: decimal(card.fulfilled), quantity: decimal(card.quantity), unit: card.unitCode }),
    /** All of it, for whoever does not see the card. */
    label: (card: Card) => t('kanban.board.card', {
      number: card.number, item: card.itemName, quantity: decimal(card.quantity), unit: card.unitCode, section: card.sectionName,
      priority: t(`kanban.priorities.${card.priority}`), status: t(`kanban.statuses.${card.status}`),
    }),
  }
}
export type CardWords = ReturnType<typeof useCardWords>
