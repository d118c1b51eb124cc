import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { AppError } from '../../shared/core/errors.ts'
import type { Failure } from '../../shared/core/frames.ts'
import { serveDesk, type DeskParts } from './desk.ts'
import { requestFailure, statusOf } from './failures.ts'
import { largestMessage } from './parts.ts'
import { closeWithin, wireSocket } from './socket-wire.ts'

export interface Sockets { close(): Promise<void> }
export interface SocketParts extends DeskParts {
  onDesks(count: number): void
  /** Throws what speaks against this request. */
  guard(request: IncomingMessage): void
}

/** Serves `/ws` on the HTTP server. */
export function startSockets(server: Server, parts: SocketParts): Sockets {
  const { limits, log, worlds, onDesks } = parts
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: largestMessage })
  const pings = setInterval(() => {
    sockets.clients.forEach(client => client.ping())
    worlds.recheck()
  }, limits.ping)
  let isClosing = false

  function refusal(request: IncomingMessage): Failure | undefined {
    try {
      parts.guard(request)
      if (request.url?.split('?')[0] !== '/ws') throw new AppError('not-found')
      if (isClosing) throw new AppError('unavailable')
      return undefined
    } catch (error) {
      return requestFailure('upgrade', error, log)
    }
  }
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refused = refusal(request)
    if (refused) return refuse(stream, refused)
    sockets.handleUpgrade(request, stream, head, socket => {
      wireSocket(socket, request, limits, wire => serveDesk(wire, parts))
      onDesks(sockets.clients.size)
      socket.once('close', () => onDesks(sockets.clients.size))
    })
  })
  return {
    async close() {
      isClosing = true
      clearInterval(pings)
      await Promise.all([...sockets.clients].map(client => {
        const closed = new Promise(resolve => client.once('close', resolve))
        closeWithin(limits.closing, client, goingAway)
        return closed
      }))
    },
  }
}

/** Not an end of the session: the desk comes back when the host does. */
const goingAway = 1001

/** Answers on the bare connection, where there is no reply to do it with, and ends it. */
export function refuse(stream: Duplex, refused: Failure, status = statusOf(refused.code)): void {
  const body = JSON.stringify(refused)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, 'Connection: close', 'Content-Type: application/json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  stream.on('error', () => stream.destroy())
  stream.once('finish', () => stream.destroy())
  stream.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
