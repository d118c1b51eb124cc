import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { hostEntry } from '../support/run-folder.ts'
import type { Asked, Told } from './evaluate.ts'
import type { Tools } from './tools.ts'

const entries = { run: hostEntry('main'), built: new URL('../../dist-main/main.js', import.meta.url) }
const register = new URL('./register.ts', import.meta.url)

/** Electron as a test sees it, whether it is the real one or the stand-in. */
export type ElectronModule = typeof Electron.CrossProcessExports
export type Evaluate<Extra = object> = <Result, Argument>(
  work: (electron: ElectronModule & Extra, argument: Argument) => Result | Promise<Result>, argument: Argument,
) => Promise<Result>

export interface DesktopProcess {
  /** Runs a function within the program; it sees nothing but its two parameters. */
  readonly evaluate: Evaluate<{ tools: Tools }>
  /** Where the host serves, once it does. Rejects with what was printed if the program ends before. */
  readonly ready: Promise<string>
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  /** Where the pages can be driven over Chromium's protocol. */
  readonly port: number | undefined
  output(): string
  kill(signal: NodeJS.Signals): void
}

export interface DesktopProcessOptions {
  readonly from: keyof typeof entries
  readonly args: readonly string[]
  /** The browser's executable; without one, windows are only recorded. */
  readonly browser?: string | undefined
}

/** The desktop program on the stand-in, in a process of its own. */
export async function startDesktopProcess({ from, args, browser }: DesktopProcessOptions): Promise<DesktopProcess> {
  const port = browser === undefined ? undefined : await freePort()
  const child = spawn(process.execPath, ['--import', register.href, fileURLToPath(entries[from]), ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, ...(browser !== undefined && { LANTAI_STAND_IN_BROWSER: browser, LANTAI_STAND_IN_PORT: String(port) }) },
  })
  let printed = ''
  const ready = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      printed += data.toString()
      const url = /^Lantai host ready at (\S+)$/m.exec(printed)?.[1]
      if (url !== undefined) ready.resolve(url)
    })
  }
  const ended = new Promise<number | NodeJS.Signals | null>(resolve => child.once('close', (code, signal) => resolve(signal ?? code)))
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  void ended.then(end => {
    const reason = new Error(`The program ended (${String(end)}): ${printed}`)
    ready.reject(reason)
    for (const { reject } of waiting.values()) reject(reason)
  })
  ready.promise.catch(() => {})
  child.on('message', (told: Told) => {
    const asked = waiting.get(told.id)
    waiting.delete(told.id)
    if ('error' in told) asked?.reject(new Error(told.error))
    else asked?.resolve(told.value)
  })
  let lastId = 0
  return {
    port, ready: ready.promise, ended,
    async evaluate(work, argument) {
      const id = (lastId += 1)
      const answer = Promise.withResolvers<unknown>()
      waiting.set(id, answer)
      child.send({ id, source: work.toString(), argument } satisfies Asked)
      return (await answer.promise) as never
    },
    output: () => printed,
    kill: signal => void child.kill(signal),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
