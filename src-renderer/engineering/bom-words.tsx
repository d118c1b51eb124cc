import type { ReactNode } from 'react'
import type { BomStatus } from '../../shared/engineering/rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const tones: Readonly<Record<BomStatus, Tone>> = { DRAFT: 'waiting', ACTIVE: 'good', RETIRED: 'neutral' }

export function BomStatusChip({ status }: { readonly status: BomStatus }): ReactNode {
  return <StatusChip tone={tones[status]} label={useText()(`engineering.statuses.${status}`)} />
}
