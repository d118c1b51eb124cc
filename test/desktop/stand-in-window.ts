import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { app, lasting } from './stand-in-app.ts'
import { openPage, type ShownPage } from './pages.ts'
import { preventable } from './prevention.ts'
import { records } from './records.ts'
import { session, type StandInSession } from './stand-in-session.ts'

/** Frames as the program sees them. */
export interface StandInFrame { readonly url: string; readonly parent: object | null }
type Invoked = (event: object, ...given: unknown[]) => unknown

const answers = new Map<string, Invoked>()
const ipcEvents = new EventEmitter()

export const ipcMain = Object.assign(ipcEvents, {
  handle: (channel: string, listener: Invoked) => void answers.set(channel, listener),
  /** As a page's `invoke` arrives. */
  invoke: async (channel: string, event: object, given: unknown[]): Promise<unknown> => {
    const answer = answers.get(channel)
    if (!answer) throw new Error(`Nobody handles ${channel}`)
    return answer(event, ...given)
  },
})

let lastId = 0

export class StandInContents
  extends EventEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'getURL' | 'isDestroyed' | 'reload' | 'print' | 'send' | 'executeJavaScript' | 'setWindowOpenHandler' | 'setZoomMode' | 'setZoomFactor'
      | 'sendInputEvent' | 'forcefullyCrashRenderer'
    >
{
  readonly id = (lastId += 1)
  readonly session: StandInSession
  address = ''
  page: ShownPage | undefined
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'deny' })
  #isDestroyed = false

  constructor(given: StandInSession) {
    super()
    this.session = given
  }
  get mainFrame(): StandInFrame {
    return { url: this.address, parent: null }
  }
  getURL(): string {
    return this.address
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  send(channel: string, ...given: unknown[]): void {
    this.page?.deliver(channel, given)
  }
  reload(): void {
    void this.page?.load(this.address)
  }
  print(): void {
    records.printed.push(this.address)
  }
  async executeJavaScript(code: string): Promise<unknown> {
    return this.page?.run(code)
  }
  setWindowOpenHandler(handler: StandInContents['openHandler']): void {
    this.openHandler = handler
  }
  setZoomMode(): void {}
  setZoomFactor(): void {}
  sendInputEvent(): void {}
  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  }
  /** Whether the program lets the page go there by itself. */
  mayNavigate(url: string): boolean {
    const [event, framed] = [preventable({ url, isMainFrame: true }), preventable({ url, isMainFrame: true })]
    this.emit('will-frame-navigate', framed)
    this.emit('will-navigate', event)
    return !event.defaultPrevented && !framed.defaultPrevented
  }
  begin(url: string): void {
    this.address = url
    this.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false })
  }
  end(): void {
    this.#isDestroyed = true
    this.emit('destroyed')
  }
}

export class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'show' | 'hide' | 'focus' | 'close' | 'destroy' | 'restore' | 'maximize' | 'isVisible' | 'isMinimized' | 'isMaximized' | 'isDestroyed' | 'isFullScreen'
      | 'setFullScreen' | 'setOverlayIcon' | 'getNormalBounds' | 'loadURL'
    >
{
  static getAllWindows(): BrowserWindow[] {
    return [...lasting.windows] as BrowserWindow[]
  }
  static fromWebContents(contents: StandInContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(({ webContents }) => webContents === contents) ?? null
  }
  readonly webContents: StandInContents
  readonly #options: Electron.BrowserWindowConstructorOptions
  #isVisible = false
  #isDestroyed = false

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.#options = options
    records.windows.push(options)
    const { session: given } = options.webPreferences ?? {}
    this.webContents = new StandInContents((given as object | undefined) instanceof Object ? (given as object as StandInSession) : session.defaultSession)
    lasting.windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    const { webContents: contents } = this
    contents.begin(url)
    contents.page ??= await openPage({
      contents, preload: this.#options.webPreferences?.preload === undefined ? undefined : pathToFileURL(this.#options.webPreferences.preload),
      onTitle: title => this.emit('page-title-updated', {}, title), onFocus: () => this.emit('focus'),
      onIpc: (kind, channel, frame, given) => {
        const event = { sender: contents, senderFrame: frame }
        return kind === 'send' ? Promise.resolve(void ipcMain.emit(channel, event, ...given)) : ipcMain.invoke(channel, event, given)
      },
      onOpen: address => void contents.openHandler({ url: address } as Electron.HandlerDetails),
    })
    await contents.page?.load(url)
    this.emit('ready-to-show')
    contents.emit('dom-ready')
    contents.emit('did-finish-load')
  }
  show(): void {
    this.#isVisible = true
    this.emit('show')
  }
  hide(): void {
    this.#isVisible = false
    this.emit('hide')
  }
  focus(): void {
    void this.webContents.page?.focus()
    this.emit('focus')
  }
  close(): void {
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    lasting.windows.delete(this)
    void this.webContents.page?.close()
    this.webContents.end()
    this.emit('closed')
    if (lasting.windows.size === 0) app.emit('window-all-closed')
  }
  restore(): void {}
  maximize(): void {}
  isVisible(): boolean {
    return this.#isVisible
  }
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return false
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  isFullScreen(): boolean {
    return false
  }
  setFullScreen(): void {}
  setOverlayIcon(): void {}
  getNormalBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 1366, height: 768 }
  }
}
