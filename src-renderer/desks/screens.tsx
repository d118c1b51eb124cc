import Groups from '@mui/icons-material/Groups2Outlined'
import { desksPath } from '../core/paths.ts'
import type { Screen } from '../core/screen.ts'
import { DesksScreen } from './desks-screen.tsx'

export const desksScreens: readonly Screen[] = [
  { path: desksPath, title: 'desks.title', permission: 'identity.view', group: 'administration', icon: Groups, component: DesksScreen },
]
