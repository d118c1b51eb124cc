import { createContext, use } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { GridRules } from './entry-grid-definition.ts'
import { emptyState, type GridState } from './entry-grid-model.ts'

/** One grid's state. `act` is the only way to change it. */
export interface GridStore {
  /** Begins the ids of its cells. */
  readonly gridId: string
  /** Of the line that says what is wrong with the active cell. */
  readonly messageId: string
  readonly get: () => GridState
  act(change: (state: GridState) => GridState): void
  readonly store: StoreApi<GridState>
}

export function createGridStore(rules: GridRules, gridId: string): GridStore {
  const store = createStore<GridState>(() => emptyState(rules))
  return { gridId, messageId: `${gridId}-message`, store, get: store.getState, act: change => store.setState(change(store.getState()), true) }
}

export const GridContext = createContext<GridStore | null>(null)

export function useGridStore(): GridStore {
  const store = use(GridContext)
  if (!store) throw new Error('Not inside an EntryGrid')
  return store
}

/** A part of the state; the component is drawn anew only when that part is another one. */
export function useGrid<Part>(select: (state: GridState) => Part): Part {
  return useStore(useGridStore().store, useShallow(select))
}
