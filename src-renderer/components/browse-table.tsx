import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { useAsked } from '../core/begin.ts'
import { errorText } from '../core/error-text.ts'
import { plainCode } from '../../shared/scan/own-code.ts'
import { useText } from '../core/i18n.ts'
import { listInputOf, type FilterName, type FixedInput, type ListCall, type ListQuery, type RowOf, type SortName } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { notPrinted } from '../theme/print.ts'
import { columnVisibility, type BrowseColumn } from './browse-columns.tsx'
import { BrowseFooter } from './browse-footer.tsx'
import { namesOf, type BrowseFilter } from './browse-filters.tsx'
import { BrowseGrid } from './browse-grid.tsx'
import { useBrowseState, type BrowseState, type ViewState } from './browse-state.ts'
import { BrowseToolbar } from './browse-toolbar.tsx'
import type { SavedViews } from './browse-views.tsx'
import { useElementWidth } from './element-width.ts'
import { EmptyState } from './empty-state.tsx'
import { FailureState } from './failure-state.tsx'
import { isInDialog, isTyping, listKeys, useKeyHints } from './key-hints.tsx'
import { PrintedRows } from './printed-rows.tsx'

export interface BrowseTableProps<P extends ListQuery> {
  /** Names the list where its layout is kept: `masters.items`. */
  readonly name: string
  /** What is listed, for assistive technology: "Barang". */
  readonly title: string
  readonly call: ListCall<P>
  readonly columns: readonly BrowseColumn<RowOf<P>, SortName<P>>[]
  readonly filters?: readonly BrowseFilter<FilterName<P>>[]
  /** What the list always asks, whatever the user filters: `{ filter: { boardId } }`. */
  readonly fixed?: FixedInput<P>
  /** How it looks before the user chose anything. */
  readonly start?: Partial<ViewState>
  /** A row's id where it is not `row.id`: a ledger's `seq`. */
  rowId?(row: RowOf<P>): string
  /** Enter, double click; on a touch screen a tap. */
  onOpen?(row: RowOf<P>): void
  /** Lets rows be ticked; kept over pages and refetches. */
  readonly selected?: readonly string[]
  onSelected?(ids: readonly string[]): void
  /** What can be done with the ticked rows, shown while some are. */
  readonly selectionActions?: ReactNode
  readonly views?: SavedViews
  /** Export and the like, at the right of the toolbar; told what the list now shows. */
  actions?(state: BrowseState): ReactNode
  /** Sums of all that the list now shows, in its footer; told what that is. */
  foot?(state: BrowseState): ReactNode
  /** Shown where there are no rows at all: an `EmptyState` with the first steps. */
  readonly empty?: ReactNode
  /** `false` where the list has no search. */
  readonly canSearch?: boolean
}

/**
 * A list over `listInput` and `page`: paged, sorted and filtered by the host, live. The rows on the screen stay until the new
 * ones are there; focus and ticks stay with their rows.
 */
export function BrowseTable<P extends ListQuery>({
  name, title, call, columns, filters = [], fixed, start, rowId, onOpen, selected, onSelected, selectionActions, views, actions, foot, empty, canSearch = true,
}: BrowseTableProps<P>): ReactNode {
  const t = useText()
  const state = useBrowseState(name, start, JSON.stringify(fixed))
  const searchRef = useRef<HTMLInputElement>(null)
  useKeyHints(listKeys)
  const { search, filter, sort, pageSize, page, cursors } = state
  // A view saved long ago may name what the list no longer has.
  const known = new Set(filters.flatMap(namesOf))
  const sortable = columns.filter(column => column.sorts).map(column => column.name)
  const asked = {
    search, sort: sort.filter(({ column }) => sortable.includes(column)), pageSize, cursor: cursors[page], total: true,
    filter: Object.fromEntries(Object.entries(filter).filter(([key]) => known.has(key as FilterName<P>))),
  }
  const { data, error, isPlaceholderData, isPending, refetch } = useLive(call, listInputOf<P>(fixed, asked))
  const [roomRef, width] = useElementWidth<HTMLDivElement>()
  const shown = columnVisibility(columns, state.columns, Math.max(0, width - (selected === undefined ? 0 : tickWidth)))
  const rows = data?.rows ?? []
  // A list that begins narrowed (only active ones) and has nothing to show yet still says what belongs there.
  const isNarrowed = search !== '' || Object.entries(asked.filter).some(([key, value]) => JSON.stringify(value) !== JSON.stringify(start?.filter?.[key]))
  const retry = <Button variant="outlined" onClick={() => void refetch()}>{t('buttons.retry')}</Button>
  // The last row of a page was deleted elsewhere.
  const isPastEnd = rows.length === 0 && page > 0 && !isPlaceholderData && data !== undefined

  const hasNext = data?.next !== undefined && !isPlaceholderData
  const turn = (to: number) => {
    if (to > page && hasNext) state.turn(to, data.next)
    if (to < page && to >= 0) state.turn(to, cursors[to])
  }
  useAsked('find', text => state.change({ search: text, filter: {} }))
  useScan((code, focus) => {
    if (!canSearch || focus !== searchRef.current) return undefined
    state.change({ search: plainCode(code) })
    return { isKnown: true, text: t('scan.searched', { title }) }
  })
  useListKeys({ find: () => searchRef.current?.focus(), turn: by => turn(page + by) })

  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 320, minWidth: 0, overflow: 'hidden', position: 'relative' }}>
      <BrowseToolbar
        title={title} state={state} filters={filters} views={views} columns={columns} shown={shown} searchRef={searchRef} canSearch={canSearch} actions={actions?.(state)}
      />
      {isPlaceholderData && <LinearProgress aria-label={t('table.updating')} sx={{ position: 'absolute', top: 0, insetInline: 0, height: 2, zIndex: 1 }} />}
      {error && data && <Alert severity="error" sx={{ borderRadius: 0 }} action={retry}>{errorText(error)}</Alert>}
      <Box ref={roomRef} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {error && !data ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : rows.length === 0 && !isPending ? (
          <NoRows empty={empty} isNarrowed={isNarrowed} isPastEnd={isPastEnd} state={state} />
        ) : (
          <>
            <Box sx={{ ...notPrinted, flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
              <BrowseGrid
                title={title} rows={rows} columns={columns} shown={shown} isLoading={isPending} rowId={rowId} sort={asked.sort} onSort={next => state.change({ sort: next })}
                onOpen={onOpen} selected={selected} onSelected={onSelected}
              />
            </Box>
            <PrintedRows title={title} rows={rows} columns={columns} shown={shown} />
          </>
        )}
      </Box>
      {(rows.length > 0 || page > 0 || isPending) && (
        <BrowseFooter
          page={page} pageSize={pageSize} rows={rows.length} total={data?.total} hasNext={hasNext} sums={foot?.(state)}
          onTurn={turn} onPageSize={size => state.change({ pageSize: size })}
          selected={selected && selected.length > 0 && (
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.primary' }}>
              <b>{t('table.selected', { count: selected.length })}</b>
              {selectionActions}
              <Button size="small" onClick={() => onSelected?.([])}>{t('table.unselect')}</Button>
            </Box>
          )}
        />
      )}
    </Paper>
  )
}

/** The column of boxes to tick. */
const tickWidth = 50

/** `/` goes to the search box, Alt+PageDown and Alt+PageUp turn the page. */
function useListKeys({ find, turn }: { find(): void; turn(by: 1 | -1): void }): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    const isFind = event.key === '/' && !event.ctrlKey && !isTyping(event.target)
    const isTurn = event.altKey && (event.key === 'PageDown' || event.key === 'PageUp')
    if ((!isFind && !isTurn) || isInDialog(event.target)) return
    event.preventDefault()
    if (isFind) find()
    else turn(event.key === 'PageDown' ? 1 : -1)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => act(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

interface NoRowsProps { readonly empty: ReactNode; readonly isNarrowed: boolean; readonly isPastEnd: boolean; readonly state: BrowseState }

function NoRows({ empty, isNarrowed, isPastEnd, state }: NoRowsProps): ReactNode {
  const t = useText()
  if (isPastEnd) return <EmptyState role="status" title={t('table.empty')} actions={<Button variant="outlined" onClick={() => state.turn(0, undefined)}>{t('table.firstPage')}</Button>} />
  if (!isNarrowed) return empty ?? <EmptyState role="status" title={t('table.empty')} />
  const clear = <Button variant="outlined" onClick={() => state.change({ search: '', filter: {} })}>{t('table.clearFilters')}</Button>
  return <EmptyState role="status" icon={<SearchOff />} title={t('table.noMatch')} hint={t('table.noMatchHint')} actions={clear} />
}
