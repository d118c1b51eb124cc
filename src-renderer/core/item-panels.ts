import { createContext, type ComponentType } from 'react'
import type { Permission } from '../../shared/core/permissions.ts'

/** What a module knows of an item, as a part of the item's page: a tab. Listed in `routes.tsx`. */
export interface ItemPanel {
  readonly name: string
  /** Text key. */
  readonly title: string
  readonly permission: Permission
  readonly component: ComponentType<{ readonly itemId: string }>
}

/** The program's entry knows them all. */
export const ItemPanelContext = createContext<readonly ItemPanel[]>([])
