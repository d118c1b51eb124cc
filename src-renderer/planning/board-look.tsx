import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import EventBusy from '@mui/icons-material/EventBusyOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined'
import TrendingDown from '@mui/icons-material/TrendingDownOutlined'
import TrendingUp from '@mui/icons-material/TrendingUpOutlined'
import Warning from '@mui/icons-material/WarningAmberOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { Health } from '../../shared/planning/health.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

interface HealthLook {
  readonly tone: Tone
  readonly icon: SvgIconComponent
  /** The palette's colour of it, as a ground and as a text. */
  readonly colour: 'error' | 'warning' | 'success' | 'info'
}

export const healthLooks: Readonly<Record<Health, HealthLook>> = {
  DELAYED: { tone: 'bad', icon: EventBusy, colour: 'error' },
  OFF_TRACK: { tone: 'bad', icon: TrendingDown, colour: 'error' },
  AT_RISK: { tone: 'warning', icon: Warning, colour: 'warning' },
  ON_TRACK: { tone: 'good', icon: TrendingUp, colour: 'success' },
  NOT_STARTED: { tone: 'waiting', icon: HourglassEmpty, colour: 'info' },
  COMPLETED: { tone: 'good', icon: CheckCircle, colour: 'success' },
}

export function HealthChip({ health }: { readonly health: Health }): ReactNode {
  const { tone, icon } = healthLooks[health]
  return <StatusChip tone={tone} icon={icon} label={useText()(`planning.board.healths.${health}`)} />
}
