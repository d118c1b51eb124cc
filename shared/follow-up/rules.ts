import { addDays, daysBetween, isoWeekday, type BusinessDay } from '../core/dates.ts'
import type { Money } from '../core/money.ts'

export const channels = ['PHONE', 'WHATSAPP', 'EMAIL', 'VISIT'] as const
export type Channel = (typeof channels)[number]
export const outcomes = ['PROMISED', 'PARTIAL', 'NO_RESPONSE', 'DISPUTE', 'ESCALATED', 'PAID'] as const
export type Outcome = (typeof outcomes)[number]
export const risks = ['NONE', 'LOW', 'MEDIUM', 'HIGH'] as const
export type Risk = (typeof risks)[number]
export const alertKinds = ['OVERDUE', 'DUE_SOON', 'ESCALATED', 'HIGH_RISK', 'NO_FOLLOWUP'] as const
export type PaymentAlertKind = (typeof alertKinds)[number]
export const alertLevels = ['MEDIUM', 'HIGH'] as const
export type AlertLevel = (typeof alertLevels)[number]

/** From which amount, and after how many days without a word, a customer is a risk. */
export interface RiskLimits {
  readonly high: Money
  readonly medium: Money
  readonly highDays: number
  readonly mediumDays: number
}

/** IF-20. `days`: since somebody last asked; nothing where nobody ever did. */
export function riskOf(outstanding: Money, days: number | null, { high, medium, highDays, mediumDays }: RiskLimits): Risk {
  if (outstanding <= 0) return 'NONE'
  if (outstanding > high || days === null || days > highDays) return 'HIGH'
  return outstanding > medium || days > mediumDays ? 'MEDIUM' : 'LOW'
}

/** A customer as far as it decides of what is to be told. */
export interface Standing {
  readonly outstanding: Money
  readonly risk: Risk
  readonly lastFollowUpDay: string | null
  readonly nextDay: string | null
  readonly escalatedTo: string | null
}
export interface DueAlert {
  readonly kind: PaymentAlertKind
  readonly level: AlertLevel
  readonly assignedTo: string | null
}

/** IF-20: what is to be told of a customer who owes something; of the rest nothing. */
export function alertsOf({ outstanding, risk, lastFollowUpDay, nextDay, escalatedTo }: Standing, today: BusinessDay, dueSoonDays: number): DueAlert[] {
  if (outstanding <= 0) return []
  const found: (DueAlert | false)[] = [
    nextDay !== null && nextDay < today && { kind: 'OVERDUE', level: 'HIGH', assignedTo: null },
    nextDay !== null &&
      nextDay >= today &&
      nextDay <= addDays(today, dueSoonDays) && { kind: 'DUE_SOON', level: nextDay === today ? 'HIGH' : 'MEDIUM', assignedTo: null },
    escalatedTo !== null && { kind: 'ESCALATED', level: 'HIGH', assignedTo: escalatedTo },
    risk === 'HIGH' && { kind: 'HIGH_RISK', level: 'HIGH', assignedTo: null },
    lastFollowUpDay === null && { kind: 'NO_FOLLOWUP', level: 'MEDIUM', assignedTo: null },
  ]
  return found.filter(alert => alert !== false)
}

/** Whether somebody may promise with it: whoever did not answer, or has paid, promises nothing. */
export function takesPromise(outcome: Outcome): boolean {
  return outcome !== 'NO_RESPONSE' && outcome !== 'PAID'
}

/** IF-20: what was escalated is for whoever it was given to, and for nobody else. */
export function isForAnother({ kind, assignedTo }: { readonly kind: PaymentAlertKind; readonly assignedTo: string | null }, userId: string): boolean {
  return kind === 'ESCALATED' && assignedTo !== null && assignedTo !== userId
}

/** The Sunday with which the week of a day ends. */
export function endOfWeek(day: BusinessDay): BusinessDay {
  return addDays(day, daysOfWeek - isoWeekday(day))
}
const daysOfWeek = 7

export function daysSince(day: string | null, today: BusinessDay): number | null {
  return day === null ? null : daysBetween(day as BusinessDay, today)
}
