import type { ShellLanguage } from './shell-texts.ts'

/** What of a `BrowserWindow` is looked at. */
export interface SpeakingWindow {
  on(event: 'page-title-updated', listener: (event: unknown, title: string) => void): unknown
  on(event: 'closed', listener: () => void): unknown
  readonly webContents: { executeJavaScript(code: string): Promise<unknown> }
}

export interface PageNews {
  /** The unread notices of whoever is signed in; 0 when the window closes. */
  onUnread(count: number): void
  /** The language the page speaks. */
  onLanguage(language: ShellLanguage): void
}

/** The title is what a page tells every window around it, browser or desktop: "(3) Stok · Lantai". */
export function followPage(window: SpeakingWindow, { onUnread, onLanguage }: PageNews): void {
  window.on('page-title-updated', (_, title) => {
    onUnread(unreadOf(title))
    window.webContents.executeJavaScript('document.documentElement.lang').then(
      language => (language === 'id' || language === 'en') && onLanguage(language),
      () => {}, // The page is gone already; the next one will say.
    )
  })
  window.on('closed', () => onUnread(0))
}

export function unreadOf(title: string): number {
  return Number(/^\((\d+)\+?\) /.exec(title)?.[1] ?? 0)
}
