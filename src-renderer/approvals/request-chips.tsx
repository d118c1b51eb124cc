import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { ApprovalRequest } from '../../shared/approvals/contract.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'
import { statusTones } from './request-words.ts'

/** How a request stands: its state, the step that is waited for, and whether that is overdue. */
export function RequestChips({ request: { status, step, stepCount, isOverdue } }: { readonly request: ApprovalRequest }): ReactNode {
  const t = useText()
  const isWaiting = status === 'PENDING'
  const label = isWaiting && stepCount > 1 ? t('approvals.step', { step: step + 1, count: stepCount }) : t(`approvals.statuses.${status}`)
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.75 }}>
      <StatusChip tone={statusTones[status]} label={label} />
      {isOverdue && <StatusChip tone="bad" label={t('approvals.overdue')} />}
    </Box>
  )
}
