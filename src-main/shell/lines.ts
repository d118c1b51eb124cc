import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { WebContents } from 'electron'
import { z } from 'zod'
import { bridgeChannels } from '../../shared/core/bridge.ts'
import type { ServerThread } from '../core/server-thread.ts'
import type { Ipc } from './ipc.ts'
import { createPageBelongings } from './page-belongings.ts'

/** More than a window ever has open: one for its user, and one for each call before somebody has signed in. */
const mostLines = 32
const largestFrame = 1024 * 1024

const Line = z.int().min(0)
const Call = z.tuple([Line, z.string().max(largestFrame).nullable()])
const Taken = z.tuple([Line, z.int().positive()])

/** Carries frames between windows and the host's thread, unread: what is in them is the host's matter. */
export function routeLines(ipc: Ipc, server: Pick<ServerThread, 'ask'>): void {
  const lines = createPageBelongings<MessagePort>(mostLines, port => port.close())

  /** A line that may not be opened ends at once. */
  function open(page: WebContents, line: number): MessagePort | undefined {
    const { port1: ours, port2: theirs } = new MessageChannel()
    if (!lines.add(page, line, ours)) {
      page.send(bridgeChannels.events, line, null)
      return undefined
    }
    ours.on('message', (frame: string | null) => tell(page, line, ours, frame))
    ours.on('close', () => tell(page, line, ours, null))
    server.ask({ kind: 'line', port: theirs })
    return ours
  }
  /** A line that ended is told of once, and only to the page that had it. */
  function tell(page: WebContents, line: number, port: MessagePort, frame: string | null): void {
    if (lines.get(page, line) !== port) return
    if (frame === null) lines.remove(page, line)
    page.send(bridgeChannels.events, line, frame)
  }
  ipc.on(bridgeChannels.call, Call, (page, line, frame) => {
    if (frame !== null) return (lines.get(page, line) ?? open(page, line))?.postMessage(frame)
    lines.get(page, line)?.postMessage(null)
    lines.remove(page, line)
  })
  ipc.on(bridgeChannels.taken, Taken, (page, line, amount) => lines.get(page, line)?.postMessage(amount))
}
