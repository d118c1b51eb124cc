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
import { confirmLabelOf } from './receiving-words.ts'

/** What can be done with a delivery's cartons by whoever looks at them. */
export function ReceivingActs({ detail }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const may = useMay()
  const [asked, setAsked] = useState<'confirm' | 'close'>()
  const { id, receipt, cartons, waiting, scannedCount, receivedCount, obstacles, hasRest, isClosed, manufacturingNumber, articleName, difference } = detail
  const print = usePrint(id)
  const close = () => setAsked(undefined)
  const isIdle = waiting.length === 0
  const isReady = isIdle && scannedCount > receivedCount && (hasRest || isClosed || !obstacles.includes('pallets'))
  const mayClose = isIdle && !isClosed && receivedCount > 0 && scannedCount === receivedCount && !obstacles.includes('pallets')
  const labels = cartons.map(carton => ({ kind: 'packedCarton' as const, id: carton.id }))
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button startIcon={<Print />} disabled={print.isRunning} onClick={print.run}>{t('finishedGoods.receive.form')}</Button>
      {may('warehouse.view') && (
        <Button startIcon={<QrCode />} onClick={() => askForLabels({ id, kinds: ['packedCarton'], name: `${manufacturingNumber} ${articleName}`, wishes: labels })}>
          {t('finishedGoods.receive.labels')}
        </Button>
      )}
      {mayClose && may('finishedGoods.create') && <Button variant="outlined" onClick={() => setAsked('close')}>{t('finishedGoods.receive.closes')}</Button>}
      {(!isClosed || scannedCount > receivedCount) && may('finishedGoods.create') && (
        <Button variant="contained" disabled={!isReady} onClick={() => setAsked('confirm')}>{t(confirmLabelOf(detail))}</Button>
      )}
      {asked === 'confirm' && receipt !== null && <ConfirmReceiptDialog detail={detail} receipt={receipt} onClose={close} />}
      {asked === 'close' && (
        <ConfirmWithReason
          title={t('finishedGoods.receive.closesTitle', { number: manufacturingNumber })} confirmLabel={t('finishedGoods.receive.closes')}
          text={[t('finishedGoods.receive.closesText'), difference.isAny && t(`finishedGoods.receive.verdicts.${difference.verdict}`)].filter(Boolean).join(' ')}
          onConfirm={async reason => {
            const { number, request } = await finishedGoods.closeDelivery({ id, reason })
            showDone(request === null ? t('finishedGoods.receive.closed', { number: manufacturingNumber }) : t('finishedGoods.receive.asked', { number, request: request.number }))
          }}
          onDone={close} onCancel={close}
        />
      )}
    </Box>
  )
}

function usePrint(id: string): { readonly isRunning: boolean; run(): void } {
  const { finishedGoods } = useApi()
  const transport = useTransport()
  const [language] = useLanguage()
  const printing = useJob(finishedGoods.printReceivingForm)
  async function run(): Promise<void> {
    const file = await printing.run({ id, language })
    if (file) transport.print(file)
  }
  return { isRunning: printing.isRunning, run: () => void run() }
}
