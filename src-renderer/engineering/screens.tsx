import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import Add from '@mui/icons-material/Add'
import Speed from '@mui/icons-material/SpeedOutlined'
import { lazy } from 'react'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { bomsPath } from '../core/paths.ts'
import { bomPath, consumptionPath } from './paths.ts'

const BomsScreen = lazy(async () => ({ default: (await import('./boms-screen.tsx')).BomsScreen }))
const BomScreen = lazy(async () => ({ default: (await import('./bom-screen.tsx')).BomScreen }))
const ConsumptionScreen = lazy(async () => ({ default: (await import('./consumption-screen.tsx')).ConsumptionScreen }))

export const engineeringScreens: readonly Screen[] = [
  { path: bomsPath, title: 'engineering.boms.title', permission: 'engineering.view', group: 'engineering', icon: AccountTree, component: BomsScreen },
  { path: bomPath(':id'), title: 'engineering.bom.title', permission: 'engineering.view', component: BomScreen },
  { path: consumptionPath, title: 'engineering.consumption.title', permission: 'engineering.view', group: 'engineering', icon: Speed, component: ConsumptionScreen },
]

export const engineeringActions: readonly ScreenAction[] = [{ title: 'engineering.boms.add', to: beginAt(bomsPath, 'new'), permission: 'engineering.create', icon: Add }]
