import Group from '@mui/icons-material/GroupOutlined'
import type { Screen } from '../core/screen.ts'
import { UsersScreen } from './users-screen.tsx'

export const identityScreens: readonly Screen[] = [
  { path: '/users', title: 'identity.users.title', permission: 'identity.view', group: 'administration', icon: Group, component: UsersScreen },
]
