import Add from '@mui/icons-material/Add'
import AssignmentTurnedIn from '@mui/icons-material/AssignmentTurnedInOutlined'
import PrecisionManufacturing from '@mui/icons-material/PrecisionManufacturingOutlined'
import Dashboard from '@mui/icons-material/DashboardOutlined'
import Sell from '@mui/icons-material/SellOutlined'
import Tv from '@mui/icons-material/TvOutlined'
import WbSunny from '@mui/icons-material/WbSunnyOutlined'
import { lazy } from 'react'
import { manufacturingOrdersPath, salesOrdersPath, workOrdersPath } from '../core/paths.ts'
import { beginAt, type Screen, type ScreenAction } from '../core/screen.ts'
import { manufacturingOrderPath, planningBoardPath, salesOrderPath, summaryPath, wallScreenPath, workOrderPath } from './paths.ts'

const SalesOrdersScreen = lazy(async () => ({ default: (await import('./sales-orders-screen.tsx')).SalesOrdersScreen }))
const SalesOrderScreen = lazy(async () => ({ default: (await import('./sales-order-screen.tsx')).SalesOrderScreen }))
const ManufacturingOrdersScreen = lazy(async () => ({ default: (await import('./orders-screen.tsx')).ManufacturingOrdersScreen }))
const ManufacturingOrderScreen = lazy(async () => ({ default: (await import('./order-screen.tsx')).ManufacturingOrderScreen }))
const WorkOrdersScreen = lazy(async () => ({ default: (await import('./work-orders-screen.tsx')).WorkOrdersScreen }))
const WorkOrderScreen = lazy(async () => ({ default: (await import('./work-order-screen.tsx')).WorkOrderScreen }))
const BoardScreen = lazy(async () => ({ default: (await import('./board-screen.tsx')).BoardScreen }))
const SummaryScreen = lazy(async () => ({ default: (await import('./summary-screen.tsx')).SummaryScreen }))
const WallScreen = lazy(async () => ({ default: (await import('./wall-screen.tsx')).WallScreen }))

export const planningScreens: readonly Screen[] = [
  { path: planningBoardPath, title: 'planning.board.title', permission: 'process.viewPlanningDashboard', group: 'planning', icon: Dashboard, component: BoardScreen },
  { path: summaryPath, title: 'planning.summary.title', permission: 'process.viewPlanningDashboard', group: 'planning', icon: WbSunny, component: SummaryScreen },
  { path: wallScreenPath, title: 'planning.board.wall.title', permission: 'process.viewPlanningDashboard', isFound: true, isWall: true, icon: Tv, component: WallScreen },
  { path: salesOrdersPath, title: 'planning.sales.title', permission: 'planning.view', group: 'planning', icon: Sell, component: SalesOrdersScreen },
  { path: salesOrderPath(':id'), title: 'planning.sales.title', permission: 'planning.view', component: SalesOrderScreen },
  { path: manufacturingOrdersPath, title: 'planning.orders.title', permission: 'planning.view', group: 'planning', icon: PrecisionManufacturing, component: ManufacturingOrdersScreen },
  { path: manufacturingOrderPath(':id'), title: 'planning.orders.title', permission: 'planning.view', component: ManufacturingOrderScreen },
  { path: workOrdersPath, title: 'planning.work.title', permission: 'process.readDailyProduction', group: 'planning', icon: AssignmentTurnedIn, component: WorkOrdersScreen },
  { path: workOrderPath(':id'), title: 'planning.work.title', permission: 'process.readDailyProduction', component: WorkOrderScreen },
]

export const planningActions: readonly ScreenAction[] = [
  { title: 'planning.sales.add', to: beginAt(salesOrdersPath, 'new'), permission: 'planning.create', icon: Add },
  { title: 'planning.orders.add', to: beginAt(manufacturingOrdersPath, 'new'), permission: 'process.createManufacturingOrder', icon: Add },
]
