import Inventory from '@mui/icons-material/Inventory2Outlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { receivingStates, type Arriving } from '../../shared/finished-goods/receipts.ts'
import { destinations } from '../../shared/masters/items.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { useMay } from '../core/session.ts'
import { ReceivingChip } from './looks.tsx'
import { receivingDeliveryPath } from './paths.ts'
import { VouchersButton } from './vouchers-button.tsx'

/** What the store waits for: deliveries of which cartons are packed. The first carton that is scanned begins its receipt and leads there. */
export function ArrivingScreen(): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const { day, decimal } = useFormats()
  const open = ({ id }: Pick<Arriving, 'id'>) => void navigate(receivingDeliveryPath(id))
  useScan(async code => {
    if (!may('finishedGoods.create') || !/^FG-/i.test(code)) return undefined
    const { carton, scannedCount, cartonCount } = await finishedGoods.scanCarton({ number: code })
    open({ id: carton.deliveryId })
    return { isKnown: true, text: t('finishedGoods.receive.taken', { quantity: `${decimal(carton.quantity)}\u00a0${carton.unitCode}`, scanned: scannedCount, count: cartonCount }) }
  })
  return (
    <PageFrame title={t('finishedGoods.arriving.title')} fills subtitle={t('finishedGoods.arriving.subtitle')} actions={<VouchersButton />}>
      <BrowseTable
        name="finishedGoods.arriving" title={t('finishedGoods.arriving.title')} call={finishedGoods.listArriving} onOpen={open} views={useSavedViews('finishedGoods.arriving')}
        columns={[
          { name: 'manufacturingNumber', label: t('finishedGoods.arriving.order'), sorts: true, width: 160, value: row => <b>{row.manufacturingNumber}</b> },
          { name: 'state', label: t('finishedGoods.arriving.state'), sorts: true, width: 170, value: row => <ReceivingChip state={row.state} /> },
          { name: 'articleName', label: t('finishedGoods.arriving.article'), sorts: true, grow: 3, minWidth: 180, value: row => row.articleName },
          { name: 'scannedCount', label: t('finishedGoods.arriving.cartons'), kind: 'number', sorts: true, width: 130, value: row => t('finishedGoods.arriving.count', { scanned: row.scannedCount, count: row.cartonCount }) },
          { name: 'shipDay', label: t('finishedGoods.arriving.ships'), sorts: true, width: 130, value: row => day(row.shipDay) },
          { name: 'week', label: t('planning.fields.week'), sorts: true, width: 110, yields: true, value: row => row.week ?? '' },
          { name: 'destination', label: t('planning.fields.destination'), width: 150, yields: true, value: row => (row.destination === null ? '' : t(`planning.destinations.${row.destination}`)) },
          { name: 'ordered', label: t('finishedGoods.fields.ordered'), kind: 'number', width: 120, yields: true, value: row => `${decimal(row.ordered)}\u00a0${row.unitCode}` },
          { name: 'receiptNumbers', label: t('finishedGoods.fields.receiptId'), width: 170, isHidden: true, value: row => row.receiptNumbers ?? '' },
          { name: 'postedDay', label: t('finishedGoods.fields.received'), width: 130, isHidden: true, value: row => (row.postedDay === null ? '' : day(row.postedDay)) },
        ]}
        filters={[
          { kind: 'enum', name: 'state', label: t('finishedGoods.arriving.state'), isMultiple: true, options: receivingStates.map(value => ({ value, label: t(`finishedGoods.arriving.states.${value}`) })) },
          { kind: 'enum', name: 'destination', label: t('planning.fields.destination'), options: destinations.map(value => ({ value, label: t(`planning.destinations.${value}`) })) },
          { kind: 'day', name: 'shipTo', label: t('finishedGoods.arriving.shipTo') },
        ]}
        empty={<EmptyState icon={<Inventory />} title={t('finishedGoods.arriving.empty')} hint={t('finishedGoods.arriving.emptyHint')} />}
      />
    </PageFrame>
  )
}
