import EmailIcon from '@mui/icons-material/EmailOutlined'
import EventBusy from '@mui/icons-material/EventBusyOutlined'
import Event from '@mui/icons-material/EventOutlined'
import Forum from '@mui/icons-material/ForumOutlined'
import PersonPin from '@mui/icons-material/PersonPinOutlined'
import Phone from '@mui/icons-material/PhoneOutlined'
import PhoneDisabled from '@mui/icons-material/PhoneDisabledOutlined'
import Storefront from '@mui/icons-material/StorefrontOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { AlertLevel, Channel, Outcome, PaymentAlertKind, Risk } from '../../shared/follow-up/rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const risks: Readonly<Record<Risk, Tone>> = { NONE: 'good', LOW: 'neutral', MEDIUM: 'warning', HIGH: 'bad' }
const outcomes: Readonly<Record<Outcome, Tone>> = {
  PROMISED: 'running',
  PARTIAL: 'running',
  NO_RESPONSE: 'neutral',
  DISPUTE: 'warning',
  ESCALATED: 'bad',
  PAID: 'good',
}
const levels: Readonly<Record<AlertLevel, Tone>> = { MEDIUM: 'warning', HIGH: 'bad' }
const kindIcons: Readonly<Record<PaymentAlertKind, SvgIconComponent | undefined>> = {
  OVERDUE: EventBusy,
  DUE_SOON: Event,
  ESCALATED: PersonPin,
  HIGH_RISK: undefined,
  NO_FOLLOWUP: PhoneDisabled,
}
export const channelIcons: Readonly<Record<Channel, SvgIconComponent>> = { PHONE: Phone, WHATSAPP: Forum, EMAIL: EmailIcon, VISIT: Storefront }

export function RiskChip({ risk }: { readonly risk: Risk }): ReactNode {
  return <StatusChip tone={risks[risk]} label={useText()(`followUp.risks.${risk}`)} />
}

export function OutcomeChip({ outcome }: { readonly outcome: Outcome }): ReactNode {
  return <StatusChip tone={outcomes[outcome]} label={useText()(`followUp.outcomes.${outcome}`)} />
}

/** What is told, as grave as it is. */
export function AlertChip({ kind, level }: { readonly kind: PaymentAlertKind; readonly level: AlertLevel }): ReactNode {
  const icon = kindIcons[kind]
  return <StatusChip tone={levels[level]} label={useText()(`followUp.kinds.${kind}`)} {...(icon && { icon })} />
}
