import AccessTime from '@mui/icons-material/AccessTimeOutlined'
import Block from '@mui/icons-material/BlockOutlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import PauseCircle from '@mui/icons-material/PauseCircleOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { AlertStatus, LineStatus, TimeLook, TransferStatus } from '../../shared/transfers/rules.ts'
import type { GatePass, GatePassStatus } from '../../shared/transfers/gate.ts'
import type { Transfer } from '../../shared/transfers/slips.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { textOf, useText } from '../core/i18n.ts'

interface Look { readonly tone: Tone; readonly icon?: SvgIconComponent }

const slips: Readonly<Record<TransferStatus, Look>> = { BLOCKED: { tone: 'bad', icon: Block }, LOCKED: { tone: 'waiting' }, ACCEPTED: { tone: 'warning' }, COMPLETED: { tone: 'good' }, CANCELLED: { tone: 'neutral' } }
const lines: Readonly<Record<LineStatus, Look>> = { CLEAR: { tone: 'good' }, OCCUPIED: { tone: 'running', icon: Inventory }, PAUSED: { tone: 'bad', icon: PauseCircle } }
const alerts: Readonly<Record<AlertStatus, Look>> = { PENDING: { tone: 'bad' }, ACKNOWLEDGED: { tone: 'warning' }, RESOLVED: { tone: 'good' }, OVERRIDDEN: { tone: 'neutral' } }
const looks: Readonly<Record<TimeLook, Tone>> = { GOOD: 'good', FAIR: 'running', WARNING: 'warning', CRITICAL: 'bad' }

const passes: Readonly<Record<GatePassStatus, Look>> = { OUT: { tone: 'running', icon: LocalShipping }, RETURNED: { tone: 'good' }, CANCELLED: { tone: 'neutral' } }

/** Where the goods of a pass are; that they are late, where they are. */
export function GateChip({ pass: { status, isLate } }: { readonly pass: Pick<GatePass, 'status' | 'isLate'> }): ReactNode {
  const t = useText()
  return isLate ? <StatusChip tone="bad" icon={AccessTime} label={t('transfers.gate.late')} /> : <StatusChip {...passes[status]} label={t(`transfers.gatePassStatuses.${status}`)} />
}

/** How a slip stands; what blocks it, where something does. */
export function SlipChip({ slip: { status, block } }: { readonly slip: Pick<Transfer, 'status' | 'block'> }): ReactNode {
  const t = useText()
  return <StatusChip {...slips[status]} label={block === null ? t(`transfers.statuses.${status}`) : t(`transfers.blocks.${block}`)} />
}

export function LineChip({ status }: { readonly status: LineStatus }): ReactNode {
  return <StatusChip {...lines[status]} label={useText()(`transfers.lineOccupancyStatuses.${status}`)} />
}

export function AlertChip({ status }: { readonly status: AlertStatus }): ReactNode {
  return <StatusChip {...alerts[status]} label={useText()(`transfers.transferAlertStatuses.${status}`)} />
}

export function LookChip({ look }: { readonly look: TimeLook }): ReactNode {
  return <StatusChip tone={looks[look]} label={useText()(`transfers.looks.${look}`)} />
}

/** The week and destination of goods, as far as they are known. */
export function marksOf({ week, destination }: Pick<Transfer, 'week' | 'destination'>): string {
  return [week, destination === null ? null : (textOf(`planning.destinations.${destination}`) ?? destination)].filter(mark => mark !== null).join(' · ')
}
