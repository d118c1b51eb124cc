import { useId, useLayoutEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { useFormats } from '../core/formats.ts'
import { addRows } from './entry-grid-changes.ts'
import { valueOf, type CellValue, type GridLine } from './entry-grid-cell.ts'
import type { EntryGridDefinition, GridRules, NameOf } from './entry-grid-definition.ts'
import { unsavedIn } from './entry-grid-issues.ts'
import { cellOf } from './entry-grid-model.ts'
import { createGridStore, type GridStore } from './entry-grid-store.ts'
import type { ReferenceOption } from './reference-source.ts'

/** A grid's state with the types of its lines, between the screen that declares it and the `EntryGrid` that shows it. */
export interface EntryGridHandle<Line extends GridLine, Data> {
  readonly store: GridStore
  readonly definition: EntryGridDefinition<Line, Data>
  /** Puts rows below what was entered: all items of a list, to be counted. */
  add(lines: readonly Line[], options: readonly ReferenceOption[]): void
}

/** `const grid = useEntryGrid(definition)`, then `<EntryGrid grid={grid} …/>`. */
export function useEntryGrid<Line extends GridLine, Data>(definition: EntryGridDefinition<Line, Data>): EntryGridHandle<Line, Data> {
  const formats = useFormats()
  const gridId = useId()
  const rules = useMemo<GridRules>(() => ({ grid: definition, formats }), [definition, formats])
  const [store] = useState(() => createGridStore(rules, gridId))
  useLayoutEffect(() => store.act(state => (state.rules === rules ? state : { ...state, rules })), [store, rules])
  return useMemo(() => ({ store, definition, add: (lines, options) => store.act(state => addRows(state, lines, options)) }), [store, definition])
}

/** The different values of a column, in the order they come: to ask what is known about them. */
export function useColumnValues<Line extends GridLine>({ store }: EntryGridHandle<Line, never>, column: NameOf<Line>): readonly Exclude<CellValue, null>[] {
  return useStore(store.store, useShallow(state => [...new Set(state.rows.flatMap(row => valueOf(cellOf(state, row, column)) ?? []))]))
}

/** How many rows are not saved. */
export function useUnsavedCount({ store }: { readonly store: GridStore }): number {
  return useStore(store.store, unsavedIn)
}
