import type { ReactNode } from 'react'
import type { ApiKey } from '../../shared/programs/contract.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const tones: Readonly<Record<ApiKey['state'], Tone>> = { ACTIVE: 'good', EXPIRED: 'neutral', REVOKED: 'bad', SUSPENDED: 'warning', OWNER_INACTIVE: 'warning' }

export function KeyState({ state }: Pick<ApiKey, 'state'>): ReactNode {
  const t = useText()
  return <StatusChip tone={tones[state]} label={t(`programs.states.${state}`)} />
}
