import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import { useState, type ReactNode } from 'react'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { DeliveryDetail } from './floor-delivery-detail.tsx'
import { hasCourier } from './floor-papers.tsx'
import type { FloorWorker } from './floor-worker.tsx'

/** What was given to couriers, so that slip, weights and another courier are entered where they are missing. */
export function CourierList({ worker }: { readonly worker: FloorWorker }): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const { instant } = useFormats()
  const [opened, setOpened] = useState<string>()
  useScan(async code => {
    const found = await fulfilment.findInvoice({ number: code })
    if (!hasCourier(found)) return { isKnown: false, text: t('floor.scan.noCourier', { number: found.number }) }
    setOpened(found.id)
    return { isKnown: true, text: t('floor.delivery.title', { number: found.number }) }
  })
  return (
    <>
      <BrowseTable
        name="fulfilment.couriers"
        title={t('floor.dispatch.tabs.couriers')}
        call={fulfilment.listDeliveryHistory}
        fixed={{ filter: { kind: 'COURIER', ...worker.proof } }}
        onOpen={row => setOpened(row.invoiceId)}
        columns={[
          { name: 'invoiceNumber', label: t('fulfilment.fields.number'), width: 130, value: row => <b>{row.invoiceNumber}</b> },
          { name: 'customerName', label: t('fulfilment.fields.customerId'), grow: 2, minWidth: 130, value: row => row.customerName },
          { name: 'courierName', label: t('fulfilment.fields.courierId'), grow: 1, minWidth: 120, value: row => row.courierName },
          { name: 'trackingNumber', label: t('fulfilment.fields.trackingNumber'), width: 140, value: row => row.trackingNumber },
          {
            name: 'slip',
            label: t('fulfilment.fields.slipAttachmentId'),
            width: 130,
            value: row => (
              <StatusChip
                tone={row.slipAttachmentId === null ? 'warning' : 'good'}
                label={t(row.slipAttachmentId === null ? 'floor.delivery.noSlip' : 'floor.delivery.hasSlip')}
              />
            ),
          },
          {
            name: 'startedAt',
            label: t('fulfilment.fields.dispatchedAt'),
            sorts: true,
            width: 160,
            yields: true,
            value: row => instant(row.startedAt, 'short'),
          },
        ]}
        filters={[{ kind: 'days', from: 'fromDay', to: 'toDay', label: t('fulfilment.fields.dispatchedAt') }]}
        empty={<EmptyState icon={<LocalShipping />} title={t('floor.dispatch.noCouriers')} />}
      />
      {opened !== undefined && <DeliveryDetail invoiceId={opened} proof={worker.proof} onClose={() => setOpened(undefined)} />}
    </>
  )
}
