import AllInbox from '@mui/icons-material/AllInboxOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import { useState, type ReactNode } from 'react'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { history } from '../../shared/fulfilment/history.ts'
import { deliveryStatuses, packingStatuses, pickingStatuses } from '../../shared/fulfilment/rules.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { RowOf } from '../core/list-call.ts'
import { PapersDialog } from './floor-papers.tsx'
import type { Proof } from './floor-worker.tsx'
import { DeliveryChip, PackingChip, PickingChip } from './looks.tsx'
import { useTook } from './took.ts'

/** What whoever works here has picked (IF-18); opened, its label can be printed again. */
export function PickingHistory({ proof }: Whose): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const times = useTimes('startedAt', (row: RowOf<typeof history.listPickingHistory>) => row.startedAt)
  const [opened, setOpened] = useState<{ readonly id: string; readonly number: string }>()
  return (
    <>
      <BrowseTable
        name="fulfilment.myPicking"
        title={t('fulfilment.myPicking')}
        call={useApi().fulfilment.listPickingHistory}
        fixed={{ filter: { isOwn: true, ...proof } }}
        onOpen={({ invoiceId: id, invoiceNumber: number }) => setOpened({ id, number })}
        columns={[
          { name: 'invoiceNumber', label: t('fulfilment.fields.number'), width: 125, value: row => <b>{row.invoiceNumber}</b> },
          { name: 'status', label: t('fulfilment.fields.status'), width: 175, value: row => <PickingChip status={row.status} /> },
          { name: 'customerName', label: t('fulfilment.fields.customerId'), grow: 2, minWidth: 100, value: row => row.customerName },
          ...times,
          { name: 'pieces', label: t('fulfilment.fields.pieces'), kind: 'number', width: 130, yields: true, value: row => integer(row.pieces) },
          { name: 'pickerName', label: t('fulfilment.fields.pickerId'), width: 160, yields: true, value: row => row.pickerName },
        ]}
        filters={[
          {
            kind: 'enum',
            name: 'status',
            label: t('fulfilment.fields.status'),
            isMultiple: true,
            options: pickingStatuses.map(value => ({ value, label: t(`fulfilment.pickingSessionStatuses.${value}`) })),
          },
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('fulfilment.fields.startedAt') },
        ]}
        empty={<EmptyState icon={<Inventory />} title={t('fulfilment.noPicking')} hint={t('fulfilment.workHint')} />}
      />
      {opened && <PapersDialog invoice={opened} first="basket" onClose={() => setOpened(undefined)} />}
    </>
  )
}

/** What whoever works here has checked, packed or boxed; opened, its labels can be printed again. */
export function PackingHistory({ proof }: Whose): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const times = useTimes('createdAt', (row: RowOf<typeof history.listPackingHistory>) => row.checkingStartedAt ?? row.startedAt ?? row.createdAt)
  const [opened, setOpened] = useState<{ readonly id: string; readonly number: string }>()
  return (
    <>
      <BrowseTable
        name="fulfilment.myPacking"
        title={t('floor.pack.title')}
        call={useApi().fulfilment.listPackingHistory}
        fixed={{ filter: { isOwn: true, ...proof } }}
        onOpen={({ invoiceId: id, invoiceNumber: number }) => setOpened({ id, number })}
        columns={[
          { name: 'invoiceNumber', label: t('fulfilment.fields.number'), width: 125, value: row => <b>{row.invoiceNumber}</b> },
          { name: 'status', label: t('fulfilment.fields.status'), width: 175, value: row => <PackingChip status={row.status} /> },
          { name: 'customerName', label: t('fulfilment.fields.customerId'), grow: 2, minWidth: 100, value: row => row.customerName },
          ...times,
          { name: 'pieces', label: t('fulfilment.fields.pieces'), kind: 'number', width: 130, yields: true, value: row => integer(row.pieces) },
        ]}
        filters={[
          { kind: 'enum', name: 'status', label: t('fulfilment.fields.status'), isMultiple: true, options: packingStatuses.map(value => ({ value, label: t(`fulfilment.packingSessionStatuses.${value}`) })) },
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('fulfilment.fields.startedAt') },
        ]}
        empty={<EmptyState icon={<AllInbox />} title={t('fulfilment.noPacking')} hint={t('fulfilment.workHint')} />}
      />
      {opened && <PapersDialog invoice={opened} first="address" onClose={() => setOpened(undefined)} />}
    </>
  )
}

/** Whose work is told: that of whoever scanned their badge, else of whoever is signed in. */
interface Whose { readonly proof: Proof }

interface Timed {
  readonly endedAt: string | null
  readonly minutes: Decimal | null
}

/** From when to when, in one column, so that a tablet held upright shows it too; and how long that was. `name`: the column by which the host sorts it. */
function useTimes<Row extends Timed, Name extends string>(name: Name, startOf: (row: Row) => string): readonly BrowseColumn<Row, Name>[] {
  const t = useText()
  const { dayOf, instant, time } = useFormats()
  const took = useTook()
  const span = (startedAt: string, endedAt: string | null) => {
    const end = endedAt === null ? '' : `–${dayOf(endedAt) === dayOf(startedAt) ? time(endedAt) : ` ${instant(endedAt, 'short')}`}`
    return `${instant(startedAt, 'short')}${end}`
  }
  return [
    { name, label: t('fulfilment.billing.page.at'), sorts: true, grow: 1, minWidth: 168, value: row => span(startOf(row), row.endedAt) },
    { name: 'minutes', label: t('fulfilment.billing.history.took'), kind: 'number', width: 78, value: row => row.minutes !== null && took(row.minutes) },
  ]
}

/** What whoever works here was given to deliver. */
export function DeliveryHistory({ proof }: Whose): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const times = useTimes('startedAt', (row: RowOf<typeof history.listDeliveryHistory>) => row.startedAt)
  return (
    <BrowseTable
      name="fulfilment.myDeliveries"
      title={t('fulfilment.myDeliveries')}
      call={useApi().fulfilment.listDeliveryHistory}
      fixed={{ filter: { isOwn: true, ...proof } }}
      columns={[
        { name: 'invoiceNumber', label: t('fulfilment.fields.number'), width: 125, value: row => <b>{row.invoiceNumber}</b> },
        { name: 'status', label: t('fulfilment.fields.status'), width: 175, value: row => <DeliveryChip status={row.status} /> },
        { name: 'customerName', label: t('fulfilment.fields.customerId'), grow: 2, minWidth: 100, value: row => row.customerName },
        ...times,
        { name: 'kind', label: t('fulfilment.fields.kind'), width: 150, yields: true, value: row => t(`fulfilment.kinds.${row.kind}`) },
        { name: 'pieces', label: t('fulfilment.fields.pieces'), kind: 'number', width: 130, yields: true, value: row => integer(row.pieces) },
        {
          name: 'assigneeName',
          label: t('fulfilment.fields.assigneeId'),
          width: 160,
          yields: true,
          value: row => row.assigneeName ?? row.courierName,
        },
      ]}
      filters={[
        {
          kind: 'enum',
          name: 'status',
          label: t('fulfilment.fields.status'),
          isMultiple: true,
          options: deliveryStatuses.map(value => ({ value, label: t(`fulfilment.deliverySessionStatuses.${value}`) })),
        },
        { kind: 'days', from: 'fromDay', to: 'toDay', label: t('fulfilment.fields.startedAt') },
      ]}
      empty={<EmptyState icon={<LocalShipping />} title={t('fulfilment.noDeliveries')} hint={t('fulfilment.workHint')} />}
    />
  )
}
