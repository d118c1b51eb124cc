import Category from '@mui/icons-material/CategoryOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import Place from '@mui/icons-material/PlaceOutlined'
import Straighten from '@mui/icons-material/StraightenOutlined'
import { lazy } from 'react'
import { masterPaths } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { itemGridPath } from './item-grid-path.ts'
import { ItemsScreen } from './items.tsx'
import { LocationsScreen } from './locations.tsx'
import { SectionsScreen } from './sections.tsx'
import { UnitsScreen } from './units.tsx'

const ItemGridScreen = lazy(async () => ({ default: (await import('./item-grid.tsx')).ItemGridScreen }))

export const mastersScreens: readonly Screen[] = [
  { path: masterPaths.items, title: 'masters.items.title', permission: 'masters.view', group: 'masters', icon: Category, component: ItemsScreen },
  { path: itemGridPath, title: 'masters.items.sheet.title', permission: 'masters.update', component: ItemGridScreen },
  { path: masterPaths.locations, title: 'masters.locations.title', permission: 'masters.view', group: 'masters', icon: Place, component: LocationsScreen },
  { path: masterPaths.sections, title: 'masters.sections.title', permission: 'masters.view', group: 'masters', icon: Groups, component: SectionsScreen },
  { path: masterPaths.units, title: 'masters.units.title', permission: 'masters.view', group: 'masters', icon: Straighten, component: UnitsScreen },
]

export const mastersActions: readonly ScreenAction[] = [
  { title: 'masters.items.add', to: beginAt(masterPaths.items, 'new'), permission: 'masters.create', icon: Category },
  { title: 'masters.locations.add', to: beginAt(masterPaths.locations, 'new'), permission: 'masters.create', icon: Place },
  { title: 'masters.sections.add', to: beginAt(masterPaths.sections, 'new'), permission: 'masters.create', icon: Groups },
  { title: 'masters.units.add', to: beginAt(masterPaths.units, 'new'), permission: 'masters.create', icon: Straighten },
]
