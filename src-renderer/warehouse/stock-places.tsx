import Box from '@mui/material/Box'
import ListItemButton from '@mui/material/ListItemButton'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { isPositive, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { Store } from '../../shared/warehouse/stock.ts'
import { useText } from '../core/i18n.ts'
import { isStoreWithin, useStores, type ItemStock } from './entry-item.ts'
import { AgeMark } from './stock-chips.tsx'
import { useQuantityTexts } from './quantities.ts'

export interface StockPlacesProps {
  readonly item: ItemStock
  readonly chosen: string | undefined
  onChoose(locationId: string | undefined): void
}

const columns = { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 104px 104px', columnGap: 1, width: '100%', alignItems: 'center' } as const

/** Where the item stands, at a store with what is in its racks. Choosing a place narrows chart and moves to it and what stands below it. */
export function StockPlaces({ item, chosen, onChoose }: StockPlacesProps): ReactNode {
  const t = useText()
  const stores = useStores()
  const held = item.places.filter(({ onHand, locationId }) => isPositive(onHand) || locationId === chosen)
  const places = held.toSorted((a, b) => a.locationPath.localeCompare(b.locationPath)).map(place => ({
    ...place, ...levelsWithin(item.places.filter(({ locationId }) => isBelow(stores, locationId, place.locationId))), depth: held.filter(({ locationId }) => locationId !== place.locationId && isBelow(stores, place.locationId, locationId)).length,
  }))
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('warehouse.card.byPlace')}
      sx={{ display: 'flex', flexDirection: 'column', minWidth: 0 }}
    >
      <Box sx={{ ...columns, px: 2, pt: 1.75, pb: 0.75 }}>
        <Typography component="h2" variant="h3">
          {t('warehouse.card.byPlace')}
        </Typography>
        <Head text={t('warehouse.fields.onHand')} />
        <Head text={t('warehouse.fields.available')} />
      </Box>
      <Box role="radiogroup" aria-label={t('warehouse.card.lookAt')} sx={{ px: 1, pb: 1, overflowY: 'auto', maxHeight: 300 }}>
        <Place
          label={t('warehouse.card.allPlaces')}
          item={item}
          levels={item}
          isChosen={chosen === undefined}
          onChoose={() => onChoose(undefined)}
          isTotal
        />
        {places.map(place => (
          <Place
            key={place.id}
            label={place.locationName}
            depth={place.depth}
            item={item}
            levels={place}
            isChosen={chosen === place.locationId}
            onChoose={() => onChoose(place.locationId)}
            detail={<AgeMark band={place.ageBand} days={place.ageDays} />}
          />
        ))}
        {places.length === 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary', px: 1, py: 1 }}>
            {t('warehouse.card.noPlace')}
          </Typography>
        )}
      </Box>
    </Paper>
  )
}

function isBelow(stores: readonly Store[], id: string, aboveId: string): boolean {
  const store = stores.find(one => one.id === id)
  return id === aboveId || (store !== undefined && isStoreWithin(stores, store, [aboveId]))
}

function levelsWithin(places: ItemStock['places']): { readonly onHand: Decimal; readonly available: Decimal } {
  return { onHand: sumDecimals(places.map(({ onHand }) => onHand)), available: sumDecimals(places.map(({ available }) => available)) }
}

interface PlaceProps {
  readonly label: string
  /** Below how many of the places shown it stands. */
  readonly depth?: number
  readonly item: ItemStock
  readonly levels: { readonly onHand: Decimal; readonly available: Decimal }
  readonly detail?: ReactNode
  readonly isChosen: boolean
  readonly isTotal?: boolean
  onChoose(): void
}

function Place({ label, depth = 0, item, levels, detail, isChosen, isTotal = false, onChoose }: PlaceProps): ReactNode {
  const { bare } = useQuantityTexts()
  const weight = isTotal ? 650 : 400
  return (
    <ListItemButton
      role="radio"
      aria-checked={isChosen}
      selected={isChosen}
      onClick={onChoose}
      sx={{ ...columns, borderRadius: 1, px: 1, py: 0.5, fontVariantNumeric: 'tabular-nums', fontSize: '0.875rem' }}
    >
      <Box sx={{ minWidth: 0, pl: 2 * depth }}>
        <Box sx={{ fontWeight: isTotal || isChosen ? 650 : 500, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{label}</Box>
        {detail && <Box sx={{ fontSize: '0.75rem', lineHeight: 1.4, color: 'text.secondary' }}>{detail}</Box>}
      </Box>
      <Box sx={{ textAlign: 'right', fontWeight: weight }}>{bare(levels.onHand, item)}</Box>
      <Box sx={{ textAlign: 'right', fontWeight: weight }}>{bare(levels.available, item)}</Box>
    </ListItemButton>
  )
}

function Head({ text }: { readonly text: string }): ReactNode {
  return <Box sx={{ textAlign: 'right', fontSize: '0.75rem', fontWeight: 600, color: 'text.secondary' }}>{text}</Box>
}
