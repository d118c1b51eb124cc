import Block from '@mui/icons-material/BlockOutlined'
import type { ReactNode } from 'react'
import type { Downtime } from '../../shared/downtime/contract.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

export const recordStates = ['STANDING', 'ENDED', 'VERIFIED', 'CANCELLED'] as const
type RecordState = (typeof recordStates)[number]

export function stateOf({ endedAt, verifiedAt, cancelledAt }: Pick<Downtime, 'endedAt' | 'verifiedAt' | 'cancelledAt'>): RecordState {
  if (cancelledAt !== null) return 'CANCELLED'
  if (endedAt === null) return 'STANDING'
  return verifiedAt === null ? 'ENDED' : 'VERIFIED'
}

const tones: Readonly<Record<RecordState, Tone>> = { STANDING: 'bad', ENDED: 'waiting', VERIFIED: 'good', CANCELLED: 'neutral' }

export function StateChip({ record }: { readonly record: Downtime }): ReactNode {
  const t = useText()
  const state = stateOf(record)
  return <StatusChip tone={tones[state]} label={t(`downtime.statuses.${state}`)} {...(state === 'CANCELLED' && { icon: Block })} />
}
