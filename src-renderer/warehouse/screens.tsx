import Checklist from '@mui/icons-material/ChecklistOutlined'
import FactCheck from '@mui/icons-material/FactCheckOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import Layers from '@mui/icons-material/LayersOutlined'
import SwapVert from '@mui/icons-material/SwapVertOutlined'
import Today from '@mui/icons-material/TodayOutlined'
import { lazy } from 'react'
import { lotPath, lotsPath, stockCardPath, stockCountPath, stockCountsPath, stockPath, warehouseTodayPath } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { openingCountPath } from './opening-count-path.ts'
import { actIcons, actPermissions, stockActs } from './stock-acts.ts'

const StockScreen = lazy(async () => ({ default: (await import('./stock-screen.tsx')).StockScreen }))
const StockCardScreen = lazy(async () => ({ default: (await import('./stock-card-screen.tsx')).StockCardScreen }))
const OpeningCountScreen = lazy(async () => ({ default: (await import('./opening-count.tsx')).OpeningCountScreen }))
const LotsScreen = lazy(async () => ({ default: (await import('./lots-screen.tsx')).LotsScreen }))
const LotScreen = lazy(async () => ({ default: (await import('./lot-screen.tsx')).LotScreen }))
const TodayScreen = lazy(async () => ({ default: (await import('./today-screen.tsx')).TodayScreen }))
const CountsScreen = lazy(async () => ({ default: (await import('./counts-screen.tsx')).CountsScreen }))
const CountScreen = lazy(async () => ({ default: (await import('./count-screen.tsx')).CountScreen }))
const MovesScreen = lazy(async () => ({ default: (await import('./moves-screen.tsx')).MovesScreen }))

export const warehouseScreens: readonly Screen[] = [
  { path: warehouseTodayPath, title: 'warehouse.today.title', permission: 'warehouse.view', group: 'warehouse', icon: Today, component: TodayScreen },
  { path: stockPath, title: 'warehouse.stock.title', permission: 'warehouse.view', group: 'warehouse', icon: Inventory, component: StockScreen },
  { path: stockCardPath(':itemId'), title: 'warehouse.card.title', permission: 'warehouse.view', component: StockCardScreen },
  { path: lotsPath, title: 'warehouse.lots.title', permission: 'warehouse.view', group: 'warehouse', icon: Layers, component: LotsScreen },
  { path: lotPath(':lotId'), title: 'warehouse.lots.lot', permission: 'warehouse.view', component: LotScreen },
  { path: '/warehouse/moves', title: 'warehouse.moves.title', permission: 'warehouse.view', group: 'warehouse', icon: SwapVert, component: MovesScreen },
  { path: stockCountsPath, title: 'warehouse.counts.title', permission: 'warehouse.view', group: 'warehouse', icon: Checklist, component: CountsScreen },
  { path: stockCountPath(':countId'), title: 'warehouse.counts.one', permission: 'warehouse.view', component: CountScreen },
  { path: openingCountPath, title: 'warehouse.count.title', permission: 'warehouse.update', group: 'warehouse', icon: FactCheck, component: OpeningCountScreen },
]

/** Whoever issues stock anyway has "used in production" there. */
export const warehouseActions: readonly ScreenAction[] = [
  { title: 'warehouse.counts.add', to: beginAt(stockCountsPath, 'new'), permission: 'warehouse.execute', icon: Checklist },
  ...stockActs.toReversed().map(act => (
    { title: `warehouse.entry.${act}`, to: beginAt(stockPath, act), permission: actPermissions[act], icon: actIcons[act], ...(act === 'consume' && { unless: actPermissions.issue }) }
  )),
]
