import { AppError, type ErrorCode } from '../../shared/core/errors.ts'
import type { CallFrame, CancelFrame, Progress, ProgressFrame, Reply, ReplyFrame } from '../../shared/core/frames.ts'
import type { SendOptions } from './client.ts'

interface Waiting {
  readonly text: string
  readonly kind: 'query' | 'command' | 'job'
  /** It is on the line that is open now. */
  isSent: boolean
  readonly onProgress: ((progress: Progress) => void) | undefined
  settle(reply: Reply): void
}

/** The host cuts a desk off that sends more than this at once. */
const largestFrame = 1024 * 1024
/**
 * So many calls are on the line at once, half of what the host allows a desk; the rest waits for its turn. After a while offline all
 * would go out together, and what the host refused for its mere number might have been done already.
 */
const mostOnLine = 100
const encoder = new TextEncoder()

/**
 * The calls the host has not answered yet, in the order they were made. They outlive a lost line: queries and commands are sent
 * again, a command under its old key, so that the host does it once. A job is not: its work ended with the line, and a person
 * must decide whether to start it again.
 */
export interface CallBook {
  call(name: string, input: unknown, options: SendOptions): Promise<Reply>
  /** The line is open. */
  resume(write: (text: string) => void): void
  /** The line is lost. */
  pause(): void
  answered(frame: ReplyFrame): void
  progressed(frame: ProgressFrame): void
  refuseAll(code: ErrorCode): void
  readonly unansweredCommands: number
}

/** `nextReplayKey` numbers commands in the order they are made; the host refuses a number that comes after a higher one. */
export function createCallBook(nextReplayKey: () => string, onChange: () => void): CallBook {
  const waiting = new Map<number, Waiting>()
  let write: ((text: string) => void) | undefined
  let onLine = 0
  let lastId = 0

  function send(): void {
    for (const entry of waiting.values()) {
      if (!write || onLine >= mostOnLine) return
      if (entry.isSent) continue
      entry.isSent = true
      onLine += 1
      write(entry.text)
    }
  }
  function forget(id: number): boolean {
    if (waiting.get(id)?.isSent) onLine -= 1
    return waiting.delete(id)
  }
  function call(name: string, input: unknown, { procedure: { kind }, known, signal, onProgress }: SendOptions): Promise<Reply> {
    const id = (lastId += 1)
    const frame: CallFrame = { id, call: name, input, ...(kind === 'command' && { replayKey: nextReplayKey() }), ...(kind === 'query' && known !== undefined && { known }) }
    const text = JSON.stringify(frame)
    if (encoder.encode(text).length > largestFrame) return Promise.resolve(refusal('too-large'))
    if (kind === 'job' && !write) return Promise.resolve(refusal('unavailable'))
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new AppError('cancelled'))
      const entry: Waiting = {
        text, kind, onProgress, isSent: false,
        settle(reply) {
          forget(id)
          signal?.removeEventListener('abort', abort)
          resolve(reply)
          if (kind === 'command') onChange()
          send()
        },
      }
      const abort = () => {
        // The host stops a job and says so itself; a query's rows are no longer wanted; a command may be done already.
        if (kind === 'job' && entry.isSent) return write?.(JSON.stringify({ cancel: id } satisfies CancelFrame))
        if (kind === 'command' || !forget(id)) return
        reject(new AppError('cancelled'))
        send()
      }
      signal?.addEventListener('abort', abort, { once: true })
      waiting.set(id, entry)
      send()
      if (kind === 'command') onChange()
    })
  }
  return {
    call,
    resume(writer) {
      write = writer
      send()
    },
    pause() {
      write = undefined
      onLine = 0
      for (const entry of waiting.values()) entry.isSent = false
      for (const { kind, settle } of [...waiting.values()]) if (kind === 'job') settle(refusal('unavailable'))
    },
    answered: ({ id, ...reply }) => waiting.get(id)?.settle(reply),
    progressed: ({ id, progress }) => waiting.get(id)?.onProgress?.(progress),
    refuseAll(code) {
      for (const { settle } of [...waiting.values()]) settle(refusal(code))
    },
    get unansweredCommands() {
      return [...waiting.values()].filter(({ kind }) => kind === 'command').length
    },
  }
}

function refusal(code: ErrorCode): Reply {
  return { ok: false, code, params: {} }
}
