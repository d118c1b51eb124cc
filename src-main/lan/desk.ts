import type { IncomingMessage } from 'node:http'
import type { RawData, WebSocket } from 'ws'
import { AppError, type ErrorCode } from '../../shared/core/errors.ts'
import type { CallFrame, EndedFrame, ProgressFrame, Welcome } from '../../shared/core/frames.ts'
import { failure, failureOf, type Answer } from '../core/answers.ts'
import type { Session } from '../core/session.ts'
import type { Broadcast, Listening } from './broadcast.ts'
import { sessionAt } from './callers.ts'
import { readHello, readMessage, refetchText, replyText } from './desk-frames.ts'
import { malformed, statusOf } from './failures.ts'
import { plainAddress } from './guards.ts'
import { largestFirstMessage, type LanLimits, type LanParts } from './parts.ts'
import type { PublicCalls } from './public-calls.ts'

export interface DeskParts extends Pick<LanParts, 'dispatch' | 'sessions' | 'events' | 'epoch' | 'version' | 'log'> {
  readonly broadcast: Broadcast
  readonly publicCalls: PublicCalls
  readonly limits: LanLimits
}

/** Why a socket ends, as its close code: 4000 + the HTTP status of the error, 4408 for one that never said who it is. */
const closeCodes = 4000
const saidNothing = 4408
/** A frame's own bytes around a first message. */
const frameOverhead = 14

/** One open socket, from its first frame to its end. The token is asked for with every call, so that a revoked one is of no use at once. */
export function serveDesk(socket: WebSocket, { socket: stream }: IncomingMessage, parts: DeskParts): void {
  const { limits, log, broadcast } = parts
  const address = plainAddress(stream.remoteAddress)
  const running = new Map<number, AbortController>()
  const silence = setTimeout(() => socket.terminate(), limits.silence)
  const greeting = setTimeout(() => end('invalid-input', saidNothing), limits.hello)
  let desk: Listening | undefined
  let token = ''
  let receive = greet

  function send(text: string): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > limits.unread) return socket.terminate()
    socket.send(text)
  }
  function reply(id: number, answer: Answer): void {
    send(replyText(id, answer))
  }
  function end(code: ErrorCode, closeCode = closeCodes + statusOf(code)): void {
    if (socket.readyState !== socket.OPEN) return
    send(JSON.stringify({ ended: code } satisfies EndedFrame))
    closeWithin(limits.closing, socket, closeCode, code)
  }
  function session(look: 'byToken' | 'peek' = 'byToken'): Session | undefined {
    const found = sessionAt(parts.sessions, token, address, look)
    if (!found) end('signed-out')
    return found
  }

  function greet(data: Buffer, isBinary: boolean): void {
    clearTimeout(greeting)
    if (data.length > largestFirstMessage) return end('too-large')
    const hello = isBinary ? undefined : readHello(data.toString())
    if (!hello) return end('invalid-input')
    token = hello.token
    const found = session()
    if (!found) return
    stream.off('data', countFirstBytes)
    receive = listen
    desk = createListening(found)
    const missed = broadcast.join(desk, hello)
    send(JSON.stringify({ welcome: true, seq: desk.seq, epoch: parts.epoch(), version: parts.version } satisfies Welcome))
    if (missed !== undefined) send(missed)
  }
  function createListening(found: Session): Listening {
    let current = found
    const listening: Listening = {
      get session() {
        return current
      },
      seq: 0,
      send,
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

  function listen(data: Buffer, isBinary: boolean): void {
    const message = readMessage(isBinary ? undefined : data.toString())
    if (message.kind === 'call') void call(message.frame)
    else if (message.kind === 'ping') send(JSON.stringify({ pong: message.ping }))
    else if (message.kind === 'cancel') running.get(message.id)?.abort()
    else reply(message.id, failure(malformed('frame')))
  }
  async function call({ id, call: name, input, replayKey, known }: CallFrame): Promise<void> {
    if (running.has(id)) return reply(id, failure(malformed('frame')))
    if (running.size >= limits.callsInFlight) return reply(id, failure(new AppError('rate-limited', { seconds: 1 })))
    const cancel = new AbortController()
    running.set(id, cancel)
    try {
      await parts.publicCalls.count(name, address)
      // A screen that reads itself again is no sign that somebody sits before it.
      const caller = session(known === undefined ? 'byToken' : 'peek')
      if (!caller) return
      const onProgress = (progress: ProgressFrame['progress']) => send(JSON.stringify({ id, progress } satisfies ProgressFrame))
      reply(id, await parts.dispatch(caller, name, input, { replayKey, known, signal: cancel.signal, onProgress }))
    } catch (error) {
      reply(id, failureOf(name, error, log))
    } finally {
      running.delete(id)
    }
  }

  /** The socket library collects a frame up to the large limit before it shows it: a stranger is stopped earlier. */
  let firstBytes = 0
  function countFirstBytes(chunk: Buffer): void {
    firstBytes += chunk.length
    if (!desk && firstBytes > largestFirstMessage + frameOverhead) end('too-large')
  }
  function onMessage(data: RawData, isBinary: boolean): void {
    if (socket.readyState !== socket.OPEN) return
    silence.refresh()
    guarded(() => receive(data as Buffer, isBinary))
  }
  function guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      end(failureOf('socket', error, log).code)
    }
  }
  function onClose(): void {
    clearTimeout(silence)
    clearTimeout(greeting)
    if (desk) broadcast.leave(desk)
    for (const cancel of running.values()) cancel.abort()
  }

  stream.on('data', countFirstBytes)
  socket.on('message', onMessage)
  socket.on('ping', () => silence.refresh())
  socket.on('pong', () => silence.refresh())
  socket.on('close', onClose)
  // A broken frame or connection closes the socket by itself.
  socket.on('error', () => {})
}

/** Closes by the book, and cuts the line if the other side takes too long for it. */
export function closeWithin(milliseconds: number, socket: WebSocket, code: number, reason?: string): void {
  const cut = setTimeout(() => socket.terminate(), milliseconds)
  socket.once('close', () => clearTimeout(cut))
  socket.close(code, reason)
}

/** What decides on the rows a desk may see: when it changes, what the desk holds is out of date. */
function rightsOf({ permissions, sections, canSeeCost }: Session): string {
  return JSON.stringify([[...permissions].sort(), sections === 'all' ? 'all' : [...sections].sort(), canSeeCost])
}
