import { create } from 'zustand'
import { z } from 'zod'
import type { Counts } from '../../shared/fulfilment/counting.ts'
import type { Draft } from '../../shared/fulfilment/drafts.ts'
import { containerKinds } from '../../shared/fulfilment/rules.ts'

const KeptDraft = z.object({ kind: z.enum(containerKinds), code: z.string(), contents: z.array(z.object({ lineId: z.string(), quantity: z.int() })) })
const Kept = z.object({
  counts: z.record(z.string(), z.record(z.string(), z.int())),
  drafts: z.record(z.string(), z.array(KeptDraft)),
  versions: z.record(z.string(), z.int()).default({}),
})

interface FloorStore {
  readonly counts: Readonly<Record<string, Counts>>
  readonly drafts: Readonly<Record<string, readonly Draft[]>>
  /** The version of the work on the host that the drafts stand on. */
  readonly versions: Readonly<Record<string, number>>
}
const keptAt = 'lantai.floor'
/** So many pieces of work are kept on a desk; older ones were given up elsewhere. */
const mostKept = 20

/**
 * What was scanned at this desk, by session of work. It is changed before a scan is answered, so that the next one finds it however fast it
 * comes, and is kept in the browser: a page that was closed, or a desk that lost its host, goes on where it was.
 */
export const useFloorStore = create<FloorStore>(() => stored())

export function setCounts(session: string, counts: Counts): void {
  keep(before => ({ ...before, counts: newest({ ...before.counts, [session]: counts }) }))
}

export function setDrafts(session: string, drafts: readonly Draft[]): void {
  keep(before => ({ ...before, drafts: newest({ ...before.drafts, [session]: drafts }) }))
}

export function setVersion(session: string, version: number): void {
  keep(before => ({ ...before, versions: newest({ ...before.versions, [session]: version }) }))
}

/** The work is done, or begins anew. */
export function forgetWork(session: string): void {
  const without = <Value>(all: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== session))
  keep(({ counts, drafts, versions }) => ({ counts: without(counts), drafts: without(drafts), versions: without(versions) }))
}

function keep(change: (before: FloorStore) => FloorStore): void {
  const next = change(useFloorStore.getState())
  useFloorStore.setState(next)
  localStorage.setItem(keptAt, JSON.stringify(next))
}

function newest<Value>(all: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(all).slice(-mostKept))
}

function stored(): FloorStore {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(keptAt) ?? ''))
  } catch {
    return { counts: {}, drafts: {}, versions: {} }
  }
}
