import { MessageChannel } from 'node:worker_threads'
import type { FileReply, UploadStart } from '../../shared/core/bridge.ts'
import type { ServerThread, UploadMessage } from '../core/server-thread.ts'

/** A file on its way from a window to the host's thread. */
export interface Upload {
  /** Resolves when the host has taken the chunk; `false` when it wants no more. */
  send(chunk: Uint8Array): Promise<boolean>
  finish(): Promise<FileReply>
  abort(): void
}

export function startUpload(server: Pick<ServerThread, 'ask'>, start: UploadStart): Upload {
  const { port1: port, port2: theirs } = new MessageChannel()
  const reply = Promise.withResolvers<FileReply>()
  let room = 0
  let isOver = false
  let wake = () => {}

  const end = (answer: FileReply) => {
    isOver = true
    reply.resolve(answer)
    wake()
  }
  port.on('message', (message: UploadMessage) => {
    if (message !== 'more') return end(message)
    room += 1
    wake()
  })
  port.on('close', () => end({ ok: false, code: 'unavailable', params: {} }))
  server.ask({ kind: 'upload', port: theirs, ...start })
  return {
    async send(chunk) {
      if (room === 0 && !isOver) await new Promise<void>(resolve => (wake = resolve))
      if (isOver) return false
      room -= 1
      port.postMessage(chunk)
      return true
    },
    finish() {
      if (!isOver) port.postMessage('end')
      return reply.promise
    },
    abort: () => port.close(),
  }
}
