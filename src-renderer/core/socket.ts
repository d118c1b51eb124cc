import type { Desk } from './desk.ts'
import { createDeskTransport } from './desk-transport.ts'
import { callPublic, download, print, upload } from './host-http.ts'
import type { Dial } from './line.ts'
import type { Transport } from './transport.ts'

export interface SocketOptions {
  readonly desk: Desk
  /** Where the host serves this page from. */
  readonly address?: Pick<Location, 'protocol' | 'host'>
}

/** A browser desk's way to its host: calls and news over `/ws`, what is public and files by HTTP. */
export function createSocketTransport({ desk, address = location }: SocketOptions): Transport {
  return createDeskTransport(desk, {
    address: address.host,
    dial: dialSocket(`${address.protocol === 'https:' ? 'wss' : 'ws'}://${address.host}/ws`),
    callPublic: (name, input, options) => callPublic(name, input, desk.id, options),
    upload, download, print,
  })
}

function dialSocket(url: string): Dial {
  return ({ opened, heard, lost }) => {
    const socket = new WebSocket(url)
    socket.onopen = opened
    socket.onclose = lost
    socket.onmessage = ({ data }) => heard(String(data))
    return {
      send: frame => socket.send(frame),
      hangUp() {
        socket.onopen = socket.onmessage = socket.onclose = null
        socket.close()
      },
    }
  }
}
