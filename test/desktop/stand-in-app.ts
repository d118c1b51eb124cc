import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preventable } from './prevention.ts'
import { records } from './records.ts'

interface Closing { close(): void; isDestroyed(): boolean }
interface Lasting { readonly windows: Set<Closing>; endBrowser(): Promise<void> }

/** Filled by the windows, which need the program themselves. */
export const lasting: Lasting = { windows: new Set(), endBrowser: async () => {} }

const paths = new Map<string, string>()
const usualPath = (name: string) => {
  const path = join(tmpdir(), 'lantai-stand-in', name)
  mkdirSync(path, { recursive: true })
  return path
}
const lookFor = 100
let release = () => {}

const methods = {
  isPackaged: false,
  setAppUserModelId: () => {},
  getPath: name => paths.get(name) ?? usualPath(name),
  setPath: (name, path) => void paths.set(name, path),
  getPreferredSystemLanguages: () => ['id-ID'],
  getLoginItemSettings: () => ({
    openAtLogin: false, openAsHidden: false, wasOpenedAtLogin: false, wasOpenedAsHidden: false, restoreState: false, status: 'not-registered',
    executableWillLaunchAtLogin: false, launchItems: [],
  }),
  setLoginItemSettings: () => {},
  setBadgeCount: count => records.badges.push(count ?? 0) > 0,
  whenReady: () => ready,
  /** As Electron does it, by what both can reach: here a folder of the profile, into which later starts write what they were asked. */
  requestSingleInstanceLock(data) {
    const folder = join(methods.getPath('userData'), 'stand-in-lock')
    try {
      mkdirSync(folder)
    } catch {
      writeFileSync(join(mkdtempSync(join(folder, 'start-')), 'asked.json'), JSON.stringify({ argv: process.argv, folder: process.cwd(), data }))
      return false
    }
    const hearing = setInterval(hearLaterStarts, lookFor, folder).unref()
    release = () => {
      clearInterval(hearing)
      rmSync(folder, { recursive: true, force: true })
    }
    return true
  },
  quit() {
    const event = preventable({})
    app.emit('before-quit', event)
    if (event.defaultPrevented) return
    for (const window of [...lasting.windows]) window.close()
    if (lasting.windows.size > 0) return
    const last = preventable({})
    app.emit('will-quit', last)
    if (!last.defaultPrevented) methods.exit(0)
  },
  exit(code = 0) {
    release()
    void lasting.endBrowser().finally(() => process.exit(code))
  },
} satisfies Pick<
  Electron.App,
  | 'isPackaged' | 'setAppUserModelId' | 'getPath' | 'setPath' | 'getPreferredSystemLanguages' | 'getLoginItemSettings' | 'setLoginItemSettings'
  | 'setBadgeCount' | 'whenReady' | 'requestSingleInstanceLock' | 'quit' | 'exit'
>

export const app = Object.assign(new EventEmitter(), methods)

const ready = new Promise<void>(resolve => setImmediate(() => {
  app.emit('ready')
  resolve()
}))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())

function hearLaterStarts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name, 'asked.json')
    try {
      const { argv, folder: from, data } = JSON.parse(readFileSync(file, 'utf8')) as { argv: string[]; folder: string; data: unknown }
      rmSync(join(folder, name), { recursive: true })
      app.emit('second-instance', preventable({}), argv, from, data)
    } catch {
      // Not written to its end yet.
    }
  }
}
