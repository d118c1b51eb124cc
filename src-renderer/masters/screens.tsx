import Apps from '@mui/icons-material/AppsOutlined'
import PlaylistAdd from '@mui/icons-material/PlaylistAddOutlined'
import { lazy, type ComponentType } from 'react'
import { masterDefinitions, masterNames, type MasterName } from '../../shared/masters/masters.ts'
import { masterPaths } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { AttributesScreen } from './attributes-screen.tsx'
import { FlowScreen } from './flow-screen.tsx'
import { itemGridPath } from './item-grid-path.ts'
import { MasterScreen } from './master-screen.tsx'
import { MastersHome } from './masters-home.tsx'
import { presentations } from './presentations.ts'
import { attributesPath, calendarPath, flowPath, homePath } from './special-paths.ts'

const CalendarScreen = lazy(async () => ({ default: (await import('./calendar-screen.tsx')).CalendarScreen }))
const ItemGridScreen = lazy(async () => ({ default: (await import('./item-grid.tsx')).ItemGridScreen }))

/** Those that are looked at most stand in the navigation; the rest is reached from the masters' home and by Ctrl+K. */
const inNavigation: readonly MasterName[] = ['items', 'locations', 'sections', 'units', 'workers', 'partners']

export const mastersScreens: readonly Screen[] = [
  { path: homePath, title: 'masters.home.title', permission: 'masters.view', group: 'masters', icon: Apps, component: MastersHome },
  ...inNavigation.map(screenOf),
  { path: itemGridPath, title: 'masters.items.sheet.title', permission: 'masters.update', component: ItemGridScreen },
  ...masterNames.filter(name => !inNavigation.includes(name)).map(screenOf),
  { path: flowPath, title: 'masters.processFlowEdges.graph', permission: 'masters.view', group: 'masters', icon: presentations.processFlowEdges.icon, component: FlowScreen },
  { path: calendarPath, title: 'masters.calendar.title', permission: 'masters.view', isFound: true, icon: presentations.workCalendars.icon, component: CalendarScreen },
  { path: attributesPath, title: 'masters.attributes.title', permission: 'settings.view', group: 'administration', icon: PlaylistAdd, component: AttributesScreen },
]

function screenOf(name: MasterName): Screen {
  const placed = inNavigation.includes(name) ? { group: 'masters' as const } : { isFound: true as const }
  return { path: masterPaths[name], title: `masters.${name}.title`, permission: 'masters.view', icon: presentations[name].icon, component: componentOf(name), ...placed }
}

function componentOf(name: MasterName): ComponentType {
  return () => <MasterScreen key={name} master={masterDefinitions[name]} presentation={presentations[name]} />
}

export const mastersActions: readonly ScreenAction[] = [...inNavigation, ...masterNames.filter(name => !inNavigation.includes(name))].map(name => ({
  title: `masters.${name}.add`, to: beginAt(masterPaths[name], 'new'), permission: 'masters.create', icon: presentations[name].icon,
}))
