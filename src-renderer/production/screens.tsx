import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import Dialpad from '@mui/icons-material/DialpadOutlined'
import Today from '@mui/icons-material/TodayOutlined'
import { lazy } from 'react'
import type { Screen, ScreenAction } from '../core/screen.ts'
import { calendarPath, quickEntryOf, quickEntryPath, sectionTodayPath } from './paths.ts'

const CalendarScreen = lazy(async () => ({ default: (await import('./calendar-screen.tsx')).CalendarScreen }))
const SectionTodayScreen = lazy(async () => ({ default: (await import('./section-today-screen.tsx')).SectionTodayScreen }))
const QuickEntryScreen = lazy(async () => ({ default: (await import('./quick-entry-screen.tsx')).QuickEntryScreen }))

export const productionScreens: readonly Screen[] = [
  { path: sectionTodayPath, title: 'production.today.title', permission: 'process.readDailyProduction', group: 'today', icon: Today, component: SectionTodayScreen },
  { path: calendarPath, title: 'production.calendar.title', permission: 'process.readDailyProduction', group: 'planning', icon: CalendarMonth, component: CalendarScreen },
  { path: quickEntryPath, title: 'production.entry.title', permission: 'process.enterDailyProduction', component: QuickEntryScreen },
  { path: quickEntryOf(':id'), title: 'production.entry.title', permission: 'process.enterDailyProduction', component: QuickEntryScreen },
]

export const productionActions: readonly ScreenAction[] = [
  { title: 'production.entry.title', to: quickEntryPath, permission: 'process.enterDailyProduction', icon: Dialpad },
]
