import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { use, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { ItemPanelContext } from '../core/item-panels.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import type { ItemStock } from './entry-item.ts'
import { ItemMoves } from './item-moves.tsx'

/** What is known of an item besides its stock: its moves, and what other modules have to say of it. */
export function ItemTabs({ item, locationId }: { readonly item: ItemStock; readonly locationId: string | undefined }): ReactNode {
  const t = useText()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const panels = use(ItemPanelContext).filter(({ permission }) => may(permission))
  const panel = panels.find(({ name }) => name === params.get('tab'))
  const choose = (name: string) => setParams(before => ({ ...Object.fromEntries(before), tab: name }), { replace: true })
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 420 }}>
      {panels.length > 0 && (
        <Tabs value={panel?.name ?? 'moves'} onChange={(_event, name: string) => choose(name)} variant="scrollable" aria-label={t('warehouse.card.tabs')} sx={{ mb: 1 }}>
          <Tab value="moves" label={t('warehouse.moves.ofItem')} />
          {panels.map(({ name, title }) => (
            <Tab key={name} value={name} label={textOf(title)} />
          ))}
        </Tabs>
      )}
      {panel ? <panel.component itemId={item.itemId} /> : <ItemMoves item={item} locationId={locationId} />}
    </Box>
  )
}
