import Add from '@mui/icons-material/Add'
import Handshake from '@mui/icons-material/HandshakeOutlined'
import ListAlt from '@mui/icons-material/ReceiptLongOutlined'
import MoveToInbox from '@mui/icons-material/MoveToInboxOutlined'
import Inventory from '@mui/icons-material/FactCheckOutlined'
import ViewKanban from '@mui/icons-material/ViewWeekOutlined'
import { lazy } from 'react'
import { anySession } from '../../shared/core/procedure.ts'
import { ordersPath, receiptsPath } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { boardPath, orderPath, receivePath, receivingPath, vendorsPath } from './paths.ts'

const BoardScreen = lazy(async () => ({ default: (await import('./board-screen.tsx')).BoardScreen }))
const OrdersScreen = lazy(async () => ({ default: (await import('./orders-screen.tsx')).OrdersScreen }))
const OrderScreen = lazy(async () => ({ default: (await import('./order-screen.tsx')).OrderScreen }))
const ReceivingScreen = lazy(async () => ({ default: (await import('./receiving-screen.tsx')).ReceivingScreen }))
const ReceiveScreen = lazy(async () => ({ default: (await import('./receive-screen.tsx')).ReceiveScreen }))
const ReceiptsScreen = lazy(async () => ({ default: (await import('./receipts-screen.tsx')).ReceiptsScreen }))
const VendorsScreen = lazy(async () => ({ default: (await import('./vendors-screen.tsx')).VendorsScreen }))

export const purchasingScreens: readonly Screen[] = [
  { path: receivingPath, title: 'purchasing.receiving.title', permission: 'warehouse.execute', group: 'warehouse', icon: MoveToInbox, component: ReceivingScreen },
  { path: receivePath(':orderId'), title: 'purchasing.receiving.title', permission: 'warehouse.execute', component: ReceiveScreen },
  { path: receiptsPath, title: 'purchasing.receipts.title', permission: 'warehouse.view', group: 'warehouse', icon: Inventory, component: ReceiptsScreen },
  { path: boardPath, title: 'purchasing.board.title', permission: 'purchasing.view', group: 'purchasing', icon: ViewKanban, component: BoardScreen },
  { path: ordersPath, title: 'purchasing.orders.title', permission: 'purchasing.view', group: 'purchasing', icon: ListAlt, component: OrdersScreen },
  // The store finds an order by its number too: it is shown where its goods are taken in.
  { path: orderPath(':orderId'), title: 'purchasing.orders.title', permission: anySession, component: OrderScreen },
  { path: vendorsPath, title: 'purchasing.vendors.title', permission: 'purchasing.view', group: 'purchasing', icon: Handshake, component: VendorsScreen },
]

export const purchasingActions: readonly ScreenAction[] = [
  { title: 'purchasing.orders.add', to: beginAt(ordersPath, 'new'), permission: 'purchasing.create', icon: Add },
]
