import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { bomPath } from './paths.ts'

/** Where an item goes, step by step upwards. */
export function BomUses({ itemId }: { readonly itemId: string }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const { data } = useLive(useApi().engineering.listUses, { itemId })
  if (!data) return null
  if (data.length === 0) return <EmptyState title={t('engineering.uses.empty')} hint={t('engineering.uses.emptyHint')} />
  return (
    <Section title={t('engineering.bom.tabs.uses')} hint={t('engineering.uses.hint')}>
      <PlainTable
        label={t('engineering.bom.tabs.uses')} head={[t('fields.itemId'), { words: t('engineering.fields.stage') }, t('engineering.uses.quantity')]}
        rows={data.map(row => ({
          key: row.key, cells: [<Box key="name" component={Link} to={bomPath(row.bomId)} sx={{ pl: row.level * 2.5, color: 'primary.main' }}>{row.itemCode} {row.itemName}</Box>, row.sectionName ?? '', decimal(row.quantity)],
        }))}
      />
    </Section>
  )
}
