import Drafts from '@mui/icons-material/EditNoteOutlined'
import ContentCut from '@mui/icons-material/ContentCutOutlined'
import LockOpen from '@mui/icons-material/LockOpenOutlined'
import PriorityHigh from '@mui/icons-material/PriorityHighOutlined'
import ThumbUp from '@mui/icons-material/ThumbUpOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import type { AllocationState, ManufacturingStatus, SalesStatus, WorkOrderStatus } from '../../shared/planning/rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

interface Look { readonly tone: Tone; readonly icon?: SvgIconComponent }

const sales: Readonly<Record<SalesStatus, Look>> = { DRAFT: { tone: 'neutral', icon: Drafts }, CONFIRMED: { tone: 'running', icon: ThumbUp }, CLOSED: { tone: 'good' }, CANCELLED: { tone: 'neutral' } }
const manufacturing: Readonly<Record<ManufacturingStatus, Look>> = {
  DRAFT: { tone: 'neutral', icon: Drafts }, PARTIAL: { tone: 'waiting', icon: ContentCut }, RELEASED: { tone: 'waiting', icon: LockOpen }, IN_PROGRESS: { tone: 'running' }, COMPLETED: { tone: 'good' }, CANCELLED: { tone: 'neutral' },
}
const work: Readonly<Record<WorkOrderStatus, Look>> = { PENDING: { tone: 'waiting' }, RUNNING: { tone: 'running' }, FINISHED: { tone: 'good' }, VOIDED: { tone: 'neutral' }, CANCELLED: { tone: 'neutral' } }
const allocations: Readonly<Record<AllocationState, Look>> = { ALLOCATED: { tone: 'good' }, PARTIAL: { tone: 'bad' }, DEBT: { tone: 'warning' } }

export function SalesStatusChip({ status }: { readonly status: SalesStatus }): ReactNode {
  return <StatusChip {...sales[status]} label={useText()(`planning.salesStatuses.${status}`)} />
}

export function ManufacturingStatusChip({ status }: { readonly status: ManufacturingStatus }): ReactNode {
  return <StatusChip {...manufacturing[status]} label={useText()(`planning.statuses.${status}`)} />
}

export function WorkOrderStatusChip({ status }: { readonly status: WorkOrderStatus }): ReactNode {
  return <StatusChip {...work[status]} label={useText()(`planning.workOrderStatuses.${status}`)} />
}

export function AllocationChip({ state }: { readonly state: AllocationState }): ReactNode {
  return <StatusChip {...allocations[state]} label={useText()(`planning.allocationStates.${state}`)} />
}

export function UrgentChip(): ReactNode {
  return <StatusChip tone="bad" icon={PriorityHigh} label={useText()('planning.orders.urgent')} />
}

/** A day by which something must be done, said loudly once it has passed and it still `isOpen`. */
export function DueDay({ day, isOpen }: { readonly day: string; readonly isOpen: boolean }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const today = formats.today()
  if (!isOpen || day >= today) return formats.day(day)
  return <StatusChip tone="bad" label={t('planning.work.late', { count: daysBetween(day as BusinessDay, today) })} />
}
