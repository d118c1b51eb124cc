import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { contract } from '../shared/contract.ts'
import { productVersion } from '../shared/core/version.ts'
import { assemble, type Host } from './assemble.ts'
import { movableClock } from './core/clock.ts'
import { consoleLog } from './core/log.ts'
import { databaseFile } from './database/open.ts'
import { demoLogins, type DemoLogin } from './demo/logins.ts'
import { seedDemo } from './demo/seed.ts'
import { startHousekeeping } from './housekeeping.ts'
import { startLan } from './lan/http.ts'

/** How the main process asks for a host; `bind` other than loopback is served by HTTPS. */
export interface ServerOptions { readonly dataFolder: string; readonly bind: string; readonly port: number; readonly isDemo: boolean }
export type ServerMessage =
  | { readonly kind: 'ready'; readonly url: string; readonly demoLogins: readonly DemoLogin[] }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string | undefined }
  | { readonly kind: 'stopped' }

/** Source and build lie equally deep, so both find what lies beside them. */
const beside = (name: string) => new URL(`./${name}${extname(import.meta.url)}`, import.meta.url)
const rendererFolder = new URL('../dist-renderer/', import.meta.url)

async function serve({ dataFolder, bind, port, isDemo }: ServerOptions): Promise<() => Promise<void>> {
  const clock = movableClock()
  let story: Promise<void> | undefined
  // Asked for twice, it is told once.
  const tellDemoStory = (started: Host) => (story ??= seedDemo(started, clock, new URL('../resources/', import.meta.url)).then(() => started.seal()))
  const open = () => assemble({
    dataFolder, clock, worker: beside('worker'), migrations: new URL('../migrations/', import.meta.url), tasks: started => ({ tellDemoStory: () => tellDemoStory(started) }),
  })
  let host = open()
  const isHalfTold = host.site()?.isReady === false
  if (isHalfTold) {
    await host.close()
    setAside(dataFolder)
    host = open()
  }
  if (isDemo || isHalfTold) await tellDemoStory(host)
  const stopHousekeeping = startHousekeeping(host, consoleLog)
  const lan = await startLan({
    bind, port, dataFolder, version: productVersion, contract, log: consoleLog,
    rendererFolder: existsSync(rendererFolder) ? rendererFolder : undefined,
    dispatch: host.dispatch, sessions: host.sessions, events: host.events, files: host.files,
    epoch: () => host.site()?.epoch ?? '', siteName: () => host.site()?.name,
  })
  tell({ kind: 'ready', url: lan.url, demoLogins: host.site()?.isDemo ? demoLogins : [] })
  return async () => {
    stopHousekeeping()
    await lan.close()
    await host.close()
  }
}

/** A demo factory whose story broke off holds nothing of anybody's: it is put beside, and told anew. */
function setAside(dataFolder: string): void {
  const folder = join(dataFolder, `unfinished-demo-${Date.now()}`)
  mkdirSync(folder)
  for (const name of [databaseFile, `${databaseFile}-wal`, `${databaseFile}-shm`, 'seals']) {
    if (existsSync(join(dataFolder, name))) renameSync(join(dataFolder, name), join(folder, name))
  }
}

function tell(message: ServerMessage): void {
  parentPort?.postMessage(message)
}

function fail(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  tell({ kind: 'failed', name, message, stack })
}

const serving = serve(workerData as ServerOptions)
serving.catch(fail)
parentPort?.on('message', () => {
  void serving
    .then(stop => stop())
    .catch(fail)
    .finally(() => tell({ kind: 'stopped' }))
})
