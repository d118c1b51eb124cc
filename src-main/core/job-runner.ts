import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Failure, Progress } from '../../shared/core/frames.ts'
import { anyOf, isGranted, type Job } from '../../shared/core/procedure.ts'
import { AppError } from '../../shared/core/errors.ts'
import { failure, failureOf, type Answer } from './answers.ts'
import type { Clock } from './clock.ts'
import type { FileStore } from './files.ts'
import type { HostTask, HostTasks, WorkFile } from './handlers.ts'
import type { Log } from './log.ts'
import type { Found } from './procedures.ts'
import type { Session } from './session.ts'
import type { Sessions } from './sessions.ts'

export interface JobOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * Runs jobs in worker threads. Aborting the signal answers `cancelled` and stops the work where it is; so does the end of the
 * session that began it, or of its right to, and then the answer says that. `rate-limited` when too many are waiting.
 */
export interface JobRunner {
  run(found: Found, session: Session, input: unknown, options: JobOptions): Promise<Answer>
  /** What is being done now, and what waits for a worker. */
  running(): readonly RunningJob[]
  /** Starts the first worker of those someone waits for, which the first job would wait for. */
  warmUp(): void
  close(): Promise<void>
}

/** `progress`: how far it last said it was. A visitor, who is signing in, has no name. */
export interface RunningJob {
  readonly name: string
  readonly lane: Job['lane']
  readonly fullName: string
  readonly since: string
  readonly isWaiting: boolean
  readonly progress: Progress | undefined
}

/** The command that takes back what a job has written, should it not come to its end. */
export interface Remedy { readonly name: string; readonly input: unknown }
/** What a worker is given; over `port` it asks the host for what only the host can do. */
export interface JobTask { readonly name: string; readonly session: Session; readonly input: unknown; readonly now: string; readonly port: MessagePort }
/** What the pool's workers know from the start. */
export interface WorkerSetup { readonly databasePath: string; readonly dataFolder: string; readonly migrations: string }
export type JobResult = { readonly ok: true; readonly json: string } | Failure

export type HostRequest =
  | { readonly ask: 'progress'; readonly progress: Progress }
  | { readonly ask: 'remedy'; readonly remedy: Remedy }
  | { readonly ask: 'command'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly ask: 'task'; readonly id: number; readonly task: HostTask; readonly given: readonly unknown[] }
  | { readonly ask: 'upload'; readonly id: number; readonly ticket: string }
  | { readonly ask: 'create'; readonly id: number; readonly name: string; readonly mediaType: string }
  | { readonly ask: 'offer'; readonly id: number; readonly file: WorkFile }
export type HostReply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly failure: Failure }

export interface JobRunnerParts {
  /** The worker's entry file. */
  readonly entry: URL
  readonly setup: WorkerSetup
  readonly files: FileStore
  readonly sessions: Pick<Sessions, 'current' | 'onChange'>
  readonly log: Log
  readonly clock: Clock
  /** What jobs may ask of the host itself; what it cannot do is not there. */
  tasks(): Partial<HostTasks>
  /** Runs a command of a job, internal ones too; its answer's JSON. */
  command(session: Session, name: string, input: unknown): Promise<Answer>
}

interface Lane {
  readonly threads: { readonly minThreads: number; readonly maxThreads: number }
  readonly mostWaiting: number
  /** Of one user, waiting or running: one person's heap must not keep the others out. Visitors, who only sign in, are not counted. */
  readonly mostOfOne: number
  /** After how long a refused one may well find a place. */
  readonly secondsToWait: number
}

/**
 * Jobs someone waits for have workers of their own, so that a long import never holds up a login. So many may wait that all desks
 * of a large factory can sign in within the same second.
 */
const lanes: Readonly<Record<Job['lane'], Lane>> = {
  interactive: { threads: { minThreads: 1, maxThreads: 2 }, mostWaiting: 400, mostOfOne: 50, secondsToWait: 5 },
  bulk: { threads: { minThreads: 0, maxThreads: 2 }, mostWaiting: 100, mostOfOne: 10, secondsToWait: 30 },
  // A factory is set up by jobs of both others: it must not wait in one of them for itself.
  setUp: { threads: { minThreads: 0, maxThreads: 2 }, mostWaiting: 20, mostOfOne: 10, secondsToWait: 30 },
}
const memoryLimitMegabytes = 1024

interface Run {
  readonly name: string
  readonly procedure: Job
  readonly session: Session
  readonly since: string
  progress: Progress | undefined
  /** What the job has made so far; thrown away unless it succeeds. */
  readonly made: WorkFile[]
  readonly remedies: Remedy[]
  /** Why it may not go on; aborts it. */
  readonly halt: AbortController
}

export function createJobRunner(parts: JobRunnerParts): JobRunner {
  const pools = new Map<Job['lane'], Piscina>()
  const runs = new Set<Run>()
  const stopListening = parts.sessions.onChange(() => runs.forEach(present))

  function poolOf(lane: Job['lane']): Piscina {
    let pool = pools.get(lane)
    if (!pool) {
      pool = new Piscina({
        ...lanes[lane].threads, filename: parts.entry.href, name: 'runJob', workerData: parts.setup, idleTimeout: 60_000, recordTiming: false,
        resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
      })
      // A worker that falls while it has no job is replaced; unheard, its fall would take the host along.
      pool.on('error', error => parts.log.error('worker', error))
      pools.set(lane, pool)
    }
    return pool
  }
  function requirePlace({ lane }: Job, { id, userId }: Session): void {
    const { mostWaiting, mostOfOne, secondsToWait } = lanes[lane]
    const own = id === '' ? 0 : [...runs].filter(run => run.procedure.lane === lane && run.session.userId === userId).length
    if (poolOf(lane).queueSize >= mostWaiting || own >= mostOfOne) throw new AppError('rate-limited', { seconds: secondsToWait })
  }
  /** The session as it is now; a run whose session, or whose right to it, has ended is halted. */
  function present({ procedure, session, halt }: Run): Session | undefined {
    const now = parts.sessions.current(session)
    const isAllowed = session.id === '' || (now !== undefined && isGranted(now.permissions, procedure.permission))
    if (now && isAllowed) return now
    halt.abort(now ? new AppError('forbidden', { needed: anyOf(procedure.permission)[0] }) : new AppError('signed-out'))
    return undefined
  }
  async function answerRequest(run: Run, request: Exclude<HostRequest, { ask: 'progress' | 'remedy' }>): Promise<unknown> {
    // What its worker asked for last must not come after the remedies.
    if (!runs.has(run)) throw new AppError('cancelled')
    const session = present(run)
    if (!session) throw run.halt.signal.reason
    if (request.ask === 'upload') return parts.files.claim(session, request.ticket)
    if (request.ask === 'create') {
      const file = parts.files.create(request.name, request.mediaType)
      run.made.push(file)
      return file
    }
    if (request.ask === 'task') return runTask(request.task, request.given)
    if (request.ask === 'offer') return parts.files.offer(session, request.file)
    const answer = await parts.command(session, request.name, request.input)
    if (!answer.ok) throw new AppError(answer.code, answer.params)
    return answer.json
  }
  async function runTask(task: HostTask, given: readonly unknown[]): Promise<unknown> {
    const work = parts.tasks()[task] as ((...given: readonly unknown[]) => Promise<unknown>) | undefined
    if (!work) throw new AppError('live-only')
    return work(...given)
  }
  function serve(port: MessagePort, run: Run, onProgress: JobOptions['onProgress']): void {
    port.on('message', (request: HostRequest) => {
      if (request.ask === 'progress') {
        run.progress = request.progress
        return onProgress?.(request.progress)
      }
      if (request.ask === 'remedy') return void run.remedies.push(request.remedy)
      const { id } = request
      answerRequest(run, request).then(
        value => port.postMessage({ id, value } satisfies HostReply),
        (error: unknown) => port.postMessage({ id, failure: failureOf(request.ask, error, parts.log) } satisfies HostReply),
      )
    })
  }
  /** Leaves nothing of a run that did not come to its end. */
  async function undo({ session, made, remedies }: Run): Promise<void> {
    for (const { name, input } of remedies) await parts.command(session, name, input)
    for (const file of made) await parts.files.discard(file)
  }
  return {
    async run({ name, procedure: job }, session, input, options) {
      const procedure = job as Job
      requirePlace(procedure, session)
      const run: Run = { name, procedure, session, since: parts.clock.now(), progress: undefined, made: [], remedies: [], halt: new AbortController() }
      const { port1, port2 } = new MessageChannel()
      let isDone = false
      runs.add(run)
      serve(port1, run, options.onProgress)
      try {
        const task: JobTask = { name, session, input, now: parts.clock.now(), port: port2 }
        const signal = AbortSignal.any([run.halt.signal, ...(options.signal ? [options.signal] : [])])
        const result = (await poolOf(procedure.lane).run(task, { transferList: [port2], signal })) as JobResult
        isDone = result.ok
        return result
      } catch (error) {
        if (run.halt.signal.aborted) return failureOf(name, run.halt.signal.reason, parts.log)
        if (options.signal?.aborted) return failure(new AppError('cancelled'))
        return failureOf(name, error, parts.log)
      } finally {
        runs.delete(run)
        port1.close()
        if (!isDone) await undo(run)
      }
    },
    running: () => [...Map.groupBy(runs, run => run.procedure.lane)].flatMap(([lane, members]) => {
      // Workers take them in the order they came.
      const begun = members.length - (pools.get(lane)?.queueSize ?? 0)
      return members.map(({ name, session: { fullName }, since, progress }, at) => ({ name, lane, fullName, since, progress, isWaiting: at >= begun }))
    }),
    warmUp: () => void poolOf('interactive'),
    async close() {
      stopListening()
      await Promise.all([...pools.values()].map(pool => pool.destroy()))
    },
  }
}
