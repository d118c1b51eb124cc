import type { ReactNode } from 'react'
import type { Severity } from '../../shared/notifications/notice.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const tones: Readonly<Record<Severity, Tone>> = { INFO: 'waiting', WARNING: 'warning', CRITICAL: 'bad' }

/** How grave a notice is, as colour, icon and word together. */
export function SeverityChip({ severity }: { readonly severity: Severity }): ReactNode {
  const t = useText()
  return <StatusChip tone={tones[severity]} label={t(`notifications.severities.${severity}`)} />
}
