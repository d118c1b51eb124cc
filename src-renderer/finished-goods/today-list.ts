import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { receivingPath } from '../core/paths.ts'
import { shownLines, type TodayLines, type TodayList } from '../core/today.ts'
import { receivingDeliveryPath } from './paths.ts'

/** Deliveries of which cartons are packed and not all received yet, those that ship first before the others. */
function usePacked(): TodayLines {
  const t = useText()
  const { day, today } = useFormats()
  const { data } = useLive(useApi().finishedGoods.listArriving, {
    filter: { state: ['PACKING', 'SCANNING', 'COMPLETE', 'PARTIAL'], hasCartons: true }, sort: [{ column: 'shipDay', descending: false }], pageSize: shownLines, total: true,
  })
  return {
    count: data?.total,
    lines: (data?.rows ?? []).map(row => ({
      id: row.id,
      code: row.manufacturingNumber,
      name: row.articleName,
      detail: [
        t('finishedGoods.receive.progress', { scanned: row.scannedCount, count: row.cartonCount }), `${t('planning.fields.shipDay')} ${day(row.shipDay)}`,
        row.destination === null ? '' : t(`planning.destinations.${row.destination}`),
      ].filter(Boolean).join(' · '),
      isUrgent: row.shipDay <= today(),
      act: t('warehouse.today.receive'),
      to: receivingDeliveryPath(row.id),
    })),
  }
}

/** What packing has ready, in the warehouse's day. */
export const finishedGoodsToday: readonly TodayList[] = [
  { name: 'packed', title: 'finishedGoods.arriving.title', nothing: 'finishedGoods.arriving.nothing', permission: 'finishedGoods.create', all: receivingPath, useLines: usePacked },
]
