import { menuGroups, menuSeeds } from '../../shared/identity/menu-seeds.ts'
import type { MenuNode } from '../../shared/identity/menus.ts'
import type { Language } from '../../shared/texts.ts'
import { useApi } from './api.ts'
import { textOf, useLanguage } from './i18n.ts'
import { useLive } from './live.ts'
import type { Screen } from './screen.ts'
import { useMay, useUser } from './session.ts'

export interface ShownScreen { readonly screen: Screen; readonly label: string }
export interface ShownGroup { readonly code: string; readonly label: string; readonly screens: readonly ShownScreen[] }

/**
 * The navigation of this user, live: what their menus give them (IA-7), in that order and by those names, as far as they may open it. A
 * screen that no menu can stand for is shown to whoever may open it.
 */
export function useNavigation(screens: readonly Screen[]): readonly ShownGroup[] {
  const may = useMay()
  const { menus } = useUser()
  const [language] = useLanguage()
  const { data = menus } = useLive(useApi().identity.listOwnMenus, {})
  return navigationOf(screens.filter(({ permission }) => may(permission)), data, language)
}

export function navigationOf(allowed: readonly Screen[], menus: readonly MenuNode[], language: Language): readonly ShownGroup[] {
  const nameOf = ({ name, nameEnglish }: Pick<MenuNode, 'name' | 'nameEnglish'>) => (language === 'id' ? name : nameEnglish)
  const withoutMenu = allowed.filter(({ group, path }) => group !== undefined && !menuSeeds.some(seed => seed.path === path))
  const added = (code: string) => withoutMenu.filter(({ group }) => group === code).map(screen => ({ screen, label: textOf(screen.title) ?? '' }))
  const given = menus.map(node => ({
    code: node.code, label: nameOf(node),
    screens: [...node.children.flatMap(leaf => allowed.filter(({ path }) => path === leaf.path).map(screen => ({ screen, label: nameOf(leaf) }))), ...added(node.code)],
  }))
  const others = menuGroups.filter(code => !menus.some(node => node.code === code)).map(code => ({ code, label: textOf(`navigation.${code}`) ?? '', screens: added(code) }))
  return [...given, ...others].filter(group => group.screens.length > 0)
}
