import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { onKey, type GridHands } from './entry-grid-acts.ts'
import { commitEdit } from './entry-grid-changes.ts'
import { EntryGridBody } from './entry-grid-body.tsx'
import type { GridLine } from './entry-grid-cell.ts'
import { useClipboard } from './entry-grid-clipping.ts'
import type { GridEntry, GridRecord } from './entry-grid-definition.ts'
import type { EntryGridHandle } from './entry-grid-handle.ts'
import { unsavedIn } from './entry-grid-issues.ts'
import { useKeeping } from './entry-grid-keeping.ts'
import { enteringKeyHints, movingKeyHints } from './entry-grid-keys.ts'
import { withData } from './entry-grid-model.ts'
import { useGridPointer } from './entry-grid-pointer.ts'
import { loadRecords, syncRecords } from './entry-grid-records.ts'
import { watchReferences } from './entry-grid-references.ts'
import { useSaving, type Saving } from './entry-grid-saving.ts'
import { useGridScans } from './entry-grid-scanning.ts'
import { EntryGridStatus } from './entry-grid-status.tsx'
import { GridContext, useGrid, type GridStore } from './entry-grid-store.ts'
import { gridStyle } from './entry-grid-style.ts'
import { EntryGridToolbar } from './entry-grid-toolbar.tsx'
import { useKeyHints } from './key-hints.tsx'

export interface EntryGridProps<Line extends GridLine, Data> {
  readonly grid: EntryGridHandle<Line, Data>
  /** What is kept already, live. Entries outlast whatever comes. */
  readonly records?: readonly GridRecord<Line, Data>[] | undefined
  /** What `records` were asked for: with another one, others are shown, beside the rows that are not saved. */
  readonly asked?: string
  /** What is known about the values of the column `dataBy`. */
  readonly data?: ReadonlyMap<string, Data> | undefined
  /** All rows by one command, all or none; answers their records in the same order. Issues name a row's number and field. */
  save(entries: readonly GridEntry<Line, Data>[]): Promise<readonly GridRecord<Line, Data>[]>
  /** The records of these ids as they are now, where a refusal says that somebody else changed them. */
  reread?(ids: readonly string[]): Promise<readonly GridRecord<Line, Data>[]>
  onSaved?(entries: readonly GridEntry<Line, Data>[]): void
  readonly autoFocus?: boolean
  /** The screen's own tools. */
  readonly tools?: ReactNode
}

/**
 * Rows to type into as in a spreadsheet: its keys, its clipboard, its fill handle, its undo. What cannot be read keeps its text and
 * says what is wrong; everything is saved by one command. Give it a parent with a height: `PageFrame fills`.
 */
export function EntryGrid<Line extends GridLine, Data>({ grid, ...props }: EntryGridProps<Line, Data>): ReactNode {
  return (
    <GridContext value={grid.store}>
      <Grid store={grid.store} {...(props as Omit<EntryGridProps<GridLine, unknown>, 'grid'>)} />
    </GridContext>
  )
}

function Grid({ store, records, asked = '', data, save, reread, onSaved, autoFocus, tools }: Omit<EntryGridProps<GridLine, unknown>, 'grid'> & { readonly store: GridStore }): ReactNode {
  const title = useGrid(state => state.rules.grid.title)
  const hasUnsaved = useGrid(state => unsavedIn(state) > 0)
  const scroller = useRef<HTMLDivElement>(null)
  const saveButton = useRef<HTMLButtonElement>(null)
  useKeyHints(movingKeyHints)
  useKeyHints(enteringKeyHints)
  useEffect(() => {
    if (data) store.act(state => withData(state, data))
  }, [store, data])
  useEffect(() => watchReferences(store), [store])
  useGridScans(store)
  const saving = useSaving(store, { save, hasUnsaved, ...(reread && { reread }), ...(onSaved && { onSaved }) })
  useRecords(store, records, asked, saving.isSaving)
  const clipboard = useClipboard(store, scroller)
  const pointer = useGridPointer(store, scroller)
  useFocus(scroller, autoFocus === true)

  const hands: GridHands = {
    store, save: saving.save, leave: () => saveButton.current?.focus(), copyWithHeadings: clipboard.copyWithHeadings,
    rowsInSight: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight(scroller.current)) - 2),
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !onKey(hands, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Paper variant="outlined" component="section" aria-label={title} data-unsaved={hasUnsaved || undefined} data-kept={hasUnsaved || undefined} sx={gridStyle}>
      <EntryGridToolbar hands={hands} isSaving={saving.isSaving} saveRef={saveButton}>{tools}</EntryGridToolbar>
      <DraftOffer store={store} reread={reread} saveUnderWay={saving.underWay} />
      {saving.failure && <Alert severity="error" role="alert" sx={{ borderRadius: 0 }}>{errorText(saving.failure)}</Alert>}
      <EntryGridBody scroller={scroller} handlers={{ onKeyDown, ...clipboard.handlers, ...pointer }} />
      <EntryGridStatus />
    </Paper>
  )
}

function rowHeight(scroller: HTMLElement | null): number {
  return scroller?.querySelector<HTMLElement>('[role=row]')?.offsetHeight || 34
}

/**
 * The first answer fills the grid, another question fills it anew; anything else only brings it up to date. What comes while rows are
 * being saved waits, so that what is typed meanwhile has the ground it was saved on. What was listed once and is not any more, somebody took out.
 */
function useRecords(store: GridStore, records: readonly GridRecord[] | undefined, asked: string, isSaving: boolean): void {
  const shown = useRef<{ readonly records: readonly GridRecord[]; readonly asked: string; readonly listed: ReadonlySet<string> }>(undefined)
  useEffect(() => {
    if (!records || isSaving || (shown.current?.records === records && shown.current.asked === asked)) return
    const isSameQuestion = shown.current?.asked === asked
    // What somebody is typing while the records come is entered.
    if (!isSameQuestion) store.act(commitEdit)
    const ids = new Set(records.map(({ id }) => id))
    const listed = isSameQuestion ? (shown.current?.listed ?? ids) : ids
    const gone = new Set([...listed].filter(id => !ids.has(id)))
    store.act(state => (isSameQuestion ? syncRecords(state, records, gone) : loadRecords(state, records)))
    shown.current = { records, asked, listed: new Set([...listed, ...ids]) }
  }, [store, records, asked, isSaving])
}

/** The grid has the focus again when its editor closes, unless it has gone elsewhere. */
function useFocus(scroller: React.RefObject<HTMLDivElement | null>, autoFocus: boolean): void {
  const isEditing = useGrid(({ edit }) => edit !== null)
  useLayoutEffect(() => {
    if (!isEditing && document.activeElement === document.body && wasEditing.current) scroller.current?.focus({ preventScroll: true })
    wasEditing.current = isEditing
  }, [isEditing, scroller])
  const wasEditing = useRef(false)
  useEffect(() => {
    if (autoFocus) scroller.current?.focus({ preventScroll: true })
  }, [autoFocus, scroller])
}

/** Rows of an earlier visit that nobody saved. */
function DraftOffer({ store, reread, saveUnderWay }: { readonly store: GridStore; readonly reread: EntryGridProps<GridLine, unknown>['reread']; readonly saveUnderWay: Saving['underWay'] }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const goOn = () => document.getElementById(store.gridId)?.focus()
  const { offered, use, discard } = useKeeping(store, saveUnderWay, draft => {
    goOn()
    const ids = draft.rows.flatMap(({ record }) => record?.id ?? [])
    // What they were entered on may have changed since.
    if (ids.length > 0) void reread?.(ids).then(theirs => store.act(state => syncRecords(state, theirs)), () => undefined)
  })
  if (!offered) return null
  return (
    <Alert
      severity="info" sx={{ borderRadius: 0 }}
      action={
        <>
          <Button size="small" onClick={() => { discard(); goOn() }}>{t('grid.draft.discard')}</Button>
          <Button size="small" variant="contained" onClick={use}>{t('grid.draft.use')}</Button>
        </>
      }
    >
      {t('grid.draft.found', { count: offered.unsaved, at: instant(offered.at, 'short') })}
    </Alert>
  )
}
