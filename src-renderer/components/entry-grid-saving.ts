import { useRef, useState } from 'react'
import type { AppError } from '../../shared/core/errors.ts'
import { asAppError, issuesOf } from '../core/error-text.ts'
import { play } from '../core/sounds.ts'
import { goToFault } from './entry-grid-acts.ts'
import { commitEdit } from './entry-grid-changes.ts'
import type { GridEntry, GridRecord } from './entry-grid-definition.ts'
import { allIssues } from './entry-grid-issues.ts'
import { entriesOf, refuseRows, savedRows, syncRecords } from './entry-grid-records.ts'
import { whenFound } from './entry-grid-references.ts'
import type { GridStore } from './entry-grid-store.ts'

export interface Saving {
  readonly isSaving: boolean
  /** Why nothing was saved, where no row is to blame. */
  readonly failure: AppError | undefined
  save(): void
  /** Ends with the save that is under way, however it ends; nothing where none is. */
  underWay(): Promise<void> | undefined
}

export interface SavingParts {
  /** One command for all rows; answers their records in the same order. */
  save(entries: readonly GridEntry[]): Promise<readonly GridRecord[]>
  /** The records of these ids as they are now. */
  reread?(ids: readonly string[]): Promise<readonly GridRecord[]>
  onSaved?(entries: readonly GridEntry[]): void
  readonly hasUnsaved: boolean
}

/** All rows or none: checked here first, then by the host, whose refusals go to their cells. Entries stay whatever happens. */
export function useSaving(store: GridStore, { save, reread, onSaved, hasUnsaved }: SavingParts): Saving {
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<AppError>()
  const running = useRef<Promise<void>>(undefined)
  // What could not be saved was taken back, or waits elsewhere: nothing is wrong with what is typed next.
  if (failure && !hasUnsaved) setFailure(undefined)

  async function run(): Promise<void> {
    store.act(commitEdit)
    await whenFound(store)
    const faults = [...allIssues(store.get()).values()].reduce((sum, issues) => sum + issues.length, 0)
    if (faults > 0) return refuse(faults)
    const sent = entriesOf(store.get())
    if (sent.length === 0) return
    const rows = sent.map(({ row }) => row)
    const entries = sent.map(({ entry }) => entry)
    store.act(state => ({ ...state, sent: rows }))
    try {
      const records = await save(entries)
      store.act(state => savedRows(state, rows, records))
      play('ok')
      onSaved?.(entries)
    } catch (thrown) {
      const issues = issuesOf(thrown).filter(({ path }) => path.some(part => typeof part === 'number'))
      if (issues.length === 0) return setFailure(asAppError(thrown))
      store.act(state => refuseRows(state, rows, issues))
      await learnTheirs(entries.flatMap(({ id }, at) => (id !== undefined && issues.some(({ path, reason }) => path.includes(at) && reason === 'errors.conflict') ? [id] : [])))
      refuse(issues.length)
    }
  }
  function refuse(count: number): void {
    play('wrong')
    store.act(state => ({ ...goToFault(state, 1, { row: 0, column: -1 }), notice: { kind: 'faults', count } }))
  }
  async function learnTheirs(ids: readonly string[]): Promise<void> {
    const theirs = ids.length > 0 ? await reread?.(ids).catch(() => undefined) : undefined
    if (theirs) store.act(state => syncRecords(state, theirs))
  }
  return {
    isSaving, failure,
    save() {
      if (isSaving) return
      setSaving(true)
      setFailure(undefined)
      running.current = run().finally(() => {
        running.current = undefined
        setSaving(false)
      })
    },
    underWay: () => running.current,
  }
}
