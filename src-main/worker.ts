import { workerData, type MessagePort } from 'node:worker_threads'
import { z } from 'zod'
import { contract } from '../shared/contract.ts'
import { AppError } from '../shared/core/errors.ts'
import { connection, createReader } from './database/reader.ts'
import { openReader } from './database/open.ts'
import { failureOf } from './core/answers.ts'
import type { JobContext, WorkFile } from './core/handlers.ts'
import type { HostReply, HostRequest, JobResult, JobTask, WorkerSetup } from './core/job-runner.ts'
import { consoleLog } from './core/log.ts'
import { procedureFinder } from './core/procedures.ts'
import { createScope } from './core/session.ts'
import { encodeOutput } from './core/wire.ts'
import { siteDay, storedSettings } from './database/site.ts'
import { createSettings } from './engines/settings.ts'
import { handlers } from './handlers.ts'

// Piscina hands its own things over too: the setup is the second of the pair.
const { databasePath } = (Array.isArray(workerData) ? workerData[1] : workerData) as WorkerSetup
const connected = connection(openReader(databasePath))
const find = procedureFinder(contract, handlers)

/** One job, in a worker of the pool. What only the host can do, it asks the host for. */
export async function runJob({ name, session, input, now, port }: JobTask): Promise<JobResult> {
  const host = hostOver(port)
  try {
    const { procedure, handler } = find(name)
    const db = createReader(connected, new Set())
    const scope = createScope(session)
    const settings = createSettings(() => storedSettings(connected.sqlite))
    const context: JobContext = {
      session, scope, clock: { now: () => now }, settings, db,
      today: () => siteDay(connected.sqlite, now),
      progress: (stage, done, total) => host.tell({ ask: 'progress', progress: { stage, done, total } }),
      async command(command, values) {
        const json = (await host.ask({ ask: 'command', name: command, input: values })) as string
        return z.decode(find(command).procedure.output, JSON.parse(json) as never)
      },
      hostTask: task => host.ask({ ask: 'task', task }) as Promise<void>,
      upload: ticket => host.ask({ ask: 'upload', ticket }) as Promise<WorkFile>,
      createFile: (fileName, mediaType) => host.ask({ ask: 'create', name: fileName, mediaType }) as Promise<WorkFile>,
      offer: file => host.ask({ ask: 'offer', file }) as ReturnType<JobContext['offer']>,
    }
    const value = await handler(context, input)
    if (!scope.isDeclared) throw new Error(`${name} declared no scope`)
    return { ok: true, json: JSON.stringify(encodeOutput(procedure, value, session.canSeeCost) ?? null) }
  } catch (error) {
    return failureOf(name, error, consoleLog)
  } finally {
    port.close()
  }
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
