import Category from '@mui/icons-material/CategoryOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import Place from '@mui/icons-material/PlaceOutlined'
import Straighten from '@mui/icons-material/StraightenOutlined'
import type { Screen } from '../core/screen.ts'
import { ItemsScreen } from './items.tsx'
import { LocationsScreen } from './locations.tsx'
import { SectionsScreen } from './sections.tsx'
import { UnitsScreen } from './units.tsx'

export const mastersScreens: readonly Screen[] = [
  { path: '/masters/items', title: 'masters.items.title', permission: 'masters.view', group: 'masters', icon: Category, component: ItemsScreen },
  { path: '/masters/locations', title: 'masters.locations.title', permission: 'masters.view', group: 'masters', icon: Place, component: LocationsScreen },
  { path: '/masters/sections', title: 'masters.sections.title', permission: 'masters.view', group: 'masters', icon: Groups, component: SectionsScreen },
  { path: '/masters/units', title: 'masters.units.title', permission: 'masters.view', group: 'masters', icon: Straighten, component: UnitsScreen },
]
