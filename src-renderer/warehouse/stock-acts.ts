import type { SvgIconComponent } from '@mui/icons-material'
import Difference from '@mui/icons-material/BalanceOutlined'
import Consume from '@mui/icons-material/ContentCutOutlined'
import Issue from '@mui/icons-material/OutboxOutlined'
import Receive from '@mui/icons-material/MoveToInboxOutlined'
import Transfer from '@mui/icons-material/SwapHorizOutlined'
import type { Permission } from '../../shared/core/permissions.ts'
import type { ReferenceOption } from '../components/reference-source.ts'

/** What a user can enter about stock, the most frequent last: that button stands out. */
export const stockActs = ['adjust', 'issue', 'transfer', 'consume', 'receive'] as const
export type StockAct = (typeof stockActs)[number]

export const actPermissions: Readonly<Record<StockAct, Permission>> = {
  receive: 'warehouse.execute',
  transfer: 'warehouse.execute',
  issue: 'warehouse.execute',
  // Who may not correct the books asks for it.
  adjust: 'warehouse.execute',
  consume: 'production.execute',
}

export const actIcons: Readonly<Record<StockAct, SvgIconComponent>> = {
  receive: Receive,
  transfer: Transfer,
  issue: Issue,
  adjust: Difference,
  consume: Consume,
}

/** What is known when an entry begins: the item looked at, and perhaps the place. */
export interface EntryStart {
  readonly item?: ReferenceOption
  readonly locationId?: string | undefined
}

export interface EntryDialogProps {
  readonly start: EntryStart
  onClose(): void
}
