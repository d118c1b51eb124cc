import Inventory from '@mui/icons-material/Inventory2Outlined'
import MoveToInbox from '@mui/icons-material/MoveToInboxOutlined'
import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { ReceivingState } from '../../shared/finished-goods/receipts.ts'
import type { CartonStatus } from '../../shared/finished-goods/rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

interface Look { readonly tone: Tone; readonly icon?: SvgIconComponent }

const states: Readonly<Record<ReceivingState, Look>> = {
  PACKING: { tone: 'waiting', icon: Inventory }, SCANNING: { tone: 'running' }, COMPLETE: { tone: 'warning', icon: TaskAlt }, PARTIAL: { tone: 'running', icon: MoveToInbox }, POSTED: { tone: 'good' },
}
const cartons: Readonly<Record<CartonStatus, Look>> = { PACKED: { tone: 'waiting', icon: Inventory }, SCANNED: { tone: 'running' }, RECEIVED: { tone: 'good' } }

export function ReceivingChip({ state }: { readonly state: ReceivingState }): ReactNode {
  return <StatusChip {...states[state]} label={useText()(`finishedGoods.arriving.states.${state}`)} />
}

export function CartonChip({ status }: { readonly status: CartonStatus }): ReactNode {
  return <StatusChip {...cartons[status]} label={useText()(`finishedGoods.cartonStatuses.${status}`)} />
}
