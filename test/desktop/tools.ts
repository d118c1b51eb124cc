import { records } from './records.ts'
import type { StandInSession } from './stand-in-session.ts'
import { ipcMain, type BrowserWindow } from './stand-in-window.ts'

export interface SpokenPage {
  readonly heard: unknown[][]
  send(channel: string, ...given: unknown[]): void
  invoke(channel: string, ...given: unknown[]): Promise<unknown>
}
export interface ToldAnswer { readonly status: number | string; readonly headers: Record<string, string>; readonly text: string }

/** What only a stand-in can tell a test. */
export const tools = {
  records,
  /** Speaks as the page in this window would; without a browser, what the page is told is kept here. */
  page(window: object): SpokenPage {
    const { webContents: sender } = window as BrowserWindow
    const heard: unknown[][] = []
    sender.send = (...given) => void heard.push(given)
    const event = () => ({ sender, senderFrame: sender.mainFrame })
    return {
      heard,
      send: (channel, ...given) => void ipcMain.emit(channel, event(), ...given),
      invoke: (channel, ...given) => ipcMain.invoke(channel, event(), given),
    }
  },
  /** As a page's `invoke` arrives, with whatever event. */
  invoke: (channel: string, event: object, given: unknown[]) => ipcMain.invoke(channel, event, given),
  /** What the program makes of a page that asks for a window. */
  openWindow: (window: object, url: string) => (window as BrowserWindow).webContents.openHandler({ url, frameName: '' } as Electron.HandlerDetails).action,
  /** Whether a permission is granted to this address: when it is asked for, and when it is only looked up. */
  async permission(session: object, permission: string, address: string): Promise<[requested: boolean, looked: boolean]> {
    const { requestHandler, checkHandler } = session as StandInSession
    const [name, details] = [permission as 'notifications', { requestingUrl: address, isMainFrame: true }]
    const requested = await new Promise<boolean>(resolve => requestHandler?.(null as never, name, resolve, details))
    return [requested, checkHandler?.(null, name, address, details) ?? true]
  },
  /** Whether a device or a picture of the screen is given away. */
  async devices(session: object): Promise<{ readonly device: boolean; readonly media: unknown }> {
    const { deviceHandler, displayMediaHandler } = session as StandInSession
    const media = await new Promise(resolve => displayMediaHandler?.({} as Electron.DisplayMediaRequestHandlerHandlerRequest, resolve))
    return { device: deviceHandler?.({ deviceType: 'usb', origin: 'app://lantai' } as Electron.DevicePermissionHandlerHandlerDetails) ?? true, media }
  },
  /** How the program answers a request of a window's. */
  async request(session: object, url: string, method?: string): Promise<ToldAnswer> {
    const answer = await (session as StandInSession).request(url, method)
    if (typeof answer === 'string') return { status: answer, headers: {}, text: '' }
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() }
  },
}
export type Tools = typeof tools
