import type { ReactNode } from 'react'
import type { Batch } from '../../shared/imports/contract.ts'
import type { RowStatus } from '../../shared/imports/decision.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const rowTones: Readonly<Record<RowStatus, Tone>> = { new: 'good', changed: 'running', same: 'neutral', faulty: 'bad', skipped: 'neutral' }
const batchTones: Readonly<Record<Batch['status'], Tone>> = { STAGING: 'running', STAGED: 'waiting', APPLIED: 'good', DISCARDED: 'neutral' }

export function RowStatusChip({ status }: { readonly status: RowStatus }): ReactNode {
  const t = useText()
  return <StatusChip tone={rowTones[status]} label={t(`imports.statuses.${status}`)} />
}

export function BatchStatusChip({ status }: { readonly status: Batch['status'] }): ReactNode {
  const t = useText()
  return <StatusChip tone={batchTones[status]} label={t(`imports.batchStatuses.${status}`)} />
}
