import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import { anySession } from '../../shared/core/procedure.ts'
import { approvalsPath } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { ChainsScreen } from './chains-screen.tsx'
import { DelegationsScreen } from './delegations-screen.tsx'
import { delegationsPath } from './paths.ts'
import { RequestsScreen } from './requests-screen.tsx'

export const approvalsScreens: readonly Screen[] = [
  { path: approvalsPath, title: 'approvals.title', permission: anySession, group: 'today', icon: TaskAlt, component: RequestsScreen },
  { path: delegationsPath, title: 'approvals.delegations.title', permission: anySession, icon: SwapHoriz, component: DelegationsScreen },
  { path: '/approval-chains', title: 'approvals.chains.title', permission: 'settings.view', group: 'administration', icon: AccountTree, component: ChainsScreen },
]

export const approvalsActions: readonly ScreenAction[] = [
  { title: 'approvals.delegations.add', to: beginAt(delegationsPath, 'new'), permission: anySession, icon: SwapHoriz },
]
