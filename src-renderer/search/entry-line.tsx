import Box from '@mui/material/Box'
import AccountBalanceWallet from '@mui/icons-material/AccountBalanceWalletOutlined'
import AccessTime from '@mui/icons-material/AccessTimeOutlined'
import Article from '@mui/icons-material/ArticleOutlined'
import Badge from '@mui/icons-material/BadgeOutlined'
import BrokenImage from '@mui/icons-material/BrokenImageOutlined'
import Build from '@mui/icons-material/BuildOutlined'
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import Category from '@mui/icons-material/CategoryOutlined'
import ContentCut from '@mui/icons-material/ContentCutOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import Group from '@mui/icons-material/GroupOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import Handshake from '@mui/icons-material/HandshakeOutlined'
import Inbox from '@mui/icons-material/InboxOutlined'
import LinearScale from '@mui/icons-material/LinearScaleOutlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import MoveToInbox from '@mui/icons-material/MoveToInboxOutlined'
import ShoppingCart from '@mui/icons-material/ShoppingCartOutlined'
import PauseCircle from '@mui/icons-material/PauseCircleOutlined'
import Layers from '@mui/icons-material/LayersOutlined'
import Person from '@mui/icons-material/PersonOutlined'
import AssignmentTurnedIn from '@mui/icons-material/AssignmentTurnedInOutlined'
import Sell from '@mui/icons-material/SellOutlined'
import Timeline from '@mui/icons-material/TimelineOutlined'
import Route from '@mui/icons-material/RouteOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import PrecisionManufacturing from '@mui/icons-material/PrecisionManufacturingOutlined'
import Storefront from '@mui/icons-material/StorefrontOutlined'
import Assessment from '@mui/icons-material/AssessmentOutlined'
import ImportExport from '@mui/icons-material/ImportExportOutlined'
import Checklist from '@mui/icons-material/ChecklistOutlined'
import Notifications from '@mui/icons-material/NotificationsNoneOutlined'
import Inventory2 from '@mui/icons-material/Inventory2Outlined'
import Place from '@mui/icons-material/PlaceOutlined'
import Straighten from '@mui/icons-material/StraightenOutlined'
import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import SwapVert from '@mui/icons-material/SwapVertOutlined'
import Assignment from '@mui/icons-material/AssignmentOutlined'
import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined'
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import ViewKanban from '@mui/icons-material/ViewKanbanOutlined'
import ArrowForward from '@mui/icons-material/ArrowForward'
import Skeleton from '@mui/material/Skeleton'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { FoundKind } from '../../shared/search/found.ts'
import { useText } from '../core/i18n.ts'
import type { Entry } from './entries.ts'

const kindIcons: Readonly<Record<FoundKind, SvgIconComponent>> = {
  paperBatch: Article, transfer: SwapHoriz, reworkCard: Build, gatePass: LocalShipping, invoice: ReceiptLong, customerAccount: AccountBalanceWallet, workOrder: AssignmentTurnedIn, salesOrder: Sell, manufacturingOrder: PrecisionManufacturing,
  purchaseOrder: ShoppingCart, purchaseReceipt: MoveToInbox, carton: Inventory2, finishedGoodsReceipt: MoveToInbox,
  requisition: Assignment, shortage: ReportProblem,
  kanbanCard: ViewKanban, item: Category, location: Place, section: Groups, user: Group, unit: Straighten, productionLine: LinearScale, partner: Handshake, customer: Storefront, salesman: Person,
  worker: Badge, machine: PrecisionManufacturing, workCalendar: CalendarMonth, workShift: AccessTime, courier: LocalShipping, tray: Inbox, labelPrinter: Print, productionStage: Timeline, productionRoute: Route, stockLot: Layers, defectReason: BrokenImage, downtimeReason: PauseCircle,
  wasteReason: ContentCut, stockMove: SwapVert, stockDocument: Description, materialDebt: RequestQuote, stockCount: Checklist, approvalRequest: TaskAlt, report: Assessment,
  importBatch: ImportExport, notification: Notifications,
}

/** One line of the palette: what kind, which one, what tells it from its like. */
export function EntryLine({ entry: { group, icon, code, name, detail, state, isActive, isPending } }: { readonly entry: Entry }): ReactNode {
  const t = useText()
  if (isPending) return <Skeleton width="60%" />
  const Icon = icon ?? (group === 'screens' || group === 'actions' ? ArrowForward : kindIcons[group])
  const notes = [detail, isActive ? state : t('words.inactive')].filter(Boolean)
  return (
    <>
      <Icon aria-hidden sx={{ fontSize: 20, color: 'text.secondary', flexShrink: 0 }} />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline', opacity: isActive ? 1 : 0.75 }}>
        {code !== '' && <Box component="span" sx={{ fontWeight: 650, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}>{code}</Box>}
        <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{name}</Box>
      </Box>
      {notes.length > 0 && <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', textAlign: 'end', flexShrink: 0, maxWidth: '45%' }}>{notes.join(' · ')}</Box>}
    </>
  )
}
