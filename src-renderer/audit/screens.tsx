import Manage from '@mui/icons-material/ManageSearchOutlined'
import Security from '@mui/icons-material/GppMaybeOutlined'
import Verified from '@mui/icons-material/VerifiedUserOutlined'
import { lazy } from 'react'
import { anySession } from '../../shared/core/procedure.ts'
import { auditPath, recordStoryPath } from '../core/paths.ts'
import type { Screen } from '../core/screen.ts'
import { integrityPath, securityPath, summaryPath } from './paths.ts'

const EntriesScreen = lazy(async () => ({ default: (await import('./entries-screen.tsx')).EntriesScreen }))
const SummaryScreen = lazy(async () => ({ default: (await import('./summary-screen.tsx')).SummaryScreen }))
const IntegrityScreen = lazy(async () => ({ default: (await import('./integrity-screen.tsx')).IntegrityScreen }))
const SecurityScreen = lazy(async () => ({ default: (await import('./security-screen.tsx')).SecurityScreen }))
const StoryScreen = lazy(async () => ({ default: (await import('./story-screen.tsx')).StoryScreen }))

export const auditScreens: readonly Screen[] = [
  { path: auditPath, title: 'audit.title', permission: 'audit.view', group: 'administration', icon: Manage, component: EntriesScreen },
  { path: summaryPath, title: 'audit.summary.title', permission: 'audit.view', component: SummaryScreen },
  { path: securityPath, title: 'audit.security.title', permission: 'audit.view', group: 'administration', icon: Security, component: SecurityScreen },
  { path: integrityPath, title: 'audit.integrity.title', permission: 'audit.view', group: 'administration', icon: Verified, component: IntegrityScreen },
  { path: recordStoryPath(':entity', ':id'), title: 'audit.story.title', permission: anySession, component: StoryScreen },
]
