import ArrowBack from '@mui/icons-material/ArrowBack'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import Tooltip from '@mui/material/Tooltip'
import { Link, useParams, useSearchParams } from 'react-router'
import { compareDecimals, isPositive, subtractDecimals } from '../../shared/core/decimal.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { LabelsButton } from '../components/labels-button.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { stockPath } from '../core/paths.ts'
import { BalancePanel } from './balance-panel.tsx'
import { useEntryActs } from './entry-acts.tsx'
import type { ItemStock } from './entry-item.ts'
import { ItemTabs } from './item-tabs.tsx'
import { useQuantityTexts } from './quantities.ts'
import { StockStatusChip } from './stock-chips.tsx'
import { StockLots } from './stock-lots.tsx'
import { StockPlaces } from './stock-places.tsx'
import { StockReservations } from './stock-reservations.tsx'

/** One item: what there is of it and where, who has reserved it, how it came and went. */
export function StockCardScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { itemId = '' } = useParams()
  const { data: item, error } = useLive(api.warehouse.getItemStock, { itemId }, { clears: true })
  const isMissing = error?.code === 'not-found' || error?.code === 'invalid-input'
  if (item) return <StockCard key={item.itemId} item={item} />
  return (
    <PageFrame title={t('warehouse.card.title')}>
      {error ? (
        <EmptyState
          role="alert"
          icon={<SearchOff />}
          title={isMissing ? t('warehouse.card.notFound') : t('table.failed')}
          hint={isMissing ? t('warehouse.card.notFoundHint') : errorText(error)}
          actions={
            <Button variant="contained" component={Link} to={stockPath}>
              {t('warehouse.card.back')}
            </Button>
          }
        />
      ) : (
        <Skeleton variant="rounded" height={320} />
      )}
    </PageFrame>
  )
}

function StockCard({ item }: { readonly item: ItemStock }): ReactNode {
  const [params, setParams] = useSearchParams()
  const locationId = params.get('location') ?? undefined
  const acts = useEntryActs({ item: { id: item.itemId, code: item.itemCode, name: item.itemName }, locationId })
  const choose = (id: string | undefined) => setParams(before => withPlace(before, id), { replace: true })
  return (
    <PageFrame title={item.itemName} subtitle={<Identity item={item} />} actions={[<ItemLabels key="labels" item={item} />, ...acts.buttons]}>
      <Levels item={item} />
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(340px, 2fr) minmax(0, 3fr)' }, alignItems: 'start' }}
      >
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <StockPlaces item={item} chosen={locationId} onChoose={choose} />
          <StockReservations item={item} />
        </Box>
        <BalancePanel item={item} locationId={locationId} />
      </Box>
      <StockLots item={item} locationId={locationId} />
      <ItemTabs item={item} locationId={locationId} />
      {acts.dialog}
    </PageFrame>
  )
}

/** The address with another place, or none; the tab that is open stays so. */
function withPlace(before: URLSearchParams, id: string | undefined): URLSearchParams {
  const after = new URLSearchParams(before)
  if (id === undefined) after.delete('location')
  else after.set('location', id)
  return after
}

function ItemLabels({ item }: { readonly item: ItemStock }): ReactNode {
  return <LabelsButton subject={{ id: item.itemId, kinds: ['item', 'carton'], name: item.itemCode, unit: item.unitCode }} />
}

function Identity({ item }: { readonly item: ItemStock }): ReactNode {
  const t = useText()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Button component={Link} to={stockPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>
        {t('warehouse.card.back')}
      </Button>
      <Box component="b" sx={{ color: 'text.primary' }}>
        {item.itemCode}
      </Box>
      <StockStatusChip status={item.status} />
      <Tooltip title={t('warehouse.card.abcHint')}>
        <span>
          <StatusChip tone="neutral" label={t(`warehouse.counts.abcClasses.${item.abcClass}`)} />
        </span>
      </Tooltip>
      {!item.isActive && <StatusChip tone="neutral" label={t('warehouse.card.inactive')} />}
      <span>{[...new Set([t(`masters.itemKinds.${item.itemKind}`), item.category])].filter(Boolean).join(' · ')}</span>
    </Box>
  )
}

/** The item's levels at all places this user may see, beside the minimum. */
function Levels({ item }: { readonly item: ItemStock }): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const { money } = useFormats()
  const isBelow = item.status !== 'OK' && compareDecimals(item.available, item.minimumStock) < 0
  const minimum = isPositive(item.minimumStock) ? full(item.minimumStock, item) : t('warehouse.card.noMinimum')
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
        gap: '1px',
        bgcolor: 'divider',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        overflow: 'hidden',
      }}
    >
      <Level label={t('warehouse.fields.onHand')} text={full(item.onHand, item)} />
      <Level label={t('warehouse.fields.reserved')} text={full(item.reserved, item)} />
      <Level label={t('warehouse.fields.available')} text={full(item.available, item)} isStrong />
      <Level
        label={t('warehouse.fields.minimum')}
        text={minimum}
        hint={isBelow ? t('warehouse.card.belowMinimum', { quantity: full(subtractDecimals(item.minimumStock, item.available), item) }) : undefined}
      />
      {item.value !== undefined && item.value !== null && <Level label={t('warehouse.fields.value')} text={money(item.value)} />}
    </Box>
  )
}

interface LevelProps {
  readonly label: string
  readonly text: string
  readonly hint?: string | undefined
  readonly isStrong?: boolean
}

function Level({ label, text, hint, isStrong = false }: LevelProps): ReactNode {
  return (
    <Box sx={{ bgcolor: 'background.paper', px: 2, py: 1.25 }}>
      <Box component="dt" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
        {label}
      </Box>
      <Box
        component="dd"
        sx={{
          m: 0,
          fontSize: '1.125rem',
          fontWeight: isStrong ? 700 : 600,
          color: isStrong ? 'primary.main' : 'text.primary',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {text}
        {hint !== undefined && (
          <Box component="span" sx={{ display: 'block', fontSize: '0.75rem', fontWeight: 600, color: 'warning.main' }}>
            {hint}
          </Box>
        )}
      </Box>
    </Box>
  )
}
