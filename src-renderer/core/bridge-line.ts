import type { DeskBridge } from '../../shared/core/bridge.ts'
import type { CallFrame, HostFrame, Reply } from '../../shared/core/frames.ts'
import type { CallOptions } from './client.ts'
import type { CarrierEvents, Dial } from './line.ts'

/** Lines over the bridge. They are numbered from a number of chance on, so that a page never takes up a line of the one before it. */
export function dialBridge(bridge: Pick<DeskBridge, 'call' | 'onEvents'>): Dial {
  const lines = new Map<number, CarrierEvents>()
  let last = Math.floor(Math.random() * 2 ** 40)
  bridge.onEvents((line, frame) => {
    const events = lines.get(line)
    if (frame !== null) return events?.heard(frame)
    lines.delete(line)
    events?.lost()
  })
  return events => {
    const line = (last += 1)
    lines.set(line, events)
    queueMicrotask(() => lines.has(line) && events.opened())
    return {
      send: frame => bridge.call(line, frame),
      hangUp() {
        if (lines.delete(line)) bridge.call(line, null)
      },
    }
  }
}

/** A procedure that needs no login, over a line of its own; hanging up cancels it. */
export function callPublicOver(dial: Dial, frame: CallFrame, { signal, onProgress }: CallOptions): Promise<Reply> {
  return new Promise(resolve => {
    const settle = (reply: Reply) => {
      signal?.removeEventListener('abort', abort)
      carrier.hangUp()
      resolve(reply)
    }
    const abort = () => settle({ ok: false, code: 'cancelled', params: {} })
    const carrier = dial({
      opened: () => carrier.send(JSON.stringify(frame)),
      lost: () => settle({ ok: false, code: 'unavailable', params: {} }),
      heard(text) {
        const told = JSON.parse(text) as HostFrame
        if ('progress' in told) onProgress?.(told.progress)
        else if ('ok' in told) settle(told)
      },
    })
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted) abort()
  })
}
