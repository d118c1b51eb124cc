import type { ReactNode } from 'react'
import type { CountStatus, VarianceBand } from '../../shared/warehouse/count-rules.ts'
import type { StockCount } from '../../shared/warehouse/counts.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const statusTones: Readonly<Record<CountStatus, Tone>> = { DRAFT: 'neutral', COUNTING: 'running', COMPARED: 'waiting', POSTED: 'good', REVERSED: 'neutral', CANCELLED: 'neutral' }
const bandTones: Readonly<Record<VarianceBand, Tone>> = { AUTOMATIC: 'good', SUPERVISOR: 'warning', MANAGER: 'bad' }

export function CountStatusChip({ status }: { readonly status: CountStatus }): ReactNode {
  const t = useText()
  return <StatusChip tone={statusTones[status]} label={t(`warehouse.counts.statuses.${status}`)} />
}

export function BandChip({ band }: { readonly band: VarianceBand }): ReactNode {
  const t = useText()
  return <StatusChip tone={bandTones[band]} label={t(`warehouse.counts.bands.${band}`)} />
}

/** What is counted, in a sentence: stores, then what narrows them. */
export function useScopeText(): (scope: Pick<StockCount, 'locationNames' | 'categories' | 'abcClasses'>) => string {
  const t = useText()
  return ({ locationNames, categories, abcClasses }) => [locationNames.join(', '), categories.join(', '), abcClasses.map(one => t(`warehouse.counts.abcClasses.${one}`)).join(', ')].filter(Boolean).join(' · ')
}
