import { subtractDecimals } from '../../shared/core/decimal.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { boardPath } from '../core/paths.ts'
import { shownLines, type TodayLines, type TodayList } from '../core/today.ts'
import { cardsPath } from './paths.ts'

/** Cards that wait for the warehouse, the soonest needed first. */
function useAsks(): TodayLines {
  const t = useText()
  const api = useApi()
  const { day, decimal, today } = useFormats()
  const { data } = useLive(api.kanban.listCards, {
    filter: { status: ['APPROVED', 'IN_PROGRESS'] },
    sort: [{ column: 'neededBy', descending: false }],
    pageSize: shownLines,
    total: true,
  })
  return {
    count: data?.total,
    lines: (data?.rows ?? []).map(card => ({
      id: card.id,
      code: card.number,
      name: card.itemName,
      detail: [
        `${decimal(subtractDecimals(card.quantity, card.fulfilled), card.unitPlaces)}\u00a0${card.unitCode}`,
        card.sectionName,
        t('warehouse.today.needed', { day: day(card.neededBy) }),
      ].join(' · '),
      isUrgent: card.priority === 'URGENT' || card.neededBy < today(),
      act: t('warehouse.today.deliver'),
      to: `${boardPath}?card=${card.id}`,
    })),
  }
}

/** What sections asked for and have not been given, in the warehouse's day. */
export const kanbanToday: readonly TodayList[] = [
  { name: 'asks', title: 'warehouse.today.asks', nothing: 'warehouse.today.noAsks', permission: 'kanban.view', all: cardsPath, useLines: useAsks },
]
