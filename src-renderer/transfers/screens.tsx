import CleaningServices from '@mui/icons-material/CleaningServicesOutlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import NotificationsActive from '@mui/icons-material/NotificationsActiveOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined'
import ViewColumn from '@mui/icons-material/ViewColumnOutlined'
import { lazy } from 'react'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { alertsPath, clearancesPath, gatePassesPath, gatePassPath, linesPath, sectionTransfersPath, slipPath, slipsPath } from './paths.ts'

const SectionTransfersScreen = lazy(async () => ({ default: (await import('./section-screen.tsx')).SectionTransfersScreen }))
const SlipsScreen = lazy(async () => ({ default: (await import('./slips-screen.tsx')).SlipsScreen }))
const SlipScreen = lazy(async () => ({ default: (await import('./slip-screen.tsx')).SlipScreen }))
const LinesScreen = lazy(async () => ({ default: (await import('./lines-screen.tsx')).LinesScreen }))
const ClearancesScreen = lazy(async () => ({ default: (await import('./clearances-screen.tsx')).ClearancesScreen }))
const GatePassesScreen = lazy(async () => ({ default: (await import('./gate-passes-screen.tsx')).GatePassesScreen }))
const GatePassScreen = lazy(async () => ({ default: (await import('./gate-pass-screen.tsx')).GatePassScreen }))
const AlertsScreen = lazy(async () => ({ default: (await import('./alerts-screen.tsx')).AlertsScreen }))

export const transfersScreens: readonly Screen[] = [
  { path: sectionTransfersPath, title: 'transfers.title', permission: 'process.readDailyProduction', group: 'today', icon: SwapHoriz, component: SectionTransfersScreen },
  { path: linesPath, title: 'transfers.linesTitle', permission: 'process.readDailyProduction', group: 'planning', icon: ViewColumn, component: LinesScreen },
  { path: slipsPath, title: 'transfers.slips', permission: 'process.readDailyProduction', group: 'planning', icon: ReceiptLong, component: SlipsScreen },
  { path: slipPath(':id'), title: 'transfers.slips', permission: 'process.readDailyProduction', component: SlipScreen },
  { path: clearancesPath, title: 'transfers.clearances.title', permission: 'process.readDailyProduction', isFound: true, icon: CleaningServices, component: ClearancesScreen },
  { path: gatePassesPath, title: 'transfers.gate.title', permission: 'process.readDailyProduction', group: 'planning', icon: LocalShipping, component: GatePassesScreen },
  { path: gatePassPath(':id'), title: 'transfers.gate.title', permission: 'process.readDailyProduction', component: GatePassScreen },
  { path: alertsPath, title: 'transfers.alertsTitle', permission: 'process.readDailyProduction', group: 'planning', icon: NotificationsActive, component: AlertsScreen },
]

export const transfersActions: readonly ScreenAction[] = [{ title: 'transfers.gate.add', to: beginAt(gatePassesPath, 'new'), permission: 'process.enterDailyProduction', icon: LocalShipping }]
