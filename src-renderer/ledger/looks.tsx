import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import PlayArrow from '@mui/icons-material/PlayArrowOutlined'
import type { ReactNode } from 'react'
import type { LedgerLine } from '../../shared/ledger/contract.ts'
import type { NegativeLevel } from '../../shared/ledger/rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const levelTones: Readonly<Record<NegativeLevel, Tone>> = { SOFT: 'waiting', HARD: 'warning', BLOCK: 'bad' }

/** Whether what was put out was there at all. */
export function StateChip({ line: { isStart, isShort, isAnomaly } }: { readonly line: Pick<LedgerLine, 'isStart' | 'isShort' | 'isAnomaly'> }): ReactNode {
  const t = useText()
  if (isStart) return <span title={t('ledger.unknownHint')}><StatusChip tone="neutral" icon={PlayArrow} label={t('ledger.unknown')} /></span>
  if (isAnomaly) return <StatusChip tone="bad" icon={ErrorOutline} label={t('ledger.anomaly')} />
  return isShort ? <StatusChip tone="bad" icon={ErrorOutline} label={t('ledger.short')} /> : <StatusChip tone="good" label={t('ledger.fine')} />
}

export function LevelChip({ level }: { readonly level: NegativeLevel }): ReactNode {
  return <StatusChip tone={levelTones[level]} label={useText()(`ledger.levels.${level}`)} />
}
