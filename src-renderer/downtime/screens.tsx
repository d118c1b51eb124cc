import PauseCircle from '@mui/icons-material/PauseCircleOutlined'
import { lazy } from 'react'
import { downtimePath, downtimeRecordsPath } from '../core/paths.ts'
import type { Screen, ScreenAction } from '../core/screen.ts'

const DowntimeScreen = lazy(async () => ({ default: (await import('./downtime-screen.tsx')).DowntimeScreen }))
const RecordsScreen = lazy(async () => ({ default: (await import('./records-screen.tsx')).RecordsScreen }))

export const downtimeScreens: readonly Screen[] = [
  { path: downtimePath, title: 'downtime.title', permission: 'process.readDailyProduction', group: 'planning', icon: PauseCircle, component: DowntimeScreen },
  { path: downtimeRecordsPath, title: 'downtime.list', permission: 'process.readDailyProduction', isFound: true, icon: PauseCircle, component: RecordsScreen },
]

export const downtimeActions: readonly ScreenAction[] = [
  { title: 'downtime.enter', to: downtimePath, permission: 'process.enterDailyProduction', icon: PauseCircle },
]
