import Restore from '@mui/icons-material/SettingsBackupRestoreOutlined'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useState, type ReactNode } from 'react'
import type { Progress } from '../../shared/core/frames.ts'
import type { RestoreReport, ShownBackup } from '../../shared/data-care/contract.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { PasswordField, TextField } from '../components/text-field.tsx'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { showDone } from '../core/toasts.ts'
import { ReportOfRestore } from './report-of-restore.tsx'

/** First what it would mean; then, with password and the factory's name, the deed. */
export function RestoreDialog({ backup: { name, at }, onClose }: { readonly backup: ShownBackup; onClose(): void }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const { run, ...inspection } = useJob(useApi().dataCare.inspectRestore)
  const [isConfirming, setConfirming] = useState(false)
  useEffect(() => void run({ name }), [run, name])
  const title = t('dataCare.report.title', { time: instant(at) })
  const { result } = inspection
  if (!result) return <ProgressDialog title={t('dataCare.report.preparing')} job={{ ...inspection, isRunning: true, cancel: onClose, reset: onClose }} />
  return isConfirming ? <Confirmation title={title} report={result} onClose={onClose} /> : <Report title={title} report={result} onGoOn={() => setConfirming(true)} onClose={onClose} />
}

function Report({ title, report, onGoOn, onClose }: { readonly title: string; readonly report: RestoreReport; onGoOn(): void; onClose(): void }): ReactNode {
  const t = useText()
  const id = useId()
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}><ReportOfRestore report={report} /></DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>{t('buttons.close')}</Button>
        <Button variant="contained" color="error" startIcon={<Restore />} onClick={onGoOn}>{t('dataCare.report.continue')}</Button>
      </DialogActions>
    </Dialog>
  )
}

function Confirmation({ title, report: { name }, onClose }: { readonly title: string; readonly report: RestoreReport; onClose(): void }): ReactNode {
  const t = useText()
  const factory = useFactory()
  const { restoreBackup } = useApi().dataCare
  const [progress, setProgress] = useState<Progress>()
  return (
    <FormDialog
      title={title} schema={restoreBackup.procedure.input} values={{ name }} saveLabel={t('dataCare.report.confirm')} onClose={onClose}
      save={async input => {
        try {
          await restoreBackup(input, { onProgress: setProgress })
        } finally {
          setProgress(undefined)
        }
        showDone(t('dataCare.report.done'))
      }}
    >
      <Alert severity="warning">{t('dataCare.report.what')}</Alert>
      <PasswordField name="password" label={t('dataCare.report.password')} isRequired autoFocus autoComplete="current-password" />
      <TextField name="factoryName" label={t('dataCare.report.factory', { name: factory.name })} isRequired />
      {progress && (
        <div role="status">
          <LinearProgress variant={progress.total > 0 ? 'determinate' : 'indeterminate'} value={progress.total > 0 ? (progress.done / progress.total) * 100 : undefined} aria-label={t('dataCare.report.restoring')} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>{textOf(`jobs.${progress.stage}`) ?? t('jobs.working')}</Typography>
        </div>
      )}
    </FormDialog>
  )
}
