import { create } from 'zustand'
import { translate } from './i18n.ts'
import { useSession } from './session.ts'

const program = 'Lantai'
/** More than this is "many"; the same as the bell shows. */
const mostUnread = 99

const usePage = create<{ readonly title: string; readonly unread: number }>(() => ({ title: '', unread: 0 }))
const show = () => {
  const { title, unread } = usePage.getState()
  document.title = tabTitle(title, unread, useSession.getState().isTraining ? translate()('training.banner.tab') : '')
}
usePage.subscribe(show)
useSession.subscribe((now, before) => now.isTraining !== before.isTraining && show())

/** The shown page's title. */
export function usePageTitle(): string {
  return usePage(page => page.title)
}

export function setPageTitle(title: string): void {
  usePage.setState({ title })
}

/** How many notices wait unread: in the tab's title, and as a badge where the system shows one for the program. */
export function setUnread(unread: number): void {
  usePage.setState({ unread })
  // What waits in training is no work of the factory's.
  if (!('setAppBadge' in navigator) || useSession.getState().isTraining) return
  // A system that has no badges, or does not let us, says no.
  void (unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge()).catch(() => {})
}

/** "(3) Stok · Lantai", behind a mark if there is one. The desktop program reads the number from it. */
export function tabTitle(title: string, unread: number, mark = ''): string {
  const name = [mark, title, program].filter(Boolean).join(' · ')
  if (unread === 0) return name
  return `(${unread > mostUnread ? `${mostUnread}+` : unread}) ${name}`
}
