/** Which desk this is. `id` stays with the browser; `pageId` is new with every load of the page, so that its numbers start anew. */
export interface Desk { readonly id: string; readonly pageId: string }

const key = 'lantai.desk'

export function thisDesk(storage: Storage = localStorage): Desk {
  return { id: storage.getItem(key) ?? remember(storage, `desk-${randomText(16)}`), pageId: randomText(10) }
}

function remember(storage: Storage, id: string): string {
  storage.setItem(key, id)
  return id
}

function randomText(length: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), byte => (byte % 36).toString(36)).join('')
}
