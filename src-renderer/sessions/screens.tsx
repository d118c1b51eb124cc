import Devices from '@mui/icons-material/DevicesOutlined'
import { anySession } from '../../shared/core/procedure.ts'
import { ownSessionsPath } from '../core/paths.ts'
import type { Screen } from '../core/screen.ts'
import { OwnSessionsScreen } from './own-sessions-screen.tsx'
import { SessionsScreen } from './sessions-screen.tsx'

export const sessionsScreens: readonly Screen[] = [
  { path: '/sessions', title: 'sessions.title', permission: 'identity.view', group: 'administration', icon: Devices, component: SessionsScreen },
  { path: ownSessionsPath, title: 'sessions.own.title', permission: anySession, component: OwnSessionsScreen },
]
