import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import type { Screen } from '../core/screen.ts'
import { PeriodsScreen } from './periods-screen.tsx'

export const periodsScreens: readonly Screen[] = [
  { path: '/periods', title: 'periods.title', permission: 'warehouse.view', group: 'administration', icon: EventAvailable, component: PeriodsScreen },
]
