import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron'

/** What the program asked of the system. */
export const records = {
  schemes: [] as CustomScheme[],
  windows: [] as BrowserWindowConstructorOptions[],
  errorBoxes: [] as { readonly title: string; readonly content: string }[],
  messageBoxes: [] as string[],
  notifications: [] as string[],
  opened: [] as string[],
  printed: [] as string[],
  badges: [] as number[],
  tooltip: '',
  trayIcon: '',
}
