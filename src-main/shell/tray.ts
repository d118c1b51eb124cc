import type { Clipboard, Menu, NotificationConstructorOptions, Tray } from 'electron'
import { z } from 'zod'
import type { DesktopMemory } from './desktop-memory.ts'
import { fill, type ShellTexts } from './shell-texts.ts'

export interface HostState {
  /** The host's address once it is ready; `failed` if it could not start. */
  readonly address: string | undefined
  readonly hasFailed: boolean
  /** Desks connected now. */
  readonly desks: number
  readonly unread: number
}

export interface TrayParts {
  /** The icon already in the tray. */
  readonly tray: Pick<Tray, 'setToolTip' | 'setContextMenu' | 'destroy'> & { on(event: 'click', listener: () => void): unknown; on(event: 'double-click', listener: () => void): unknown }
  readonly menu: Pick<typeof Menu, 'buildFromTemplate'>
  readonly clipboard: Pick<Clipboard, 'writeText'>
  open(): void
  quit(): void
}

export interface HostTray {
  /** Shows the state; called when it, or the language, changes. */
  update(state: HostState, texts: ShellTexts): void
  remove(): void
}

/** The icon near the clock: the host is there although no window is open. */
export function showTray({ tray, menu, clipboard, open, quit }: TrayParts): HostTray {
  tray.on('click', open)
  tray.on('double-click', open)
  return {
    update(state, { tray: texts }) {
      tray.setToolTip(tooltip(state, texts))
      const { address } = state
      tray.setContextMenu(menu.buildFromTemplate([
        { id: 'open', label: texts.open, click: open },
        { type: 'separator' },
        ...(address === undefined ? [] : [{ id: 'address', label: fill(texts.copyAddress, { address }), click: () => void clipboard.writeText(address) }]),
        { id: 'state', label: stateText(state, texts), enabled: false },
        { type: 'separator' },
        { id: 'quit', label: texts.quit, click: quit },
      ]))
    },
    remove: () => tray.destroy(),
  }
}

function stateText({ address, hasFailed, desks }: HostState, texts: ShellTexts['tray']): string {
  if (hasFailed) return texts.failed
  return address === undefined ? texts.starting : fill(texts.desks, { count: desks })
}

function tooltip(state: HostState, texts: ShellTexts['tray']): string {
  return ['Lantai', stateText(state, texts), ...(state.unread > 0 ? [fill(texts.unread, { count: state.unread })] : [])].join(' · ')
}

/** What of Electron's `Notification` is used. */
export interface SystemNotifications {
  new (options: NotificationConstructorOptions): { on(event: 'click', listener: () => void): unknown; show(): void }
  isSupported(): boolean
}

/** When the last window closes for the first time: says once, on this computer, that the host goes on. */
export function tellOfTray(parts: { memory: DesktopMemory; notification: SystemNotifications; texts: ShellTexts; onClick(): void }): void {
  const { memory, notification: SystemNotification, texts: { tray: texts }, onClick } = parts
  if (memory.read('hasToldOfTray', z.boolean()) || !SystemNotification.isSupported()) return
  const notice = new SystemNotification({ title: texts.hintTitle, body: texts.hint, silent: true })
  notice.on('click', onClick)
  notice.show()
  memory.write('hasToldOfTray', true)
}
