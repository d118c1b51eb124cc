import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'

const most = 200

interface NumbersDialogProps {
  onFound(invoices: readonly Pick<Invoice, 'id' | 'number'>[]): void
  onClose(): void
}

/** A list of numbers as somebody sent it, one a line or with commas; those that are no invoice's are named and stay. */
export function NumbersDialog({ onFound, onClose }: NumbersDialogProps): ReactNode {
  const t = useText()
  const titleId = useId()
  const { fulfilment } = useApi()
  const [typed, setTyped] = useState('')
  const [isLooking, setLooking] = useState(false)
  const [unknown, setUnknown] = useState<readonly string[]>([])
  const numbers = [...new Set(typed.split(/[\s,;]+/).filter(number => number !== ''))]
  useScan(code => {
    setTyped(before => (before === '' ? code : `${before}\n${code}`))
    return { isKnown: true, text: t('floor.dispatch.chosen', { number: code }) }
  })
  async function take(): Promise<void> {
    setLooking(true)
    const found: Pick<Invoice, 'id' | 'number'>[] = []
    const missed: { readonly number: string; readonly why: string }[] = []
    for (const number of numbers) {
      await fulfilment.findInvoice({ number }).then(
        ({ id, number: known }) => found.push({ id, number: known }),
        (error: unknown) => missed.push({ number, why: errorText(error) }),
      )
    }
    onFound(found)
    setLooking(false)
    if (missed.length === 0) return onClose()
    setTyped(missed.map(({ number }) => number).join('\n'))
    setUnknown(missed.map(({ why }) => why))
  }
  const isTooMany = numbers.length > most
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('floor.dispatch.paste')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
        {unknown.length > 0 && (
          <Alert severity="warning">
            {unknown.map(why => (
              <div key={why}>{why}</div>
            ))}
          </Alert>
        )}
        <TextInput
          label={t('floor.dispatch.numbers')}
          hint={t('floor.dispatch.numbersHint')}
          value={typed}
          onChange={setTyped}
          rows={6}
          autoFocus
          error={isTooMany ? t('floor.dispatch.tooMany', { maximum: most }) : undefined}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('buttons.cancel')}</Button>
        <Button variant="contained" loading={isLooking} disabled={numbers.length === 0 || isTooMany} onClick={() => void take()}>
          {t('floor.dispatch.take', { count: numbers.length })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
