import Inventory from '@mui/icons-material/Inventory2Outlined'
import { lazy } from 'react'
import { cartonPath, receivingPath } from '../core/paths.ts'
import type { Screen } from '../core/screen.ts'
import { receivingDeliveryPath } from './paths.ts'

const ArrivingScreen = lazy(async () => ({ default: (await import('./arriving-screen.tsx')).ArrivingScreen }))
const ReceivingScreen = lazy(async () => ({ default: (await import('./receiving-screen.tsx')).ReceivingScreen }))
const CartonScreen = lazy(async () => ({ default: (await import('./carton-screen.tsx')).CartonScreen }))

export const finishedGoodsScreens: readonly Screen[] = [
  { path: receivingPath, title: 'finishedGoods.arriving.title', permission: 'finishedGoods.view', group: 'warehouse', icon: Inventory, component: ArrivingScreen },
  { path: receivingDeliveryPath(':id'), title: 'finishedGoods.arriving.title', permission: 'finishedGoods.view', component: ReceivingScreen },
  { path: cartonPath(':id'), title: 'finishedGoods.fields.carton', permission: 'finishedGoods.view', component: CartonScreen },
]
