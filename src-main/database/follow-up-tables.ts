import type { Generated } from 'kysely'
import type { Money } from '../../shared/core/money.ts'
import type { AlertLevel, Channel, Outcome, PaymentAlertKind } from '../../shared/follow-up/rules.ts'
import type { Versioned } from './row-kinds.ts'

export interface CustomerAccountTable extends Versioned {
  customerId: string
  debit: Money
  credit: Money
  outstanding: Money
  agentName: Generated<string>
  lastFollowUpDay: Generated<string | null>
  nextDay: Generated<string | null>
  promised: Generated<Money | null>
  asOf: Generated<string | null>
}
export interface FollowUpTable extends Versioned {
  customerId: string
  day: string
  outstanding: Money
  promised: Money | null
  channel: Channel
  outcome: Outcome
  escalatedTo: string | null
  notes: string
  nextDay: string | null
  doneBy: string
}
export interface PaymentAlertTable extends Versioned {
  customerId: string
  kind: PaymentAlertKind
  alertLevel: AlertLevel
  assignedTo: string | null
  resolvedAt: Generated<string | null>
  resolvedBy: Generated<string | null>
  resolution: Generated<string | null>
  followUpId: Generated<string | null>
}
