import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import { Reason } from '../../shared/core/fields.ts'
import { errorText, issuesOf } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { RefusedLines } from './refused-lines.tsx'
import { TextInput } from './text-field.tsx'
import Alert from '@mui/material/Alert'

interface Shared {
  readonly title: string
  readonly text: string
  readonly confirmLabel?: string | undefined
  readonly isDangerous?: boolean | undefined
  onCancel(): void
}
export interface ConfirmDialogProps extends Shared {
  readonly cancelLabel?: string | undefined
  onConfirm(): void
}

/** For what cannot be taken back. What can, is done at once with `showUndo`. */
export function ConfirmDialog({ title, text, confirmLabel, cancelLabel, isDangerous, onConfirm, onCancel }: ConfirmDialogProps): ReactNode {
  const t = useText()
  const id = useId()
  return (
    <Dialog open onClose={onCancel} maxWidth="xs" fullWidth role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
      <DialogContent>
        <DialogContentText id={`${id}-text`}>{text}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel} autoFocus>{cancelLabel ?? t('buttons.cancel')}</Button>
        <Button variant="contained" color={isDangerous ? 'error' : 'primary'} onClick={onConfirm}>{confirmLabel ?? t('buttons.confirm')}</Button>
      </DialogActions>
    </Dialog>
  )
}

export interface ConfirmWithReasonProps extends Shared {
  /** What is to be written, if it is no reason. */
  readonly reasonLabel?: string | undefined
  /** With the reason as typed; what it throws is shown, and the reason stays. */
  onConfirm(reason: string): Promise<unknown>
  /** Closes the dialog. */
  onDone(): void
  /** What stands in a line of what is confirmed, from 0: a refusal names the lines it is about. */
  lineName?(line: number): string | undefined
}

/** For what must be explained: reversals, unlocks, rejections. The reason is kept in the history. */
export function ConfirmWithReason({ title, text, confirmLabel, reasonLabel, isDangerous, onConfirm, onCancel, onDone, lineName }: ConfirmWithReasonProps): ReactNode {
  const t = useText()
  const id = useId()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const isGiven = Reason.safeParse(reason).success

  async function confirm(): Promise<void> {
    setAsked(true)
    if (!isGiven || isRunning) return
    setRunning(true)
    setFailure(undefined)
    try {
      await onConfirm(reason.trim())
      onDone()
    } catch (thrown) {
      setFailure(thrown)
      setRunning(false)
    }
  }
  return (
    <Dialog open onClose={onCancel} maxWidth="xs" fullWidth aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} onKeyDown={event => { if (event.key === 'Enter' && event.ctrlKey) void confirm() }}>
      <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
      <DialogContent>
        <DialogContentText id={`${id}-text`} sx={{ mb: 2 }}>{text}</DialogContentText>
        {failure !== undefined && <Alert severity="error" sx={{ mb: 2 }}>{errorText(failure)}{issuesOf(failure).length > 0 && <RefusedLines issues={issuesOf(failure)} {...(lineName && { nameOf: lineName })} />}</Alert>}
        <TextInput label={reasonLabel ?? t('form.reasonLabel')} hint={t('form.reasonHint')} value={reason} onChange={setReason} rows={2} isRequired autoFocus error={isAsked && !isGiven ? t('errors.reason-needed') : undefined} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('buttons.cancel')}</Button>
        <Button variant="contained" color={isDangerous ? 'error' : 'primary'} loading={isRunning} onClick={() => void confirm()}>{confirmLabel ?? t('buttons.confirm')}</Button>
      </DialogActions>
    </Dialog>
  )
}
