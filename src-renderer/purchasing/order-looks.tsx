import Drafts from '@mui/icons-material/EditNoteOutlined'
import Forklift from '@mui/icons-material/LocalShippingOutlined'
import Outbox from '@mui/icons-material/OutboxOutlined'
import ThumbUp from '@mui/icons-material/ThumbUpOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { isLate, type OrderStatus } from '../../shared/purchasing/rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

const statuses: Readonly<Record<OrderStatus, { readonly tone: Tone; readonly icon?: SvgIconComponent }>> = {
  DRAFT: { tone: 'neutral', icon: Drafts },
  APPROVED: { tone: 'waiting', icon: ThumbUp },
  SENT: { tone: 'running', icon: Outbox },
  PARTIALLY_RECEIVED: { tone: 'warning', icon: Forklift },
  RECEIVED: { tone: 'good', icon: Forklift },
  DONE: { tone: 'good' },
  CANCELLED: { tone: 'neutral' },
}

export function OrderStatusChip({ status }: { readonly status: OrderStatus }): ReactNode {
  const t = useText()
  return <StatusChip {...statuses[status]} label={t(`purchasing.statuses.${status}`)} />
}

interface Due { readonly status: OrderStatus; readonly expectedDay: string }

/** When an order is due, said as loudly as it must be. */
export function DueText({ status, expectedDay }: Due): ReactNode {
  const t = useText()
  const { day, today } = useFormats()
  if (!isLate({ status, expectedDay }, today())) return day(expectedDay)
  return <StatusChip tone="bad" label={t('purchasing.orders.lateSince', { count: daysBetween(expectedDay as BusinessDay, today()) })} />
}
