import useMediaQuery from '@mui/material/useMediaQuery'
import type { ItemStockRow, StockRow } from '../../shared/warehouse/stock.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { AgeMark, StockStatusChip } from './stock-chips.tsx'
import { CodeCell, ItemCell, NameCell, QuantityCell, SectionCell } from './stock-cells.tsx'

/** The columns of a list by place. */
export function usePlaceColumns(): BrowseColumn<StockRow, SortOfPlaces>[] {
  const t = useText()
  const isNarrow = useIsNarrow()
  const { instant } = useFormats()
  const [status, code, name] = useItemIdentity<StockRow>(isNarrow)
  return [
    status,
    code,
    name,
    {
      name: 'locationName',
      label: t('warehouse.fields.location'),
      sorts: true,
      value: row => <NameCell name={row.locationName} path={row.locationPath} />,
      minWidth: isNarrow ? 116 : 140,
      grow: 1,
    },
    {
      name: 'sectionName',
      label: t('warehouse.fields.section'),
      sorts: true,
      value: row => <SectionCell name={row.sectionName} />,
      width: 130,
      isHidden: true,
    },
    ...useLevels<StockRow>(isNarrow),
    {
      name: 'lastInDay',
      label: t('warehouse.fields.age'),
      sorts: true,
      value: row => <AgeMark band={row.ageBand} days={row.ageDays} />,
      width: 122,
      yields: true,
    },
    ...useRest<StockRow>(),
    {
      name: 'lastMoveAt',
      label: t('warehouse.fields.lastMove'),
      sorts: true,
      value: row => instant(row.lastMoveAt, 'short'),
      width: 150,
      isHidden: true,
    },
  ]
}

/** The columns of a list by item. */
export function useItemColumns(): BrowseColumn<ItemStockRow, SortOfItems>[] {
  const t = useText()
  const isNarrow = useIsNarrow()
  const { instant } = useFormats()
  const [status, code, name] = useItemIdentity<ItemStockRow>(isNarrow)
  const placesText = ({ places }: ItemStockRow) => (places === 0 ? t('warehouse.stock.nowhere') : t('warehouse.stock.place', { count: places }))
  return [
    status,
    code,
    name,
    ...useLevels<ItemStockRow>(isNarrow),
    {
      name: 'minimumStock',
      label: t('warehouse.fields.minimum'),
      kind: 'number',
      sorts: true,
      value: row => <QuantityCell quantity={row.minimumStock} unit={row} />,
      width: 104,
      yields: true,
    },
    { name: 'places', label: t('warehouse.fields.places'), value: placesText, width: 92, yields: true },
    ...useRest<ItemStockRow>().filter(column => column.name !== 'minimumStock'),
    {
      name: 'lastMoveAt',
      label: t('warehouse.fields.lastMove'),
      sorts: true,
      value: row => (row.lastMoveAt === null ? '—' : instant(row.lastMoveAt, 'short')),
      width: 150,
      isHidden: true,
    },
  ]
}

type AnyRow = Pick<
  StockRow,
  | 'status'
  | 'itemCode'
  | 'itemName'
  | 'itemKind'
  | 'category'
  | 'abcClass'
  | 'unitCode'
  | 'unitPlaces'
  | 'onHand'
  | 'reserved'
  | 'available'
  | 'minimumStock'
  | 'value'
>
type SortOfBoth = 'itemCode' | 'itemName' | 'category' | 'onHand' | 'reserved' | 'available' | 'minimumStock' | 'lastMoveAt'
type SortOfItems = SortOfBoth
type SortOfPlaces = SortOfBoth | 'locationName' | 'sectionName' | 'lastInDay'
type Columns<Row> = BrowseColumn<Row, SortOfBoth>[]

function useItemIdentity<Row extends AnyRow>(
  isNarrow: boolean,
): [BrowseColumn<Row, SortOfBoth>, BrowseColumn<Row, SortOfBoth>, BrowseColumn<Row, SortOfBoth>] {
  const t = useText()
  const { canSeeCost } = useUser()
  const isWide = useMediaQuery('(min-width: 1500px)', { noSsr: true })
  // With the value there is one column more than fits a small screen.
  const isJoined = isNarrow || (canSeeCost && !isWide)
  return [
    { name: 'status', label: t('warehouse.fields.status'), value: ({ status }) => <StockStatusChip status={status} />, width: 106 },
    isJoined
      ? {
          name: 'itemCode',
          label: t('warehouse.fields.item'),
          sorts: true,
          value: row => <ItemCell code={row.itemCode} name={row.itemName} />,
          minWidth: 190,
          grow: 2,
        }
      : { name: 'itemCode', label: t('fields.code'), sorts: true, value: row => <CodeCell code={row.itemCode} />, width: 128 },
    {
      name: 'itemName',
      label: t('warehouse.fields.itemName'),
      sorts: true,
      value: row => <NameCell name={row.itemName} />,
      minWidth: 130,
      grow: 2,
      isHidden: isJoined,
    },
  ]
}

function useLevels<Row extends AnyRow>(isNarrow: boolean): Columns<Row> {
  const t = useText()
  const width = isNarrow ? 92 : 98
  return [
    {
      name: 'onHand',
      label: t('warehouse.fields.onHand'),
      kind: 'number',
      sorts: true,
      value: row => <QuantityCell quantity={row.onHand} unit={row} />,
      width,
    },
    {
      name: 'reserved',
      label: t('warehouse.fields.reserved'),
      kind: 'number',
      sorts: true,
      value: row => <QuantityCell quantity={row.reserved} unit={row} />,
      width: 112,
      yields: true,
    },
    {
      name: 'available',
      label: t('warehouse.fields.available'),
      kind: 'number',
      sorts: true,
      value: row => <QuantityCell quantity={row.available} unit={row} isStrong />,
      width,
    },
    { name: 'unitCode', label: t('warehouse.fields.unit'), value: ({ unitCode }) => unitCode, width: isNarrow ? 64 : 70 },
  ]
}

function useRest<Row extends AnyRow>(): Columns<Row> {
  const t = useText()
  const { money } = useFormats()
  const { canSeeCost } = useUser()
  const value = ({ value: amount }: Row) => (amount === undefined || amount === null ? '—' : money(amount))
  const columns: Columns<Row> = [
    { name: 'abcClass', label: t('warehouse.fields.abcClass'), value: row => row.abcClass, width: 68, yields: true },
    {
      name: 'minimumStock',
      label: t('warehouse.fields.minimum'),
      kind: 'number',
      sorts: true,
      value: row => <QuantityCell quantity={row.minimumStock} unit={row} />,
      width: 104,
      isHidden: true,
    },
    {
      name: 'itemKind',
      label: t('warehouse.fields.itemKind'),
      value: ({ itemKind }) => t(`masters.itemKinds.${itemKind}`),
      width: 140,
      isHidden: true,
    },
    { name: 'category', label: t('warehouse.fields.category'), sorts: true, value: ({ category }) => category, width: 130, isHidden: true },
  ]
  return canSeeCost
    ? [{ name: 'value', label: t('warehouse.fields.value'), kind: 'number', value, width: 124, yields: true }, ...columns]
    : columns
}

/** A tablet held upright: the columns that a decision needs, the others by choice. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 1000px)', { noSsr: true })
}
