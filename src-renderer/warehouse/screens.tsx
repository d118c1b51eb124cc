import Assignment from '@mui/icons-material/AssignmentOutlined'
import Checklist from '@mui/icons-material/ChecklistOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import FactCheck from '@mui/icons-material/FactCheckOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import Layers from '@mui/icons-material/LayersOutlined'
import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import SwapVert from '@mui/icons-material/SwapVertOutlined'
import Today from '@mui/icons-material/TodayOutlined'
import { lazy } from 'react'
import {
  debtsPath, lotPath, lotsPath, requisitionsPath, shortagesPath, stockCardPath, stockCountPath, stockCountsPath, stockDocumentPath, stockDocumentsPath, stockPath, warehouseTodayPath,
} from '../core/paths.ts'
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
const RequisitionsScreen = lazy(async () => ({ default: (await import('./requisitions-screen.tsx')).RequisitionsScreen }))
const RequisitionScreen = lazy(async () => ({ default: (await import('./requisition-screen.tsx')).RequisitionScreen }))
const DebtsScreen = lazy(async () => ({ default: (await import('./debts-screen.tsx')).DebtsScreen }))
const DebtScreen = lazy(async () => ({ default: (await import('./debt-screen.tsx')).DebtScreen }))
const ShortagesScreen = lazy(async () => ({ default: (await import('./shortages-screen.tsx')).ShortagesScreen }))
const DocumentsScreen = lazy(async () => ({ default: (await import('./documents-screen.tsx')).DocumentsScreen }))
const DocumentScreen = lazy(async () => ({ default: (await import('./document-screen.tsx')).DocumentScreen }))
const MovesScreen = lazy(async () => ({ default: (await import('./moves-screen.tsx')).MovesScreen }))

export const warehouseScreens: readonly Screen[] = [
  { path: warehouseTodayPath, title: 'warehouse.today.title', permission: 'warehouse.view', group: 'warehouse', icon: Today, component: TodayScreen },
  { path: stockPath, title: 'warehouse.stock.title', permission: 'warehouse.view', group: 'warehouse', icon: Inventory, component: StockScreen },
  { path: stockCardPath(':itemId'), title: 'warehouse.card.title', permission: 'warehouse.view', component: StockCardScreen },
  { path: lotsPath, title: 'warehouse.lots.title', permission: 'warehouse.view', group: 'warehouse', icon: Layers, component: LotsScreen },
  { path: lotPath(':lotId'), title: 'warehouse.lots.lot', permission: 'warehouse.view', component: LotScreen },
  { path: requisitionsPath, title: 'warehouse.requisitions.title', permission: 'warehouse.view', group: 'warehouse', icon: Assignment, component: RequisitionsScreen },
  { path: `${requisitionsPath}/:id`, title: 'warehouse.requisitions.title', permission: 'warehouse.view', component: RequisitionScreen },
  { path: debtsPath, title: 'warehouse.debts.title', permission: 'warehouse.view', group: 'warehouse', icon: RequestQuote, component: DebtsScreen },
  { path: `${debtsPath}/:id`, title: 'warehouse.debts.title', permission: 'warehouse.view', component: DebtScreen },
  { path: shortagesPath, title: 'warehouse.shortages.title', permission: 'warehouse.view', group: 'warehouse', icon: ReportProblem, component: ShortagesScreen },
  { path: '/warehouse/moves', title: 'warehouse.moves.title', permission: 'warehouse.view', group: 'warehouse', icon: SwapVert, component: MovesScreen },
  { path: stockDocumentsPath, title: 'warehouse.documents.title', permission: 'warehouse.view', group: 'warehouse', icon: Description, component: DocumentsScreen },
  { path: stockDocumentPath(':documentId'), title: 'warehouse.documents.one', permission: 'warehouse.view', component: DocumentScreen },
  { path: stockCountsPath, title: 'warehouse.counts.title', permission: 'warehouse.view', group: 'warehouse', icon: Checklist, component: CountsScreen },
  { path: stockCountPath(':countId'), title: 'warehouse.counts.one', permission: 'warehouse.view', component: CountScreen },
  { path: openingCountPath, title: 'warehouse.count.title', permission: 'warehouse.update', group: 'warehouse', icon: FactCheck, component: OpeningCountScreen },
]

/** Whoever issues stock anyway has "used in production" there. */
export const warehouseActions: readonly ScreenAction[] = [
  { title: 'warehouse.documents.add', to: beginAt(stockDocumentsPath, 'new'), permission: 'warehouse.execute', icon: Description },
  { title: 'warehouse.counts.add', to: beginAt(stockCountsPath, 'new'), permission: 'warehouse.execute', icon: Checklist },
  ...stockActs.toReversed().map(act => (
    { title: `warehouse.entry.${act}`, to: beginAt(stockPath, act), permission: actPermissions[act], icon: actIcons[act], ...(act === 'consume' && { unless: actPermissions.issue }) }
  )),
  { title: 'warehouse.requisitions.ask', to: beginAt(requisitionsPath, 'ask'), permission: 'process.requestMaterial', icon: Assignment },
  { title: 'warehouse.debts.askTitle', to: beginAt(debtsPath, 'ask'), permission: 'process.requestMaterialDebt', icon: RequestQuote },
  { title: 'warehouse.shortages.reportTitle', to: beginAt(shortagesPath, 'report'), permission: 'production.execute', icon: ReportProblem },
]
