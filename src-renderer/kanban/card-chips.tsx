import Autorenew from '@mui/icons-material/Autorenew'
import Bolt from '@mui/icons-material/Bolt'
import Drafts from '@mui/icons-material/EventNoteOutlined'
import Forklift from '@mui/icons-material/LocalShippingOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmpty'
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown'
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp'
import Remove from '@mui/icons-material/Remove'
import ThumbUp from '@mui/icons-material/ThumbUpOutlined'
import Tooltip from '@mui/material/Tooltip'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { Card } from '../../shared/kanban/cards.ts'
import type { CardStatus, Priority } from '../../shared/kanban/rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

interface Look { readonly tone: Tone; readonly icon?: SvgIconComponent }

const statuses: Readonly<Record<CardStatus, Look>> = {
  PLANNED: { tone: 'neutral', icon: Drafts },
  PENDING: { tone: 'waiting', icon: HourglassEmpty },
  APPROVED: { tone: 'running', icon: ThumbUp },
  IN_PROGRESS: { tone: 'warning', icon: Forklift },
  COMPLETED: { tone: 'good' },
  CANCELLED: { tone: 'neutral' },
}
const priorities: Readonly<Record<Priority, Look>> = {
  LOW: { tone: 'neutral', icon: KeyboardArrowDown },
  NORMAL: { tone: 'neutral', icon: Remove },
  HIGH: { tone: 'warning', icon: KeyboardArrowUp },
  URGENT: { tone: 'bad', icon: Bolt },
}

export function CardStatusChip({ status }: Pick<Card, 'status'>): ReactNode {
  const t = useText()
  return <StatusChip {...statuses[status]} label={t(`kanban.statuses.${status}`)} />
}

export function PriorityChip({ priority }: Pick<Card, 'priority'>): ReactNode {
  const t = useText()
  return <StatusChip {...priorities[priority]} label={t(`kanban.priorities.${priority}`)} />
}

/** That the System asked, and why. */
export function AutomaticChip({ reorderPoint, unitCode }: Pick<Card, 'reorderPoint' | 'unitCode'>): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const chip = <span><StatusChip tone="neutral" icon={Autorenew} label={t('kanban.card.automatic')} /></span>
  return reorderPoint === null ? chip : <Tooltip title={t('kanban.card.automaticHint', { point: decimal(reorderPoint), unit: unitCode })}>{chip}</Tooltip>
}
