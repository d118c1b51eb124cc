import { createContext, use } from 'react'
import { matchRoutes } from 'react-router'
import type { Screen, ScreenAction } from '../core/screen.ts'
import { useMay } from '../core/session.ts'

/** Everything that can be opened and begun, of all modules; the program's entry knows them. */
export interface ScreenList { readonly screens: readonly Screen[]; readonly actions: readonly ScreenAction[] }
export const ScreenListContext = createContext<ScreenList>({ screens: [], actions: [] })

/** Whether this user may open the screen of an address. */
export function useMayOpen(): (address: string) => boolean {
  const may = useMay()
  const { screens } = use(ScreenListContext)
  return address => {
    const [match] = matchRoutes(screens.map(screen => ({ path: screen.path, screen })), address) ?? []
    return match !== undefined && may(match.route.screen.permission)
  }
}
