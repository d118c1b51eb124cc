import useMediaQuery from '@mui/material/useMediaQuery'
import { columnResizingFeature, columnSizingFeature, tableFeatures, useTable, type ColumnDef, type ReactTable } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { touch, touchTarget } from '../theme/controls.ts'
import { textScale } from './browse-columns.tsx'
import { isNumeric, type GridColumn } from './entry-grid-definition.ts'
import { selectionOf, type GridState } from './entry-grid-model.ts'
import { cellId, EntryGridRow } from './entry-grid-row.tsx'
import { useGrid, useGridStore } from './entry-grid-store.ts'
import { keptWidths, keepWidths } from './entry-grid-widths.ts'

const features = tableFeatures({ columnSizingFeature, columnResizingFeature })
interface RowKey { readonly key: string }
const mouseRow = 34
const numberWidth = 56
const narrowest = 48
const overscan = 8

export interface EntryGridBodyProps {
  /** The scrolling element, which has the focus while no cell is edited. */
  readonly scroller: React.RefObject<HTMLDivElement | null>
  readonly handlers: React.DOMAttributes<HTMLDivElement>
}

/** The rows in sight, and the active one wherever it is, so that it keeps its place for keys and readers. */
export function EntryGridBody({ scroller, handlers }: EntryGridBodyProps): ReactNode {
  const { gridId } = useGridStore()
  const columns = useGrid(state => state.rules.grid.columns)
  const { title, name, pinsFirst } = useGrid(state => state.rules.grid)
  const [readKeys] = useState(createKeyReader)
  const keys = useGrid(readKeys)
  const active = useGrid(state => state.active)
  const isTouch = useMediaQuery(touch.replace('@media ', ''), { noSsr: true })
  const height = (isTouch ? touchTarget : mouseRow) * textScale()
  const scale = textScale() * (isTouch ? 1.1 : 1)
  const table = useTable({
    features, data: useMemo(() => keys.map(key => ({ key })), [keys]), columns: useMemo(() => columns.map(column => definitionOf(column, scale)), [columns, scale]),
    getRowId: ({ key }) => key, columnResizeMode: 'onChange',
    initialState: { columnSizing: keptWidths(name) },
  })
  const rows = table.getRowModel().rows
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => height, getItemKey: index => rows[index]?.id ?? index, overscan,
    scrollMargin: height,
    rangeExtractor: range => [...new Set([...defaultRangeExtractor(range), active.row])].filter(row => row < rows.length).sort((a, b) => a - b),
  })
  const { columnSizing } = table.state
  useEffect(() => keepWidths(name, columnSizing), [name, columnSizing])
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height])
  useActiveInSight(scroller, height)

  const widths = columns.map(column => ({ width: table.getColumn(column.name)?.getSize() ?? column.width * scale, grows: column.grows === true && columnSizing[column.name] === undefined }))
  const template = [`${numberWidth * textScale()}px`, ...widths.map(({ width, grows }) => (grows ? `minmax(${width}px, 1fr)` : `${width}px`))].join(' ')
  const whole = widths.reduce((sum, { width }) => sum + width, numberWidth * textScale())
  const activeKey = keys[active.row]
  return (
    <div
      {...handlers} ref={scroller} role="grid" id={gridId} tabIndex={0} aria-label={title} aria-rowcount={keys.length + 1} aria-colcount={columns.length + 1} aria-multiselectable
      aria-activedescendant={activeKey === undefined ? undefined : cellId(gridId, activeKey, active.column)}
      style={{ '--grid-columns': template, '--grid-width': `${whole}px`, '--grid-number': `${numberWidth * textScale()}px`, '--grid-line': `${height - 1}px` } as React.CSSProperties}
    >
      <GridHead table={table} height={height} pinsFirst={pinsFirst === true} />
      <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => <EntryGridRow key={key} index={index} start={start - height} height={height} />)}
      </div>
    </div>
  )
}

function definitionOf({ name, label, width }: GridColumn, scale: number): ColumnDef<typeof features, RowKey> {
  return { id: name, header: label, size: width * scale, minSize: narrowest }
}

interface GridHeadProps { readonly table: ReactTable<typeof features, RowKey>; readonly height: number; readonly pinsFirst: boolean }

function GridHead({ table, height, pinsFirst }: GridHeadProps): ReactNode {
  const t = useText()
  const columns = useGrid(state => state.rules.grid.columns)
  const { left, right } = useGrid(selectionOf)
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} style={{ height }}>
        <div role="columnheader" aria-colindex={1} className="grid-number" data-corner title={t('grid.keys.selectAll')}>{t('grid.rowNumber')}</div>
        {table.getFlatHeaders().map((header, at) => (
          <div
            key={header.id} role="columnheader" aria-colindex={at + 2} data-column={at} title={columns[at]?.hint}
            className={`grid-title${columns[at] && isNumeric(columns[at]) ? ' is-number' : ''}${at >= left && at <= right ? ' is-marked' : ''}${at === 0 && pinsFirst ? ' is-pinned' : ''}`}
          >
            {columns[at]?.label}
            <span className="grid-grip" data-grip aria-hidden onPointerDown={event => event.stopPropagation()} onMouseDown={header.getResizeHandler()} onTouchStart={header.getResizeHandler()} onDoubleClick={() => header.column.resetSize()} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** The keys of the rows, the same list as long as they are the same: what is typed into rows changes none of it. */
function createKeyReader(): (state: GridState) => readonly string[] {
  let rows: GridState['rows'] = []
  let keys: readonly string[] = []
  return state => {
    if (state.rows === rows) return keys
    rows = state.rows
    if (rows.length !== keys.length || rows.some(({ key }, at) => key !== keys[at])) keys = rows.map(({ key }) => key)
    return keys
  }
}

/**
 * Wherever keys take the active cell or the end of the selection, it is scrolled into sight, without hiding it behind head or numbers.
 * Rows of one height need no measuring: asking the browser would cost a layout of its own with every key.
 */
function useActiveInSight(scroller: React.RefObject<HTMLDivElement | null>, height: number): void {
  const { row, column } = useGrid(state => (state.active === state.anchor ? state.extent : state.active))
  const shown = useRef({ row: 0, column: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element && shown.current.row !== row) showRow(element, row, height)
    if (element && shown.current.column !== column) showColumn(element, column)
    shown.current = { row, column }
  })
}

function showRow(scroller: HTMLElement, row: number, height: number): void {
  const { scrollTop, clientHeight } = scroller
  const [start, end] = [row * height, (row + 2) * height - clientHeight]
  if (scrollTop > start) scroller.scrollTop = start
  else if (scrollTop < end) scroller.scrollTop = end
  else return
  // The browser tells of it with the next frame only: the rows would come a frame late.
  scroller.dispatchEvent(new Event('scroll'))
}

function showColumn(scroller: HTMLElement, column: number): void {
  const title = scroller.querySelector<HTMLElement>(`.grid-head [data-column="${column}"]`)
  const inTheWay = [...scroller.querySelectorAll<HTMLElement>('.grid-head .grid-number, .grid-head .is-pinned')]
  // What is pinned is in sight, wherever the others are.
  if (!title || inTheWay.includes(title)) return
  const [start, end] = [title.offsetLeft - inTheWay.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0), title.offsetLeft + title.offsetWidth - scroller.clientWidth]
  if (scroller.scrollLeft > start) scroller.scrollLeft = start
  else if (scroller.scrollLeft < end) scroller.scrollLeft = end
}
