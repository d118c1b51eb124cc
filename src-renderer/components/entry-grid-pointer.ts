import { useEffect, useRef } from 'react'
import { commitEdit, startEdit, toggle } from './entry-grid-changes.ts'
import { fillArea, fillTo } from './entry-grid-fill.ts'
import { columnsOf, selectionOf, type Place } from './entry-grid-model.ts'
import { goTo, selectAll, selectColumns, selectRows } from './entry-grid-moves.ts'
import type { GridStore } from './entry-grid-store.ts'

interface Hit extends Place { readonly part: 'cell' | 'number' | 'title' | 'corner' | 'handle' }
/** What is being drawn: a selection from its first cell, of whole rows or columns, or the fill handle. */
type Drag = 'select' | 'rows' | 'columns' | 'fill'

/** Rows a second that pass while the pointer is held outside. */
const scrollEvery = 50

export interface GridPointer {
  onPointerDown(event: React.PointerEvent): void
  onPointerMove(event: React.PointerEvent): void
  onPointerUp(event: React.PointerEvent): void
  onClick(event: React.MouseEvent): void
  onDoubleClick(event: React.MouseEvent): void
}

/** Mouse and touch: press selects, drawing extends, the handle fills; a second tap edits. Touch scrolls, so it only taps. */
export function useGridPointer(store: GridStore, scroller: React.RefObject<HTMLDivElement | null>): GridPointer {
  const drag = useRef<Drag>(undefined)
  const last = useRef({ x: 0, y: 0 })
  const timer = useRef<ReturnType<typeof setInterval>>(undefined)
  useEffect(() => () => clearInterval(timer.current), [])

  function press(hit: Hit, isExtending: boolean): void {
    store.act(commitEdit)
    const { anchor } = store.get()
    switch (hit.part) {
      case 'handle':
        drag.current = 'fill'
        break
      case 'number':
        drag.current = 'rows'
        store.act(state => selectRows(isExtending ? state : { ...goTo(state, { row: hit.row, column: state.active.column }) }, isExtending ? anchor.row : hit.row, hit.row))
        break
      case 'title':
        drag.current = 'columns'
        store.act(state => selectColumns(isExtending ? { ...state, extent: { row: state.extent.row, column: hit.column } } : goTo(state, { row: state.active.row, column: hit.column })))
        break
      case 'corner':
        store.act(selectAll)
        break
      case 'cell':
        drag.current = 'select'
        store.act(state => goTo(state, hit, { isExtending }))
    }
  }
  function draw(to: Place): void {
    const { anchor, filling } = store.get()
    if (drag.current === 'select') store.act(state => ({ ...state, extent: within(state.rows.length, columnsOf(state).length, to) }))
    if (drag.current === 'rows') store.act(state => selectRows(state, anchor.row, to.row))
    if (drag.current === 'columns') store.act(state => selectColumns({ ...state, extent: { row: state.extent.row, column: to.column } }))
    const area = drag.current === 'fill' ? fillArea(selectionOf(store.get()), to) : null
    if (area && JSON.stringify(area) !== JSON.stringify(filling)) store.act(state => ({ ...state, filling: area }))
  }
  /** Goes on by itself while the pointer is outside. */
  function scrollOn(): void {
    const element = scroller.current
    if (!element || !drag.current) return
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const { x, y } = last.current
    element.scrollBy(x > right - 8 ? 40 : x < left + 60 ? -40 : 0, y > bottom - 8 ? 60 : y < top + 30 ? -60 : 0)
    const hit = hitAt(clamp(x, left + 62, right - 20), clamp(y, top + 40, bottom - 20))
    if (hit) draw(hit)
  }
  function finish(): void {
    clearInterval(timer.current)
    const { filling } = store.get()
    if (drag.current === 'fill' && filling) store.act(state => fillTo(state, filling))
    drag.current = undefined
  }

  return {
    onPointerDown(event) {
      const hit = hitOf(event.target)
      if (!hit || event.button !== 0 || event.pointerType === 'touch') return
      press(hit, event.shiftKey)
      if (!drag.current) return
      event.currentTarget.setPointerCapture(event.pointerId)
      last.current = { x: event.clientX, y: event.clientY }
      clearInterval(timer.current)
      timer.current = setInterval(() => {
        const element = scroller.current?.getBoundingClientRect()
        const { x, y } = last.current
        if (element && (x < element.left || x > element.right || y < element.top + 30 || y > element.bottom)) scrollOn()
      }, scrollEvery)
    },
    onPointerMove(event) {
      if (!drag.current) return
      last.current = { x: event.clientX, y: event.clientY }
      const hit = hitAt(event.clientX, event.clientY)
      if (hit) draw(hit)
    },
    onPointerUp: finish,
    onClick(event) {
      const hit = hitOf(event.target)
      if (!hit || (event.nativeEvent as PointerEvent).pointerType !== 'touch') return
      const { active } = store.get()
      const isSecond = hit.part === 'cell' && active.row === hit.row && active.column === hit.column
      press(hit, false)
      drag.current = undefined
      if (isSecond) open()
    },
    onDoubleClick(event) {
      // The target is the grid itself: it has the pointer while it is pressed.
      const part = hitAt(event.clientX, event.clientY)?.part
      if (part === 'cell' || part === 'handle') open()
    },
  }

  /** A tick needs no editor. */
  function open(): void {
    const isTick = columnsOf(store.get())[store.get().active.column]?.kind === 'boolean'
    store.act(isTick ? toggle : state => startEdit(state))
  }
}

function hitAt(x: number, y: number): Hit | undefined {
  return hitOf(document.elementFromPoint(x, y))
}

/** Which part of the grid an element is; none in an editor, which has its own pointer. */
function hitOf(target: EventTarget | null): Hit | undefined {
  if (!(target instanceof Element) || target.closest('textarea, [data-grip]')) return undefined
  const cell = target.closest<HTMLElement>('[data-column], [data-row], [data-corner]')
  if (!cell || !cell.closest('[role=grid]')) return undefined
  const { row, column } = cell.dataset
  const place = { row: Number(row ?? 0), column: Number(column ?? 0) }
  if (target.closest('[data-handle]')) return { ...place, part: 'handle' }
  if ('corner' in cell.dataset) return { ...place, part: 'corner' }
  return { ...place, part: row === undefined ? 'title' : column === undefined ? 'number' : 'cell' }
}

function within(rows: number, columns: number, { row, column }: Place): Place {
  return { row: clamp(row, 0, rows - 1), column: clamp(column, 0, columns - 1) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
