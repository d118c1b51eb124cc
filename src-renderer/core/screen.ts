import type { ComponentType } from 'react'
import type { SvgIconComponent } from '@mui/icons-material'
import type { Needed } from '../../shared/core/procedure.ts'

/** Where a screen stands in the navigation; a screen without a group is reached from another one. */
export const navigationGroups = ['today', 'kanban', 'warehouse', 'reports', 'masters', 'administration'] as const
export type NavigationGroup = (typeof navigationGroups)[number]

/** One screen of a module, listed in `src-renderer/<module>/screens.tsx` and put together in `routes.tsx`. */
export interface Screen {
  /** `/warehouse/items/:itemId`. */
  readonly path: string
  /** Text key of its name. */
  readonly title: string
  /** Without it the screen is neither shown in the navigation nor opened. */
  readonly permission: Needed
  readonly group?: NavigationGroup
  readonly icon?: SvgIconComponent
  readonly component: ComponentType
}
