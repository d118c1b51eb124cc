import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import type { CallFrame, Changed, Hello, HostFrame, Reply, Welcome } from '../../shared/core/frames.ts'
import { databaseFile } from '../../src-main/database/data-folder.ts'
import { fillFolder, hostEntry } from './run-folder.ts'

const entries = { run: hostEntry('host'), built: new URL('../../dist-main/host.js', import.meta.url) }

export interface HostProcess {
  readonly url: string
  readonly pid: number
  readonly output: () => string
  /** Sends the signal and waits for the end; the exit code, or the signal that ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

export interface HostProcessOptions {
  /** More for the host's own command line. */
  readonly args?: readonly string[]
  /** The program's entry, if it lies elsewhere than here. */
  readonly from?: keyof typeof entries | URL
  readonly port?: number
  /** Options of Node itself. */
  readonly nodeArgs?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Kills it, also while it is starting. */
  readonly signal?: AbortSignal
  /** Its data is damaged: what is awaited is the way back to a backup, not the host. */
  readonly isRescue?: boolean
}

/**
 * The real host in a process of its own. Rejects with what it printed if it ends before it is ready. The demo factory's story takes seconds to tell:
 * hosts of one run that are no different begin with a copy of it.
 */
export async function startHostProcess(folder: string, options: HostProcessOptions = {}): Promise<HostProcess> {
  const { args = [], from = 'run', nodeArgs = [], env = {} } = options
  const isUsualDemo = args.includes('--demo') && typeof from === 'string' && nodeArgs.length === 0 && Object.keys(env).length === 0
  if (isUsualDemo && !existsSync(join(folder, databaseFile))) await fillFolder(folder, 'demo', async at => void (await (await spawnHost(at, { args, from })).stop()))
  return spawnHost(folder, options)
}

async function spawnHost(folder: string, { args = [], from = 'run', port = 0, nodeArgs = [], env = {}, signal, isRescue = false }: HostProcessOptions): Promise<HostProcess> {
  const command = [...nodeArgs, fileURLToPath(from instanceof URL ? from : entries[from]), '--data', folder, '--port', String(port), ...args]
  const child = spawn(process.execPath, command, { env: { ...process.env, ...env }, signal, killSignal: 'SIGKILL' })
  child.on('error', () => {})
  let printed = ''
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>(resolve => child.once('exit', (code, signal) => resolve(signal ?? code)))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString()
      const [, ready] = /^Lantai host ready at (\S+)$/m.exec(printed) ?? []
      const [, rescue] = /^Open (\S+) on this computer to go back/m.exec(printed) ?? []
      if ((isRescue ? rescue : ready) !== undefined) resolve((isRescue ? rescue : ready)!)
      else if (rescue !== undefined) child.kill()
    })
    void ended.then(end => reject(new Error(`The host ended (${String(end)}): ${printed}`)))
  })
  return {
    url,
    pid: child.pid!,
    output: () => printed,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Calls a procedure over HTTP. */
export async function post(url: string, name: string, input: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(`${url}/api/v1/${name.replace('.', '/')}`, {
    method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(input),
  })
  return (await response.json()) as Reply
}

export async function login(url: string, username: string, password: string, deskId: string): Promise<string> {
  const reply = await post(url, 'identity.login', { username, password, deskId })
  if (!reply.ok) throw new Error(`Login failed: ${JSON.stringify(reply)}`)
  return (reply.value as { token: string }).token
}

/** Calls of somebody signed in, by the demo's password, at a desk of their own; a refusal is thrown with its name. */
export type Caller = <Value>(name: string, input: unknown) => Promise<Value>

export async function callerAt(url: string, username: string): Promise<Caller> {
  const token = await login(url, username, 'Lantai#2026', `desk-of-${username}`)
  return async <Value>(name: string, input: unknown) => {
    const reply = await post(url, name, input, { authorization: `Bearer ${token}` })
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
    return reply.value as Value
  }
}

/** A desk's socket, bare: what arrives is kept, a call is answered by its id. */
export interface BareDesk {
  readonly socket: WebSocket
  readonly welcome: Welcome
  readonly frames: readonly HostFrame[]
  readonly changes: readonly Changed[]
  call(frame: Omit<CallFrame, 'id'>): Promise<Reply>
  close(): void
}

/** `since`: where it stopped listening. */
export async function openDesk(url: string, token: string, deskId: string, since: Pick<Hello, 'seq' | 'epoch'> = {}): Promise<BareDesk> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, { perMessageDeflate: false })
  const frames: HostFrame[] = []
  const changes: Changed[] = []
  const waiting = new Map<number, { resolve(reply: Reply): void; reject(error: Error): void }>()
  let lastId = 0
  const welcome = await new Promise<Welcome>((resolve, reject) => {
    socket.once('error', reject)
    socket.on('open', () => socket.send(JSON.stringify({ token, deskId, ...since })))
    socket.on('close', () => {
      reject(new Error('closed'))
      for (const { reject: fail } of waiting.values()) fail(new Error('closed'))
      waiting.clear()
    })
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as HostFrame
      frames.push(frame)
      if ('welcome' in frame) resolve(frame)
      if ('events' in frame) changes.push(...frame.events)
      if ('ok' in frame) {
        waiting.get(frame.id)?.resolve(frame)
        waiting.delete(frame.id)
      }
    })
  })
  socket.on('error', () => {})
  return {
    socket, welcome, frames, changes,
    call: frame =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        socket.send(JSON.stringify({ id: lastId, ...frame }))
      }),
    close: () => socket.close(),
  }
}
