import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { session, type Session, type WebContents } from 'electron'
import type { RedeemedFile } from '../core/server-thread.ts'
import { scheme } from './own-address.ts'
import { createDocumentWindow } from './window-factory.ts'

/** The viewer draws the first page a moment after it says that it is there; the print dialog waits for that. */
const viewerPause = 500

/** Windows that show a document of the host's in Chromium's viewer, with the system's print dialog. They reach nothing else. */
export function createDocuments(): (file: RedeemedFile) => Promise<void> {
  const shown = new Map<string, Uint8Array<ArrayBuffer>>()
  let viewing: Session | undefined

  function viewer(): Session {
    if (viewing) return viewing
    // In memory only: nothing of a document stays on this computer.
    viewing = session.fromPartition('documents', { cache: false })
    viewing.protocol.handle(scheme, ({ url }) => pdf(shown.get(url)))
    viewing.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    viewing.setPermissionCheckHandler(() => false)
    viewing.setDevicePermissionHandler(() => false)
    viewing.on('will-download', (event, item) => {
      if (!shown.has(item.getURL())) event.preventDefault()
    })
    viewing.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !shown.has(url) && !isViewer(url) }))
    return viewing
  }
  return async ({ path, name }) => {
    // The name stands last, where the viewer takes its title from.
    const address = `${scheme}://document/${randomUUID()}/${encodeURIComponent(name)}`
    shown.set(address, new Uint8Array(await readFile(path)))
    const window = createDocumentWindow(viewer(), name)
    window.once('closed', () => shown.delete(address))
    try {
      await window.loadURL(address)
    } catch (error) {
      window.destroy()
      throw error
    }
    window.show()
    printSoon(window.webContents)
  }
}

function printSoon(contents: WebContents): void {
  setTimeout(() => {
    // Somebody who closes the dialog without printing has the document before them, and the viewer's own button.
    if (!contents.isDestroyed()) contents.print({}, () => {})
  }, viewerPause)
}

function pdf(bytes: Uint8Array<ArrayBuffer> | undefined): Response {
  if (!bytes) return new Response('', { status: 404 })
  return new Response(bytes, { headers: { 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
}

/** Chromium's viewer is an extension within the program. */
function isViewer(url: string): boolean {
  return ['chrome-extension:', 'chrome:', 'blob:', 'data:', 'devtools:'].some(start => url.startsWith(start))
}
