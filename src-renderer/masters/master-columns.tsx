import type { BrowseColumn } from '../components/browse-columns.tsx'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { useText } from '../core/i18n.ts'
import { ActivityChip } from './activity-chip.tsx'
import type { MasterRow } from './master.ts'

/** Code and name stand first in every list of master data. */
export function useLeadingColumns(): readonly BrowseColumn<MasterRow, 'code' | 'name'>[] {
  const t = useText()
  return [
    { name: 'code', sorts: true, label: t('fields.code'), value: ({ code }) => code, minWidth: 120 },
    { name: 'name', sorts: true, label: t('fields.name'), value: ({ name }) => name, grow: 2, minWidth: 180 },
  ]
}

/** Whether the record is still in use stands last. */
export function useActivityColumn(): BrowseColumn<MasterRow, never> {
  const t = useText()
  return { name: 'isActive', label: t('fields.status'), value: ({ isActive }) => (isActive ? t('words.active') : <ActivityChip isActive={false} />), width: 130 }
}

export function useActivityFilter(): BrowseFilter<'isActive'> {
  const t = useText()
  return { kind: 'boolean', name: 'isActive', label: t('fields.status'), yes: t('words.active'), no: t('words.inactive') }
}
