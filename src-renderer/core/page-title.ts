import { create } from 'zustand'

const program = 'Lantai'
/** More than this is "many"; the same as the bell shows. */
const mostUnread = 99

const usePage = create<{ readonly title: string; readonly unread: number }>(() => ({ title: '', unread: 0 }))
usePage.subscribe(({ title, unread }) => (document.title = tabTitle(title, unread)))

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
  if (!('setAppBadge' in navigator)) return
  // A system that has no badges, or does not let us, says no.
  void (unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge()).catch(() => {})
}

/** "(3) Stok · Lantai". The desktop program reads the number from it. */
export function tabTitle(title: string, unread: number): string {
  const name = title === '' ? program : `${title} · ${program}`
  if (unread === 0) return name
  return `(${unread > mostUnread ? `${mostUnread}+` : unread}) ${name}`
}
