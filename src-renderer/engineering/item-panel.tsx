import type { ItemPanel } from '../core/item-panels.ts'
import { BomUses } from './bom-uses.tsx'

export const engineeringItemPanels: readonly ItemPanel[] = [{ name: 'uses', title: 'engineering.bom.tabs.uses', permission: 'engineering.view', component: BomUses }]
