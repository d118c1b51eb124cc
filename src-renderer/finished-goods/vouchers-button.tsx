import Download from '@mui/icons-material/DownloadOutlined'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import { DateInput } from '../components/date-field.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

/** IO-11: the voucher lines of a span of days, for those who keep the books. */
export function VouchersButton(): ReactNode {
  const t = useText()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (!may('process.exportVouchers')) return null
  return (
    <>
      <Button startIcon={<Download />} onClick={() => setOpen(true)}>{t('finishedGoods.voucherDialog.title')}</Button>
      {isOpen && <VouchersDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function VouchersDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const transport = useTransport()
  const [language] = useLanguage()
  const today = useFormats().today()
  const [fromDay, setFrom] = useState<string | null>(`${today.slice(0, 8)}01`)
  const [toDay, setTo] = useState<string | null>(today)
  const job = useJob(useApi().finishedGoods.exportVouchers)
  async function get(): Promise<void> {
    if (fromDay === null || toDay === null) return
    const file = await job.run({ fromDay, toDay, language })
    if (!file) return
    transport.download(file)
    showDone(t('finishedGoods.voucherDialog.ready', { count: file.rowCount }))
    onClose()
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('finishedGoods.voucherDialog.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('finishedGoods.voucherDialog.text')}</Typography>
        <DateInput label={t('finishedGoods.voucherDialog.from')} value={fromDay} onChange={setFrom} isRequired />
        <DateInput label={t('finishedGoods.voucherDialog.to')} value={toDay} onChange={setTo} isRequired />
        {job.error && <Alert severity="error">{errorText(job.error)}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('buttons.cancel')}</Button>
        <Button variant="contained" disabled={fromDay === null || toDay === null} loading={job.isRunning} onClick={() => void get()}>{t('finishedGoods.voucherDialog.get')}</Button>
      </DialogActions>
    </Dialog>
  )
}
