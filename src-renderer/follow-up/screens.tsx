import AccountBalanceWallet from '@mui/icons-material/AccountBalanceWalletOutlined'
import NotificationImportant from '@mui/icons-material/NotificationImportantOutlined'
import PhoneForwarded from '@mui/icons-material/PhoneForwardedOutlined'
import { lazy } from 'react'
import { clientsPath } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { alertsPath, clientPath } from './paths.ts'

const ClientsScreen = lazy(async () => ({ default: (await import('./clients-screen.tsx')).ClientsScreen }))
const ClientScreen = lazy(async () => ({ default: (await import('./client-screen.tsx')).ClientScreen }))
const AlertsScreen = lazy(async () => ({ default: (await import('./alerts-screen.tsx')).AlertsScreen }))

/** Whoever owes the factory something, and what there is to tell of them (IF-20). */
export const followUpScreens: readonly Screen[] = [
  {
    path: clientsPath,
    title: 'followUp.title',
    permission: 'followUp.view',
    group: 'fulfilment',
    icon: AccountBalanceWallet,
    component: ClientsScreen,
  },
  { path: clientPath(':id'), title: 'followUp.title', permission: 'followUp.view', component: ClientScreen },
  {
    path: alertsPath,
    title: 'followUp.alerts.title',
    permission: 'followUp.view',
    group: 'fulfilment',
    icon: NotificationImportant,
    component: AlertsScreen,
  },
]

export const followUpActions: readonly ScreenAction[] = [
  { title: 'followUp.log.act', to: beginAt(clientsPath, 'log'), permission: 'followUp.create', icon: PhoneForwarded },
]
