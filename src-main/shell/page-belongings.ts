import type { WebContents } from 'electron'

/** What a page holds in the program, by number; it ends with the page, whether that is reloaded, crashes or is closed. */
export interface PageBelongings<Belonging> {
  get(page: WebContents, number: number): Belonging | undefined
  /** Refuses when the page holds too many already. */
  add(page: WebContents, number: number, belonging: Belonging): boolean
  remove(page: WebContents, number: number): void
}

export function createPageBelongings<Belonging>(most: number, end: (belonging: Belonging) => void): PageBelongings<Belonging> {
  const pages = new Map<WebContents, Map<number, Belonging>>()

  function follow(page: WebContents): Map<number, Belonging> {
    const held = new Map<number, Belonging>()
    const endAll = () => {
      for (const belonging of held.values()) end(belonging)
      held.clear()
    }
    pages.set(page, held)
    page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) endAll()
    })
    page.on('render-process-gone', endAll)
    page.once('destroyed', () => {
      endAll()
      pages.delete(page)
    })
    return held
  }
  return {
    get: (page, number) => pages.get(page)?.get(number),
    add(page, number, belonging) {
      const held = pages.get(page) ?? follow(page)
      if (held.size >= most) return false
      held.set(number, belonging)
      return true
    },
    remove: (page, number) => void pages.get(page)?.delete(number),
  }
}
