import Print from '@mui/icons-material/PrintOutlined'
import QrCode from '@mui/icons-material/QrCode2Outlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { askForLabels } from '../core/labels.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { ConfirmReceiptDialog } from './confirm-receipt-dialog.tsx'

/** What can be done with an order's cartons by whoever looks at them. */
export function ReceivingActs({ detail }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const may = useMay()
  const [asked, setAsked] = useState<'confirm' | 'reverse'>()
  const { receipt, state, cartons, waiting, scannedCount, obstacles, manufacturingOrderId, manufacturingNumber, articleName } = detail
  const print = usePrint(manufacturingOrderId)
  const close = () => setAsked(undefined)
  const isReady = state !== 'POSTED' && scannedCount > 0 && waiting.length === 0 && !obstacles.includes('pallets')
  const labels = cartons.map(({ id }) => ({ kind: 'packedCarton' as const, id }))
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button startIcon={<Print />} disabled={print.isRunning} onClick={print.run}>{t('finishedGoods.receive.form')}</Button>
      {may('warehouse.view') && (
        <Button startIcon={<QrCode />} onClick={() => askForLabels({ id: manufacturingOrderId, kinds: ['packedCarton'], name: `${manufacturingNumber} ${articleName}`, wishes: labels })}>
          {t('finishedGoods.receive.labels')}
        </Button>
      )}
      {state === 'POSTED' && may('finishedGoods.update') && <Button color="error" variant="outlined" onClick={() => setAsked('reverse')}>{t('finishedGoods.receive.reverse')}</Button>}
      {state !== 'POSTED' && may('finishedGoods.create') && <Button variant="contained" disabled={!isReady} onClick={() => setAsked('confirm')}>{t('finishedGoods.receive.confirm')}</Button>}
      {asked === 'confirm' && receipt !== null && <ConfirmReceiptDialog detail={detail} receipt={receipt} onClose={close} />}
      {asked === 'reverse' && receipt !== null && (
        <ConfirmWithReason
          title={t('finishedGoods.receive.reverseTitle', { number: receipt.number })} text={t('finishedGoods.receive.reverseText')} confirmLabel={t('finishedGoods.receive.reverse')} isDangerous
          lineName={() => articleName}
          onConfirm={async reason => {
            await finishedGoods.reverseReceipt({ id: receipt.id, version: receipt.version, reason })
            showDone(t('finishedGoods.receive.reversed', { number: receipt.number }))
          }}
          onDone={close} onCancel={close}
        />
      )}
    </Box>
  )
}

function usePrint(manufacturingOrderId: string): { readonly isRunning: boolean; run(): void } {
  const { finishedGoods } = useApi()
  const transport = useTransport()
  const [language] = useLanguage()
  const printing = useJob(finishedGoods.printReceivingForm)
  async function run(): Promise<void> {
    const file = await printing.run({ manufacturingOrderId, language })
    if (file) transport.print(file)
  }
  return { isRunning: printing.isRunning, run: () => void run() }
}
