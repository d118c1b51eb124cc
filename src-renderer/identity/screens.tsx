import Group from '@mui/icons-material/GroupOutlined'
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { UsersScreen } from './users-screen.tsx'

const usersPath = '/users'

export const identityScreens: readonly Screen[] = [
  { path: usersPath, title: 'identity.users.title', permission: 'identity.view', group: 'administration', icon: Group, component: UsersScreen },
]

export const identityActions: readonly ScreenAction[] = [{ title: 'identity.users.add', to: beginAt(usersPath, 'new'), permission: 'identity.create', icon: PersonAdd }]
