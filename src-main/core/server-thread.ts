import { Worker, type MessagePort } from 'node:worker_threads'
import type { FileReply } from '../../shared/core/bridge.ts'
import type { Seed } from './start-options.ts'

/** How a host is asked for; `bind` other than loopback is served by HTTPS. */
export interface ServerOptions { readonly dataFolder: string; readonly bind: string; readonly port: number; readonly isDemo: boolean; readonly seed: Seed | undefined }
/** Who may sign in to the demo factory. */
export interface DemoPerson { readonly username: string; readonly password: string; readonly role: string; readonly pin?: string }
/** `problem`: the data is damaged, and only the way back to a backup is served. */
export interface Ready { readonly url: string; readonly demoLogins: readonly DemoPerson[]; readonly problem?: string }

export type ServerMessage =
  | ({ readonly kind: 'ready' } & Ready)
  /** Desks connected over the network now; windows of this computer are not counted. */
  | { readonly kind: 'desks'; readonly count: number }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string | undefined }
  | { readonly kind: 'stopped' }

/** What a window of this computer wants of the host; each over a port of its own, so that its end is the end of the port. */
export type WindowRequest =
  /** A desk's line: frames as text both ways, `null` for its end; a number says how much the window has taken in. */
  | { readonly kind: 'line'; readonly port: MessagePort }
  /** The port takes a chunk for every `more` it gave, then `end`; it answers with a `FileReply`, at the latest then. */
  | { readonly kind: 'upload'; readonly port: MessagePort; readonly token: string; readonly name: string; readonly mediaType: string }
  /** The port answers with a `FileReply<RedeemedFile>`. */
  | { readonly kind: 'redeem'; readonly port: MessagePort; readonly ticket: string }
export type ServerRequest = 'stop' | WindowRequest

/** A file whose ticket was spent. It stays where it is for some minutes. */
export interface RedeemedFile { readonly path: string; readonly name: string; readonly mediaType: string; readonly size: number }
export type UploadMessage = 'more' | FileReply

/** Why the thread ended without having been asked to. */
export class ServerFailure extends Error {
  /** `start`: it never served; `run`: it fell while it did. */
  readonly phase: 'start' | 'run'

  constructor(phase: 'start' | 'run', { name, message, stack }: { name: string; message: string; stack?: string | undefined }) {
    super(message)
    this.phase = phase
    this.name = name
    if (stack !== undefined) this.stack = stack
  }
}

export interface ServerThread {
  /** Rejects with the `ServerFailure` if it never serves. */
  readonly ready: Promise<Ready>
  /** The thread is over: with the `ServerFailure`, or with nothing if it was stopped. */
  readonly ended: Promise<ServerFailure | undefined>
  /** Hands over the request together with its port. */
  ask(request: WindowRequest): void
  onDesks(listener: (count: number) => void): void
  /** Sessions end, the audit is sealed, the folder is given back. */
  stop(): Promise<ServerFailure | undefined>
}

/** Starts the host's thread: all of it but windows. */
export function startServerThread(entry: URL, options: ServerOptions): ServerThread {
  const thread = new Worker(entry, { workerData: options })
  const ready = Promise.withResolvers<Ready>()
  const ended = Promise.withResolvers<ServerFailure | undefined>()
  let phase: ServerFailure['phase'] = 'start'
  let hearDesks: (count: number) => void = () => {}

  function end(failure: ServerFailure | undefined): void {
    ready.reject(failure ?? new ServerFailure('start', { name: 'Stopped', message: 'The host was stopped before it was ready' }))
    ended.resolve(failure)
  }
  function hear(message: ServerMessage): void {
    switch (message.kind) {
      case 'ready':
        phase = 'run'
        return ready.resolve({ url: message.url, demoLogins: message.demoLogins, ...(message.problem !== undefined && { problem: message.problem }) })
      case 'desks':
        return hearDesks(message.count)
      case 'failed':
        return end(new ServerFailure(phase, message))
      case 'stopped':
        return end(undefined)
    }
  }
  thread.on('message', hear)
  thread.on('error', thrown => end(new ServerFailure(phase, thrown instanceof Error ? thrown : new Error(String(thrown)))))
  thread.on('exit', code => end(new ServerFailure(phase, { name: 'Exit', message: `The server thread ended with code ${code}` })))
  // Who asks only how it ended need not ask whether it was ever ready.
  ready.promise.catch(() => {})
  return {
    ready: ready.promise,
    ended: ended.promise,
    ask: request => thread.postMessage(request satisfies ServerRequest, [request.port]),
    onDesks(listener) {
      hearDesks = listener
    },
    stop() {
      thread.postMessage('stop' satisfies ServerRequest)
      return ended.promise
    },
  }
}

/** For whoever started it from a terminal. */
export function announcement({ url, demoLogins, problem }: Ready): string {
  if (problem !== undefined) return `The host could not start: ${problem}\nOpen ${url} on this computer to go back to a backup; whatever is there is kept.\n`
  const widest = Math.max(...demoLogins.map(({ username }) => username.length))
  const logins = demoLogins.map(({ username, password, role, pin }) => `  ${username.padEnd(widest)}  ${password}  ${role}${pin === undefined ? '' : `, PIN ${pin}`}\n`)
  return `Lantai host ready at ${url}\n${logins.length > 0 ? `Demo factory logins:\n${logins.join('')}` : ''}`
}

export function failureText({ phase, name, message, stack }: ServerFailure): string {
  if (phase === 'run') return `The host stopped: ${stack ?? message}\n`
  return name === 'FolderInUseError' ? `${message}\n` : `The host could not start: ${message}\n`
}
