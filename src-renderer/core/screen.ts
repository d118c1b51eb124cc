import type { ComponentType } from 'react'
import type { SvgIconComponent } from '@mui/icons-material'
import type { MenuGroup } from '../../shared/identity/menu-seeds.ts'
import type { Needed } from '../../shared/core/procedure.ts'

/** Where a screen stands in the navigation; a screen without a group is reached from another one. */
export type NavigationGroup = MenuGroup

/** One screen of a module, listed in `src-renderer/<module>/screens.tsx` and put together in `routes.tsx`. */
export interface Screen {
  /** `/warehouse/items/:itemId`. */
  readonly path: string
  /** Text key of its name. */
  readonly title: string
  /** Without it the screen is neither shown in the navigation nor opened. */
  readonly permission: Needed
  readonly group?: NavigationGroup
  /** Stands in no group, because another screen leads to it, and is found by the palette all the same. */
  readonly isFound?: true
  /** Fills the window by itself, without the frame: a screen on a wall that nobody works at. */
  readonly isWall?: true
  readonly icon?: SvgIconComponent
  readonly component: ComponentType
}

/** Something that can be begun from anywhere by the palette, declared next to the screen that does it (`useBegin`). */
export interface ScreenAction {
  /** Text key: "Tambah barang". */
  readonly title: string
  /** Its parameters, text keys too. */
  readonly titleParams?: Readonly<Record<string, string>>
  /** A screen's address, with what it is to begin: `/masters/items?begin=new`. */
  readonly to: string
  /** Besides that of the screen. */
  readonly permission: Needed
  /** Those who may this are offered something better. */
  readonly unless?: Needed
  readonly icon: SvgIconComponent
}

/** The address by which a screen is asked to begin something. */
export function beginAt(path: string, what: string): string {
  return `${path}?begin=${what}`
}
