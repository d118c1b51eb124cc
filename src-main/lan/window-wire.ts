import type { MessagePort } from 'node:worker_threads'
import { productVersion } from '../../shared/core/version.ts'
import type { Wire, WireEnd } from './wire.ts'

/** A window is on this computer, whatever the network says. */
export const windowAddress = '127.0.0.1'

/**
 * Puts a desk behind a port to a window: text is a frame, `null` the end, a number says how much of what was sent the window has
 * taken in. A port does not fall silent by itself, so it needs no pings. Gives the function that ends it from here.
 */
export function wirePort(port: MessagePort, serve: (wire: Wire) => WireEnd, ended: () => void): () => void {
  let isOpen = true
  let unread = 0
  const leave = () => {
    isOpen = false
    port.close()
  }
  const close = () => {
    if (isOpen) port.postMessage(null)
    leave()
  }
  const desk = serve({
    address: windowAddress,
    visitors: { agent: `Lantai ${productVersion}` },
    get isOpen() {
      return isOpen
    },
    get unread() {
      return unread
    },
    send(text) {
      unread += text.length
      port.postMessage(text)
    },
    close,
    cut: leave,
  })
  port.on('message', (message: string | number | null) => {
    if (message === null) leave()
    else if (typeof message === 'number') unread = Math.max(0, unread - message)
    else desk.receive(message, Buffer.byteLength(message))
  })
  port.on('close', () => {
    isOpen = false
    desk.closed()
    ended()
  })
  return close
}
