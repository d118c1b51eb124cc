import type { SvgIconComponent } from '@mui/icons-material'
import { use } from 'react'
import type { Found, FoundKind } from '../../shared/search/found.ts'
import { folded, rankOf } from '../../shared/search/rank.ts'
import { languages } from '../../shared/texts.ts'
import { textIn, textOf } from '../core/i18n.ts'
import { useNavigation } from '../core/navigation.ts'
import type { Screen, ScreenAction } from '../core/screen.ts'
import { useToldText } from '../core/told-text.ts'
import { useMay } from '../core/session.ts'
import { foundPaths } from './found-path.ts'
import { ScreenListContext, useMayOpen } from '../core/screen-list.ts'

/** What the desk itself does, without a screen: sign out, mute. */
export interface DeskAction { readonly id: string; readonly title: string; readonly icon: SvgIconComponent; run(): void }

/** A line of the palette: an address to open, or something to do. */
export interface Entry {
  /** Steady, also over days: it is what is remembered as used last. */
  readonly id: string
  readonly group: 'screens' | 'actions' | FoundKind
  readonly code: string
  readonly name: string
  readonly detail?: string | undefined
  readonly state?: string | undefined
  readonly isActive: boolean
  /** The host has yet to say what it is called by now, and whether it may be seen. */
  readonly isPending?: true
  readonly icon?: SvgIconComponent | undefined
  readonly to?: string
  readonly run?: () => void
  /** What it is called in other languages. */
  readonly otherNames: readonly string[]
}

/** The screens and actions of this user. */
export function useOwnEntries(deskActions: readonly DeskAction[]): readonly Entry[] {
  const may = useMay()
  const mayOpen = useMayOpen()
  const { screens, actions } = use(ScreenListContext)
  const isOffered = ({ permission, unless, to }: ScreenAction) => may(permission) && mayOpen(to) && !(unless !== undefined && may(unless))
  return [
    ...useNavigation(screens).flatMap(({ label, screens: shown }) => shown.map(({ screen }) => screenEntry(screen, label))),
    ...screens.filter(({ isFound, permission }) => isFound && may(permission)).map(screen => screenEntry(screen)),
    ...actions.filter(isOffered).map(actionEntry),
    ...deskActions.map(({ id, title, icon, run }): Entry => ({ id: `do ${id}`, group: 'actions', code: '', name: title, isActive: true, icon, run, otherNames: [] })),
  ]
}

/** What the host has found, as far as there is a screen this user may open for it. */
export function useFoundEntries(): (found: readonly Found[]) => readonly Entry[] {
  const mayOpen = useMayOpen()
  const told = useToldText()
  const nameOf = ({ name, said }: Found) => {
    if (said === null) return name
    return told(said.key, said.params) ?? ''
  }
  return found => found.flatMap(one => {
    const to = foundPaths(one).find(mayOpen)
    return to === undefined ? [] : [foundEntry(one, nameOf(one), to)]
  })
}

/** How well an entry fits, the best is 0: its very code or name; nothing if it does not. */
export function entryRank(typed: string, { code, name, otherNames }: Entry): number | undefined {
  const names = [name, ...otherNames]
  if (names.some(one => folded(one) === folded(typed.trim()))) return 0
  const ranks = names.map(one => rankOf(typed, { code, name: one })).filter(rank => rank !== undefined)
  return ranks.length === 0 ? undefined : Math.min(...ranks)
}

function screenEntry({ path, title, icon }: Screen, group?: string): Entry {
  return { id: `open ${path}`, group: 'screens', code: '', isActive: true, ...named(title), detail: group, icon, to: path }
}

function actionEntry({ to, title, titleParams = {}, icon }: ScreenAction): Entry {
  return { id: `open ${to}`, group: 'actions', code: '', isActive: true, ...named(title, titleParams), icon, to }
}

function named(title: string, paramKeys: Readonly<Record<string, string>> = {}): Pick<Entry, 'name' | 'otherNames'> {
  const inLanguage = (language: (typeof languages)[number]) =>
    textIn(language, title, Object.fromEntries(Object.entries(paramKeys).map(([name, key]) => [name, textIn(language, key)]))) ?? ''
  const params = Object.fromEntries(Object.entries(paramKeys).map(([name, key]) => [name, textOf(key)]))
  return { name: textOf(title, params) ?? title, otherNames: languages.map(inLanguage) }
}

function foundEntry({ kind, id, code, detail, state, isActive }: Found, name: string, to: string): Entry {
  return {
    id: recordId(kind, id), group: kind, code, name, to, isActive, otherNames: [], detail: detail ?? undefined, state: state === null ? undefined : textOf(state),
  }
}

const recordMark = 'record '

function recordId(kind: FoundKind, id: string): string {
  return `${recordMark}${kind} ${id}`
}

/** The record a remembered entry stands for, as the host is asked for it; nothing for screens and actions. */
export function recordOf(entryId: string): { kind: FoundKind; id: string } | undefined {
  if (!entryId.startsWith(recordMark)) return undefined
  const [kind, ...rest] = entryId.slice(recordMark.length).split(' ')
  return { kind: kind as FoundKind, id: rest.join(' ') }
}

/** Keeps the place of a record until the host has told it. */
export function pendingEntry(id: string): Entry {
  return { id, group: recordOf(id)?.kind ?? 'screens', code: '', name: '', isActive: true, isPending: true, otherNames: [] }
}
