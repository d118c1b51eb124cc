import CleaningServices from '@mui/icons-material/CleaningServicesOutlined'
import { lazy } from 'react'
import type { Screen } from '../core/screen.ts'

const CleanUpScreen = lazy(async () => ({ default: (await import('./clean-up-screen.tsx')).CleanUpScreen }))

export const cleanUpScreens: readonly Screen[] = [
  { path: '/clean-up', title: 'cleanUp.title', permission: 'dataCare.delete', group: 'administration', icon: CleaningServices, component: CleanUpScreen },
]
