import type { App, Event, WebContents } from 'electron'
import { frontWindow } from '../../shared/core/bridge.ts'
import { isOwnAddress } from './own-address.ts'

export interface ContentsGuardParts {
  readonly app: Pick<App, 'on'>
  /** Desk windows show our screens; any other shows one document and goes nowhere. */
  isDesk(contents: WebContents): boolean
  /** A screen asked for in a window of its own. */
  openScreen(address: string): void
  /** A desk's page asked to be seen, as when a notice of the system was clicked. */
  bringForward(contents: WebContents): void
}

/** No page leaves our screens, opens foreign windows or holds foreign pages; no certificate is believed that the system does not believe. */
export function guardContents({ app, isDesk, openScreen, bringForward }: ContentsGuardParts): void {
  app.on('web-contents-created', (_, contents) => {
    const stay = (event: Event<{ url: string }>) => {
      if (!isDesk(contents) || !isOwnAddress(event.url)) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-redirect', stay)
    // The document viewer is a frame of Chromium's own; ours hold none.
    contents.on('will-frame-navigate', event => {
      if (isDesk(contents)) stay(event)
    })
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(({ url, frameName }) => {
      const isOurs = isDesk(contents) && isOwnAddress(url)
      if (isOurs && frameName === frontWindow) bringForward(contents)
      else if (isOurs) openScreen(url)
      return { action: 'deny' }
    })
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, believe) => {
    event.preventDefault()
    believe(false)
  })
}
