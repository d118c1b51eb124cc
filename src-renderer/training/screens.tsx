import School from '@mui/icons-material/SchoolOutlined'
import type { Screen } from '../core/screen.ts'
import { TrainingScreen } from './training-screen.tsx'

export const trainingScreens: readonly Screen[] = [
  { path: '/training', title: 'training.title', permission: 'dataCare.view', group: 'administration', icon: School, component: TrainingScreen },
]
