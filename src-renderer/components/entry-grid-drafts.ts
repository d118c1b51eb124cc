import type { Draft } from './entry-grid-draft.ts'

/** Drafts of grids, in the browser's own database: they may be larger than its plain storage takes. */
const databaseName = 'lantai.drafts'
const shelf = 'draft'

let opening: Promise<IDBDatabase> | undefined

export function loadDraft(name: string): Promise<Draft | undefined> {
  return onShelf('readonly', drafts => drafts.get(name) as IDBRequest<Draft | undefined>)
}

/** Without a draft, the one of this name is thrown away. */
export async function keepDraft(name: string, draft: Draft | undefined): Promise<void> {
  if (draft) await onShelf('readwrite', drafts => drafts.put(draft, name))
  else await onShelf('readwrite', drafts => drafts.delete(name))
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
