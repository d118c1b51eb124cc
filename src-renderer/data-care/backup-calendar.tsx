import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Block from '@mui/icons-material/HorizontalRule'
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined'
import Visibility from '@mui/icons-material/VisibilityOutlined'
import Warning from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import IconButton from '@mui/material/IconButton'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { ShownBackup } from '../../shared/data-care/contract.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { touch, touchTarget } from '../theme/controls.ts'
import { dayState, type CheckState } from './backups.ts'

interface BackupCalendarProps {
  /** `YYYY-MM-DD`. */
  readonly day: string
  onDay(day: string): void
  backupsOf(day: string): readonly ShownBackup[]
}

const looks = {
  checked: { icon: CheckCircle, ground: 'tint.success', text: 'success.main' },
  opened: { icon: Visibility, ground: 'tint.primary', text: 'primary.main' },
  mixed: { icon: Warning, ground: 'tint.warning', text: 'warning.main' },
  damaged: { icon: ErrorIcon, ground: 'tint.error', text: 'error.main' },
  none: { icon: Block, ground: 'transparent', text: 'text.disabled' },
} as const satisfies Record<CheckState, object>
const legend = ['checked', 'opened', 'mixed', 'damaged'] as const

/** A month; each day says by colour, icon and word what is known of its backups. Arrow keys go from day to day. */
export function BackupCalendar({ day, onDay, backupsOf }: BackupCalendarProps): ReactNode {
  const t = useText()
  const { language } = useFormats()
  const [shown, setShown] = useState<string>()
  const month = shown ?? day.slice(0, 7)
  const name = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
  return (
    <Paper variant="outlined" component="section" aria-label={t('dataCare.calendar.title')} sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography component="h2" variant="h2" aria-live="polite" sx={{ flex: 1, textTransform: 'capitalize' }}>{name}</Typography>
        <IconButton aria-label={t('dataCare.calendar.previous')} onClick={() => setShown(monthFrom(month, -1))}><ChevronLeft /></IconButton>
        <IconButton aria-label={t('dataCare.calendar.next')} onClick={() => setShown(monthFrom(month, 1))}><ChevronRight /></IconButton>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', gap: 0.5 }} onKeyDown={moveByArrows}>
        {weekdays(language).map(weekday => <Typography key={weekday} variant="caption" align="center" sx={{ color: 'text.secondary' }}>{weekday}</Typography>)}
        {daysOf(month).map((one, at) => (one === undefined
          ? <span key={`blank ${at}`} />
          : <Day key={one} day={one} isChosen={one === day} backups={backupsOf(one)} onChoose={() => onDay(one)} />))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
        {legend.map(state => {
          const { icon: Icon, text } = looks[state]
          return <Typography key={state} variant="caption" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'text.secondary' }}><Icon sx={{ fontSize: 16, color: text }} />{t(`dataCare.states.${state}`)}</Typography>
        })}
      </Box>
    </Paper>
  )
}

interface DayProps { readonly day: string; readonly isChosen: boolean; readonly backups: readonly ShownBackup[]; onChoose(): void }

function Day({ day, isChosen, backups, onChoose }: DayProps): ReactNode {
  const t = useText()
  const formats = useFormats()
  const state = dayState(backups)
  const { icon: Icon, ground, text } = looks[state]
  return (
    <ButtonBase
      onClick={onChoose} aria-pressed={isChosen} aria-current={day === formats.today() ? 'date' : undefined}
      aria-label={t('dataCare.calendar.day', { day: formats.day(day), count: backups.length, state: t(`dataCare.states.${state}`) })}
      sx={{
        font: 'inherit', display: 'grid', justifyItems: 'center', alignContent: 'center', minHeight: 44, borderRadius: 1, bgcolor: ground, border: 2, borderColor: isChosen ? 'primary.main' : 'transparent',
        fontWeight: day === formats.today() ? 700 : 400, fontVariantNumeric: 'tabular-nums', color: 'text.primary', [touch]: { minHeight: touchTarget },
      }}
    >
      {Number(day.slice(8))}
      {state !== 'none' && <Icon aria-hidden sx={{ fontSize: 15, color: text }} />}
    </ButtonBase>
  )
}

/** From Monday on; blank places before the first day. */
function daysOf(month: string): (string | undefined)[] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const blanks = (first.getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return [...Array.from({ length: blanks }, () => undefined), ...Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`)]
}

function monthFrom(month: string, months: number): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)).toISOString().slice(0, 7)
}

function weekdays(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  // The 2nd of November 2026 is a Monday.
  return Array.from({ length: 7 }, (_, at) => format.format(new Date(Date.UTC(2026, 10, 2 + at))))
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

function moveByArrows(event: React.KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined) return
  const days = [...event.currentTarget.querySelectorAll('button')]
  const at = days.indexOf(document.activeElement as HTMLButtonElement)
  days[at + step]?.focus()
  event.preventDefault()
}
