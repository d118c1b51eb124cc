import type { BrowserWindow, WebContents } from 'electron'
import { startAddress } from './own-address.ts'
import { createDeskWindow } from './window-factory.ts'
import type { WindowStates } from './window-state.ts'

export interface DeskWindows {
  open(address?: string): void
  /** Brings the window used last to the front, or opens one. */
  show(): void
  /** Brings this page's window to the front. */
  bringForward(contents: WebContents): void
  isDesk(contents: WebContents): boolean
  readonly all: readonly BrowserWindow[]
  /** The one in front of the user, if any. */
  readonly front: BrowserWindow | undefined
  /** From now on the last window closes instead of going into the tray. */
  letClose(): void
  keepOpen(): void
}

export interface DeskWindowsParts {
  readonly states: WindowStates
  readonly preload: string
  /** Before the window loads anything. */
  onOpen(window: BrowserWindow): void
  /** The last window went into the tray. */
  onHidden(): void
}

/** The windows at which people sit. The host goes on without any: the last one to be closed hides. */
export function createDeskWindows({ states, preload, onOpen, onHidden }: DeskWindowsParts): DeskWindows {
  // In the order they were last in front.
  const windows = new Set<BrowserWindow>()
  let mayClose = false

  function open(address = startAddress): void {
    const window = createDeskWindow(states.place('desk'), preload)
    windows.add(window)
    window.on('focus', () => {
      windows.delete(window)
      windows.add(window)
    })
    window.on('close', event => {
      if (mayClose || windows.size > 1) return
      event.preventDefault()
      window.hide()
      onHidden()
    })
    window.once('closed', () => windows.delete(window))
    window.once('ready-to-show', () => window.show())
    states.follow('desk', window)
    onOpen(window)
    // A page that is left before it was there is no fault.
    window.loadURL(address).catch(() => {})
  }
  return {
    open,
    show() {
      const window = [...windows].at(-1)
      if (!window) return open()
      bringForward(window)
    },
    bringForward(contents) {
      const window = [...windows].find(one => one.webContents === contents)
      if (window) bringForward(window)
    },
    isDesk: contents => [...windows].some(window => !window.isDestroyed() && window.webContents === contents),
    get all() {
      return [...windows]
    },
    get front() {
      const window = [...windows].at(-1)
      return window?.isVisible() ? window : undefined
    },
    letClose() {
      mayClose = true
    },
    keepOpen() {
      mayClose = false
    },
  }
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
