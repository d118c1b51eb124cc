import { AppError, type ErrorCode } from '../../shared/core/errors.ts'
import type { CallFrame, CancelFrame, Progress, ProgressFrame, Reply, ReplyFrame } from '../../shared/core/frames.ts'
import type { SendOptions } from './client.ts'

interface Waiting {
  readonly text: string
  readonly kind: 'query' | 'command' | 'job'
  readonly onProgress: ((progress: Progress) => void) | undefined
  settle(reply: Reply): void
}

/** The host cuts a desk off that sends more than this at once. */
const largestFrame = 1024 * 1024
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
  let lastId = 0

  function call(name: string, input: unknown, { procedure: { kind }, known, signal, onProgress }: SendOptions): Promise<Reply> {
    const id = (lastId += 1)
    const frame: CallFrame = { id, call: name, input, ...(kind === 'command' && { replayKey: nextReplayKey() }), ...(kind === 'query' && known !== undefined && { known }) }
    const text = JSON.stringify(frame)
    if (encoder.encode(text).length > largestFrame) return Promise.resolve(refusal('too-large'))
    if (kind === 'job' && !write) return Promise.resolve(refusal('unavailable'))
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new AppError('cancelled'))
      const abort = () => {
        // The host stops a job and says so itself; a query's rows are no longer wanted; a command may be done already.
        if (kind === 'job') write?.(JSON.stringify({ cancel: id } satisfies CancelFrame))
        if (kind === 'query' && waiting.delete(id)) reject(new AppError('cancelled'))
      }
      signal?.addEventListener('abort', abort, { once: true })
      waiting.set(id, {
        text, kind, onProgress,
        settle(reply) {
          waiting.delete(id)
          signal?.removeEventListener('abort', abort)
          resolve(reply)
          if (kind === 'command') onChange()
        },
      })
      write?.(text)
      if (kind === 'command') onChange()
    })
  }
  return {
    call,
    resume(writer) {
      write = writer
      for (const { text } of waiting.values()) writer(text)
    },
    pause() {
      write = undefined
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
