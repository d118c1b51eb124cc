import { WebSocket } from 'ws'
import { createClient, type Api } from '../../src-renderer/core/client.ts'
import { createSocketTransport } from '../../src-renderer/core/socket.ts'
import type { Transport } from '../../src-renderer/core/transport.ts'

/** What the screens' client asks of a browser. */
const nothing = () => {}
/** A browser's socket that fails only closes; it ends no page. */
class BrowserSocket extends WebSocket {
  constructor(url: string) {
    super(url)
    this.on('error', nothing)
  }
}
Object.assign(globalThis, {
  WebSocket: BrowserSocket, addEventListener: nothing, removeEventListener: nothing,
  document: { visibilityState: 'visible', addEventListener: nothing, removeEventListener: nothing },
})

/** The token of a session, and the desk it was given to. */
export interface Ticket { readonly token: string; readonly deskId: string }
export interface BenchDesk { readonly api: Api; readonly transport: Transport }

/** A desk with the screens' own client, signed in and online. */
export async function openDesk(url: string, { token, deskId }: Ticket): Promise<BenchDesk> {
  const transport = createSocketTransport({ desk: { id: deskId, pageId: 'p' }, address: { protocol: 'http:', host: new URL(url).host } })
  const isOnline = new Promise<void>(resolve => {
    const stop = transport.onState(() => {
      if (transport.state().status !== 'online') return
      stop()
      resolve()
    })
  })
  transport.connect(token)
  await isOnline
  return { api: createClient(transport.send), transport }
}

/** Sends a file up as a desk does before it hands it in. */
export async function sendFile(url: string, token: string, { name, type, content }: { readonly name: string; readonly type: string; readonly content: Buffer }): Promise<{ readonly ticket: string }> {
  const response = await fetch(`${url}/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { 'content-type': type, authorization: `Bearer ${token}` }, body: new Uint8Array(content) })
  if (!response.ok) throw new Error(`${name} was refused: ${await response.text()}`)
  return (await response.json()) as { readonly ticket: string }
}
