import { useRef } from 'react'
import { clear, commitEdit } from './entry-grid-changes.ts'
import { readBlock, writeBlock, writeTable, type Block } from './entry-grid-clipboard.ts'
import { copy, paste, textColumns } from './entry-grid-paste.ts'
import type { GridStore } from './entry-grid-store.ts'

export interface Clipboard {
  readonly handlers: Pick<React.DOMAttributes<HTMLElement>, 'onCopy' | 'onCut' | 'onPaste'>
  /** By key or button, which no browser tells as copying. */
  copyWithHeadings(): void
}

/**
 * Copy, cut and paste as the browser tells them: these events need no permission and no secure page, so that they work on every desk
 * of the network. In the editor they are its own, but a block of cells goes to the grid.
 */
export function useClipboard(store: GridStore, scroller: React.RefObject<HTMLElement | null>): Clipboard {
  const withHeadings = useRef(false)

  function taken(): Block {
    const block = copy(store.get(), { withHeadings: withHeadings.current })
    store.act(next => ({ ...next, notice: { kind: 'copied', cells: block.reduce((sum, row) => sum + row.length, 0) } }))
    return block
  }
  function write(event: React.ClipboardEvent): void {
    const block = taken()
    event.clipboardData.setData('text/plain', writeBlock(block))
    event.clipboardData.setData('text/html', writeTable(block, textColumns(store.get())))
    event.preventDefault()
  }
  return {
    handlers: {
      onCopy(event) {
        if (!store.get().edit) write(event)
      },
      onCut(event) {
        if (store.get().edit) return
        write(event)
        store.act(clear)
      },
      onPaste(event) {
        const text = event.clipboardData.getData('text/plain')
        if (text === '' || (store.get().edit && !/\t|\r?\n./.test(text))) return
        event.preventDefault()
        store.act(state => paste(commitEdit(state), readBlock(text)))
      },
    },
    copyWithHeadings() {
      store.act(commitEdit)
      scroller.current?.focus({ preventScroll: true })
      withHeadings.current = true
      // Where no text is marked, a browser need not tell of a copy that a program asks for; a page that is not secure has only that.
      if (navigator.clipboard) void navigator.clipboard.writeText(writeBlock(taken()))
      else document.execCommand('copy')
      withHeadings.current = false
    },
  }
}
