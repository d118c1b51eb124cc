import MonitorHeart from '@mui/icons-material/MonitorHeartOutlined'
import { lazy } from 'react'
import type { Screen } from '../core/screen.ts'
import { healthPath, logPath, operationsPath } from './paths.ts'

const HealthScreen = lazy(async () => ({ default: (await import('./health-screen.tsx')).HealthScreen }))
const OperationsScreen = lazy(async () => ({ default: (await import('./operations-screen.tsx')).OperationsScreen }))
const LogScreen = lazy(async () => ({ default: (await import('./log-screen.tsx')).LogScreen }))

export const healthScreens: readonly Screen[] = [
  { path: healthPath, title: 'health.title', permission: 'settings.view', group: 'administration', icon: MonitorHeart, component: HealthScreen },
  { path: operationsPath, title: 'health.operations.title', permission: 'settings.view', isFound: true, icon: MonitorHeart, component: OperationsScreen },
  { path: logPath, title: 'health.log.title', permission: 'settings.view', isFound: true, icon: MonitorHeart, component: LogScreen },
]
