import type { Dialog } from 'electron'
import { fill, type ShellTexts } from './shell-texts.ts'

type Asking = Pick<Dialog, 'showMessageBox'>

/** Whether the host may stop: asked only where other desks would be cut off. */
export async function mayQuit(dialog: Asking, { quit: texts }: ShellTexts, desks: number): Promise<boolean> {
  if (desks === 0) return true
  const { response } = await dialog.showMessageBox({
    type: 'question', title: texts.title, message: fill(texts.question, { count: desks }), detail: texts.detail,
    buttons: [texts.stop, texts.stay], defaultId: 1, cancelId: 1, noLink: true,
  })
  return response === 0
}

export interface AboutFacts { readonly version: string; readonly address: string | undefined; readonly dataFolder: string; readonly versions: NodeJS.ProcessVersions }

export async function showAbout(dialog: Asking, { about: texts, support }: ShellTexts, { version, address, dataFolder, versions }: AboutFacts): Promise<void> {
  const detail = [
    ...(address === undefined ? [] : [fill(texts.address, { address })]),
    fill(texts.folder, { folder: dataFolder }),
    `Electron ${versions.electron ?? '–'} · Chromium ${versions.chrome ?? '–'} · Node ${versions.node}`,
  ].join('\n')
  await dialog.showMessageBox({ type: 'info', title: texts.title, message: fill(texts.version, { version }), detail, buttons: [support.close] })
}
