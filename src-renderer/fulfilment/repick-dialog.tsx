import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import { features } from '../../shared/features/settings.ts'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { useSetting } from '../core/setting.ts'

/** IF-4: a corrected bill is picked anew by whoever scans their badge; without one only where the factory lets a step be done so. */
export function RepickDialog({ invoice: { id, number }, onClose }: { readonly invoice: InvoiceDetail; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { fulfilment } = useApi()
  const isManual = useSetting(features.manualPicking)
  const start = useCommand(fulfilment.startPicking, {
    done: ({ pickerName }) => t('fulfilment.billing.repick.done', { number, who: pickerName ?? '' }),
    onSuccess: onClose,
  })
  useScan(async badge => {
    const { pickerName } = await fulfilment.startPicking({ invoiceId: id, badge })
    onClose()
    return { isKnown: true, text: t('fulfilment.billing.repick.done', { number, who: pickerName ?? '' }) }
  }, 'first')
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('fulfilment.billing.repick.title', { number })}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t('fulfilment.billing.repick.text')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('buttons.cancel')}</Button>
        {isManual && (
          <Button variant="contained" loading={start.isPending} onClick={() => start.mutate({ invoiceId: id })}>
            {t('fulfilment.billing.repick.self')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
