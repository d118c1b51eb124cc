import ArrowForward from '@mui/icons-material/ArrowForward'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { isNegative, isZero } from '../../shared/core/decimal.ts'
import { moveKinds } from '../../shared/warehouse/rules.ts'
import type { StockMove } from '../../shared/warehouse/moves.ts'
import type { ItemStockRow, StockCardRow } from '../../shared/warehouse/stock.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'
import { useStores } from './entry-item.ts'
import { useQuantityTexts, type Unit } from './quantities.ts'
import { lines, NameCell } from './stock-cells.tsx'
import { MoveKindChip } from './stock-chips.tsx'
import { DocumentLink } from './stock-reservations.tsx'

type Columns<Row> = BrowseColumn<Row, 'seq'>[]

/** What happened: when, what kind, from where to where. */
export function useMoveColumns<Row extends StockMove>(isNarrow: boolean): { readonly what: Columns<Row>; readonly why: Columns<Row> } {
  const t = useText()
  return {
    what: [
      { name: 'seq', label: t('warehouse.fields.time'), sorts: true, value: row => <TimeCell at={row.at} />, width: isNarrow ? 112 : 142 },
      { name: 'kind', label: t('warehouse.fields.kind'), value: row => <MoveKindChip move={row} />, width: 132 },
    ],
    why: [
      {
        name: 'document',
        label: t('warehouse.fields.document'),
        value: row =>
          row.documentNumber === null ? '' : <DocumentLink entity={row.documentEntity} id={row.documentId} number={row.documentNumber} />,
        width: 168,
        yields: true,
      },
      { name: 'createdByName', label: t('warehouse.fields.by'), value: row => <NameCell name={row.createdByName} />, width: 122, yields: true },
      { name: 'note', label: t('warehouse.fields.note'), value: row => noteOf(row, t), minWidth: 110, grow: 1, yields: true },
    ],
  }
}

/** What a move is to others, and what was noted with it. */
export function noteOf({ reverses, reversedBy, note }: Pick<StockMove, 'reverses' | 'reversedBy' | 'note'>, t: Translate): string {
  const standing =
    reversedBy !== null
      ? t('warehouse.moves.reversedBy', { seq: reversedBy })
      : reverses !== null
        ? t('warehouse.moves.reverses', { seq: reverses })
        : ''
  return [standing, note].filter(Boolean).join(' · ')
}

/** Day and time; one above the other on touch screens, where rows are high and narrow. */
function TimeCell({ at }: { readonly at: string }): ReactNode {
  const { instant } = useFormats()
  const [day, time] = instant(at, 'short').split(' ')
  return (
    <Box component="span" sx={lines}>
      <span>{day}</span>{' '}
      <Box component="span" sx={{ '@media (pointer: coarse)': { color: 'text.secondary' } }}>
        {time}
      </Box>
    </Box>
  )
}

/** From where to where. */
export function Way({
  move: { fromLocationName, toLocationName },
}: {
  readonly move: Pick<StockMove, 'fromLocationName' | 'toLocationName'>
}): ReactNode {
  return (
    <Box component="span" title={`${fromLocationName} → ${toLocationName}`} sx={lines}>
      <span>{fromLocationName}</span>
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        <ArrowForward
          aria-label="→"
          sx={{ fontSize: 15, color: 'text.secondary', verticalAlign: 'text-bottom', mx: 0.75, '@media (pointer: coarse)': { ml: 0 } }}
        />
        {toLocationName}
      </Box>
    </Box>
  )
}

/** More or less, by sign and colour; pale what only went from one of the places looked at to another. */
export function ChangeCell({
  move: { change, quantity, ...unit },
}: {
  readonly move: Pick<StockCardRow, 'change' | 'quantity' | keyof Unit>
}): ReactNode {
  const t = useText()
  const { bare, signed } = useQuantityTexts()
  if (isZero(change))
    return (
      <Box component="span" title={t('warehouse.moves.within')} sx={{ color: 'text.secondary' }}>
        ⇄ {bare(quantity, unit)}
      </Box>
    )
  return (
    <Box component="span" sx={{ fontWeight: 600, color: isNegative(change) ? 'error.main' : 'success.main' }}>
      {signed(change, unit)}
    </Box>
  )
}

type MoveFilter = 'kind' | 'fromDay' | 'toDay'

export function useMoveFilters(): readonly BrowseFilter<MoveFilter>[] {
  const t = useText()
  return [
    {
      kind: 'enum',
      name: 'kind',
      label: t('warehouse.fields.kind'),
      options: moveKinds.map(value => ({ value, label: t(`warehouse.moveKinds.${value}`) })),
    },
    { kind: 'days', from: 'fromDay', to: 'toDay', label: t('warehouse.fields.day') },
  ]
}

export function useStoreFilter(): BrowseFilter<'locationId'> {
  const t = useText()
  return {
    kind: 'enum',
    name: 'locationId',
    label: t('warehouse.fields.location'),
    options: useStores().map(({ id, path }) => ({ value: id, label: path })),
  }
}

export function useItemFilter(): BrowseFilter<'itemId'> {
  const t = useText()
  const api = useApi()
  const option = ({ itemId, itemCode, itemName }: ItemStockRow) => ({ id: itemId, code: itemCode, name: itemName })
  return referenceFilter({ name: 'itemId', label: t('warehouse.fields.item'), source: { call: api.warehouse.listItemStock, option } })
}
