import CheckCircle from '@mui/icons-material/CheckCircle'
import QrCodeScanner from '@mui/icons-material/QrCodeScanner'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import { useState, type ReactNode } from 'react'
import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { acceptScan, useScan } from '../core/scans.ts'

/** Takes cartons by the scanner, wherever the focus is, or by their typed number; says at once how many are still to come. */
export function ScanBar({ detail: { id, manufacturingOrderId, scannedCount, cartonCount } }: { readonly detail: ReceivingDetail }): ReactNode {
  const t = useText()
  const { finishedGoods } = useApi()
  const { decimal } = useFormats()
  const [typed, setTyped] = useState('')
  useScan(async code => {
    const { carton, ...counts } = await finishedGoods.scanCarton({ number: code, manufacturingOrderId, deliveryId: id })
    const quantity = `${decimal(carton.quantity)}\u00a0${carton.unitCode}`
    return { isKnown: true, text: t('finishedGoods.receive.taken', { quantity, scanned: counts.scannedCount, count: counts.cartonCount }) }
  })
  // What is typed is a scan as any: answered in its turn, with its sound.
  function take(): void {
    if (typed.trim() === '') return
    void acceptScan(typed)
    setTyped('')
  }
  const missing = cartonCount - scannedCount
  return (
    <Paper variant="outlined" sx={{ p: 2, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flex: '1 1 260px', minWidth: 0 }} aria-live="polite">
          {missing === 0 ? <CheckCircle color="success" sx={{ fontSize: 36 }} /> : <QrCodeScanner color="primary" sx={{ fontSize: 36 }} />}
          <Box>
            <Box sx={{ fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.25 }}>
              {missing === 0 ? t('finishedGoods.receive.complete') : t('finishedGoods.receive.incomplete', { count: missing })}
            </Box>
            <Box sx={{ color: 'text.secondary' }}>{missing === 0 ? t('finishedGoods.receive.progress', { scanned: scannedCount, count: cartonCount }) : t('finishedGoods.receive.scan')}</Box>
          </Box>
        </Box>
        <Box component="form" sx={{ display: 'flex', gap: 1, flex: '1 1 300px', maxWidth: 460 }} onSubmit={event => { event.preventDefault(); take() }}>
          <Box sx={{ flex: 1, '& .MuiTextField-root': { width: '100%' } }}><TextInput label={t('finishedGoods.receive.number')} value={typed} onChange={setTyped} placeholder="FG-" /></Box>
          <Button type="submit" variant="contained" disabled={typed.trim() === ''}>{t('finishedGoods.receive.take')}</Button>
        </Box>
      </Box>
      <LinearProgress
        variant="determinate" value={(scannedCount / cartonCount) * 100} color={missing === 0 ? 'success' : 'primary'} aria-label={t('finishedGoods.receive.progress', { scanned: scannedCount, count: cartonCount })}
        sx={{ height: 12, borderRadius: 1 }}
      />
    </Paper>
  )
}
