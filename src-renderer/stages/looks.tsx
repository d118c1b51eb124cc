import type { ReactNode } from 'react'
import type { ReworkCard } from '../../shared/stages/work.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

/** How a card stands; one that went back too often is red as long as it is out. */
export function CardChip({ card: { status, isOver, cycle } }: { readonly card: ReworkCard }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  if (status === 'OPEN' && isOver) return <StatusChip tone="bad" label={t('stages.over3', { cycle: integer(cycle) })} />
  return <StatusChip tone={status === 'OPEN' ? 'warning' : 'good'} label={t(`stages.statuses.${status}`)} />
}
