import History from '@mui/icons-material/HistoryOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { history } from '../../shared/fulfilment/history.ts'
import { deliveryKinds, deliveryStatuses, packingStatuses, pickingStatuses, type Proof } from '../../shared/fulfilment/rules.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { RowOf } from '../core/list-call.ts'
import { invoicePath } from './billing-paths.ts'
import { usualList } from './lists.ts'
import { DeliveryChip, PackingChip, PickingChip } from './looks.tsx'
import { useTook } from './took.ts'

/** What the history of every stage tells alike. */
interface Worked {
  readonly invoiceId: string
  readonly invoiceNumber: string
  readonly customerName: string
  readonly pieces: number
  readonly endedAt: string | null
  readonly minutes: Decimal | null
  readonly proof: Proof
  readonly notes: string
  readonly cancelReason: string | null
}

export function PickingLog(): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  return (
    <BrowseTable
      name="fulfilment.pickingLog"
      title={t('fulfilment.sections.PICKING')}
      call={useApi().fulfilment.listPickingHistory}
      views={useSavedViews('fulfilment.pickingLog')}
      {...useLog<RowOf<typeof history.listPickingHistory>, 'startedAt'>(
        { name: 'pickerName', label: t('fulfilment.fields.pickerId'), width: 170, value: row => row.pickerName },
        { name: 'status', label: t('fulfilment.fields.status'), width: 195, value: row => <PickingChip status={row.status} /> },
        { name: 'startedAt', label: t('fulfilment.fields.startedAt'), sorts: true, width: 150, value: row => instant(row.startedAt, 'short') },
      )}
      filters={useLogFilters(pickingStatuses.map(value => ({ value, label: t(`fulfilment.pickingSessionStatuses.${value}`) })))}
    />
  )
}

export function PackingLog(): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const took = useTook()
  return (
    <BrowseTable
      name="fulfilment.packingLog"
      title={t('fulfilment.sections.PACKING')}
      call={useApi().fulfilment.listPackingHistory}
      views={useSavedViews('fulfilment.packingLog')}
      {...useLog<RowOf<typeof history.listPackingHistory>, 'createdAt'>(
        {
          name: 'workers',
          label: t('fulfilment.billing.history.packers'),
          width: 200,
          value: row => [...new Set([row.checkerName, row.packerName, row.boxerName])].filter(Boolean).join(' · '),
        },
        { name: 'status', label: t('fulfilment.fields.status'), width: 195, value: row => <PackingChip status={row.status} /> },
        {
          name: 'createdAt',
          label: t('fulfilment.fields.startedAt'),
          sorts: true,
          width: 150,
          value: row => instant(row.checkingStartedAt ?? row.startedAt ?? row.createdAt, 'short'),
        },
        { name: 'boxingMinutes', label: t('fulfilment.billing.history.boxing'), kind: 'number', width: 130, yields: true, value: row => row.boxingMinutes !== null && took(row.boxingMinutes) },
      )}
      filters={useLogFilters(packingStatuses.map(value => ({ value, label: t(`fulfilment.packingSessionStatuses.${value}`) })))}
    />
  )
}

export function DeliveryLog(): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const filters = useLogFilters(deliveryStatuses.map(value => ({ value, label: t(`fulfilment.deliverySessionStatuses.${value}`) })))
  const kinds = deliveryKinds.map(value => ({ value, label: t(`fulfilment.kinds.${value}`) }))
  return (
    <BrowseTable
      name="fulfilment.deliveryLog"
      title={t('fulfilment.sections.DELIVERY')}
      call={useApi().fulfilment.listDeliveryHistory}
      views={useSavedViews('fulfilment.deliveryLog')}
      {...useLog<RowOf<typeof history.listDeliveryHistory>, 'startedAt'>(
        {
          name: 'carrier',
          label: t('fulfilment.reports.columns.carrier'),
          width: 170,
          value: row => row.courierName ?? row.assigneeName ?? row.deliveredByName,
        },
        { name: 'status', label: t('fulfilment.fields.status'), width: 195, value: row => <DeliveryChip status={row.status} /> },
        { name: 'startedAt', label: t('fulfilment.fields.startedAt'), sorts: true, width: 150, value: row => instant(row.startedAt, 'short') },
        { name: 'kind', label: t('fulfilment.fields.kind'), width: 150, yields: true, value: row => t(`fulfilment.kinds.${row.kind}`) },
        { name: 'trackingNumber', label: t('fulfilment.fields.trackingNumber'), width: 150, isHidden: true, value: row => row.trackingNumber },
      )}
      filters={[...filters, { kind: 'enum', name: 'kind', label: t('fulfilment.fields.kind'), options: kinds }]}
    />
  )
}

/** A stage's own columns among those of all, and what opens and what stands where there is nothing yet. */
function useLog<Row extends Worked, Sort extends string>(...own: readonly BrowseColumn<Row, Sort | 'endedAt'>[]) {
  const t = useText()
  const navigate = useNavigate()
  const { instant, integer } = useFormats()
  const took = useTook()
  const columns: readonly BrowseColumn<Row, Sort | 'endedAt'>[] = [
    { name: 'invoiceNumber', label: t('fulfilment.fields.number'), width: 150, value: row => <b>{row.invoiceNumber}</b> },
    ...own,
    {
      name: 'endedAt',
      label: t('fulfilment.fields.endedAt'),
      sorts: true,
      width: 150,
      yields: true,
      value: row => row.endedAt !== null && instant(row.endedAt, 'short'),
    },
    {
      name: 'minutes',
      label: t('fulfilment.billing.history.took'),
      kind: 'number',
      width: 110,
      value: row => row.minutes !== null && took(row.minutes),
    },
    { name: 'customerName', label: t('fulfilment.fields.customerId'), grow: 2, minWidth: 150, yields: true, value: row => row.customerName },
    { name: 'pieces', label: t('fulfilment.fields.pieces'), kind: 'number', width: 100, yields: true, value: row => integer(row.pieces) },
    { name: 'proof', label: t('fulfilment.fields.proof'), width: 150, yields: true, value: row => t(`fulfilment.proofs.${row.proof}`) },
    {
      name: 'said',
      label: t('fulfilment.fields.notes'),
      grow: 1,
      minWidth: 150,
      isHidden: true,
      value: row => [row.notes, row.cancelReason].filter(Boolean).join(' · '),
    },
  ]
  return {
    columns,
    start: usualList,
    onOpen: ({ invoiceId }: Row) => void navigate(invoicePath(invoiceId)),
    empty: <EmptyState icon={<History />} title={t('fulfilment.billing.history.empty')} hint={t('fulfilment.billing.history.emptyHint')} />,
  }
}

interface Option {
  readonly value: string
  readonly label: string
}

function useLogFilters(options: readonly Option[]): readonly BrowseFilter<'status' | 'workerEmail' | 'fromDay' | 'toDay'>[] {
  const t = useText()
  return [
    { kind: 'enum', name: 'status', label: t('fulfilment.fields.status'), isMultiple: true, options },
    { kind: 'text', name: 'workerEmail', label: t('fulfilment.billing.workerEmail') },
    { kind: 'days', from: 'fromDay', to: 'toDay', label: t('fulfilment.fields.startedAt') },
  ]
}
