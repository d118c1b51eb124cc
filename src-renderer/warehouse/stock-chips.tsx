import Adjustment from '@mui/icons-material/BalanceOutlined'
import Opening from '@mui/icons-material/FlagOutlined'
import Receipt from '@mui/icons-material/MoveToInboxOutlined'
import Issue from '@mui/icons-material/OutboxOutlined'
import Transfer from '@mui/icons-material/SwapHorizOutlined'
import Undo from '@mui/icons-material/UndoOutlined'
import Box from '@mui/material/Box'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import { ageBands, type AgeBand, type MoveKind, type StockStatus } from '../../shared/warehouse/rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'
import { useAgeText } from './age-texts.ts'

export const statusTones: Readonly<Record<StockStatus, Tone>> = { CRITICAL: 'bad', LOW: 'warning', OK: 'good' }

export function StockStatusChip({ status }: { readonly status: StockStatus }): ReactNode {
  const t = useText()
  return <StatusChip tone={statusTones[status]} label={t(`warehouse.statuses.${status}`)} />
}

const kindLooks: Readonly<Record<MoveKind, { readonly tone: Tone; readonly icon: SvgIconComponent }>> = {
  OPENING: { tone: 'neutral', icon: Opening },
  RECEIPT: { tone: 'good', icon: Receipt },
  ISSUE: { tone: 'waiting', icon: Issue },
  TRANSFER: { tone: 'running', icon: Transfer },
  ADJUSTMENT: { tone: 'warning', icon: Adjustment },
}

/** A reversal keeps the kind of what it undoes: that it is one says more. */
export function MoveKindChip({
  move: { kind, reverses },
}: {
  readonly move: { readonly kind: MoveKind; readonly reverses: number | null }
}): ReactNode {
  const t = useText()
  if (reverses !== null) return <StatusChip tone="neutral" icon={Undo} label={t('warehouse.moves.reversal')} />
  return <StatusChip {...kindLooks[kind]} label={t(`warehouse.moveKinds.${kind}`)} />
}

/** How long stock has lain: a step a band, and the band in words. */
export function AgeMark({ band, days }: { readonly band: AgeBand | null; readonly days: number | null }): ReactNode {
  const t = useText()
  const ageText = useAgeText()
  if (band === null || days === null) return '—'
  const steps = ageBands.indexOf(band) + 1
  const isOld = steps === ageBands.length
  return (
    <Box
      component="span"
      title={t('warehouse.stock.ageTip', { count: days })}
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: isOld ? 'warning.main' : 'text.primary', fontWeight: isOld ? 600 : 400 }}
    >
      <Box component="span" aria-hidden sx={{ display: 'inline-flex', alignItems: 'flex-end', gap: '2px', height: 14 }}>
        {ageBands.map((one, at) => (
          <Box
            key={one}
            component="span"
            sx={{ width: 4, height: 5 + at * 3, borderRadius: '1px', bgcolor: at < steps ? (isOld ? 'warning.main' : 'primary.main') : 'divider' }}
          />
        ))}
      </Box>
      {ageText(band)}
    </Box>
  )
}
