import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Failure, Progress } from '../../shared/core/frames.ts'
import type { Job } from '../../shared/core/procedure.ts'
import { AppError } from '../../shared/core/errors.ts'
import { failure, failureOf, type Answer } from './answers.ts'
import type { Clock } from './clock.ts'
import type { FileStore } from './files.ts'
import type { HostTask, WorkFile } from './handlers.ts'
import type { Log } from './log.ts'
import type { Found } from './procedures.ts'
import type { Session } from './session.ts'

export interface JobOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** Runs jobs in worker threads. Aborting the signal answers `cancelled` and stops the work where it is. */
export interface JobRunner {
  run(found: Found, session: Session, input: unknown, options: JobOptions): Promise<Answer>
  close(): Promise<void>
}

/** What a worker is given; over `port` it asks the host for what only the host can do. */
export interface JobTask { readonly name: string; readonly session: Session; readonly input: unknown; readonly now: string; readonly port: MessagePort }
/** What the pool's workers know from the start. */
export interface WorkerSetup { readonly databasePath: string }
export type JobResult = { readonly ok: true; readonly json: string } | Failure

export type HostRequest =
  | { readonly ask: 'progress'; readonly progress: Progress }
  | { readonly ask: 'command'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly ask: 'task'; readonly id: number; readonly task: HostTask }
  | { readonly ask: 'upload'; readonly id: number; readonly ticket: string }
  | { readonly ask: 'create'; readonly id: number; readonly name: string; readonly mediaType: string }
  | { readonly ask: 'offer'; readonly id: number; readonly file: WorkFile }
export type HostReply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly failure: Failure }

export type HostTasks = Readonly<Record<HostTask, () => Promise<void>>>

export interface JobRunnerParts {
  /** The worker's entry file. */
  readonly entry: URL
  readonly setup: WorkerSetup
  readonly files: FileStore
  readonly log: Log
  readonly clock: Clock
  /** What jobs may ask of the host itself. */
  readonly tasks: HostTasks
  /** Runs a command of a job, internal ones too; its answer's JSON. */
  command(session: Session, name: string, input: unknown): Promise<Answer>
}

/** Jobs someone waits for have workers of their own, so that a long import never holds up a login. */
const lanes: Readonly<Record<Job['lane'], { minThreads: number; maxThreads: number }>> = {
  interactive: { minThreads: 1, maxThreads: 2 },
  bulk: { minThreads: 0, maxThreads: 2 },
}
const memoryLimitMegabytes = 1024

export function createJobRunner(parts: JobRunnerParts): JobRunner {
  const pools = new Map<Job['lane'], Piscina>()

  function poolOf(lane: Job['lane']): Piscina {
    let pool = pools.get(lane)
    if (!pool) {
      pool = new Piscina({
        ...lanes[lane], filename: parts.entry.href, name: 'runJob', workerData: parts.setup, idleTimeout: 60_000, recordTiming: false,
        resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
      })
      pools.set(lane, pool)
    }
    return pool
  }
  async function answerRequest(session: Session, request: Exclude<HostRequest, { ask: 'progress' }>, made: WorkFile[]): Promise<unknown> {
    if (request.ask === 'upload') return parts.files.claim(session, request.ticket)
    if (request.ask === 'create') {
      const file = parts.files.create(request.name, request.mediaType)
      made.push(file)
      return file
    }
    if (request.ask === 'task') return parts.tasks[request.task]()
    if (request.ask === 'offer') return parts.files.offer(session, request.file)
    const answer = await parts.command(session, request.name, request.input)
    if (!answer.ok) throw new AppError(answer.code, answer.params)
    return answer.json
  }
  function serve(port: MessagePort, session: Session, { onProgress }: JobOptions, made: WorkFile[]): void {
    port.on('message', (request: HostRequest) => {
      if (request.ask === 'progress') return onProgress?.(request.progress)
      const { id } = request
      answerRequest(session, request, made).then(
        value => port.postMessage({ id, value } satisfies HostReply),
        (error: unknown) => port.postMessage({ id, failure: failureOf(request.ask, error, parts.log) } satisfies HostReply),
      )
    })
  }
  return {
    async run({ name, procedure }, session, input, options) {
      const { port1, port2 } = new MessageChannel()
      const made: WorkFile[] = []
      let isDone = false
      serve(port1, session, options, made)
      try {
        const task: JobTask = { name, session, input, now: parts.clock.now(), port: port2 }
        const result = (await poolOf((procedure as Job).lane).run(task, { transferList: [port2], signal: options.signal ?? null })) as JobResult
        isDone = result.ok
        return result
      } catch (error) {
        if (options.signal?.aborted) return failure(new AppError('cancelled'))
        return failureOf(name, error, parts.log)
      } finally {
        port1.close()
        if (!isDone) for (const file of made) await parts.files.discard(file)
      }
    },
    async close() {
      await Promise.all([...pools.values()].map(pool => pool.destroy()))
    },
  }
}
