import Balance from '@mui/icons-material/BalanceOutlined'
import TrendingDown from '@mui/icons-material/TrendingDownOutlined'
import { lazy } from 'react'
import type { Screen } from '../core/screen.ts'
import { ledgerAlertsPath, ledgerPath } from './paths.ts'

const LedgerScreen = lazy(async () => ({ default: (await import('./ledger-screen.tsx')).LedgerScreen }))
const AlertsScreen = lazy(async () => ({ default: (await import('./alerts-screen.tsx')).AlertsScreen }))

export const ledgerScreens: readonly Screen[] = [
  { path: ledgerPath, title: 'ledger.title', permission: 'process.readDailyProduction', group: 'today', icon: Balance, component: LedgerScreen },
  { path: ledgerAlertsPath, title: 'ledger.alerts.title', permission: 'process.readDailyProduction', group: 'planning', icon: TrendingDown, component: AlertsScreen },
]
