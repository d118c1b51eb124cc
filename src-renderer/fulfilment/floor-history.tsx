import Inventory from '@mui/icons-material/Inventory2Outlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import { useState, type ReactNode } from 'react'
import { deliveryStatuses, pickingStatuses } from '../../shared/fulfilment/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { PapersDialog } from './floor-papers.tsx'
import { DeliveryChip, PickingChip } from './looks.tsx'

/** What the reader has picked (IF-18); opened, its label can be printed again. */
export function PickingHistory(): ReactNode {
  const t = useText()
  const { decimal, instant, integer } = useFormats()
  const [opened, setOpened] = useState<{ readonly id: string; readonly number: string }>()
  return (
    <>
      <BrowseTable
        name="fulfilment.myPicking"
        title={t('fulfilment.myPicking')}
        call={useApi().fulfilment.listPickingHistory}
        onOpen={({ invoiceId: id, invoiceNumber: number }) => setOpened({ id, number })}
        columns={[
          { name: 'invoiceNumber', label: t('fulfilment.fields.number'), width: 150, value: row => <b>{row.invoiceNumber}</b> },
          { name: 'status', label: t('fulfilment.fields.status'), width: 190, value: row => <PickingChip status={row.status} /> },
          { name: 'customerName', label: t('fulfilment.fields.customerId'), grow: 2, minWidth: 160, value: row => row.customerName },
          { name: 'pieces', label: t('fulfilment.fields.pieces'), kind: 'number', width: 130, yields: true, value: row => integer(row.pieces) },
          { name: 'pickerName', label: t('fulfilment.fields.pickerId'), width: 160, yields: true, value: row => row.pickerName },
          { name: 'startedAt', label: t('fulfilment.fields.startedAt'), sorts: true, width: 160, value: row => instant(row.startedAt, 'short') },
          {
            name: 'minutes',
            label: t('fulfilment.fields.minutes'),
            kind: 'number',
            width: 100,
            value: row => row.minutes !== null && decimal(row.minutes),
          },
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

/** What the reader was given to deliver. */
export function DeliveryHistory(): ReactNode {
  const t = useText()
  const { instant, integer } = useFormats()
  return (
    <BrowseTable
      name="fulfilment.myDeliveries"
      title={t('fulfilment.myDeliveries')}
      call={useApi().fulfilment.listDeliveryHistory}
      columns={[
        { name: 'invoiceNumber', label: t('fulfilment.fields.number'), width: 150, value: row => <b>{row.invoiceNumber}</b> },
        { name: 'status', label: t('fulfilment.fields.status'), width: 190, value: row => <DeliveryChip status={row.status} /> },
        { name: 'customerName', label: t('fulfilment.fields.customerId'), grow: 2, minWidth: 160, value: row => row.customerName },
        { name: 'kind', label: t('fulfilment.fields.kind'), width: 150, yields: true, value: row => t(`fulfilment.kinds.${row.kind}`) },
        { name: 'pieces', label: t('fulfilment.fields.pieces'), kind: 'number', width: 130, yields: true, value: row => integer(row.pieces) },
        { name: 'assigneeName', label: t('fulfilment.fields.assigneeId'), width: 160, value: row => row.assigneeName ?? row.courierName },
        { name: 'startedAt', label: t('fulfilment.fields.startedAt'), sorts: true, width: 160, value: row => instant(row.startedAt, 'short') },
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
