import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import PauseCircle from '@mui/icons-material/PauseCircleOutlined'
import PlayArrow from '@mui/icons-material/PlayArrowOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Downtime } from '../../shared/downtime/contract.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { useStandingWords } from '../core/standing-words.ts'
import { entryOf, type Subject } from './subject.ts'

export interface StopCardProps { readonly subject: Subject; readonly standing: Downtime | undefined; onStop(): void; onOpen(record: Downtime): void }

/** A machine, a line or the section: green while it runs, red while it stands, and the one act at it. */
export function StopCard({ subject, standing, onStop, onOpen }: StopCardProps): ReactNode {
  const t = useText()
  const mayEnter = useMay()('process.enterDailyProduction')
  return (
    <Paper
      variant="outlined" component="li" aria-label={subject.name}
      sx={{ p: 1.5, display: 'grid', gridTemplateRows: '1fr auto', gap: 1.25, listStyle: 'none', ...(standing && { borderColor: 'error.main', bgcolor: 'tint.error' }) }}
    >
      <Box sx={{ display: 'grid', gap: 0.75, alignContent: 'start' }}>
        <Box sx={{ display: 'flex', alignItems: 'start', justifyContent: 'space-between', gap: 1 }}>
          <Box sx={{ minWidth: 0 }}>
            <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>{subject.name}</Typography>
            {subject.code !== null && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{subject.code}</Typography>}
          </Box>
          {standing ? <StatusChip tone="bad" icon={PauseCircle} label={t('downtime.stands')} /> : <StatusChip tone="good" icon={CheckCircle} label={t('downtime.runs')} />}
        </Box>
        {standing && <Why record={standing} onOpen={onOpen} />}
      </Box>
      {mayEnter && (standing ? <GoButton record={standing} name={subject.name} /> : (
        <Button variant="outlined" color="error" startIcon={<PauseCircle />} onClick={onStop} sx={act} aria-label={`${t('downtime.stop')}: ${subject.name}`}>{t('downtime.stop')}</Button>
      ))}
    </Paper>
  )
}
const act = { minHeight: 56, fontSize: '1.0625rem' } as const

function Why({ record, onOpen }: { readonly record: Downtime; onOpen(record: Downtime): void }): ReactNode {
  const t = useText()
  const words = useStandingWords()
  return (
    <Box sx={{ display: 'grid', gap: 0.25 }}>
      <Box sx={{ fontSize: '1.0625rem', fontWeight: 650, color: 'error.main' }}>{record.reasonName}</Box>
      <Box sx={{ fontVariantNumeric: 'tabular-nums' }}>{words.since(record)} · {words.lasted(record)}{record.isPlanned && ` · ${t('downtime.planned')}`}</Box>
      {record.notes !== '' && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{record.notes}</Typography>}
      <Button size="small" onClick={() => onOpen(record)} sx={{ justifySelf: 'start', ml: -1 }}>{t('downtime.details')}</Button>
    </Box>
  )
}

function GoButton({ record, name }: { readonly record: Downtime; readonly name: string }): ReactNode {
  const t = useText()
  const { downtime } = useApi()
  const { timeZone } = useFactory()
  const words = useStandingWords()
  const end = useCommand(downtime.endDowntime, {
    done: ended => t('downtime.ended', { place: name, duration: words.minutes(ended.minutes ?? 0) }),
    undo: ended => downtime.updateDowntime({ ...entryOf({ ...ended, endedAt: null }, timeZone), id: ended.id, version: ended.version, reason: t('downtime.resumed') }),
  })
  return (
    <Button variant="contained" color="success" startIcon={<PlayArrow />} loading={end.isPending} onClick={() => end.mutate({ id: record.id, version: record.version })} sx={act} aria-label={`${t('downtime.go')}: ${name}`}>
      {t('downtime.go')}
    </Button>
  )
}
