import Assessment from '@mui/icons-material/AssessmentOutlined'
import { lazy } from 'react'
import { reportPath, reportsPath } from '../core/paths.ts'
import type { Screen } from '../core/screen.ts'

const ReportsScreen = lazy(async () => ({ default: (await import('./reports-screen.tsx')).ReportsScreen }))
const ReportScreen = lazy(async () => ({ default: (await import('./report-screen.tsx')).ReportScreen }))

export const reportsScreens: readonly Screen[] = [
  { path: reportsPath, title: 'reports.title', permission: 'reports.view', group: 'reports', icon: Assessment, component: ReportsScreen },
  { path: reportPath(':report'), title: 'reports.title', permission: 'reports.view', component: ReportScreen },
]
