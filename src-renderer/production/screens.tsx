import Article from '@mui/icons-material/ArticleOutlined'
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import Dialpad from '@mui/icons-material/DialpadOutlined'
import Policy from '@mui/icons-material/PolicyOutlined'
import Today from '@mui/icons-material/TodayOutlined'
import { lazy } from 'react'
import { findingsPath, paperBatchPath, paperPath } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { calendarPath, quickEntryOf, quickEntryPath, sectionTodayPath } from './paths.ts'

const CalendarScreen = lazy(async () => ({ default: (await import('./calendar-screen.tsx')).CalendarScreen }))
const SectionTodayScreen = lazy(async () => ({ default: (await import('./section-today-screen.tsx')).SectionTodayScreen }))
const FindingsScreen = lazy(async () => ({ default: (await import('./findings-screen.tsx')).FindingsScreen }))
const QuickEntryScreen = lazy(async () => ({ default: (await import('./quick-entry-screen.tsx')).QuickEntryScreen }))
const PaperListScreen = lazy(async () => ({ default: (await import('./paper-list-screen.tsx')).PaperListScreen }))
const PaperScreen = lazy(async () => ({ default: (await import('./paper-screen.tsx')).PaperScreen }))

export const productionScreens: readonly Screen[] = [
  { path: sectionTodayPath, title: 'production.today.title', permission: 'process.readDailyProduction', group: 'today', icon: Today, component: SectionTodayScreen },
  { path: calendarPath, title: 'production.calendar.title', permission: 'process.readDailyProduction', group: 'planning', icon: CalendarMonth, component: CalendarScreen },
  { path: findingsPath, title: 'production.findings.title', permission: 'process.readDailyProduction', group: 'planning', icon: Policy, component: FindingsScreen },
  { path: paperPath, title: 'production.paper.title', permission: 'process.readDailyProduction', group: 'planning', icon: Article, component: PaperListScreen },
  { path: paperBatchPath(':id'), title: 'production.paper.title', permission: 'process.readDailyProduction', component: PaperScreen },
  { path: quickEntryPath, title: 'production.entry.title', permission: 'process.enterDailyProduction', component: QuickEntryScreen },
  { path: quickEntryOf(':id'), title: 'production.entry.title', permission: 'process.enterDailyProduction', component: QuickEntryScreen },
]

export const productionActions: readonly ScreenAction[] = [
  { title: 'production.paper.add', to: beginAt(paperPath, 'new'), permission: 'process.enterDailyProduction', icon: Article },
  { title: 'production.entry.title', to: quickEntryPath, permission: 'process.enterDailyProduction', icon: Dialpad },
]
