import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { contract } from '../shared/contract.ts'
import { productVersion } from '../shared/core/version.ts'
import { assemble, type Host } from './assemble.ts'
import { movableClock, systemClock } from './core/clock.ts'
import { openLogFile } from './core/log-file.ts'
import { consoleLog, everyLog } from './core/log.ts'
import type { ServerMessage, ServerOptions, ServerRequest, WindowRequest } from './core/server-thread.ts'
import { DamagedDatabaseError } from './database/damage.ts'
import { databaseFile } from './database/open.ts'
import { readPlan } from './database/restore-plan.ts'
import { demoLogins } from './demo/logins.ts'
import { seedDemo, seedSampleMasters } from './demo/seed.ts'
import { startHousekeeping } from './housekeeping.ts'
import { startLan } from './lan/http.ts'
import { createRescue } from './rescue.ts'
import { enterRestore } from './restored-host.ts'
import { createTraining } from './training-world.ts'

interface Serving { serveWindow(request: WindowRequest): void; stop(): Promise<void> }

/** Source and build lie equally deep, so both find what lies beside them. */
const beside = (name: string) => new URL(`./${name}${extname(import.meta.url)}`, import.meta.url)
const rendererFolder = new URL('../dist-renderer/', import.meta.url)
const migrations = new URL('../migrations/', import.meta.url)
const resources = new URL('../resources/', import.meta.url)
const options = workerData as ServerOptions
const { dataFolder, bind, isDemo } = options

const logFile = openLogFile(dataFolder, 'host')
const log = everyLog(consoleLog, logFile)
process.on('uncaughtExceptionMonitor', (error, origin) => logFile.error(origin, error))

const network = { bind, dataFolder, version: productVersion, contract, log, rendererFolder: existsSync(rendererFolder) ? rendererFolder : undefined }

/** So long desks have to hear why they are cut off. */
const farewell = 500
let { port, seed } = options
/** What serves now, or will as soon as it can. */
let serving = serve()
serving.catch(fail)

async function serve(): Promise<Serving> {
  try {
    return await serveFactory()
  } catch (error) {
    if (error instanceof DamagedDatabaseError) return serveRescue(error)
    throw error
  }
}

/** In the host's place, on its address, while the data cannot be opened. */
async function serveRescue({ message }: DamagedDatabaseError): Promise<Serving> {
  const { world, close } = createRescue({ dataFolder, migrations, clock: systemClock, log, problem: message, beginAnew: () => beginAnew(world) })
  log.error('start', message)
  const lan = await startLan({ ...network, ...world, port, siteName: () => undefined }).catch(async (error: unknown) => {
    await close()
    throw error
  })
  port = lan.port
  tell({ kind: 'ready', url: lan.url, demoLogins: [], problem: message })
  return {
    serveWindow: lan.serveWindow,
    async stop() {
      await lan.close()
      await close()
    },
  }
}

async function serveFactory(): Promise<Serving> {
  const clock = movableClock()
  let story: Promise<void> | undefined
  // Asked for twice, it is told once.
  const tellDemoStory = (started: Host) => (story ??= seedDemo(started, clock, resources).then(() => started.seal()))
  const files = { worker: beside('worker'), migrations }
  const open = () => assemble({
    ...files, dataFolder, clock, log, tasks: started => ({ tellDemoStory: () => tellDemoStory(started), beginAnew: async () => beginAnew(started), seedMasters: () => seedSampleMasters(started, resources), ...training.tasks }),
  })
  let host = open()
  await enterRestore(host, dataFolder)
  const isHalfTold = host.site()?.isReady === false
  if (isHalfTold) {
    await host.close()
    setAside()
    host = open()
  }
  const training = createTraining({ ...files, live: host, dataFolder, clock, log, preparer: beside('prepare-training') })
  if (seed) await seedFirst(host)
  if (isDemo || seed === 'demo' || isHalfTold) await tellDemoStory(host)
  seed = undefined
  if (host.site()) await host.system('identity.completeMenus', {})
  const stopHousekeeping = startHousekeeping(host, { log, dataFolder, checker: beside('check-data') })
  const lan = await startLan({
    ...network, port,
    dispatch: host.dispatch, sessions: host.sessions, online: host.online, warn: host.warn, keyCallsPerMinute: host.keyCallsPerMinute, events: host.events, files: host.files,
    epoch: host.epoch, siteName: () => host.site()?.name, condition: host.condition, onDesks: count => tell({ kind: 'desks', count }), training,
  })
  // Begun anew, it is found where it was.
  port = lan.port
  logFile.info(`Lantai ${productVersion} serves at ${lan.url}`)
  tell({ kind: 'ready', url: lan.url, demoLogins: host.site()?.isDemo ? demoLogins : [] })
  host.warmUp()
  return {
    serveWindow: lan.serveWindow,
    async stop() {
      stopHousekeeping()
      await lan.close()
      await training.close()
      await host.close()
      logFile.info('Stopped')
    },
  }
}

/** What was asked for on the command line must not be mixed into what is there. */
async function seedFirst(host: Host): Promise<void> {
  const site = host.site()
  const problem = seed === 'demo' ? site && `it is not empty: the factory ${site.name} is in it` : !site && 'there is no factory in it yet: open Lantai and set it up first'
  if (problem) {
    await host.close()
    throw new Error(`${dataFolder} cannot be filled, ${problem}. Nothing was changed`)
  }
  if (seed === 'masters') await host.system('cleanUp.seedMasters', {})
}

/** Closes the host and opens it again, with what was put ready meanwhile. Desks come back by themselves. */
function beginAnew({ condition }: Pick<Host, 'condition'>): void {
  condition.change({ restoring: readPlan(dataFolder)?.backupAt ?? null })
  serving = serving.then(async ({ stop }) => {
    await new Promise(resolve => setTimeout(resolve, farewell))
    await stop()
    return serve()
  })
  serving.catch(fail)
}

/**
 * A demo factory whose story broke off holds nothing of anybody's: it is put beside, and told anew. The database goes last: seals
 * without one would tell the next start that it was lost.
 */
function setAside(): void {
  const folder = join(dataFolder, `unfinished-demo-${Date.now()}`)
  mkdirSync(folder)
  for (const name of ['seals', `${databaseFile}-wal`, `${databaseFile}-shm`, databaseFile]) {
    if (existsSync(join(dataFolder, name))) renameSync(join(dataFolder, name), join(folder, name))
  }
}

function tell(message: ServerMessage): void {
  parentPort?.postMessage(message)
}

function fail(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  logFile.error('server', error)
  tell({ kind: 'failed', name, message, stack })
}

parentPort?.on('message', (request: ServerRequest) => {
  // A window may be open before the host is ready: what it asks waits in its port.
  if (request !== 'stop') return void serving.then(({ serveWindow }) => serveWindow(request), () => request.port.close())
  void serving
    .then(({ stop }) => stop())
    .catch(fail)
    .finally(() => tell({ kind: 'stopped' }))
})
