import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, clipboard, dialog, Menu, nativeImage, Notification, screen, session, shell, Tray, type BrowserWindow } from 'electron'
import { productVersion } from '../../shared/core/version.ts'
import type { Log } from '../core/log.ts'
import { announcement, failureText, startServerThread, type ServerFailure, type ServerOptions } from '../core/server-thread.ts'
import { logFolder } from '../database/data-folder.ts'
import { createAutostart } from './autostart.ts'
import { showBadge } from './badge.ts'
import { guardContents } from './contents-guard.ts'
import { offerTextMenu } from './context-menu.ts'
import { openDesktopMemory } from './desktop-memory.ts'
import { createDocuments } from './documents.ts'
import { createIpc } from './ipc.ts'
import { routeLines } from './lines.ts'
import { installMenu, type MenuParts } from './menu.ts'
import { scheme } from './own-address.ts'
import { followPage } from './page-news.ts'
import { mayQuit, showAbout } from './questions.ts'
import { screenServer } from './screens.ts'
import { guardSession } from './session-guard.ts'
import { fill, shellTexts, systemLanguage } from './shell-texts.ts'
import { failureBox, type FailureBox } from './start-failure.ts'
import { exportSupportBundle, writeInThread } from './support-bundle.ts'
import { serveTickets } from './tickets.ts'
import { showTray, tellOfTray, type HostState } from './tray.ts'
import { careForWindow } from './window-care.ts'
import { createWindowStates } from './window-state.ts'
import { createDeskWindows, type DeskWindows } from './windows.ts'

/** Where the program's own pieces lie. */
export interface DesktopFiles {
  /** The entries of its threads. */
  readonly server: URL
  readonly supportBundle: URL
  readonly preload: URL
  readonly screens: URL
  readonly icons: URL
}

export interface RunningDesktopParts {
  readonly options: ServerOptions
  readonly isBackground: boolean
  readonly files: DesktopFiles
  readonly log: Log
  endWith(box: FailureBox): Promise<void>
}

/** A host that cannot end is left: what was acknowledged is on the disk already. */
const longestStop = 30_000
/** How long a window may wait for a host that takes its time, as with a new demo factory; then it opens and says so itself. */
const patience = 1_500

/** The program from ready to quit: a host in a thread of its own, its windows, and the icon near the clock. */
export function runDesktop({ options, isBackground, files, log, endWith }: RunningDesktopParts): void {
  const { dataFolder } = options
  const server = startServerThread(files.server, options)
  const memory = openDesktopMemory(join(app.getPath('userData'), 'desktop.json'))
  const states = createWindowStates({ memory, workAreas })
  const unread = new Map<BrowserWindow, number>()
  let language = systemLanguage(app.getPreferredSystemLanguages())
  let state: HostState = { address: undefined, hasFailed: false, desks: 0, unread: 0 }
  const texts = () => shellTexts[language]

  const windows = createDeskWindows({
    states, preload: fileURLToPath(files.preload), onHidden: () => tellOfTray({ memory, notification: Notification, texts: texts(), onClick: windows.show }),
    onOpen(window) {
      careForWindow(window, { log, texts: () => texts().window, onStay: windows.keepOpen })
      offerTextMenu(window, () => texts().edit)
      followPage(window, {
        onUnread: count => update({ unread: countUnread(window, count) }),
        onLanguage(spoken) {
          if (spoken === language) return
          language = spoken
          renewMenu()
          update({})
        },
      })
    },
  })
  /** Windows of one user count the same notices. */
  function countUnread(window: BrowserWindow, count: number): number {
    if (window.isDestroyed()) unread.delete(window)
    else unread.set(window, count)
    return Math.max(0, ...unread.values())
  }
  function update(change: Partial<HostState>): void {
    state = { ...state, ...change }
    tray.update(state, texts())
    showBadge(app, windows.all, state.unread, fill(texts().tray.unread, { count: state.unread }))
  }
  const quit = () => void mayQuit(dialog, texts(), state.desks).then(may => may && app.quit())
  const renewMenu = () => showMenu({
    texts: texts(), windows, zoom: states.zoom, quit, dataFolder, supportBundle: files.supportBundle, address: () => state.address,
  })

  session.defaultSession.protocol.handle(scheme, screenServer(files.screens))
  guardSession(session.defaultSession)
  guardContents({ app, isDesk: windows.isDesk, openScreen: windows.open, bringForward: windows.bringForward })
  const ipc = createIpc({ isDesk: windows.isDesk, log })
  routeLines(ipc, server)
  serveTickets({ ipc, server, showDocument: createDocuments() })
  const tray = showTray({ tray: new Tray(trayImage(files.icons)), menu: Menu, clipboard, open: windows.show, quit })
  renewMenu()
  update({})

  const fail = (failure: ServerFailure) => {
    log.error('host', failure)
    process.stderr.write(failureText(failure))
    update({ hasFailed: true, address: undefined })
    void endWith(failureBox(failure, options, logFolder(dataFolder)))
  }
  void server.ended.then(failure => failure && fail(failure))
  server.onDesks(desks => update({ desks }))
  server.ready.then(ready => {
    process.stdout.write(announcement(ready))
    update({ address: ready.url })
  }, () => {})
  if (!isBackground) void Promise.race([server.ready, pause(patience)]).then(() => windows.open(), () => {})

  app.on('second-instance', (_event, _argv, _folder, asked) => {
    if (!isForBackground(asked)) windows.show()
  })
  app.on('activate', windows.show)
  // The host goes on without windows.
  app.on('window-all-closed', () => {})
  endCleanly({ stop: server.stop, letClose: windows.letClose })
}

interface ShownMenuParts extends Pick<MenuParts, 'texts' | 'zoom' | 'quit'> {
  readonly windows: DeskWindows
  readonly dataFolder: string
  readonly supportBundle: URL
  address(): string | undefined
}

function showMenu({ texts, windows, zoom, quit, dataFolder, supportBundle, address }: ShownMenuParts): void {
  installMenu({
    menu: Menu, texts, zoom, quit, newWindow: () => windows.open(),
    autostart: createAutostart({ app, platform: process.platform, executable: process.env.APPIMAGE ?? app.getPath('exe'), configFolder: app.getPath('appData') }),
    openLog: () => void shell.openPath(join(logFolder(dataFolder), 'host.log')),
    exportSupportBundle: () => void exportSupportBundle({
      dialog, shell, window: windows.front, texts, folder: app.getPath('desktop'), fileName: `lantai-${new Date().toISOString().slice(0, 10)}.zip`,
      write: path => writeInThread(supportBundle, dataFolder, path),
    }),
    showAbout: () => void showAbout(dialog, texts, { version: productVersion, address: address(), dataFolder, versions: process.versions }),
  })
}

/** Windows first, then the host: sessions end, the audit is sealed, the folder is given back. */
function endCleanly({ stop, letClose }: { stop(): Promise<ServerFailure | undefined>; letClose(): void }): void {
  let isStopping = false
  app.on('before-quit', letClose)
  app.on('will-quit', event => {
    event.preventDefault()
    if (isStopping) return
    isStopping = true
    void Promise.race([stop(), pause(longestStop).then(() => 'late' as const)]).then(failure => app.exit(failure ? 1 : 0))
  })
}

function isForBackground(asked: unknown): boolean {
  return Object(asked).isBackground === true
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

/** The main display first. */
function workAreas() {
  const main = screen.getPrimaryDisplay()
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea)
}

function trayImage(icons: URL) {
  return nativeImage.createFromPath(fileURLToPath(new URL(process.platform === 'win32' ? 'tray.ico' : 'tray.png', icons)))
}
