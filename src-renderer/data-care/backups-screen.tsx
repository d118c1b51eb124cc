import Backup from '@mui/icons-material/BackupOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { businessDay } from '../../shared/core/dates.ts'
import { restoring, type Backups } from '../../shared/data-care/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { BackupCalendar } from './backup-calendar.tsx'
import { BackupHealth } from './backup-health.tsx'
import { useBackups } from './backups.ts'
import { DayBackups } from './day-backups.tsx'
import { RestoredNote } from './restored-note.tsx'

/** The backups as a calendar: each day with what there is to go back to, and what to do where something is wrong. */
export function BackupsScreen(): ReactNode {
  const t = useText()
  const { instant, today } = useFormats()
  const { timeZone } = useFactory()
  const may = useMay()
  const { data, error, refetch } = useBackups()
  const backUp = useJob(useApi().dataCare.backUp)
  const [chosen, setChosen] = useState<string>()
  const dayOf = (at: string): string => businessDay(at, { timeZone })
  async function makeOne(): Promise<void> {
    const made = await backUp.run({})
    if (!made) return
    setChosen(dayOf(made.at))
    showDone(t('dataCare.made', { time: instant(made.at) }))
  }
  useBegin({ backup: () => void makeOne() })
  const day = chosen ?? (data?.backups[0] ? dayOf(data.backups[0].at) : today())
  const onDay = (one: string) => data?.backups.filter(({ at }) => dayOf(at) === one) ?? []
  const button = <Button variant="contained" startIcon={<Backup />} disabled={backUp.isRunning} onClick={() => void makeOne()}>{t('dataCare.backUpNow')}</Button>
  return (
    <PageFrame title={t('dataCare.title')} actions={button}>
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {may(restoring) && <RestoredNote />}
      {data && <BackupHealth data={data} />}
      {data && (
        <Box sx={areas}>
          <Box sx={{ gridArea: 'calendar' }}><BackupCalendar day={day} onDay={setChosen} backupsOf={onDay} /></Box>
          <Box sx={{ gridArea: 'list' }}>
            {data.backups.length === 0
              ? <Paper variant="outlined"><EmptyState icon={<Backup />} title={t('dataCare.empty')} hint={t('dataCare.emptyHint')} actions={button} /></Paper>
              : <DayBackups day={day} backups={onDay(day)} hasSecond={data.second !== null} />}
          </Box>
          <Box sx={{ gridArea: 'budget' }}><Budget data={data} /></Box>
        </Box>
      )}
      <ProgressDialog title={t('dataCare.backUpNow')} job={backUp} />
    </PageFrame>
  )
}

/** Beside the calendar stands the list where there is room for it, else the space that is used. */
const areas = {
  display: 'grid', gap: 2, alignItems: 'start',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '380px minmax(0, 1fr)' },
  gridTemplateRows: { lg: 'auto 1fr' },
  gridTemplateAreas: { xs: '"calendar" "list" "budget"', sm: '"calendar budget" "list list"', lg: '"calendar list" "calendar budget"' },
}

function Budget({ data: { folder, used, budget, attachments, free } }: { readonly data: Backups }): ReactNode {
  const t = useText()
  const { fileSize } = useFormats()
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Typography component="h2" variant="h2">{t('dataCare.budget.title')}</Typography>
      <LinearProgress
        variant="determinate" value={Math.min(100, (used / budget) * 100)} aria-label={t('dataCare.budget.bar')} color={used > 0.9 * budget ? 'warning' : 'primary'}
        sx={{ height: 10, borderRadius: 5 }}
      />
      <Typography variant="body2">{t('dataCare.budget.used', { used: fileSize(used), budget: fileSize(budget) })}</Typography>
      {used > budget && <Typography variant="body2" sx={{ color: 'warning.main' }}>{t('dataCare.budget.over')}</Typography>}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {[...(attachments > 0 ? [t('dataCare.budget.attachments', { size: fileSize(attachments) })] : []), t('dataCare.budget.free', { free: fileSize(free) })].join(' · ')}
      </Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{t('dataCare.budget.folder', { folder })}</Typography>
    </Paper>
  )
}
