import Alert, { type AlertColor } from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Backups } from '../../shared/data-care/contract.ts'
import { useConnectionState } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { settingsPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'

/** How it stands, in words; where something is wrong, what to do. */
export function BackupHealth({ data: { backups, second, everyMinutes } }: { readonly data: Backups }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const { condition: { backup } } = useConnectionState()
  const damaged = backups.filter(({ isSound }) => !isSound).length
  const rest = backup?.uncoveredSince ? t('dataCare.health.since', { time: instant(backup.uncoveredSince) }) : t('dataCare.health.allIn')
  return (
    <>
      {backup?.state === 'good' && <Line severity="success" title={t('dataCare.health.good')} text={t('dataCare.health.goodText', { time: instant(backup.at ?? ''), rest })} />}
      {backup?.state === 'late' && <Line severity="error" title={t('dataCare.health.late')} text={t('dataCare.health.lateText', { time: instant(backup.uncoveredSince ?? '') })} />}
      {backup?.state === 'none' && <Line severity="warning" title={t('dataCare.health.none')} text={t('dataCare.health.noneText', { minutes: everyMinutes })} />}
      {damaged > 0 && <Line severity="warning" title={t('dataCare.health.damaged', { count: damaged })} text={t('dataCare.health.damagedText')} />}
      {second?.problem && <Line severity="warning" title={t('dataCare.health.second')} text={t(`dataCare.health.secondText.${second.problem}`, { folder: second.folder })} action={<ToSettings />} />}
      {!second && <Line severity="info" title={t('dataCare.health.noSecond')} text={t('dataCare.health.noSecondText')} action={<ToSettings />} />}
    </>
  )
}

function Line({ severity, title, text, action }: { readonly severity: AlertColor; readonly title: string; readonly text: string; readonly action?: ReactNode }): ReactNode {
  return <Alert severity={severity} variant="outlined" action={action} sx={{ bgcolor: 'background.paper', flexShrink: 0 }}><AlertTitle>{title}</AlertTitle>{text}</Alert>
}

function ToSettings(): ReactNode {
  const t = useText()
  const may = useMay()
  const navigate = useNavigate()
  return may('settings.view') && <Button size="small" onClick={() => void navigate(settingsPath)}>{t('dataCare.health.settings')}</Button>
}
