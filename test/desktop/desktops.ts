import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { _electron, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../scripts/find-browser.ts'
import { findElectron } from '../../scripts/find-electron.ts'
import { startDesktopProcess, type Evaluate } from './desktop-process.ts'

/** The built desktop program, running, as a test drives it. */
export interface Desktop {
  /** Where the host serves the network. */
  readonly url: string
  readonly evaluate: Evaluate
  /** The pages of the open windows, in the order they were opened. */
  windows(): Promise<Page[]>
  /** Starts the program once more on the same folder; its exit code. */
  startAgain(args?: readonly string[]): Promise<number | null>
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  output(): string
  close(): Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const ownArguments = (folder: string, args: readonly string[]) => ['--data', folder, '--port', '0', ...args]

/** On the stand-in: a page in the tests' browser for every window. */
export async function startOnStandIn(folder: string, args: readonly string[] = []): Promise<Desktop> {
  const desktop = await startDesktopProcess({ from: 'built', args: ownArguments(folder, args), browser: findBrowser() })
  const url = await desktop.ready
  const isUp = () => fetch(`http://127.0.0.1:${desktop.port}/json/version`).then(({ ok }) => ok, () => false)
  while (!(await isUp())) await new Promise(resolve => setTimeout(resolve, 100))
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${desktop.port}`)
  return {
    url, evaluate: desktop.evaluate, ended: desktop.ended, output: desktop.output,
    windows: async () => browser.contexts().flatMap(context => context.pages()).filter(page => page.url().startsWith('https://lantai.test/')),
    startAgain: async (more = []) => {
      const again = await startDesktopProcess({ from: 'built', args: ownArguments(folder, more) })
      return (await again.ended) as number
    },
    async close() {
      await browser.close()
      desktop.kill('SIGTERM')
      await desktop.ended
    },
  }
}

/** On Electron itself, where it is. */
export async function startOnElectron(folder: string, args: readonly string[] = []): Promise<Desktop> {
  const { path = '' } = findElectron()
  const program = await _electron.launch({ executablePath: path, args: [root, ...ownArguments(folder, args)] })
  const child = program.process()
  const ended = new Promise<number | NodeJS.Signals | null>(resolve => child.once('exit', (code, signal) => resolve(signal ?? code)))
  let printed = ''
  const url = await new Promise<string>(resolve => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        printed += data.toString()
        const ready = /^Lantai host ready at (\S+)$/m.exec(printed)?.[1]
        if (ready !== undefined) resolve(ready)
      })
    }
  })
  return {
    url, ended, output: () => printed,
    evaluate: (work, argument) => program.evaluate(work as never, argument as never) as never,
    windows: async () => program.windows(),
    startAgain: (more = []) => new Promise(resolve => spawn(path, [root, ...ownArguments(folder, more)]).once('exit', resolve)),
    async close() {
      if (child.exitCode === null) await program.close()
      await ended
    },
  }
}
