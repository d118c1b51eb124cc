import Inventory from '@mui/icons-material/Inventory2Outlined'
import SwapVert from '@mui/icons-material/SwapVertOutlined'
import { lazy } from 'react'
import type { Screen } from '../core/screen.ts'
import { movesPath, stockPath } from './paths.ts'

const StockScreen = lazy(async () => ({ default: (await import('./stock-screen.tsx')).StockScreen }))
const StockCardScreen = lazy(async () => ({ default: (await import('./stock-card-screen.tsx')).StockCardScreen }))
const MovesScreen = lazy(async () => ({ default: (await import('./moves-screen.tsx')).MovesScreen }))

export const warehouseScreens: readonly Screen[] = [
  { path: stockPath, title: 'warehouse.stock.title', permission: 'warehouse.view', group: 'warehouse', icon: Inventory, component: StockScreen },
  { path: '/warehouse/items/:itemId', title: 'warehouse.card.title', permission: 'warehouse.view', component: StockCardScreen },
  { path: movesPath, title: 'warehouse.moves.title', permission: 'warehouse.view', group: 'warehouse', icon: SwapVert, component: MovesScreen },
]
