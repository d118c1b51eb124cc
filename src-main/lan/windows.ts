import { Readable } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'
import { AppError } from '../../shared/core/errors.ts'
import type { FileReply } from '../../shared/core/bridge.ts'
import { failureOf } from '../core/answers.ts'
import type { RedeemedFile, UploadMessage, WindowRequest } from '../core/server-thread.ts'
import { sessionAt } from './callers.ts'
import { serveDesk, type DeskParts } from './desk.ts'
import { receiveUpload } from './uploads.ts'
import { windowAddress, wirePort } from './window-wire.ts'

export interface WindowServer {
  serve(request: WindowRequest): void
  /** Ends every window's line. */
  close(): void
}

/** Serves the windows of this computer: the same desks, files and rules as over the network. */
export function windowServer(parts: DeskParts): WindowServer {
  const { worlds, log } = parts
  const lines = new Set<() => void>()
  function serve(request: WindowRequest): void {
    const { port } = request
    switch (request.kind) {
      case 'line':
        return serveLine(port)
      case 'redeem':
        return void answer<RedeemedFile>(port, () => worlds.redeem(request.ticket))
      case 'upload': {
        const { token, name, mediaType } = request
        return void answer(port, () => {
          const world = worlds.of(token)
          return receiveUpload(world?.files, world && sessionAt(world.sessions, token, windowAddress), { name, mediaType, body: bodyFrom(port) })
        })
      }
    }
  }
  function serveLine(port: MessagePort): void {
    const end = wirePort(port, wire => serveDesk(wire, parts), () => lines.delete(end))
    lines.add(end)
  }
  async function answer<Value>(port: MessagePort, work: () => Value | Promise<Value>): Promise<void> {
    let reply: FileReply<Value>
    try {
      reply = { ok: true, value: await work() }
    } catch (error) {
      reply = failureOf('window', error, log)
    }
    port.postMessage(reply)
    port.close()
  }
  return { serve, close: () => lines.forEach(end => end()) }
}

/** Asks the port for every chunk it can take. A port that ends early has broken off. */
function bodyFrom(port: MessagePort): Readable {
  const body = new Readable({
    read: () => port.postMessage('more' satisfies UploadMessage),
  })
  port.on('message', (chunk: Uint8Array | 'end') => body.push(chunk === 'end' ? null : chunk))
  port.on('close', () => body.destroy(new AppError('cancelled')))
  // Whoever reads it hears of it; a body that nobody reads any more is no fault.
  body.on('error', () => {})
  return body
}
