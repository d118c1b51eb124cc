import {
  cancelEdit, clear, commitEdit, changeEdit, enterToday, insertRows, openChoices, redo, removeRows, startEdit, toggle, undo,
} from './entry-grid-changes.ts'
import { fillDown, fillRight } from './entry-grid-fill.ts'
import { allIssues } from './entry-grid-issues.ts'
import { actOf, typedCharacter, type GridAct } from './entry-grid-keys.ts'
import { columnsOf, type GridState, type Place } from './entry-grid-model.ts'
import { goDown, goRight, goTo, move, selectAll, selectColumns, selectRows, type Motion } from './entry-grid-moves.ts'
import type { GridStore } from './entry-grid-store.ts'

/** What acts need besides the state. */
export interface GridHands {
  readonly store: GridStore
  /** How many rows are in sight. */
  rowsInSight(): number
  save(): void
  copyWithHeadings(): void
  /** To the tools beside the grid. */
  leave(): void
}

type Change = (state: GridState) => GridState

const motions: readonly Motion[] = ['up', 'down', 'left', 'right', 'home', 'end', 'first', 'last', 'edge-up', 'edge-down', 'edge-left', 'edge-right', 'page-up', 'page-down']

/** Acts that only change the state; an open editor is taken over first. */
const changes: Partial<Readonly<Record<GridAct, Change>>> = {
  enter: state => goDown(state, 1), enterBack: state => goDown(state, -1), selectAll, selectRows: state => selectRows(state), selectColumns, clear, open: openChoices, toggle,
  fillDown, fillRight, undo, redo, insertRows, removeRows, nextFault: state => goToFault(state, 1), previousFault: state => goToFault(state, -1),
}

/** Whether the key was for the grid. */
export function onKey(hands: GridHands, event: React.KeyboardEvent): boolean {
  const { edit } = hands.store.get()
  const found = actOf(event, edit ? (edit.isTyping ? 'typing' : 'editing') : 'moving')
  if (found) return perform(hands, found.act, found.isExtending)
  const typed = edit ? undefined : typedCharacter(event)
  if (typed === undefined) return false
  hands.store.act(state => startEdit(state, typed))
  return true
}

export function perform(hands: GridHands, act: GridAct, isExtending = false): boolean {
  const { store } = hands
  const motion = motions.find(one => one === act)
  const change = motion ? (state: GridState) => move(state, motion, { isExtending, page: hands.rowsInSight() }) : changes[act]
  if (act === 'toggle' && columnsOf(store.get())[store.get().active.column]?.kind !== 'boolean') {
    store.act(state => startEdit(state, ' '))
    return true
  }
  if (change) {
    store.act(state => change(commitEdit(state)))
    return true
  }
  switch (act) {
    case 'tab':
    case 'tabBack':
      return goAcross(store, act === 'tab' ? 1 : -1)
    case 'edit':
      store.act(state => (state.edit ? changeEdit(state, { isTyping: !state.edit.isTyping }) : startEdit(state)))
      return true
    case 'cancel':
      return cancel(store)
    case 'today':
      store.act(state => enterToday(cancelEdit(state)))
      return true
    case 'save':
      hands.save()
      return true
    case 'copyWithHeadings':
      hands.copyWithHeadings()
      return true
    case 'leave':
    case 'leaveBack':
      store.act(commitEdit)
      hands.leave()
      return true
    default:
      return false
  }
}

/** At the last cell Tab leaves the grid, as it leaves any other field. */
function goAcross(store: GridStore, by: 1 | -1): boolean {
  store.act(commitEdit)
  const next = goRight(store.get(), by)
  if (next) store.act(() => next)
  return next !== undefined
}

/** Esc takes back what is being typed; else it lets go of the selection and of what was announced. */
function cancel(store: GridStore): boolean {
  const { edit, active, anchor, extent, notice } = store.get()
  if (!edit && anchor === active && extent === active && !notice) return false
  store.act(state => (state.edit ? cancelEdit(state) : { ...goTo(state, state.active), notice: null }))
  return true
}

/** The next cell with a fault after the active one, or after another place, around the end of the grid. */
export function goToFault(state: GridState, by: 1 | -1, { row, column }: Place = state.active): GridState {
  const columns = columnsOf(state)
  const place = (row: number, name: string | undefined) => ({ row, column: Math.max(0, columns.findIndex(column => column.name === name)) })
  const faults = [...allIssues(state)].flatMap(([row, issues]) => issues.map(({ column }) => place(row, column)))
    .sort((a, b) => a.row - b.row || a.column - b.column)
  if (faults.length === 0) return state
  const isAfter = (fault: Place) => fault.row > row || (fault.row === row && fault.column > column)
  const isBefore = (fault: Place) => fault.row < row || (fault.row === row && fault.column < column)
  const next = by === 1 ? (faults.find(isAfter) ?? faults[0]!) : (faults.findLast(isBefore) ?? faults.at(-1)!)
  return { ...goTo(state, next), hasTried: true }
}
