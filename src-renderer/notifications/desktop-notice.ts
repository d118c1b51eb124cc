import { create } from 'zustand'
import { bridgeName, frontWindow } from '../../shared/core/bridge.ts'

/**
 * Notices outside of the window, by the system. `unasked`: the browser wants to ask the user first; `refused`: the user said no, and only the
 * browser's own settings change that; `off`: switched off on this computer; `missing`: there is no such thing here.
 */
export type DesktopNotices = 'on' | 'off' | 'unasked' | 'refused' | 'missing'

export interface DesktopNotice {
  /** Windows that show the same notice show it once. */
  readonly id: string
  readonly title: string
  readonly text: string
  /** Stays until somebody answers it. */
  readonly isLasting: boolean
  onClick(): void
}

const key = 'lantai.desktopNotices'
const states = { default: 'unasked', denied: 'refused', granted: 'on' } as const

const useNotices = create<{ readonly state: DesktopNotices }>(() => ({ state: currentState() }))

export function useDesktopNotices(): DesktopNotices {
  return useNotices(({ state }) => state)
}

/** On this computer; the browser may ask the user first. */
export async function setDesktopNotices(isOn: boolean): Promise<void> {
  localStorage.setItem(key, isOn ? 'on' : 'off')
  if (isOn && currentState() === 'unasked') await Notification.requestPermission()
  useNotices.setState({ state: currentState() })
}

/** Shows it unless the window is in front of the user already. Without a sound: the page has its own. */
export function showDesktopNotice({ id, title, text, isLasting, onClick }: DesktopNotice): void {
  if (document.hasFocus() || currentState() !== 'on') return
  try {
    const notice = new Notification(title, { body: text, tag: id, silent: true, requireInteraction: isLasting })
    notice.onclick = () => {
      notice.close()
      bringForward()
      onClick()
    }
  } catch {
    // Browsers of some tablets have the name, and say at its first use that it is for programs in the background only.
    useNotices.setState({ state: 'missing' })
  }
}

function currentState(): DesktopNotices {
  if (!('Notification' in window) || !isSecureContext) return 'missing'
  const state = states[Notification.permission]
  return state === 'on' && localStorage.getItem(key) === 'off' ? 'off' : state
}

/** A hidden window of the desktop program cannot focus itself: it asks for the window in front, which the program knows to be itself. */
function bringForward(): void {
  if (bridgeName in window) open(location.href, frontWindow)
  else window.focus()
}
