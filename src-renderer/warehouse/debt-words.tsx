import type { ReactNode } from 'react'
import type { Debt } from '../../shared/warehouse/debts.ts'
import type { DebtRisk, DebtStatus, PaymentState } from '../../shared/warehouse/debt-rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const statusTones: Readonly<Record<DebtStatus, Tone>> = { PENDING: 'waiting', SPV_APPROVED: 'waiting', APPROVED: 'good', REJECTED: 'bad', CANCELLED: 'neutral' }
const paymentTones: Readonly<Record<PaymentState, Tone>> = { ACTIVE: 'running', PARTIAL_PAID: 'running', FULLY_PAID: 'good', OVERDUE: 'bad', WRITTEN_OFF: 'neutral' }
const riskTones: Readonly<Record<DebtRisk, Tone>> = { LOW: 'neutral', MEDIUM: 'waiting', HIGH: 'warning', CRITICAL: 'bad' }

/** How far a debt has come: the way to its approval, then the way to its settlement. */
export function DebtStateChip({ debt: { status, payment } }: { readonly debt: Pick<Debt, 'status' | 'payment'> }): ReactNode {
  const t = useText()
  if (payment !== null) return <StatusChip tone={paymentTones[payment]} label={t(`warehouse.debts.payments.${payment}`)} />
  return <StatusChip tone={statusTones[status]} label={t(`warehouse.debts.statuses.${status}`)} />
}

export function RiskChip({ risk }: { readonly risk: DebtRisk }): ReactNode {
  const t = useText()
  return <StatusChip tone={riskTones[risk]} label={t(`warehouse.debts.risks.${risk}`)} />
}
