import Approved from '@mui/icons-material/CheckCircleOutlined'
import Draft from '@mui/icons-material/EditNoteOutlined'
import Waiting from '@mui/icons-material/HourglassTopOutlined'
import Rejected from '@mui/icons-material/HighlightOffOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { PaperBatch } from '../../shared/production/paper-batches.ts'
import type { PaperStatus } from '../../shared/production/paper-rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import type { Formats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

const statuses: Readonly<Record<PaperStatus, { readonly tone: Tone; readonly icon: SvgIconComponent }>> = {
  DRAFT: { tone: 'neutral', icon: Draft }, WAITING: { tone: 'waiting', icon: Waiting }, APPROVED: { tone: 'good', icon: Approved }, REJECTED: { tone: 'bad', icon: Rejected },
}

export function PaperStatusChip({ status }: { readonly status: PaperStatus }): ReactNode {
  const t = useText()
  return <StatusChip {...statuses[status]} label={t(`production.paper.statuses.${status}`)} />
}

/** "19-01-2026", or from one day to another. */
export function paperDays({ day }: Pick<Formats, 'day'>, { firstDay, lastDay }: Pick<PaperBatch, 'firstDay' | 'lastDay'>): string {
  return firstDay === lastDay ? day(firstDay) : `${day(firstDay)} – ${day(lastDay)}`
}
