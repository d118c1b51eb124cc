import type { BrowserWindow, Menu, MenuItemConstructorOptions } from 'electron'
import type { Autostart } from './autostart.ts'
import type { ShellTexts } from './shell-texts.ts'
import type { ZoomStep } from './zoom.ts'

export interface MenuParts {
  /** Electron's `Menu`. */
  readonly menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>
  readonly texts: ShellTexts
  readonly autostart: Autostart
  newWindow(): void
  zoom(window: BrowserWindow, step: ZoomStep): void
  openLog(): void
  exportSupportBundle(): void
  showAbout(): void
  quit(): void
}

/** Installs the menu of all windows; again, in the other language, when that changes. */
export function installMenu(parts: MenuParts): void {
  parts.menu.setApplicationMenu(parts.menu.buildFromTemplate(menuTemplate(parts)))
}

export function menuTemplate(parts: Omit<MenuParts, 'menu'>): MenuItemConstructorOptions[] {
  const { texts: { menu: texts } } = parts
  return [
    {
      id: 'file', label: texts.file, submenu: [
        { id: 'new-window', label: texts.newWindow, accelerator: 'CmdOrCtrl+N', click: parts.newWindow },
        { id: 'print', label: texts.print, accelerator: 'CmdOrCtrl+P', click: onWindow(window => window.webContents.print()) },
        { type: 'separator' },
        autostartItem(parts),
        { type: 'separator' },
        { id: 'quit', label: texts.quit, accelerator: 'CmdOrCtrl+Q', click: parts.quit },
      ],
    },
    {
      id: 'view', label: texts.view, submenu: [
        ...zoomItems('in', texts.zoomIn, ['CmdOrCtrl+Plus', 'CmdOrCtrl+=', 'CmdOrCtrl+numadd'], parts),
        ...zoomItems('out', texts.zoomOut, ['CmdOrCtrl+-', 'CmdOrCtrl+numsub'], parts),
        ...zoomItems('reset', texts.zoomReset, ['CmdOrCtrl+0', 'CmdOrCtrl+num0'], parts),
        { type: 'separator' },
        ...underKeys({ id: 'reload', label: texts.reload, click: onWindow(window => window.webContents.reload()) }, ['CmdOrCtrl+R', 'F5']),
        { id: 'full-screen', label: texts.fullScreen, accelerator: 'F11', click: onWindow(window => window.setFullScreen(!window.isFullScreen())) },
      ],
    },
    {
      id: 'help', label: texts.help, submenu: [
        // The page itself answers F1; the menu only shows the key, and presses it for who clicks.
        { id: 'keys', label: texts.keys, accelerator: 'F1', registerAccelerator: false, click: onWindow(pressF1) },
        { type: 'separator' },
        { id: 'open-log', label: texts.openLog, click: parts.openLog },
        { id: 'support', label: texts.support, click: parts.exportSupportBundle },
        { type: 'separator' },
        { id: 'about', label: texts.about, click: parts.showAbout },
      ],
    },
  ]
}

function zoomItems(step: ZoomStep, label: string, keys: readonly string[], { zoom }: Pick<MenuParts, 'zoom'>): MenuItemConstructorOptions[] {
  return underKeys({ id: `zoom-${step}`, label, click: onWindow(window => zoom(window, step)) }, keys)
}

/** The item under its first key, and unseen ones for the others: a keyboard has its plus in more than one place. */
function underKeys(item: MenuItemConstructorOptions, [first, ...others]: readonly string[]): MenuItemConstructorOptions[] {
  return [{ ...item, accelerator: first! }, ...others.map(accelerator => ({ ...item, id: `${item.id}-${accelerator}`, accelerator, visible: false }))]
}

function autostartItem({ autostart, texts: { menu: texts } }: Pick<MenuParts, 'autostart' | 'texts'>): MenuItemConstructorOptions {
  const state = autostart.state()
  return {
    id: 'autostart', type: 'checkbox', checked: state !== 'off', enabled: state !== 'fixed',
    label: state === 'fixed' ? texts.autostartFixed : texts.autostart,
    click: item => autostart.set(item.checked),
  }
}

function onWindow(act: (window: BrowserWindow) => void): NonNullable<MenuItemConstructorOptions['click']> {
  // Every window of the program is a `BrowserWindow`; the base class is for programs that have others.
  return (_, window) => window && 'webContents' in window && act(window as BrowserWindow)
}

function pressF1({ webContents }: BrowserWindow): void {
  for (const type of ['keyDown', 'keyUp'] as const) webContents.sendInputEvent({ type, keyCode: 'F1' })
}
