import type { IncomingMessage } from 'node:http'
import type { RawData, WebSocket } from 'ws'
import { plainAddress } from './guards.ts'
import { largestFirstMessage, type LanLimits } from './parts.ts'
import type { Wire, WireEnd } from './wire.ts'

/** A frame's own bytes around a first message. */
const frameOverhead = 14

/** Puts a desk behind a WebSocket, and cuts one that shows no sign of life. Visitors call over HTTP. */
export function wireSocket(socket: WebSocket, { socket: stream }: IncomingMessage, limits: LanLimits, serve: (wire: Wire) => WireEnd): void {
  const silence = setTimeout(() => socket.terminate(), limits.silence)
  const desk = serve({
    address: plainAddress(stream.remoteAddress),
    visitors: undefined,
    get isOpen() {
      return socket.readyState === socket.OPEN
    },
    get unread() {
      return socket.bufferedAmount
    },
    send: text => socket.send(text),
    close: (code, reason) => closeWithin(limits.closing, socket, code, reason),
    cut: () => socket.terminate(),
  })

  /** The socket library collects a frame up to the large limit before it shows it: a stranger is stopped earlier. */
  let firstBytes = 0
  function countFirstBytes(chunk: Buffer): void {
    if (desk.isGreeted) return void stream.off('data', countFirstBytes)
    firstBytes += chunk.length
    if (firstBytes > largestFirstMessage + frameOverhead) desk.refuse('too-large')
  }
  function onMessage(data: RawData, isBinary: boolean): void {
    silence.refresh()
    const bytes = data as Buffer
    desk.receive(isBinary ? undefined : bytes.toString(), bytes.length)
  }
  stream.on('data', countFirstBytes)
  socket.on('message', onMessage)
  socket.on('ping', () => silence.refresh())
  socket.on('pong', () => silence.refresh())
  socket.on('close', () => {
    clearTimeout(silence)
    desk.closed()
  })
  // A broken frame or connection closes the socket by itself.
  socket.on('error', () => {})
}

/** Closes by the book, and cuts the line if the other side takes too long for it. */
export function closeWithin(milliseconds: number, socket: WebSocket, code: number, reason?: string): void {
  const cut = setTimeout(() => socket.terminate(), milliseconds)
  socket.once('close', () => clearTimeout(cut))
  socket.close(code, reason)
}
