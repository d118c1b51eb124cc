import Undo from '@mui/icons-material/UndoOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { Receipt } from '../../shared/purchasing/receipts.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

/** Deliveries with their lots, each to be reversed as a whole. */
export function ReceiptList({ receipts }: { readonly receipts: readonly Receipt[] }): ReactNode {
  const t = useText()
  if (receipts.length === 0) return <Typography sx={{ p: 2, color: 'text.secondary' }}>{t('purchasing.order.noReceipts')}</Typography>
  return <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>{receipts.map(receipt => <ReceiptEntry key={receipt.id} receipt={receipt} />)}</Box>
}

export function ReceiptEntry({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { day, decimal } = useFormats()
  const personName = usePersonName()
  const [isReversing, setReversing] = useState(false)
  const { id, version, number } = receipt
  const isPosted = receipt.status === 'POSTED'

  async function reverse(reason: string): Promise<void> {
    await api.purchasing.reverseReceipt({ id, version, reason })
    showDone(t('purchasing.done.reversed', { number }))
  }
  return (
    <Box component="li" sx={{ p: 2, display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
        <b>{number}</b>
        <span>{day(receipt.receivedDay)}</span>
        <PunctualityChip receipt={receipt} />
        <Box component="span" sx={{ color: 'text.secondary', flex: '1 1 160px' }}>{[receipt.locationName, receipt.deliveryNote, personName(receipt.createdByName)].filter(Boolean).join(' · ')}</Box>
        {isPosted && may('warehouse.execute') && <Button size="small" startIcon={<Undo />} onClick={() => setReversing(true)}>{t('purchasing.receipts.reverse')}</Button>}
      </Box>
      {receipt.lines.map(line => (
        <Box key={line.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums', ...(!isPosted && { textDecoration: 'line-through', color: 'text.secondary' }) }}>
          <Box component="span" sx={{ flex: '1 1 200px' }}>{line.itemName}</Box>
          <b>{decimal(line.quantity)} {line.unitCode}{line.unitCode === line.itemUnitCode ? '' : ` = ${decimal(line.stockQuantity)} ${line.itemUnitCode}`}</b>
          <Box component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere', flexBasis: '100%', fontSize: '0.8125rem' }}>{[line.locationName === receipt.locationName ? '' : line.locationName, line.lotCode, line.supplierLot, line.expiresOn === null ? '' : `${t('purchasing.receiving.expiresOn')} ${day(line.expiresOn)}`].filter(Boolean).join(' · ')}</Box>
        </Box>
      ))}
      {receipt.reversedByName !== null && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('purchasing.receipts.reversedBy', { name: personName(receipt.reversedByName), reason: receipt.reverseReason ?? '' })}</Typography>}
      {isReversing && (
        <ConfirmWithReason
          title={t('purchasing.receipts.reverseTitle', { number })} text={t('purchasing.receipts.reverseText')} confirmLabel={t('purchasing.receipts.reverse')} isDangerous
          lineName={line => receipt.lines[line]?.itemName} onConfirm={reverse} onDone={() => setReversing(false)} onCancel={() => setReversing(false)}
        />
      )}
    </Box>
  )
}

export function PunctualityChip({ receipt: { status, receivedDay, dueDay } }: { readonly receipt: Pick<Receipt, 'status' | 'receivedDay' | 'dueDay'> }): ReactNode {
  const t = useText()
  if (status === 'REVERSED') return <StatusChip tone="neutral" label={t('purchasing.receiptStatuses.REVERSED')} />
  return receivedDay <= dueDay ? <StatusChip tone="good" label={t('purchasing.receipts.onTime')} /> : <StatusChip tone="warning" label={t('purchasing.receipts.late')} />
}
