import AssignmentReturn from '@mui/icons-material/AssignmentReturnOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import Insights from '@mui/icons-material/InsightsOutlined'
import NoteAlt from '@mui/icons-material/NoteAltOutlined'
import PlaylistRemove from '@mui/icons-material/PlaylistRemoveOutlined'
import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined'
import RuleFolder from '@mui/icons-material/RuleFolderOutlined'
import { lazy } from 'react'
import { invoicesPath } from '../core/paths.ts'
import type { Screen } from '../core/screen.ts'
import { bulkPath, creditNotesPath, figuresPath, historyPath, invoicePath, missingPath, returnsPath } from './billing-paths.ts'

const InvoicesScreen = lazy(async () => ({ default: (await import('./invoices-screen.tsx')).InvoicesScreen }))
const InvoiceScreen = lazy(async () => ({ default: (await import('./invoice-screen.tsx')).InvoiceScreen }))
const ReturnsScreen = lazy(async () => ({ default: (await import('./returns-screen.tsx')).ReturnsScreen }))
const CreditNotesScreen = lazy(async () => ({ default: (await import('./credit-notes-screen.tsx')).CreditNotesScreen }))
const MissingScreen = lazy(async () => ({ default: (await import('./missing-screen.tsx')).MissingScreen }))
const FiguresScreen = lazy(async () => ({ default: (await import('./figures-screen.tsx')).FiguresScreen }))
const HistoryScreen = lazy(async () => ({ default: (await import('./history-screen.tsx')).HistoryScreen }))
const BulkScreen = lazy(async () => ({ default: (await import('./bulk-screen.tsx')).BulkScreen }))

const inMenu = { permission: 'fulfilment.view', group: 'fulfilment' } as const

/** What billing works at, and who looks after it. */
export const billingScreens: readonly Screen[] = [
  { path: invoicesPath, title: 'fulfilment.listTitle', ...inMenu, icon: ReceiptLong, component: InvoicesScreen },
  { path: invoicePath(':id'), title: 'fulfilment.listTitle', permission: 'fulfilment.view', component: InvoiceScreen },
  { path: returnsPath, title: 'fulfilment.billing.returns.title', ...inMenu, icon: AssignmentReturn, component: ReturnsScreen },
  { path: creditNotesPath, title: 'fulfilment.billing.credit.title', ...inMenu, icon: NoteAlt, component: CreditNotesScreen },
  { path: missingPath, title: 'fulfilment.billing.missing.title', ...inMenu, icon: PlaylistRemove, component: MissingScreen },
  { path: figuresPath, title: 'fulfilment.billing.figures.title', ...inMenu, icon: Insights, component: FiguresScreen },
  { path: historyPath, title: 'fulfilment.billing.history.title', ...inMenu, icon: History, component: HistoryScreen },
  {
    path: bulkPath,
    title: 'fulfilment.billing.bulk.title',
    permission: 'process.changeInvoicesInBulk',
    group: 'fulfilment',
    icon: RuleFolder,
    component: BulkScreen,
  },
]
