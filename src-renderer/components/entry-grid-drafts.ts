import { createListeners } from '../core/listeners.ts'
import type { Draft } from './entry-grid-draft.ts'

/** Drafts of grids, in the browser's own database: they may be larger than its plain storage takes. */
const databaseName = 'lantai.drafts'
const shelf = 'draft'
/** The database may drop what is put while its page goes away; the plain storage takes it at once, where it is not too large. */
const partingMark = 'lantai.parting '

const changed = createListeners<[name: string, draft: Draft | undefined]>()
/** Calls back when what is kept was changed elsewhere than in its grid. */
export const onDraftChanged = (listener: (name: string, draft: Draft | undefined) => void): (() => void) => changed.add(listener)

export function draftNameOf(keptName: string, { name, subject = '' }: { readonly name: string; readonly subject?: string | undefined }): string {
  return `${keptName} ${name} ${subject}`
}

/** What is kept, without what of it is not wanted any more. */
export async function changeDraft(name: string, change: (draft: Draft) => Draft | undefined): Promise<void> {
  const draft = await loadDraft(name)
  if (!draft) return
  const left = change(draft)
  await keepDraft(name, left)
  changed.tell(name, left)
}

let opening: Promise<IDBDatabase> | undefined

export async function loadDraft(name: string): Promise<Draft | undefined> {
  return readParting(name) ?? (await onShelf('readonly', drafts => drafts.get(name) as IDBRequest<Draft | undefined>))
}

/** Without a draft, the one of this name is thrown away. */
export async function keepDraft(name: string, draft: Draft | undefined): Promise<void> {
  const key = partingMark + name
  const older = localStorage.getItem(key)
  if (draft) await onShelf('readwrite', drafts => drafts.put(draft, name))
  else await onShelf('readwrite', drafts => drafts.delete(name))
  if (older !== null && localStorage.getItem(key) === older) localStorage.removeItem(key)
}

/** Of a page that may be gone before `keepDraft` has ended: read in its place until the next `keepDraft`. */
export function keepPartingDraft(name: string, draft: Draft): void {
  try {
    localStorage.setItem(partingMark + name, JSON.stringify(draft))
  } catch {
    localStorage.removeItem(partingMark + name)
  }
}

function readParting(name: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(partingMark + name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

async function onShelf<Result>(mode: IDBTransactionMode, work: (drafts: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  try {
    const database = await (opening ??= open())
    return await settled(work(database.transaction(shelf, mode).objectStore(shelf)))
  } catch (thrown) {
    // Refused, or closed by the browser: the next draft opens it anew.
    opening = undefined
    throw thrown
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(shelf)
  return settled(request)
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser keeps no drafts'))
  })
}
