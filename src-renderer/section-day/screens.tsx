import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import Lock from '@mui/icons-material/LockOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import Inbox from '@mui/icons-material/MoveToInboxOutlined'
import PersonSearch from '@mui/icons-material/PersonSearchOutlined'
import { lazy } from 'react'
import type { Screen } from '../core/screen.ts'
import { teamDaysPath, workerHistoryPath } from '../core/paths.ts'
import { dayLocksPath, lateEntriesPath, sectionDayPath } from './paths.ts'

const SectionDayScreen = lazy(async () => ({ default: (await import('./section-day-screen.tsx')).SectionDayScreen }))
const LateEntriesScreen = lazy(async () => ({ default: (await import('./late-entries-screen.tsx')).LateEntriesScreen }))
const DayLocksScreen = lazy(async () => ({ default: (await import('./day-locks-screen.tsx')).DayLocksScreen }))
const TeamDaysScreen = lazy(async () => ({ default: (await import('./team-days-screen.tsx')).TeamDaysScreen }))
const WorkerHistoryScreen = lazy(async () => ({ default: (await import('./worker-history-screen.tsx')).WorkerHistoryScreen }))

export const sectionDayScreens: readonly Screen[] = [
  { path: sectionDayPath, title: 'sectionDay.title', permission: 'process.readDailyProduction', group: 'today', icon: EventAvailable, component: SectionDayScreen },
  { path: lateEntriesPath, title: 'sectionDay.late.title', permission: 'process.readDailyProduction', group: 'today', icon: Inbox, component: LateEntriesScreen },
  { path: dayLocksPath, title: 'sectionDay.locks.title', permission: 'process.readDailyProduction', group: 'planning', icon: Lock, component: DayLocksScreen },
  { path: workerHistoryPath, title: 'sectionDay.history.title', permission: 'process.readDailyProduction', group: 'planning', icon: PersonSearch, component: WorkerHistoryScreen },
  { path: teamDaysPath, title: 'sectionDay.teams.title', permission: 'process.readDailyProduction', group: 'planning', icon: Groups, component: TeamDaysScreen },
]
