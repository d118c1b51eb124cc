import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BrowserWindow, Dialog, MessageBoxOptions, SaveDialogOptions, Shell } from 'electron'
import { fill, type ShellTexts } from './shell-texts.ts'

export interface SupportBundleParts {
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showMessageBox'>
  readonly shell: Pick<Shell, 'showItemInFolder'>
  /** Over which the dialogs stand; there may be none, because the host could not start. */
  readonly window: BrowserWindow | undefined
  readonly texts: ShellTexts
  /** The folder the dialog begins in: `app.getPath('desktop')`. */
  readonly folder: string
  readonly fileName: string
  /** Writes the bundle; it needs neither a running host nor a sound database. */
  write(path: string): Promise<void>
}

/** Writes the bundle in a thread of its own: a check of a large database would freeze the windows. `entry` is `support-bundle.js`. */
export function writeInThread(entry: URL, dataFolder: string, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, { argv: ['--data', dataFolder, '--to', target] })
    thread.once('error', reject)
    thread.once('exit', code => (code === 0 ? resolve() : reject(new Error(`Thread ended with ${code}`))))
  })
}

/** Asks where to, writes the bundle, and says how it went. */
export async function exportSupportBundle(parts: SupportBundleParts): Promise<void> {
  const { dialog, shell, window, texts: { support: texts }, folder, fileName, write } = parts
  const saving: SaveDialogOptions = { title: texts.title, defaultPath: join(folder, fileName), filters: [{ name: texts.fileType, extensions: ['zip'] }] }
  const tell = (message: MessageBoxOptions) => (window ? dialog.showMessageBox(window, message) : dialog.showMessageBox(message))
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, saving) : dialog.showSaveDialog(saving))
  if (canceled || filePath === '') return
  try {
    await write(filePath)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await tell({ type: 'error', message: texts.failed, detail: fill(texts.failedDetail, { reason }), buttons: [texts.close] })
    return
  }
  const { response } = await tell({ type: 'info', message: texts.done, detail: fill(texts.doneDetail, { path: filePath }), buttons: [texts.show, texts.close], defaultId: 0, cancelId: 1 })
  if (response === 0) shell.showItemInFolder(filePath)
}
