import { AppError, type ErrorCode } from '../../shared/core/errors.ts'
import type { CallFrame, EndedFrame, ProgressFrame, Welcome } from '../../shared/core/frames.ts'
import { failure, failureOf, type Answer } from '../core/answers.ts'
import { visitor, type Session } from '../core/session.ts'
import type { Listening } from './broadcast.ts'
import { deskIdOf, sessionAt } from './callers.ts'
import { firstConditionText, readHello, readMessage, refetchText, replyText } from './desk-frames.ts'
import { malformed, statusOf } from './failures.ts'
import { largestFirstMessage, largestMessage, type LanLimits, type LanParts } from './parts.ts'
import type { PublicCalls } from './public-calls.ts'
import type { Wire, WireEnd } from './wire.ts'
import type { Worlds } from './worlds.ts'

export interface DeskParts extends Pick<LanParts, 'version' | 'log'> {
  readonly worlds: Worlds
  readonly publicCalls: PublicCalls
  readonly limits: LanLimits
}

/** Why a line ends, as its close code: 4000 + the HTTP status of the error, 4408 for one that never said who it is. */
const closeCodes = 4000
const saidNothing = 4408

/**
 * One open line, from its first frame to its end, in the world that its token is of. The token is asked for with every call, so that a revoked one is of no use at
 * once. Where the wire admits visitors, public procedures may be called before the hello.
 */
export function serveDesk(wire: Wire, parts: DeskParts): WireEnd {
  const { limits, log, worlds } = parts
  const { address } = wire
  const running = new Map<number, AbortController>()
  const greeting = wire.visitors ? undefined : setTimeout(() => end('invalid-input', saidNothing), limits.hello)
  let world = worlds.live
  let desk: Listening | undefined
  let token = ''
  let leaveOnline = () => {}

  function send(text: string): void {
    if (!wire.isOpen) return
    if (wire.unread > limits.unread) return wire.cut()
    wire.send(text)
  }
  function reply(id: number, answer: Answer): void {
    send(replyText(id, answer))
  }
  function end(code: ErrorCode, closeCode = closeCodes + statusOf(code)): void {
    if (!wire.isOpen) return
    send(JSON.stringify({ ended: code } satisfies EndedFrame))
    wire.close(closeCode, code)
  }
  function session(look: 'byToken' | 'peek' = 'byToken'): Session | undefined {
    const found = sessionAt(world.sessions, token, address, look)
    // A program calls over HTTP, where its calls are counted.
    if (found && !found.isProgram) return found
    end('signed-out')
    return undefined
  }

  function greet(text: string | undefined): void {
    const hello = text === undefined ? undefined : readHello(text)
    if (!hello) return wire.visitors && text !== undefined ? listen(text) : end('invalid-input')
    clearTimeout(greeting)
    token = hello.token
    const entered = worlds.of(token)
    if (!entered) return end('signed-out')
    world = entered
    const found = session()
    if (!found) return
    desk = createListening(found)
    leaveOnline = world.online.join({ sessionId: found.id, userId: found.userId, deskId: found.deskId, ip: address, since: new Date().toISOString() })
    const missed = world.broadcast.join(desk, hello)
    send(JSON.stringify({ welcome: true, seq: desk.seq, epoch: world.epoch(), version: parts.version } satisfies Welcome))
    if (missed !== undefined) send(missed)
    const condition = firstConditionText(world.condition.now())
    if (condition !== undefined) send(condition)
  }
  function createListening(found: Session): Listening {
    let current = found
    const listening: Listening = {
      get session() {
        return current
      },
      seq: 0,
      send,
      end,
      recheck: () => guarded(() => {
        const now = session('peek')
        if (!now) return
        const isOther = rightsOf(now) !== rightsOf(current)
        current = now
        if (isOther) send(refetchText(listening.seq))
      }),
    }
    return listening
  }

  function listen(text: string | undefined): void {
    const message = readMessage(text)
    if (message.kind === 'call') void call(message.frame)
    else if (message.kind === 'ping') send(JSON.stringify({ pong: message.ping }))
    else if (message.kind === 'cancel') running.get(message.id)?.abort()
    else reply(message.id, failure(malformed('frame')))
  }
  function caller({ deskId, known }: CallFrame): Session | undefined {
    if (!desk) return visitor(deskIdOf(deskId), address, wire.visitors?.agent)
    // A screen that reads itself again is no sign that somebody sits before it.
    return session(known === undefined ? 'byToken' : 'peek')
  }
  async function call(frame: CallFrame): Promise<void> {
    const { id, call: name, input, replayKey, known } = frame
    if (running.has(id)) return reply(id, failure(malformed('frame')))
    if (running.size >= limits.callsInFlight) return reply(id, failure(new AppError('rate-limited', { seconds: 1 })))
    const cancel = new AbortController()
    running.set(id, cancel)
    try {
      await parts.publicCalls.count(name, address)
      const asking = caller(frame)
      if (!asking) return
      const onProgress = (progress: ProgressFrame['progress']) => send(JSON.stringify({ id, progress } satisfies ProgressFrame))
      reply(id, await world.dispatch(asking, name, input, { replayKey, known, signal: cancel.signal, onProgress }))
    } catch (error) {
      reply(id, failureOf(name, error, log))
    } finally {
      running.delete(id)
    }
  }
  function guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      end(failureOf('desk', error, log).code)
    }
  }
  return {
    get isGreeted() {
      return desk !== undefined
    },
    receive(text, size) {
      if (!wire.isOpen) return
      if (size > (desk ? largestMessage : largestFirstMessage)) return end('too-large')
      guarded(() => (desk ? listen(text) : greet(text)))
    },
    refuse: end,
    closed() {
      clearTimeout(greeting)
      leaveOnline()
      if (desk) world.broadcast.leave(desk)
      for (const cancel of running.values()) cancel.abort()
    },
  }
}

/** What decides on the rows a desk may see: when it changes, what the desk holds is out of date. */
function rightsOf({ permissions, sections, canSeeCost }: Session): string {
  return JSON.stringify([[...permissions].sort(), sections === 'all' ? 'all' : [...sections].sort(), canSeeCost])
}
