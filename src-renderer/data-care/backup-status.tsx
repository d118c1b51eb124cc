import CloudDone from '@mui/icons-material/CloudDoneOutlined'
import CloudQueue from '@mui/icons-material/CloudQueueOutlined'
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useConnectionState } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { backupsPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'

const looks = {
  good: { icon: CloudDone, colour: 'inherit' },
  none: { icon: CloudQueue, colour: 'warning.main' },
  late: { icon: ErrorIcon, colour: 'error.main' },
} as const

/** In the status bar of every desk: the last checked backup, and since when entries are in none. Whoever may, opens the backups by it. */
export function BackupStatus(): ReactNode {
  const t = useText()
  const { time, instant } = useFormats()
  const may = useMay()
  const navigate = useNavigate()
  const { condition: { backup } } = useConnectionState()
  if (!backup) return null
  const { state, at, uncoveredSince } = backup
  const { icon: Icon, colour } = looks[state]
  const words = {
    good: () => t('dataCare.bar.good', { time: time(at ?? '') }),
    late: () => t('dataCare.bar.late', { time: instant(uncoveredSince ?? '', 'short') }),
    none: () => t('dataCare.bar.none'),
  }
  const hint = at === null ? t('dataCare.bar.noneHint')
    : uncoveredSince === null ? t('dataCare.bar.allIn', { at: instant(at) }) : t('dataCare.bar.hint', { at: instant(at), since: instant(uncoveredSince) })
  const content = (
    <>
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      <Box component="span" sx={{ ...(state === 'good' ? { display: { xs: 'none', md: 'inline' } } : { fontWeight: 700 }) }}>{words[state]()}</Box>
    </>
  )
  const sx = { display: 'inline-flex', alignItems: 'center', gap: 0.5, px: 0.5, font: 'inherit', color: colour, borderRadius: 1 } as const
  if (!may('dataCare.update')) return <Box component="span" title={hint} sx={sx}>{content}</Box>
  return (
    <ButtonBase onClick={() => void navigate(backupsPath)} title={hint} aria-label={`${words[state]()}. ${hint}`} sx={{ ...sx, '@media (pointer: coarse)': { minWidth: 56, minHeight: 56, my: -1.75 } }}>
      {content}
    </ButtonBase>
  )
}
