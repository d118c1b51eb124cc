import { createContext, use } from 'react'
import { matchRoutes } from 'react-router'
import { textOf } from './i18n.ts'
import type { Screen, ScreenAction } from './screen.ts'
import { useMay } from './session.ts'

/** Everything that can be opened and begun, of all modules; the program's entry knows them. */
export interface ScreenList { readonly screens: readonly Screen[]; readonly actions: readonly ScreenAction[] }
export const ScreenListContext = createContext<ScreenList>({ screens: [], actions: [] })

/** What a screen is called, by its address as the program has it: `/warehouse/items/:itemId`; nothing if there is none. */
export function useScreenName(): (path: string) => string | undefined {
  const { screens } = use(ScreenListContext)
  return path => {
    const found = screens.find(screen => screen.path === path)
    return found && textOf(found.title)
  }
}

/** Whether this user may open the screen of an address. */
export function useMayOpen(): (address: string) => boolean {
  const may = useMay()
  const { screens } = use(ScreenListContext)
  return address => {
    const [match] = matchRoutes(screens.map(screen => ({ path: screen.path, screen })), address) ?? []
    return match !== undefined && may(match.route.screen.permission)
  }
}
