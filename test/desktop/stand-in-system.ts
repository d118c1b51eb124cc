import { EventEmitter } from 'node:events'
import { records } from './records.ts'

/** Dialogs are answered by the test, which puts a function of its own in their place; unanswered, they are cancelled. */
export const dialog: Pick<Electron.Dialog, 'showErrorBox' | 'showMessageBox' | 'showMessageBoxSync' | 'showSaveDialog'> = {
  showErrorBox: (title, content) => void records.errorBoxes.push({ title, content }),
  showMessageBox: async (...given: [Electron.BaseWindow, Electron.MessageBoxOptions] | [Electron.MessageBoxOptions]) => {
    const { message, cancelId = 0 } = given.at(-1) as Electron.MessageBoxOptions
    records.messageBoxes.push(message)
    return { response: cancelId, checkboxChecked: false }
  },
  showMessageBoxSync: (...given: [Electron.BaseWindow, Electron.MessageBoxSyncOptions] | [Electron.MessageBoxSyncOptions]) => {
    const { message, cancelId = 0 } = given.at(-1) as Electron.MessageBoxSyncOptions
    records.messageBoxes.push(message)
    return cancelId
  },
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
}

export const clipboard = { writeText: async () => {} } satisfies Pick<Electron.Clipboard, 'writeText'>

export const crashReporter = { start: () => {} } satisfies Pick<Electron.CrashReporter, 'start'>

export const nativeTheme = { shouldUseDarkColors: false } satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors'>

export const shell = {
  openPath: async path => {
    records.opened.push(path)
    return ''
  },
  showItemInFolder: path => void records.opened.push(path),
} satisfies Pick<Electron.Shell, 'openPath' | 'showItemInFolder'>

const workArea = { x: 0, y: 0, width: 1366, height: 768 }
type Shown = Pick<Electron.Display, 'id' | 'workArea'>
export const screen = {
  getPrimaryDisplay: (): Shown => ({ id: 1, workArea }),
  getAllDisplays: (): Shown[] => [{ id: 1, workArea }],
} satisfies Record<keyof Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays'>, () => Shown | Shown[]>

export const nativeImage = {
  createFromPath: (path: string) => ({ path }),
  createFromBitmap: () => ({ path: 'bitmap' }),
} satisfies Record<keyof Pick<typeof Electron.NativeImage, 'createFromPath' | 'createFromBitmap'>, unknown>

export class Menu implements Pick<Electron.Menu, 'popup'> {
  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): { template: Electron.MenuItemConstructorOptions[] } & Menu {
    return Object.assign(new Menu(), { template })
  }
  static setApplicationMenu(): void {}
  popup(): void {}
}

export class Tray extends EventEmitter implements Pick<Electron.Tray, 'setToolTip' | 'setContextMenu' | 'destroy'> {
  constructor({ path }: { path: string }) {
    super()
    records.trayIcon = path
  }
  setToolTip(text: string): void {
    records.tooltip = text
  }
  setContextMenu(): void {}
  destroy(): void {}
}

export class Notification extends EventEmitter implements Pick<Electron.Notification, 'show'> {
  static isSupported(): boolean {
    return true
  }
  readonly #title: string
  constructor({ title = '' }: Electron.NotificationConstructorOptions) {
    super()
    this.#title = title
  }
  show(): void {
    records.notifications.push(this.#title)
  }
}
