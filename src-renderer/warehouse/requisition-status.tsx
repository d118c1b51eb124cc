import type { ReactNode } from 'react'
import type { RequisitionStatus } from '../../shared/warehouse/requisition-rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const tones: Readonly<Record<RequisitionStatus, Tone>> = { PENDING: 'waiting', APPROVED: 'running', REJECTED: 'bad', COMPLETED: 'good', CANCELLED: 'neutral' }

export function RequisitionStatusChip({ status }: { readonly status: RequisitionStatus }): ReactNode {
  const t = useText()
  return <StatusChip tone={tones[status]} label={t(`warehouse.requisitions.statuses.${status}`)} />
}
