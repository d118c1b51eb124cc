import useMediaQuery from '@mui/material/useMediaQuery'
import { DataGrid, type GridCellParams, type GridRowSelectionModel, type GridSortModel, type MuiEvent } from '@mui/x-data-grid'
import { idID, enUS } from '@mui/x-data-grid/locales'
import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { useLanguage } from '../core/i18n.ts'
import { touch, touchTarget } from '../theme/controls.ts'
import { gridColumns, textScale, type BrowseColumn } from './browse-columns.tsx'
import type { ViewState } from './browse-state.ts'

export interface BrowseGridProps<Row> {
  readonly title: string
  readonly rows: readonly Row[]
  readonly columns: readonly BrowseColumn<Row>[]
  readonly shown: Record<string, boolean>
  readonly isLoading: boolean
  readonly sort: ViewState['sort']
  onSort(sort: ViewState['sort']): void
  rowId?: ((row: Row) => string) | undefined
  onOpen?: ((row: Row) => void) | undefined
  readonly selected?: readonly string[] | undefined
  onSelected?: ((ids: readonly string[]) => void) | undefined
}

const mouseRow = 36
const localeTexts = { id: idID, en: enUS }

/** The rows themselves. The grid's own filters, menus and paging are off: the host pages, the toolbar filters. */
export function BrowseGrid<Row>({ title, rows, columns, shown, isLoading, sort, onSort, rowId, onOpen, selected, onSelected }: BrowseGridProps<Row>): ReactNode {
  const [language] = useLanguage()
  const isTouch = useMediaQuery(touch.replace('@media ', ''), { noSsr: true })
  const grid = useMemo(() => gridColumns<Row & object>(columns), [columns])
  const idOf = (row: Row) => rowId?.(row) ?? String((row as { id?: unknown }).id)
  const sortModel: GridSortModel = sort.map(({ column, descending }) => ({ field: column, sort: descending ? 'desc' : 'asc' }))
  const ticked: GridRowSelectionModel = { type: 'include', ids: new Set(selected) }
  const rowHeight = (isTouch ? touchTarget : mouseRow) * textScale()

  const onCellKeyDown = ({ row, field }: GridCellParams, event: MuiEvent<KeyboardEvent<HTMLElement>>) => {
    if (event.key !== 'Enter' || event.ctrlKey || field === '__check__' || !onOpen) return
    event.defaultMuiPrevented = true
    onOpen(row as Row)
  }
  return (
    <DataGrid
      aria-label={title} rows={rows as (Row & object)[]} columns={grid} getRowId={row => idOf(row)} loading={isLoading} columnVisibilityModel={shown}
      localeText={localeTexts[language].components.MuiDataGrid.defaultProps.localeText}
      sortingMode="server" filterMode="server" sortingOrder={['asc', 'desc']} sortModel={sortModel}
      onSortModelChange={model => onSort(model.map(({ field, sort: direction }) => ({ column: field, descending: direction === 'desc' })))}
      hideFooter disableColumnFilter disableColumnMenu disableColumnSelector disableDensitySelector disableRowSelectionOnClick
      checkboxSelection={selected !== undefined} rowSelection={selected !== undefined} keepNonExistentRowsSelected disableRowSelectionExcludeModel
      rowSelectionModel={ticked} onRowSelectionModelChange={({ ids }) => onSelected?.([...ids].map(String))}
      rowHeight={rowHeight} columnHeaderHeight={(isTouch ? touchTarget : 38) * textScale()} rowBufferPx={600} getRowClassName={() => (onOpen ? 'is-openable' : '')}
      onRowDoubleClick={({ row }) => onOpen?.(row)} onRowClick={({ row }) => isTouch && onOpen?.(row)} onCellKeyDown={onCellKeyDown}
      sx={isTouch ? twoLines : undefined}
      slotProps={{ loadingOverlay: { variant: 'skeleton', noRowsVariant: 'skeleton' } }}
    />
  )
}

/** A row for fingers has room for a second line. */
const twoLines = { '& .cell-text': { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflow: 'hidden', whiteSpace: 'normal', overflowWrap: 'anywhere', lineHeight: 1.3 }, '& .MuiDataGrid-cell': { display: 'flex', alignItems: 'center' } } as const
