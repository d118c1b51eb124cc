import Add from '@mui/icons-material/Add'
import Autorenew from '@mui/icons-material/AutorenewOutlined'
import Dashboard from '@mui/icons-material/SpaceDashboardOutlined'
import ListAlt from '@mui/icons-material/ListAltOutlined'
import Tune from '@mui/icons-material/TuneOutlined'
import ViewKanban from '@mui/icons-material/ViewKanbanOutlined'
import { boardPath } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { BoardScreen } from './board-screen.tsx'
import { BoardsScreen } from './boards-screen.tsx'
import { CardsScreen } from './cards-screen.tsx'
import { boardsPath, cardsPath, rulesPath, sectionPath } from './paths.ts'
import { RulesScreen } from './rules-screen.tsx'
import { SectionScreen } from './section-screen.tsx'

export const kanbanScreens: readonly Screen[] = [
  { path: boardPath, title: 'kanban.board.title', permission: 'kanban.view', group: 'kanban', icon: ViewKanban, component: BoardScreen },
  { path: sectionPath, title: 'kanban.dashboard.title', permission: 'kanban.view', group: 'today', icon: Dashboard, component: SectionScreen },
  { path: cardsPath, title: 'kanban.list.title', permission: 'kanban.view', group: 'kanban', icon: ListAlt, component: CardsScreen },
  { path: rulesPath, title: 'kanban.rules.title', permission: 'kanban.view', group: 'kanban', icon: Autorenew, component: RulesScreen },
  { path: boardsPath, title: 'kanban.boards.title', permission: 'kanban.update', group: 'kanban', icon: Tune, component: BoardsScreen },
]

export const kanbanActions: readonly ScreenAction[] = [
  { title: 'kanban.request.title', to: beginAt(boardPath, 'request'), permission: 'kanban.create', icon: Add },
  { title: 'kanban.rules.add', to: beginAt(rulesPath, 'new'), permission: 'kanban.update', icon: Autorenew },
  { title: 'kanban.boards.add', to: beginAt(boardsPath, 'new'), permission: 'kanban.update', icon: Tune },
]
