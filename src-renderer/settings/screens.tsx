import Settings from '@mui/icons-material/SettingsOutlined'
import type { Screen } from '../core/screen.ts'
import { SettingsPage } from './settings-page.tsx'

export const settingsScreens: readonly Screen[] = [
  { path: '/settings', title: 'settings.title', permission: 'settings.view', group: 'administration', icon: Settings, component: SettingsPage },
]
