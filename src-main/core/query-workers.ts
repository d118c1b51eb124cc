import { Piscina } from 'piscina'
import type { Failure } from '../../shared/core/frames.ts'
import { AppError } from '../../shared/core/errors.ts'
import { failureOf } from './answers.ts'
import type { Clock } from './clock.ts'
import type { WorkerSetup } from './job-runner.ts'
import type { Log } from './log.ts'
import type { Found } from './procedures.ts'
import type { Read } from './query-answer.ts'
import type { Session } from './session.ts'

/** Answers long queries in threads of their own, each with its own connection, so that they hold up nobody but who asked. */
export interface QueryWorkers {
  answer(found: Found, session: Session, input: unknown): Promise<QueryResult>
  /** Starts the first thread, which the first answer would wait for. */
  warmUp(): void
  close(): Promise<void>
}

export interface QueryTask { readonly name: string; readonly session: Session; readonly input: unknown; readonly now: string }
export type QueryResult = ({ readonly ok: true } & Read) | Failure

export interface QueryWorkersParts {
  /** The worker's entry file. */
  readonly entry: URL
  readonly setup: WorkerSetup
  readonly clock: Clock
  readonly log: Log
}

const threads = { minThreads: 1, maxThreads: 2 }
const mostWaiting = 400
const secondsToWait = 5

export function createQueryWorkers({ entry, setup, clock, log }: QueryWorkersParts): QueryWorkers {
  let kept: Piscina | undefined

  const readyPool = () => (kept ??= openPool())
  function openPool(): Piscina {
    const opened = new Piscina({ ...threads, filename: entry.href, name: 'runQuery', workerData: setup, idleTimeout: 60_000, recordTiming: false })
    // A worker that falls while it has nothing to answer is replaced; unheard, its fall would take the host along.
    opened.on('error', error => log.error('worker', error))
    return opened
  }
  return {
    async answer({ name }, session, input) {
      const pool = readyPool()
      if (pool.queueSize >= mostWaiting) return failureOf(name, new AppError('rate-limited', { seconds: secondsToWait }), log)
      try {
        return (await pool.run({ name, session, input, now: clock.now() } satisfies QueryTask)) as QueryResult
      } catch (error) {
        return failureOf(name, error, log)
      }
    },
    warmUp: () => void readyPool(),
    async close() {
      await kept?.destroy()
    },
  }
}
