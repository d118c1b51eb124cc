import { app, BrowserWindow, nativeTheme, type Session } from 'electron'
import type { Place } from './window-state.ts'

const smallest = { minWidth: 480, minHeight: 360 }
/** The page's own ground, so that nothing flashes before it is there. */
const ground = { light: '#f2f5f4', dark: '#0e1719' }

/**
 * The only place where windows are made. What a page in them must not have is written out, although most of it is what Electron does
 * anyway: a default may change, and the linter reads this table.
 */
export function createDeskWindow(place: Place, preload: string): BrowserWindow {
  return new BrowserWindow({
    ...place, ...smallest, ...look(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries would be fetched from elsewhere.
      spellcheck: false,
      // News and alarms go on while the window is hidden.
      backgroundThrottling: false,
      devTools: !app.isPackaged,
    },
  })
}

/** For a document that the host has made: it has no bridge, and a session of its own. */
export function createDocumentWindow(session: Session, title: string): BrowserWindow {
  return new BrowserWindow({
    width: 900, height: 1000, ...smallest, ...look(), title,
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
}

function look(): { show: false; title: string; autoHideMenuBar: true; backgroundColor: string } {
  return { show: false, title: 'Lantai', autoHideMenuBar: true, backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light }
}
