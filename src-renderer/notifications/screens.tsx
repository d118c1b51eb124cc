import Notifications from '@mui/icons-material/NotificationsNoneOutlined'
import { anySession } from '../../shared/core/procedure.ts'
import type { Screen } from '../core/screen.ts'
import { NoticesPage } from './notices-page.tsx'
import { noticesPath } from './record-path.ts'

export const notificationsScreens: readonly Screen[] = [
  { path: noticesPath, title: 'notifications.title', permission: anySession, group: 'today', icon: Notifications, component: NoticesPage },
]
