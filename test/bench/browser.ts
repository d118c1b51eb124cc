import { WebSocket } from 'ws'
import { createClient, type Api } from '../../src-renderer/core/client.ts'
import { createSocketTransport } from '../../src-renderer/core/socket.ts'
import type { Transport } from '../../src-renderer/core/transport.ts'

/** What the screens' client asks of a browser. */
const nothing = () => {}
Object.assign(globalThis, {
  WebSocket, addEventListener: nothing, removeEventListener: nothing,
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
