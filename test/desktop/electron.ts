/**
 * A stand-in for `electron` in plain Node: it records options and handlers, routes IPC, and, where a browser is named, opens a Chromium
 * page for every window, with the built preload in it. It is held to Electron's own types piece by piece, so that it cannot drift from them.
 * What only Electron can do (sandbox, isolation of worlds, fuses) it does not pretend to.
 */
import { app } from './stand-in-app.ts'
import { evaluateOnRequest } from './evaluate.ts'
import { protocol, session } from './stand-in-session.ts'
import { clipboard, crashReporter, dialog, Menu, nativeImage, nativeTheme, Notification, screen, shell, Tray } from './stand-in-system.ts'
import { BrowserWindow, ipcMain } from './stand-in-window.ts'
import { tools } from './tools.ts'

export { app, BrowserWindow, clipboard, crashReporter, dialog, ipcMain, Menu, nativeImage, nativeTheme, Notification, protocol, screen, session, shell, Tray }

evaluateOnRequest({ app, BrowserWindow, clipboard, dialog, ipcMain, Menu, protocol, session, shell, tools })
