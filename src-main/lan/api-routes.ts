import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Readable } from 'node:stream'
import { AppError } from '../../shared/core/errors.ts'
import { callerOf } from './callers.ts'
import { createKeyCalls } from './key-calls.ts'
import { malformed, sendFailure } from './failures.ts'
import { openApiText } from './openapi.ts'
import { largestFirstMessage, largestMessage, type LanParts } from './parts.ts'
import type { PublicCalls } from './public-calls.ts'
import type { Worlds } from './worlds.ts'

export interface ApiParts extends LanParts {
  readonly worlds: Worlds
  readonly publicCalls: PublicCalls
  /** Of one caller, as over a socket: requests may be sent one after the other without waiting for an answer. */
  readonly callsInFlight: number
  /** Aborted when the host closes. */
  readonly closing: AbortSignal
}

/** The procedures for other programs, and for what a desk asks before it has a socket. Reads the body itself: how long it may be depends on who sends it. */
export function addApiRoutes(app: FastifyInstance, parts: ApiParts): void {
  const limited = createCallLimit(parts.callsInFlight)
  const keyCalls = createKeyCalls()
  let description: string | undefined
  app.addContentTypeParser('application/json', (_request, _body, done) => done(null))
  app.get('/api/v1/openapi.json', (_request, reply) => {
    description ??= openApiText(parts.contract, parts.version)
    return reply.type('application/json; charset=utf-8').send(description)
  })
  app.post<{ Params: { module: string; procedure: string } }>('/api/v1/:module/:procedure', async (request, reply) => {
    const name = `${request.params.module}.${request.params.procedure}`
    const { world, session } = callerOf(parts.worlds, request.raw)
    if (session.isProgram) keyCalls.count(session.id, world.keyCallsPerMinute())
    const answer = await limited(session.id || session.ip, async () => {
      await parts.publicCalls.count(name, session.ip)
      const input = await readJson(request.raw, session.id === '' ? largestFirstMessage : largestMessage)
      const { 'replay-key': replayKey } = request.headers
      return world.dispatch(session, name, input, {
        replayKey: replayKey === undefined ? undefined : String(replayKey), signal: AbortSignal.any([parts.closing, whenGone(reply)]),
      })
    })
    if (!answer.ok) return sendFailure(reply, answer)
    return reply.type('application/json; charset=utf-8').send(`{"ok":true,"value":${answer.json}}`)
  })
}

/** Runs at most so many calls of one caller at a time. */
function createCallLimit(most: number): <T>(caller: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, number>()
  return async (caller, work) => {
    const count = running.get(caller) ?? 0
    if (count >= most) throw new AppError('rate-limited', { seconds: 1 })
    running.set(caller, count + 1)
    try {
      return await work()
    } finally {
      const left = running.get(caller)! - 1
      if (left > 0) running.set(caller, left)
      else running.delete(caller)
    }
  }
}

/** No body at all is no input. What is too long is let run out unread, so that the sender hears why before the connection closes. */
async function readJson(body: Readable, maximum: number): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maximum) {
      body.resume()
      throw new AppError('too-large', { maximum })
    }
    chunks.push(chunk)
  }
  if (size === 0) return undefined
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as unknown
  } catch {
    throw malformed('json')
  }
}

/** Aborted when the client goes away before it has its answer. */
function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
