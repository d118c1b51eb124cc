import type { ErrorCode } from '../../shared/core/errors.ts'
import type { Failure } from '../../shared/core/frames.ts'
import { asAppError, failure, type Answer } from './answers.ts'
import type { Log } from './log.ts'

/**
 * Whether the host may still write. Once what is written can no longer be trusted it writes nothing more until it is started anew,
 * and reading goes on where it can:
 * - `storage-damaged`: more writing would spread the damage, and the files as they are is what can be saved;
 * - `storage-stopped`: the disk did not confirm a write. What the system then keeps in memory may never reach the disk, and the next
 *   confirmation would not say so.
 * Any other fault of the disk refuses the one command; the next one tries again.
 */
export interface Storage {
  /** The answer to whatever would write; nothing while all is well. */
  readonly refusal: Failure | undefined
  /** Looks at an answer, and gives it back: the first that tells of such a fault stops the writing. */
  heed(answer: Answer): Answer
  /** The same for what was thrown beside any answer. */
  notice(error: unknown): void
  /** Something was written: a fault that passes has passed. */
  written(): void
}

const lasting: readonly ErrorCode[] = ['storage-damaged', 'storage-stopped']
const passed: readonly ErrorCode[] = ['storage-failed', 'storage-full', 'storage-read-only']
const minute = 60_000

export function isStorageFault(code: ErrorCode): boolean {
  return lasting.includes(code) || passed.includes(code)
}

/** `stop` is called once, with what the desks will be told; `tell` with the fault of now, and with nothing when it has passed. */
export function createStorage(log: Pick<Log, 'error'>, stop: (refusal: Failure) => void, tell: (fault: ErrorCode | null) => void = () => {}): Storage {
  let refusal: Failure | undefined
  let passing: ErrorCode | undefined
  let quietUntil = 0
  function heed(answer: Answer): Answer {
    if (answer.ok || refusal || !isStorageFault(answer.code)) return answer
    passing = answer.code
    tell(answer.code)
    if (lasting.includes(answer.code)) {
      refusal = answer
      stop(answer)
    } else if (Date.now() >= quietUntil) {
      // Two hundred desks before a full disk are one piece of news.
      quietUntil = Date.now() + minute
      log.error('storage', `${answer.code} ${JSON.stringify(answer.params)}`)
    }
    return answer
  }
  return {
    heed,
    notice(error) {
      const known = asAppError(error)
      if (known) heed(failure(known))
    },
    written() {
      if (passing === undefined || refusal) return
      passing = undefined
      tell(null)
    },
    get refusal() {
      return refusal
    },
  }
}
