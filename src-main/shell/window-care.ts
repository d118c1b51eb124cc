import { dialog, type BrowserWindow } from 'electron'
import type { Log } from '../core/log.ts'
import type { ShellTexts } from './shell-texts.ts'

export interface WindowCareParts {
  readonly log: Log
  texts(): ShellTexts['window']
  /** Somebody keeps the page, although the program was about to quit. */
  onStay(): void
}

/** A page that falls again this soon, this often, will fall again. */
const fallsInARow = 3
const withinMilliseconds = 60_000

/** Brings back a page that crashed or hangs, and asks before entries are lost. */
export function careForWindow(window: BrowserWindow, { log, texts, onStay }: WindowCareParts): void {
  const { webContents: contents } = window
  let falls: number[] = []
  let isAsking = false

  async function ask(message: string, detail: string, buttons: readonly string[]): Promise<number> {
    isAsking = true
    const { response } = await dialog.showMessageBox(window, { type: 'warning', message, detail, buttons: [...buttons], defaultId: 0, cancelId: 0, noLink: true })
    isAsking = false
    return response
  }
  contents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error('window', new Error(`The page's process has gone: ${reason} (${exitCode})`))
    const now = Date.now()
    falls = [...falls.filter(at => now - at < withinMilliseconds), now]
    if (falls.length < fallsInARow) return contents.reload()
    const { crashed, crashedDetail, reload, close } = texts()
    void ask(crashed, crashedDetail, [reload, close]).then(choice => {
      if (window.isDestroyed()) return
      if (choice === 1) return window.destroy()
      falls = []
      contents.reload()
    })
  })
  window.on('unresponsive', () => {
    if (isAsking) return
    log.error('window', new Error('The page does not answer'))
    const { unresponsive, unresponsiveDetail, wait, reload } = texts()
    void ask(unresponsive, unresponsiveDetail, [wait, reload]).then(choice => {
      if (choice === 0 || window.isDestroyed()) return
      contents.forcefullyCrashRenderer()
      contents.reload()
    })
  })
  // The page objects to leaving as long as entries have not reached the host. A program has no browser to ask for it.
  contents.on('will-prevent-unload', event => {
    const { unsent, unsentDetail, stay, leave } = texts()
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question', message: unsent, detail: unsentDetail, buttons: [stay, leave], defaultId: 0, cancelId: 0, noLink: true,
    })
    if (choice === 1) event.preventDefault()
    else onStay()
  })
}
