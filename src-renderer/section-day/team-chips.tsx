import type { ReactNode } from 'react'
import { StatusChip } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

/** Whether a team's day reached its target; grey where none was set. */
export function TargetChip({ isMet }: { readonly isMet: boolean | null }): ReactNode {
  const t = useText()
  if (isMet === null) return <StatusChip tone="neutral" label={t('sectionDay.teams.NO_TARGET')} />
  return <StatusChip tone={isMet ? 'good' : 'bad'} label={t(isMet ? 'sectionDay.teams.met' : 'sectionDay.teams.missed')} />
}
