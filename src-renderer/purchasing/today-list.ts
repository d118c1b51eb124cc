import { addDays } from '../../shared/core/dates.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { shownLines, type TodayLines, type TodayList } from '../core/today.ts'
import { receivePath, receivingPath } from './paths.ts'

const daysAhead = 7

/** Orders whose goods should have come or come within the week, the latest first. */
function useArrivals(): TodayLines {
  const t = useText()
  const api = useApi()
  const { day, today } = useFormats()
  const { data } = useLive(api.purchasing.listAwaited, { filter: { expectedTo: addDays(today(), daysAhead) }, sort: [{ column: 'expectedDay', descending: false }], pageSize: shownLines, total: true })
  return {
    count: data?.total,
    lines: (data?.rows ?? []).map(order => ({
      id: order.id,
      code: order.number,
      name: order.partnerName,
      detail: [t('warehouse.today.due', { day: day(order.expectedDay) }), t('purchasing.orders.lines', { full: order.fullLines, count: order.lineCount }), order.articleName ?? ''].filter(Boolean).join(' · '),
      isUrgent: order.expectedDay < today(),
      act: t('warehouse.today.receive'),
      to: receivePath(order.id),
    })),
  }
}

/** What vendors are to bring, in the warehouse's day. */
export const purchasingToday: readonly TodayList[] = [
  { name: 'arrivals', title: 'warehouse.today.arrivals', nothing: 'warehouse.today.noArrivals', permission: 'warehouse.execute', all: receivingPath, useLines: useArrivals },
]
