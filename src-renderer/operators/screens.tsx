import Badge from '@mui/icons-material/BadgeOutlined'
import type { Screen } from '../core/screen.ts'
import { OperatorsScreen } from './operators-screen.tsx'

export const operatorsScreens: readonly Screen[] = [
  { path: '/operators', title: 'operators.title', permission: 'identity.view', group: 'administration', icon: Badge, component: OperatorsScreen },
]
