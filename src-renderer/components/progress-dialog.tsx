import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import { useId, type ReactNode } from 'react'
import type { AppError } from '../../shared/core/errors.ts'
import type { Progress } from '../../shared/core/frames.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'

export interface ProgressDialogProps {
  readonly title: string
  /** A `useJob`, or an upload told in the same way. */
  readonly job: { readonly isRunning: boolean; readonly isCancelling: boolean; readonly progress: Progress | undefined; readonly error: AppError | undefined; cancel(): void; reset(): void }
  /** Where the text of a stage is, if not under `jobs.<stage>`. */
  stageText?(stage: string): string
}

/** Shown while a job runs: how far it is, and a way to stop it. What failed stays until it is read. */
export function ProgressDialog({ title, job: { isRunning, isCancelling, progress, error, cancel, reset }, stageText }: ProgressDialogProps): ReactNode {
  const t = useText()
  const id = useId()
  const { integer } = useFormats()
  const stage = progress && (stageText?.(progress.stage) ?? textOf(`jobs.${progress.stage}`))
  const isCounted = progress !== undefined && progress.total > 0
  return (
    <Dialog open={isRunning || error !== undefined} fullWidth maxWidth="xs" aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        {error ? <Alert severity="error">{errorText(error)}</Alert> : (
          <>
            <LinearProgress
              aria-label={title} variant={isCounted ? 'determinate' : 'indeterminate'} value={isCounted ? Math.min(100, (progress.done / progress.total) * 100) : undefined}
              sx={{ height: 8, borderRadius: 4 }}
            />
            <Box aria-live="polite" sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, color: 'text.secondary', fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums' }}>
              <span>{isCancelling ? t('progress.cancelling') : (stage ?? t('jobs.working'))}</span>
              {isCounted && <span>{t('progress.of', { done: integer(progress.done), total: integer(progress.total) })}</span>}
            </Box>
          </>
        )}
      </DialogContent>
      <DialogActions>
        {error ? <Button variant="contained" onClick={reset} autoFocus>{t('buttons.close')}</Button> : <Button onClick={cancel} disabled={isCancelling}>{t('buttons.cancel')}</Button>}
      </DialogActions>
    </Dialog>
  )
}
