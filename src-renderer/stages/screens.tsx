import Build from '@mui/icons-material/BuildOutlined'
import { lazy } from 'react'
import { reworkCardsPath, stageHoldPath, stageWorkPath } from '../core/paths.ts'
import type { Screen } from '../core/screen.ts'

const StageScreen = lazy(async () => ({ default: (await import('./stage-screen.tsx')).StageScreen }))
const CardsScreen = lazy(async () => ({ default: (await import('./cards-screen.tsx')).CardsScreen }))
const HoldScreen = lazy(async () => ({ default: (await import('./hold-screen.tsx')).HoldScreen }))

export const stagesScreens: readonly Screen[] = [
  { path: reworkCardsPath, title: 'stages.cardsTitle', permission: 'process.readDailyProduction', group: 'planning', icon: Build, component: CardsScreen },
  { path: stageWorkPath(':id'), title: 'stages.title', permission: 'process.readDailyProduction', component: StageScreen },
  { path: stageHoldPath(':id'), title: 'stages.title', permission: 'process.readDailyProduction', component: HoldScreen },
]
