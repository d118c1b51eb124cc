import { workerData, type MessagePort } from 'node:worker_threads'
import { z } from 'zod'
import { contract } from '../shared/contract.ts'
import { AppError } from '../shared/core/errors.ts'
import type { Failure } from '../shared/core/frames.ts'
import { connection, createReader, type Connection } from './database/reader.ts'
import { openReader } from './database/open.ts'
import { asAppError, failure } from './core/answers.ts'
import type { HostTasks, JobContext, Place, WorkFile } from './core/handlers.ts'
import { unseenHost } from './core/host-view.ts'
import type { HostReply, HostRequest, JobResult, JobTask, WorkerSetup } from './core/job-runner.ts'
import { answerQuery } from './core/query-answer.ts'
import type { QueryResult, QueryTask } from './core/query-workers.ts'
import { procedureFinder } from './core/procedures.ts'
import { createScope } from './core/session.ts'
import { encodeOutput } from './core/wire.ts'
import { siteDay, storedSettings } from './database/site.ts'
import { createSettings } from './engines/settings.ts'
import { handlers } from './handlers.ts'

// Piscina hands its own things over too: the setup is the second of the pair.
const { databasePath, dataFolder, migrations } = (Array.isArray(workerData) ? workerData[1] : workerData) as WorkerSetup
const place: Place = { dataFolder, migrations: new URL(migrations) }
const find = procedureFinder(contract, handlers)

let opened: Connection | undefined

/** Opened by the first job, so that a disk that fails just then refuses that job, and no other. */
function connect(): Connection {
  return (opened ??= connection(openReader(databasePath)))
}

/** One job, in a worker of the pool. What only the host can do, it asks the host for. */
export async function runJob({ name, session, input, now, port }: JobTask): Promise<JobResult> {
  const host = hostOver(port)
  try {
    const { procedure, handler } = find(name)
    const connected = connect()
    const scope = createScope(session)
    const context: JobContext = {
      session, scope, db: createReader(connected, new Set()), place, ...surroundings(connected, now),
      progress: (stage, done, total) => host.tell({ ask: 'progress', progress: { stage, done, total } }),
      async command(command, values) {
        const json = (await host.ask({ ask: 'command', name: command, input: values })) as string
        return z.decode(find(command).procedure.output, JSON.parse(json) as never)
      },
      remedy: (command, values) => host.tell({ ask: 'remedy', remedy: { name: command, input: values } }),
      hostTask: (task, ...given) => host.ask({ ask: 'task', task, given }) as ReturnType<HostTasks[typeof task]>,
      upload: ticket => host.ask({ ask: 'upload', ticket }) as Promise<WorkFile>,
      createFile: (fileName, mediaType) => host.ask({ ask: 'create', name: fileName, mediaType }) as Promise<WorkFile>,
      offer: file => host.ask({ ask: 'offer', file }) as ReturnType<JobContext['offer']>,
    }
    const value = await handler(context, input)
    if (!scope.isDeclared()) throw new Error(`${name} declared no scope`)
    return { ok: true, json: JSON.stringify(encodeOutput(procedure, value, session.canSeeCost) ?? null) }
  } catch (error) {
    return refusal(error)
  } finally {
    port.close()
  }
}

/** One long query, on the database as it is at one instant. */
export function runQuery({ name, session, input, now }: QueryTask): QueryResult {
  try {
    const connected = connect()
    const read = connected.sqlite.transaction(() => answerQuery(find(name), session, input, { connection: connected, host: unseenHost, place, ...surroundings(connected, now) }))
    return { ok: true, ...read.deferred() }
  } catch (error) {
    return refusal(error)
  }
}

function surroundings(connected: Connection, now: string): Pick<JobContext, 'clock' | 'settings' | 'today'> {
  const settings = createSettings(() => storedSettings(connected.sqlite))
  return { clock: { now: () => now }, settings, today: () => siteDay(connected, now) }
}

/** What is no refusal of ours is the host's to answer: it alone keeps the log. */
function refusal(error: unknown): Failure {
  const known = asAppError(error)
  if (known) return failure(known)
  throw error
}

type Asked<R> = R extends { id: number } ? Omit<R, 'id'> : never

function hostOver(port: MessagePort): { tell(request: HostRequest): void; ask(request: Asked<HostRequest>): Promise<unknown> } {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: AppError): void }>()
  let lastId = 0
  port.on('message', (reply: HostReply) => {
    const asker = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('failure' in reply) asker?.reject(new AppError(reply.failure.code, reply.failure.params))
    else asker?.resolve(reply.value)
  })
  return {
    tell: request => port.postMessage(request),
    ask: request =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        port.postMessage({ ...request, id: lastId })
      }),
  }
}
