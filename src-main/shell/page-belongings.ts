import type { WebContents } from 'electron'

/** What a page holds in the program, by number; it ends with the page, whether that is reloaded, crashes or is closed. */
export interface PageBelongings<Belonging> {
  get(page: WebContents, number: number): Belonging | undefined
  /**
   * Refuses when the page holds too many already, and a number that it has had: its numbers rise, so that what comes late for a
   * belonging that has ended begins no other.
   */
  add(page: WebContents, number: number, belonging: Belonging): boolean
  remove(page: WebContents, number: number): void
}

interface Followed<Belonging> { readonly held: Map<number, Belonging>; latest: number }

export function createPageBelongings<Belonging>(most: number, end: (belonging: Belonging) => void): PageBelongings<Belonging> {
  const pages = new Map<WebContents, Followed<Belonging>>()

  function follow(page: WebContents): Followed<Belonging> {
    const followed = { held: new Map<number, Belonging>(), latest: -1 }
    const endAll = () => {
      for (const belonging of followed.held.values()) end(belonging)
      followed.held.clear()
      followed.latest = -1
    }
    pages.set(page, followed)
    page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) endAll()
    })
    page.on('render-process-gone', endAll)
    page.once('destroyed', () => {
      endAll()
      pages.delete(page)
    })
    return followed
  }
  return {
    get: (page, number) => pages.get(page)?.held.get(number),
    add(page, number, belonging) {
      const followed = pages.get(page) ?? follow(page)
      if (followed.held.size >= most || number <= followed.latest) return false
      followed.held.set(number, belonging)
      followed.latest = number
      return true
    },
    remove: (page, number) => void pages.get(page)?.held.delete(number),
  }
}
