import CheckCircle from '@mui/icons-material/CheckCircle'
import ErrorIcon from '@mui/icons-material/Error'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { refusalOf } from './refusal.ts'

/** What became of each of several invoices: told only where some were refused, for what went well needs no reading. */
export function EachDialog({
  title,
  results,
  onClose,
}: {
  readonly title: string
  readonly results: readonly EachInvoice[]
  onClose(): void
}): ReactNode {
  const t = useText()
  const id = useId()
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {results.map(result => {
            const refusal = refusalOf(result)
            return (
              <Box component="li" key={result.invoiceId} sx={{ display: 'grid', gridTemplateColumns: '24px 1fr', columnGap: 1 }}>
                {refusal === undefined ? <CheckCircle aria-hidden color="success" /> : <ErrorIcon aria-hidden color="error" />}
                <div>
                  <b>{result.number}</b> {refusal === undefined ? t('floor.each.done') : errorText(refusal)}
                </div>
              </Box>
            )
          })}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('buttons.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
