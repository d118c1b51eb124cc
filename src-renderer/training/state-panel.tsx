import RestartAlt from '@mui/icons-material/RestartAltOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { ResetTime, TrainingState } from '../../shared/training/contract.ts'
import { trainingSettings } from '../../shared/training/settings.ts'
import { FactList } from '../components/fact-list.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { Panel } from '../components/panel.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useLive } from '../core/live.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

const refreshEvery = 15_000

/** Whether the copy is open, of what it was made, who practises, until when; and the way to begin anew. */
export function StatePanel(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  const { data: state, error, refetch } = useQuery({ queryKey: ['training', 'state'], queryFn: () => api.training.readState({}) })
  useQuietRefresh(refetch, refreshEvery)
  const reset = useJob(api.training.reset)
  const begin = async (when: ResetTime) => {
    if (!(await reset.run({ when }))) return
    setAsking(false)
    showDone(t(when === 'now' ? 'training.screen.resetDone' : 'training.screen.resetPlanned'))
    void refetch()
  }
  const act = may('dataCare.execute') && state?.madeAt !== null && (
    <Button variant="outlined" size="small" startIcon={<RestartAlt />} onClick={() => setAsking(true)}>{t('training.screen.reset')}</Button>
  )
  return (
    <Panel title={t('training.screen.now')} actions={act}>
      {error ? <FailureState error={error} onRetry={() => void refetch()} /> : state && <Facts state={state} />}
      {isAsking && (
        <Dialog open onClose={() => setAsking(false)} aria-labelledby="training-reset-title">
          <DialogTitle id="training-reset-title">{t('training.screen.resetTitle')}</DialogTitle>
          <DialogContent>
            <DialogContentText>{t('training.screen.resetText')}</DialogContentText>
            {reset.error && <Alert severity="error" sx={{ mt: 2 }}>{errorText(reset.error)}</Alert>}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{t('buttons.cancel')}</Button>
            {(state?.desks ?? 0) > 0 && <Button disabled={reset.isRunning} onClick={() => void begin('warned')}>{t('training.screen.resetWarned')}</Button>}
            <Button variant="contained" color="error" loading={reset.isRunning} onClick={() => void begin('now')}>{t('training.screen.resetNow')}</Button>
          </DialogActions>
        </Dialog>
      )}
    </Panel>
  )
}

function Facts({ state: { isOpen, desks, madeAt, backupAt, resetsAt } }: { readonly state: TrainingState }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const source = useSourceFact()
  const status = isOpen
    ? <StatusChip tone="running" label={`${t('training.screen.open')} · ${t('training.screen.desks', { count: desks })}`} />
    : <StatusChip tone="neutral" label={t('training.screen.closed')} />
  const made = madeAt !== null && [
    { label: t('training.screen.since'), value: instant(madeAt, 'short') },
    { label: t('training.screen.madeOf'), value: backupAt === null ? t('training.screen.demo') : t('training.screen.backup', { at: instant(backupAt, 'short') }) },
  ]
  return (
    <Box sx={{ px: 2, py: 1.5, display: 'grid', gap: 1 }}>
      <FactList facts={[{ label: t('fields.status'), value: status }, ...(made || []), { label: t('training.screen.resets'), value: instant(resetsAt, 'short') }, ...source]} />
      {madeAt === null && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('training.screen.closedHint')}</Typography>}
    </Box>
  )
}

function useSourceFact(): { label: string; value: ReactNode }[] {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { data } = useLive(api.settings.listSettings, {}, { enabled: may('settings.view') })
  const value = data?.find(({ key }) => key === trainingSettings.source.key)?.value
  if (value !== 'newestBackup' && value !== 'demo') return []
  const change = may('settings.update') && <> · <Link component={RouterLink} to="/settings">{t('training.screen.changeSource')}</Link></>
  return [{ label: t('training.screen.source'), value: <>{t(`training.settings.source.choices.${value}`)}{change}</> }]
}
