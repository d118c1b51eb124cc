import { beforeAll, expect, test, vi } from 'vitest'
import { menuSeeds } from '../../shared/identity/menu-seeds.ts'
import type { navigationOf as NavigationOf } from '../../src-renderer/core/navigation.ts'
import type { Screen } from '../../src-renderer/core/screen.ts'

let navigationOf: typeof NavigationOf
let screens: readonly Screen[]
beforeAll(async () => {
  const empty = { getItem: () => null, setItem: () => {}, removeItem: () => {} }
  vi.stubGlobal('sessionStorage', empty)
  vi.stubGlobal('localStorage', empty)
  navigationOf = (await import('../../src-renderer/core/navigation.ts')).navigationOf
  screens = (await import('../../src-renderer/routes.tsx')).screens
})

test.each(menuSeeds.map(seed => [seed.path, seed] as const))('the menu %s is that of its screen', (path, seed) => {
  const screen = screens.find(one => one.path === path)
  expect({ path, title: screen?.title, group: screen?.group, permission: screen?.permission }).toEqual(seed)
})

test('IA-7 every screen of the navigation has its menu', () => {
  expect(screens.filter(({ group, path }) => group !== undefined && !menuSeeds.some(seed => seed.path === path)).map(({ path }) => path)).toEqual([])
})

test('a screen without a menu is shown to whoever may open it', () => {
  const { path, ...screen } = screens.find(one => one.path === '/users')!
  expect(navigationOf([{ ...screen, path: '/new' }], [], 'id').flatMap(group => group.screens.map(one => one.screen.path))).toEqual(['/new'])
})

test('IA-7 a menu whose screen may not be opened is not shown', () => {
  const allowed = screens.filter(({ permission }) => permission === 'kanban.view')
  const leaf = (path: string, name: string) => ({ code: path.slice(1), path, name, nameEnglish: `${name} (en)` })
  const menus = [{ ...leaf('/x', 'Bahan'), path: null, code: 'kanban', children: [leaf('/kanban/cards', 'Kartu'), leaf('/users', 'Pengguna')] }]
  const [group] = navigationOf(allowed, menus, 'en')
  expect([group?.label, group?.screens.map(({ label }) => label)]).toEqual(['Bahan (en)', ['Kartu (en)']])
})
