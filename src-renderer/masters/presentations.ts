import AccessTime from '@mui/icons-material/AccessTimeOutlined'
import AddChart from '@mui/icons-material/AddchartOutlined'
import AccountTree from '@mui/icons-material/AccountTreeOutlined'
import Badge from '@mui/icons-material/BadgeOutlined'
import Ballot from '@mui/icons-material/BallotOutlined'
import BrokenImage from '@mui/icons-material/BrokenImageOutlined'
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import Category from '@mui/icons-material/CategoryOutlined'
import Checklist from '@mui/icons-material/ChecklistOutlined'
import ContentCut from '@mui/icons-material/ContentCutOutlined'
import EventBusy from '@mui/icons-material/EventBusyOutlined'
import Flag from '@mui/icons-material/FlagOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import Handshake from '@mui/icons-material/HandshakeOutlined'
import Inbox from '@mui/icons-material/InboxOutlined'
import LinearScale from '@mui/icons-material/LinearScaleOutlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import LowPriority from '@mui/icons-material/LowPriorityOutlined'
import PauseCircle from '@mui/icons-material/PauseCircleOutlined'
import Person from '@mui/icons-material/PersonOutlined'
import Place from '@mui/icons-material/PlaceOutlined'
import PrecisionManufacturing from '@mui/icons-material/PrecisionManufacturingOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import Route from '@mui/icons-material/RouteOutlined'
import Storefront from '@mui/icons-material/StorefrontOutlined'
import Timeline from '@mui/icons-material/TimelineOutlined'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import Straighten from '@mui/icons-material/StraightenOutlined'
import type { MasterName } from '../../shared/masters/masters.ts'
import { ItemBuyerField, ItemCategoryField, ItemCostField, ItemMinimumField, ItemTools, ItemVariants, PackingPreview, useItemFacts, useItemFilters } from './item-parts.tsx'
import { CalendarTools } from './calendar-tools.tsx'
import { BaseLocationHint, LocationLabels, heldLocation, useLocationFacts } from './location-parts.tsx'
import { FlowTools } from './flow-tools.tsx'
import type { Presentation } from './presentation.ts'
import { RuleInForce, useRuleFacts } from './rule-parts.tsx'
import { useConversionFacts } from './conversion-parts.tsx'
import { usePrinterFacts } from './printer-parts.ts'
import { SectionSupervisors } from './section-supervisors.tsx'

/** How each master looks, where its definition does not say it. */
export const presentations: Readonly<Record<MasterName, Presentation>> = {
  items: {
    icon: Category, theme: 'goods',
    rows: [['code', 'kind', 'unitId'], ['name'], ['category', 'buyer'], ['minimumStock', 'unitCost'], ['parentId', 'destination'], ['standardMinutes'], ['notes'], ['piecesPerCarton', 'cartonsPerPallet']],
    hidden: ['buyer', 'standardMinutes', 'piecesPerCarton', 'cartonsPerPallet', 'parentId', 'destination'],
    controls: { category: ItemCategoryField, buyer: ItemBuyerField, minimumStock: ItemMinimumField, unitCost: ItemCostField },
    FormFoot: PackingPreview, Tools: ItemTools, Parts: ItemVariants, useFacts: useItemFacts, useFilters: useItemFilters,
  },
  units: { icon: Straighten, theme: 'goods', rows: [['code', 'places'], ['name']] },
  unitConversions: { icon: SwapHoriz, theme: 'goods', rows: [['itemId'], ['fromQuantity', 'fromUnitId'], ['toQuantity', 'toUnitId']], start: { fromQuantity: '1' }, useFacts: useConversionFacts, saysNone: ['itemId'] },
  sections: { icon: Groups, theme: 'places', rows: [['code', 'parentId'], ['name']], Parts: SectionSupervisors },
  productionLines: { icon: LinearScale, theme: 'places', rows: [['code', 'sectionId'], ['name']] },
  locations: {
    icon: Place, theme: 'places', rows: [['code', 'kind'], ['name'], ['sectionId', 'parentId']], start: { kind: 'INTERNAL' }, FormHead: BaseLocationHint, held: heldLocation, Parts: LocationLabels, useFacts: useLocationFacts,
  },
  partners: { icon: Handshake, theme: 'people', rows: [['code', 'kind'], ['name'], ['contactPerson', 'phone'], ['email', 'leadTimeDays'], ['address'], ['notes']], hidden: ['email', 'address'] },
  customers: {
    icon: Storefront, theme: 'delivery', rows: [['code', 'area'], ['name'], ['phone', 'alternatePhone'], ['email', 'postalCode'], ['address']], hidden: ['alternatePhone', 'email', 'postalCode'],
  },
  salesmen: { icon: Person, theme: 'delivery', rows: [['code', 'phone'], ['name']] },
  workers: { icon: Badge, theme: 'people', rows: [['code', 'sectionId'], ['name'], ['badge', 'userId'], ['isDailyWage']] },
  workCalendars: { icon: CalendarMonth, theme: 'time', rows: [['code'], ['name'], ['notes']], Tools: CalendarTools },
  workShifts: { icon: AccessTime, theme: 'time', rows: [['code', 'workCalendarId'], ['name'], ['weekdays'], ['startTime', 'endTime', 'breakMinutes']], start: { weekdays: '123456' }, Tools: CalendarTools },
  holidays: { icon: EventBusy, theme: 'time', rows: [['day', 'workCalendarId'], ['name']], Tools: CalendarTools },
  machines: {
    icon: PrecisionManufacturing, theme: 'places', rows: [['code', 'kind'], ['name'], ['sectionId', 'workCalendarId'], ['capacityPerHour', 'costPerHour']], hidden: ['workCalendarId'],
  },
  processFlowEdges: { icon: AccountTree, theme: 'process', rows: [['itemId'], ['fromSectionId', 'toSectionId'], ['leadDays', 'validFrom']], Tools: FlowTools },
  targetRules: {
    icon: Flag, theme: 'process', rows: [['sectionId', 'productionLineId'], ['itemId'], ['targetQuantity', 'targetEfficiency', 'shiftHours'], ['standardMinutes'], ['startDay', 'endDay']], Parts: RuleInForce, useFacts: useRuleFacts, saysNone: ['productionLineId', 'itemId'],
  },
  productionStages: {
    icon: Timeline, theme: 'process', rows: [['code', 'kind'], ['name'], ['sectionId', 'days'], ['bufferPercent', 'defectPercent', 'extraPieces'], ['isBeforeLabel'], ['isByStep'], ['isBySlip'], ['mustBeClear']], start: { defectPercent: '0', mustBeClear: true }, hidden: ['extraPieces'],
  },
  productionRoutes: { icon: Route, theme: 'process', rows: [['code'], ['name'], ['notes']] },
  routeSteps: { icon: LowPriority, theme: 'process', rows: [['productionRouteId', 'position'], ['productionStageId']] },
  stageBuffers: { icon: AddChart, theme: 'process', rows: [['productionStageId'], ['itemId'], ['bufferPercent']] },
  stageSteps: { icon: Checklist, theme: 'process', rows: [['productionStageId', 'position'], ['name'], ['kind'], ['targetPercent', 'minutesPerPiece']], hidden: ['minutesPerPiece'] },
  stageFigures: { icon: Ballot, theme: 'process', rows: [['productionStageId', 'position'], ['name'], ['kind', 'measure'], ['choices']], hidden: ['choices'] },
  couriers: {
    icon: LocalShipping, theme: 'delivery', rows: [['code', 'kind'], ['name'], ['phone', 'alternatePhone'], ['contactPerson', 'email'], ['address'], ['hasCashOnDelivery'], ['notes']],
    hidden: ['alternatePhone', 'email', 'address'],
  },
  trays: { icon: Inbox, theme: 'delivery', rows: [['code', 'name'], ['notes']] },
  labelPrinters: { icon: Print, theme: 'places', rows: [['code', 'sectionId'], ['name'], ['address', 'port'], ['language'], ['dpi', 'labelWidth', 'labelHeight']], hidden: ['port'], useFacts: usePrinterFacts, saysNone: ['sectionId'] },
  defectReasons: { icon: BrokenImage, theme: 'reasons', rows: [['code', 'kind'], ['name'], ['severity', 'defectClass'], ['isReworkable', 'estimatedHours']] },
  downtimeReasons: { icon: PauseCircle, theme: 'reasons', rows: [['code', 'kind'], ['name']] },
  wasteReasons: { icon: ContentCut, theme: 'reasons', rows: [['code'], ['name'], ['notes']] },
}
