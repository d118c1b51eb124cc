import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { lotPath, lotsPath, stockCardPath, stockPath } from '../core/paths.ts'
import { shownLines, type TodayLines, type TodayList } from '../core/today.ts'
import { isPositive } from '../../shared/core/decimal.ts'
import { useQuantityTexts } from './quantities.ts'

function useShortages(): TodayLines {
  const t = useText()
  const api = useApi()
  const { full } = useQuantityTexts()
  const { data } = useLive(api.warehouse.listItemStock, {
    filter: { status: ['CRITICAL', 'LOW'] },
    sort: [{ column: 'available', descending: false }],
    pageSize: shownLines,
    total: true,
  })
  return {
    count: data?.total,
    lines: (data?.rows ?? []).map(row => {
      const params = { available: full(row.available, row), minimum: full(row.minimumStock, row) }
      return {
        id: row.itemId,
        code: row.itemCode,
        name: row.itemName,
        detail: t(isPositive(row.minimumStock) ? 'warehouse.today.below' : 'warehouse.today.out', params),
        isUrgent: row.status === 'CRITICAL',
        act: t('warehouse.card.title'),
        to: stockCardPath(row.itemId),
      }
    }),
  }
}

function useExpiring(): TodayLines {
  const t = useText()
  const api = useApi()
  const { day } = useFormats()
  const { full } = useQuantityTexts()
  const { data } = useLive(api.warehouse.listLots, {
    filter: { expiry: ['EXPIRED', 'SOON'] },
    sort: [{ column: 'expiresOn', descending: false }],
    pageSize: shownLines,
    total: true,
  })
  return {
    count: data?.total,
    lines: (data?.rows ?? []).map(lot => ({
      id: lot.id,
      code: lot.code,
      name: lot.itemName,
      detail: [full(lot.onHand, lot), lot.locationName, t(lot.expiry === 'EXPIRED' ? 'warehouse.today.expired' : 'warehouse.today.expiresOn', { day: day(lot.expiresOn ?? '') })].join(' · '),
      isUrgent: lot.expiry === 'EXPIRED',
      act: t('warehouse.today.look'),
      to: lotPath(lot.lotId),
    })),
  }
}

/** The warehouse's own part of its day. */
export const warehouseToday: readonly TodayList[] = [
  { name: 'shortages', title: 'warehouse.today.shortages', nothing: 'warehouse.today.noShortages', permission: 'warehouse.view', all: stockPath, useLines: useShortages },
  { name: 'expiring', title: 'warehouse.today.expiring', nothing: 'warehouse.today.noExpiring', permission: 'warehouse.view', all: `${lotsPath}?view=expiring`, useLines: useExpiring },
]
