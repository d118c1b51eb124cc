import type { ReactNode } from 'react'
import { StatusChip } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

export function ActivityChip({ isActive }: { readonly isActive: boolean }): ReactNode {
  const t = useText()
  return isActive ? <StatusChip tone="good" label={t('words.active')} /> : <StatusChip tone="neutral" label={t('words.inactive')} />
}
