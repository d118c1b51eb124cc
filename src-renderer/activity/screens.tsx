import Insights from '@mui/icons-material/InsightsOutlined'
import type { Screen } from '../core/screen.ts'
import { ActivityScreen } from './activity-screen.tsx'

export const activityScreens: readonly Screen[] = [
  { path: '/activity', title: 'activity.title', permission: 'audit.view', group: 'administration', icon: Insights, component: ActivityScreen },
]
