import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, crashReporter, dialog, protocol } from 'electron'
import { productVersion } from '../../shared/core/version.ts'
import { openLogFile } from '../core/log-file.ts'
import { ServerFailure, type ServerOptions } from '../core/server-thread.ts'
import { loopback, readStartOptions, usualPort, type StartOptions } from '../core/start-options.ts'
import { crashFolder, logFolder } from '../database/data-folder.ts'
import { startCrashDumps } from './crash-dumps.ts'
import { sharedFolder, usualDataFolder } from './data-place.ts'
import { scheme } from './own-address.ts'
import { runDesktop, type DesktopFiles } from './running-desktop.ts'
import { failureBox, optionsBox, type FailureBox } from './start-failure.ts'

/** By which Windows knows the program; the packager's `appId` too. */
const programId = 'lantai.desktop'
const everyAddress = '0.0.0.0'

/** All that must be done before the program is ready is done at once; the rest waits for that. */
export function startDesktop(files: DesktopFiles): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
  if (process.platform === 'win32') app.setAppUserModelId(programId)
  const start = readStart()
  if (start instanceof Error) return void endWith(optionsBox(start.message))

  const options = serverOptions(start)
  // A folder that cannot be written is found out here.
  const fail = (error: unknown) => endWith(failureBox(new ServerFailure('start', errorOf(error)), options, logFolder(options.dataFolder)))
  try {
    begin(start, options, files).catch(fail)
  } catch (error) {
    void fail(error)
  }
}

function begin(start: StartOptions, options: ServerOptions, files: DesktopFiles): Promise<void> {
  const { dataFolder } = options
  const { isBackground } = start
  useProfile(start, dataFolder)
  // A second start hands over what it was asked for, and goes.
  if (!app.requestSingleInstanceLock({ isBackground })) {
    app.exit(0)
    return Promise.resolve()
  }
  const log = openLogFile(dataFolder, 'desktop')
  process.on('uncaughtExceptionMonitor', (error, origin) => log.error(origin, error))
  startCrashDumps(crashFolder(dataFolder), { app, crashReporter, version: productVersion })
  return app.whenReady().then(() => runDesktop({ options, isBackground, files, log, endWith }))
}

/** Chromium's own switches may stand among ours. Going back to a backup is done without windows, or on the screen for it. */
function readStart(): StartOptions | Error {
  try {
    const start = readStartOptions(process.argv.slice(app.isPackaged ? 1 : 2), { allowsOthers: true })
    return start.restore === undefined && !start.isSure ? start : new Error('--restore and --yes are for the host without a window: npm run host -- --restore FILE --data DIR')
  } catch (error) {
    return errorOf(error)
  }
}

function errorOf(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

/** Installed, it serves the factory's network; from its sources, this computer alone, unless it is told otherwise. */
function serverOptions({ dataFolder, port, bind, isDemo, seed }: StartOptions): ServerOptions {
  return {
    dataFolder: resolve(dataFolder ?? usualDataFolder(app.getPath('userData'), sharedFolder(process.platform, process.env))),
    port: port ?? usualPort, bind: bind ?? (app.isPackaged ? everyAddress : loopback), isDemo, seed,
  }
}

/** What the windows keep lies with a data folder that was named: with another folder, it is another program. */
function useProfile({ dataFolder: named }: StartOptions, dataFolder: string): void {
  if (named === undefined) return
  const profile = join(dataFolder, 'desktop')
  mkdirSync(profile, { recursive: true })
  app.setPath('userData', profile)
}

async function endWith({ title, content }: FailureBox): Promise<void> {
  process.stderr.write(`${title}\n${content}\n`)
  await app.whenReady()
  dialog.showErrorBox(title, content)
  app.exit(1)
}
