import Inventory from '@mui/icons-material/Inventory2Outlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useText } from '../core/i18n.ts'
import { useStores } from './entry-item.ts'
import { OpeningCountGrid } from './opening-count-grid.tsx'

/** Counting what the factory begins with: one place, and what stands there. The place is in the address, so that its draft is found again. */
export function OpeningCountScreen(): ReactNode {
  const t = useText()
  const stores = useStores()
  const [params, setParams] = useSearchParams()
  const named = params.get('location')
  const store = stores.find(({ id }) => id === named) ?? (stores.length === 1 ? stores[0] : undefined)
  const choose = (location: string | null) => setParams(location === null ? {} : { location }, { replace: true })
  const head = (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', columnGap: 2, rowGap: 1 }}>
      <Box sx={{ width: 300, maxWidth: '100%' }}>
        <SelectInput
          label={t('warehouse.count.place')} value={store?.id ?? null} onChange={choose} autoFocus={store === undefined}
          options={stores.map(({ id, name, sectionName }) => ({ value: id, label: `${name} — ${sectionName ?? t('warehouse.stock.ofFactory')}` }))}
        />
      </Box>
      <Box sx={{ flex: 1, minWidth: 260, pb: 0.75 }}>{t('warehouse.count.explanation')}</Box>
    </Box>
  )
  return (
    <PageFrame title={t('warehouse.count.title')} fills subtitle={head}>
      {store
        ? <OpeningCountGrid key={store.id} store={store} />
        : <EmptyState icon={<Inventory />} title={t('warehouse.count.choosePlace')} hint={t('warehouse.count.choosePlaceHint')} />}
    </PageFrame>
  )
}
