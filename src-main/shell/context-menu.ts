import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import type { ShellTexts } from './shell-texts.ts'

/** What a right click offers on text, as in every other program. */
export function offerTextMenu(window: BrowserWindow, texts: () => ShellTexts['edit']): void {
  window.webContents.on('context-menu', (_, { isEditable, editFlags, selectionText }) => {
    const { undo, cut, copy, paste, selectAll } = texts()
    const writing: MenuItemConstructorOptions[] = [
      { role: 'undo', label: undo, enabled: editFlags.canUndo },
      { type: 'separator' },
      { role: 'cut', label: cut, enabled: editFlags.canCut },
      { role: 'copy', label: copy, enabled: editFlags.canCopy },
      { role: 'paste', label: paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: selectAll, enabled: editFlags.canSelectAll },
    ]
    const reading: MenuItemConstructorOptions[] = selectionText === '' ? [] : [{ role: 'copy', label: copy }]
    const items = isEditable ? writing : reading
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
