import FactCheck from '@mui/icons-material/FactCheckOutlined'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { receiptStatuses } from '../../shared/purchasing/receipts.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { PunctualityChip, ReceiptEntry } from './receipt-list.tsx'
import { useVendorSource } from './sources.ts'

/** Every delivery that was taken in. */
export function ReceiptsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { day } = useFormats()
  const personName = usePersonName()
  const vendors = useVendorSource()
  const [params, setParams] = useSearchParams()
  const opened = params.get('receipt')
  const open = (id: string | null) => setParams(id === null ? {} : { receipt: id }, { replace: true })
  return (
    <PageFrame title={t('purchasing.receipts.title')} fills>
      <BrowseTable
        name="purchasing.receipts" title={t('purchasing.receipts.title')} call={api.purchasing.listReceipts} onOpen={({ id }) => open(id)}
        columns={[
          { name: 'number', label: t('purchasing.receipts.number'), sorts: true, width: 160, value: receipt => <b>{receipt.number}</b> },
          { name: 'receivedDay', label: t('purchasing.receipts.day'), sorts: true, width: 120, value: receipt => day(receipt.receivedDay) },
          { name: 'punctuality', label: t('purchasing.fields.status'), width: 140, value: receipt => <PunctualityChip receipt={receipt} /> },
          { name: 'partnerName', label: t('purchasing.fields.partner'), sorts: true, grow: 2, minWidth: 170, value: receipt => receipt.partnerName },
          { name: 'orderNumber', label: t('purchasing.receipts.order'), sorts: true, width: 150, yields: true, value: receipt => receipt.orderNumber },
          { name: 'items', label: t('purchasing.order.goods'), grow: 3, minWidth: 180, yields: true, value: receipt => differentOf(receipt.lines.map(({ itemName }) => itemName)) },
          { name: 'locationName', label: t('purchasing.receipts.place'), width: 140, yields: true, value: receipt => differentOf(receipt.lines.map(({ locationName }) => locationName)) },
          { name: 'deliveryNote', label: t('purchasing.receipts.deliveryNote'), width: 140, isHidden: true, value: receipt => receipt.deliveryNote },
          { name: 'createdBy', label: t('purchasing.receipts.by'), width: 150, isHidden: true, value: receipt => personName(receipt.createdByName) },
        ]}
        filters={[
          referenceFilter<ListQuery, 'partnerId'>({ name: 'partnerId', label: t('purchasing.fields.partner'), source: vendors }),
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('purchasing.receipts.day') },
          { kind: 'enum', name: 'status', label: t('purchasing.fields.status'), options: receiptStatuses.map(value => ({ value, label: t(`purchasing.receiptStatuses.${value}`) })) },
        ]}
        empty={<EmptyState icon={<FactCheck />} title={t('purchasing.receipts.empty')} hint={t('purchasing.receipts.emptyHint')} />}
      />
      {opened !== null && <ReceiptDrawer id={opened} onClose={() => open(null)} />}
    </PageFrame>
  )
}

function differentOf(names: readonly string[]): string {
  return [...new Set(names)].join(', ')
}

function ReceiptDrawer({ id, onClose }: { readonly id: string; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const titleId = useId()
  const { data, error } = useLive(api.purchasing.getReceipt, { id }, { clears: true })
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 520 } } } }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, p: 2, pb: 0 }}>
        <Box sx={{ flex: 1 }}>
          <Typography id={titleId} component="h2" variant="h2">{data?.partnerName ?? t('purchasing.receipts.title')}</Typography>
          {data && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{data.orderNumber}</Typography>}
        </Box>
        <IconButton aria-label={t('buttons.close')} onClick={onClose} autoFocus><Close /></IconButton>
      </Box>
      {error && <EmptyState role="alert" title={errorText(error)} />}
      {data && <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}><ReceiptEntry receipt={data} /></Box>}
      {data && <Box sx={{ p: 2, pt: 0 }}><RecordHistory entity="purchaseReceipt" id={id} labels={{ status: t('purchasing.fields.status') }} words={{ status: { POSTED: t('purchasing.receiptStatuses.POSTED'), REVERSED: t('purchasing.receiptStatuses.REVERSED') } }} /></Box>}
    </Drawer>
  )
}
